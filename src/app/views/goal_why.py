"""Why a goal is changed: words beside the change, told in the story of the goal when one leaves."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from app.services.adapting import Why
from app.views.parts.component import use_slot
from app.views.parts.guard import guarded
from app.views.parts.unsaved import use_later, use_unsaved
from app.views.state import use_book, use_shared

WHY = "why"


@dataclass(frozen=True)
class Reason:
    """Why a goal is changed: as it was ``before``, a draft until it is told in the story of the goal."""

    before: str
    typing: Callable[[str], None]
    tell: Callable[[], None]


def use_why(rec: str) -> Reason:
    """Returns the reason of a change to the goal `rec`. Leaving the screen tells it, by whatever way."""
    book, drafts = use_book(), use_shared().workspace.drafts
    slot = f"goal-why-{book.id}-{rec}"
    before = ft.use_memo(lambda: drafts.load(slot).get(WHY, "") if rec else "", [rec])
    held, told, later = use_slot(before), use_slot(False), use_later()

    def save() -> None:
        if rec and not told.current:
            drafts.save(slot, {WHY: held.current})

    def typing(text: str) -> None:
        held.current = text
        later.call(save)

    def tell() -> None:
        if rec and not told.current:
            save()  # so that it is not lost where the book cannot be written now
            book.adapting.say_why(rec, Why(why=held.current))
            told.current = True
            drafts.forget(slot)

    use_unsaved(save)
    ft.use_effect(lambda: None, [], guarded(tell))
    return Reason(before, typing, tell)
