"""Where two people changed the same words: both stand here until somebody keeps one."""

import flet as ft

from app.domain.models import Record, Version
from app.views.parts.component import component, keyed
from app.views.parts.days import due_words
from app.views.parts.notices import say
from app.views.parts.versions import Choice, TwoVersions
from app.views.people import voice
from app.views.sentences.coaching import part_name
from app.views.state import use_book, use_shared, use_today
from app.views.theme import Space
from app.words import _, short_date


def field_name(field: str) -> str:
    """Returns what a field is called."""
    names = {"title": _("Title"), "text": _("Words"), "name": _("Name"), "avatar": _("Sign")}
    return names.get(field) or part_name(field)


@component
def Settle(col: str, rec: str) -> ft.Control:
    """The fields of one record that have two versions; nothing where there are none."""
    book = use_book()
    readers = {"goals": book.reader.goal, "artefacts": book.reader.artefact}
    record: Record | None = readers[col](rec)
    fields = sorted(record.versions) if record else []
    return ft.Column(
        [keyed(field, _Field, col, rec, field, record.versions[field]) for field in fields if record],
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        visible=bool(fields),
    )


@component
def _Field(col: str, rec: str, field: str, versions: tuple[Version, ...]) -> ft.Control:
    book, today = use_book(), use_today()
    now = use_shared().workspace.wall()

    def shown(value: object) -> str:
        return due_words(str(value), today) if field == "due" else str(value)

    def keep(value: object) -> None:
        if col == "goals":
            book.goals.choose(rec, field, value)
        else:
            book.portfolio.pen.set(col, rec, **{field: value})
        say(_("Kept. The other version stays in the history."))

    choices = [
        Choice(
            shown(one.value),
            voice(book.reader, one.who, one.by).name,
            short_date(one.wall, now),
            one.value,
        )
        for one in versions
    ]
    return TwoVersions(f"{rec}-{field}", field_name(field), choices, keep)
