"""A week: blocks of time, what is planned in them, what fits, and what is left over.

A week's shape (a school timetable, a homeschool week) is a list of blocks; a session lies in one block of
one day, or waits to be placed. A session that repeats is one record: its later days are worked out, and a
day on which something became of it is a record of its own, named by `occurrence`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.domain.days import iso_day
from app.domain.learning import Day, Session, Week

MOST_A_DAY = 6
"""So many things a day holds where nobody said otherwise: a list that cannot be done is no plan."""
ANY_TIME = "any"
USUAL_MINUTES = 20
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


@dataclass(frozen=True)
class Planned:
    """A session on one day. ``id`` is the session's, or the `occurrence` of one that repeats; ``base`` is
    then the session that repeats."""

    id: str
    session: Session
    base: str = ""

    @property
    def minutes(self) -> int:
        """How long it is planned to take."""
        return self.session.minutes or USUAL_MINUTES


@dataclass(frozen=True)
class BlockPlan:
    """A block of one day with what lies in it, in its order; ``left`` minutes are free, never below 0."""

    block: Block
    planned: tuple[Planned, ...]
    left: int


@dataclass(frozen=True)
class DayPlan:
    """One day: its blocks by time; ``rest`` where the day rests; ``full`` where no more fits."""

    day: date
    blocks: tuple[BlockPlan, ...]
    rest: bool
    full: bool

    @property
    def planned(self) -> tuple[Planned, ...]:
        """All that lies on this day."""
        return tuple(one for block in self.blocks for one in block.planned)


@dataclass(frozen=True)
class WeekPlan:
    """Seven days from a Monday; what waits to be placed; what earlier days left over, the oldest first."""

    days: tuple[DayPlan, ...]
    waiting: tuple[Planned, ...]
    left_over: tuple[Planned, ...]


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


def monday_of(day: date) -> date:
    """Returns the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def occurrence(session: str, day: date) -> str:
    """Returns the name of the record for one day of a session that repeats, the same on every device."""
    return f"{session}@{day.isoformat()}"


def week_plan(
    week: Week | None, sessions: Iterable[Session], days: Iterable[Day], monday: date, today: date
) -> WeekPlan:
    """Returns the plan of the seven days from `monday`.

    Each session that does not repeat is in exactly one place: a day of this week, ``waiting``,
    ``left_over``, or another week. One whose block is gone lies in the day's first block. A day on which
    nothing became of a session that repeats is not left over: the next one comes by itself.
    """
    by_day: dict[date, list[Planned]] = {monday + timedelta(days=n): [] for n in range(DAYS)}
    waiting: list[Planned] = []
    left_over: list[Planned] = []
    ordered = sorted(sessions, key=lambda one: (one.day, one.place, one.at, one.id))
    named = {one.id for one in ordered}
    for session in ordered:
        day = iso_day(session.day)
        if day is None:
            waiting += [Planned(session.id, session)] if session.state == "planned" else []
        elif day < today and session.state == "planned" and not session.repeat:
            left_over.append(Planned(session.id, session))
        else:
            for there, one in _on_days(session, day, by_day, named):
                by_day[there].append(one)
    noted = {one.id: one for one in days}
    blocks, most = blocks_of(week), most_a_day(week)
    plans = [_day_plan(day, found, blocks, noted.get(day.isoformat()), most) for day, found in by_day.items()]
    return WeekPlan(tuple(plans), tuple(waiting), tuple(left_over))


def most_a_day(week: Week | None) -> int:
    """Returns how many things a day holds at most."""
    return (week.most if week else 0) or MOST_A_DAY


def _on_days(
    session: Session, first: date, by_day: Mapping[date, Any], named: set[str]
) -> Iterable[tuple[date, Planned]]:
    if first in by_day:
        yield first, Planned(session.id, session)
    if not session.repeat:
        return
    for day in by_day:
        later = day > first and (session.repeat == "daily" or day.weekday() == first.weekday())
        name = occurrence(session.id, day)
        if later and name not in named:
            again = session.model_copy(
                update={"id": name, "day": day.isoformat(), "state": "planned", "spent": 0, "repeat": ""}
            )
            yield day, Planned(name, again, session.id)


def _day_plan(
    day: date, found: Sequence[Planned], blocks: Sequence[Block], noted: Day | None, most: int
) -> DayPlan:
    today = [block for block in blocks if day.weekday() in block.days]
    if not today and found:
        today = [Block(ANY_TIME, "", "", 60, (day.weekday(),))]
    open_ = [block.id for block in today if not block.rest] or [block.id for block in today]
    lying: dict[str, list[Planned]] = {block.id: [] for block in today}
    for one in found:
        lying[one.session.block if one.session.block in lying else open_[0]].append(one)
    plans = tuple(BlockPlan(block, tuple(lying[block.id]), _left(block, lying[block.id])) for block in today)
    rest = noted is not None and noted.rest
    counted = sum(one.session.state != "skipped" for one in found)
    full = rest or counted >= most or not any(plan.left > 0 for plan in plans)
    return DayPlan(day, plans, rest, full)


def _left(block: Block, planned: Sequence[Planned]) -> int:
    if block.rest:
        return 0
    taken = sum(one.minutes for one in planned if one.session.state != "skipped")
    return max(0, block.minutes - taken)


def why_not(plan: DayPlan, block: str, minutes: int, today: date, most: int = MOST_A_DAY) -> str:
    """Returns why something cannot be put into a block of a day: ``past``, ``rest``, ``most`` (the day holds
    no more things), ``full`` (no time is left in the block), ``no_block``; "" where it fits.

    What takes longer than a whole block still fits into an empty one: it goes on another day.
    """
    there = next((one for one in plan.blocks if one.block.id == block), None)
    if plan.day < today:
        return "past"
    if there is None:
        return "no_block"
    if plan.rest or there.block.rest:
        return "rest"
    if sum(one.session.state != "skipped" for one in plan.planned) >= most:
        return "most"
    lies = [one for one in there.planned if one.session.state != "skipped"]
    return "" if there.left >= (minutes or USUAL_MINUTES) or not lies else "full"


def first_room(plan: WeekPlan, minutes: int, today: date, most: int = MOST_A_DAY) -> tuple[date, str] | None:
    """Returns the first day from `today` on, and its block, where something fits; None in a full week."""
    for day in plan.days:
        for one in day.blocks:
            if not why_not(day, one.block.id, minutes, today, most):
                return day.day, one.block.id
    return None
