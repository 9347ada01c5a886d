"""The skills a goal is for: found by words, chosen by a tap, shown by their words and not by their codes."""

from collections.abc import Callable

import flet as ft

from app.domain.library import Competency
from app.views.parts.buttons import chip, flow
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.text import detail, least
from app.views.state import use_book
from app.views.theme import SKY, Space
from app.words import _

MOST_FOUND, LONGEST = 6, 90
Choose = Callable[[str], None]


@component
def Skills(chosen: tuple[str, ...], choose: Choose) -> ft.Control:
    """A field to search in, what was found, and what is chosen; a tap puts one in or takes it out."""
    catalog = use_book().catalog
    words, set_words = ft.use_state("")
    found = catalog.search(words, limit=MOST_FOUND) if words.strip() else ()
    rows: list[ft.Control] = []
    if chosen:
        rows.append(flow([keyed(rec, _Skill, rec, True, choose) for rec in chosen]))
    rows.append(
        keyed(
            "search",
            Field,
            "skill-search",
            _("Look for a skill"),
            words,
            set_words,
            hint=_("For example: fractions, or a story"),
            submit=set_words,
            show_label=False,
        )
    )
    free = [one.id for one in found if one.id not in chosen]
    if free:
        rows.append(flow([keyed(rec, _Skill, rec, False, choose) for rec in free]))
    elif words.strip():
        rows.append(detail(_("Nothing is found by these words. Try others, or leave it out.")))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Skill(rec: str, on: bool, choose: Choose) -> ft.Control:
    label = skill_words(use_book().catalog.competency(rec))
    return chip(label, lambda: choose(rec), f"skill-{rec}", on=on, icon=ft.Icons.ADD, tone=SKY)


def skill_words(one: Competency | None) -> str:
    """Returns what a skill is called, short enough for a line."""
    if one is None:
        return _("A skill that is not here")
    text = one.short or one.statement or one.code
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


@component
def SkillLines(recs: tuple[str, ...]) -> ft.Control:
    """The skills of a goal as they stand on its page: words first, the code small."""
    catalog = use_book().catalog
    rows: list[ft.Control] = []
    for rec in recs:
        one = catalog.competency(rec)
        code = one.code if one is not None else ""
        said: list[ft.Control] = [detail(skill_words(one), color=ft.Colors.ON_SURFACE)]
        if code:
            said.append(least(code))
        rows.append(ft.Column(said, spacing=0))
    return ft.Column(rows, spacing=Space.S)
