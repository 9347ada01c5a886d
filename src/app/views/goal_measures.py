"""Measuring a goal in one tap, and the small chart of it, which readers hear as a sentence."""

from collections.abc import Callable
from decimal import Decimal

import flet as ft
import flet.canvas as cv

from app.domain.measuring import RATINGS, Standing, number_typed, plain
from app.domain.models import Goal
from app.views.parts.bidi import isolate
from app.views.parts.buttons import chip, flow, outlined, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.notices import say
from app.views.parts.text import body
from app.views.state import use_book
from app.views.theme import LEAF, LINE, MAIN, Space
from app.words import _, direction, ngettext, number

WIDTH, HEIGHT, EDGE = 280, 96, 8
Note = Callable[[str], None]


@component
def MeasureBox(goal: Goal, *, may: bool = True) -> ft.Control:
    """What was measured of a goal, and where this person `may`, one tap to measure again."""
    how = use_book().measuring.standing(goal.id)
    words = standing_words(how, goal)
    rows: list[ft.Control] = [body(words)]
    if len(how.points) > 1 and goal.scale != "yes_no":
        rows.append(chart(how, words))
    if may:
        rows.append(keyed("measure", _Measure, goal))
    return card(ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


@component
def _Measure(goal: Goal) -> ft.Control:
    measuring = use_book().measuring

    def measure(value: str) -> None:
        back = measuring.measure(goal.id, value)
        say(_("Noted."), back)

    if goal.scale == "yes_no":
        yes = primary(_("Yes"), lambda: measure("1"), "measure-yes", icon=ft.Icons.CHECK, tone=LEAF)
        return flow([yes, outlined(_("Not yet"), lambda: measure("0"), "measure-no")])
    if goal.scale == "rating":
        return flow([keyed(n, _Rating, n, measure) for n in RATINGS])
    return keyed("number", _Number, goal, measure)


@component
def _Rating(value: int, measure: Note) -> ft.Control:
    return chip(number(value), lambda: measure(str(value)), f"measure-{value}")


@component
def _Number(goal: Goal, measure: Note) -> ft.Control:
    """A field for a number, which begins anew when one was noted; for a count also one more in one tap."""
    turn, set_turn = ft.use_state(0)
    wrong, set_wrong = ft.use_state(False)
    typed = use_slot("")

    def typing(text: str) -> None:
        typed.current = text

    def keep() -> None:
        if not number_typed(typed.current):
            set_wrong(True)
            return
        measure(typed.current)
        typed.current = ""
        set_wrong(False)
        set_turn(turn + 1)

    counted = goal.scale == "count"
    label = _("How many more?") if counted else _("How much is it now?")
    ways: list[ft.Control] = [primary(_("Note it"), keep, "measure-keep")]
    if counted:
        ways.insert(0, outlined(_("One more"), lambda: measure("1"), "measure-one", icon=ft.Icons.ADD))
    field = keyed(
        f"value-{turn}",
        Field,
        "measure-value",
        f"{label} ({goal.unit})" if goal.unit else label,
        "",
        typing,
        typing=typing,
        keyboard=ft.KeyboardType.NUMBER,
        longest=20,
    )
    rows: list[ft.Control] = [field, flow(ways)]
    if wrong:
        rows.insert(1, body(_("Write a number, like 12 or 1.5.")))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def amount(value: Decimal | None, unit: str = "") -> str:
    """Returns a number with what it counts, as people write it."""
    if value is None:
        return ""
    text = number(int(value)) if value == value.to_integral() else number(float(plain(value)))
    return isolate(f"{text} {unit}".strip())


def standing_words(how: Standing, goal: Goal) -> str:
    """Returns in one sentence where a measured goal began, where it is, and where it is to be."""
    if how.now is None:
        return _("Nothing is measured yet.")
    if goal.scale == "yes_no":
        return _("Yes, it is so.") if how.reached else _("Not yet.")
    times = ngettext("Measured {n} time.", "Measured {n} times.", how.count).format(n=number(how.count))
    parts = [times, _("Now: {amount}.").format(amount=amount(how.now, goal.unit))]
    if how.baseline is not None:
        parts.insert(1, _("It began at {amount}.").format(amount=amount(how.baseline, goal.unit)))
    if how.reached:
        parts.append(_("That is what you wanted to reach."))
    elif how.target is not None:
        parts.append(_("It is to be {amount}.").format(amount=amount(how.target, goal.unit)))
    return " ".join(parts)


def chart(how: Standing, words: str) -> ft.Control:
    """The last measurements as a line, the target as another; `words` are what a reader hears of it."""
    values = [float(point.value) for point in how.points]
    bounds = [*values, *([float(how.target)] if how.target is not None else [])]
    low, high = min(bounds), max(bounds)
    spots = [(_across(n, len(values)), _up(value, low, high)) for n, value in enumerate(values)]
    shapes: list[cv.Shape] = [cv.Line(EDGE, HEIGHT - 2, WIDTH - EDGE, HEIGHT - 2, _stroke(LINE, 2))]
    if how.target is not None:
        y = _up(float(how.target), low, high)
        shapes.append(cv.Line(EDGE, y, WIDTH - EDGE, y, _stroke(LEAF.ink, 2, dashes=[6, 5])))
    way: list[cv.Path.PathElement] = [cv.Path.MoveTo(*spots[0]), *(cv.Path.LineTo(*at) for at in spots[1:])]
    shapes.append(cv.Path(way, _stroke(MAIN.ink, 3)))
    shapes += [cv.Circle(x, y, 5, ft.Paint(color=MAIN.ink)) for x, y in spots]
    drawn = ft.Container(cv.Canvas(shapes, width=WIDTH, height=HEIGHT), width=WIDTH, height=HEIGHT)
    return ft.Semantics(
        identifier="chart", label=words, image=True, container=True, exclude_semantics=True, content=drawn
    )


def _across(n: int, count: int) -> float:
    way = EDGE + (WIDTH - 2 * EDGE) * n / max(1, count - 1)
    return WIDTH - way if direction() == "rtl" else way


def _up(value: float, low: float, high: float) -> float:
    share = (value - low) / (high - low) if high > low else 0.5
    return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share


def _stroke(color: str, width: int, dashes: list[float] | None = None) -> ft.Paint:
    return ft.Paint(
        color=color, stroke_width=width, style=ft.PaintingStyle.STROKE, stroke_dash_pattern=dashes
    )
