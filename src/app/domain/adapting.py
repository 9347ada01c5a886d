"""Adapting a goal: what a smaller, later or easier one would be, worked out from the goal itself.

Each is only offered, and one tap takes it; every word can be changed afterwards.
"""

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from app.domain.days import iso_day
from app.domain.due import nearest_day
from app.domain.goal_life import Stage
from app.domain.measuring import Standing, plain
from app.domain.models import Goal

MOST_PARTS = 5
_JOINS = re.compile(r"\s*[;,،؛、]\s*|\s+(?:and then|and|then|و|ثم)\s+", re.IGNORECASE)
_SHORTEST = 2


def missed_by(goal: Goal, stage: Stage, today: date) -> int:
    """Returns how many days ago the day of a goal that is under way was; 0 where it is not past."""
    day = iso_day(goal.due)
    return max(0, (today - day).days) if day is not None and stage == "going" else 0


def parts_in(statement: str) -> tuple[str, ...]:
    """Returns the two to five parts that a goal names itself ("read it and draw it"), or ()."""
    parts = [part.strip(" .") for part in _JOINS.split(statement)]
    parts = [part[:1].upper() + part[1:] for part in parts if len(part.split()) >= _SHORTEST]
    return tuple(parts) if 2 <= len(parts) <= MOST_PARTS else ()


def later_day(today: date) -> date:
    """Returns a day that gives the goal time: the Friday at least two weeks away."""
    return nearest_day("", today)


def next_talk(today: date) -> date:
    """Returns the day to talk about a goal again: in two weeks, on the same weekday."""
    return today + timedelta(days=14)


def nearer_target(how: Standing) -> str:
    """Returns the target halfway from where the learner is now; "" where the goal has no number to halve."""
    if how.target is None:
        return ""
    start = how.now if how.now is not None else how.baseline if how.baseline is not None else Decimal(0)
    middle = (start + how.target) / 2
    whole = start == start.to_integral() and how.target == how.target.to_integral()
    if whole:
        middle = middle.to_integral(ROUND_HALF_UP)
    near = middle.quantize(Decimal("0.01")) if not whole else middle
    return "" if near in (start, how.target) else plain(near)
