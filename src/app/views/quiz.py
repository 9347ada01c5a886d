"""A quiz, one question a screen, without a clock; and what it came to, kindly said."""

import flet as ft

from app.domain.accommodations import CardFacts, card_facts
from app.domain.forms import said
from app.domain.library import Form
from app.domain.marking import kept_answers
from app.domain.quiz import Quiz, Task
from app.views.aloud import Aloud
from app.views.form_draft import FormDraft, misfits, use_form_draft
from app.views.parts.buttons import Tap, primary
from app.views.parts.cards import tinted
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.notices import note
from app.views.parts.states import empty
from app.views.parts.text import body, heading, words
from app.views.quiz_result import ResultView
from app.views.quiz_task import task_body
from app.views.quizzes import about_minutes
from app.views.sentences.forms import read_words
from app.views.state import use_big_text, use_book, use_layout, use_nav
from app.views.stepping import dots, steps
from app.views.supports import support_pills, use_acts
from app.views.theme import SKY, Size, Space
from app.words import _, language, ngettext, number


@component
def QuizView(rec: str, result: str = "") -> ft.Control:
    """The screen of one quiz of the catalog, or of one of its results."""
    book, nav = use_book(), use_nav()
    form = book.catalog.quiz(rec)
    if form is None:
        missing = empty(
            ft.Icons.QUIZ_OUTLINED,
            _("This quiz is not on this device"),
            _("It comes with the next file of whoever asks for it."),
        )
        return screen("quiz", [back_head(_("Quiz"), nav.up), missing])
    read = book.quizzes.read(form)
    if read.quiz is None:
        rows: list[ft.Control] = [back_head(form.title or _("Quiz"), nav.up)]
        rows += [note(text, ft.Icons.INFO_OUTLINE) for text in read_words(read.refused, read.odd)]
        return screen("quiz", rows)
    if result:
        return keyed(result, ResultView, form, read.quiz, result)
    if form.gone:
        away = empty(
            ft.Icons.INVENTORY_2_OUTLINED,
            _("This quiz is put away"),
            _("What was done with it stays where it is. Ask your teacher if you want to do it again."),
        )
        return screen("quiz", [back_head(form.title or _("Quiz"), nav.up), away])
    return keyed(rec, _Running, form, read.quiz)


@component
def _Running(form: Form, quiz: Quiz) -> ft.Control:
    book, nav = use_book(), use_nav()
    draft = use_form_draft(f"quiz-{book.id}-{form.id}")
    facts = card_facts(use_acts(), quiz.minutes)
    title = said(quiz.title, language()) or form.title

    def hand_in() -> None:
        rec = book.quizzes.hand_in(form, title, draft.latest(), facts.acts)
        if rec:
            draft.forget()
            nav.to("quiz", form.id, rec)

    if draft.at == 0:
        return keyed("first", _First, quiz, title, draft, facts)
    if draft.at > len(quiz.tasks):
        return keyed("last", _Last, quiz, title, draft, hand_in)
    return keyed(draft.at, _Asking, quiz, title, draft, facts)


@component
def _First(quiz: Quiz, title: str, draft: FormDraft, facts: CardFacts) -> ft.Control:
    nav = use_nav()
    count = len(quiz.tasks)
    text = ngettext("{n} question", "{n} questions", count).format(n=number(count))
    parts: list[ft.Control] = [heading(title), body(said(quiz.note, language()))]
    parts.append(body(f"{text} · {about_minutes(facts.minutes)}" if facts.minutes else text))
    parts += support_pills(facts)
    begin = primary(_("Begin"), lambda: draft.go(1), "begin-quiz", big=True, icon=ft.Icons.PLAY_ARROW)
    rows: list[ft.Control] = [
        back_head(_("Quiz"), nav.up),
        tinted(ft.Column([*parts, ft.Row([begin])], spacing=Space.M), SKY),
        note(_("Leave out what you do not know yet. You can stop and go on later."), ft.Icons.INFO_OUTLINE),
    ]
    return screen("quiz", rows, wide=use_layout() != "phone")


@component
def _Asking(quiz: Quiz, title: str, draft: FormDraft, facts: CardFacts) -> ft.Control:
    nav, task = use_nav(), quiz.tasks[draft.at - 1]
    given = draft.given.get(task.id)
    rows: list[ft.Control] = [
        back_head(title, nav.up),
        dots(draft.at - 1, len(quiz.tasks)),
        *_asked(task, facts),
        task_body(
            task,
            given,
            lambda value: draft.answer(task.id, value or None),
            lambda: draft.latest().get(task.id),
        ),
    ]
    if facts.scribe and task.kind in ("short", "number"):
        rows.append(note(_("Someone else may write for you."), ft.Icons.RECORD_VOICE_OVER_OUTLINED))
    if facts.break_every and draft.at % 4 == 0:
        text = _("Time for a little break? Your answers stay here.")
        rows.append(note(text, ft.Icons.PAUSE_CIRCLE_OUTLINE))
    footer = steps(draft, draft.at, answered=given is not None)
    return screen("quiz", rows, wide=use_layout() != "phone", footer=footer, big=use_big_text())


def _asked(task: Task, facts: CardFacts) -> list[ft.Control]:
    text = said(task.text, language())
    head = words(text, Size.SECTION, bold=True)
    spoken = [text, *(said(pick.text, language()) for pick in task.picks)]
    read = Aloud(". ".join(spoken), big=facts.read_aloud)
    return [ft.Semantics(header=True, heading_level=2, content=head, live_region=True), read]


@component
def _Last(quiz: Quiz, title: str, draft: FormDraft, hand_in: Tap) -> ft.Control:
    fits = kept_answers(quiz, draft.given)
    left = sum(1 for task in quiz.tasks if task.known and task.id not in fits)
    text = ngettext("You left out {n} question.", "You left out {n} questions.", left).format(n=number(left))
    some, lost = bool(fits), misfits(draft.given, fits, lambda: draft.go(1))
    rows: list[ft.Control] = [
        back_head(title, lambda: draft.go(draft.at - 1)),
        heading(_("That was the last question.")),
        *([body(text)] if left else []),
        *lost,
        primary(_("Hand in"), hand_in, "hand-in", big=True, icon=ft.Icons.CHECK, disabled=not some),
        *([] if some or lost else [note(_("Answer a question first, or come back another day."))]),
    ]
    return screen("quiz", rows, wide=use_layout() != "phone")
