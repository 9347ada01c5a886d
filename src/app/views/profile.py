"""The profile as living cards: what was said, by whom, and one tap to say more."""

from collections.abc import Callable, Sequence

import flet as ft

from app.domain.accommodations import ACTS
from app.domain.device import KeptEntry
from app.domain.models import ENTRY_KINDS, EntryKind, ProfileEntry
from app.services.kept_here import KeptHere
from app.views.entry import Entry
from app.views.entry_here import HereEntry
from app.views.entry_place import Where
from app.views.parts.buttons import chip, flow, icon_button
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.marks import disc
from app.views.parts.more import use_more
from app.views.parts.text import least, words
from app.views.sentences.profile import ACT_SIGNS, KIND_SIGNS, act_name, kind_name, often_said, source_words
from app.views.state import use_book, use_changes, use_shared
from app.views.supports import use_kept_here
from app.views.theme import Space
from app.words import _

AT_ONCE = 12
Tell = Callable[[str, str], None]


@component
def Profile() -> ft.Control:
    """The parts of the profile of the open book."""
    parts: list[ft.Control] = [keyed(kind, _Part, kind) for kind in ENTRY_KINDS]
    return ft.Column(parts, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Part(kind: EntryKind) -> ft.Control:
    book, shared = use_book(), use_shared()
    tick, kept = use_changes(book.id, "profile"), use_kept_here()
    entries = ft.use_memo(lambda: book.reader.entries(kind), [book.id, kind, tick])
    now = [entry for entry in entries if not entry.past]
    here = [entry for entry in kept.entries(kind) if not entry.past]
    mine = shared.workspace.owner.role == "learner"
    adding, set_adding = ft.use_state(False)
    icon, tone = KIND_SIGNS[kind]
    name = kind_name(kind, mine=mine)

    def tell(text: str, act: str) -> None:
        book.profile.tell(kind, text, act)

    sign = ft.Icons.EXPAND_LESS if adding else ft.Icons.ADD
    more = icon_button(
        sign, _("Add something"), lambda: set_adding(not adding), f"add-{kind}", color=tone.ink
    )
    head = ft.Row(
        [disc(icon, tone, 36), words(name, bold=True, color=tone.ink, expand=True), more],
        spacing=Space.M,
    )
    shown, rest = use_more(len(now), f"more-{kind}", AT_ONCE)
    rows: list[ft.Control] = [head, *(keyed(entry.id, Entry, entry) for entry in now[:shown]), *rest]
    rows += [keyed(entry.id, HereEntry, entry) for entry in here]
    said: list[ProfileEntry | KeptEntry] = [*now, *here]
    if adding:
        rows.append(keyed("adding", _Adding, kind, name, kept))
    elif not said and mine:
        rows.append(keyed("often", _Often, kind, said, tell))
    elif not said:
        rows.append(least(_("Nothing here yet")))
    return card(
        ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        pad=Space.M,
    )


@component
def _Adding(kind: EntryKind, name: str, kept: KeptHere) -> ft.Control:
    """A field and what others often say; where it is kept is asked for what is most private."""
    book, role = use_book(), use_shared().workspace.owner.role
    added, set_added = ft.use_state(0)
    here, set_here = ft.use_state(False)
    source, set_source = ft.use_state("self" if role == "learner" else "")
    said: list[ProfileEntry | KeptEntry] = [*book.reader.entries(kind), *kept.entries(kind)]

    def tell(text: str, act: str = "") -> None:
        made = kept.tell(kind, text, act) if here else book.profile.keep(kind, text, source, "", act)
        if made:
            set_added(lambda now: now + 1)

    field = keyed(
        f"field-{added}",
        Field,
        f"tell-{kind}",
        name,
        "",
        tell,
        hint=_("Your words"),
        longest=200,
        submit=tell,
        show_label=False,
    )
    rows: list[ft.Control] = [field, keyed("often", _Often, kind, said, tell)]
    if role != "learner":
        rows.append(keyed("from", _From, kind, source, set_source))
    if role != "teacher" and kind in ("accommodation", "need"):
        rows.append(keyed("where", Where, kind, here, set_here))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _From(kind: str, now: str, choose: Callable[[str], None]) -> ft.Control:
    """From what somebody else knows it."""
    return flow([keyed(name, _Source, kind, name, name == now, choose) for name in ("talk", "past_work")])


@component
def _Source(kind: str, name: str, on: bool, choose: Callable[[str], None]) -> ft.Control:
    return chip(source_words(name), lambda: choose("" if on else name), f"from-{name}-{kind}", on=on)


@component
def _Often(kind: str, said: Sequence[ProfileEntry | KeptEntry], tell: Tell) -> ft.Control:
    """What others often say, to tap; accommodations that act come with their sign."""
    book = use_book()
    known = {entry.text.casefold() for entry in said if not entry.past}
    acts = {entry.act for entry in said if not entry.past}
    if kind == "accommodation":
        every = [(act_name(act), act) for act in ACTS if act not in acts]
    else:
        every = [(text, "") for text in often_said(kind)]
    free = [(text, act) for text, act in every if text.casefold() not in known]
    return flow(
        [keyed(f"{book.id}-{text}", _Tap, kind, n, text, act, tell) for n, (text, act) in enumerate(free)]
    )


@component
def _Tap(kind: str, index: int, text: str, act: str, tell: Tell) -> ft.Control:
    icon = ACT_SIGNS.get(act, ft.Icons.ADD)
    return chip(text, lambda: tell(text, act), f"suggest-{kind}-{index}", icon=icon)
