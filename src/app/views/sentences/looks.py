"""Kinds of looking at a piece, and points of a test, in words."""

import flet as ft

from app.domain.points import MOST_POINTS, Points
from app.words import _, number

LOOK_SIGNS: dict[str, ft.IconData] = {
    "diagnostic": ft.Icons.EXPLORE_OUTLINED,
    "formative": ft.Icons.ROUTE_OUTLINED,
    "summative": ft.Icons.SPORTS_SCORE,
}


def look_name(kind: str) -> str:
    """Returns what kind of look a judgement was; "" for those that have no such word."""
    names = {
        "diagnostic": _("To see where we start"),
        "formative": _("On the way"),
        "summative": _("At the end"),
    }
    return names.get(kind, "")


def points_words(points: Points) -> str:
    """Returns what a test on paper came to."""
    text = _("Test: {score} of {most} points")
    return text.format(score=number(points.score), most=number(points.most))


def points_trouble(code: str) -> str:
    """Returns why points that were typed cannot be, and what to do."""
    texts = {
        "half": _("Write both: how many points, and how many there are."),
        "none": _("A test has at least 1 point."),
        "more": _("These are more points than the test has. Which number is right?"),
        "many": _("A test has at most {n} points here.").format(n=number(MOST_POINTS)),
    }
    return texts.get(code, _("Write whole points, like 8. Round a half point."))
