"""The parts of the learner's path: the trail, the goals and the week, side by side at the head of each."""

from collections.abc import Callable

import flet as ft

from app.views.parts.tabs import Tab, tabs
from app.words import _


def places(now: str, go: Callable[[str], None]) -> ft.Control:
    """The strip with path, goals and week; `now` is where one is."""
    sides = (
        Tab("path", _("Path"), ft.Icons.ROUTE_OUTLINED),
        Tab("goals", _("Goals"), ft.Icons.FLAG_OUTLINED),
        Tab("week", _("My week"), ft.Icons.CALENDAR_VIEW_WEEK_OUTLINED),
    )
    return tabs(sides, now, go, prefix="place")
