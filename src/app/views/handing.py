"""The open book as a file to hand over, and what is true of it."""

import flet as ft

from app.services.sharing import ExportFile, ShareStatus
from app.views.parts.bidi import isolate
from app.views.parts.buttons import outlined, primary
from app.views.parts.cards import card, lines, row
from app.views.parts.component import component, keyed
from app.views.parts.days import size_words
from app.views.parts.marks import disc
from app.views.parts.notices import say, status_line
from app.views.parts.states import failed
from app.views.parts.text import detail
from app.views.parts.voices import role_name
from app.views.state import use_book, use_changes, use_loaded, use_shared
from app.views.theme import MAIN, Space
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
        rows.append(keyed(loaded.value.name, Ways, loaded.value))
    return card(ft.Column(rows, spacing=Space.M))


@component
def Ways(file: ExportFile) -> ft.Control:
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
