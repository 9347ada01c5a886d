"""Days: from a wall clock to the day it fell on.

Rules speak of days, stored records of milliseconds. Which day a millisecond falls on depends on where
the person is, which a pure rule cannot know: whoever calls passes the function. `utc_day` is the plain
one; services pass the device's own.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta

DayOf = Callable[[int], date]
Facts = Mapping[str, str | int]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY_MS = 86_400_000
_LAST_DAY = (date.max - _EPOCH.date()).days


def utc_day(ms: int) -> date:
    """Returns the day in UTC; a clock beyond the calendar counts as its last day."""
    days = min(max(ms // _DAY_MS, 0), _LAST_DAY)
    return _EPOCH.date() + timedelta(days=days)


def ms_of(day: date) -> int:
    """Returns the first millisecond of `day` in UTC."""
    return (day - _EPOCH.date()).days * _DAY_MS


def monday_of(day: date) -> date:
    """Returns the Monday of a day's week; the calendar begins with one."""
    return day - timedelta(days=day.weekday())


def iso_day(text: str) -> date | None:
    """Returns the day that `text` names as YYYY-MM-DD, or None where it says something else."""
    trimmed = text.strip()
    if len(trimmed) != 10 or trimmed[4] != "-" or trimmed[7] != "-":
        return None
    try:
        return date.fromisoformat(trimmed)
    except ValueError:
        return None
