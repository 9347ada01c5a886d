"""Works put together: by goal, by skill, by month, and on shelves of one's own."""

from datetime import date

import flet as ft

from app.domain.days import iso_day
from app.services.open_book import OpenBook
from app.views.about import about_of
from app.views.parts.buttons import outlined, primary
from app.views.parts.cards import card, row_card
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.marks import disc
from app.views.parts.more import use_more
from app.views.parts.notices import say
from app.views.parts.text import detail
from app.views.state import use_book, use_changes, use_nav, use_shared
from app.views.theme import AMBER, LEAF, MAIN, PLUM, SKY, Space, Tone
from app.words import _, month, ngettext, number, pgettext

SHOWN = ("artefacts", "evidence", "goals", "shelves")
SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    "best": (ft.Icons.STAR_BORDER, AMBER),
    "goal": (ft.Icons.FLAG_OUTLINED, SKY),
    "competency": (ft.Icons.ROUTE, MAIN),
    "time": (ft.Icons.CALENDAR_MONTH_OUTLINED, LEAF),
    "own": (ft.Icons.COLLECTIONS_BOOKMARK_OUTLINED, PLUM),
}


def kind_name(kind: str) -> str:
    """Returns what a kind of collection is called."""
    names = {
        "best": _("Best work"),
        "goal": _("By goal"),
        "competency": _("By skill"),
        "time": _("By month"),
        "own": _("My shelves"),
    }
    return names.get(kind, _("Everything"))


def shelf_name(book: OpenBook, kind: str, about: str, title: str = "") -> str:
    """Returns what a shelf is called: its own title, or what it is about in words."""
    if title or kind == "own":
        return title or _("A shelf")
    if kind == "best":
        return _("Best work")
    if kind == "time":
        first = iso_day(f"{about}-01")
        return month_name(first) if first else about
    col, gone = {
        "goal": ("goals", _("A goal that is no longer here")),
        "competency": ("competencies", _("Something that is not on this device")),
    }[kind]
    found = about_of(book, col, about)
    return found.words if found else gone


def month_name(day: date) -> str:
    """Returns a month with its year: "November 2026"."""
    return pgettext("month and year", "{month} {year}").format(month=month(day), year=day.year)


def count_words(count: int) -> str:
    """Returns how many pieces lie there."""
    return ngettext("{n} piece", "{n} pieces", count).format(n=number(count))


@component
def Groups(kind: str) -> ft.Control:
    """The collections of one kind, each one tap away."""
    book = use_book()
    tick = use_changes(book.id, *SHOWN)
    if kind == "own":
        return keyed("own", OwnShelves)
    groups = ft.use_memo(lambda: book.shelves.groups(kind), [book.id, kind, tick])
    shown, more = use_more(len(groups), "more-groups")
    if not groups:
        return detail(_("No piece is shown for one yet. Open a piece to say what it shows."))
    rows: list[ft.Control] = [
        keyed(one.about, Group, kind, one.about, shelf_name(book, kind, one.about), len(one.artefacts))
        for one in groups[:shown]
    ]
    return ft.Column([*rows, *more], spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def Group(kind: str, about: str, name: str, count: int) -> ft.Control:
    """One collection as a row of a list."""
    nav, (icon, tone) = use_nav(), SIGNS[kind]
    return row_card(
        disc(icon, tone),
        name,
        count_words(count),
        lambda: nav.to("shelf", kind, about),
        f"shelf-{kind}-{about}",
    )


@component
def OwnShelves() -> ft.Control:
    """The shelves made by hand, and a way to make one."""
    book = use_book()
    use_changes(book.id, *SHOWN)
    shelves = book.shelves.own()
    rows: list[ft.Control] = []
    shown, more = use_more(len(shelves), "more-shelves")
    for one in shelves[:shown]:
        page = book.shelves.page("own", one.id)
        rows.append(keyed(one.id, Group, "own", one.id, one.title, len(page.works) if page else 0))
    rows += more
    mine = use_shared().workspace.owner.role == "learner"
    if not shelves:
        rows.append(detail(_("On a shelf you put pieces together that belong together for you.")))
    if mine:
        rows.append(keyed("make", _Make))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Make() -> ft.Control:
    book, nav = use_book(), use_nav()
    open_, set_open = ft.use_state(False)
    typed = use_slot("")

    def typing(text: str) -> None:
        typed.current = text

    def make() -> None:
        rec = book.shelves.make(typed.current)
        if rec:
            typed.current = ""
            nav.to("shelf", "own", rec)
        else:
            say(_("Give your shelf a name first."))

    if not open_:
        label = _("Make a shelf")
        return ft.Row([outlined(label, lambda: set_open(True), "make-shelf", icon=ft.Icons.ADD)])
    field = Field(
        "shelf-title",
        _("What is it called?"),
        "",
        typing,
        hint=_("For example: What I built this year"),
        longest=120,
        typing=typing,
        autofocus=True,
    )
    rows: list[ft.Control] = [field, ft.Row([primary(_("Make it"), make, "shelf-made", tone=PLUM)])]
    return card(
        ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )
