"""How sure a learner is: three pictures that grow."""

from collections.abc import Callable

import flet as ft

from app.views.parts.buttons import round_choice
from app.views.parts.component import component, keyed
from app.views.parts.text import section
from app.views.theme import AMBER, LEAF, MAIN, Space, Tone
from app.words import _

SURE_SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    "begun": (ft.Icons.SPA_OUTLINED, LEAF),
    "growing": (ft.Icons.LOCAL_FLORIST_OUTLINED, AMBER),
    "teach": (ft.Icons.PARK_OUTLINED, MAIN),
}


def sure_name(sure: str) -> str:
    """Returns what a degree of being sure is called."""
    names = {"begun": _("Just begun"), "growing": _("Growing"), "teach": _("I can teach it")}
    return names.get(sure, "")


@component
def Sure(sure: str, choose: Callable[[str], None]) -> ft.Control:
    faces: list[ft.Control] = [keyed(name, _Face, name, name == sure, choose) for name in SURE_SIGNS]
    row = ft.Row(faces, spacing=Space.S, vertical_alignment=ft.CrossAxisAlignment.START)
    return ft.Column([section(_("How sure am I?")), row], spacing=Space.S)


@component
def _Face(name: str, on: bool, choose: Callable[[str], None]) -> ft.Control:
    icon, tone = SURE_SIGNS[name]
    said = "" if on else name
    return round_choice(icon, sure_name(name), lambda: choose(said), f"sure-{name}", on=on, tone=tone)
