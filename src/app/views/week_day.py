"""One day of the week: its blocks, what lies in them, and what can be done with each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import flet as ft

from app.domain.week import BlockPlan, DayPlan, Planned
from app.views.parts.buttons import chip, flow, icon_button, link
from app.views.parts.cards import card, lines
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded, guarded_event
from app.views.parts.marks import disc, marked
from app.views.parts.notices import say
from app.views.parts.text import detail, least, section, strong
from app.views.state import use_book, use_nav, use_today
from app.views.theme import CARD, HUSH, LEAF, LINE, MAIN, MUTE, QUIET, RADIUS, SKY, Space
from app.words import _, full_day, ngettext, number, weekday

LONG_MINUTES = 120
SPENT = (10, 20, 30, 45, 60)


@dataclass(frozen=True)
class Moving:
    """What is being moved, and how to take something up and put it down."""

    one: Planned | None
    take: Callable[[Planned | None], None]
    put: Callable[[Planned, date | None, str], None]


def no_room(why: str) -> str:
    """Returns why something does not fit, in words."""
    return {
        "past": _("That day is over. Choose today or later."),
        "rest": _("This is a time to rest. Choose another place."),
        "most": _("This day holds enough. Another day has room."),
        "full": _("There is not enough time left here. Choose another place."),
    }.get(why, _("That does not fit there. Choose another place."))


def block_name(block: str, title: str) -> str:
    """Returns what a block is called: its own title, or the word for one to begin with."""
    known = {
        "any": _("Any time"),
        "morning": _("Morning"),
        "choice": _("Choice time"),
        "after": _("After that"),
        "outside": _("Outside"),
        "afternoon": _("Afternoon"),
        "together": _("Together"),
    }
    return title or known.get(block, _("A block of time"))


def minutes_words(minutes: int) -> str:
    """Returns a length of time; a long one in hours."""
    if minutes >= LONG_MINUTES:
        hours, rest = divmod(minutes, 60)
        said = ngettext("{n} hour", "{n} hours", hours).format(n=number(hours))
        return f"{said} {minutes_words(rest)}" if rest else said
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=number(minutes))


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


@component
def PlannedRow(one: Planned, moving: Moving) -> ft.Control:
    """One planned thing: a tap on its sign says done, a tap on its words opens what else can be done."""
    book = use_book()
    open_, set_open = ft.use_state(False)
    session, state = one.session, one.session.state

    def done() -> None:
        if state == "planned":
            book.plan.done(one)
            say(_("Done. It took {time}.").format(time=minutes_words(one.minutes)), undo)
        else:
            book.plan.plan_again(one)

    def undo() -> None:
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
    if session.repeat == "daily":
        return _("{time}, every day").format(time=said)
    if session.repeat == "weekly" or one.base:
        return _("{time}, again and again").format(time=said)
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
        say(_("Left out. That is all right."), lambda: book.plan.plan_again(one))

    def drop() -> None:
        rec = one.base or one.id
        book.plan.drop(rec)
        say(_("Taken out of the plan."), lambda: book.plan.bring_back(rec))

    def repeat(how: str) -> None:
        book.plan.repeat(one.base or one.id, how)

    ways: list[ft.Control] = []
    if session.activity:
        ways.append(link(_("Open"), lambda: nav.to("activity", session.activity), f"open-{one.id}"))
    elif session.goal:
        ways.append(link(_("Open"), lambda: nav.to("goals", session.goal), f"open-{one.id}"))
    if session.state == "planned":
        ways.append(link(_("Move it"), take, f"move-{one.id}", icon=ft.Icons.SWAP_VERT))
        ways.append(link(_("Skip"), skip, f"skip-{one.id}", icon=ft.Icons.SKIP_NEXT_OUTLINED))
    ways.append(link(_("Take out"), drop, f"drop-{one.id}", icon=ft.Icons.DELETE_OUTLINE))
    rows: list[ft.Control] = [flow(ways, spacing=0)]
    if session.state in ("planned", "done"):
        rows += [least(_("How long did it take?")), flow([_spent(one, n) for n in SPENT])]
    if session.day and not one.base:
        now = session.repeat
        again = [("", _("Once")), ("daily", _("Every day")), ("weekly", _("Every week"))]
        rows += [
            least(_("Again?")),
            flow(
                [keyed(how or "once", _Again, one.id, how, word, how == now, repeat) for how, word in again]
            ),
        ]
    return ft.Container(ft.Column(rows, spacing=Space.XS), padding=ft.Padding.only(left=44, bottom=Space.S))


def _spent(one: Planned, minutes: int) -> ft.Control:
    return keyed(f"spent-{minutes}", _Spent, one, minutes)


@component
def _Spent(one: Planned, minutes: int) -> ft.Control:
    book = use_book()
    on = one.session.state == "done" and one.session.spent == minutes

    def note() -> None:
        book.plan.done(one, minutes)
        say(_("Noted: {time}.").format(time=minutes_words(minutes)), lambda: book.plan.plan_again(one))

    return chip(minutes_words(minutes), note, f"spent-{one.id}-{minutes}", on=on, tone=LEAF)


@component
def _Again(rec: str, how: str, word: str, on: bool, choose: Callable[[str], None]) -> ft.Control:
    return chip(word, lambda: choose(how), f"again-{rec}-{how or 'once'}", on=on, tone=SKY)
