"""The other three states of a screen: loading, empty and failed."""

import flet as ft

from app.views.parts.buttons import Tap, outlined, primary
from app.views.parts.cards import card
from app.views.parts.marks import disc
from app.views.parts.text import body, detail, section, words
from app.views.theme import AMBER, MAIN, MUTE, Size, Space, Tone
from app.words import _


def loading(text: str = "") -> ft.Control:
    """Something is on its way; `text` says what, where it takes long."""
    said = text or _("One moment…")
    return ft.Semantics(
        identifier="loading",
        live_region=True,
        container=True,
        content=ft.Container(
            ft.Column(
                [
                    ft.ProgressRing(width=36, height=36, color=MAIN.ink, stroke_width=4),
                    detail(said),
                ],
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
                spacing=Space.M,
            ),
            alignment=ft.Alignment.TOP_CENTER,
            padding=ft.Padding.only(top=72, bottom=Space.XL),
        ),
    )


def empty(
    icon: ft.IconData,
    head: str,
    what_for: str,
    *,
    step: str = "",
    on_step: Tap | None = None,
    tone: Tone = MAIN,
    first: ft.Control | None = None,
) -> ft.Control:
    """Nothing is here yet: what it is for, and the first step (or a control for it)."""
    rows: list[ft.Control] = [
        disc(icon, tone, 72),
        words(head, Size.SECTION, bold=True, center=True),
        words(what_for, Size.BODY - 1, color=MUTE, center=True),
    ]
    if step:
        rows.append(primary(step, on_step, "first-step", tone=tone))
    if first is not None:
        rows.append(first)
    return ft.Semantics(
        identifier="empty",
        container=True,
        content=ft.Container(
            ft.Column(rows, horizontal_alignment=ft.CrossAxisAlignment.CENTER, spacing=Space.M),
            padding=ft.Padding.symmetric(horizontal=Space.XL, vertical=40),
            alignment=ft.Alignment.TOP_CENTER,
        ),
    )


def failed(
    happened: str, safe: str, todo: str = "", *, retry: Tap | None = None, retry_label: str = ""
) -> ft.Control:
    """Something went wrong: what happened, what is safe, what to do. Amber, not red."""
    rows: list[ft.Control] = [
        ft.Row([disc(ft.Icons.SUPPORT_OUTLINED, AMBER), section(happened, expand=True)], spacing=12),
        ft.Row(
            [ft.Icon(ft.Icons.SHIELD_OUTLINED, color=MUTE, size=20), body(safe, expand=True)],
            spacing=Space.S,
        ),
    ]
    if todo:
        rows.append(
            ft.Row(
                [ft.Icon(ft.Icons.ARROW_FORWARD, color=MUTE, size=20), body(todo, expand=True)],
                spacing=Space.S,
            )
        )
    if retry is not None:
        rows.append(outlined(retry_label or _("Try again"), retry, "retry"))
    return ft.Semantics(
        identifier="failed",
        live_region=True,
        container=True,
        content=card(ft.Column(rows, spacing=Space.M)),
    )
