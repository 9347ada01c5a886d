"""What an existing piece shows: skills put in and taken out later, each in the name of who says so."""

from collections.abc import Callable

import flet as ft

from app.views.goal_skills import skill_words
from app.views.parts.buttons import chip, flow, link
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.notices import say
from app.views.parts.text import detail, strong
from app.views.skill_search import SkillSearch
from app.views.state import use_book, use_shared
from app.views.theme import SKY, Space
from app.words import _


@component
def PieceSkills(artefact: str) -> ft.Control:
    """The way to say what a piece shows; closed until it is wanted."""
    open_, set_open = ft.use_state(False)
    shown = use_book().assessing.competencies_of(artefact)
    if open_:
        return keyed("open", _Open, artefact, shown, lambda: set_open(False))
    mine = use_shared().workspace.owner.role == "learner"
    if shown:
        word = _("Add or take out a skill")
    else:
        word = _("Say which skills it shows") if mine else _("Say what this shows")
    return flow([link(word, lambda: set_open(True), "say-shows", icon=ft.Icons.CHECKLIST)])


@component
def _Open(artefact: str, shown: tuple[str, ...], close: Callable[[], None]) -> ft.Control:
    book = use_book()
    own = book.portfolio.own_skills(artefact)

    def add(rec: str) -> None:
        book.portfolio.shows(artefact, (rec,))

    def take_out(rec: str) -> None:
        was = book.portfolio.take_back(artefact, rec)
        say(_("Taken out."), lambda: book.portfolio.give_back(was))

    rows: list[ft.Control] = []
    if own:
        rows += [strong(_("Tap one to take it out")), flow([keyed(rec, _Own, rec, take_out) for rec in own])]
    others = [skill_words(book.catalog.competency(rec)) for rec in shown if rec not in own]
    if others:
        rows.append(detail(_("These come with a goal, or somebody else said them. They stay.")))
        rows += [detail(f"· {one}") for one in others]
    rows.append(keyed("search", SkillSearch, shown, add))
    rows.append(flow([link(_("Done"), close, "shows-done", icon=ft.Icons.CHECK)]))
    return card(
        ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )


@component
def _Own(rec: str, take_out: Callable[[str], None]) -> ft.Control:
    label = skill_words(use_book().catalog.competency(rec))
    return chip(label, lambda: take_out(rec), f"unshow-{rec}", on=True, tone=SKY)
