"""One question of a survey: pictures to tap, faces, a scale, yes and no, or words."""

from collections.abc import Callable
from typing import Any

import flet as ft

from app.domain.forms import said
from app.domain.survey import Option, Question
from app.views.form_icons import face_at, icon_named, tone_of
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.guard import guarded
from app.views.parts.marks import disc
from app.views.parts.notices import note
from app.views.parts.text import least, words
from app.views.theme import AMBER, CARD, INK, LEAF, LINE, MAIN, RADIUS, SKY, Size, Space, Tone
from app.words import _, language, number

Answer = Callable[[Any], None]
Latest = Callable[[], Any]
TILE = 98  # three beside each other on the smallest phone, chosen or not


def question_body(question: Question, given: Any, answer: Answer, latest: Latest) -> ft.Control:
    """Returns the control in which a question is answered. ``given`` is drawn; ``latest`` counts when several
    taps come before the screen is drawn again."""
    if not question.known:
        return card(note(_("This device can't show this question yet. Go on to the next one.")))
    if question.kind in ("choice", "many"):
        return _tiles(question, given, answer, latest)
    if question.kind == "faces":
        return _faces(question, given, answer)
    if question.kind == "scale":
        return _scale(question, given, answer)
    if question.kind == "yes_no":
        return _yes_no(given, answer)
    return keyed(
        question.id,
        Field,
        "answer",
        _("Your words"),
        given if isinstance(given, str) else "",
        answer,
        lines=3,
        longest=2000,
        show_label=False,
        hint=_("Say it in your own words"),
    )


def _chosen(given: Any) -> list[str]:
    return list(given) if isinstance(given, list) else [given] if given else []


def _tiles(question: Question, given: Any, answer: Answer, latest: Latest) -> ft.Control:
    many, chosen = question.kind == "many", _chosen(given)

    def tap(name: str) -> None:
        now = _chosen(latest())
        if not many:
            answer(None if name in now else name)
            return
        rest = [one for one in now if one != name]
        full = bool(question.most) and len(rest) >= question.most
        answer((rest if name in now or full else [*rest, name]) or None)

    tiles: list[ft.Control] = [
        keyed(option.id, _Tile, option, n, option.id in chosen, tap)
        for n, option in enumerate(question.options)
    ]
    return _grid(tiles)


def _grid(tiles: list[ft.Control]) -> ft.Control:
    return ft.Row(
        tiles,
        wrap=True,
        spacing=Space.S,
        run_spacing=Space.S,
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


@component
def _Tile(option: Option, place: int, on: bool, tap: Callable[[str], None]) -> ft.Control:
    text = said(option.text, language())
    icon = icon_named(option.icon)
    face = ft.Column(
        [
            disc(icon, tone_of(place), 60, fill=on),
            words(text, Size.DETAIL, bold=on, center=True),
        ],
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=6,
    )
    return big_tile(
        face, lambda: tap(option.id), f"option-{option.id}", on=on, tone=tone_of(place), label=text
    )


def big_tile(
    face: ft.Control,
    on_tap: Callable[[], None],
    identifier: str,
    *,
    on: bool,
    tone: Tone,
    label: str,
    wide: int = TILE,
) -> ft.Control:
    """A picture to tap, large enough for small hands; the chosen one has an edge and a tick."""
    tick: list[ft.Control] = (
        [ft.Container(ft.Icon(ft.Icons.CHECK_CIRCLE, color=tone.ink, size=24), right=4, top=4)] if on else []
    )
    pad = ft.Padding.symmetric(horizontal=Space.S, vertical=Space.M)
    inner = ft.Container(face, padding=pad, width=wide, alignment=ft.Alignment.CENTER)
    box = ft.Container(
        ft.Stack([inner, *tick]),
        bgcolor=tone.soft if on else CARD,
        border_radius=RADIUS,
        border=ft.Border.all(2 if on else 1, tone.ink if on else LINE),
        ink=True,
        on_click=guarded(on_tap),
    )
    return ft.Semantics(
        identifier=identifier, label=label, button=True, selected=on, container=True, content=box
    )


def _faces(question: Question, given: Any, answer: Answer) -> ft.Control:
    tones = (SKY, SKY, AMBER, LEAF, LEAF)
    tiles: list[ft.Control] = []
    for step in range(question.steps):
        place = step * 4 // max(1, question.steps - 1)
        tiles.append(keyed(step, _Face, step, question.steps, tones[place], given == step, answer))
    return _grid(tiles)


@component
def _Face(step: int, steps: int, tone: Tone, on: bool, answer: Answer) -> ft.Control:
    face = ft.Icon(face_at(step, steps), size=56, color=tone.ink)
    label = face_name(step, steps)
    inner = ft.Column(
        [face, least(label, center=True, color=INK)],
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=4,
    )
    return big_tile(
        inner, lambda: answer(None if on else step), f"face-{step}", on=on, tone=tone, label=label, wide=92
    )


def face_name(step: int, steps: int) -> str:
    """Returns what a face says."""
    names = (_("Not good"), _("Not so good"), _("So-so"), _("Good"), _("Very good"))
    return names[step * 4 // max(1, steps - 1)]


def _scale(question: Question, given: Any, answer: Answer) -> ft.Control:
    tiles: list[ft.Control] = [
        keyed(step, _Step, step, given == step, answer) for step in range(question.steps)
    ]
    low, high = said(question.low, language()), said(question.high, language())
    ends = ft.Row([least(low, expand=True), least(high)], alignment=ft.MainAxisAlignment.SPACE_BETWEEN)
    return ft.Column([_grid(tiles), ends], spacing=Space.S)


@component
def _Step(step: int, on: bool, answer: Answer) -> ft.Control:
    text = words(number(step + 1), Size.HEADING, bold=True, color=MAIN.ink, center=True)
    return big_tile(
        text,
        lambda: answer(None if on else step),
        f"scale-{step}",
        on=on,
        tone=MAIN,
        label=number(step + 1),
        wide=56,
    )


def _yes_no(given: Any, answer: Answer) -> ft.Control:
    tiles: list[ft.Control] = [
        keyed("yes", _Thumb, "yes", given is True, lambda: answer(None if given is True else True)),
        keyed("no", _Thumb, "no", given is False, lambda: answer(None if given is False else False)),
    ]
    return _grid(tiles)


@component
def _Thumb(name: str, on: bool, tap: Callable[[], None]) -> ft.Control:
    label, tone = (_("Yes"), LEAF) if name == "yes" else (_("No"), AMBER)
    icon = ft.Icons.THUMB_UP_OUTLINED if name == "yes" else ft.Icons.THUMB_DOWN_OUTLINED
    face = ft.Column(
        [ft.Icon(icon, size=52, color=tone.ink), words(label, bold=True, center=True)],
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=4,
    )
    return big_tile(face, tap, f"answer-{name}", on=on, tone=tone, label=label, wide=120)
