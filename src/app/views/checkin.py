"""Checking in: one tap says how a goal goes, one tap says how far it is."""

from collections.abc import Callable

import flet as ft

from app.views.parts.buttons import round_choice
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.parts.marks import bar
from app.views.parts.notices import say
from app.views.parts.text import least
from app.views.state import use_book
from app.views.theme import AMBER, HUSH, LEAF, MAIN, Space, Tone
from app.words import _, number


def feeling_name(feeling: str) -> str:
    """Returns what a feeling about a goal is called."""
    names = {"on_my_way": _("On my way"), "stuck": _("I am stuck"), "done": _("I did it")}
    return names.get(feeling, "")


FEELING_SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    "on_my_way": (ft.Icons.DIRECTIONS_WALK, MAIN),
    "stuck": (ft.Icons.SUPPORT_OUTLINED, AMBER),
    "done": (ft.Icons.CELEBRATION_OUTLINED, LEAF),
}


@component
def CheckInBox(
    goal: str, steps: int, after: Callable[[], None] | None = None, feeling: str = ""
) -> ft.Control:
    """Three feelings and four steps; a tap on any of them is a check-in."""
    goals = use_book().goals

    def note(chosen: str, now: int) -> None:
        made = goals.check_in(goal, chosen, now)
        say(_("Noted. Thank you for telling."), lambda: goals.take_back_check_in(made))
        if after is not None:
            after()

    def feel(chosen: str) -> None:
        note(chosen, 4 if chosen == "done" else steps)

    def step(count: int) -> None:
        note("done" if count == 4 else "on_my_way", count)

    feelings: list[ft.Control] = [
        keyed(name, _Feeling, name, name == feeling, feel) for name in FEELING_SIGNS
    ]
    marks: list[ft.Control] = [keyed(f"s{n}", _Step, n, n <= steps, step) for n in range(1, 5)]
    return ft.Column(
        [
            ft.Row(feelings, spacing=Space.S, vertical_alignment=ft.CrossAxisAlignment.START),
            least(_("How far am I?")),
            ft.Row(marks, spacing=Space.S),
        ],
        spacing=Space.S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def _Feeling(name: str, on: bool, choose: Callable[[str], None]) -> ft.Control:
    icon, tone = FEELING_SIGNS[name]
    return round_choice(icon, feeling_name(name), lambda: choose(name), f"feeling-{name}", on=on, tone=tone)


@component
def _Step(count: int, reached: bool, choose: Callable[[int], None]) -> ft.Control:
    face = ft.Container(
        ft.Column(
            [
                ft.Container(height=12, border_radius=6, bgcolor=MAIN.ink if reached else HUSH),
                least(number(count), center=True),
            ],
            spacing=4,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.symmetric(vertical=8),
        ink=True,
        border_radius=8,
        on_click=guarded(lambda: choose(count)),
        expand=True,
    )
    return ft.Semantics(
        identifier=f"step-{count}",
        label=_("{n} of 4 steps").format(n=number(count)),
        button=True,
        selected=reached,
        container=True,
        content=face,
        expand=True,
    )


def week_bars(bars: list[tuple[str, int | None]]) -> ft.Control:
    """The last seven days as bars."""
    return ft.Container(
        ft.Row(
            [bar(steps, label) for label, steps in bars],
            alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
            vertical_alignment=ft.CrossAxisAlignment.END,
        ),
        padding=ft.Padding.only(top=Space.S),
    )
