"""Changing what one is called, and one's sign."""

from collections.abc import Callable
from typing import cast

import flet as ft

from app.domain.models import Role
from app.views.parts.buttons import icon_button, primary
from app.views.parts.cards import card, lines
from app.views.parts.component import component, use_slot
from app.views.parts.fields import Field
from app.views.parts.marks import avatar
from app.views.parts.notices import say
from app.views.parts.text import title
from app.views.parts.voices import role_name
from app.views.signs import Signs
from app.views.state import use_changes, use_shared
from app.views.theme import MUTE, Space
from app.words import _


@component
def Myself(*, head: bool = True) -> ft.Control:
    """Who uses this device; a tap on the pencil opens name and signs."""
    workspace = use_shared().workspace
    use_changes(workspace.device.id, "owner")
    owner = workspace.owner
    open_, set_open = ft.use_state(False)
    name = title(owner.name, expand=True) if head else lines(owner.name, role_name(owner.role))
    change = icon_button(
        ft.Icons.EDIT_OUTLINED,
        _("Change my name or sign"),
        lambda: set_open(not open_),
        "change-me",
        color=MUTE,
    )
    row = ft.Row([avatar(owner.avatar, owner.name, 52), name, change], spacing=Space.M)
    rows: list[ft.Control] = [row]
    if open_:
        rows.append(_Change(owner.name, owner.avatar, lambda: set_open(False)))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Change(now: str, sign: str, done: Callable[[], None]) -> ft.Control:
    workspace = use_shared().workspace
    name = use_slot(now)
    chosen, choose = ft.use_state(sign)

    def typing(text: str) -> None:
        name.current = text

    async def keep() -> None:
        words = name.current.strip() or now
        await workspace.begin(cast(Role, workspace.owner.role), words, chosen)
        mine = workspace.own_card
        if mine is not None:
            (await workspace.open_book(mine.id)).profile.introduce(words, chosen)
        done()
        say(_("Changed."))

    return card(
        ft.Column(
            [
                Field("my-name", _("My name"), now, typing, typing=typing, longest=60),
                Signs(chosen, choose),
                ft.Row([primary(_("Keep"), keep, "keep-me")]),
            ],
            spacing=Space.M,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )
