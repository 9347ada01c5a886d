"""The open book as a file to hand over, and what is true of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import flet as ft

from app.services.sharing import ExportFile, ShareStatus
from app.views.damage import DamageTold
from app.views.parts.bidi import isolate
from app.views.parts.buttons import Tap, flow, outlined, primary
from app.views.parts.cards import card, lines, row
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.days import size_words
from app.views.parts.marks import disc
from app.views.parts.notices import say, status_line
from app.views.parts.states import failed
from app.views.parts.text import detail, strong
from app.views.parts.voices import role_name
from app.views.state import use_announcements, use_book, use_changes, use_loaded, use_shared
from app.views.theme import MAIN, Space
from app.words import _, ngettext, number, short_date


@dataclass(frozen=True)
class Ready:
    """The open book as a file: ``file`` is None before the first; ``current`` unless a newer one is made."""

    state: str
    file: ExportFile | None
    current: bool
    again: Callable[[], None]
    tick: int


def use_file() -> Ready:
    """Makes the open book's file, and a new one whenever something in it, or in a library, changes."""
    workspace, book = use_shared().workspace, use_book()
    share, own = workspace.share, workspace.device.id
    tick = use_announcements(lambda where, _changed: where != own, (book.id,))

    async def export() -> tuple[int, ExportFile]:
        return tick, await share.export(book.book)

    loaded, again = use_loaded(export, book.id, tick)
    made, file = loaded.value or (-1, None)
    return Ready(loaded.state, file, made == tick and loaded.state == "ready", again, tick)


@component
def OneBook() -> ft.Control:
    """The open book as a file, made ready before the tap, and what is true of it."""
    shared, book = use_shared(), use_book()
    ready = use_file()
    noted = use_changes(shared.workspace.device.id, "books", "taken")
    share = shared.workspace.share
    status = ft.use_memo(lambda: share.status(book.book), [book.id, ready.tick, noted])
    if ready.state == "failed":
        return failed(
            _("The file could not be made"),
            _("Your book is safe on this device."),
            _("Try again. If it stays so, restart Ownway."),
            retry=ready.again,
        )
    own = shared.workspace.owner.role == "learner"
    rows: list[ft.Control] = [
        row(
            disc(ft.Icons.SEND_OUTLINED, MAIN),
            lines(
                _("Give your book to someone") if own else _("Give this book to someone"),
                _("As one file. They take it in, and send you theirs. Nothing gets lost."),
            ),
        ),
        keyed("truth", _Truth, status),
        keyed("ways", FileWays, ready),
    ]
    return card(ft.Column(rows, spacing=Space.M))


@component
def FileWays(ready: Ready, after: Callable[[], None] | None = None) -> ft.Control:
    """The ways out for a file, or that it is on its way."""
    if ready.file is None:
        return detail(_("Getting the file ready…"))
    return Ways(ready.file, ready.current, after)


@component
def Ways(file: ExportFile, current: bool, after: Callable[[], None] | None = None) -> ft.Control:
    """Saving the file and sending it. A saved file is noted at once; of a sent one only the person knows
    whether it arrived. While a newer file is made, none goes out."""
    shared, book = use_shared(), use_book()
    device = shared.device
    asking, set_asking = ft.use_state(False)
    save = ft.use_memo(lambda: device.save_action(file.name, file.data), [file])
    send = ft.use_memo(lambda: device.share_action(file.name, file.data), [file])
    out = use_slot(file)

    def note(gone: ExportFile) -> None:
        set_asking(False)
        shared.workspace.share.handed_over(book.book, gone)
        if after is not None:
            after()

    def saved() -> None:
        note(file)
        say(_("Saved. Keep it where you find it again."))

    def sent() -> None:
        out.current = file
        set_asking(True)

    if asking:
        return _arrived(lambda: note(out.current), lambda: set_asking(False))
    words = _("Save the file") if current else _("Getting the file ready…")
    ways: list[ft.Control] = []
    if device.can_share and current:
        ways.append(primary(_("Send it"), sent, "send-file", icon=ft.Icons.IOS_SHARE, action=send))
        ways.append(outlined(words, saved, "save-file", icon=ft.Icons.SAVE_ALT, action=save))
    else:
        icon, action = ft.Icons.SAVE_ALT, save if current else None
        ways.append(primary(words, saved, "save-file", icon=icon, action=action, disabled=not current))
    said: list[ft.Control] = [ft.Row(ways, wrap=True, spacing=Space.S, run_spacing=Space.S)]
    about = _("{name} · {size}").format(name=isolate(file.name), size=size_words(len(file.data)))
    said.append(detail(about))
    said += [status_line(text, good=False) for text in _left_behind(file)]
    return ft.Column(said, spacing=Space.S)


def _left_behind(file: ExportFile) -> Iterator[str]:
    """Yields what is too much for the file, in words."""
    if file.left_out:
        yield ngettext(
            "{n} older photo is too much for one file and stays on this device",
            "{n} older photos are too much for one file and stay on this device",
            file.left_out,
        ).format(n=number(file.left_out))
    for one in file.carried:
        if one.left_out:
            yield ngettext(
                "{n} photo or file of {name}’s library is too much for this file and stays on this device",
                "{n} photos and files of {name}’s library are too much for this file and stay on this device",
                one.left_out,
            ).format(n=number(one.left_out), name=isolate(one.name))
    for name in file.without:
        text = _("{name}’s library is too much for this file and stays on this device")
        yield text.format(name=isolate(name))


def _arrived(yes: Tap, no: Tap) -> ft.Control:
    """The question after a share sheet: it does not tell what became of the file."""
    ways = [
        primary(_("Yes, it arrived"), yes, "arrived", icon=ft.Icons.CHECK),
        outlined(_("No, not yet"), no, "not-arrived"),
    ]
    return ft.Column([strong(_("Did the file arrive?")), flow(ways)], spacing=Space.S)


@component
def _Truth(status: ShareStatus) -> ft.Control:
    now, book = use_shared().workspace.wall(), use_book().book
    rows: list[ft.Control] = [status_line(_("Everything is saved on this device"))]
    if book.damage is not None and not book.damage.torn:
        rows.append(keyed("damage", DamageTold, book, book.damage))
    if book.held:
        text = ngettext(
            "{n} change is kept but not shown: from a newer Ownway, or not theirs to make",
            "{n} changes are kept but not shown: from a newer Ownway, or not theirs to make",
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
    rows += [_seen(*one, now) for one in status.seen]
    return ft.Column(rows, spacing=Space.XS)


def _seen(name: str, role: str, seen: int, now: int) -> ft.Control:
    """How far somebody has seen; a person's other device is not somebody else."""
    owner = use_shared().workspace.owner
    mine = (name, role) == (owner.name, owner.role)
    who, day = isolate(name or role_name(role)), short_date(seen, now)
    if not seen:
        said = (
            _("Your other device does not have this yet") if mine else _("{name} has not seen your work yet")
        )
        return status_line(said.format(name=who), good=False)
    said = _("Your other device has it up to: {day}") if mine else _("{name} has seen up to: {day}")
    return status_line(said.format(name=who, day=day))
