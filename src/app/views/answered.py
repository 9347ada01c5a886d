"""What was answered in a survey, each time it was: so one sees how it changed."""

from typing import Any

import flet as ft

from app.domain.forms import said
from app.domain.learning import Answers
from app.domain.survey import Question, fitting
from app.views.form_icons import face_at, icon_named
from app.views.parts.bidi import isolate
from app.views.parts.buttons import link
from app.views.parts.cards import card, lines
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc
from app.views.parts.states import empty
from app.views.parts.text import least, words
from app.views.parts.voices import role_name
from app.views.people import voice_of
from app.views.state import use_book, use_changes, use_layout, use_nav, use_shared
from app.views.survey_question import face_name
from app.views.theme import MAIN, PLUM, Space
from app.words import _, joined, language, number, short_date

TIMES = 5


@component
def AnsweredView(rec: str) -> ft.Control:
    """The screen of all answers to one survey, the newest first under each question."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "answers")
    form, given = book.catalog.survey(rec), book.surveys.answers_to(rec)
    survey = book.surveys.read(form).survey if form else None
    title = (form.title if form else "") or (given[0].title if given else "") or _("Survey")
    rows: list[ft.Control] = [back_head(title, nav.up)]
    if survey is None and given:
        what = _("The questions are not on this device. The answers are safe in the book.")
        rows.append(empty(ft.Icons.POLL_OUTLINED, _("The answers cannot be shown here"), what))
        return screen("answered", rows, wide=use_layout() != "phone")
    if survey is None or not given:
        what = _("When this survey is answered, the answers stand here, with the days.")
        rows.append(empty(ft.Icons.POLL_OUTLINED, _("No answers to show"), what))
        return screen("answered", rows, wide=use_layout() != "phone")
    rows += [keyed(one.id, _Question, one, given) for one in survey.questions if one.known]
    if form is not None and not form.gone:
        rows.append(link(_("Answer it again"), lambda: nav.to("survey", rec), "answer-again"))
    return screen("answered", rows, wide=use_layout() != "phone", foot=Space.XL)


@component
def _Question(question: Question, given: tuple[Answers, ...]) -> ft.Control:
    head = lines(said(question.text, language()))
    parts: list[ft.Control] = [
        ft.Row([disc(icon_named(question.icon, ft.Icons.HELP_OUTLINE), PLUM, 36), head], spacing=Space.M)
    ]
    answered = [one for one in given if fitting(question, one.answers.get(question.id)) is not None]
    parts += [keyed(one.id, _Answer, question, one) for one in answered[:TIMES]]
    if not answered:
        parts.append(least(_("Left out")))
    return card(ft.Column(parts, spacing=Space.S), pad=Space.M)


@component
def _Answer(question: Question, one: Answers) -> ft.Control:
    book, now = use_book(), use_shared().workspace.wall()
    value = one.answers.get(question.id)
    day = short_date(one.at, now)
    # On the learner's own device the record is the learner's: only the role of who sat beside is known.
    name = voice_of(book.reader, one).name if one.by == one.beside else role_name(one.beside)
    who = _("together with {name}").format(name=isolate(name)) if one.beside else ""
    sign: list[ft.Control] = []
    if question.kind == "faces":
        sign = [ft.Icon(face_at(fitting(question, value), question.steps), color=MAIN.ink, size=28)]
    text = words(answer_words(question, value), expand=True)
    when = least(" · ".join(part for part in (day, who) if part))
    return ft.Column([ft.Row([*sign, text], spacing=Space.S), when], spacing=0)


def answer_words(question: Question, answer: Any) -> str:
    """Returns an answer as people read it; "" for one that does not fit."""
    value = fitting(question, answer)
    if value is None:
        return ""
    texts = {option.id: said(option.text, language()) for option in question.options}
    if question.kind == "scale":
        return _("{n} of {most}").format(n=number(value + 1), most=number(question.steps))
    if question.kind == "faces":
        return face_name(value, question.steps)
    if question.kind == "yes_no":
        return _("Yes") if value else _("No")
    if question.kind == "words":
        return str(value)
    return joined(texts.get(str(name), "") for name in ([value] if isinstance(value, str) else value))
