"""Me: what I am good at, what I need, what I like, how I learn, and what helps me."""

from collections.abc import Callable

import flet as ft

from app.domain.models import ENTRY_KINDS, EntryKind, ProfileEntry
from app.views.fate import fate
from app.views.myself import Myself
from app.views.parts.bidi import isolate
from app.views.parts.buttons import chip, flow, icon_button
from app.views.parts.cards import card, lines
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.frame import screen
from app.views.parts.marks import disc
from app.views.parts.notices import say
from app.views.parts.text import body, least, words
from app.views.protection import ProtectionCard
from app.views.settings import Preferences
from app.views.settling import Settle, unsettled
from app.views.state import use_book, use_changes, use_layout, use_record, use_shared
from app.views.theme import AMBER, LEAF, LINE, MAIN, MUTE, PLUM, SKY, Size, Space, Tone
from app.words import _

KIND_SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    "strength": (ft.Icons.AUTO_AWESOME_OUTLINED, AMBER),
    "need": (ft.Icons.HANDSHAKE_OUTLINED, SKY),
    "interest": (ft.Icons.FAVORITE_BORDER, PLUM),
    "motivation": (ft.Icons.LOCAL_FIRE_DEPARTMENT_OUTLINED, AMBER),
    "preference": (ft.Icons.TUNE, MAIN),
    "accommodation": (ft.Icons.SUPPORT_OUTLINED, LEAF),
}


def kind_name(kind: str, *, mine: bool = True) -> str:
    """Returns what a part of the profile is called, by the learner or of them."""
    own = {
        "strength": _("I am good at"),
        "need": _("I want to get better at"),
        "interest": _("I like"),
        "motivation": _("What makes me want to learn"),
        "preference": _("I learn best"),
        "accommodation": _("It helps me"),
    }
    other = {
        "strength": _("Good at"),
        "need": _("Wants to get better at"),
        "interest": _("Likes"),
        "motivation": _("Wants to learn because"),
        "preference": _("Learns best"),
        "accommodation": _("What helps"),
    }
    return (own if mine else other).get(kind, kind)


def suggestions(kind: str) -> tuple[str, ...]:
    """Returns what others often say, to tap instead of typing."""
    return {
        "strength": (_("Asking questions"), _("Drawing"), _("Helping others"), _("Building things")),
        "need": (_("Reading long texts"), _("Staying with it"), _("Speaking up"), _("Times tables")),
        "interest": (_("Animals"), _("Football"), _("Space"), _("Music"), _("Cooking")),
        "preference": (_("With a friend"), _("By making things"), _("In the morning"), _("Step by step")),
        "accommodation": (_("A quiet place"), _("More time"), _("Big letters"), _("Someone who reads to me")),
    }.get(kind, ())


@component
def MeView() -> ft.Control:
    """The screen of the learner's own profile, and of the device."""
    book = use_book()
    use_changes(book.id, "learner")
    learner = book.reader.learner()
    rows: list[ft.Control] = [
        keyed("myself", Myself),
        *([keyed("settle", Settle, "learner", learner)] if learner.versions else []),
        body(_("Tell what you want, when you want. Others see it only when you share."), color=MUTE),
        keyed("profile", Profile),
        words(_("This device"), Size.HEADING, bold=True),
        keyed("preferences", Preferences),
        keyed("protection", ProtectionCard),
    ]
    return screen("me", rows, wide=use_layout() != "phone")


@component
def Profile() -> ft.Control:
    """The parts of the profile of the open book."""
    parts: list[ft.Control] = [keyed(kind, _Part, kind) for kind in ENTRY_KINDS]
    return ft.Column(parts, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Part(kind: EntryKind) -> ft.Control:
    book, shared = use_book(), use_shared()
    tick = use_changes(book.id, "profile")
    entries = ft.use_memo(lambda: book.reader.entries(kind), [book.id, kind, tick])
    mine = shared.workspace.owner.role == "learner"
    added, set_added = ft.use_state(0)
    icon, tone = KIND_SIGNS[kind]

    def tell(text: str) -> None:
        if book.profile.tell(kind, text):
            set_added(lambda now: now + 1)

    rows: list[ft.Control] = [
        ft.Row(
            [disc(icon, tone, 36), words(kind_name(kind, mine=mine), bold=True, color=tone.ink, expand=True)],
            spacing=Space.M,
        )
    ]
    rows += [keyed(entry.id, _Entry, entry) for entry in entries]
    rows.append(
        keyed(
            f"field-{added}",
            Field,
            f"tell-{kind}",
            kind_name(kind, mine=mine),
            "",
            tell,
            hint=_("Add something"),
            longest=200,
            submit=tell,
            show_label=False,
        )
    )
    said = {entry.text.casefold() for entry in entries}
    free = [text for text in suggestions(kind) if text.casefold() not in said]
    if mine and len(entries) < 4:
        rows.append(flow([keyed(text, _Suggestion, kind, n, text, tell) for n, text in enumerate(free)]))
    return card(
        ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        pad=Space.M,
    )


@component
def _Suggestion(kind: str, index: int, text: str, tell: Callable[[str], None]) -> ft.Control:
    return chip(text, lambda: tell(text), f"suggest-{kind}-{index}", icon=ft.Icons.ADD)


def _profile_line(entry: ProfileEntry, who: str) -> str | ft.Control:
    said = least(_("Says {name}").format(name=isolate(who))) if who else None
    rows = [*([said] if said is not None else []), *fate(entry)]
    return flow(rows) if rows else ""


@component
def _Entry(entry: ProfileEntry) -> ft.Control:
    book, role = use_book(), use_shared().workspace.owner.role
    use_record(book.id, "profile", entry.id)
    changing, set_changing = ft.use_state(False)
    profile = book.profile

    def reword(text: str) -> None:
        profile.reword(entry.id, text)
        set_changing(False)

    def drop() -> None:
        profile.drop(entry.id)
        say(_("Taken out."), lambda: profile.bring_back(entry.id, entry.text))

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
    who = "" if entry.by in ("learner", "") else book.reader.person(entry.who).name
    quiet = _profile_line(entry, who)
    return ft.Container(
        ft.Row(
            [
                lines(entry.text, quiet),
                icon_button(
                    ft.Icons.EDIT_OUTLINED,
                    _("Say it otherwise"),
                    lambda: set_changing(True),
                    f"edit-{entry.id}",
                    color=MUTE,
                ),
                icon_button(ft.Icons.CLOSE, _("Take it out"), drop, f"drop-{entry.id}", color=MUTE),
            ],
            spacing=0,
        ),
        border=ft.Border.only(bottom=ft.BorderSide(1, LINE)),
    )
