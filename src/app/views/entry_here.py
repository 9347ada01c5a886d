"""One entry of the profile that stays on this device: what can be done with it, and what sharing it means."""

from collections.abc import Callable

import flet as ft

from app.domain.device import KeptEntry
from app.views.entry import entry_head, entry_lined
from app.views.entry_place import BOOK_SIGN, BOOK_TONE, HERE_SIGN, HERE_TONE
from app.views.parts.buttons import flow, link
from app.views.parts.component import component
from app.views.parts.marks import pill
from app.views.parts.notices import note, say
from app.views.parts.text import least
from app.views.sentences.profile import act_does
from app.views.state import use_book
from app.views.supports import use_kept_here
from app.views.theme import QUIET, Space
from app.words import _


@component
def HereEntry(entry: KeptEntry) -> ft.Control:
    """An entry that stays on this device, whether it is so or no longer so."""
    open_, set_open = ft.use_state(False)
    marks: list[ft.Control] = [pill(_("Only on this device"), HERE_TONE, HERE_SIGN)]
    if entry.past:
        marks.append(pill(_("No longer so"), QUIET, ft.Icons.HISTORY))
    elif act_does(entry.act):
        marks.append(least(act_does(entry.act)))
    rows = [entry_head(entry.id, entry.text, flow(marks), open_, set_open)]
    if open_:
        rows.append(_Doing(entry))
    return entry_lined(rows)


@component
def _Doing(entry: KeptEntry) -> ft.Control:
    """What can be done with it."""
    book, kept = use_book(), use_kept_here()
    asking, set_asking = ft.use_state(False)

    def drop() -> None:
        kept.drop(entry.id)
        say(_("Taken out."), lambda: kept.bring_back(entry.id))

    def past() -> None:
        kept.put_past(entry.id, True)
        say(_("It is in “How I grew” now."), lambda: kept.put_past(entry.id, False))

    def again() -> None:
        kept.put_past(entry.id, False)
        say(_("It is in the profile again."), lambda: kept.put_past(entry.id, True))

    def share() -> None:
        if kept.put_in_book(book.profile, entry.id):
            say(_("It is in the book now. It goes out with the next file."))
        else:
            set_asking(False)
            say(_("The book says these words in another way already. This stays here, on this device."))

    if asking:
        return _Sharing(share, lambda: set_asking(False), entry.id)
    so = (
        link(_("It is so again"), again, f"again-{entry.id}", icon=ft.Icons.REPLAY)
        if entry.past
        else link(_("No longer so"), past, f"past-{entry.id}", icon=ft.Icons.HISTORY)
    )
    ways: list[ft.Control] = [
        so,
        link(
            _("Put it in the book"),
            lambda: set_asking(True),
            f"put-in-{entry.id}",
            icon=BOOK_SIGN,
            tone=BOOK_TONE,
        ),
        link(_("Take it out"), drop, f"drop-{entry.id}", icon=ft.Icons.CLOSE),
    ]
    rows: list[ft.Control] = [note(_("It is in no file and in no backup."), HERE_SIGN), flow(ways, spacing=0)]
    return ft.Column(rows, spacing=Space.XS)


@component
def _Sharing(share: Callable[[], None], stay: Callable[[], None], rec: str) -> ft.Control:
    """What it means to put an entry into the book, before it is done."""
    texts = (
        _("Everyone who gets a file of this book from now on can read it."),
        _(
            "It cannot be made secret again: what is in the book once stays in its history, even if it is "
            "taken out later."
        ),
    )
    ways: list[ft.Control] = [
        link(_("Yes, put it in the book"), share, f"put-in-yes-{rec}", icon=BOOK_SIGN, tone=BOOK_TONE),
        link(_("Leave it here"), stay, f"put-in-no-{rec}", icon=HERE_SIGN),
    ]
    return ft.Column(
        [*(note(text, ft.Icons.INFO_OUTLINE) for text in texts), flow(ways, spacing=0)], spacing=Space.XS
    )
