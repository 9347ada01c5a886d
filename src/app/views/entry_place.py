"""Where an entry of the profile is kept: with the book, which goes out, or on this device, where it stays.

The two signs differ in shape and in colour: padlocks, open and closed, could not be told apart.
"""

from collections.abc import Callable
from functools import partial

import flet as ft

from app.views.parts.buttons import chip, flow
from app.views.parts.component import component
from app.views.parts.notices import note
from app.views.theme import MAIN, SKY, Space
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
    ways = [
        chip(
            label,
            partial(choose, stays),
            f"where-{name}-{kind}",
            on=stays == here,
            icon=icon,
            tone=tone,
            keeps_icon=True,
        )
        for stays, name, label, icon, tone in (
            (False, "book", _("Goes out with the book"), BOOK_SIGN, BOOK_TONE),
            (True, "here", _("Only on this device"), HERE_SIGN, HERE_TONE),
        )
    ]
    return ft.Column([flow(ways), note(text, HERE_SIGN if here else BOOK_SIGN)], spacing=Space.S)
