"""Writing one question: its words, what there is to choose, what is right, what an answer suggests."""

from collections.abc import Callable
from typing import Any

import flet as ft

from app.domain.form_edit import (
    LISTS,
    lines_of,
    options,
    suggested_kind,
    with_lines,
    with_option,
    with_part,
    with_suggested,
    with_words,
    words_in,
)
from app.domain.models import ENTRY_KINDS
from app.views.form_icons import FORM_ICONS, icon_named
from app.views.parts.buttons import chip, flow, icon_button
from app.views.parts.cards import card, lines
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.marks import disc
from app.views.parts.text import least
from app.views.sentences.forms import question_kind
from app.views.sentences.pictures import picture_name
from app.views.sentences.profile import kind_name
from app.views.theme import MUTE, SKY, Space
from app.words import _, language, number

QUESTION_SIGNS: dict[str, ft.IconData] = {
    "choice": ft.Icons.RADIO_BUTTON_CHECKED,
    "many": ft.Icons.CHECK_BOX_OUTLINED,
    "faces": ft.Icons.SENTIMENT_SATISFIED_OUTLINED,
    "scale": ft.Icons.LINEAR_SCALE,
    "words": ft.Icons.SHORT_TEXT,
    "yes_no": ft.Icons.THUMB_UP_OUTLINED,
    "number": ft.Icons.NUMBERS,
    "short": ft.Icons.SHORT_TEXT,
    "order": ft.Icons.REORDER,
    "match": ft.Icons.COMPARE_ARROWS,
}
Question = dict[str, Any]
Edit = Callable[[Question], Question]
Put = Callable[[Edit | None], None]


@component
def QuestionCard(
    question: Question, place: int, count: int, marked: bool, put: Put, move: Callable[[int], None]
) -> ft.Control:
    """One question; `marked` where there are right answers. A tap on the arrow opens it."""
    text, kind = words_in(question, "text", language()), str(question.get("kind", ""))
    open_, set_open = ft.use_state(not text)
    sign = disc(QUESTION_SIGNS.get(kind, ft.Icons.HELP_OUTLINE), SKY, 36)
    said = lines(text or _("A question without words yet"), f"{number(place + 1)} · {question_kind(kind)}")
    icon = ft.Icons.EXPAND_LESS if open_ else ft.Icons.EDIT_OUTLINED
    more = icon_button(icon, _("Change this question"), lambda: set_open(not open_), f"question-{place}")
    rows: list[ft.Control] = [ft.Row([sign, said, more], spacing=Space.M)]
    if open_:
        rows.append(keyed("parts", _Parts, question, place, marked, put))
        rows.append(_moving(place, count, put, move))
    column = ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return card(column, pad=Space.M)


def _moving(place: int, count: int, put: Put, move: Callable[[int], None]) -> ft.Control:
    ways: list[ft.Control] = []
    if place > 0:
        ways.append(icon_button(ft.Icons.ARROW_UPWARD, _("Move up"), lambda: move(-1), f"up-{place}"))
    if place < count - 1:
        ways.append(icon_button(ft.Icons.ARROW_DOWNWARD, _("Move down"), lambda: move(1), f"down-{place}"))
    label = _("Take it out")
    ways.append(icon_button(ft.Icons.DELETE_OUTLINE, label, lambda: put(None), f"out-{place}", color=MUTE))
    return ft.Row(ways, alignment=ft.MainAxisAlignment.END, spacing=0)


