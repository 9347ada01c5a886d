"""Adding to the week: a chosen activity, a goal's next bit, or one's own words."""

from collections.abc import Callable
from datetime import date

import flet as ft

from app.domain.learning import Choice
from app.services.plan import Thing
from app.services.reading import Reader
from app.views.parts.buttons import chip, flow, link, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.notices import say
from app.views.parts.text import least, section
from app.views.sentences.planning import minutes_words
from app.views.state import use_book, use_today
from app.views.theme import SKY, Space
from app.words import _, weekday

LENGTHS = (10, 20, 30, 45, 60)
SHOWN = 6


@component
def AddToWeek(day: date, close: Callable[[], None], show: Callable[[date], None]) -> ft.Control:
    """What could be done on a day: a tap adds it where it fits, and `show` opens the day it went to."""
    book, today = use_book(), use_today()
    minutes, set_minutes = ft.use_state(20)
    text, set_text = ft.use_state("")

    def add(thing: Thing) -> None:
        if not thing.title.strip():
            return
        block, _why = book.plan.room_on(day, thing.minutes, today)
        if block:
            book.plan.add(thing, day, block)
            said = weekday(day)
        else:
            _rec, there = book.plan.add_where_it_fits(thing, today)
            said = weekday(there) if there else _("what waits")
            if there:
                show(there)
        close()
        say(_("Added to {day}.").format(day=said))

    own = Thing(text, minutes=minutes)
    ready: list[ft.Control] = [
        keyed(key, _Idea, key, thing, add) for key, thing in _ideas(book.reader, minutes)[:SHOWN]
    ]
    rows: list[ft.Control] = [
        ft.Row([section(_("Add something"), expand=True), link(_("Close"), close, "close-add")]),
        least(_("How long?")),
        flow([keyed(str(n), _Length, n, n == minutes, set_minutes) for n in LENGTHS]),
    ]
    if ready:
        rows += [least(_("From my goals and choices")), flow(ready)]
    rows += [
        keyed(
            "own-words",
            Field,
            "plan-words",
            _("Something else"),
            "",
            set_text,
            hint=_("For example: practise the drum"),
            longest=120,
            typing=set_text,
        ),
        primary(_("Add it"), lambda: add(own), "add-own", icon=ft.Icons.ADD, disabled=not text.strip()),
    ]
    return card(
        ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.L
    )


def _ideas(reader: Reader, minutes: int) -> list[tuple[str, Thing]]:
    """Returns what is chosen and not done yet, then the goals that are open."""
    choices = [one for one in reader.every(Choice, "choices") if one.state in ("chosen", "started")]
    found = [(f"c-{one.id}", Thing(one.title, activity=one.activity, minutes=minutes)) for one in choices]
    goals = [goal for goal in reader.goals() if goal.state not in ("achieved", "letgo") and goal.statement]
    return found + [(f"g-{goal.id}", Thing(goal.statement, goal=goal.id, minutes=minutes)) for goal in goals]


@component
def _Idea(key: str, thing: Thing, add: Callable[[Thing], None]) -> ft.Control:
    icon = ft.Icons.EXTENSION_OUTLINED if thing.activity else ft.Icons.FLAG_OUTLINED
    return chip(thing.title, lambda: add(thing), f"idea-{key}", icon=icon)


@component
def _Length(minutes: int, on: bool, choose: Callable[[int], None]) -> ft.Control:
    return chip(minutes_words(minutes), lambda: choose(minutes), f"length-{minutes}", on=on, tone=SKY)
