"""What a piece is shown for: goals and skills, how sure its maker is, and what helped."""

from collections.abc import Callable

import flet as ft

from app.domain.models import Evidence, Goal
from app.services.portfolio import ArtefactPage
from app.views.fate import fate
from app.views.judging_form import words_for
from app.views.parts.buttons import chip, flow, link
from app.views.parts.cards import card, tap_card
from app.views.parts.component import component, keyed
from app.views.parts.marks import disc, pill
from app.views.parts.more import use_more
from app.views.parts.text import body, detail, strong
from app.views.sentences.profile import ACT_SIGNS, act_name
from app.views.state import use_book, use_nav, use_shared
from app.views.sure import SURE_SIGNS, sure_name
from app.views.theme import LEAF, SKY, Space
from app.views.ways import first_interest, title_of
from app.words import _

MOST_GOALS = 12


@component
def PieceShows(page: ArtefactPage) -> ft.Control:
    """All that a piece is shown for, and the way to one goal more."""
    rows: list[ft.Control] = [keyed(piece.id, _Piece, piece, goal) for piece, goal in page.shown_for]
    rows.append(keyed("add", _AddGoal, page))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Piece(piece: Evidence, goal: Goal | None) -> ft.Control:
    nav = use_nav()
    book = use_book()
    shown = [words_for(book, rec) for rec in piece.competencies]
    if piece.goal:
        words = goal.statement if goal else _("A goal that is no longer here")
    else:
        way = book.catalog.activity(piece.activity) if piece.activity else None
        named = title_of(way, first_interest(book.reader)) if way else _("A way that I chose")
        words = shown.pop(0) if shown else named
    pills: list[ft.Control] = []
    if piece.sure:
        icon, tone = SURE_SIGNS[piece.sure]
        pills.append(pill(sure_name(piece.sure), tone, icon))
    pills += [pill(act_name(act), LEAF, ACT_SIGNS[act]) for act in piece.supports if act in ACT_SIGNS]
    pills += fate(piece)
    face = ft.Row(
        [
            disc(ft.Icons.FLAG_OUTLINED if piece.goal else ft.Icons.CHECKLIST, SKY, 36),
            ft.Column(
                [
                    strong(words),
                    *[detail(one) for one in shown],
                    *([body(piece.narrative)] if piece.narrative else []),
                    *([flow(pills)] if pills else []),
                ],
                spacing=4,
                expand=True,
            ),
        ],
        spacing=Space.M,
    )
    if goal is None:
        return card(face, pad=Space.M)
    return tap_card(face, lambda: nav.to("goals", goal.id), f"shows-{piece.id}")


@component
def _AddGoal(page: ArtefactPage) -> ft.Control:
    book = use_book()
    open_, set_open = ft.use_state(False)
    if use_shared().workspace.owner.role == "family":
        return ft.Container()
    shown = {piece.goal for piece, _goal in page.shown_for}
    goals = [
        goal for goal in book.reader.goals() if goal.id not in shown and goal.state in ("active", "proposed")
    ]

    many, more = use_more(len(goals), "more-goals", MOST_GOALS)

    def show(rec: str) -> None:
        book.portfolio.show_for(page.artefact.id, rec)
        set_open(False)

    if not goals:
        return detail(_("Shown for no goal yet.")) if not shown else ft.Container()
    if not open_:
        word = _("It shows another goal") if shown else _("Show it for a goal")
        return flow([link(word, lambda: set_open(True), "add-goal", icon=ft.Icons.ADD)])
    return flow([*(keyed(goal.id, _GoalChip, goal, show) for goal in goals[:many]), *more])


@component
def _GoalChip(goal: Goal, show: Callable[[str], None]) -> ft.Control:
    return chip(goal.statement, lambda: show(goal.id), f"add-goal-{goal.id}", icon=ft.Icons.ADD)
