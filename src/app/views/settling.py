"""Where two people changed the same words: both stand here until somebody keeps one."""

from datetime import date

import flet as ft

from app.domain.collections import COLLECTIONS
from app.domain.models import Record
from app.views.parts.component import component, keyed
from app.views.parts.days import due_words
from app.views.parts.notices import say
from app.views.parts.versions import Choice, TwoVersions
from app.views.people import sign_name, voice
from app.views.sentences.coaching import part_name
from app.views.sentences.living import state_name
from app.views.state import use_book, use_shared, use_today
from app.views.theme import Space
from app.words import _, ngettext, number, short_date


def field_name(field: str) -> str:
    """Returns what a field is called."""
    names = {"title": _("Title"), "text": _("Words"), "name": _("Name"), "avatar": _("Sign")}
    names |= {"why": _("Why"), "why_best": _("Why I chose it"), "artefacts": _("Pieces")}
    return names.get(field) or part_name(field)


def unsettled(col: str, record: Record, role: str) -> tuple[str, ...]:
    """Returns the fields of a record whose two versions this role may settle.

    The same said twice is no choice.
    """
    rules = COLLECTIONS[col]
    parts = rules.parts or {}
    return tuple(
        field
        for field, versions in sorted(record.versions.items())
        if role in parts.get(field, rules.writers) and any(one.value != versions[0].value for one in versions)
    )


@component
def Settle(col: str, record: Record) -> ft.Control:
    """The fields of one record that have two versions, where this person may choose."""
    fields = unsettled(col, record, use_shared().workspace.owner.role)
    return ft.Column(
        [keyed(field, _Field, col, record, field) for field in fields],
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        visible=bool(fields),
    )


@component
def _Field(col: str, record: Record, field: str) -> ft.Control:
    book, today = use_book(), use_today()
    now = use_shared().workspace.wall()

    def shown(value: object) -> str:
        return value_words(field, value, today)

    def keep(value: object) -> None:
        book.settle(col, record.id, field, value)
        say(_("Kept. The other version stays in the history."))

    choices = [
        Choice(
            shown(one.value),
            voice(book.reader, one.who, one.by).name,
            short_date(one.wall, now),
            one.value,
        )
        for one in record.versions[field]
    ]
    return TwoVersions(f"{record.id}-{field}", field_name(field), choices, keep)


def value_words(field: str, value: object, today: date) -> str:
    """Returns the value of a field as people read it."""
    if field == "due":
        return due_words(str(value), today)
    if field == "state":
        return state_name(str(value))
    if field == "avatar":
        return sign_name(str(value))
    if field == "best":
        return _("Best work") if value else _("Not chosen as best work")
    if isinstance(value, list):
        return ngettext("{n} piece", "{n} pieces", len(value)).format(n=number(len(value)))
    return str(value)
