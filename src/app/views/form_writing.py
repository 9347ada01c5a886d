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

Raw = dict[str, Any]
Edit = Callable[[Raw], Raw]
Change = Callable[[Edit], None]
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
    raw, found = form.form, questions(form.form)

    def now() -> Raw:
        reader = library.reader
        kept = reader.quiz(form.id) if col == QUIZZES else reader.survey(form.id)
        return dict(kept.form) if kept else raw

    def change(edit: Edit) -> None:
        # On what is kept now: a field that is left by a tap changes it before the screen is drawn again.
        keep_form(library, col, edit(now()), language(), form.id)

    def skills(chosen: tuple[str, ...]) -> None:
        keep_form(library, col, now(), language(), form.id, chosen)

    rows: list[ft.Control] = [
        keyed("head", _Head, form, change),
        keyed("kinds", _Kinds, col, form, change),
    ]
    if col == QUIZZES:
        rows.append(keyed("minutes", _Minutes, form, change))
        rows.append(keyed("skills", FormSkills, form.competencies, skills))
    rows.append(section(_("Questions")))
    for place, question in enumerate(found):
        key = question.get("id") or f"at-{place}"
        rows.append(keyed(key, _One, col, raw, place, len(found), change))
    rows.append(keyed("new", _NewQuestion, col, change))
    rows += _trouble(col, raw)
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Head(form: Form, change: Change) -> ft.Control:
    """What the form is called, and what one should know first."""
    raw, tongue = form.form, language()

    def put(name: str, text: str) -> None:
        change(lambda raw: with_words(raw, name, text, tongue))

    title, note_ = words_in(raw, "title", tongue), words_in(raw, "note", tongue)
    called = Field("form-title", _("What is it called?"), title, lambda text: put("title", text), longest=120)
    known = Field(
        "form-note", _("What should one know first?"), note_, lambda text: put("note", text), lines=2
    )
    stretch = ft.CrossAxisAlignment.STRETCH
    return ft.Column([called, known], spacing=Space.M, horizontal_alignment=stretch)


def _trouble(col: str, raw: Raw) -> list[ft.Control]:
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
def _One(col: str, raw: Raw, place: int, count: int, change: Change) -> ft.Control:
    question = questions(raw)[place]

    def at(now: Raw) -> int:
        """Where the question stands now: by its name, for it may have been moved."""
        names = [one.get("id") for one in questions(now)]
        return names.index(question["id"]) if question.get("id") in names else place

    def put(edit: Edit | None) -> None:
        def edited(now: Raw) -> Raw:
            here = at(now)
            return with_question(now, here, edit(questions(now)[here]) if edit else None)

        change(edited)
        if edit is None:
            say(_("Taken out."), lambda: change(lambda _now: raw))

    def move(by: int) -> None:
        change(lambda now: moved(now, at(now), by))

    return QuestionCard(question, place, count, col == QUIZZES, put, move)


@component
def _Kinds(col: str, form: Form, change: Change) -> ft.Control:
    kinds = QUIZ_KINDS if col == QUIZZES else SURVEY_KINDS
    chips: list[ft.Control] = [keyed(kind, _Kind, kind, kind == form.kind, form, change) for kind in kinds]
    return ft.Column([strong(_("What is it for?")), flow(chips)], spacing=Space.S)


@component
def _Kind(kind: str, on: bool, form: Form, change: Change) -> ft.Control:
    return chip(
        form_kind(kind), lambda: change(lambda raw: with_part(raw, "kind", kind)), f"kind-{kind}", on=on
    )


@component
def _Minutes(form: Form, change: Change) -> ft.Control:
    now = form.form.get("minutes")

    def keep(text: str) -> None:
        digits = text.strip()
        minutes = int(digits[:3]) if digits.isdecimal() else None
        change(lambda raw: with_part(raw, "minutes", minutes))

    return Field(
        "form-minutes",
        _("About how many minutes? Nothing counts down."),
        str(now) if isinstance(now, int) else "",
        keep,
        longest=3,
        keyboard=ft.KeyboardType.NUMBER,
    )


@component
def _NewQuestion(col: str, change: Change) -> ft.Control:
    chips: list[ft.Control] = [keyed(kind, _Add, kind, change) for kind in KINDS[FORMATS[col]]]
    return ft.Column([strong(_("Add a question")), flow(chips)], spacing=Space.S)


@component
def _Add(kind: str, change: Change) -> ft.Control:
    def add() -> None:
        change(lambda raw: with_question(raw, len(questions(raw)), new_question(raw, kind)))

    return chip(question_kind(kind), add, f"add-{kind}", icon=QUESTION_SIGNS.get(kind, ft.Icons.ADD))
