"""The hook of screens that show the path: it is read bit by bit, and anew when something in it changes."""

from collections.abc import Callable

from app.services.noticing import NoticingService
from app.services.path import PathService
from app.views.state import Changed, Loaded, use_announcements, use_book, use_calm, use_loaded, use_shared

OF_BOOK = frozenset(
    {
        "artefacts",
        "evidence",
        "assessments",
        "revisits",
        "goals",
        "checkins",
        "choices",
        "profile",
        "days",
        "competencies",
        "links",
        "activities",
    }
)
OF_LIBRARY = frozenset({"frameworks", "competencies", "links", "activities", "weights", "noticed"})


def use_path_ticks() -> int:
    """Redraws, once it rests, when the path may have changed; returns how often."""
    book = use_book()

    def touches(space: str, changed: Changed) -> bool:
        return not (OF_BOOK if space == book.id else OF_LIBRARY).isdisjoint(changed)

    return use_calm(use_announcements(touches, book.id))


def use_path() -> tuple[Loaded[PathService], int, Callable[[], None]]:
    """Returns the open book's path once it is read, how often it changed, and a retry."""
    book, tick = use_book(), use_path_ticks()

    async def read() -> PathService:
        await book.path.read()
        return book.path

    loaded, again = use_loaded(read, book.id)
    return loaded, tick, again


def use_noticing() -> NoticingService:
    """Returns what this device noted of the open book's path."""
    return NoticingService(use_shared().workspace.device_pen, use_book().id)
