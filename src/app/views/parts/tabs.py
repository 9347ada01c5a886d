"""Tabs: a page's few sides, beside each other in one strip."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.parts.text import words
from app.views.state import use_big_text
from app.views.theme import CARD, INK, LINE, MAIN, MUTE, RADIUS, Size, Space


@dataclass(frozen=True)
class Tab:
    """One side of a page: its name in routes, its word and its sign."""

    name: str
    word: str
    icon: ft.IconData


def tabs(sides: Sequence[Tab], now: str, choose: Callable[[str], None], prefix: str = "tab") -> ft.Control:
    """The strip of tabs, each as wide as the others; with big text only the open one shows its word."""
    items: list[ft.Control] = [
        keyed(side.name, _Tab, side, side.name == now, choose, prefix) for side in sides
    ]
    return ft.Container(
        ft.Row(items, spacing=Space.XS),
        bgcolor=CARD,
        border_radius=RADIUS,
        border=ft.Border.all(1, LINE),
        padding=Space.XS,
    )


@component
def _Tab(side: Tab, here: bool, choose: Callable[[str], None], prefix: str) -> ft.Control:
    icon = ft.Icon(side.icon, size=22, color=MAIN.ink if here else MUTE)
    word = words(side.word, Size.LEAST, bold=here, color=INK if here else MUTE, lines=1, center=True)
    wordless = use_big_text() and not here
    face = ft.Container(
        ft.Column(
            [icon] if wordless else [icon, word], spacing=2, horizontal_alignment=ft.CrossAxisAlignment.CENTER
        ),
        bgcolor=MAIN.soft if here else None,
        border_radius=RADIUS - Space.XS,
        padding=ft.Padding.symmetric(vertical=Space.S, horizontal=2),
        ink=True,
        on_click=guarded(lambda: choose(side.name)),
        expand=True,
    )
    return ft.Semantics(
        identifier=f"{prefix}-{side.name}",
        label=side.word if wordless else None,
        button=True,
        selected=here,
        container=True,
        content=face,
        expand=True,
    )
