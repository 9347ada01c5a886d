"""Growth at a glance: how many competencies at each level, what became of goals, and where time went.

No streaks: a week without anything is a week, and nothing is lost by it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.days import DayOf, iso_day, monday_of
from app.domain.learning import MASTERY_LEVELS, Session
from app.domain.models import Evidence, Goal

WEEKS_SHOWN = 8
MOST_MINUTES = 24 * 60


@dataclass(frozen=True)
class Field:
    """A part of the map: its name, and its competencies with their levels in reading order."""

    id: str
    title: str
    squares: tuple[tuple[str, str], ...]

    def many(self, level: str) -> int:
        """Returns how many are at a level."""
        return sum(1 for _name, now in self.squares if now == level)


@dataclass(frozen=True)
class WeekBar:
    """One week: the minutes noted and the pieces shown in it."""

    monday: date
    minutes: int = 0
    pieces: int = 0


@dataclass(frozen=True)
class GoalCounts:
    """How many goals are open, reached and let go."""

    open: int = 0
    reached: int = 0
    let_go: int = 0


def level_counts(names: Iterable[str], level: Callable[[str], str]) -> dict[str, int]:
    """Returns how many competencies are at each level; every level is there."""
    counts = dict.fromkeys(MASTERY_LEVELS, 0)
    for name in names:
        counts[level(name)] += 1
    return counts


def goal_counts(goals: Iterable[Goal]) -> GoalCounts:
    """Returns what became of goals."""
    states = [goal.state for goal in goals]
    reached, let_go = states.count("achieved"), states.count("letgo")
    return GoalCounts(len(states) - reached - let_go, reached, let_go)


def week_bars(
    sessions: Iterable[Session], evidence: Sequence[Evidence], today: date, day_of: DayOf
) -> tuple[WeekBar, ...]:
    """Returns the last weeks, the oldest first: time that was noted and pieces that were shown.

    Clocks that are ahead count in the week of today; a day holds at most its own minutes.
    """
    this = monday_of(today)
    mondays = [this - timedelta(weeks=back) for back in range(WEEKS_SHOWN - 1, -1, -1)]
    minutes, pieces = dict.fromkeys(mondays, 0), dict.fromkeys(mondays, 0)
    for one in sessions:
        day = iso_day(one.day)
        if day is not None and one.state == "done" and day <= today:
            _count(minutes, day, min(one.spent, MOST_MINUTES))
    for piece in evidence:
        _count(pieces, min(day_of(piece.at), today), 1)
    return tuple(WeekBar(monday, minutes[monday], pieces[monday]) for monday in mondays)


def _count(weeks: dict[date, int], day: date, many: int) -> None:
    monday = monday_of(day)
    if monday in weeks:
        weeks[monday] += many
