"""What is promised in a goal, card by card; and the short goals within a long one."""

import flet as ft

from app.domain.examples import example
from app.domain.models import Goal
from app.services.goals import GoalPage
from app.views.goal_skills import SkillLines
from app.views.goals import GoalRow
from app.views.parts.buttons import flow, outlined
from app.views.parts.cards import tap_card
from app.views.parts.component import component, keyed
from app.views.parts.days import due_words
from app.views.parts.marks import disc
from app.views.parts.text import body, detail, least, section
from app.views.sentences.coaching import PART_SIGNS, part_example, part_name
from app.views.state import use_book, use_nav, use_today
from app.views.theme import MUTE, Space
from app.words import _

ALWAYS = ("measure", "reason", "due")
WHERE_SAID = ("supports", "resources", "review")


def part_cards(goal: Goal) -> list[ft.Control]:
    """Returns the cards of a goal: the three that every goal should have, and what else was said."""
    said = [part for part in WHERE_SAID if getattr(goal, part)]
    cards: list[ft.Control] = [keyed(part, _Part, goal, part) for part in (*ALWAYS, *said)]
    if goal.competencies:
        cards.append(keyed("competencies", _Skills, goal))
    return cards


@component
def _Part(goal: Goal, part: str) -> ft.Control:
    today = use_today()
    text = str(getattr(goal, part))
    if part in ("due", "review"):
        text = due_words(text, today)
    said = body(text) if text else body(_example(goal, part), color=MUTE)
    return _face(goal, part, said)


def _example(goal: Goal, part: str) -> str:
    """Returns an example of the learner's own interests, always the same for a goal."""
    book = use_book()
    turn = sum(goal.id.encode())
    return part_example(part, example(part, turn, book.goals.interests(), goal.statement))


@component
def _Skills(goal: Goal) -> ft.Control:
    return _face(goal, "competencies", keyed("lines", SkillLines, goal.competencies))


def _face(goal: Goal, part: str, said: ft.Control) -> ft.Control:
    nav = use_nav()
    icon, tone = PART_SIGNS[part]
    face = ft.Row(
        [
            disc(icon, tone, 36),
            ft.Column([least(part_name(part), bold=True, color=tone.ink), said], spacing=2, expand=True),
            ft.Icon(ft.Icons.EDIT_OUTLINED, color=MUTE, size=18),
        ],
        spacing=Space.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return tap_card(face, lambda: nav.to("goals", goal.id, "edit"), f"part-{part}")


@component
def ShortGoals(page: GoalPage) -> ft.Control:
    """The short goals within a long one, and a way to add another."""
    nav, rec = use_nav(), page.goal.id
    rows: list[ft.Control] = [section(_("Its short goals"))]
    rows += [keyed(part.id, GoalRow, part.id) for part in page.parts]
    if not page.parts:
        rows.append(detail(_("A long way is easier in short steps. What comes first?")))
    add = outlined(_("Add a short goal"), lambda: nav.to("goals", "new", rec), "add-short", icon=ft.Icons.ADD)
    rows.append(flow([add]))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
