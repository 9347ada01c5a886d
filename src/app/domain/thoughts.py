"""The journal: thoughts by week, newest first, with what was learned when a goal was changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.days import DayOf, monday_of
from app.domain.learning import GoalChange
from app.domain.models import Blob, Record, Reflection
from app.domain.prompts import MOMENTS, moment_of


@dataclass(frozen=True)
class Thought:
    """One entry: ``source`` is its record; ``about`` and ``about_col`` what it is about, "" for nothing."""

    source: Record
    moment: str
    text: str = ""
    prompt: str = ""
    face: int | None = None
    blob: Blob | None = None
    about: str = ""
    about_col: str = ""

    @property
    def when(self) -> tuple[int, str]:
        """Where it stands in time."""
        return self.source.at, self.source.id


@dataclass(frozen=True)
class JournalWeek:
    """The thoughts of one week, the newest first."""

    monday: date
    thoughts: tuple[Thought, ...]


def thought_of(reflection: Reflection) -> Thought:
    """Returns a reflection as an entry."""
    one = reflection
    return Thought(
        one,
        moment_of(one),
        one.text,
        one.prompt,
        one.face,
        one.blob,
        about=one.about,
        about_col=one.about_col,
    )


def _learned(change: GoalChange) -> Thought:
    moment = "goal_reached" if change.how == "reached" else "goal_missed"
    return Thought(change, moment, change.learned, "", about=change.goal, about_col="goals")


def thoughts_of(reflections: Iterable[Reflection], changes: Iterable[GoalChange] = ()) -> tuple[Thought, ...]:
    """Returns every entry of a journal, the newest first."""
    found = [thought_of(one) for one in reflections]
    found += [_learned(change) for change in changes if change.learned]
    return tuple(sorted(found, key=lambda one: one.when, reverse=True))


def moments_in(thoughts: Iterable[Thought]) -> tuple[str, ...]:
    """Returns the moments that a journal has entries of, in the order of MOMENTS."""
    there = {one.moment for one in thoughts}
    return tuple(moment for moment in MOMENTS if moment in there)


def by_week(thoughts: Sequence[Thought], day_of: DayOf, moment: str = "") -> tuple[JournalWeek, ...]:
    """Returns entries (of one `moment`, or all) by their weeks, the newest first; the order stays."""
    weeks: dict[date, list[Thought]] = {}
    for one in thoughts:
        if moment in ("", one.moment):
            weeks.setdefault(monday_of(day_of(one.source.at)), []).append(one)
    return tuple(JournalWeek(monday, tuple(weeks[monday])) for monday in sorted(weeks, reverse=True))
