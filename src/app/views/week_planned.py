"""A planned thing: done in one tap, and what else can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import flet as ft

from app.domain.week import Planned
from app.views.parts.buttons import chip, flow, icon_button, link
from app.views.parts.cards import card, lines
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.parts.marks import disc, marked
from app.views.parts.notices import say
from app.views.parts.text import least, strong
from app.views.sentences.planning import minutes_words
from app.views.state import use_book, use_nav
from app.views.theme import LEAF, MAIN, QUIET, SKY, Space
from app.words import _

SPENT = (10, 20, 30, 45, 60)


class Putting(Protocol):
    """Puts a planned thing down."""

    def __call__(self, one: Planned, day: date | None, block: str = "") -> None: ...


@dataclass(frozen=True)
class Moving:
    """What is being moved, and how to take something up and put it down: on a day, in a block of it or ("")
    where it fits there; on no day it waits."""

    one: Planned | None
    take: Callable[[Planned | None], None]
    put: Putting


@component
def PlannedRow(one: Planned, moving: Moving) -> ft.Control:
    """One planned thing: a tap on its sign says done, a tap on its words opens what else can be done."""
    book = use_book()
    open_, set_open = ft.use_state(False)
    session, state = one.session, one.session.state

    def done() -> None:
        if state == "planned":
            book.plan.done(one)
            said = _("Done. It took {time}.").format(time=minutes_words(one.minutes))
            say(said, lambda: book.plan.restore(one))
        else:
            book.plan.plan_again(one)

    icon, word = _sign(state)
    tick = icon_button(icon, word, done, f"done-{one.id}", color=LEAF.ink if state == "done" else MAIN.ink)
    face = ft.Container(
        lines(session.title, _quiet(one)),
        on_click=guarded(lambda: set_open(not open_)),
        border_radius=12,
        ink=True,
        expand=True,
        padding=ft.Padding.symmetric(vertical=Space.S),
    )
    sign = disc(_icon(one), QUIET if state == "skipped" else MAIN, 36)
    row = ft.Row([sign, marked(f"planned-{one.id}", face), tick], spacing=Space.S)
    drawn: ft.Control = ft.Column(
        [row, *([_Ways(one, moving, lambda: set_open(False))] if open_ else [])],
        spacing=Space.XS,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    if state != "planned":
        return drawn
    shadow = card(strong(session.title), pad=Space.M)
    # Only sideways movements carry it: up and down scroll the page.
    return ft.Draggable(
        group="week", content=drawn, content_feedback=shadow, data=one, affinity=ft.Axis.HORIZONTAL
    )


def _sign(state: str) -> tuple[ft.IconData, str]:
    if state == "done":
        return ft.Icons.CHECK_CIRCLE, _("Not done after all")
    if state == "skipped":
        return ft.Icons.REPLAY, _("Plan it again")
    return ft.Icons.RADIO_BUTTON_UNCHECKED, _("Done")


def _icon(one: Planned) -> ft.IconData:
    if one.session.goal:
        return ft.Icons.FLAG_OUTLINED
    return ft.Icons.EXTENSION_OUTLINED if one.session.activity else ft.Icons.EDIT_NOTE


def _quiet(one: Planned) -> str:
    session = one.session
    if session.state == "done":
        return _("Done, {time}").format(time=minutes_words(session.spent or one.minutes))
    if session.state == "skipped":
        return _("Left out")
    said = minutes_words(one.minutes)
    if one.repeat == "daily":
        return _("{time}, every day").format(time=said)
    if one.repeat == "weekly":
        return _("{time}, every week").format(time=said)
    return said


@component
def _Ways(one: Planned, moving: Moving, close: Callable[[], None]) -> ft.Control:
    """What else can be done with a planned thing."""
    book, nav = use_book(), use_nav()
    session = one.session

    def take() -> None:
        moving.take(one)
        close()

    def skip() -> None:
        book.plan.skip(one)
        say(_("Left out. That is all right."), lambda: book.plan.restore(one))

    ways: list[ft.Control] = []
    if session.activity:
        ways.append(link(_("Open"), lambda: nav.to("activity", session.activity), f"open-{one.id}"))
    elif session.goal:
        ways.append(link(_("Open"), lambda: nav.to("goals", session.goal), f"open-{one.id}"))
    if session.state == "planned":
        ways.append(link(_("Move it"), take, f"move-{one.id}", icon=ft.Icons.SWAP_VERT))
        ways.append(link(_("Skip"), skip, f"skip-{one.id}", icon=ft.Icons.SKIP_NEXT_OUTLINED))
    ways.append(keyed("out", _Out, one))
    rows: list[ft.Control] = [flow(ways, spacing=0)]
    if session.state in ("planned", "done"):
        rows += [least(_("How long did it take?")), flow([_spent(one, n) for n in SPENT])]
    if session.day:
        once = _("Not again") if one.base else _("Once")
        again = [("", once), ("daily", _("Every day")), ("weekly", _("Every week"))]
        chips: list[ft.Control] = [keyed(how or "once", _Again, one, how, word) for how, word in again]
        rows += [least(_("Again?")), flow(chips)]
    return ft.Container(ft.Column(rows, spacing=Space.XS), padding=ft.Padding.only(left=44, bottom=Space.S))


@component
def _Out(one: Planned) -> ft.Control:
    """Takes it out of the plan: of a series only this day's, or every one."""
    book = use_book()

    def every() -> None:
        gone = book.plan.drop_all(one.base or one.id)
        say(_("Taken out of the plan."), lambda: book.plan.bring_back(*gone))

    def here() -> None:
        book.plan.take_out(one)
        say(_("Taken out on this day."), lambda: book.plan.restore(one))

    out = link(_("Take out"), here if one.base else every, f"drop-{one.id}", icon=ft.Icons.DELETE_OUTLINE)
    if not one.base:
        return out
    sweep = ft.Icons.DELETE_SWEEP_OUTLINED
    return flow([out, link(_("Take out every one"), every, f"drop-all-{one.id}", icon=sweep)], spacing=0)


def _spent(one: Planned, minutes: int) -> ft.Control:
    return keyed(f"spent-{minutes}", _Spent, one, minutes)


@component
def _Spent(one: Planned, minutes: int) -> ft.Control:
    book = use_book()
    on = one.session.state == "done" and one.session.spent == minutes

    def note() -> None:
        book.plan.done(one, minutes)
        say(_("Noted: {time}.").format(time=minutes_words(minutes)), lambda: book.plan.restore(one))

    return chip(minutes_words(minutes), note, f"spent-{one.id}-{minutes}", on=on, tone=LEAF)


@component
def _Again(one: Planned, how: str, word: str) -> ft.Control:
    book, on = use_book(), one.repeat == how
    return chip(word, lambda: book.plan.repeat(one, how), f"again-{one.id}-{how or 'once'}", on=on, tone=SKY)
