"""Every book of a teacher or family: each made ready and handed over, or all in turn."""

from collections.abc import Callable

import flet as ft

from app.views.handing import FileWays, use_file
from app.views.parts.buttons import flow, link, outlined, primary
from app.views.parts.cards import beside, card, lines, row
from app.views.parts.component import component, keyed
from app.views.parts.marks import avatar
from app.views.parts.states import empty, failed
from app.views.parts.text import body, detail, section, strong
from app.views.state import BookContext, use_big_text, use_book, use_changes, use_loaded, use_shared
from app.views.theme import MUTE, Space
from app.words import _, ngettext, number, short_date

SHOWN_AT_ONCE = 20


@component
def AllBooks() -> ft.Control:
    """Every book of a teacher or family, each to be made ready and handed over."""
    workspace = use_shared().workspace
    use_changes(workspace.device.id, "books")
    ready, set_ready = ft.use_state(False)
    shown, set_shown = ft.use_state(SHOWN_AT_ONCE)
    cards = workspace.cards
    if not cards:
        return empty(
            ft.Icons.SEND_OUTLINED,
            _("No books to share yet"),
            _("Take in a file from a learner first, or make a book for one under Class."),
        )
    known = any(card.backup or workspace.device.find("taken", "space", card.id) for card in cards)
    rows: list[ft.Control] = [section(_("Give books back") if known else _("Hand books over"))]
    said = _("Each learner gets a file: their book with what you wrote in it, and your library.")
    rows.append(body(said, color=MUTE))
    rows.append(detail(_("On their device: Share, then Choose files.")))
    rows.append(detail(_("On a new device: Bring back a backup, on the first screen.")))
    if ready:
        rows.append(keyed("turn", _InTurn, tuple(card.id for card in cards), lambda: set_ready(False)))
        return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    text = ngettext("Get {n} file ready", "Get all {n} files ready", len(cards))
    ready_all = primary(text.format(n=number(len(cards))), lambda: set_ready(True), "ready-all")
    rows.append(flow([ready_all]))
    rows += [keyed(card.id, _Card, card.id) for card in cards[:shown]]
    if len(cards) > shown:
        more = _("Show more ({n})").format(n=number(len(cards) - shown))
        rows.append(link(more, lambda: set_shown(shown + SHOWN_AT_ONCE), "show-more"))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _InTurn(spaces: tuple[str, ...], done: Callable[[], None]) -> ft.Control:
    """Every book as a file, one after the other, each noted by itself once it went out."""
    at, set_at = ft.use_state(0)
    if at >= len(spaces):
        end = ft.Row([primary(_("Good"), done, "all-done")])
        said = strong(_("That was the last one. Each file goes to its learner."))
        return card(ft.Column([said, end], spacing=Space.M))
    count = _("{n} of {all}").format(n=number(at + 1), all=number(len(spaces)))
    rows: list[ft.Control] = [
        detail(count),
        keyed(spaces[at], _BookFile, spaces[at], lambda: set_at(lambda now: now + 1)),
        flow([link(_("Leave it out"), lambda: set_at(at + 1), "next-file"), link(_("Stop"), done, "stop")]),
    ]
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Card(space: str) -> ft.Control:
    workspace = use_shared().workspace
    ready, set_ready = ft.use_state(False)
    found = next((card for card in workspace.cards if card.id == space), None)
    if found is None:
        return ft.Container()
    if ready:
        return keyed("file", _BookFile, space)
    now = workspace.wall()
    quiet = (
        _("Last file: {day}").format(day=short_date(found.backup, now))
        if found.backup
        else _("No file has gone out yet")
    )
    end = outlined(_("Get ready"), lambda: set_ready(True), f"ready-{space}")
    who = row(avatar(found.avatar, space), lines(found.name, quiet))
    who.expand = True
    return card(beside(who, end, big=use_big_text()), pad=Space.M)


@component
def _BookFile(space: str, after: Callable[[], None] | None = None) -> ft.Control:
    workspace = use_shared().workspace
    loaded, again = use_loaded(lambda: workspace.open_book(space), space)
    if loaded.state == "failed":
        return failed(_("This book could not be opened"), _("The others are safe."), retry=again)
    found = loaded.value
    if found is None:
        return card(detail(_("Getting the file ready…")), pad=Space.M)
    return BookContext(found, lambda: keyed(space, _Handed, after))


@component
def _Handed(after: Callable[[], None] | None) -> ft.Control:
    book, ready = use_book(), use_file()
    learner = book.reader.learner()
    if ready.state == "failed":
        return failed(_("The file could not be made"), _("The book is safe."), retry=ready.again)
    rows: list[ft.Control] = [
        row(avatar(learner.avatar, book.id), strong(learner.name, expand=True)),
        keyed("ways", FileWays, ready, after),
    ]
    return card(ft.Column(rows, spacing=Space.S), pad=Space.M)
