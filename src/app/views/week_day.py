"""One day of the week: its blocks, what lies in them, whether it rests, and which places there are."""

import flet as ft

from app.domain.week import BlockPlan, DayPlan, Planned
from app.views.parts.buttons import chip, link
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded_event
from app.views.parts.marks import marked
from app.views.parts.notices import say
from app.views.parts.text import detail, least, section, strong
from app.views.places_today import PlacesToday
from app.views.sentences.planning import block_name, minutes_words
from app.views.state import use_book, use_today
from app.views.theme import CARD, HUSH, LINE, MUTE, RADIUS, SKY, Space
from app.views.week_planned import Moving, PlannedRow
from app.words import _, full_day, weekday


@component
def DayPage(day: DayPlan, moving: Moving) -> ft.Control:
    """A day with its blocks."""
    book, today = use_book(), use_today()

    def rest() -> None:
        book.plan.rest(day.day, not day.rest)
        said = _("This day rests.") if not day.rest else _("This day is open again.")
        say(said, lambda: book.plan.rest(day.day, day.rest))

    name = _("Today") if day.day == today else f"{weekday(day.day)}, {full_day(day.day, today)}"
    head = ft.Row(
        [
            section(name, expand=True),
            chip(_("Rest"), rest, "rest-day", on=day.rest, icon=ft.Icons.HOTEL_OUTLINED, tone=SKY),
        ]
    )
    rows: list[ft.Control] = [head]
    if day.rest:
        rows.append(detail(_("A day of rest. Nothing new is planned here.")))
    if day.full and not day.rest and day.planned:
        rows.append(detail(_("This day is full. That is enough.")))
    if not day.blocks:
        rows.append(detail(_("No time for learning is set on this day.")))
    rows += [keyed(block.block.id, _Block, day, block, moving) for block in day.blocks]
    if day.day == today and not day.rest:
        rows.append(keyed("places", PlacesToday))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Block(day: DayPlan, plan: BlockPlan, moving: Moving) -> ft.Control:
    block = plan.block
    name = block_name(block.id, block.title)
    when = f"{block.start} · {minutes_words(block.minutes)}" if block.start else minutes_words(block.minutes)
    head: list[ft.Control] = [
        ft.Icon(ft.Icons.HOTEL_OUTLINED if block.rest else ft.Icons.SCHEDULE, size=18, color=MUTE),
        strong(name, expand=True),
        least(when),
    ]
    rows: list[ft.Control] = [ft.Row(head, spacing=Space.S)]
    rows += [keyed(one.id, PlannedRow, one, moving) for one in plan.planned]
    one = moving.one
    if one is not None and not block.rest:
        rows.append(
            link(
                _("Put it here"),
                lambda: moving.put(one, day.day, block.id),
                f"put-{block.id}",
                icon=ft.Icons.SOUTH,
            )
        )
    elif not plan.planned:
        rows.append(least(_("Time to rest.") if block.rest else _("Free")))

    def dropped(event: ft.DragTargetEvent) -> None:
        carried = getattr(event.src, "data", None)
        if isinstance(carried, Planned):
            moving.put(carried, day.day, block.id)

    face = ft.Container(
        ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=HUSH if block.rest else CARD,
        border=ft.Border.all(1, LINE),
        border_radius=RADIUS,
        padding=Space.M,
    )
    return marked(
        f"block-{block.id}", ft.DragTarget(group="week", content=face, on_accept=guarded_event(dropped))
    )