@component
def _Parts(question: Question, place: int, marked: bool, put: Put) -> ft.Control:
    tongue, kind = language(), str(question.get("kind", ""))
    rows: list[ft.Control] = [
        Field(
            f"text-{place}",
            _("The question"),
            words_in(question, "text", tongue),
            lambda text: put(lambda now: with_words(now, "text", text, tongue)),
            longest=500,
        )
    ]
    if kind in LISTS:
        rows.append(keyed("lines", _Lines, question, place, put))
    if marked and kind == "choice":
        rows.append(keyed("right", _Right, question, place, put))
    if kind == "number":
        rows += [keyed(name, _Value, question, place, name, put) for name in ("answer", "tolerance", "unit")]
    if not marked:
        if kind in ("choice", "many"):
            rows.append(keyed("pictures", _Pictures, question, place, put))
        if kind in ("choice", "many", "words"):
            rows.append(keyed("suggests", _Suggests, question, place, put))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Lines(question: Question, place: int, put: Put) -> ft.Control:
    kind, tongue = str(question.get("kind")), language()
    label = {
        "short": _("Answers that are right, one a line"),
        "order": _("The things in their right order, one a line"),
        "match": _("What belongs together, one pair a line: left = right"),
    }.get(kind, _("What there is to choose, one a line"))

    def keep(text: str) -> None:
        put(lambda now: with_lines(now, text.split("\n"), tongue))

    return Field(f"lines-{place}", label, "\n".join(lines_of(question, tongue)), keep, lines=3, longest=4000)


@component
def _Right(question: Question, place: int, put: Put) -> ft.Control:
    chips: list[ft.Control] = [
        keyed(n, _RightOne, question, place, n, option, put) for n, option in enumerate(options(question))
    ]
    return ft.Column([least(_("Tap what is right")), flow(chips)], spacing=Space.XS)


@component
def _RightOne(question: Question, place: int, n: int, option: Question, put: Put) -> ft.Control:
    on = option.get("right") is True
    text = words_in(option, "text", language())
    right = None if on else True
    return chip(
        text, lambda: put(lambda now: with_option(now, n, "right", right)), f"right-{place}-{n}", on=on
    )


@component
def _Value(question: Question, place: int, name: str, put: Put) -> ft.Control:
    label = {"answer": _("The right number"), "tolerance": _("How far off is still right"), "unit": _("Unit")}
    now = question.get(name)
    text = "" if now is None else str(now)
    return Field(
        f"{name}-{place}",
        label[name],
        text,
        lambda value: put(lambda now: with_part(now, name, value.strip() or None)),
        longest=40,
    )


@component
def _Pictures(question: Question, place: int, put: Put) -> ft.Control:
    """A picture for each answer, for those who cannot read yet."""
    at, set_at = ft.use_state(-1)
    found = options(question)

    def choose(name: str) -> None:
        put(lambda now: with_option(now, at, "icon", name))
        set_at(-1)

    chips: list[ft.Control] = [
        keyed(n, _Picture, one, place, n, n == at, set_at) for n, one in enumerate(found)
    ]
    rows: list[ft.Control] = [least(_("A picture for each, for those who cannot read yet")), flow(chips)]
    if 0 <= at < len(found):
        rows.append(flow([keyed(name, _Icon, name, place, choose) for name in FORM_ICONS], spacing=0))
    return ft.Column(rows, spacing=Space.XS)


@component
def _Picture(option: Question, place: int, n: int, on: bool, choose: Callable[[int], None]) -> ft.Control:
    icon = icon_named(str(option.get("icon", "")), ft.Icons.ADD_PHOTO_ALTERNATE_OUTLINED)
    text = words_in(option, "text", language())
    return chip(text, lambda: choose(-1 if on else n), f"picture-{place}-{n}", on=on, icon=icon)


@component
def _Icon(name: str, place: int, choose: Callable[[str], None]) -> ft.Control:
    return icon_button(FORM_ICONS[name], picture_name(name), lambda: choose(name), f"icon-{place}-{name}")


@component
def _Suggests(question: Question, place: int, put: Put) -> ft.Control:
    now = suggested_kind(question)
    chips: list[ft.Control] = [
        keyed(kind or "none", _Suggest, question, place, kind, kind == now, put)
        for kind in ("", *ENTRY_KINDS)
    ]
    return ft.Column([least(_("What an answer suggests for the profile")), flow(chips)], spacing=Space.XS)


@component
def _Suggest(question: Question, place: int, kind: str, on: bool, put: Put) -> ft.Control:
    label = kind_name(kind, mine=False) if kind else _("Nothing")
    return chip(
        label, lambda: put(lambda now: with_suggested(now, kind)), f"suggests-{place}-{kind or 'none'}", on=on
    )
