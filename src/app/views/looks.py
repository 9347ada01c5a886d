"""How an adult looks at a piece (at the start, on the way, at the end), and the points of a test on paper."""

from collections.abc import Callable

import flet as ft

from app.domain.points import Points, read_points
from app.views.parts.buttons import chip, flow, link
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.text import detail, strong
from app.views.sentences.looks import LOOK_SIGNS, look_name, points_trouble
from app.views.theme import AMBER, SKY, Space
from app.words import _, number

Put = Callable[[str], None]
LONGEST = 9


@component
def Looks(now: str, choose: Put) -> ft.Control:
    """What kind of look it is: one of three."""
    chips: list[ft.Control] = [keyed(kind, _Look, kind, kind == now, choose) for kind in LOOK_SIGNS]
    return ft.Column([strong(_("What kind of look is it?")), flow(chips)], spacing=Space.S)


@component
def _Look(kind: str, on: bool, choose: Put) -> ft.Control:
    return chip(look_name(kind), lambda: choose(kind), f"look-{kind}", on=on, icon=LOOK_SIGNS[kind], tone=SKY)


@component
def TestResult(
    score: str, most: str, put_score: Put, put_most: Put, typing: Callable[[str, str], None]
) -> ft.Control:
    """Points of a test on paper: closed until wanted, then two numbers; what cannot be is said at once.

    ``typing`` gets ``score`` or ``most`` and what is in the field, at every key.
    """
    open_, set_open = ft.use_state(bool(score or most))
    if not open_:
        add = link(_("Add a test result"), lambda: set_open(True), "add-test", icon=ft.Icons.QUIZ_OUTLINED)
        return ft.Row([add])
    fields = ft.Row(
        [
            ft.Container(
                keyed("score", _Number, "test-score", _("Points"), score, put_score, typing), expand=True
            ),
            ft.Container(
                keyed("most", _Number, "test-most", _("Of how many?"), most, put_most, typing), expand=True
            ),
        ],
        spacing=Space.M,
        vertical_alignment=ft.CrossAxisAlignment.END,
    )
    rows: list[ft.Control] = [strong(_("A test on paper")), fields]
    found = read_points(score, most)
    if isinstance(found, str) and (found != "half" or not score):
        rows.append(detail(points_trouble(found), color=AMBER.ink))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Number(name: str, label: str, now: str, put: Put, typing: Callable[[str, str], None]) -> ft.Control:
    part = name.removeprefix("test-")
    return Field(
        name,
        label,
        now,
        put,
        hint=number(8 if part == "score" else 10),
        longest=LONGEST,
        typing=lambda text: typing(part, text),
        keyboard=ft.KeyboardType.NUMBER,
    )


def points_of(score: str, most: str) -> Points | None:
    """Returns the points where they are there and can be."""
    found = read_points(score, most)
    return found if isinstance(found, Points) else None
