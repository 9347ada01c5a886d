"""Every book of a teacher or family: each made ready and handed over, or all in one tap."""

import flet as ft

from app.services.sharing import ExportFile
from app.services.workspace import OpenBook
from app.views.handing import Ways
from app.views.parts.buttons import link, outlined, primary
from app.views.parts.cards import card, lines, row
from app.views.parts.component import component, keyed
from app.views.parts.marks import avatar
from app.views.parts.notices import say
from app.views.parts.states import empty, failed
from app.views.parts.text import body, detail, section, strong
from app.views.state import BookContext, use_book, use_changes, use_loaded, use_shared
from app.views.theme import AMBER, MUTE, Space
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
    rows: list[ft.Control] = [section(_("Give books back"))]
    rows.append(body(_("Each learner gets a file with your answers in it."), color=MUTE))
    if ready:
        rows.append(keyed("all", _AllFiles, tuple(card.id for card in cards)))
    else:
        text = ngettext("Get {n} file ready", "Get all {n} files ready", len(cards))
        ready_all = primary(text.format(n=number(len(cards))), lambda: set_ready(True), "ready-all")
        rows.append(ft.Row([ready_all]))
    rows += [keyed(card.id, _Card, card.id) for card in cards[:shown]]
    if len(cards) > shown:
        more = _("Show more ({n})").format(n=number(len(cards) - shown))
        rows.append(link(more, lambda: set_shown(shown + SHOWN_AT_ONCE), "show-more"))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _AllFiles(spaces: tuple[str, ...]) -> ft.Control:
    """Every book as a file, saved in one tap."""
    shared = use_shared()
    workspace, device = shared.workspace, shared.device

    async def export() -> list[tuple[OpenBook, ExportFile]]:
        books = [await workspace.open_book(space) for space in spaces]
        return [(book, await workspace.share.export(book.book)) for book in books]

    loaded, again = use_loaded(export, spaces)
    files = loaded.value or []
    actions = ft.use_memo(
        lambda: [device.save_action(file.name, file.data) for _book, file in files], [loaded.state]
    )

    def gone() -> None:
        for book, file in files:
            workspace.share.handed_over(book.book, file)
        say(_("The files are on their way out. Each goes to its learner."))

    if loaded.state == "failed":
        return failed(_("The files could not be made"), _("All books are safe."), retry=again)
    if loaded.state == "loading":
        return card(detail(_("Getting the files ready…")), pad=Space.M)
    text = ngettext("Save {n} file", "Save all {n} files", len(files)).format(n=number(len(files)))
    save = primary(text, gone, "save-all", icon=ft.Icons.SAVE_ALT, action=actions)
    return ft.Row([save])


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
    return card(row(avatar(found.avatar, space), lines(found.name, quiet), end), pad=Space.M)


@component
def _BookFile(space: str) -> ft.Control:
    workspace = use_shared().workspace
    loaded, again = use_loaded(lambda: workspace.open_book(space), space)
    if loaded.state == "failed":
        return failed(_("This book could not be opened"), _("The others are safe."), retry=again)
    found = loaded.value
    if found is None:
        return card(detail(_("Getting the file ready…")), pad=Space.M)
    return BookContext(found, lambda: keyed(space, _Handed))


@component
def _Handed() -> ft.Control:
    shared, book = use_shared(), use_book()
    share = shared.workspace.share
    loaded, _again = use_loaded(lambda: share.export(book.book), book.id)
    learner = book.reader.learner()
    rows: list[ft.Control] = [
        row(avatar(learner.avatar, book.id), strong(learner.name, expand=True)),
    ]
    if loaded.value is None:
        rows.append(detail(_("Getting the file ready…"), color=AMBER.ink))
    else:
        rows.append(keyed(loaded.value.name, Ways, loaded.value))
    return card(ft.Column(rows, spacing=Space.S), pad=Space.M)
