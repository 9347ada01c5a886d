"""What a part of the library is: its tab, its list, and the pages below it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from app.views.parts.states import failed
from app.views.parts.tabs import Tab
from app.views.state import Loaded, use_announcements, use_shared
from app.words import _

Rest = tuple[str, ...]
LISTED = frozenset(
    {
        "frameworks",
        "competencies",
        "links",
        "activities",
        "boards",
        "rubrics",
        "surveys",
        "quizzes",
        "group_goals",
    }
)


@dataclass(frozen=True)
class Section:
    """One part of the library.

    ``name`` is its first part in routes (``/library/<name>/…``) and ``word`` returns its word; `rows` are
    drawn in the library below the tabs (a component). ``page`` returns the screen of what follows the name
    in a route, None where it has none; ``also`` are further first parts that lead to it.
    """

    name: str
    word: Callable[[], str]
    icon: ft.IconData
    rows: Callable[[], ft.Control]
    page: Callable[[str, Rest], ft.Control | None] = lambda name, rest: None
    also: tuple[str, ...] = ()

    @property
    def tab(self) -> Tab:
        """Its tab."""
        return Tab(self.name, self.word(), self.icon)


def not_read(loaded: Loaded[Any], again: Callable[[], None]) -> list[ft.Control]:
    """Returns what is said where a library could not be read, and nothing where it was."""
    if loaded.state != "failed":
        return []
    return [
        failed(
            _("The library could not be opened"),
            _("Nothing was deleted. The learners' books are safe."),
            _("Try again. If it stays so, restart Ownway."),
            retry=again,
        )
    ]


def use_library() -> int:
    """Redraws when something in a library changed; returns how often that happened."""
    books = {library.id for library in use_shared().workspace.catalogs.libraries}
    return use_announcements(
        lambda space, changed: space in books and not LISTED.isdisjoint(changed), tuple(sorted(books))
    )
