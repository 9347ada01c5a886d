"""The journal: thoughts about learning week by week, each with what it is about."""

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft

from app.domain.thoughts import JournalWeek, Thought, by_week, moments_in
from app.services.days import local_day
from app.views.about import About, about_of
from app.views.parts.buttons import chip, flow, link, primary
from app.views.parts.cards import card, lines, tap_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc
from app.views.parts.states import empty
from app.views.parts.text import least, section
from app.views.people import voice_of
from app.views.sentences.prompting import MOMENT_SIGNS, moment_name
from app.views.state import use_book, use_changes, use_layout, use_nav, use_shared, use_today
from app.views.theme import MUTE, PLUM, Space
from app.views.thought import Said
from app.words import _, full_day, joined, number, short_date

WEEKS_AT_ONCE = 6
SHOWN = ("reflections", "goal_changes", "goals", "artefacts", "people", "learner")


@component
def JournalView() -> ft.Control:
    """The screen of all thoughts."""
    nav, mine = use_nav(), use_shared().workspace.owner.role == "learner"

    def leave() -> None:
        if mine:
            nav.to("me")
        else:
            nav.to("learner", "about")

    rows: list[ft.Control] = [back_head(_("My journal") if mine else _("Journal"), leave)]
    rows.append(keyed("journal", Journal))
    return screen("journal", rows, wide=use_layout() != "phone", foot=Space.XL)


@component
def Journal() -> ft.Control:
    """The thoughts of the open book, by week, of one moment or all."""
    book, nav = use_book(), use_nav()
    tick = use_changes(book.id, *SHOWN)
    moment, set_moment = ft.use_state("")
    shown, set_shown = ft.use_state(WEEKS_AT_ONCE)
    mine = use_shared().workspace.owner.role == "learner"
    thoughts = ft.use_memo(book.reflecting.thoughts, [book.id, tick])

    def write() -> None:
        nav.to("reflect", "any")

    if not thoughts:
        return _empty(write, mine=mine)
    rows: list[ft.Control] = []
    if mine:
        rows.append(ft.Row([primary(_("Write something"), write, "write", icon=ft.Icons.EDIT_NOTE)]))
    moments = moments_in(thoughts)
    wanted = moment if moment in moments else ""
    if len(moments) > 1:
        rows.append(flow([keyed(one, _Moment, one, one == wanted, set_moment) for one in ("", *moments)]))
    weeks = by_week(thoughts, local_day, wanted)
    rows += [keyed(f"{week.monday}-{wanted}", _Week, week) for week in weeks[:shown]]
    if len(weeks) > shown:
        more = _("Show more ({n})").format(n=number(len(weeks) - shown))
        rows.append(link(more, lambda: set_shown(shown + WEEKS_AT_ONCE), "more-weeks"))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _empty(write: Callable[[], None], *, mine: bool) -> ft.Control:
    head = _("Your journal begins here") if mine else _("No thoughts yet")
    what_for = _("What was hard, what helped, what you found out: thoughts about learning are kept here.")
    step = _("Write something") if mine else ""
    return empty(ft.Icons.MENU_BOOK_OUTLINED, head, what_for, step=step, on_step=write, tone=PLUM)


@component
def _Moment(moment: str, on: bool, choose: Callable[[str], None]) -> ft.Control:
    name = moment_name(moment) if moment else _("Everything")
    icon = MOMENT_SIGNS[moment][0] if moment else None
    return chip(name, lambda: choose(moment), f"moment-{moment or 'all'}", on=on, icon=icon, tone=PLUM)


def week_name(monday: date, today: date) -> str:
    """Returns a week as people say it: this one, the last one, or from which day on."""
    away = (today - monday).days
    if 0 <= away < 7:
        return _("This week")
    if 7 <= away < 14:
        return _("Last week")
    return _("{first} to {last}").format(
        first=full_day(monday, today),
        last=full_day(min(monday, date.max - timedelta(6)) + timedelta(6), today),
    )


@component
def _Week(week: JournalWeek) -> ft.Control:
    rows: list[ft.Control] = [section(week_name(week.monday, use_today()))]
    rows += [keyed(one.source.id, _Entry, one) for one in week.thoughts]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Entry(thought: Thought) -> ft.Control:
    book, now = use_book(), use_shared().workspace.wall()
    icon, tone = MOMENT_SIGNS[thought.moment]
    by = "" if thought.source.by == "learner" else voice_of(book.reader, thought.source).name
    when = joined(part for part in (short_date(thought.source.at, now), by) if part)
    about = about_of(book, thought.about_col, thought.about)
    head = ft.Row([disc(icon, tone, 36), lines(moment_name(thought.moment), least(when))], spacing=Space.M)
    rows: list[ft.Control] = [head, keyed("said", Said, thought)]
    if about is not None:
        rows.append(keyed("about", _About, thought.source.id, about))
    return card(
        ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )


@component
def _About(rec: str, about: About) -> ft.Control:
    """What a thought is about; a tap goes there."""
    nav = use_nav()
    words = least(about.words, color=about.tone.ink, bold=True, expand=True)
    words.max_lines, words.overflow = 2, ft.TextOverflow.ELLIPSIS
    face = ft.Row(
        [
            ft.Icon(about.icon, size=18, color=about.tone.ink),
            words,
            ft.Icon(ft.Icons.CHEVRON_RIGHT, color=MUTE),
        ],
        spacing=Space.S,
    )
    return tap_card(face, lambda: nav.to(*about.to), f"about-{rec}", tone=about.tone)
