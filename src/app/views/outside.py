"""What the composition root hands to the screens, and what it must still be told when the page goes."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from app.services.workspace import Workspace
from app.views.device import Device

logger = logging.getLogger(__name__)


class Guard(Protocol):
    """One writer: which tab has the books open."""

    async def acquire(self) -> bool:
        """Takes the books if no other tab has them; returns whether this one has them now."""

    async def take_over(self) -> bool:
        """Asks the other tab to write what it has and let go; False where it does not answer."""

    def on_wanted(self, let_go: Callable[[], Awaitable[None]]) -> None:
        """Calls `let_go` when another tab wants the books, then releases them."""


@dataclass(eq=False)
class Outside:
    """The outside world, joined. ``on_leave`` holds what saves unsaved words when the page goes."""

    workspace: Workspace
    device: Device
    guard: Guard
    on_leave: list[Callable[[], None]] = field(default_factory=list)

    def leaving(self) -> None:
        """Saves what has not been saved; called when the page is hidden, left or updated."""
        for save in tuple(self.on_leave):
            try:
                save()
            except Exception:
                logger.exception("not all was saved on leaving")
