"""A warm moment: what was mastered since this device last looked, said once."""

from collections.abc import Sequence

import flet as ft

from app.domain.library import MasteryCriterion
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, link, primary
from app.views.parts.cards import tinted
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.parts.marks import white_pill
from app.views.parts.text import body, heading, strong
from app.views.path_state import use_noticing
from app.views.reflect_card import ReflectCard
from app.views.sentences.path import credits_line, listed, name_of
from app.views.state import use_book, use_nav
from app.views.theme import INK, LEAF, ON_FILL, Space
from app.words import _, ngettext, number

MOST_NAMED = 3


@component
def FreshlyMastered(tick: int) -> ft.Control:
    """The card; nothing where nothing is new. The path must be read."""
    book, nav, noticing = use_book(), use_nav(), use_noticing()
    now = book.path.now()
    mastered = now.mastered()
    fresh = noticing.fresh(mastered)

    def note_old() -> None:
        if not fresh:
            noticing.seen(mastered)

    ft.use_effect(guarded(note_old), [book.id, str(mastered)])
    if not fresh:
        return ft.Container()
    names = [f"“{isolate(name_of(book, name))}”" for name in fresh[:MOST_NAMED]]
    if len(fresh) > MOST_NAMED:
        more = len(fresh) - MOST_NAMED
        names.append(ngettext("{n} more", "{n} more", more).format(n=number(more)))
    opened = sum(1 for name in fresh for after in now.catalog.graph.after(name) if not now.tally.met(after))
    rows: list[ft.Control] = [
        ft.Row([_star(), heading(_("You have mastered something"), expand=True)], spacing=Space.M),
        body(listed(names), color=INK),
        body(_earned([now.tally.standing(name).need for name in fresh]), color=INK),
    ]
    earned = ngettext("That is {n} credit for you.", "That is {n} credits for you.", len(fresh))
    rows.append(strong(earned.format(n=number(len(fresh)))))
    rows.append(
        flow([white_pill(credits_line(len(now.credit())), LEAF, ft.Icons.WORKSPACE_PREMIUM_OUTLINED)])
    )
    if opened:
        said = ngettext(
            "It opens {n} thing more on your path.", "It opens {n} things more on your path.", opened
        )
        rows.append(body(said.format(n=number(opened)), color=INK))
    rows.append(
        ft.Row(
            [
                primary(_("Thank you"), lambda: noticing.seen(mastered), "mastered-seen", tone=LEAF),
                link(_("My growth"), lambda: nav.to("growth"), "mastered-growth", tone=LEAF),
            ],
            wrap=True,
        )
    )
    told = ft.Semantics(
        identifier="mastered-now",
        live_region=True,
        container=True,
        content=tinted(ft.Column(rows, spacing=Space.S), LEAF),
    )
    looking = keyed(f"reflect-{fresh[0]}", ReflectCard, "mastered", "competencies", fresh[0])
    return ft.Column([told, looking], spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _earned(needs: Sequence[MasteryCriterion]) -> str:
    """Returns what it took, no more than was asked for."""
    often, seen = all(need.pieces > 1 for need in needs), all(need.others > 0 for need in needs)
    if often and seen:
        return _("You showed it more than once, and others saw it. This is yours now.")
    if often:
        return _("You showed it more than once. This is yours now.")
    return (
        _("You showed it, and others saw it. This is yours now.")
        if seen
        else _("You showed it. This is yours now.")
    )


def _star() -> ft.Control:
    return ft.Container(
        ft.Icon(ft.Icons.STAR, color=ON_FILL, size=36),
        width=64,
        height=64,
        bgcolor=LEAF.ink,
        border_radius=22,
        rotate=0.12,
        alignment=ft.Alignment.CENTER,
    )
