"""The shape of a week: its blocks of time, a school's timetable or a homeschool week."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.learning import Week

MOST_A_DAY = 6
"""So many things a day holds where nobody said otherwise: a list that cannot be done is no plan."""
ANY_TIME = "any"
LONGEST_BLOCK = 24 * 60
DAYS = 7


@dataclass(frozen=True)
class Block:
    """A block of time: ``start`` as HH:MM or "" for any time, ``days`` 0 (Monday) to 6, and whether it is
    for resting, when nothing is planned in it."""

    id: str
    title: str
    start: str
    minutes: int
    days: tuple[int, ...]
    rest: bool = False


def school_week() -> tuple[dict[str, Any], ...]:
    """Returns the blocks of a school's week to begin with; ``title`` is a code that views put in words."""
    weekdays = [0, 1, 2, 3, 4]
    return (
        {"id": "morning", "title": "", "start": "09:00", "minutes": 60, "days": weekdays},
        {"id": "choice", "title": "", "start": "11:00", "minutes": 45, "days": weekdays},
        {"id": "after", "title": "", "start": "14:00", "minutes": 30, "days": weekdays},
    )


def home_week() -> tuple[dict[str, Any], ...]:
    """Returns the blocks of a homeschool week to begin with."""
    weekdays = [0, 1, 2, 3, 4]
    return (
        {"id": "morning", "title": "", "start": "09:00", "minutes": 90, "days": weekdays},
        {"id": "outside", "title": "", "start": "11:00", "minutes": 60, "days": [0, 2, 4]},
        {"id": "afternoon", "title": "", "start": "14:00", "minutes": 60, "days": weekdays},
        {"id": "together", "title": "", "start": "", "minutes": 60, "days": [5]},
    )


def blocks_of(week: Week | None) -> tuple[Block, ...]:
    """Returns a week's blocks by time of day, those of any time last; what is no block is left out.

    Without any block each weekday has one hour at any time: a plan can be made before a timetable is.
    """
    found = [_block(said) for said in (week.blocks if week else ())]
    known = {block.id: block for block in found if block is not None}
    if not known:
        return (Block(ANY_TIME, "", "", 60, (0, 1, 2, 3, 4, 5, 6)),)
    return tuple(sorted(known.values(), key=lambda block: (not block.start, block.start, block.id)))


def _block(said: Mapping[str, Any]) -> Block | None:
    name, minutes, days = said.get("id"), said.get("minutes"), said.get("days")
    if not isinstance(name, str) or not name or not isinstance(days, list):
        return None
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 0 < minutes <= LONGEST_BLOCK:
        return None
    known = tuple(sorted({day for day in days if isinstance(day, int) and 0 <= day < DAYS}))
    title, start = said.get("title"), said.get("start")
    return Block(
        name,
        title if isinstance(title, str) else "",
        start if isinstance(start, str) and is_time(start) else "",
        minutes,
        known,
        said.get("rest") is True,
    )


def is_time(text: str) -> bool:
    """Tells whether `text` is a time of day as HH:MM."""
    hours, _, minutes = text.partition(":")
    plain = hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit()
    return plain and len(text) == 5 and int(hours) < 24 and int(minutes) < 60


def most_a_day(week: Week | None) -> int:
    """Returns how many things a day holds at most."""
    return (week.most if week else 0) or MOST_A_DAY
