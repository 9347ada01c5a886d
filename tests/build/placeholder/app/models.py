"""Models, as the real domain has."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Goal(BaseModel):
    """Something to reach."""

    model_config = ConfigDict(frozen=True)

    statement: str
    steps: tuple[str, ...] = ()
