"""A choice board: some ways to the same, of which the learner picks; and the cards that lead to boards."""

import flet as ft

from app.domain.accommodations import quieter_first
from app.domain.library import Activity, Board
from app.domain.ways import filled
from app.services.open_book import OpenBook
from app.views.parts.buttons import link
from app.views.parts.cards import row_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc
from app.views.parts.more import use_more
from app.views.parts.states import empty
from app.views.parts.text import body, heading, section
from app.views.state import use_big_text, use_book, use_changes, use_layout, use_nav
from app.views.supports import use_acts
from app.views.theme import MUTE, PLUM, Space
from app.views.ways import first_interest, way_tile
from app.words import _, ngettext, number

AT_ONCE = 4


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
    rows.append(_tiles(rec, ways, acts))
    if board.competencies:
        own = board.competencies[0]
        idea = link(
            _("I have my own idea"), lambda: nav.to("way", own), "own-way", icon=ft.Icons.LIGHTBULB_OUTLINE
        )
        rows.append(ft.Row([idea]))
    return screen("board", rows, wide=wide, foot=Space.XL)


def _tiles(board: str, ways: tuple[Activity, ...], acts: tuple[str, ...]) -> ft.Control:
    """Tiles in two columns, in one where text is big."""
    across = 1 if use_big_text() else 2
    columns: list[list[ft.Control]] = [[] for _n in range(across)]
    for place, one in enumerate(ways):
        columns[place % across].append(keyed(one.id, _Tile, board, one, acts))
    drawn: list[ft.Control] = [
        ft.Column(column, spacing=Space.M, expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
        for column in columns
    ]
    return ft.Row(drawn, spacing=Space.M, vertical_alignment=ft.CrossAxisAlignment.START)


@component
def _Tile(board: str, one: Activity, acts: tuple[str, ...]) -> ft.Control:
    book, nav = use_book(), use_nav()
    shown = filled(one, first_interest(book.reader), _("something I like"))
    chosen = book.choosing.of(one.id) is not None
    return way_tile(shown, lambda: nav.to("board", board, one.id), chosen=chosen, acts=acts)


def boards_of(book: OpenBook, competency: str) -> tuple[Board, ...]:
    """Returns the boards for a competency that have a way on this device."""
    catalog = book.catalog
    return tuple(one for one in catalog.boards_for(competency) if any(map(catalog.activity, one.activities)))


@component
def Boards(competency: str, level: int = 2) -> ft.Control:
    """The boards for a competency, each a card that opens it; nothing where there are none."""
    found = boards_of(use_book(), competency)
    shown, more = use_more(len(found), "more-boards", AT_ONCE)
    cards: list[ft.Control] = [keyed(one.id, _Card, one) for one in found[:shown]]
    rows = [section(_("Choose your way"), level=level), *cards, *more]
    return ft.Column(
        rows, spacing=Space.S, visible=bool(found), horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


@component
def _Card(one: Board) -> ft.Control:
    book, nav = use_book(), use_nav()
    many = sum(1 for way in one.activities if book.catalog.activity(way))
    said = ngettext("{n} way to choose from", "{n} ways to choose from", many).format(n=number(many))
    name = one.title or _("Choose your way")
    return row_card(
        disc(ft.Icons.GRID_VIEW, PLUM), name, said, lambda: nav.to("board", one.id), f"board-{one.id}"
    )
