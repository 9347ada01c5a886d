"""Signs: round discs, the pictures people choose, pills, rings and steps."""

from collections.abc import Mapping

import flet as ft

from app.domain.people import avatar_of
from app.views.parts.text import least
from app.views.theme import (
    AMBER,
    CARD,
    HUSH,
    INK,
    LEAF,
    LINE,
    MAIN,
    ON_FILL,
    PILL_RADIUS,
    PLUM,
    SKY,
    Space,
    Tone,
)
from app.words import _, number

ICONS: Mapping[str, tuple[ft.IconData, Tone]] = {
    "paws": (ft.Icons.PETS, PLUM),
    "rocket": (ft.Icons.ROCKET_LAUNCH_OUTLINED, SKY),
    "music": (ft.Icons.MUSIC_NOTE_OUTLINED, PLUM),
    "tree": (ft.Icons.FOREST_OUTLINED, LEAF),
    "sun": (ft.Icons.WB_SUNNY_OUTLINED, AMBER),
    "star": (ft.Icons.STAR_BORDER, AMBER),
    "bee": (ft.Icons.HIVE_OUTLINED, AMBER),
    "fish": (ft.Icons.SET_MEAL_OUTLINED, SKY),
    "ball": (ft.Icons.SPORTS_SOCCER, LEAF),
    "book": (ft.Icons.MENU_BOOK_OUTLINED, MAIN),
    "leaf": (ft.Icons.SPA_OUTLINED, LEAF),
    "boat": (ft.Icons.SAILING_OUTLINED, SKY),
    "moon": (ft.Icons.NIGHTLIGHT_OUTLINED, PLUM),
    "bird": (ft.Icons.FLUTTER_DASH_OUTLINED, MAIN),
    "flower": (ft.Icons.LOCAL_FLORIST_OUTLINED, PLUM),
    "mountain": (ft.Icons.LANDSCAPE_OUTLINED, MAIN),
}


def marked(identifier: str, control: ft.Control, *, label: str | None = None) -> ft.Control:
    """Returns `control` under a stable identifier; `label` where it has no words of its own."""
    return ft.Semantics(
        identifier=identifier,
        label=label,
        content=control,
        container=True,
        expand=control.expand,
    )


def disc(icon: ft.IconData, tone: Tone = MAIN, size: int = 44, *, fill: bool = False) -> ft.Control:
    """A round sign; filled where it stands for what is done or now."""
    return ft.Container(
        ft.Icon(icon, color=ON_FILL if fill else tone.ink, size=size * 0.5),
        width=size,
        height=size,
        bgcolor=tone.ink if fill else tone.soft,
        border_radius=size,
        alignment=ft.Alignment.CENTER,
    )


def avatar(key: str, seed: str, size: int = 44) -> ft.Control:
    """The picture a person chose, or a steady one for `seed`."""
    icon, tone = ICONS[avatar_of(key, seed)]
    return disc(icon, tone, size)


def pill(
    text: str, tone: Tone = MAIN, icon: ft.IconData | None = None, *, ground: str | None = None
) -> ft.Control:
    """A short fact in a rounded shape; it is no button."""
    sign: list[ft.Control] = [ft.Icon(icon, size=16, color=tone.ink)] if icon is not None else []
    said = least(text, bold=True, color=tone.ink)
    said.expand, said.expand_loose = True, True
    return ft.Container(
        ft.Row([*sign, said], spacing=5, tight=True),
        padding=ft.Padding.symmetric(horizontal=10, vertical=5),
        bgcolor=ground or tone.soft,
        border_radius=PILL_RADIUS,
    )


def white_pill(text: str, tone: Tone, icon: ft.IconData) -> ft.Control:
    """A pill on a tinted card."""
    return pill(text, tone, icon, ground=CARD)


def ring(steps: int, tone: Tone = MAIN, size: int = 56, *, done: bool = False) -> ft.Control:
    """How far, in four steps: a ring with the number in it, or a tick."""
    inner: ft.Control = (
        ft.Icon(ft.Icons.CHECK, color=LEAF.ink, size=size * 0.5)
        if done
        else least(f"{steps}/4", color=INK, bold=True)
    )
    drawn = ft.Stack(
        [
            ft.ProgressRing(
                value=1.0 if done else steps / 4,
                width=size,
                height=size,
                stroke_width=6,
                color=LEAF.ink if done else tone.ink,
                bgcolor=LINE,
                stroke_cap=ft.StrokeCap.ROUND,
            ),
            ft.Container(inner, width=size, height=size, alignment=ft.Alignment.CENTER),
        ],
        width=size,
        height=size,
    )
    # A progress bar's role would take the place of the card's own, and the card could not be tapped by
    # a screen reader any more.
    said = _("Reached") if done else _("{n} of 4 steps").format(n=number(steps))
    return ft.Semantics(label=said, exclude_semantics=True, content=drawn)


def bar(steps: int | None, label: str) -> ft.Control:
    """One day of the check-in chart: its height is the steps, its day stands beneath."""
    height = 6 if steps is None else 12 + steps * 11
    return ft.Column(
        [
            ft.Container(
                width=26,
                height=height,
                border_radius=8,
                bgcolor=HUSH if steps is None else MAIN.ink,
            ),
            least(label),
        ],
        alignment=ft.MainAxisAlignment.END,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=Space.XS,
    )
