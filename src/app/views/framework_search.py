"""Looking for competencies: by words, by subject, by level."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import flet as ft

from app.domain.library import Competency
from app.services.catalog import Catalog
from app.views.parts.bidi import isolate
from app.views.parts.buttons import chip, flow, link, outlined
from app.views.parts.cards import row_card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.marks import disc
from app.views.parts.more import use_more
from app.views.parts.text import detail
from app.views.readable import short_words
from app.views.sentences.frameworks import year_name
from app.views.state import BookContext, use_layout, use_nav, use_shared
from app.views.theme import MAIN, QUIET, SKY, Space
from app.words import _, joined, ngettext, number

AT_ONCE, MOST_CHIPS = 40, 8
Choose = Callable[[str], None]


@dataclass(frozen=True)
class Asked:
    """What is looked for: words, a subject and a level, "" for any."""

    words: str = ""
    subject: str = ""
    level: str = ""

    @property
    def said(self) -> bool:
        """Whether anything is looked for at all."""
        return bool(self.words.strip() or self.subject or self.level)


Ask = Callable[[str, str], None]


def use_asked() -> tuple[Asked, Ask]:
    """Returns what is looked for, and how to change a part of it, by name.

    Leaving the field and tapping a filter come together: each keeps what the other said.
    """
    asked, set_asked = ft.use_state(Asked())
    return asked, lambda part, value: set_asked(lambda now: replace(now, **{part: value}))


def use_catalog() -> Catalog:
    """Returns what there is to learn: by the book that is open around this, else by the libraries."""
    book, workspace = ft.use_context(BookContext), use_shared().workspace
    return book.catalog if book is not None else workspace.catalog()


@component
def Search(words: str, set_words: Choose, label: str, hint: str = "") -> ft.Control:
    """The field to search in; it answers on enter and when it is left."""
    return Field(
        "framework-search",
        label,
        words,
        set_words,
        hint=hint or _("Look for a word or a code"),
        submit=set_words,
        show_label=False,
        longest=80,
    )


@component
def Filters(framework: str, asked: Asked, ask: Ask) -> ft.Control:
    """The subjects and levels of a framework, or of all ("") there are, where there are several.

    On a phone they would push what they are for from the screen: there they open by a tap.
    """
    catalog, phone = use_catalog(), use_layout() == "phone"
    open_, set_open = ft.use_state(False)
    subjects, levels = catalog.subjects(framework), catalog.levels(framework)
    if not (open_ or asked.subject or asked.level) and phone and max(len(subjects), len(levels)) > 1:
        return ft.Row(
            [link(_("By subject or level"), lambda: set_open(True), "open-filters", icon=ft.Icons.TUNE)]
        )
    rows: list[ft.Control] = []
    if len(subjects) > 1:
        rows.append(keyed("subjects", _Chips, "subject", subjects, asked.subject, ask))
    if len(levels) > 1:
        rows.append(keyed("levels", _Chips, "level", levels, asked.level, ask))
    return ft.Column(rows, spacing=Space.S, visible=bool(rows))


@component
def _Chips(kind: str, names: tuple[str, ...], chosen: str, ask: Ask) -> ft.Control:
    """The subjects, or the levels: the first ones, with the chosen one among them, and more on demand."""
    shown, more = use_more(len(names), f"more-{kind}s", MOST_CHIPS)
    some = names[:shown]
    if chosen in names[shown:]:
        some = (*some, chosen)
    return flow([*(keyed(one, _FilterChip, kind, one, one == chosen, ask) for one in some), *more])


@component
def _FilterChip(kind: str, value: str, on: bool, ask: Ask) -> ft.Control:
    label = year_name(value) if kind == "level" else value
    return chip(label, lambda: ask(kind, "" if on else value), f"{kind}-{value}", on=on)


Row = Callable[[Competency], ft.Control]


@component
def Found(asked: Asked, framework: str, row: Row | None = None) -> ft.Control:
    """What is found in a framework, or in all (""), the closest first; each as `row` draws it."""
    catalog = use_catalog()
    more, set_more = ft.use_state(1)
    most = AT_ONCE * more
    found = catalog.search(asked.words, asked.subject, asked.level, framework, limit=most + 1)
    if not found:
        return detail(_("Nothing is found by these words. Try others, or fewer."))
    rows: list[ft.Control] = [keyed(one.id, row or CompetencyRow, one) for one in found[:most]]
    if len(found) > most:
        rows.append(outlined(_("Show more"), lambda: set_more(more + 1), "more-found"))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def CompetencyRow(one: Competency, prefix: str = "competency") -> ft.Control:
    """One competency in a list; one that has others under it leads to them."""
    nav, catalog = use_nav(), use_catalog()
    inner = len(catalog.children(one.id))
    said = [one.code, *(year_name(level) for level in one.levels[:3])]
    if inner:
        said.append(ngettext("{n} inside", "{n} inside", inner).format(n=number(inner)))
    icon = ft.Icons.FOLDER_OUTLINED if inner else ft.Icons.LIGHTBULB_OUTLINE

    def go() -> None:
        if nav.place.screen != "library":
            nav.to("competency", one.id)
        elif inner:
            nav.go("library", "frameworks", one.framework, one.id)
        else:
            nav.go("library", "competency", one.id)

    tone = SKY if inner else QUIET if one.gone else MAIN
    quiet = joined(isolate(part) for part in said if part)
    words = short_words(one.statement or one.short or one.code)
    return row_card(disc(icon, tone), words, quiet, go, f"{prefix}-{one.id}")
