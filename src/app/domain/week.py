"""A week: what is planned in its blocks, what fits, and what is left over.

A session lies in one block of one day, or waits to be placed. A session that repeats is one record, the
series: its days, the first among them, are worked out. A day on which something became of it (done, moved,
skipped, taken out) is a record of its own, named by `occurrence`; the series itself stays as it was.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.days import iso_day
from app.domain.learning import Day, Session, Week
from app.domain.timetable import ANY_TIME, DAYS, MOST_A_DAY, Block, blocks_of, most_a_day

USUAL_MINUTES = 20
AGAIN = "@"
OUT = "out"
"""The state of a session that was taken out on its day; the days of its series besides stay."""


@dataclass(frozen=True)
class Planned:
    """A session on one day. ``id`` is the session's, or the `occurrence` of one that repeats; ``base`` is
    then the series, and ``repeat`` how it comes again."""

    id: str
    session: Session
    base: str = ""
    repeat: str = ""

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


def occurrence(session: str, day: date) -> str:
    """Returns the name of the record for one day of a session that repeats, the same on every device."""
    return f"{session}{AGAIN}{day.isoformat()}"


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
    known = {one.id: one for one in ordered}
    for one in (planned for session in ordered for planned in _planned(session, by_day, known)):
        day, state = iso_day(one.session.day), one.session.state
        if day is None:
            waiting += [one] if state == "planned" else []
        elif day < today and state == "planned" and not one.repeat:
            left_over.append(one)
        elif day in by_day and state != OUT:
            by_day[day].append(one)
    noted = {one.id: one for one in days}
    blocks, most = blocks_of(week), most_a_day(week)
    plans = [_day_plan(day, found, blocks, noted.get(day.isoformat()), most) for day, found in by_day.items()]
    return WeekPlan(tuple(plans), tuple(waiting), tuple(left_over))


def _planned(session: Session, days: Iterable[date], known: Mapping[str, Session]) -> Iterable[Planned]:
    """Yields a session as it is planned: itself, or of a series each of `days` of which nothing became."""
    first = iso_day(session.day)
    if not session.repeat or first is None:
        if first is None or occurrence(session.id, first) not in known:
            yield _as_it_lies(session, known)
        return
    last = iso_day(session.until) or date.max
    for day in days:
        there = first <= day <= last and (session.repeat == "daily" or day.weekday() == first.weekday())
        name = occurrence(session.id, day)
        if there and name not in known:
            # What was said of the first day before the session came again still stands.
            said = {} if day == first else {"state": "planned", "spent": 0}
            again = {"id": name, "day": day.isoformat(), "repeat": "", "until": "", **said}
            lies = session.model_copy(update=again)
            yield Planned(name, lies, session.id, session.repeat if day < last else "")


def _as_it_lies(session: Session, known: Mapping[str, Session]) -> Planned:
    """Returns a session that is a record; of one day of a series, with the series."""
    name, _again, origin = session.id.partition(AGAIN)
    series = known.get(name) if origin else None
    if series is None or not series.repeat:
        return Planned(session.id, session)
    comes = not series.until or origin < series.until
    return Planned(session.id, session, series.id, series.repeat if comes else "")


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
    counted = sum(_counts(one) for one in found)
    full = rest or counted >= most or not any(plan.left > 0 for plan in plans)
    return DayPlan(day, plans, rest, full)


def _left(block: Block, planned: Sequence[Planned]) -> int:
    if block.rest:
        return 0
    taken = sum(one.minutes for one in planned if _counts(one))
    return max(0, block.minutes - taken)


def why_not(
    plan: DayPlan, block: str, minutes: int, today: date, most: int = MOST_A_DAY, moved: str = ""
) -> str:
    """Returns why something cannot be put into a block of a day: ``past``, ``rest``, ``most`` (the day holds
    no more things), ``full`` (no time is left in the block), ``no_block``; "" where it fits.

    What takes longer than a whole block still fits into an empty one: it goes on another day. What is
    ``moved`` takes no room where it was.
    """
    there = next((one for one in plan.blocks if one.block.id == block), None)
    if plan.day < today:
        return "past"
    if there is None:
        return "no_block"
    if plan.rest or there.block.rest:
        return "rest"
    if sum(_counts(one, moved) for one in plan.planned) >= most:
        return "most"
    lies = [one for one in there.planned if _counts(one, moved)]
    left = there.block.minutes - sum(one.minutes for one in lies)
    return "" if left >= (minutes or USUAL_MINUTES) or not lies else "full"


def _counts(one: Planned, moved: str = "") -> bool:
    """Tells whether it takes room where it lies."""
    return one.session.state != "skipped" and one.id != moved


def first_room(plan: WeekPlan, minutes: int, today: date, most: int = MOST_A_DAY) -> tuple[date, str] | None:
    """Returns the first day from `today` on, and its block, where something fits; None in a full week."""
    for day in plan.days:
        block, _why = room_on(day, minutes, today, most)
        if block:
            return day.day, block
    return None


def room_on(
    plan: DayPlan, minutes: int, today: date, most: int = MOST_A_DAY, moved: str = ""
) -> tuple[str, str]:
    """Returns the first block of a day where something fits, and ""; or "" and why it fits in none."""
    said = [(one.block.id, why_not(plan, one.block.id, minutes, today, most, moved)) for one in plan.blocks]
    fits = next((block for block, why in said if not why), "")
    if fits:
        return fits, ""
    reasons = [why for _block, why in said]
    return "", next((why for why in ("past", "most", "full", "rest") if why in reasons), "no_block")
