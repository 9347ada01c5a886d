"""How I grew: competencies by level as a map, goals, and where time and pieces went."""

import flet as ft

from app.domain.growth import Field, WeekBar, goal_counts, level_counts, week_bars
from app.domain.learning import MASTERY_LEVELS, Session
from app.services.days import local_day
from app.services.open_book import OpenBook
from app.views.growth_map import FieldMap
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.levels import level_square
from app.views.parts.marks import pill
from app.views.parts.states import empty, failed, loading
from app.views.parts.text import body, detail, least, section, strong
from app.views.path_state import use_path
from app.views.sentences.path import mastery_name
from app.views.sentences.planning import minutes_words
from app.views.state import use_book, use_layout, use_nav, use_today
from app.views.theme import AMBER, HUSH, LEAF, MAIN, QUIET, SKY, Space
from app.words import _, full_day, joined, ngettext, number, short_month

BAR_HEIGHT = 96


@component
def GrowthView() -> ft.Control:
    """The screen of the learner's growth; a teacher or family sees it as well."""
    nav = use_nav()
    loaded, tick, again = use_path()
    rows: list[ft.Control] = [back_head(_("My growth"), lambda: nav.to("path"))]
    if loaded.state == "failed":
        told = _("The picture could not be drawn")
        rows.append(failed(told, _("All that was shown is still in the book."), retry=again))
    elif loaded.value is None:
        rows.append(loading(_("Looking at what you did…")))
    else:
        rows.append(keyed("growth", _Growth, tick))
    return screen("growth", rows, wide=use_layout() != "phone")


@component
def _Growth(tick: int) -> ft.Control:
    book, today = use_book(), use_today()
    fields = ft.use_memo(lambda: fields_of(book), [book.id, tick])
    bars = ft.use_memo(lambda: _weeks(book, today), [book.id, tick, today])
    goals = goal_counts(book.reader.goals())
    counts = level_counts(
        (name for field in fields for name, _level in field.squares),
        lambda name: book.path.level(name) if fields else "",
    )
    touched = sum(many for level, many in counts.items() if level != "unseen")
    rows: list[ft.Control] = []
    if not touched and not any(bar.pieces or bar.minutes for bar in bars):
        rows.append(
            empty(
                ft.Icons.GRID_VIEW,
                _("Here you will see yourself grow"),
                _("Each thing you show colours a square. Nothing is lost by a week of rest."),
            )
        )
    rows += [keyed("levels", _Levels, counts), *(keyed(one.id, FieldMap, one) for one in fields)]
    rows += [_goals(goals.open, goals.reached, goals.let_go), keyed("weeks", _Weeks, bars)]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def fields_of(book: OpenBook) -> tuple[Field, ...]:
    """Returns the map's parts: those in which something was begun, all where nothing was."""
    now = book.path.now()
    fields = [
        Field(area.id, area.title, tuple((name, now.tally.level(name)) for name in area.competencies))
        for area in now.areas()
    ]
    begun = tuple(one for one in fields if one.many("unseen") < len(one.squares))
    return begun or tuple(fields[:1])


def _weeks(book: OpenBook, today: object) -> tuple[WeekBar, ...]:
    sessions = book.reader.every(Session, "sessions")
    return week_bars(sessions, book.reader.evidence(), local_day(book.path.pen.wall()), local_day)


@component
def _Levels(counts: dict[str, int]) -> ft.Control:
    """How many at each level, as words beside their squares."""
    rows: list[ft.Control] = [
        ft.Row(
            [level_square(level, 32), body(mastery_name(level), expand=True), strong(number(counts[level]))],
            spacing=Space.M,
        )
        for level in reversed(MASTERY_LEVELS)
    ]
    said = joined(f"{mastery_name(level)}: {number(counts[level])}" for level in reversed(MASTERY_LEVELS))
    return ft.Semantics(
        identifier="growth-levels",
        label=said,
        container=True,
        exclude_semantics=True,
        content=card(ft.Column(rows, spacing=Space.S)),
    )


def _goals(open_: int, reached: int, let_go: int) -> ft.Control:
    pills: list[ft.Control] = [
        pill(_("Reached: {n}").format(n=number(reached)), LEAF, ft.Icons.CELEBRATION_OUTLINED),
        pill(_("Working on: {n}").format(n=number(open_)), SKY, ft.Icons.FLAG_OUTLINED),
        pill(_("Let go: {n}").format(n=number(let_go)), QUIET, ft.Icons.AIR),
    ]
    inner = ft.Column([section(_("My goals")), ft.Row(pills, wrap=True, spacing=Space.S)], spacing=Space.S)
    return ft.Semantics(identifier="growth-goals", container=True, content=card(inner, pad=Space.M))


@component
def _Weeks(bars: tuple[WeekBar, ...]) -> ft.Control:
    """Pieces and time of the last weeks: a picture, whose numbers are words as well."""
    today = use_today()
    most = max((bar.pieces for bar in bars), default=0)
    longest = max((bar.minutes for bar in bars), default=0)
    drawn: list[ft.Control] = [
        ft.Column(
            [
                ft.Row(
                    [
                        _bar(bar.pieces, most, MAIN.ink),
                        _bar(bar.minutes, longest, AMBER.ink),
                    ],
                    spacing=3,
                    alignment=ft.MainAxisAlignment.CENTER,
                    vertical_alignment=ft.CrossAxisAlignment.END,
                    height=BAR_HEIGHT,
                ),
                *_under(bars, at),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=Space.XS,
            expand=True,
        )
        for at, bar in enumerate(bars)
    ]
    said = [
        _("Week of {day}: {pieces}, {time}").format(
            day=full_day(bar.monday, today), pieces=_pieces(bar.pieces), time=minutes_words(bar.minutes)
        )
        for bar in bars
    ]
    legend = ft.Row(
        [
            pill(_pieces(sum(bar.pieces for bar in bars)), MAIN, ft.Icons.COLLECTIONS_OUTLINED),
            pill(minutes_words(sum(bar.minutes for bar in bars)), AMBER, ft.Icons.SCHEDULE),
        ],
        wrap=True,
    )
    chart = ft.Semantics(
        identifier="growth-weeks",
        label="; ".join(said),
        container=True,
        exclude_semantics=True,
        content=ft.Row(drawn, spacing=2, vertical_alignment=ft.CrossAxisAlignment.END),
    )
    rows = [section(_("The last weeks")), legend, chart]
    if not longest:
        rows.append(detail(_("Time shows when you note it in your week.")))
    return card(ft.Column(rows, spacing=Space.M), pad=Space.M)


def _under(bars: tuple[WeekBar, ...], at: int) -> list[ft.Control]:
    """Returns the day a week begins with, and below it the month where that is another than before."""
    day = bars[at].monday
    new = not at or bars[at - 1].monday.month != day.month
    return [least(number(day.day)), least(short_month(day) if new else " ")]


def _pieces(many: int) -> str:
    return ngettext("{n} piece", "{n} pieces", many).format(n=number(many))


def _bar(value: int, most: int, color: str) -> ft.Control:
    height = 4 if not value else 8 + (BAR_HEIGHT - 12) * value / max(most, 1)
    return ft.Container(width=10, height=height, border_radius=5, bgcolor=color if value else HUSH)
