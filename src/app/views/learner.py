"""A learner's page on a teacher's or family's device: what waits, goals, portfolio, profile."""

from collections.abc import Callable

import flet as ft

from app.domain.voices import waiting_evidence
from app.views.goals import GoalList
from app.views.me import Profile
from app.views.parts.buttons import chip, flow, outlined
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import avatar
from app.views.parts.text import detail, section
from app.views.portfolio import Gallery, Pieces
from app.views.share import OneBook
from app.views.state import use_book, use_changes, use_layout, use_nav, use_shared
from app.views.theme import Space
from app.words import _, ngettext, number

TABS = ("goals", "portfolio", "about", "share")


@component
def LearnerView(tab: str = "") -> ft.Control:
    """The screen of one learner."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "learner")
    learner = book.reader.learner()
    now = tab if tab in TABS else "goals"
    draw: dict[str, Callable[[], ft.Control]] = {
        "goals": lambda: keyed("goals", _Goals),
        "portfolio": lambda: keyed("portfolio", _Portfolio),
        "about": lambda: keyed("about", Profile),
        "share": lambda: keyed("share", OneBook),
    }
    rows: list[ft.Control] = [
        back_head(learner.name or _("Learner"), nav.up, avatar(learner.avatar, book.id)),
        flow([keyed(name, _Tab, name, name == now) for name in TABS]),
        draw[now](),
    ]
    return screen("learner", rows, wide=use_layout() != "phone", width=800, foot=Space.XL)


@component
def _Tab(name: str, on: bool) -> ft.Control:
    nav = use_nav()
    names = {
        "goals": (_("Goals"), ft.Icons.FLAG_OUTLINED),
        "portfolio": (_("Portfolio"), ft.Icons.PHOTO_LIBRARY_OUTLINED),
        "about": (_("About"), ft.Icons.FACE_OUTLINED),
        "share": (_("Share"), ft.Icons.SEND_OUTLINED),
    }
    word, icon = names[name]
    return chip(word, lambda: nav.to("learner", name), f"tab-{name}", on=on, icon=icon)


@component
def _Goals() -> ft.Control:
    nav = use_nav()
    new = outlined(_("New goal"), lambda: nav.to("goals", "new"), "new-goal", icon=ft.Icons.ADD)
    return ft.Column(
        [keyed("list", GoalList), ft.Row([new])],
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def _Portfolio() -> ft.Control:
    book = use_book()
    tick = use_changes(book.id, "evidence", "feedback")
    role = use_shared().workspace.owner.role
    waiting = ft.use_memo(
        lambda: waiting_evidence(book.reader.evidence(), book.reader.feedback(), role), [book.id, tick]
    )
    rows: list[ft.Control] = []
    pieces = tuple(dict.fromkeys(one.artefact for one in waiting if one.artefact))
    if pieces:
        text = ngettext("{n} piece waits for you", "{n} pieces wait for you", len(pieces))
        rows += [
            section(text.format(n=number(len(pieces)))),
            detail(_("Tap one and answer in one sentence.")),
            keyed("waiting", Gallery, pieces[:6]),
            section(_("Everything")),
        ]
    rows.append(keyed("pieces", Pieces))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
