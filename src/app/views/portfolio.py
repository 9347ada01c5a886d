"""The portfolio: pictures before lists, the newest first."""

from collections.abc import Callable

import flet as ft

from app.domain.models import Artefact
from app.domain.text import host_of
from app.views.about import WORK_SIGNS, work_name
from app.views.parts.buttons import chip, flow, icon_button, link
from app.views.parts.cards import tap_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import page_head, screen
from app.views.parts.states import empty
from app.views.parts.text import body, detail, least, strong
from app.views.photo import Photo, shape_of
from app.views.shelves import SIGNS, Groups, kind_name
from app.views.state import (
    use_big_text,
    use_book,
    use_layout,
    use_nav,
    use_record,
    use_records,
    use_related,
    use_shared,
)
from app.views.theme import AMBER, CARD, MAIN, ON_FILL, PLUM, SKY, Space
from app.words import _, number, short_date

SHOWN_AT_ONCE = 12
GROUPED = ("goal", "competency", "time", "own")
SIDES = ("all", "best", *GROUPED)


@component
def PortfolioView(chosen: str = "") -> ft.Control:
    """The screen of everything shown."""
    layout = use_layout()
    width = Space.PAGE_WIDTH if chosen or layout == "phone" else Space.CLASS_WIDTH
    nav = use_nav()
    journal = icon_button(
        ft.Icons.MENU_BOOK_OUTLINED,
        _("My journal"),
        lambda: nav.to("journal"),
        "open-journal",
        color=PLUM.ink,
    )
    rows = [page_head(_("My portfolio"), journal), keyed("pieces", Pieces, chosen)]
    return screen("portfolio", rows, wide=layout != "phone", width=width)


@component
def Pieces(chosen: str = "") -> ft.Control:
    """Everything shown in the open book, the best of it, or all put together by what it belongs to."""
    book, nav = use_book(), use_nav()
    side, set_side = ft.use_state("all")
    shown, set_shown = ft.use_state(SHOWN_AT_ONCE)
    ids = use_records(book.book, "artefacts", lambda: [one.id for one in book.reader.artefacts()])
    if not ids:
        mine = use_role() == "learner"
        return empty(
            ft.Icons.PHOTO_LIBRARY_OUTLINED,
            _("Nothing here yet"),
            _("Here you keep what you made and what you found out, and see yourself grow."),
            step=_("Show what I learned") if mine else "",
            on_step=lambda: nav.to("capture"),
            tone=PLUM,
        )
    rows: list[ft.Control] = [flow([keyed(name, _Side, name, name == side, set_side) for name in SIDES])]
    if side in GROUPED:
        rows.append(keyed(side, Groups, side))
        return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    best = side == "best"
    wanted = [rec for rec in ids if (book.book.get("artefacts", rec) or {}).get("best")] if best else ids
    if best:
        rows.append(ft.Row([link(_("What I chose and why"), lambda: nav.to("shelf", "best"), "open-best")]))
    if wanted:
        rows.append(keyed(f"gallery-{best}", Gallery, tuple(wanted[:shown]), chosen))
    else:
        rows.append(detail(_("Open a piece and tap the star to choose it as best work.")))
    if len(wanted) > shown:
        more = _("Show more ({n})").format(n=number(len(wanted) - shown))
        rows.append(link(more, lambda: set_shown(shown + SHOWN_AT_ONCE), "show-more"))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Side(name: str, on: bool, choose: Callable[[str], None]) -> ft.Control:
    """One way to look at the portfolio."""
    icon, tone = SIGNS.get(name, (None, MAIN))
    return chip(kind_name(name), lambda: choose(name), f"show-{name}", on=on, icon=icon, tone=tone)


def use_role() -> str:
    """Returns the role of who uses this device."""
    return use_shared().workspace.owner.role


