"""Choosing a sign for oneself: a picture, never a photo."""

from collections.abc import Callable

import flet as ft

from app.domain.people import AVATARS
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.parts.marks import ICONS
from app.views.people import sign_name
from app.views.theme import HUSH, Space


@component
def Signs(chosen: str, choose: Callable[[str], None]) -> ft.Control:
    """All signs, the chosen one marked."""
    signs: list[ft.Control] = [keyed(key_, _Sign, key_, key_ == chosen, choose) for key_ in AVATARS]
    return ft.Row(signs, wrap=True, spacing=Space.S, run_spacing=Space.S)


@component
def _Sign(name: str, on: bool, choose: Callable[[str], None]) -> ft.Control:
    icon, tone = ICONS[name]
    face = ft.Container(
        ft.Icon(icon, color=tone.ink, size=26),
        width=52,
        height=52,
        border_radius=52,
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
