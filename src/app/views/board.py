"""A choice board: some ways to the same, of which the learner picks."""

import flet as ft

from app.domain.accommodations import quieter_first
from app.domain.library import Activity
from app.domain.ways import filled
from app.views.parts.buttons import link
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.states import empty
from app.views.parts.text import body, heading
from app.views.state import use_big_text, use_book, use_changes, use_layout, use_nav
from app.views.supports import use_acts
from app.views.theme import MUTE, Space
from app.views.ways import first_interest, way_tile
from app.words import _


@component
def BoardView(rec: str) -> ft.Control:
    """The screen of one choice board."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "choices", "activities")
    catalog, wide, acts = book.catalog, use_layout() != "phone", use_acts()
    board = catalog.board(rec)
    head = back_head(_("Choose your way"), nav.up)
    if board is None:
        gone = empty(
            ft.Icons.GRID_VIEW,
            _("This board is not on this device"),
            _("It comes with the next file from your teacher or family."),
        )
        return screen("board", [head, gone], wide=wide)
    ways = quieter_first([one for one in map(catalog.activity, board.activities) if one is not None], acts)
    rows: list[ft.Control] = [head, heading(board.title)]
    if board.note:
        rows.append(body(board.note, color=MUTE))
    rows.append(_tiles(ways, acts))
    if board.competencies:
        own = board.competencies[0]
        idea = link(
            _("I have my own idea"), lambda: nav.to("way", own), "own-way", icon=ft.Icons.LIGHTBULB_OUTLINE
        )
        rows.append(ft.Row([idea]))
    return screen("board", rows, wide=wide, foot=Space.XL)


def _tiles(ways: tuple[Activity, ...], acts: tuple[str, ...]) -> ft.Control:
    """Tiles in two columns, in one where text is big."""
    across = 1 if use_big_text() else 2
    columns: list[list[ft.Control]] = [[] for _n in range(across)]
    for place, one in enumerate(ways):
        columns[place % across].append(keyed(one.id, _Tile, one, acts))
    drawn: list[ft.Control] = [
        ft.Column(column, spacing=Space.M, expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
        for column in columns
    ]
    return ft.Row(drawn, spacing=Space.M, vertical_alignment=ft.CrossAxisAlignment.START)


@component
def _Tile(one: Activity, acts: tuple[str, ...]) -> ft.Control:
    book, nav = use_book(), use_nav()
    shown = filled(one, first_interest(book.reader), _("something I like"))
    chosen = book.choosing.of(one.id) is not None
    return way_tile(shown, lambda: nav.to("activity", one.id), chosen=chosen, acts=acts)
