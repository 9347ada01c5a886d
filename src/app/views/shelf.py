"""A shelf: its works, why they belong together, and a way to show it to somebody."""

import flet as ft

from app.domain.learning import Shelf
from app.services.shelves import ShelfPage, name_of
from app.views.parts.buttons import flow, link, outlined, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import white_pill
from app.views.parts.more import use_more
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.parts.text import body, detail, heading, section
from app.views.picking import Picker
from app.views.portfolio import Gallery
from app.views.settling import Settle
from app.views.shelves import SHOWN, SIGNS, count_words, kind_name, shelf_name
from app.views.state import use_book, use_changes, use_layout, use_nav, use_shared
from app.views.theme import PLUM, Space
from app.views.why_best import BestWorks
from app.words import _


@component
def ShelfView(kind: str, about: str = "") -> ft.Control:
    """The screen of one shelf."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, *SHOWN)
    page = book.shelves.page(kind, about)
    wide = use_layout() != "phone"
    mine = use_shared().workspace.owner.role == "learner"

    def leave() -> None:
        nav.to(*(("portfolio",) if mine else ("learner", "portfolio")))

    if page is None:
        gone = empty(
            ft.Icons.PHOTO_LIBRARY_OUTLINED, _("This shelf is not here"), _("It may have been taken away.")
        )
        return screen("shelf", [back_head(_("Portfolio"), leave), gone], wide=wide)
    icon, tone = SIGNS[kind]
    rows: list[ft.Control] = [
        back_head(_("Portfolio"), leave),
        *([ft.Row([white_pill(kind_name(kind), tone, icon)])] if kind != "best" else []),
        heading(shelf_name(book, kind, page.about, page.title)),
        keyed("why", _Why, page, mine=mine),
        keyed("settle", _Settle, page),
    ]
    if page.works:
        show = primary(
            _("Show it to somebody"),
            lambda: nav.to("present", kind, page.about),
            "present",
            icon=ft.Icons.SLIDESHOW,
        )
        rows.append(ft.Row([show]))
    rows.append(keyed("works", _Works, page, mine=mine))
    if mine and kind == "own":
        rows.append(keyed("more", _More, page))
    return screen("shelf", rows, wide=wide, foot=Space.XL)


@component
def _Settle(page: ShelfPage) -> ft.Control:
    book = use_book()
    shelf = book.reader.one(Shelf, "shelves", name_of(page.kind, page.about))
    if shelf is None or not shelf.versions:
        return ft.Container(visible=False)
    return keyed("settle", Settle, "shelves", shelf)


@component
def _Why(page: ShelfPage, *, mine: bool) -> ft.Control:
    """Why these works belong together, in the learner's words."""
    shelves = use_book().shelves
    writing, set_writing = ft.use_state(False)

    def keep(words: str) -> None:
        shelves.say_why(page.kind, page.about, words)

    if writing:
        field = Field(
            "shelf-why",
            _("Why do these belong together?"),
            page.why,
            keep,
            hint=_("What do they show about you and how you learn?"),
            lines=3,
            longest=2000,
            autofocus=True,
        )
        done = link(_("Done"), lambda: set_writing(False), "why-done")
        rows: list[ft.Control] = [field, ft.Row([done])]
    else:
        rows = [body(page.why)] if page.why else []
        if mine:
            word = _("Change why") if page.why else _("Say why these belong together")
            rows.append(
                ft.Row([link(word, lambda: set_writing(True), "say-why", icon=ft.Icons.EDIT_OUTLINED)])
            )
    return ft.Column(
        rows, spacing=Space.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, visible=bool(rows)
    )


@component
def _Works(page: ShelfPage, *, mine: bool) -> ft.Control:
    """The works; on the best shelf each with why it was chosen; picked by hand where that is so."""
    by_hand = mine and page.kind in ("best", "own")
    picking, set_picking = ft.use_state(by_hand and not page.works)
    ids = tuple(work.id for work in page.works)
    shown, more = use_more(len(ids), "more-works")
    rows: list[ft.Control] = [section(count_words(len(ids)))]
    if picking:
        rows.append(keyed("picker", Picker, page.kind, page.rec, ids))
    elif page.kind == "best" and ids:
        rows.append(keyed("best", BestWorks, ids[:shown]))
    elif ids:
        rows.append(keyed("gallery", Gallery, ids[:shown]))
    else:
        rows.append(detail(_("No pieces here yet.")))
    rows += [] if picking else more
    if by_hand:
        word = _("Done choosing") if picking else _("Choose pieces")
        icon = ft.Icons.CHECK if picking else ft.Icons.CHECKLIST
        rows.append(ft.Row([outlined(word, lambda: set_picking(not picking), "pick-pieces", icon=icon)]))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _More(page: ShelfPage) -> ft.Control:
    shelves, nav = use_book().shelves, use_nav()
    naming, set_naming = ft.use_state(False)

    def rename(title: str) -> None:
        shelves.rename(page.rec, title)
        set_naming(False)

    def drop() -> None:
        shelves.drop(page.rec)
        nav.to("portfolio")
        say(_("The shelf is gone. Its pieces are still here."), lambda: shelves.bring_back(page.rec))

    if naming:
        field = Field(
            "shelf-title", _("Its name"), page.title, rename, submit=rename, autofocus=True, longest=120
        )
        return card(field, pad=Space.M)
    return flow(
        [
            link(
                _("Another name"),
                lambda: set_naming(True),
                "name-shelf",
                icon=ft.Icons.EDIT_OUTLINED,
                tone=PLUM,
            ),
            link(_("Take the shelf away"), drop, "drop-shelf", icon=ft.Icons.DELETE_OUTLINE),
        ],
        spacing=0,
    )
