"""The story of a goal: all that happened to it, the newest first."""

import flet as ft

from app.domain.goal_story import Happening
from app.services.telling import story_of
from app.views.goals import use_goal
from app.views.parts.buttons import link
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc
from app.views.parts.states import empty
from app.views.parts.text import body, detail, heading, least
from app.views.people import voice
from app.views.sentences.telling import reasons, sign, told
from app.views.state import use_book, use_layout, use_nav, use_shared, use_today
from app.views.theme import Space
from app.words import _, number, short_date

SHOWN_AT_ONCE = 30


@component
def GoalStoryView(rec: str) -> ft.Control:
    """The screen of one goal's story."""
    book, nav = use_book(), use_nav()
    tick = use_goal(book.book, rec, parts=True)
    shown, set_shown = ft.use_state(SHOWN_AT_ONCE)
    goal = book.reader.goal(rec)
    lines = ft.use_memo(lambda: story_of(book.reader, rec), [book.id, rec, tick])
    head = back_head(_("The story of this goal"), nav.up)
    if goal is None:
        gone = empty(ft.Icons.FLAG_OUTLINED, _("This goal is not here"), _("It may have been deleted."))
        return screen("goal-story", [head, gone], wide=use_layout() != "phone")
    rows: list[ft.Control] = [head, heading(goal.statement or _("A goal without words yet"))]
    latest = list(reversed(lines))
    rows += [keyed(f"{one.at}-{one.code}-{n}", _Line, one, goal.unit) for n, one in enumerate(latest[:shown])]
    if len(latest) > shown:
        more = _("Show more ({n})").format(n=number(len(latest) - shown))
        rows.append(link(more, lambda: set_shown(shown + SHOWN_AT_ONCE), "show-more"))
    return screen("goal-story", rows, wide=use_layout() != "phone", foot=Space.XL)


@component
def _Line(one: Happening, unit: str) -> ft.Control:
    book, today = use_book(), use_today()
    now = use_shared().workspace.wall()
    icon, tone = sign(one)
    name = voice(book.reader, one.who, one.by).name
    said: list[ft.Control] = [
        least(short_date(one.at, now), bold=True, color=tone.ink),
        body(told(one, name or _("Someone"), today, unit)),
        *[detail(line) for line in reasons(one)],
    ]
    return ft.Row(
        [disc(icon, tone, 36), ft.Column(said, spacing=2, expand=True)],
        spacing=Space.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
