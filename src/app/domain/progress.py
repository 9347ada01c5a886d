"""How far a goal is, from its check-ins alone.

Progress is derived each time and never stored: two devices with the same check-ins show the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.days import DayOf, utc_day
from app.domain.models import CheckIn
from app.domain.ordering import as_made

DAYS_SHOWN = 7


@dataclass(frozen=True)
class DayBar:
    """One bar of the small chart: the steps last tapped on `day`, or None where nothing was."""

    day: date
    steps: int | None


@dataclass(frozen=True)
class Progress:
    """What the check-ins of one goal say.

    ``steps`` (0 to 4), ``feeling`` and ``at`` are the latest check-in's ("" and 0 for none); ``count``
    is how many there are; ``stuck`` how many in a row, up to the latest, say stuck; ``first`` the steps
    of the earliest, so that growth can be told; ``week`` the last seven days, the oldest first.
    """

    steps: int = 0
    feeling: str = ""
    at: int = 0
    count: int = 0
    stuck: int = 0
    first: int = 0
    week: tuple[DayBar, ...] = ()


def progress(goal: str, checkins: Iterable[CheckIn], today: date, day_of: DayOf = utc_day) -> Progress:
    """Returns the progress of the goal with id `goal`; the order of `checkins` does not matter.

    The latest is so by the clock, and by its op's number where two clocks are the same.
    """
    mine = sorted((c for c in checkins if c.goal == goal), key=as_made)
    if not mine:
        return Progress(week=_week({}, today))
    last = mine[-1]
    by_day = {day_of(c.at): c.steps for c in mine}
    return Progress(
        steps=last.steps,
        feeling=last.feeling,
        at=last.at,
        count=len(mine),
        stuck=_stuck(mine),
        first=mine[0].steps,
        week=_week(by_day, today),
    )


def _week(by_day: dict[date, int], today: date) -> tuple[DayBar, ...]:
    days = [today - timedelta(days=back) for back in range(DAYS_SHOWN - 1, -1, -1)]
    return tuple(DayBar(day, by_day.get(day)) for day in days)


def _stuck(ordered: list[CheckIn]) -> int:
    run = 0
    for checkin in reversed(ordered):
        if checkin.feeling != "stuck":
            break
        run += 1
    return run
