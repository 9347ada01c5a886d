"""Short words from the app: a snack bar with undo, the quiet line of truth, the banner."""

from collections.abc import Callable

import flet as ft

from app.views.parts.buttons import Tap, link
from app.views.parts.guard import guarded, snack
from app.views.parts.text import detail, least
from app.views.theme import AMBER, LEAF, MUTE, Space
from app.words import _


def say(text: str, undo: Callable[[], None] | None = None) -> None:
    """Tells what was done, with a way back for some seconds."""
    action = None
    if undo is not None:
        action = ft.SnackBarAction(label=_("Undo"), on_click=guarded(undo))
    ft.context.page.show_dialog(snack(text, seconds=8 if undo else 4, action=action))


def status_line(text: str, *, good: bool = True) -> ft.Control:
    """What is true of the data, quietly."""
    sign = ft.Icons.CHECK if good else ft.Icons.INFO_OUTLINE
    return ft.Row(
        [
            ft.Icon(sign, size=16, color=LEAF.ink if good else AMBER.ink),
            least(text, expand=True),
        ],
        spacing=6,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def banner(text: str, label: str, on_tap: Tap, identifier: str, icon: ft.IconData) -> ft.Control:
    """A quiet strip above a screen, with one thing to do; without `text` that alone, in full words."""
    said: list[ft.Control] = [
        ft.Icon(icon, size=18, color=AMBER.ink),
        detail(text, color=ft.Colors.ON_SURFACE, expand=True),
        link(label, on_tap, identifier, tone=AMBER),
    ]
    alone = ft.Row([link(label, on_tap, identifier, tone=AMBER, icon=icon)], wrap=True)
    return ft.Container(
        ft.Row(said, spacing=Space.S) if text else alone,
        bgcolor=AMBER.soft,
        padding=ft.Padding.only(left=Space.L, right=Space.S),
    )


def note(text: str, icon: ft.IconData = ft.Icons.LOCK_OUTLINE) -> ft.Control:
    """A small remark with a sign."""
    return ft.Row(
        [ft.Icon(icon, size=16, color=MUTE), least(text, expand=True)],
        spacing=6,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
