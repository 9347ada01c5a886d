"""A week holds what fits, loses nothing, and says why something does not fit."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import monday_of
from app.domain.learning import Day, Session, Week
from app.domain.timetable import ANY_TIME, MOST_A_DAY, blocks_of, home_week, is_time, school_week
from app.domain.week import (
    WeekPlan,
    first_room,
    occurrence,
    room_on,
    week_plan,
    why_not,
)

MONDAY = date(2026, 11, 16)
WEDNESDAY = MONDAY + timedelta(days=2)
SCHOOL = Week(id="me", blocks=school_week())


def session(name: str, day: date | None = None, **values: object) -> Session:
    said = {"id": name, "day": day.isoformat() if day else "", "block": "morning", "minutes": 20}
    return Session.model_validate(said | values)


def plan(
    *sessions: Session, week: Week | None = SCHOOL, today: date = WEDNESDAY, days: tuple[Day, ...] = ()
) -> WeekPlan:
    return week_plan(week, sessions, days, MONDAY, today)


def test_a_session_lies_in_its_block() -> None:
    found = plan(session("a", WEDNESDAY, block="choice"))
    choice = found.days[2].blocks[1]
    assert [one.id for one in choice.planned] == ["a"]
    assert choice.left == 25


def test_what_waits_and_what_was_left_over_is_shown_apart() -> None:
    found = plan(session("waits"), session("old", MONDAY), session("done", MONDAY, state="done"))
    assert [one.id for one in found.waiting] == ["waits"]
    assert [one.id for one in found.left_over] == ["old"]
    assert [one.id for one in found.days[0].planned] == ["done"]


def test_left_over_of_an_earlier_week_is_still_there() -> None:
    found = plan(session("older", MONDAY - timedelta(days=20)))
    assert [one.id for one in found.left_over] == ["older"]


def test_a_block_that_is_gone_gives_its_sessions_to_the_first() -> None:
    found = plan(session("a", WEDNESDAY, block="nowhere"))
    assert [one.id for one in found.days[2].blocks[0].planned] == ["a"]


def test_a_day_without_blocks_still_shows_what_was_planned_there() -> None:
    sunday = MONDAY + timedelta(days=6)
    assert [one.id for one in plan(session("a", sunday)).days[6].planned] == ["a"]


def test_a_session_that_repeats_is_there_each_day_and_its_days_have_a_fate_of_their_own() -> None:
    daily = session("a", MONDAY, repeat="daily")
    done = session(occurrence("a", WEDNESDAY), WEDNESDAY, state="done")
    found = plan(daily, done)
    assert [[one.id for one in day.planned] for day in found.days[:4]] == [
        [occurrence("a", MONDAY + timedelta(days=n))] for n in range(4)
    ]
    assert found.days[2].planned[0].session.state == "done"
    assert not found.left_over


def test_moving_one_day_of_a_series_moves_that_day_alone() -> None:
    daily = session("a", MONDAY, repeat="daily")
    for moved in (MONDAY, WEDNESDAY):
        friday = session(occurrence("a", moved), MONDAY + timedelta(days=4))
        found = plan(daily, friday)
        assert [len(day.planned) for day in found.days] == [
            0 if day.day == moved else 2 if day.day.weekday() == 4 else 1 for day in found.days
        ]
        waits = plan(daily, session(occurrence("a", moved)))
        assert [one.base for one in waits.waiting] == ["a"]
        assert sum(len(day.planned) for day in waits.days) == 6


def test_a_day_taken_out_of_a_series_stays_out_and_the_others_stay() -> None:
    found = plan(
        session("a", MONDAY, repeat="daily"), session(occurrence("a", WEDNESDAY), WEDNESDAY, state="out")
    )
    assert [len(day.planned) for day in found.days] == [1, 1, 0, 1, 1, 1, 1]


def test_a_series_ends_with_its_last_day() -> None:
    daily = session("a", MONDAY, repeat="daily", until=WEDNESDAY.isoformat())
    found = plan(daily)
    assert [len(day.planned) for day in found.days] == [1, 1, 1, 0, 0, 0, 0]
    assert [one.repeat for day in found.days for one in day.planned] == ["daily", "daily", ""]


def test_what_is_once_again_keeps_what_became_of_its_day() -> None:
    once = session("a", MONDAY)
    done = session(occurrence("a", MONDAY), MONDAY, state="done")
    found = plan(once, done)
    assert [one.session.state for one in found.days[0].planned] == ["done"]
    assert not found.left_over


def test_a_full_day_can_be_put_in_another_order() -> None:
    lying = [session(f"n{n}", WEDNESDAY, minutes=10) for n in range(MOST_A_DAY)]
    (full,) = [day for day in plan(*lying).days if day.day == WEDNESDAY]
    assert why_not(full, "choice", 10, WEDNESDAY) == "most"
    assert why_not(full, "choice", 10, WEDNESDAY, moved="n0") == ""
    assert room_on(full, 10, WEDNESDAY) == ("", "most")
    tight = plan(session("long", WEDNESDAY, minutes=60)).days[2]
    assert why_not(tight, "morning", 60, WEDNESDAY) == "full"
    assert why_not(tight, "morning", 60, WEDNESDAY, moved="long") == ""


def test_room_on_a_day_is_in_the_first_block_that_has_some() -> None:
    resting = Week(id="me", blocks=({**school_week()[0], "rest": True}, *school_week()[1:]))
    day = plan(session("a", WEDNESDAY, block="choice", minutes=45), week=resting).days[2]
    assert room_on(day, 20, WEDNESDAY) == ("after", "")


def test_a_weekly_session_comes_on_its_weekday() -> None:
    weekly = session("a", WEDNESDAY - timedelta(days=14), repeat="weekly")
    assert [day.day for day in plan(weekly).days if day.planned] == [WEDNESDAY]


def test_why_something_does_not_fit() -> None:
    found = plan(
        session("long", WEDNESDAY, minutes=55),
        *[session(f"n{n}", MONDAY + timedelta(days=3), block="after", minutes=1) for n in range(MOST_A_DAY)],
        days=(Day(id=(MONDAY + timedelta(days=4)).isoformat(), rest=True),),
    )
    assert why_not(found.days[1], "morning", 10, WEDNESDAY) == "past"
    assert why_not(found.days[2], "morning", 10, WEDNESDAY) == "full"
    assert why_not(found.days[2], "choice", 10, WEDNESDAY) == ""
    assert why_not(found.days[2], "choice", 300, WEDNESDAY) == ""
    assert why_not(found.days[2], "none", 10, WEDNESDAY) == "no_block"
    assert why_not(found.days[3], "morning", 10, WEDNESDAY) == "most"
    assert why_not(found.days[4], "morning", 10, WEDNESDAY) == "rest"


def test_the_first_room_is_found_or_there_is_none() -> None:
    full = [
        session(str(n), WEDNESDAY, block=block, minutes=60) for n, block in enumerate(("morning", "choice"))
    ]
    assert first_room(plan(*full), 30, WEDNESDAY) == (WEDNESDAY, "after")
    assert first_room(plan(today=MONDAY + timedelta(days=9)), 30, MONDAY + timedelta(days=9)) is None


def test_blocks_are_read_with_care() -> None:
    odd = Week(
        id="me",
        blocks=(
            {"id": "ok", "minutes": 30, "days": [0, 9, "x", 0], "start": "25:00", "title": 7},
            {"id": "", "minutes": 30, "days": []},
            {"id": "endless", "minutes": 10**9, "days": [1]},
            {"id": "flag", "minutes": True, "days": [1]},
            {"minutes": 30},
        ),
    )
    (block,) = blocks_of(odd)
    assert (block.id, block.title, block.start, block.days) == ("ok", "", "", (0,))
    assert blocks_of(None)[0].id == ANY_TIME


def test_the_weeks_to_begin_with_are_whole() -> None:
    for week in (school_week(), home_week()):
        assert len(blocks_of(Week(id="me", blocks=week))) == len(week)
    assert is_time("23:59")
    assert not is_time("9:00")
    assert not is_time("24:00")


SESSIONS = st.lists(
    st.builds(
        session,
        st.uuids().map(str),
        st.none() | st.integers(-20, 20).map(lambda n: MONDAY + timedelta(days=n)),
        block=st.sampled_from(["morning", "choice", "gone", ""]),
        minutes=st.integers(0, 500),
        state=st.sampled_from(["planned", "done", "skipped"]),
    ),
    max_size=30,
    unique_by=lambda one: one.id,
)


@given(SESSIONS, st.integers(-10, 10), st.booleans())
def test_nothing_planned_is_lost_or_twice(found: list[Session], days: int, shaped: bool) -> None:
    today = MONDAY + timedelta(days=days)
    made = week_plan(SCHOOL if shaped else None, found, (), MONDAY, today)
    shown = [one.id for day in made.days for one in day.planned]
    shown += [one.id for one in (*made.waiting, *made.left_over)]
    assert len(shown) == len(set(shown))
    last = MONDAY + timedelta(days=6)
    for one in found:
        day = date.fromisoformat(one.day) if one.day else None
        if one.state == "planned" and (day is None or day < today or MONDAY <= day <= last):
            assert one.id in shown
    assert week_plan(SCHOOL if shaped else None, reversed(found), (), MONDAY, today) == made


@given(st.dates())
def test_a_week_begins_on_monday(day: date) -> None:
    assert monday_of(day).weekday() == 0
    assert 0 <= (day - monday_of(day)).days < 7
