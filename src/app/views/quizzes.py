"""The quizzes one can do: who asks for which, then all there are."""

import flet as ft

from app.domain.accommodations import card_facts
from app.domain.forms import said
from app.domain.library import Form
from app.domain.quiz import Quiz
from app.domain.quiz_reading import read_quiz
from app.services.surveys import QUIZZES
from app.views.parts.bidi import isolate
from app.views.parts.cards import row_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc
from app.views.parts.more import use_more
from app.views.parts.states import empty
from app.views.people import voice_of
from app.views.state import use_book, use_changes, use_layout, use_nav, use_shared
from app.views.supports import use_acts
from app.views.surveys import leave, put_away
from app.views.theme import AMBER, SKY
from app.words import _, language, ngettext, number, short_date


@component
def QuizzesView() -> ft.Control:
    """The screen of the quizzes that can be done in the open book."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "assessments", "feedback")
    mine = use_shared().workspace.owner.role == "learner"
    head = _("What I can do already") if mine else _("What they can do already")
    forms = book.catalog.quizzes()
    rows: list[ft.Control] = [back_head(head, lambda: leave(nav, mine=mine))]
    if mine:
        asked = [one for one in book.surveys.asked(QUIZZES) if not put_away(book.catalog.quiz(one.about))]
        rows += [keyed(one.id, _Asked, one.about, voice_of(book.reader, one).name) for one in asked]
    if not forms:
        text = _("Quizzes come with the app, and with files from a teacher.")
        rows.append(empty(ft.Icons.QUIZ_OUTLINED, _("No quizzes here"), text))
    shown, more = use_more(len(forms), "more-quizzes")
    rows += [*(keyed(form.id, QuizRow, form) for form in forms[:shown]), *more]
    return screen("quizzes", rows, wide=use_layout() != "phone")


@component
def _Asked(form: str, who: str) -> ft.Control:
    book, nav = use_book(), use_nav()
    found = book.catalog.quiz(form)
    title = found.title if found else _("A quiz that is not on this device yet")
    text = _("{name} asks you").format(name=isolate(who))
    sign = disc(ft.Icons.RECORD_VOICE_OVER_OUTLINED, AMBER)
    return row_card(sign, title, text, lambda: nav.to("quiz", form), f"asked-{form}")


@component
def QuizRow(form: Form) -> ft.Control:
    """A quiz as a row to tap: how long it takes, or when it was done last."""
    book, nav, now = use_book(), use_nav(), use_shared().workspace.wall()
    facts = card_facts(use_acts(), (read_quiz(form.form).quiz or Quiz()).minutes)
    last = next(iter(book.quizzes.results(form.id)), None)
    if last is not None:
        quiet = _("Done: {day}. You can do it again.").format(day=short_date(last.at, now))
    elif facts.minutes:
        quiet = about_minutes(facts.minutes)
    else:
        quiet = _("No hurry: there is no clock")
    title = form.title or said((read_quiz(form.form).quiz or Quiz()).title, language()) or _("Quiz")
    return row_card(
        disc(ft.Icons.QUIZ_OUTLINED, SKY), title, quiet, lambda: nav.to("quiz", form.id), f"quiz-{form.id}"
    )


def about_minutes(minutes: int) -> str:
    """Returns how long something takes, roughly; nothing counts down."""
    text = ngettext("About {n} minute, without a clock", "About {n} minutes, without a clock", minutes)
    return text.format(n=number(minutes))
