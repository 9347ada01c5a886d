"""What came in with files; and on a device that nobody uses yet, whose it is."""

from collections.abc import Callable, Sequence
from typing import cast

import flet as ft

from app.domain.models import Role
from app.services.sharing import Intake
from app.views.navigator import HOME
from app.views.parts.buttons import Tap, link, primary
from app.views.parts.cards import card, tinted
from app.views.parts.component import component
from app.views.parts.marks import white_pill
from app.views.parts.text import body, strong
from app.views.state import use_nav, use_shared
from app.views.theme import LEAF, Space
from app.words import _, ngettext, number


@component
def Taken(taken: Sequence[Intake], undo: Tap, done: Callable[[], None]) -> ft.Control:
    """What came in; and on a device that nobody uses yet, whose it is."""
    shared, nav = use_shared(), use_nav()
    names = ", ".join(dict.fromkeys(intake.name for intake in taken))
    said = ngettext("{n} file taken in", "{n} files taken in", len(taken)).format(n=number(len(taken)))

    async def finish() -> None:
        workspace = shared.workspace
        if not workspace.owner.role and taken:
            first = taken[0]
            if first.sender_role == "learner":
                workspace.device_pen.set("books", first.space, own=True)
            role = first.sender_role or "learner"
            await workspace.begin(cast(Role, role), first.sender_name or first.name, first.avatar)
            nav.go(HOME[role])
        done()

    return tinted(
        ft.Column(
            [
                ft.Row([white_pill(said, LEAF, ft.Icons.CHECK)]),
                body(names),
                ft.Row(
                    [
                        primary(_("Good"), finish, "taken-done", tone=LEAF),
                        link(_("Undo"), undo, "undo-take-in", icon=ft.Icons.UNDO, tone=LEAF),
                    ],
                    wrap=True,
                ),
            ],
            spacing=Space.M,
        ),
        LEAF,
    )


def undone(done: Callable[[], None]) -> ft.Control:
    return card(
        ft.Column(
            [
                strong(_("Taken back. The books are as they were.")),
                ft.Row([primary(_("Good"), done, "undone-done")]),
            ],
            spacing=Space.M,
        )
    )
