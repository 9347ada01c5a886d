"""A learner's page on a teacher's or family's device: what waits, goals, portfolio, profile."""

from collections.abc import Callable

import flet as ft

from app.views.goals import GoalList, NewGoal
from app.views.handing import OneBook
from app.views.ideas import Ideas
from app.views.me import Ways
from app.views.parts.buttons import outlined
from app.views.parts.cards import row_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import avatar, disc
from app.views.parts.tabs import Tab, tabs
from app.views.portfolio import Pieces
from app.views.profile import Profile
from app.views.review import Waiting
from app.views.state import use_book, use_changes, use_layout, use_nav
from app.views.stuck import Stuck
from app.views.theme import LEAF, MAIN, PLUM, Space
from app.words import _


@component
def LearnerView(tab: str = "") -> ft.Control:
    """The screen of one learner."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "learner")
    learner = book.reader.learner()
    draw: dict[str, Callable[[], ft.Control]] = {
        "goals": lambda: keyed("goals", _Goals),
        "path": lambda: keyed("path", _Path),
        "portfolio": lambda: keyed("portfolio", _Portfolio),
        "about": lambda: keyed("about", _About),
        "share": lambda: keyed("share", OneBook),
    }
    sides = (
        Tab("goals", _("Goals"), ft.Icons.FLAG_OUTLINED),
        Tab("path", _("Path"), ft.Icons.ROUTE_OUTLINED),
        Tab("portfolio", _("Portfolio"), ft.Icons.PHOTO_LIBRARY_OUTLINED),
        Tab("about", _("About"), ft.Icons.FACE_OUTLINED),
        Tab("share", _("Share"), ft.Icons.SEND_OUTLINED),
    )
    now = tab if tab in draw else "goals"
    rows: list[ft.Control] = [
        back_head(learner.name or _("Learner"), nav.up, avatar(learner.avatar, book.id)),
        tabs(sides, now, lambda name: nav.to("learner", name)),
        draw[now](),
    ]
    return screen("learner", rows, wide=use_layout() != "phone", width=800, foot=Space.XL)


@component
def _About() -> ft.Control:
    parts: list[ft.Control] = [keyed("ideas", Ideas), keyed("profile", Profile), keyed("ways", Ways)]
    return ft.Column(parts, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Path() -> ft.Control:
    nav = use_nav()
    ways: list[ft.Control] = [
        row_card(
            disc(ft.Icons.ROUTE_OUTLINED, MAIN),
            _("The path"),
            _("Where they are, what may come next, and why"),
            lambda: nav.to("path"),
            "open-path",
        ),
        row_card(
            disc(ft.Icons.TRENDING_UP, PLUM),
            _("Suggest a way to learn"),
            _("It waits on their Today, with your words"),
            lambda: nav.to("suggest"),
            "open-suggest",
        ),
        row_card(
            disc(ft.Icons.GRID_VIEW, LEAF),
            _("Growth"),
            _("Competencies by level, goals, pieces and time"),
            lambda: nav.to("growth"),
            "open-growth",
        ),
    ]
    return ft.Column(ways, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Goals() -> ft.Control:
    return ft.Column(
        [keyed("stuck", Stuck), keyed("list", GoalList), ft.Row([keyed("new", NewGoal)], wrap=True)],
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def _Portfolio() -> ft.Control:
    nav = use_nav()
    show = outlined(
        _("Show something for them"),
        lambda: nav.to("capture"),
        "show-for",
        icon=ft.Icons.ADD_A_PHOTO_OUTLINED,
    )
    return ft.Column(
        [keyed("waiting", Waiting), keyed("pieces", Pieces), ft.Row([show], wrap=True)],
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
