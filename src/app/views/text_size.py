"""Larger words for a learner who needs them: the accommodation acts on every word of the screen.

On the learner's own device it acts everywhere. On another's it acts on what the learner works on there,
beside the one whose device it is: a way to learn, a board, a survey, a quiz, a friend's look.
"""

import flet as ft

from app.domain.accommodations import card_facts
from app.views.navigator import Place
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.state import BookContext, use_loaded, use_shared
from app.views.supports import use_acts

BESIDE = frozenset({"activity", "board", "survey", "quiz", "peer"})


def text_size(place: Place, role: str) -> ft.Control:
    """Returns an unseen control that keeps the words of the page as large as the reader needs them."""
    own = use_shared().workspace.own_card if role == "learner" else None
    space = own.id if own else place.space if place.screen in BESIDE else ""
    return keyed(f"text-size-{space}", _OfBook, space) if space else keyed("text-size", _Scaled, 1.0)


@component
def _OfBook(space: str) -> ft.Control:
    workspace = use_shared().workspace
    loaded, _again = use_loaded(lambda: workspace.open_book(space), space)
    book = loaded.value
    if book is None:
        return _unseen()
    return BookContext(book, lambda: keyed("needed", _Needed))


@component
def _Needed() -> ft.Control:
    return keyed("scaled", _Scaled, card_facts(use_acts()).text_scale)


@component
def _Scaled(scale: float) -> ft.Control:
    device = use_shared().device

    async def tell() -> None:
        await device.scale_text(scale)

    ft.use_effect(guarded(tell), [scale])
    return _unseen()


def _unseen() -> ft.Control:
    return ft.Container(width=0, height=0, left=0, top=0)
