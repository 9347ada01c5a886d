"""The journal by weeks, and when it is time to look back at one."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import monday_of, ms_of, utc_day
from app.domain.learning import GoalChange
from app.domain.models import Artefact, Reflection
from app.domain.thoughts import by_week, moments_in, thoughts_of
from app.domain.week_end import look_back_due

FRIDAY = date(2026, 11, 20)


def thought(number: int, day: date = FRIDAY, **values: Any) -> Reflection:
    return Reflection.model_validate(
        {"id": f"m.1-{number}", "_at": ms_of(day), "_by": "learner", "text": "x", **values}
    )


def piece(day: date, by: str = "learner") -> Artefact:
    return Artefact.model_validate({"id": "a1", "_at": ms_of(day), "_by": by})


def due(today: date, shown: date, by: str = "learner", *looked: Reflection) -> bool:
    return look_back_due([piece(shown, by)], looked, today, utc_day)


def test_a_week_is_looked_back_at_from_friday_to_sunday() -> None:
    monday = FRIDAY - timedelta(days=4)
    asked = [due(monday + timedelta(days=n), monday) for n in range(7)]
    assert asked == [False] * 4 + [True] * 3


def test_only_a_week_in_which_the_learner_did_something() -> None:
    assert not due(FRIDAY, FRIDAY - timedelta(days=5))
    assert not due(FRIDAY, FRIDAY, "teacher")
    assert not due(FRIDAY, FRIDAY + timedelta(days=1))  # by a clock that is ahead


def test_only_once() -> None:
    this, last = thought(1, moment="week_end"), thought(2, FRIDAY - timedelta(days=7), moment="week_end")
    assert not due(FRIDAY, FRIDAY, "learner", this)
    assert due(FRIDAY, FRIDAY, "learner", last, thought(3, moment="any"))


@pytest.mark.parametrize("day", [date.min, date.max, FRIDAY])
def test_every_day_has_a_monday(day: date) -> None:
    assert monday_of(day).weekday() == 0
    assert monday_of(day) <= day


days = st.dates(date(2024, 1, 1), date(2026, 12, 31))
kinds = st.sampled_from(["", "any", "stuck", "week_end", "unknown"])


@given(st.lists(st.tuples(days, kinds), max_size=20))
def test_every_thought_stands_once_in_its_week_newest_first(made: list[tuple[date, str]]) -> None:
    all_of_them = [thought(n, day, moment=moment) for n, (day, moment) in enumerate(made)]
    thoughts = thoughts_of(all_of_them)
    weeks = by_week(thoughts, utc_day)
    flat = [one for week in weeks for one in week.thoughts]
    assert sorted(one.source.id for one in flat) == sorted(one.id for one in all_of_them)
    assert flat == sorted(flat, key=lambda one: one.when, reverse=True)
    assert all(week.monday == monday_of(utc_day(one.source.at)) for week in weeks for one in week.thoughts)
    by_moment = [by_week(thoughts, utc_day, moment) for moment in moments_in(thoughts)]
    assert sum(len(week.thoughts) for some in by_moment for week in some) == len(made)
    assert all(some for some in by_moment)


def test_what_was_learned_from_a_goal_is_in_the_journal() -> None:
    changes = [
        GoalChange.model_validate({"id": "c1", "goal": "g1", "how": "extended", "learned": "It takes time."}),
        GoalChange.model_validate({"id": "c2", "goal": "g2", "how": "reached", "learned": "I can!"}),
        GoalChange.model_validate({"id": "c3", "goal": "g3", "why": "too big"}),
    ]
    found = {one.about: (one.moment, one.text) for one in thoughts_of([], changes)}
    assert found == {"g1": ("goal_missed", "It takes time."), "g2": ("goal_reached", "I can!")}
