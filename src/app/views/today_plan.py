"""The rows of Today's plan: what waits, what is planned, how goals go; and where each leads."""

from datetime import date

import flet as ft

from app.domain.days import Facts
from app.domain.desk import NextThing, Row
from app.services.open_book import OpenBook
from app.views.checkin import CheckInBox
from app.views.navigator import Navigator
from app.views.parts.buttons import icon_button
from app.views.parts.cards import card, lines
from app.views.parts.component import component
from app.views.parts.guard import guarded
from app.views.parts.marks import disc, marked
from app.views.parts.notices import say
from app.views.sentences.plan_rows import plan_row
from app.views.sentences.planning import minutes_words
from app.views.state import use_book, use_nav, use_today
from app.views.theme import LEAF, MUTE, Space
from app.words import _


def follow(nav: Navigator, thing: NextThing) -> None:
    """Goes where the offered thing is done."""
    if thing.action in ("answer", "open_way"):
        _open_about(nav, thing.facts)
    elif thing.action == "do_planned":
        _open_planned(nav, thing.facts)
    elif thing.action == "edit_goal":
        nav.to("goals", thing.rec, "edit")
    elif thing.action in ("open_goal", "check_in"):
        nav.to("goals", thing.rec)
    elif thing.action == "new_goal":
        nav.to("goals", "new")
    elif thing.action == "about_you":
        nav.to("me")
    else:
        nav.to("capture")


def leads_on(thing: NextThing) -> bool:
    """Tells whether what is offered has a page of its own: one's own words in the plan have none."""
    return thing.action != "do_planned" or bool(thing.facts.get("activity") or thing.facts.get("goal"))


def tick_off(book: OpenBook, today: date, rec: str) -> None:
    """Notes that what is planned for today was done, or takes that back."""
    one = book.plan.planned_today(today, rec)
    if one is None:
        return
    if one.session.state == "planned":
        book.plan.done(one)
        say(
            _("Done. It took {time}.").format(time=minutes_words(one.minutes)), lambda: book.plan.restore(one)
        )
    else:
        book.plan.plan_again(one)


def _open_planned(nav: Navigator, facts: Facts) -> None:
    if facts.get("activity"):
        nav.to("activity", str(facts["activity"]))
    elif facts.get("goal"):
        nav.to("goals", str(facts["goal"]))
    else:
        nav.to("week")


def _open_about(nav: Navigator, facts: Facts) -> None:
    about, col = str(facts.get("about", "")), str(facts.get("about_col", ""))
    places = {"goals": ("goals", about), "artefacts": ("portfolio", about), "activities": ("activity", about)}
    nav.to(*places.get(col, ("portfolio",)))


def _open_row(nav: Navigator, row: Row) -> None:
    if row.kind in ("answer", "open_way", "begun"):
        _open_about(nav, row.facts)
    elif row.kind in ("survey", "quiz", "reflect"):
        nav.to(row.kind, row.rec)
    elif row.kind == "planned":
        _open_planned(nav, row.facts)
    elif row.kind == "left":
        nav.to("week")
    else:
        nav.to("goals", row.rec)


@component
def PlanRow(row: Row) -> ft.Control:
    """A row: a tap on its words goes there; a goal is checked in, what is planned is ticked off beside it."""
    book, nav, today = use_book(), use_nav(), use_today()
    open_, set_open = ft.use_state(False)
    noted, set_noted = ft.use_state(False)
    done = row.done or noted
    bold, quiet, icon, tone = plan_row(row, book.reader, today)
    end: ft.Control = ft.Icon(ft.Icons.CHEVRON_RIGHT, color=MUTE)
    if row.kind == "planned":
        sign = ft.Icons.CHECK_CIRCLE if done else ft.Icons.RADIO_BUTTON_UNCHECKED
        word = _("Not done after all") if done else _("Done")
        end = icon_button(
            sign, word, lambda: tick_off(book, today, row.rec), f"tick-{row.rec}", color=tone.ink
        )
    elif done:
        end = ft.Icon(ft.Icons.CHECK_CIRCLE, color=LEAF.ink, size=28)
    elif row.kind == "check_in":
        end = icon_button(
            ft.Icons.EXPAND_LESS if open_ else ft.Icons.ADD_REACTION_OUTLINED,
            _("Say how it goes"),
            lambda: set_open(not open_),
            f"check-in-{row.rec}",
            color=tone.ink,
        )
    words = ft.Container(
        lines(bold, quiet),
        on_click=guarded(lambda: _open_row(nav, row)),
        expand=True,
        border_radius=12,
        ink=True,
    )
    face = ft.Row([disc(icon, tone), marked(f"plan-{row.rec or row.kind}", words), end], spacing=Space.M)
    if not open_ or done:
        return card(face, pad=Space.M)
    box = CheckInBox(row.rec, int(row.facts.get("steps", 0)), lambda: set_noted(True))
    return card(ft.Column([face, box], spacing=Space.M), pad=Space.M)
