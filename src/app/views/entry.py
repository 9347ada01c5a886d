"""One entry of the book's profile: its words, whose, from what; a tap shows what can be done with it."""

from collections.abc import Callable

import flet as ft

from app.domain.models import ProfileEntry
from app.views.entry_place import BOOK_SIGN, BOOK_TONE, HERE_SIGN
from app.views.fate import fate
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, icon_button, link
from app.views.parts.cards import lines
from app.views.parts.component import component
from app.views.parts.fields import Field
from app.views.parts.notices import note, say
from app.views.parts.text import least
from app.views.sentences.profile import act_does, source_words
from app.views.settling import Settle, unsettled
from app.views.state import use_book, use_record, use_shared
from app.views.supports import use_kept_here
from app.views.theme import LINE, MUTE, Space
from app.words import _, short_date


@component
def Entry(entry: ProfileEntry) -> ft.Control:
    """An entry of the book, which others see."""
    book, role = use_book(), use_shared().workspace.owner.role
    use_record(book.id, "profile", entry.id)
    open_, set_open = ft.use_state(False)
    changing, set_changing = ft.use_state(False)

    def reword(text: str) -> None:
        book.profile.reword(entry.id, text)
        set_changing(False)

    if unsettled("profile", entry, role):
        return Settle("profile", entry)
    if changing:
        return Field(
            f"reword-{entry.id}",
            _("Your words"),
            entry.text,
            reword,
            submit=reword,
            autofocus=True,
            show_label=False,
        )
    rows: list[ft.Control] = [entry_head(entry.id, entry.text, _origin(entry), open_, set_open)]
    if open_:
        rows.append(_Doing(entry, lambda: set_changing(True)))
    return entry_lined(rows)


def entry_head(
    rec: str, text: str, quiet: ft.Control | str, open_: bool, set_open: Callable[[bool], None]
) -> ft.Control:
    """What an entry says, and the button that shows what can be done with it."""
    icon = ft.Icons.EXPAND_LESS if open_ else ft.Icons.MORE_HORIZ
    more = icon_button(icon, _("What to do with it"), lambda: set_open(not open_), f"open-{rec}", color=MUTE)
    return ft.Row([lines(text, quiet), more], spacing=0)


def entry_lined(rows: list[ft.Control]) -> ft.Control:
    """An entry's rows, with a line above."""
    column = ft.Column(rows, spacing=Space.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    line = ft.Border.only(top=ft.BorderSide(1, LINE))
    return ft.Container(column, border=line, padding=ft.Padding.only(top=Space.S))


def _origin(entry: ProfileEntry) -> ft.Control | str:
    """Whose words it is and from what, where that is worth a word."""
    book, workspace = use_book(), use_shared().workspace
    name = "" if entry.by in ("learner", "") else book.reader.person(entry.who).name
    parts = [_("Says {name}").format(name=isolate(name)) if name else "", source_words(entry.source)]
    if any(parts):
        parts.append(short_date(entry.at, workspace.wall()))
    text = " · ".join(part for part in parts if part)
    rows: list[ft.Control] = [*([least(text)] if text else []), *fate(entry)]
    if act_does(entry.act):
        rows.append(least(act_does(entry.act)))
    return flow(rows) if rows else ""


@component
def _Doing(entry: ProfileEntry, reword: Callable[[], None]) -> ft.Control:
    """What can be done with an entry."""
    book, role, kept = use_book(), use_shared().workspace.owner.role, use_kept_here()
    profile = book.profile
    asking, set_asking = ft.use_state(False)

    def drop() -> None:
        profile.drop(entry.id)
        say(_("Taken out."), lambda: profile.bring_back(entry.id))

    def past() -> None:
        profile.put_past(entry.id, True)
        say(_("It is in “How I grew” now."), lambda: profile.put_past(entry.id, False))

    def keep_here() -> None:
        kept.take_from_book(profile, entry)
        say(_("Kept on this device only."))

    if asking:
        return _Moving(keep_here, lambda: set_asking(False), entry.id)
    ways = [
        link(_("Say it otherwise"), reword, f"edit-{entry.id}", icon=ft.Icons.EDIT_OUTLINED),
        link(_("No longer so"), past, f"past-{entry.id}", icon=ft.Icons.HISTORY),
    ]
    if role != "teacher":
        label = _("Keep it on this device only")
        ways.append(link(label, lambda: set_asking(True), f"keep-here-{entry.id}", icon=HERE_SIGN))
    ways.append(link(_("Take it out"), drop, f"drop-{entry.id}", icon=ft.Icons.CLOSE))
    return flow(ways, spacing=0)


@component
def _Moving(move: Callable[[], None], stay: Callable[[], None], rec: str) -> ft.Control:
    """What it means to take an entry out of the book, before it is done."""
    texts = (
        _("From now on the book does not show it, and it is in no backup. If this device is lost, so is it."),
        _("Who has a file of this book already keeps what is in it: that cannot be called back."),
        _("The words were written into the book once. They stay in its history, which goes along in files."),
    )
    ways: list[ft.Control] = [
        link(_("Keep it here"), move, f"keep-here-yes-{rec}", icon=HERE_SIGN),
        link(_("Leave it in the book"), stay, f"keep-here-no-{rec}", icon=BOOK_SIGN, tone=BOOK_TONE),
    ]
    return ft.Column(
        [*(note(text, ft.Icons.INFO_OUTLINE) for text in texts), flow(ways, spacing=0)], spacing=Space.XS
    )
