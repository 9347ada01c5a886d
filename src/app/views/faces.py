"""How something felt: five faces, each with its word."""

from collections.abc import Callable

import flet as ft

from app.views.form_icons import face_at
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.parts.marks import pill
from app.views.parts.text import least
from app.views.sentences.prompting import face_name
from app.views.theme import AMBER, HUSH, INK, LEAF, LINE, MAIN, MUTE, SKY, Space, Tone

FACE_TONES: tuple[Tone, ...] = (AMBER, AMBER, SKY, MAIN, LEAF)
COUNT = len(FACE_TONES)


@component
def Faces(face: int | None, choose: Callable[[int | None], None]) -> ft.Control:
    """Five faces in a row; a tap chooses one, another tap takes it away."""
    faces: list[ft.Control] = [keyed(n, _Face, n, n == face, choose) for n in range(COUNT)]
    return ft.Row(faces, spacing=Space.XS, vertical_alignment=ft.CrossAxisAlignment.START)


@component
def _Face(place: int, on: bool, choose: Callable[[int | None], None]) -> ft.Control:
    tone = FACE_TONES[place]
    round_ = ft.Container(
        ft.Icon(face_at(place, COUNT), size=30, color=tone.ink if on else MUTE),
        width=52,
        height=52,
        border_radius=52,
        bgcolor=tone.soft if on else HUSH,
        border=ft.Border.all(2, tone.ink if on else LINE),
        alignment=ft.Alignment.CENTER,
    )
    word = least(face_name(place), bold=on, color=tone.ink if on else INK, center=True)
    inside = ft.Column([round_, word], horizontal_alignment=ft.CrossAxisAlignment.CENTER, spacing=6)
    box = ft.Container(
        inside,
        padding=ft.Padding.symmetric(vertical=Space.XS),
        border_radius=16,
        ink=True,
        on_click=guarded(lambda: choose(None if on else place)),
        expand=True,
    )
    return ft.Semantics(
        identifier=f"face-{place}", button=True, selected=on, container=True, content=box, expand=True
    )


def face_pill(face: int) -> ft.Control:
    """How it felt, as a small fact."""
    return pill(face_name(face), FACE_TONES[face], face_at(face, COUNT))
