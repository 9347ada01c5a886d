"""Choosing a sign for oneself: a picture, never a photo."""

from collections.abc import Callable

import flet as ft

from app.domain.people import AVATARS
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.parts.marks import ICONS
from app.views.people import sign_name
from app.views.state import use_layout
from app.views.theme import HUSH, Space

ACROSS = 4  # on a phone: whole rows, and room for a small finger


@component
def Signs(chosen: str, choose: Callable[[str], None]) -> ft.Control:
    """All signs, the chosen one marked."""
    phone = use_layout() == "phone"
    signs: list[ft.Control] = [keyed(key_, _Sign, key_, key_ == chosen, choose) for key_ in AVATARS]
    if not phone:
        return ft.Row(signs, wrap=True, spacing=Space.S, run_spacing=Space.S)
    rows: list[ft.Control] = [
        ft.Row(signs[n : n + ACROSS], alignment=ft.MainAxisAlignment.SPACE_AROUND)
        for n in range(0, len(signs), ACROSS)
    ]
    return ft.Column(rows, spacing=Space.S)


@component
def _Sign(name: str, on: bool, choose: Callable[[str], None]) -> ft.Control:
    icon, tone = ICONS[name]
    face = ft.Container(
        ft.Icon(icon, color=tone.ink, size=26),
        width=56,
        height=56,
        border_radius=56,
        bgcolor=tone.soft if on else HUSH,
        border=ft.Border.all(3, tone.ink) if on else None,
        alignment=ft.Alignment.CENTER,
        ink=True,
        on_click=guarded(lambda: choose(name)),
    )
    return ft.Semantics(
        identifier=f"sign-{name}",
        label=sign_name(name),
        button=True,
        selected=on,
        container=True,
        content=face,
    )
