"""A part of what there is to learn as a map: a square for each thing to be able to do, and its name."""

from collections.abc import Callable

import flet as ft

from app.domain.growth import Field
from app.domain.learning import MASTERY_LEVELS
from app.domain.standing import GROWING
from app.views.parts.buttons import link
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.parts.levels import level_square
from app.views.parts.marks import pill
from app.views.parts.text import detail, section, strong, words
from app.views.sentences.path import mastery_name, name_of
from app.views.state import use_big_text, use_book, use_layout, use_nav
from app.views.theme import HUSH, INK, MAIN, Size, Space
from app.words import _, ngettext, number

SQUARES_AT_ONCE = 60
ROOM = 12  # the corners of what holds a square: rounder than the least of them
Square = tuple[str, str]


@component
def FieldMap(field: Field) -> ft.Control:
    """One part of the map; those begun first where there are many. Where there is room each square has its
    name beside it; on a phone the chosen one has it below."""
    shown, set_shown = ft.use_state(SQUARES_AT_ONCE)
    order = {level: place for place, level in enumerate(reversed(MASTERY_LEVELS))}
    squares = field.squares
    if len(squares) > SQUARES_AT_ONCE:
        squares = tuple(sorted(squares, key=lambda one: order[one[1]]))
    mastered = ngettext("{n} of {all} mastered", "{n} of {all} mastered", len(squares))
    said = mastered.format(n=number(field.many("mastered")), all=number(len(squares)))
    narrow = use_layout() == "phone" and not use_big_text()
    rows: list[ft.Control] = [
        ft.Row([section(field.title or _("From others"), expand=True), pill(said, MAIN)]),
        keyed("squares", _Squares if narrow else _Names, squares[:shown]),
    ]
    if len(squares) > shown:
        more = _("Show more ({n})").format(n=number(len(squares) - shown))
        rows.append(link(more, lambda: set_shown(shown + SQUARES_AT_ONCE), f"more-{field.id}"))
    return card(
        ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )


@component
def _Squares(squares: tuple[Square, ...]) -> ft.Control:
    """The squares of a phone, and the words of the one that was tapped: at first of one that grows."""
    growing = next((name for name, level in squares if level == GROWING), squares[0][0] if squares else "")
    tapped, tap = ft.use_state("")
    chosen = tapped if any(name == tapped for name, _level in squares) else growing
    drawn: list[ft.Control] = [
        keyed(name, _Square, name, level, name == chosen, tap) for name, level in squares
    ]
    rows: list[ft.Control] = [ft.Row(drawn, wrap=True, spacing=2, run_spacing=2)]
    rows += [keyed(f"of-{name}", _Named, name, level, True) for name, level in squares if name == chosen]
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Square(name: str, level: str, on: bool, tap: Callable[[str], None]) -> ft.Control:
    said = f"{name_of(use_book(), name)}: {mastery_name(level)}"
    face = ft.Container(
        level_square(level, 36),
        on_click=guarded(lambda: tap(name)),
        ink=True,
        padding=4,
        border=ft.Border.all(2, INK if on else ft.Colors.TRANSPARENT),
        border_radius=ROOM,
    )
    return ft.Semantics(
        identifier=f"square-{name}", label=said, button=True, selected=on, container=True, content=face
    )


@component
def _Names(squares: tuple[Square, ...]) -> ft.Control:
    """The squares of a wide window, each with its name, two beside each other."""
    count = 1 if use_layout() == "phone" else 2
    tiles: list[ft.Control] = [keyed(name, _Named, name, level) for name, level in squares]
    tiles += [ft.Container(expand=True)] * (-len(tiles) % count)
    rows: list[ft.Control] = [
        ft.Row(tiles[at : at + count], spacing=Space.S) for at in range(0, len(tiles), count)
    ]
    return ft.Column(rows, spacing=0)


@component
def _Named(name: str, level: str, chosen: bool = False) -> ft.Control:
    """A square with its name and its level in words; a tap tells all about it."""
    book, nav = use_book(), use_nav()
    title = name_of(book, name)
    said: list[ft.Control] = [strong(title) if chosen else words(title, Size.DETAIL, lines=2)]
    if chosen:
        said.append(detail(mastery_name(level)))
    sign: list[ft.Control] = [ft.Icon(ft.Icons.CHEVRON_RIGHT, color=INK)] if chosen else []
    row = ft.Row([level_square(level, 36), ft.Column(said, spacing=0, expand=True), *sign], spacing=Space.S)
    face = ft.Container(
        ft.Semantics(exclude_semantics=True, content=row),  # a reader hears the level as a word: the label
        on_click=guarded(lambda: nav.to("competency", name)),
        ink=True,
        padding=Space.S if chosen else 6,
        border_radius=ROOM,
        bgcolor=HUSH if chosen else None,
        expand=True,
    )
    return ft.Semantics(
        identifier=f"about-{name}" if chosen else f"square-{name}",
        label=f"{title}: {mastery_name(level)}",
        button=True,
        live_region=chosen,
        container=True,
        content=face,
        expand=True,
    )
