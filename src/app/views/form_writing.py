"""Writing a survey or quiz of one's own: its name, what it is for, its questions; saved as it is left."""

from collections.abc import Callable
from typing import Any

import flet as ft

from app.domain.form_edit import (
    KINDS,
    moved,
    new_question,
    questions,
    with_part,
    with_question,
    with_words,
    words_in,
)
from app.domain.library import QUIZ_KINDS, SURVEY_KINDS, Form
from app.services.form_shelf import FORMATS, QUIZZES, checked, keep_form
from app.services.library_pen import OpenLibrary
from app.views.form_question import QUESTION_SIGNS, QuestionCard
from app.views.form_skills import FormSkills
from app.views.parts.buttons import chip, flow
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.notices import note, say
from app.views.parts.states import failed, loading
from app.views.parts.text import section, strong
from app.views.sentences.forms import form_kind, odd_words, question_kind
from app.views.state import use_loaded, use_shared
from app.views.theme import Space
from app.words import _, language

Change = Callable[[dict[str, Any]], None]
MOST_SAID = 8


@component
def FormWriting(col: str, form: Form) -> ft.Control:
    """One's own form, once the library is open to write in."""
    loaded, again = use_loaded(use_shared().workspace.own_library)
    if loaded.state == "failed":
        return failed(
            _("The library could not be opened"), _("Nothing was deleted."), _("Try again."), retry=again
        )
    if loaded.value is None:
        return loading(_("Opening the library…"))
    return keyed("open", _Writing, col, form, loaded.value)


@component
def _Writing(col: str, form: Form, library: OpenLibrary) -> ft.Control:
    """What can be changed, saved as it is left."""
    raw, tongue = form.form, language()
    found = questions(raw)

    def save(changed: dict[str, Any], competencies: tuple[str, ...] | None = None) -> None:
        keep_form(library, col, changed, tongue, form.id, competencies)

    def change(changed: dict[str, Any]) -> None:
        save(changed)

    rows: list[ft.Control] = [
        Field(
            "form-title",
            _("What is it called?"),
            words_in(raw, "title", tongue),
            lambda text: change(with_words(raw, "title", text, tongue)),
            longest=120,
        ),
        Field(
            "form-note",
            _("What should one know first?"),
            words_in(raw, "note", tongue),
            lambda text: change(with_words(raw, "note", text, tongue)),
            lines=2,
        ),
        keyed("kinds", _Kinds, col, form, change),
    ]
    if col == QUIZZES:
        rows.append(keyed("minutes", _Minutes, form, change))
        rows.append(keyed("skills", FormSkills, form.competencies, lambda now: save(dict(raw), now)))
    rows.append(section(_("Questions")))
    for place, question in enumerate(found):
        key = question.get("id") or f"at-{place}"
        rows.append(keyed(key, _One, col, raw, place, len(found), change))
    rows.append(keyed("new", _NewQuestion, col, raw, change))
    rows += _trouble(col, raw)
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _trouble(col: str, raw: dict[str, Any]) -> list[ft.Control]:
    """What still keeps it from being asked as it is meant."""
    texts = [odd_words(one) for one in checked(col, raw)[1]][:MOST_SAID]
    if not texts:
        return []
    parts: list[ft.Control] = [
        strong(_("Still to do")),
        *(note(text, ft.Icons.INFO_OUTLINE) for text in texts),
    ]
    return [card(ft.Column(parts, spacing=Space.XS), pad=Space.M)]


@component
def _One(col: str, raw: dict[str, Any], place: int, count: int, change: Change) -> ft.Control:
    question = questions(raw)[place]

    def put(changed: dict[str, Any] | None) -> None:
        change(with_question(raw, place, changed))
        if changed is None:
            say(_("Taken out."), lambda: change(raw))

    def move(by: int) -> None:
        change(moved(raw, place, by))

    return QuestionCard(question, place, count, col == QUIZZES, put, move)


@component
def _Kinds(col: str, form: Form, change: Change) -> ft.Control:
    kinds = QUIZ_KINDS if col == QUIZZES else SURVEY_KINDS
    chips: list[ft.Control] = [keyed(kind, _Kind, kind, kind == form.kind, form, change) for kind in kinds]
    return ft.Column([strong(_("What is it for?")), flow(chips)], spacing=Space.S)


@component
def _Kind(kind: str, on: bool, form: Form, change: Change) -> ft.Control:
    return chip(form_kind(kind), lambda: change(with_part(form.form, "kind", kind)), f"kind-{kind}", on=on)


@component
def _Minutes(form: Form, change: Change) -> ft.Control:
    now = form.form.get("minutes")

    def keep(text: str) -> None:
        digits = text.strip()
        change(with_part(form.form, "minutes", int(digits[:3]) if digits.isdecimal() else None))

    return Field(
        "form-minutes",
        _("About how many minutes? Nothing counts down."),
        str(now) if isinstance(now, int) else "",
        keep,
        longest=3,
        keyboard=ft.KeyboardType.NUMBER,
    )


@component
def _NewQuestion(col: str, raw: dict[str, Any], change: Change) -> ft.Control:
    chips: list[ft.Control] = [keyed(kind, _Add, kind, raw, change) for kind in KINDS[FORMATS[col]]]
    return ft.Column([strong(_("Add a question")), flow(chips)], spacing=Space.S)


@component
def _Add(kind: str, raw: dict[str, Any], change: Change) -> ft.Control:
    def add() -> None:
        change(with_question(raw, len(questions(raw)), new_question(raw, kind)))

    return chip(question_kind(kind), add, f"add-{kind}", icon=QUESTION_SIGNS.get(kind, ft.Icons.ADD))