@component
def Gallery(ids: tuple[str, ...], chosen: str = "", *, narrow: bool = False) -> ft.Control:
    """Pieces in two columns, or more where there is room and the place is not `narrow`."""
    book = use_book()
    layout, beside = use_layout(), bool(use_nav().place.space)
    most = 3 if beside else 4  # a learner's page stands beside the class
    count = 2 if chosen or narrow else {"phone": 2, "tablet": 3, "desktop": most}[layout]
    count = 1 if use_big_text() and layout == "phone" else count
    across = 14 if layout == "phone" else 20
    columns: list[list[ft.Control]] = [[] for _n in range(count)]
    heights = [0.0] * count
    for rec in ids:
        shortest = heights.index(min(heights))
        columns[shortest].append(keyed(rec, Tile, rec, rec == chosen))
        heights[shortest] += _height(book.reader.artefact(rec), across)
    return ft.Row(
        [
            ft.Column(
                column,
                spacing=Space.M,
                expand=True,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            )
            for column in columns
        ],
        spacing=Space.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _height(artefact: Artefact | None, across: int) -> float:
    """Returns about how high a tile is, in widths of it, where `across` letters fit beside each other."""
    if artefact is None:
        return 0.0
    photo = artefact.kind == "photo"
    count = _lines(artefact.title or artefact.text, across, 3 if photo else 6)
    if artefact.title and not photo:
        count += _lines(artefact.text, across, 4)
    return (count + 4) * 2 / across + (1 / shape_of(artefact) if photo else 0)


def _lines(text: str, across: int, most: int) -> int:
    return min(-(-len(text) // across), most)


@component
def Tile(rec: str, chosen: bool = False) -> ft.Control:
    """One piece: its photo, its words or its link, and what it shows."""
    book, nav = use_book(), use_nav()
    use_record(book.id, "artefacts", rec)
    use_related(book.book, "evidence", "artefact", rec)
    artefact = book.reader.artefact(rec)
    if artefact is None:
        return ft.Container()
    now = use_shared().workspace.wall()
    goals = [book.reader.goal(piece.goal) for piece in book.reader.evidence_of(rec)]
    about = next((goal.statement for goal in goals if goal is not None), "")
    quiet = " · ".join(part for part in (about, short_date(artefact.at, now)) if part)
    draw: dict[str, Callable[[Artefact, str], ft.Control]] = {"photo": _photo, "link": _link}
    face = draw.get(artefact.kind, _words)(artefact, quiet)
    tone = {"words": PLUM, "link": SKY}.get(artefact.kind)
    return tap_card(
        ft.Stack([face, *([_star()] if artefact.best else [])]),
        lambda: nav.to("portfolio", rec),
        f"piece-{rec}",
        pad=0,
        tone=tone,
        chosen=chosen,
    )


def _star() -> ft.Control:
    return ft.Container(
        ft.Icon(ft.Icons.STAR, size=18, color=ON_FILL, semantics_label=_("Best work")),
        bgcolor=AMBER.ink,
        width=32,
        height=32,
        border_radius=32,
        alignment=ft.Alignment.CENTER,
        right=8,
        top=8,
    )


def _under(bold: str, quiet: str) -> ft.Control:
    rows: list[ft.Control] = [strong(bold, lines=3)] if bold else []
    return ft.Container(
        ft.Column([*rows, least(quiet)], spacing=2),
        padding=ft.Padding.only(left=Space.M, right=Space.M, top=Space.S, bottom=Space.M),
    )


def _photo(artefact: Artefact, quiet: str) -> ft.Control:
    picture = ft.Container(keyed(artefact.id, Photo, artefact), aspect_ratio=shape_of(artefact), bgcolor=CARD)
    return ft.Column(
        [picture, _under(artefact.title or artefact.text, quiet)],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _words(artefact: Artefact, quiet: str) -> ft.Control:
    said = work_name(artefact)
    rows: list[ft.Control] = [
        ft.Icon(WORK_SIGNS.get(artefact.kind, ft.Icons.FORMAT_QUOTE), color=PLUM.ink, size=26),
        strong(said, lines=6),
    ]
    if artefact.title and artefact.text:
        rows.append(body(artefact.text, lines=4))
    return ft.Container(ft.Column([*rows, least(quiet)], spacing=6), padding=Space.M)


def _link(artefact: Artefact, quiet: str) -> ft.Control:
    rows: list[ft.Control] = [
        ft.Icon(ft.Icons.LINK, color=SKY.ink, size=26),
        strong(artefact.title or artefact.text or host_of(artefact.link), lines=4),
        least(host_of(artefact.link), color=SKY.ink, bold=True),
        least(quiet),
    ]
    return ft.Container(ft.Column(rows, spacing=4), padding=Space.M)
