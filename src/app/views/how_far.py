"""How far one is with something to be able to do: its level, what is still asked for, and its credit."""

from datetime import date

import flet as ft

from app.domain.standing import Standing
from app.services.days import local_day
from app.views.parts.buttons import flow
from app.views.parts.levels import level_square
from app.views.parts.marks import pill
from app.views.parts.text import body, detail, strong
from app.views.sentences.path import credits_line, explained, mastery_name, own_view
from app.views.theme import LEAF, Space
from app.words import _, full_day


def how_far(standing: Standing, today: date, many: int = 0) -> ft.Control:
    """Returns a level in words with all that explains it.

    `many` is how many credits there are in all, 0 to leave that out.
    """
    said: list[ft.Control] = [strong(mastery_name(standing.level)), body(explained(standing, today))]
    if standing.waiting:
        said.append(detail(_("A teacher or your family looks at it when they get your file.")))
    if standing.own:
        said.append(detail(own_view(standing.own)))
    if standing.reached:
        said.append(_credit(standing, today, many))
    words = ft.Column(said, spacing=4, expand=True)
    return ft.Row(
        [level_square(standing.level), words],
        spacing=Space.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _credit(standing: Standing, today: date, many: int) -> ft.Control:
    """The day on which the credit was earned, and the count of all."""
    day = full_day(local_day(standing.reached), today)
    earned = pill(_("Credit earned on {day}").format(day=day), LEAF, ft.Icons.WORKSPACE_PREMIUM_OUTLINED)
    return flow([earned, *([detail(credits_line(many))] if many else [])])
