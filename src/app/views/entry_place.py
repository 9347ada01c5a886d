"""Where an entry of the profile is kept: with the book, which goes out, or on this device, where it stays.

The two signs differ in shape and in colour: padlocks, open and closed, could not be told apart.
"""

from collections.abc import Callable

import flet as ft

from app.views.parts.buttons import flow
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.parts.notices import note
from app.views.parts.text import words
from app.views.theme import HUSH, INK, MAIN, PILL_RADIUS, SKY, Size, Space
from app.words import _

BOOK_SIGN, BOOK_TONE = ft.Icons.MENU_BOOK_OUTLINED, SKY
HERE_SIGN, HERE_TONE = ft.Icons.SMARTPHONE, MAIN


@component
def Where(kind: str, here: bool, choose: Callable[[bool], None]) -> ft.Control:
    """The choice between the book and this device, with what follows from it."""
    text = (
        _("It stays on this device: in no file, and in no backup. If the device is lost, it is lost too.")
        if here
        else _("Whoever gets a file of this book can read it.")
    )
    ways: list[ft.Control] = [
        keyed("book", _Place, f"where-book-{kind}", "book", not here, lambda: choose(False)),
        keyed("here", _Place, f"where-here-{kind}", "here", here, lambda: choose(True)),
    ]
    return ft.Column([flow(ways), note(text, HERE_SIGN if here else BOOK_SIGN)], spacing=Space.S)


@component
def _Place(identifier: str, place: str, on: bool, choose: Callable[[], None]) -> ft.Control:
    """A place to keep something: its sign stays also where it is chosen, it is what tells it at a glance."""
    here = place == "here"
    icon, tone = (HERE_SIGN, HERE_TONE) if here else (BOOK_SIGN, BOOK_TONE)
    label = _("Only on this device") if here else _("Goes out with the book")
    tick = [ft.Icon(ft.Icons.CHECK, size=18, color=tone.ink)] if on else []
    face = ft.Row(
        [
            ft.Icon(icon, size=22, color=tone.ink),
            words(label, Size.DETAIL + 1, bold=on, color=tone.ink if on else INK),
            *tick,
        ],
        spacing=6,
        tight=True,
    )
    box = ft.Container(
        face,
        padding=ft.Padding.symmetric(horizontal=14, vertical=11),
        border_radius=PILL_RADIUS,
        bgcolor=tone.soft if on else HUSH,
        ink=True,
        on_click=guarded(choose),
    )
    return ft.Semantics(identifier=identifier, button=True, selected=on, container=True, content=box)
