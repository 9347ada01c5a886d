"""Looking for competencies: by words, by subject, by level."""

from collections.abc import Callable

import flet as ft

from app.domain.library import Competency
from app.views.parts.bidi import isolate
from app.views.parts.buttons import chip, flow, outlined
from app.views.parts.cards import row_card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.marks import disc
from app.views.parts.text import detail
from app.views.readable import short_words
from app.views.sentences.frameworks import level_name
from app.views.state import use_nav, use_shared
from app.views.theme import MAIN, QUIET, SKY, Space
from app.words import _, joined, ngettext, number

AT_ONCE, MOST_CHIPS = 40, 16
Choose = Callable[[str], None]


@component
def Search(words: str, set_words: Choose, label: str) -> ft.Control:
    """The field to search in; it answers on enter and when it is left."""
    return Field(
        "framework-search",
        label,
        words,
        set_words,
        hint=_("A word or a code"),
        submit=set_words,
        show_label=False,
        longest=80,
    )


@component
def Filters(framework: str, subject: str, level: str, set_subject: Choose, set_level: Choose) -> ft.Control:
    """The subjects and levels of a framework, where it has several."""
    catalog = use_shared().workspace.catalog()
    subjects, levels = catalog.subjects(framework), catalog.levels(framework)
    chips: list[ft.Control] = []
    if len(subjects) > 1:
        chips += [_Filter("subject", one, one, one == subject, set_subject) for one in subjects[:MOST_CHIPS]]
    if len(levels) > 1:
        chips += [
            _Filter("level", one, level_name(one), one == level, set_level) for one in levels[:MOST_CHIPS]
        ]
    return ft.Container(flow(chips), visible=bool(chips))


def _Filter(kind: str, value: str, label: str, on: bool, choose: Choose) -> ft.Control:
    return keyed(f"{kind}-{value}", _FilterChip, kind, value, label, on, choose)


@component
def _FilterChip(kind: str, value: str, label: str, on: bool, choose: Choose) -> ft.Control:
    return chip(label, lambda: choose("" if on else value), f"{kind}-{value}", on=on)


@component
def Found(words: str, subject: str, level: str, framework: str) -> ft.Control:
    """What is found, the closest first."""
    catalog = use_shared().workspace.catalog()
    more, set_more = ft.use_state(1)
    found = catalog.search(words, subject, level, framework, limit=AT_ONCE * more + 1)
    if not found:
        return detail(_("Nothing is found by these words. Try others, or fewer."))
    rows: list[ft.Control] = [keyed(one.id, CompetencyRow, one) for one in found[: AT_ONCE * more]]
    if len(found) > AT_ONCE * more:
        rows.append(outlined(_("Show more"), lambda: set_more(more + 1), "more-found"))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def CompetencyRow(one: Competency, prefix: str = "competency") -> ft.Control:
    """One competency in a list; one that has others under it leads to them."""
    nav = use_nav()
    catalog = use_shared().workspace.catalog()
    inner = len(catalog.children(one.id))
    said = [one.code, *(level_name(level) for level in one.levels[:3])]
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
