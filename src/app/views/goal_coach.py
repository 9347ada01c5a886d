"""The goal's coach on its page: one small question, and behind it how clear each part is."""

import flet as ft

from app.domain.examples import example
from app.domain.models import Goal
from app.domain.smart import Hint, whole_view
from app.services.goals import GoalPage
from app.views.parts.buttons import flow, link, primary
from app.views.parts.cards import card, tinted
from app.views.parts.component import component, keyed
from app.views.parts.marks import disc, pill, white_pill
from app.views.parts.text import body, detail, strong
from app.views.sentences.coaching import PART_SIGNS, part_example, part_name, question
from app.views.state import use_book, use_nav, use_today
from app.views.theme import AMBER, LEAF, QUIET, Space, Tone
from app.words import _


@component
def CoachCard(rec: str, hint: Hint) -> ft.Control:
    """The one thing the coach asks."""
    nav, today = use_nav(), use_today()
    clearer = primary(_("Make it clearer"), lambda: nav.to("goals", rec, "edit"), "clearer", tone=AMBER)
    pill_ = white_pill(_("One small question"), AMBER, ft.Icons.LIGHTBULB_OUTLINE)
    return tinted(
        ft.Column([ft.Row([pill_]), body(question(hint, today)), flow([clearer])], spacing=10), AMBER
    )


@component
def HowClear(page: GoalPage) -> ft.Control:
    """Each part of the goal: clear, not quite yet, or still open, with the question and an example."""
    open_, set_open = ft.use_state(False)
    book, today = use_book(), use_today()
    shown = link(
        _("How clear is my goal?"), lambda: set_open(not open_), "how-clear", icon=ft.Icons.CHECKLIST_OUTLINED
    )
    rows: list[ft.Control] = [flow([shown])]
    if open_:
        hints = whole_view(page.goal, today, book.goals.interests(), len(page.parts))
        lines: list[ft.Control] = [keyed(hint.part, _Clear, hint, page.goal) for hint in hints]
        inner = ft.Column(lines, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
        rows.append(ft.Semantics(identifier="clear-parts", container=True, content=card(inner)))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Clear(hint: Hint, goal: Goal) -> ft.Control:
    book, today = use_book(), use_today()
    icon, tone = PART_SIGNS[hint.part]
    word, sign, ink = _state(hint)
    said: list[ft.Control] = [strong(part_name(hint.part)), ft.Row([pill(word, ink, sign)])]
    if hint.code:
        said.append(detail(question(hint, today)))
        turn = sum(goal.id.encode())
        own = part_example(hint.part, example(hint.part, turn, book.goals.interests(), goal.statement))
        if own and hint.state == "missing":
            said.append(detail(own))
    return ft.Row(
        [disc(icon, tone, 36), ft.Column(said, spacing=Space.XS, expand=True)],
        spacing=Space.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _state(hint: Hint) -> tuple[str, ft.IconData, Tone]:
    return {
        "met": (_("Clear"), ft.Icons.CHECK, LEAF),
        "vague": (_("Not quite clear yet"), ft.Icons.HELP_OUTLINE, AMBER),
        "missing": (_("Still open"), ft.Icons.RADIO_BUTTON_UNCHECKED, QUIET),
    }[hint.state]
