"""A survey, one question a screen: pictures first, back and on, skipped freely, and left at any time."""

import flet as ft

from app.domain.accommodations import card_facts
from app.domain.forms import said
from app.domain.library import Form
from app.domain.survey import Question, Survey, kept_answers
from app.views.aloud import Aloud
from app.views.form_draft import FormDraft, misfits, unfitting, use_form_draft
from app.views.form_icons import icon_named
from app.views.ideas import Ideas
from app.views.parts.bidi import isolate
from app.views.parts.buttons import Tap, link, primary
from app.views.parts.cards import tinted
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc
from app.views.parts.notices import note
from app.views.parts.states import empty
from app.views.parts.text import body, heading, words
from app.views.sentences.forms import read_words
from app.views.state import use_big_text, use_book, use_layout, use_nav, use_shared
from app.views.stepping import dots, steps
from app.views.supports import use_acts
from app.views.survey_question import question_body
from app.views.theme import LEAF, PLUM, Size, Space
from app.words import _, language

NOTHING = "nothing"  # in the place of the answers' id, where there were none


@component
def SurveyView(rec: str) -> ft.Control:
    """The screen of one survey of the catalog, or what became of it."""
    book, nav = use_book(), use_nav()
    form = book.catalog.survey(rec)
    if form is None:
        missing = empty(
            ft.Icons.POLL_OUTLINED,
            _("This survey is not on this device"),
            _("It comes with the next file of whoever asks for it."),
        )
        return screen("survey", [back_head(_("Survey"), nav.up), missing])
    if form.gone:
        away = empty(
            ft.Icons.INVENTORY_2_OUTLINED,
            _("This survey is put away"),
            _("What was answered stays where it is. Nobody asks it any more."),
            step=_("See the answers"),
            on_step=lambda: nav.to("survey", rec, "answers"),
        )
        return screen("survey", [back_head(form.title or _("Survey"), nav.up), away])
    read = book.surveys.read(form)
    if read.survey is None:
        rows: list[ft.Control] = [back_head(form.title or _("Survey"), nav.up)]
        rows += [note(text, ft.Icons.INFO_OUTLINE) for text in read_words(read.refused, read.odd)]
        return screen("survey", rows)
    return keyed(rec, _Running, form, read.survey)


@component
def _Running(form: Form, survey: Survey) -> ft.Control:
    book, nav, shared = use_book(), use_nav(), use_shared()
    draft = use_form_draft(f"survey-{book.id}-{form.id}")
    kept, set_kept = ft.use_state("")
    title = said(survey.title, language()) or form.title
    role = shared.workspace.owner.role
    at = min(draft.at, len(survey.questions))

    def finish() -> None:
        beside = "" if role == "learner" else role
        given = draft.latest()
        rec = book.surveys.keep(form, title, given, beside)
        if rec or not unfitting(given, {}):  # what could not be kept stays in the draft
            draft.forget()
            set_kept(rec or NOTHING)

    if kept:
        return _Thanks(kept, title)
    if at >= len(survey.questions):
        return _ending(title, survey, draft, finish)
    return keyed(at, _Asking, survey, draft, at, title, nav.up)


def _ending(title: str, survey: Survey, draft: FormDraft, finish: Tap) -> ft.Control:
    fits = kept_answers(survey, draft.given)
    lost = unfitting(draft.given, fits)
    some = bool(fits or lost)
    text = (
        _("That was the last question.") if some else _("You have not answered anything. That is fine, too.")
    )
    done = primary(
        _("Finish"), finish, "finish-survey", big=True, icon=ft.Icons.CHECK, disabled=bool(lost and not fits)
    )
    rows: list[ft.Control] = [
        back_head(title, lambda: draft.go(max(0, draft.at - 1))),
        ft.Container(disc(ft.Icons.CHECK, LEAF, 88), alignment=ft.Alignment.CENTER, padding=Space.XL),
        words(text, Size.HEADING, bold=True, center=True),
        *misfits(draft.given, fits, lambda: draft.go(0)),
        done,
    ]
    return screen("survey", rows)


@component
def _Asking(survey: Survey, draft: FormDraft, at: int, title: str, leave: Tap) -> ft.Control:
    question = survey.questions[at]
    facts = card_facts(use_acts())
    text = said(question.text, language())
    given = draft.given.get(question.id)
    spoken = [text, *(said(option.text, language()) for option in question.options)]
    rows: list[ft.Control] = [
        back_head(title, leave),
        dots(at, len(survey.questions)),
        *_opening(survey, at),
        _asked(question, text),
        ft.Row(
            [Aloud(". ".join(one for one in spoken if one), big=facts.read_aloud)],
            alignment=ft.MainAxisAlignment.CENTER,
        ),
        question_body(
            question,
            given,
            lambda value: draft.answer(question.id, value),
            lambda: draft.latest().get(question.id),
        ),
    ]
    if facts.scribe and question.kind == "words":
        rows.append(note(_("Someone else may write your words down."), ft.Icons.RECORD_VOICE_OVER_OUTLINED))
    if facts.break_every and at and at % 4 == 0:
        rows.append(
            note(_("Time for a little break? Your answers stay here."), ft.Icons.PAUSE_CIRCLE_OUTLINE)
        )
    return screen(
        "survey",
        rows,
        wide=use_layout() != "phone",
        footer=steps(draft, at, answered=given is not None),
        big=use_big_text(),
    )


def _opening(survey: Survey, at: int) -> list[ft.Control]:
    text = said(survey.note, language())
    return [note(text, ft.Icons.INFO_OUTLINE)] if text and at == 0 else []


def _asked(question: Question, text: str) -> ft.Control:
    parts: list[ft.Control] = []
    if question.icon:
        parts.append(disc(icon_named(question.icon), PLUM, 72))
    head = words(text, Size.HEADING, bold=True, center=True)
    parts.append(ft.Semantics(header=True, heading_level=2, content=head, live_region=True))
    return ft.Column(parts, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.CENTER)


@component
def _Thanks(answers: str, title: str) -> ft.Control:
    book, nav = use_book(), use_nav()
    mine = use_shared().workspace.owner.role == "learner"
    name = book.reader.learner().name
    thanks = _("Thank you!") if mine else _("Thank you, {name}!").format(name=isolate(name))
    ideas = book.needs.from_survey(answers, language()) if answers != NOTHING else ()
    said_ = (
        _("Nothing was answered, so there is nothing to keep. You can come back another day.")
        if answers == NOTHING
        else _("What was answered is kept. You can answer it again later.")
    )
    rows: list[ft.Control] = [
        back_head(title, nav.up),
        tinted(
            ft.Column(
                [heading(thanks), body(said_)],
                spacing=Space.S,
            ),
            LEAF,
        ),
    ]
    if ideas:
        rows.append(keyed("ideas", Ideas, only=answers))
    up = _("To the profile")
    rows.append(link(up, lambda: nav.to("me") if mine else nav.to("learner", "about"), "to-profile"))
    return screen("survey", rows, wide=use_layout() != "phone")
