"""The surveys one can answer: who asks for which, then all there are, by picture."""

import flet as ft

from app.domain.forms import said
from app.domain.library import Form
from app.domain.survey_reading import read_survey
from app.services.open_book import OpenBook
from app.views.form_icons import icon_named, tone_of
from app.views.navigator import Navigator
from app.views.parts.bidi import isolate
from app.views.parts.buttons import link
from app.views.parts.cards import row_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc
from app.views.parts.more import use_more
from app.views.parts.notices import note
from app.views.parts.states import empty
from app.views.people import voice_of
from app.views.state import use_book, use_changes, use_layout, use_nav, use_shared
from app.views.theme import AMBER, QUIET
from app.words import _, language, short_date


@component
def SurveysView() -> ft.Control:
    """The screen of the surveys that can be answered in the open book."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "answers", "feedback")
    mine = use_shared().workspace.owner.role == "learner"
    forms = sorted(book.catalog.surveys(), key=lambda one: mine == (one.kind == "interview"))
    rows: list[ft.Control] = [
        back_head(_("Getting to know me") if mine else _("Side by side"), lambda: leave(nav, mine=mine))
    ]
    if mine:
        asked = [one for one in book.surveys.asked() if not put_away(book.catalog.survey(one.about))]
        rows += [keyed(one.id, _Asked, one.about, voice_of(book.reader, one).name) for one in asked]
    else:
        text = _("Sit together. You read, {name} taps. What is answered stays in {name}'s book.")
        name = isolate(book.reader.learner().name or _("the learner"))
        rows.append(note(text.format(name=name), ft.Icons.FAMILY_RESTROOM))
    if not forms:
        text = _("Surveys come with the app, and with files from a teacher.")
        rows.append(empty(ft.Icons.POLL_OUTLINED, _("No surveys here"), text))
    shown, more = use_more(len(forms), "more-surveys")
    rows += [*(keyed(form.id, _Row, form, n) for n, form in enumerate(forms[:shown])), *more]
    rows += [keyed(form.id, _Away, form) for form in _away(book)]
    return screen("surveys", rows, wide=use_layout() != "phone")


def put_away(form: Form | None) -> bool:
    """Tells whether a form that somebody asks for was put away since: then it is asked for no more."""
    return form is not None and form.gone


def leave(nav: Navigator, *, mine: bool) -> None:
    """Goes back to the profile that a list belongs to."""
    if mine:
        nav.to("me")
    else:
        nav.to("learner", "about")


@component
def _Asked(form: str, who: str) -> ft.Control:
    book, nav = use_book(), use_nav()
    found = book.catalog.survey(form)
    text = _("{name} asks you").format(name=isolate(who))
    sign = disc(ft.Icons.RECORD_VOICE_OVER_OUTLINED, AMBER)
    title = found.title if found else _("A survey that is not on this device yet")
    return row_card(sign, title, text, lambda: nav.to("survey", form), f"asked-{form}")


def _away(book: OpenBook) -> list[Form]:
    """Returns the surveys that were answered here and are put away, the one answered last first."""
    answered = dict.fromkeys(one.survey for one in book.surveys.answers())
    found = (book.catalog.survey(rec) for rec in answered)
    return [form for form in found if form is not None and form.gone]


@component
def _Away(form: Form) -> ft.Control:
    nav = use_nav()
    quiet = _("Not asked any more. See the answers.")
    sign = disc(ft.Icons.HISTORY, QUIET)
    title = form.title or _("Survey")
    return row_card(sign, title, quiet, lambda: nav.to("survey", form.id, "answers"), f"answers-{form.id}")


@component
def _Row(form: Form, place: int) -> ft.Control:
    book, nav, now = use_book(), use_nav(), use_shared().workspace.wall()
    survey = read_survey(form.form).survey
    icon = icon_named(survey.icon if survey else "", ft.Icons.POLL_OUTLINED)
    last = next(iter(book.surveys.answers_to(form.id)), None)
    quiet = said(survey.note, language()) if survey else _("This survey cannot be read")
    if last is not None:
        quiet = _("Answered: {day}. You can answer it again.").format(day=short_date(last.at, now))
    title = form.title or (said(survey.title, language()) if survey else "") or _("Survey")
    sign = disc(icon, tone_of(place))
    row = row_card(sign, title, quiet, lambda: nav.to("survey", form.id), f"survey-{form.id}")
    if last is None:
        return row
    see = link(
        _("See the answers"),
        lambda: nav.to("survey", form.id, "answers"),
        f"answers-{form.id}",
        icon=ft.Icons.HISTORY,
    )
    below = ft.Row([see])
    return ft.Column([row, below], spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
