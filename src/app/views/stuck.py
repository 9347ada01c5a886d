"""A learner is stuck: what a grown-up can do about it, at the top of their page."""

import flet as ft

from app.services.class_ import stuck_on
from app.views.parts.buttons import flow, link, outlined, primary
from app.views.parts.cards import tinted
from app.views.parts.component import component, keyed
from app.views.parts.marks import white_pill
from app.views.parts.text import detail, heading
from app.views.state import use_book, use_changes, use_nav, use_shared, use_today
from app.views.talk import Talk
from app.views.theme import AMBER, Space
from app.words import _, ngettext, number


@component
def Stuck() -> ft.Control:
    """The goal that is stuck, with the ways to help; gone once a word was said. Nothing where none is."""
    book, nav, today = use_book(), use_nav(), use_today()
    role = use_shared().workspace.owner.role
    use_changes(book.id, "goals", "checkins", "feedback", "consents")
    talking, set_talking = ft.use_state(False)
    found = stuck_on(book.reader, role, today)
    if found is None:
        return ft.Container(visible=False)
    goal, statement = str(found.facts["goal_id"]), str(found.facts["goal"])
    tries = int(found.facts["tries"])
    said = ngettext("Said {n} time: I am stuck.", "Said {n} times in a row: I am stuck.", tries)
    say, offer = ft.Icons.CHAT_BUBBLE_OUTLINE, ft.Icons.TRENDING_UP
    ways: list[ft.Control] = [
        outlined(_("Offer a way"), lambda: nav.to("suggest"), "stuck-offer", icon=offer, tone=AMBER),
        link(_("Open the goal"), lambda: nav.to("goals", goal), "stuck-open", tone=AMBER),
    ]
    if not talking:
        talk = primary(_("Say something"), lambda: set_talking(True), "stuck-say", icon=say, tone=AMBER)
        ways.insert(0, talk)
    rows: list[ft.Control] = [
        ft.Row([white_pill(_("Needs help"), AMBER, ft.Icons.SUPPORT_OUTLINED)]),
        heading(statement or _("A goal without words yet")),
        detail(said.format(n=number(tries))),
        *([keyed("talk", Talk, "goals", goal)] if talking else []),
        flow(ways),
    ]
    inner = ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Semantics(identifier="stuck", container=True, content=tinted(inner, AMBER))
