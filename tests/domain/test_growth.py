"""Growth: levels, goals and weeks, counted without streaks."""

from datetime import date, timedelta

import pytest

from app.domain.days import ms_of, utc_day
from app.domain.growth import WEEKS_SHOWN, Field, GoalCounts, goal_counts, level_counts, week_bars
from app.domain.learning import Session
from app.domain.models import Evidence, Goal

TODAY = date(2026, 3, 4)  # a Wednesday
MONDAY = date(2026, 3, 2)


def spent(day: str, minutes: int, state: str = "done") -> Session:
    return Session(id=f"{day}-{minutes}", day=day, spent=minutes, state=state)


def shown(day: date) -> Evidence:
    return Evidence.model_validate({"id": day.isoformat(), "_at": ms_of(day)})


def test_every_level_is_counted_and_there() -> None:
    levels = {"a": "mastered", "b": "begun", "c": "mastered"}
    assert level_counts(levels, levels.__getitem__) == {
        "unseen": 0,
        "begun": 1,
        "growing": 0,
        "mastered": 2,
    }
    assert Field("f", "F", tuple(levels.items())).many("mastered") == 2


def test_goals_are_open_reached_or_let_go() -> None:
    states = ("idea", "active", "achieved", "letgo", "achieved")
    assert goal_counts(Goal(id=str(n), state=s) for n, s in enumerate(states)) == GoalCounts(2, 2, 1)


def test_weeks_hold_what_was_noted_and_shown_in_them() -> None:
    sessions = [spent("2026-03-02", 30), spent("2026-03-04", 20), spent("2026-02-25", 15)]
    bars = week_bars(sessions, [shown(MONDAY), shown(TODAY), shown(date(2020, 1, 1))], TODAY, utc_day)
    assert len(bars) == WEEKS_SHOWN
    assert (bars[-1].monday, bars[-1].minutes, bars[-1].pieces) == (MONDAY, 50, 2)
    assert (bars[-2].minutes, bars[-2].pieces) == (15, 0)
    assert sum(bar.pieces for bar in bars) == 2


@pytest.mark.parametrize(
    "odd", [spent("2026-03-05", 10), spent("soon", 10), spent("2026-03-03", 9, "planned")]
)
def test_what_has_not_happened_is_not_counted(odd: Session) -> None:
    assert sum(bar.minutes for bar in week_bars([odd], [], TODAY, utc_day)) == 0


def test_a_clock_ahead_counts_today_and_a_day_has_its_own_length() -> None:
    bars = week_bars([spent("2026-03-03", 10**9)], [shown(TODAY + timedelta(days=4000))], TODAY, utc_day)
    assert (bars[-1].minutes, bars[-1].pieces) == (24 * 60, 1)
