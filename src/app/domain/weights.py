"""How much each reason counts for the next step. ``docs/next-step.md`` says them in words."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

RULE = "next_step"
MOST = 10


@dataclass(frozen=True)
class Weights:
    """Points of each reason, 0 to 10. 0 leaves the reason out."""

    struggling: int = 8
    goal: int = 6
    growing: int = 5
    prerequisites: int = 4
    revisit: int = 3
    interest: int = 3
    accommodation: int = 3
    setting: int = 3
    went_badly: int = 3
    rested: int = 2
    preference: int = 2
    went_well: int = 2
    done_before: int = 2


NAMES: tuple[str, ...] = tuple(one.name for one in fields(Weights))


def weights_of(values: Mapping[str, int]) -> Weights:
    """Returns the weights that `values` change; unknown names are left out, the others kept within bounds."""
    known = {name: min(max(values[name], 0), MOST) for name in NAMES if name in values}
    return Weights(**known)
