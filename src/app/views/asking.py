"""Which question is asked on a screen: one that was not asked just before, not even to be skipped."""

from collections.abc import Callable

import flet as ft

from app.services.drafts import DraftService
from app.views.parts.guard import guarded
from app.views.state import use_book, use_shared

MOST_OFFERED = 24


def offered_in(drafts: DraftService, space: str) -> tuple[str, ...]:
    """Returns the questions that this device has shown in a book, the latest last."""
    return tuple(drafts.load(f"asked-{space}").get("codes", "").split())


def use_question(moment: str, col: str, rec: str, begun: str = "") -> tuple[str, Callable[[], None]]:
    """Returns the question of this screen and a way to another; `begun` is one that words were begun for."""
    book, drafts = use_book(), use_shared().workspace.drafts

    def offered() -> tuple[str, ...]:
        return offered_in(drafts, book.id)

    first = ft.use_memo(
        lambda: begun or book.reflecting.question(moment, col, rec, offered()), [moment, col, rec]
    )
    code, set_code = ft.use_state(first)

    def note() -> None:
        drafts.save(f"asked-{book.id}", {"codes": " ".join((*offered(), code)[-MOST_OFFERED:])})

    ft.use_effect(guarded(note), [code])

    def another() -> None:
        set_code(book.reflecting.question(moment, col, rec, (*offered(), code)))

    return code, another
