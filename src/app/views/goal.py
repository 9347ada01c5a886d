"""A goal's page: what is promised, how it goes, what shows it, and what people say."""

import flet as ft

from app.domain.adapting import missed_by
from app.domain.goal_life import standing
from app.domain.smart import first_question
from app.services.goals import GoalPage
from app.views.checkin import CheckInBox, week_bars
from app.views.goal_actions import Agree, GoalActions, Waiting
from app.views.goal_coach import CoachCard, HowClear
from app.views.goal_measures import MeasureBox
from app.views.goal_missed import Adapting, Missed
from app.views.goal_moments import Group, Reached, TimeToTalk
from app.views.goal_parts import ShortGoals, part_cards
from app.views.goals import state_pills, use_goal
from app.views.parts.buttons import flow, link, outlined
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.more import use_more
from app.views.parts.states import empty
from app.views.parts.text import detail, heading, section
from app.views.portfolio import Gallery
from app.views.reflect_card import ReflectCard
from app.views.settling import Settle
from app.views.state import use_book, use_layout, use_nav, use_related, use_shared, use_today
from app.views.talk import Talk
from app.views.theme import Space
from app.words import _, ngettext, number, short_weekday

PIECES_AT_ONCE = 12


@component
def GoalView(rec: str) -> ft.Control:
    """The screen of one goal."""
    book, nav, today = use_book(), use_nav(), use_today()
    use_goal(book.book, rec, parts=True)
    page = book.goals.page(rec, today)
    wide = use_layout() != "phone"
    if page is None:
        gone = empty(ft.Icons.FLAG_OUTLINED, _("This goal is not here"), _("It may have been deleted."))
        return screen("goal", [back_head(_("Goal"), nav.up), gone], wide=wide)
    role = use_shared().workspace.owner.role
    goal = page.goal
    rows: list[ft.Control] = [
        back_head(_("My goal") if role == "learner" else _("Goal"), nav.up),
        heading(goal.statement or _("A goal without words yet")),
    ]
    pills = state_pills(goal, book.reader, role)
    if pills:
        rows.append(flow(pills))
    rows += _moments(page, missed_by(goal, page.stage, today))
    rows += part_cards(goal)
    rows.append(keyed("agree", Agree, page))
    if goal.term == "long":
        rows.append(keyed("parts", ShortGoals, page))
    rows += [keyed("going", _Going, page), keyed("shown", _Shown, rec)]
    rows += [section(_("Voices")), keyed("talk", Talk, "goals", rec), *_below(page)]
    return screen("goal", rows, wide=wide, foot=Space.XL)


def _moments(page: GoalPage, missed: int) -> list[ft.Control]:
    """Returns what matters now, at most one thing to answer beside two versions and news of the group."""
    goal, rows = page.goal, list[ft.Control]()
    if page.stage in ("idea", "asking"):
        rows.append(keyed("waiting", Waiting, page))
    if goal.versions:
        rows.append(keyed("settle", Settle, "goals", goal))
    rows.append(keyed("reached", Reached, page))
    if page.stage == "going":
        rows.append(keyed("talk-day", TimeToTalk, goal))
    if goal.group:
        rows.append(keyed("group", Group, goal))
    settled = standing(goal, page.consents) or page.stage in ("achieved", "letgo") or goal.group
    hint = None if settled else first_question(page.hints)
    ended = {"achieved": "goal_reached", "letgo": "goal_missed"}.get(page.stage)
    if ended:
        rows.append(keyed("reflect", ReflectCard, ended, "goals", goal.id))
    if missed:
        rows.append(keyed("missed", Missed, goal, missed))
    elif hint is not None:
        rows.append(keyed("coach", CoachCard, goal.id, hint))
    return rows


def _below(page: GoalPage) -> list[ft.Control]:
    """Returns what stands at the end: how clear, other plans, the story, and what else can be done."""
    rec = page.goal.id
    rows: list[ft.Control] = [keyed("clear", HowClear, page)]
    if page.stage == "going":
        rows.append(keyed("adapt", Adapting, page.goal))
    return [*rows, keyed("story", _StoryLink, rec), keyed("more", GoalActions, page)]


@component
def _StoryLink(rec: str) -> ft.Control:
    nav = use_nav()
    to = link(
        _("The story of this goal"),
        lambda: nav.to("goals", rec, "story"),
        "goal-story",
        icon=ft.Icons.HISTORY_EDU_OUTLINED,
    )
    return flow([to])


@component
def _Going(page: GoalPage) -> ft.Control:
    goal, how = page.goal, page.progress
    rows: list[ft.Control] = [section(_("How is it going?"))]
    role = use_shared().workspace.owner.role
    if goal.scale:
        rows.append(keyed("measured", MeasureBox, goal, may=page.stage == "going"))
    if page.stage == "going" and role != "family":
        rows.append(card(CheckInBox(goal.id, how.steps, feeling=how.feeling)))
    if page.stage == "going" and how.feeling == "stuck":
        rows.append(keyed("stuck", ReflectCard, "stuck", "goals", goal.id, since=how.at))
    if how.count:
        rows.append(week_bars([(short_weekday(day.day), day.steps) for day in how.week]))
        said = ngettext("{n} check-in so far", "{n} check-ins so far", how.count)
        rows.append(detail(said.format(n=number(how.count))))
    elif role == "family":
        rows.append(detail(_("No check-ins yet.")))
    return ft.Column(
        rows,
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        visible=len(rows) > 1,  # a goal that is over may have nothing to say here
    )


@component
def _Shown(rec: str) -> ft.Control:
    book, nav = use_book(), use_nav()
    use_related(book.book, "evidence", "goal", rec)
    shown = tuple(dict.fromkeys(piece.artefact for piece in book.reader.evidence_for(rec)))
    many, more = use_more(len(shown), "more-pieces", PIECES_AT_ONCE)
    rows: list[ft.Control] = [section(_("What shows it"))]
    if shown:
        rows += [keyed("gallery", Gallery, shown[:many], narrow=True), *more]
    else:
        rows.append(detail(_("Nothing yet. A photo or a sentence can show how far it is.")))
    if use_shared().workspace.owner.role == "learner":
        rows.append(
            flow(
                [
                    outlined(
                        _("Show something for it"),
                        lambda: nav.to("capture", rec),
                        "show-for",
                        icon=ft.Icons.ADD_A_PHOTO_OUTLINED,
                    )
                ]
            )
        )
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
