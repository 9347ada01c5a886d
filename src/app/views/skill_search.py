"""Any skill of the book's catalog, found by words and put in by a tap."""

from collections.abc import Callable, Iterable

import flet as ft

from app.views.goal_skills import skill_words
from app.views.parts.buttons import chip, flow
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.more import use_more
from app.views.parts.text import detail
from app.views.parts.unsaved import use_later
from app.views.state import use_book
from app.views.theme import SKY, Space
from app.words import _

AT_ONCE = 6
Choose = Callable[[str], None]


@component
def SkillSearch(known: tuple[str, ...], choose: Choose) -> ft.Control:
    """A field to search in and what was found without those `known` already; `choose` gets a skill."""
    catalog = use_book().catalog
    words, set_words = ft.use_state("")
    later = use_later()

    def typing(text: str) -> None:
        later.call(lambda: set_words(text))  # a large catalog is not searched at every key

    found = catalog.search(words) if words.strip() else ()
    free = tuple(one.id for one in found if one.id not in known)
    field = keyed(
        "search",
        Field,
        "find-competency",
        _("Look for a skill"),
        "",
        set_words,
        hint=_("For example: fractions, or a story"),
        submit=set_words,
        typing=typing,
        longest=80,
    )
    rows: list[ft.Control] = [field]
    if free:
        rows.append(keyed(words, _Found, free, choose))
    elif found:
        rows.append(detail(_("All that was found is chosen already.")))
    elif words.strip():
        rows.append(detail(_("Nothing was found. Try other words.")))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Found(recs: tuple[str, ...], choose: Choose) -> ft.Control:
    shown, more = use_more(len(recs), "more-found", AT_ONCE)
    return flow([*(keyed(rec, _Skill, rec, choose) for rec in recs[:shown]), *more])


@component
def _Skill(rec: str, choose: Choose) -> ft.Control:
    label = skill_words(use_book().catalog.competency(rec))
    return chip(label, lambda: choose(rec), f"shows-{rec}", icon=ft.Icons.ADD, tone=SKY)


def each_once(*lists: Iterable[str]) -> tuple[str, ...]:
    """Returns all of several lists, in their order."""
    return tuple(dict.fromkeys(one for some in lists for one in some))
