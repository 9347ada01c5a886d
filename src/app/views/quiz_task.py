"""One question of a quiz: choose, type a number or words, put in order, match."""

from collections.abc import Callable
from typing import Any

import flet as ft

from app.domain.forms import said
from app.domain.marking import fitting_answer
from app.domain.quiz import Pick, Task, mixed
from app.views.parts.buttons import chip, flow, icon_button
from app.views.parts.cards import card, tap_card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.notices import note
from app.views.parts.text import detail, least, words
from app.views.theme import MAIN, MUTE, SKY, Size, Space
from app.words import _, language, number

Answer = Callable[[Any], None]
Latest = Callable[[], Any]


def task_body(task: Task, given: Any, answer: Answer, latest: Latest) -> ft.Control:
    """Returns the control in which a question is answered. ``given`` is drawn; ``latest`` counts when several
    taps come before the screen is drawn again."""
    if not task.known:
        return card(note(_("This device can't show this question yet. It does not count.")))
    if task.kind == "choice":
        return _choice(task, given, answer, latest)
    if task.kind == "order":
        return keyed(task.id, _Order, task, given, answer, latest)
    if task.kind == "match":
        return keyed(task.id, _Match, task, given, answer, latest)
    is_number = task.kind == "number"
    label = _("Your number") if is_number else _("Your answer")
    field = keyed(
        task.id,
        Field,
        "answer",
        label,
        given if isinstance(given, str) else "",
        answer,
        longest=60 if is_number else 300,
        hint=task.unit or label,
        show_label=False,
    )
    unit: list[ft.Control] = [detail(task.unit)] if task.unit else []
    return ft.Row([ft.Container(field, expand=True), *unit], spacing=Space.S)


def _choice(task: Task, given: Any, answer: Answer, latest: Latest) -> ft.Control:
    chosen = list(given or [])

    def tap(name: str) -> None:
        now = list(latest() or [])
        if not task.several:
            answer(None if name in now else [name])
            return
        rest = [one for one in now if one != name]
        answer((rest if name in now else [*rest, name]) or None)

    picks: list[ft.Control] = [keyed(pick.id, _Pick, pick, pick.id in chosen, tap) for pick in task.picks]
    if task.several:
        picks.insert(0, least(_("More than one is right")))
    return ft.Column(picks, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Pick(pick: Pick, on: bool, tap: Callable[[str], None]) -> ft.Control:
    sign = ft.Icons.CHECK_CIRCLE if on else ft.Icons.CIRCLE_OUTLINED
    text = words(said(pick.text, language()), Size.BODY, bold=on, expand=True)
    face = ft.Row([ft.Icon(sign, color=MAIN.ink if on else MUTE, size=26), text], spacing=Space.M)
    return tap_card(face, lambda: tap(pick.id), f"pick-{pick.id}", chosen=on, pad=Space.L)


@component
def _Order(task: Task, given: Any, answer: Answer, latest: Latest) -> ft.Control:
    """Things to put in order: up and down by tap, so that it works without dragging."""
    by_id = {pick.id: pick for pick in task.picks}
    start = [pick.id for pick in mixed(task.id, task.picks, lambda pick: pick.id)]
    now = fitting_answer(task, given) or start  # a draft may be of an earlier form of this quiz

    def move(name: str, by: int) -> None:
        order = list(fitting_answer(task, latest()) or start)
        place = order.index(name)
        to = min(max(place + by, 0), len(order) - 1)
        order[place], order[to] = order[to], order[place]
        answer(order)

    rows: list[ft.Control] = [
        keyed(name, _Moved, by_id[name], place, len(now), move) for place, name in enumerate(now)
    ]
    if given is None:
        rows.append(flow([chip(_("It is right like this"), lambda: answer(start), "order-right")]))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Moved(pick: Pick, place: int, count: int, move: Callable[[str, int], None]) -> ft.Control:
    text = said(pick.text, language())
    ways: list[ft.Control] = []
    if place > 0:
        label = _("Up: {words}").format(words=text)
        ways.append(icon_button(ft.Icons.ARROW_UPWARD, label, lambda: move(pick.id, -1), f"up-{pick.id}"))
    if place < count - 1:
        label = _("Down: {words}").format(words=text)
        ways.append(icon_button(ft.Icons.ARROW_DOWNWARD, label, lambda: move(pick.id, 1), f"down-{pick.id}"))
    first = words(number(place + 1), bold=True, color=MAIN.ink)
    return card(ft.Row([first, words(text, expand=True), *ways], spacing=Space.S), pad=Space.S)


@component
def _Match(task: Task, given: Any, answer: Answer, latest: Latest) -> ft.Control:
    """Pairs to find: under each thing all partners, one to tap."""
    now = fitting_answer(task, given) or {}
    partners = mixed(f"{task.id} partners", task.picks, lambda pick: pick.id)

    def choose(left: str, right: str) -> None:
        last = dict(fitting_answer(task, latest()) or {})
        rest = {key: value for key, value in last.items() if key != left}
        answer((rest if last.get(left) == right else {**rest, left: right}) or None)

    rows: list[ft.Control] = [
        keyed(pick.id, _Pair, pick, partners, now.get(pick.id, ""), choose) for pick in task.picks
    ]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Pair(pick: Pick, partners: tuple[Pick, ...], now: str, choose: Callable[[str, str], None]) -> ft.Control:
    chips: list[ft.Control] = [
        keyed(one.id, _Partner, pick.id, one, one.id == now, choose) for one in partners
    ]
    head = words(said(pick.text, language()), bold=True)
    return card(ft.Column([head, flow(chips)], spacing=Space.S), pad=Space.M)


@component
def _Partner(left: str, one: Pick, on: bool, choose: Callable[[str, str], None]) -> ft.Control:
    text = said(one.other, language())
    return chip(text, lambda: choose(left, one.id), f"match-{left}-{one.id}", on=on, tone=SKY)
