"""A goal's page: what is promised, how it goes, what shows it, and what people say."""

import flet as ft

from app.domain.goal_life import standing
from app.domain.models import Goal
from app.domain.smart import Hint, first_question
from app.services.goals import GoalPage
from app.views.checkin import CheckInBox, week_bars
from app.views.goal_actions import Agree, GoalActions, Waiting
from app.views.goals import state_pills, use_goal
from app.views.parts.buttons import flow, outlined, primary
from app.views.parts.cards import card, tap_card, tinted
from app.views.parts.component import component, keyed
from app.views.parts.days import due_words
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc, white_pill
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.parts.text import body, detail, heading, least, section
from app.views.portfolio import Gallery
from app.views.sentences.coaching import PART_SIGNS, part_example, part_name, question
from app.views.settling import Settle
from app.views.state import (
    use_book,
    use_layout,
    use_nav,
    use_related,
    use_shared,
    use_today,
)
from app.views.talk import Talk
from app.views.theme import AMBER, LEAF, MUTE, Space
from app.words import _, ngettext, number, short_weekday

PARTS = ("measure", "reason", "due")


@component
def GoalView(rec: str) -> ft.Control:
    """The screen of one goal."""
    book, nav, today = use_book(), use_nav(), use_today()
    use_goal(book.book, rec)
    page = book.goals.page(rec, today)
    wide = use_layout() != "phone"
    if page is None:
        return screen(
            "goal",
            [
                back_head(_("Goal"), nav.up),
                empty(ft.Icons.FLAG_OUTLINED, _("This goal is not here"), _("It may have been deleted.")),
            ],
            wide=wide,
        )
    goal = page.goal
    head = _("My goal") if use_shared().workspace.owner.role == "learner" else _("Goal")
    rows: list[ft.Control] = [
        back_head(head, nav.up),
        heading(goal.statement or _("A goal without words yet")),
    ]
    pills = state_pills(goal, book.reader, use_shared().workspace.owner.role)
    if pills:
        rows.append(flow(pills))
    if page.stage in ("idea", "asking"):
        rows.append(keyed("waiting", Waiting, page))
    if goal.versions:
        rows.append(keyed("settle", Settle, "goals", goal))
    if page.stage == "going" and page.progress.feeling == "done":
        rows.append(keyed("reached", _Reached, rec))
    settled = standing(goal, page.consents) or page.stage in ("achieved", "letgo")
    hint = None if settled else first_question(page.hints)
    if hint is not None:
        rows.append(keyed("coach", _Coach, rec, hint))
    rows += [keyed(part, _Part, goal, part) for part in PARTS]
    rows.append(keyed("agree", Agree, page))
    rows += [keyed("going", _Going, page), keyed("shown", _Shown, rec)]
    rows += [section(_("Voices")), keyed("talk", Talk, "goals", rec), keyed("more", GoalActions, page)]
    return screen("goal", rows, wide=wide, foot=Space.XL)


@component
def _Coach(rec: str, hint: Hint) -> ft.Control:
    nav, today = use_nav(), use_today()
    return tinted(
        ft.Column(
            [
                ft.Row([white_pill(_("One small question"), AMBER, ft.Icons.LIGHTBULB_OUTLINE)]),
                body(question(hint, today)),
                ft.Row(
                    [
                        primary(
                            _("Make it clearer"),
                            lambda: nav.to("goals", rec, "edit"),
                            "clearer",
                            tone=AMBER,
                        )
                    ]
                ),
            ],
            spacing=10,
        ),
        AMBER,
    )


@component
def _Part(goal: Goal, part: str) -> ft.Control:
    nav, today = use_nav(), use_today()
    icon, tone = PART_SIGNS[part]
    text = str(getattr(goal, part))
    if part == "due":
        text = due_words(text, today)
    words = body(text) if text else body(part_example(part), color=MUTE)
    face = ft.Row(
        [
            disc(icon, tone, 36),
            ft.Column([least(part_name(part), bold=True, color=tone.ink), words], spacing=2, expand=True),
            ft.Icon(ft.Icons.EDIT_OUTLINED, color=MUTE, size=18),
        ],
        spacing=Space.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return tap_card(face, lambda: nav.to("goals", goal.id, "edit"), f"part-{part}")


@component
def _Going(page: GoalPage) -> ft.Control:
    goal, how = page.goal, page.progress
    rows: list[ft.Control] = [section(_("How is it going?"))]
    role = use_shared().workspace.owner.role
    if page.stage == "going" and role != "family":
        rows.append(card(CheckInBox(goal.id, how.steps, feeling=how.feeling)))
    if how.count:
        rows.append(week_bars([(short_weekday(day.day), day.steps) for day in how.week]))
        said = ngettext("{n} check-in so far", "{n} check-ins so far", how.count)
        rows.append(detail(said.format(n=number(how.count))))
    elif role == "family":
        rows.append(detail(_("No check-ins yet.")))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Reached(rec: str) -> ft.Control:
    goals = use_book().goals

    def reached() -> None:
        say(_("Reached. Well done!"), goals.act(rec, "reach"))

    return tinted(
        ft.Column(
            [
                ft.Row([white_pill(_("You did it"), LEAF, ft.Icons.CELEBRATION_OUTLINED)]),
                body(_("You said you did it. Is this goal reached?")),
                flow([primary(_("Yes, it is reached"), reached, "reached", tone=LEAF)]),
            ],
            spacing=10,
        ),
        LEAF,
    )


@component
def _Shown(rec: str) -> ft.Control:
    book, nav = use_book(), use_nav()
    use_related(book.book, "evidence", "goal", rec)
    shown = tuple(dict.fromkeys(piece.artefact for piece in book.reader.evidence_for(rec)))
    rows: list[ft.Control] = [section(_("What shows it"))]
    if shown:
        rows.append(keyed("gallery", Gallery, shown, narrow=True))
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
