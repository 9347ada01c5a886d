"""Share: a file out, files in, and the truth about where the book is."""

from collections.abc import Callable, Sequence

import flet as ft

from app.views.all_books import AllBooks
from app.views.device import Picked
from app.views.handing import OneBook
from app.views.parts.buttons import outlined
from app.views.parts.cards import card, lines, row
from app.views.parts.component import component, keyed
from app.views.parts.frame import page_head, screen
from app.views.parts.guard import guarded_picked
from app.views.parts.marks import disc
from app.views.protection import ProtectionCard
from app.views.state import use_layout, use_shared
from app.views.takein import TakeInCards
from app.views.theme import SKY, Space
from app.views.whose import Strays
from app.words import _


@component
def ShareView(which: str = "") -> ft.Control:
    """The screen of sharing: the learner's own book, or all books of a teacher or family."""
    none: tuple[Picked, ...] = ()
    picked, set_picked = ft.use_state(none)
    wide = use_layout() != "phone"
    if picked:
        return screen(
            "take-in", [keyed("cards", TakeInCards, picked, lambda: set_picked(()))], wide=wide, foot=Space.XL
        )
    rows: list[ft.Control] = [page_head(_("Share"))]
    books = keyed("book", OneBook) if which == "own" else keyed("books", AllBooks)
    intakes = keyed("in", Intakes, set_picked)
    rows += [books, intakes] if which == "own" else [intakes, books]  # many books would hide the way in
    rows += [keyed("strays", Strays), keyed("protection", ProtectionCard)]
    return screen("share", rows, wide=wide)


@component
def Intakes(came: Callable[[tuple[Picked, ...]], None]) -> ft.Control:
    """The way in: any number of files at once."""
    device = use_shared().device

    def picked(files: Sequence[Picked]) -> None:
        if files:
            came(tuple(files))

    pick = ft.use_memo(lambda: device.pick_files_action(guarded_picked(picked)), [])
    return card(
        ft.Column(
            [
                row(
                    disc(ft.Icons.MOVE_TO_INBOX, SKY),
                    lines(
                        _("Take in files"),
                        _("You see first what a file brings. Nothing changes until you say so."),
                    ),
                ),
                ft.Row([outlined(_("Choose files"), None, "choose-files", tone=SKY, action=pick)]),
            ],
            spacing=Space.M,
        )
    )
