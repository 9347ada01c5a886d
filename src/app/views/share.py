"""Share: a file out, files in, and the truth about where the book is."""

from collections.abc import Callable, Sequence

import flet as ft

from app.services.sharing import ExportFile, ShareStatus
from app.services.workspace import OpenBook
from app.views.device import Picked
from app.views.parts.bidi import isolate
from app.views.parts.buttons import link, outlined, primary
from app.views.parts.cards import card, lines, row
from app.views.parts.component import component, keyed
from app.views.parts.days import size_words
from app.views.parts.frame import page_head, screen
from app.views.parts.marks import avatar, disc
from app.views.parts.notices import say, status_line
from app.views.parts.states import empty, failed
from app.views.parts.text import body, detail, section, strong
from app.views.parts.voices import role_name
from app.views.protection import ProtectionCard
from app.views.state import BookContext, use_book, use_changes, use_layout, use_loaded, use_shared
from app.views.takein import TakeInCards
from app.views.theme import AMBER, MAIN, MUTE, SKY, Space
from app.words import _, ngettext, number, short_date

ALL = (
    "learner",
    "people",
    "profile",
    "goals",
    "checkins",
    "artefacts",
    "evidence",
    "reflections",
    "feedback",
)


@component
def ShareView(which: str = "") -> ft.Control:
    """The screen of sharing: the learner's own book, or all books of a teacher or family."""
    none: tuple[Picked, ...] = ()
    picked, set_picked = ft.use_state(none)
    wide = use_layout() != "phone"
    if picked:
        return screen(
            "take-in", [keyed("cards", TakeInCards, picked, lambda: set_picked(()))], wide=wide, foot=Space.XL
        )
    rows: list[ft.Control] = [page_head(_("Share"))]
    rows += [keyed("book", OneBook)] if which == "own" else [keyed("books", AllBooks)]
    rows += [keyed("in", Intakes, set_picked), keyed("protection", ProtectionCard)]
    return screen("share", rows, wide=wide)


@component
def OneBook() -> ft.Control:
    """The open book as a file, made ready before the tap, and what is true of it."""
    shared, book = use_shared(), use_book()
    tick = use_changes(book.id, *ALL)
    noted = use_changes(shared.workspace.device.id, "books", "taken")
    share = shared.workspace.share
    loaded, again = use_loaded(lambda: share.export(book.book), book.id, tick)
    status = ft.use_memo(lambda: share.status(book.book), [book.id, tick, noted])
    if loaded.state == "failed":
        return failed(
            _("The file could not be made"),
            _("Your book is safe on this device."),
            _("Try again. If it stays so, restart Ownway."),
            retry=again,
        )
    rows: list[ft.Control] = [
        row(
            disc(ft.Icons.SEND_OUTLINED, MAIN),
            lines(
                _("Give your book to someone"),
                _("As one file. They take it in, and send you theirs. Nothing gets lost."),
            ),
        ),
        keyed("truth", _Truth, status),
    ]
    if loaded.value is None:
        rows.append(detail(_("Getting the file ready…")))
    else:
        rows.append(keyed(loaded.value.name, _Ways, loaded.value))
    return card(ft.Column(rows, spacing=Space.M))


@component
def _Ways(file: ExportFile) -> ft.Control:
    shared, book = use_shared(), use_book()
    device = shared.device
    save = ft.use_memo(lambda: device.save_action(file.name, file.data), [file.name])
    send = ft.use_memo(lambda: device.share_action(file.name, file.data), [file.name])

    def gone() -> None:
        shared.workspace.share.handed_over(book.book, file)
        say(_("The file is on its way out. Keep it where you find it again."))

    ways: list[ft.Control] = []
    if device.can_share:
        ways.append(primary(_("Send it"), gone, "send-file", icon=ft.Icons.IOS_SHARE, action=send))
        ways.append(outlined(_("Save the file"), gone, "save-file", icon=ft.Icons.SAVE_ALT, action=save))
    else:
        ways.append(primary(_("Save the file"), gone, "save-file", icon=ft.Icons.SAVE_ALT, action=save))
    return ft.Column(
        [
            ft.Row(ways, wrap=True, spacing=Space.S, run_spacing=Space.S),
            detail(_("{name} · {size}").format(name=isolate(file.name), size=size_words(len(file.data)))),
        ],
        spacing=Space.S,
    )


@component
def _Truth(status: ShareStatus) -> ft.Control:
    now, book = use_shared().workspace.wall(), use_book().book
    rows: list[ft.Control] = [status_line(_("Everything is saved on this device"))]
    if book.damage is not None and not book.damage.torn:
        text = _("A damaged piece of the book was set aside when it was opened. A backup can bring it back.")
        rows.append(status_line(text, good=False))
    if book.held:
        text = ngettext(
            "{n} change is kept, but this Ownway cannot show it",
            "{n} changes are kept, but this Ownway cannot show them",
            book.held,
        )
        rows.append(status_line(text.format(n=number(book.held)), good=False))
    if not status.backup:
        rows.append(status_line(_("It has never gone out as a file yet"), good=False))
    else:
        day = short_date(status.backup, now)
        rows.append(status_line(_("Last file: {day}").format(day=day)))
        if status.unsent:
            text = ngettext("{n} change since then", "{n} changes since then", status.unsent)
            rows.append(status_line(text.format(n=number(status.unsent)), good=False))
    for name, role, seen in status.seen:
        who = name or role_name(role)
        if seen:
            day = short_date(seen, now)
            text = _("{name} has seen up to: {day}").format(name=isolate(who), day=day)
            rows.append(status_line(text))
        else:
            text = _("{name} has not seen your work yet").format(name=isolate(who))
            rows.append(status_line(text, good=False))
    return ft.Column(rows, spacing=Space.XS)


@component
def Intakes(came: Callable[[tuple[Picked, ...]], None]) -> ft.Control:
    """The way in: any number of files at once."""
    device = use_shared().device

    def picked(files: Sequence[Picked]) -> None:
        if files:
            came(tuple(files))

    pick = ft.use_memo(lambda: device.pick_files_action(picked), [])
    return card(
        ft.Column(
            [
                row(
                    disc(ft.Icons.MOVE_TO_INBOX, SKY),
                    lines(
                        _("Take in files"),
                        _("You see first what a file brings. Nothing changes until you say so."),
                    ),
                ),
                ft.Row([outlined(_("Choose files"), None, "choose-files", tone=SKY, action=pick)]),
            ],
            spacing=Space.M,
        )
    )


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
        rows.append(keyed(loaded.value.name, _Ways, loaded.value))
    return card(ft.Column(rows, spacing=Space.S), pad=Space.M)
