"""The shape of my week: when there is time for learning, and how much a day holds."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import flet as ft

from app.domain.days import monday_of
from app.domain.timetable import Block, blocks_of, home_week, is_time, most_a_day, school_week
from app.views.parts.buttons import chip, flow, icon_button, link, outlined
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.frame import back_head, screen
from app.views.parts.notices import say
from app.views.parts.text import body, detail, least, section, strong
from app.views.sentences.planning import block_name, minutes_words
from app.views.state import use_book, use_changes, use_layout, use_nav, use_today
from app.views.theme import MUTE, SKY, Space
from app.words import _, joined, number, short_weekday

LENGTHS = (15, 30, 45, 60, 90, 120)
MOST = (2, 3, 4, 6, 8)
Said = dict[str, Any]


@component
def WeekShapeView() -> ft.Control:
    """The screen on which a week gets its blocks."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "weeks")
    week = book.plan.shape()
    blocks, most = blocks_of(week), most_a_day(week)
    made = week is not None and bool(week.blocks)

    def keep(said: list[Said], words: str) -> None:
        before = [dict(block) for block in week.blocks] if week else []
        book.plan.shape_week(said, most)
        say(words, lambda: book.plan.shape_week(before, most))

    def change(block: Block, values: Mapping[str, Any]) -> None:
        said = [_said(one) | (dict(values) if one.id == block.id else {}) for one in blocks]
        book.plan.shape_week(said, most)

    def add() -> None:
        taken = {block.id for block in blocks}
        name = next(f"block-{n}" for n in range(1, len(taken) + 2) if f"block-{n}" not in taken)
        new = {"id": name, "title": "", "start": "", "minutes": 30, "days": [0, 1, 2, 3, 4]}
        keep([*(_said(one) for one in blocks), new], _("Added."))

    def remove(block: Block) -> None:
        keep([_said(one) for one in blocks if one.id != block.id], _("Taken out."))

    rows: list[ft.Control] = [
        back_head(_("The shape of my week"), lambda: nav.to("week")),
        body(_("When is there time to learn? Begin with a week like yours, then change it."), color=MUTE),
        flow(
            [
                outlined(
                    _("A school week"),
                    lambda: keep(list(school_week()), _("A school week.")),
                    "shape-school",
                    icon=ft.Icons.SCHOOL_OUTLINED,
                ),
                outlined(
                    _("A week at home"),
                    lambda: keep(list(home_week()), _("A week at home.")),
                    "shape-home",
                    icon=ft.Icons.HOME_OUTLINED,
                ),
            ]
        ),
        section(_("How many things does a day hold?")),
        flow(
            [
                keyed(
                    str(n),
                    _Most,
                    n,
                    n == most,
                    lambda count: book.plan.shape_week([_said(one) for one in blocks] if made else [], count),
                )
                for n in MOST
            ]
        ),
        section(_("Times in my week")),
    ]
    if not made:
        rows.append(detail(_("Nothing is set yet: each day has one hour, at any time.")))
    else:
        rows += [keyed(block.id, _BlockCard, block, change, remove) for block in blocks]
    rows.append(outlined(_("Add a time"), add, "add-block", icon=ft.Icons.ADD))
    return screen("week-shape", rows, wide=use_layout() != "phone")


def _said(block: Block) -> Said:
    return {
        "id": block.id,
        "title": block.title,
        "start": block.start,
        "minutes": block.minutes,
        "days": list(block.days),
        "rest": block.rest,
    }


@component
def _Most(count: int, on: bool, choose: Callable[[int], None]) -> ft.Control:
    return chip(number(count), lambda: choose(count), f"most-{count}", on=on, tone=SKY)


Change = Callable[[Block, Mapping[str, Any]], None]


@component
def _BlockCard(block: Block, change: Change, remove: Callable[[Block], None]) -> ft.Control:
    """One block: closed it says when, open it can be changed."""
    open_, set_open = ft.use_state(False)
    monday = monday_of(use_today())
    days = [short_weekday(monday + timedelta(days=n)) for n in block.days]
    name = block_name(block.id, block.title)
    when = joined(filter(None, (block.start, minutes_words(block.minutes), joined(days))))
    head = ft.Row(
        [
            ft.Icon(ft.Icons.HOTEL_OUTLINED if block.rest else ft.Icons.SCHEDULE, color=MUTE),
            ft.Column([strong(name), least(when)], spacing=2, expand=True),
            icon_button(
                ft.Icons.EXPAND_LESS if open_ else ft.Icons.EDIT_OUTLINED,
                _("Close") if open_ else _("Change"),
                lambda: set_open(not open_),
                f"edit-{block.id}",
            ),
        ],
        spacing=Space.M,
    )
    rows: list[ft.Control] = [head]
    if open_:
        rows += _ways(block, change, lambda: remove(block))
    return card(
        ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )


def _ways(block: Block, change: Change, remove: Callable[[], None]) -> list[ft.Control]:
    def begin(text: str) -> None:
        tidy = text.strip().replace(".", ":")
        tidy = f"0{tidy}" if len(tidy) == 4 else tidy
        if tidy and not is_time(tidy):
            say(_("A time looks like this: 09:30"))
            return
        change(block, {"start": tidy})

    return [
        Field(
            f"block-title-{block.id}",
            _("What is it called?"),
            block_name(block.id, block.title),
            lambda text: change(block, {"title": text.strip()}),
            longest=60,
        ),
        Field(
            f"block-start-{block.id}",
            _("When does it begin?"),
            block.start,
            begin,
            hint=_("For example 09:30, or nothing for any time"),
            longest=5,
            keyboard=ft.KeyboardType.DATETIME,
        ),
        least(_("How long?")),
        flow([keyed(f"l{n}", _Length, block, n, change) for n in LENGTHS]),
        least(_("On which days?")),
        flow([keyed(f"d{n}", _OnDay, block, n, change) for n in range(7)]),
        flow(
            [
                chip(
                    _("A time to rest"),
                    lambda: change(block, {"rest": not block.rest}),
                    f"block-rest-{block.id}",
                    on=block.rest,
                    icon=ft.Icons.HOTEL_OUTLINED,
                    tone=SKY,
                ),
                link(_("Take out"), remove, f"block-remove-{block.id}", icon=ft.Icons.DELETE_OUTLINE),
            ]
        ),
    ]


@component
def _Length(block: Block, minutes: int, change: Change) -> ft.Control:
    return chip(
        minutes_words(minutes),
        lambda: change(block, {"minutes": minutes}),
        f"block-minutes-{block.id}-{minutes}",
        on=block.minutes == minutes,
        tone=SKY,
    )


@component
def _OnDay(block: Block, day: int, change: Change) -> ft.Control:
    on = day in block.days
    days = sorted({*block.days} ^ {day})
    name = short_weekday(monday_of(use_today()) + timedelta(days=day))
    return chip(name, lambda: change(block, {"days": days}), f"block-day-{block.id}-{day}", on=on, tone=SKY)
