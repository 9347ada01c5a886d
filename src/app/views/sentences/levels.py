"""Levels in words and signs: each has a shape of its own, so colour is never alone."""

import flet as ft

from app.views.theme import AMBER, LEAF, MAIN, SKY, Tone
from app.words import _

LEVEL_SIGNS: dict[int, tuple[ft.IconData, Tone]] = {
    1: (ft.Icons.SPA_OUTLINED, LEAF),
    2: (ft.Icons.LOCAL_FLORIST_OUTLINED, AMBER),
    3: (ft.Icons.PARK_OUTLINED, MAIN),
    4: (ft.Icons.FOREST_OUTLINED, SKY),
}


def judged_name(level: int) -> str:
    """Returns what a judged level, 1 to 4, is called."""
    names = {1: _("Just begun"), 2: _("Growing"), 3: _("Can do it"), 4: _("Goes beyond")}
    return names.get(level, names[1])
