"""The four levels as signs: a colour, and a shape and a number for who cannot tell the colours apart."""

import flet as ft

from app.domain.learning import MASTERY_LEVELS
from app.views.parts.text import words
from app.views.theme import INK, LEVELS, LINE, ON_FILL, Size

SHAPES: dict[str, ft.IconData] = {
    "unseen": ft.Icons.CIRCLE_OUTLINED,
    "begun": ft.Icons.CONTRAST,
    "growing": ft.Icons.STAR_HALF,
    "mastered": ft.Icons.STAR,
}
_INKS = (INK, INK, INK, ON_FILL)


def level_number(level: str) -> int:
    """Returns a level's number, 1 to 4."""
    return MASTERY_LEVELS.index(level) + 1 if level in MASTERY_LEVELS else 1


def level_square(level: str, size: int = 40) -> ft.Control:
    """A square with the level's number in its colour."""
    place = level_number(level) - 1
    return ft.Container(
        words(str(place + 1), Size.DETAIL, bold=True, color=_INKS[place], center=True),
        width=size,
        height=size,
        bgcolor=LEVELS[place],
        border=ft.Border.all(1, LINE),
        # The corners get rounder with the level: a shape beside the colour.
        border_radius=(2, 6, 12, size)[place],
        alignment=ft.Alignment.CENTER,
    )
