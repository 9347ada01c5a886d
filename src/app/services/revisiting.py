"""When a mastered competency is worth another look, by FSRS, gently: at most two a day, and never overdue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fsrs import Scheduler

MOST_A_DAY = 2
LONGEST_DAYS = 365
KNOWN_AT_ONCE = 4096

Try = tuple[date, str]


@dataclass(frozen=True)
class Mastered:
    """A mastered competency: since when, and the revisits since then as (day, how it went)."""

    competency: str
    since: date
    tries: tuple[Try, ...] = ()


@lru_cache(KNOWN_AT_ONCE)
def due_day(mastered: Mastered) -> date:
    """Returns the day from which a look back is worth while.

    Reaching mastery counts as an easy first review: it took several pieces. Clocks that run back count as the
    same day.
    """
    from fsrs import Card, Rating  # noqa: PLC0415 - a start does not wait for it

    ratings = {"again": Rating.Again, "hard": Rating.Hard, "good": Rating.Good, "easy": Rating.Easy}
    scheduler = _scheduler()
    at = _noon(mastered.since)
    card, _log = scheduler.review_card(Card(card_id=1, due=at), Rating.Easy, at)
    for day, went in sorted(one for one in mastered.tries if one[1] in ratings):
        at = max(at, _noon(day))
        card, _log = scheduler.review_card(card, ratings[went], at)
    return card.due.date()


@lru_cache(1)
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler  # noqa: PLC0415 - a start does not wait for it

    return Scheduler(
        learning_steps=(), relearning_steps=(), maximum_interval=LONGEST_DAYS, enable_fuzzing=False
    )


def due_today(
    all_mastered: Iterable[Mastered], today: date, later: Mapping[str, date] | None = None
) -> tuple[str, ...]:
    """Returns the competencies to look at again today, those that wait longest first.

    At most MOST_A_DAY, less those that were looked at today. What was put off until a `later` day waits
    for it.
    """
    put_off, done, due = later or {}, 0, []
    for one in all_mastered:
        tried_today = any(day == today for day, _went in one.tries)
        done += tried_today
        if one.since >= today or tried_today or put_off.get(one.competency, today) > today:
            continue
        day = due_day(one)
        if day <= today:
            due.append((day, one.competency))
    return tuple(name for _day, name in sorted(due)[: max(0, MOST_A_DAY - done)])


def put_off_until(today: date) -> date:
    """Returns the day on which a look back that was put off is offered again."""
    return today + timedelta(days=3)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
