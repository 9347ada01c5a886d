"""Making a book for a learner who has no device of their own."""

from collections.abc import Awaitable, Callable

import flet as ft

from app.views.parts.bidi import isolate
from app.views.parts.buttons import Tap, icon_button, link, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.notices import say
from app.views.parts.text import detail, strong
from app.views.state import use_shared
from app.views.theme import MUTE, Space
from app.words import _


@component
def NewLearner(open_: bool, toggle: Tap) -> ft.Control:
    workspace = use_shared().workspace

    async def make(name: str) -> None:
        if name.strip():
            await workspace.new_book(name)
            say(_("A new book for {name}.").format(name=isolate(name.strip())))

    if not open_:
        return ft.Row(
            [link(_("Make a book for a learner"), toggle, "add-learner", icon=ft.Icons.PERSON_ADD_OUTLINED)]
        )
    return card(
        ft.Column(
            [
                ft.Row(
                    [
                        strong(_("A book for a learner"), expand=True),
                        icon_button(ft.Icons.CLOSE, _("Close"), toggle, "close-add", color=MUTE),
                    ]
                ),
                detail(_("For young children, or when you learn at home on one device.")),
                keyed("name", _NewName, make),
            ],
            spacing=Space.S,
        )
    )


@component
def _NewName(make: Callable[[str], Awaitable[None]]) -> ft.Control:
    typed = use_slot("")
    made, set_made = ft.use_state(0)

    def typing(text: str) -> None:
        typed.current = text

    async def create() -> None:
        await make(typed.current)
        typed.current = ""
        set_made(made + 1)

    return ft.Column(
        [
            keyed(f"n{made}", Field, "learner-name", _("Name"), "", typing, typing=typing, longest=60),
            ft.Row([primary(_("Make the book"), create, "make-book")]),
        ],
        spacing=Space.S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
