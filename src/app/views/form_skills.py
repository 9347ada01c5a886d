"""Which competencies a quiz shows: found by words, put in or taken out by a tap."""

from collections.abc import Callable

import flet as ft

from app.views.parts.buttons import chip, flow
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.text import detail, strong
from app.views.state import use_shared
from app.views.theme import SKY, Space
from app.words import _

MOST_FOUND, LONGEST = 6, 80
Keep = Callable[[tuple[str, ...]], object]


@component
def FormSkills(chosen: tuple[str, ...], keep: Keep) -> ft.Control:
    """The chosen competencies, and a field to look for others."""
    catalog = use_shared().workspace.catalog()
    words, set_words = ft.use_state("")
    found = catalog.search(words, limit=MOST_FOUND) if words.strip() else ()

    def toggle(rec: str) -> None:
        rest = tuple(one for one in chosen if one != rec)
        keep(rest if rec in chosen else (*rest, rec))

    rows: list[ft.Control] = [
        strong(_("What does it show?")),
        flow([keyed(rec, _Skill, rec, True, toggle) for rec in chosen]),
        Field(
            "form-skills",
            _("Look for a skill"),
            words,
            set_words,
            submit=set_words,
            show_label=False,
            hint=_("For example: fractions"),
        ),
        flow([keyed(one.id, _Skill, one.id, False, toggle) for one in found if one.id not in chosen]),
    ]
    if words.strip() and not found:
        rows.append(detail(_("Nothing is found by these words. Try others.")))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Skill(rec: str, on: bool, toggle: Callable[[str], None]) -> ft.Control:
    one = use_shared().workspace.catalog().competency(rec)
    text = (one.short or one.statement) if one else _("Something this device does not know")
    label = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    return chip(label, lambda: toggle(rec), f"skill-{rec}", on=on, icon=ft.Icons.ADD, tone=SKY)
