"""Reading the queue for the screen: book by book, and each book again that changes."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

import flet as ft

from app.services.reviewing import REVIEWED, ReviewPage, ReviewService
from app.views.parts.component import use_slot
from app.views.parts.guard import guarded
from app.views.state import Changed, use_announcements, use_shared

logger = logging.getLogger(__name__)


@dataclass(eq=False)
class Reading:
    """Where the reading of the books stands: the service, whose books were heard of since, and whether
    the screen is still there."""

    service: ReviewService
    heard: set[str] = field(default_factory=set)
    left: bool = False


def use_queue() -> tuple[ReviewPage, bool, Callable[[], None]]:
    """Reads the queue book by book, then each book again that changes; returns it, whether that failed, and
    a way to try again."""
    workspace = use_shared().workspace
    page, set_page = ft.use_state(ReviewPage(books=len(workspace.cards)))
    trouble, set_trouble = ft.use_state(False)
    attempt, set_attempt = ft.use_state(0)
    reading = use_slot(Reading(workspace.reviewing))
    books = tuple(card.id for card in workspace.cards)

    def touches(space: str, changed: Changed) -> bool:
        if space not in books or REVIEWED.isdisjoint(changed):
            return False
        reading.current.heard.add(space)
        return True

    tick = use_announcements(touches, books)

    async def read() -> None:
        reading.current = Reading(workspace.reviewing)
        await _read(reading.current, set_page, lambda: set_trouble(True))

    async def read_again() -> None:
        now = reading.current
        heard, now.heard = tuple(now.heard), set()
        if heard:
            set_page(await now.service.again(heard))

    def leave() -> None:
        reading.current.left = True

    def again() -> None:
        set_trouble(False)
        set_attempt(attempt + 1)

    ft.use_effect(guarded(read), [books, attempt], guarded(leave))
    ft.use_effect(guarded(read_again), [tick])
    return page, trouble, again


async def _read(reading: Reading, show: Callable[[ReviewPage], None], fail: Callable[[], None]) -> None:
    """Shows the queue after each book, until the screen is left."""
    try:
        async for page in reading.service.read():
            if reading.left:
                return
            show(page)
    except Exception:
        logger.exception("reading what waits failed")
        fail()
