"""Planning: things are put where they fit, moved by choice, and never lost between two devices."""

from datetime import date, timedelta

import pytest

from app.domain.learning import Session
from app.domain.timetable import home_week
from app.domain.week import Planned, occurrence
from app.services.days import local_day
from app.services.plan import PlanService, Thing
from tests.services.devices import DeviceUnderTest, device, hand_over

READ = Thing("Read a chapter", minutes=30)


async def planned(seed: int = 1) -> tuple[DeviceUnderTest, PlanService, date]:
    mia = await device(seed, "learner", "Mia")
    return mia, (await mia.own()).plan, local_day(mia.clock())


def found(plan: PlanService, rec: str) -> Planned:
    """Returns a session as the plan has it, of a series the series itself."""
    session = plan.reader.one(Session, "sessions", rec)
    assert session is not None
    return Planned(rec, session)


async def test_a_thing_goes_where_it_fits_and_then_waits() -> None:
    _, plan, today = await planned()
    plan.shape_week(home_week(), 1)
    days = [plan.add_where_it_fits(READ, today)[1] for _ in range(20)]
    placed = [day for day in days if day is not None]
    assert placed == sorted(set(placed))  # one a day, the earliest first
    assert days[-1] is None
    assert len(plan.week(today, today).waiting) == days.count(None)


async def test_what_was_left_over_moves_by_choice() -> None:
    _, plan, today = await planned()
    plan.add(READ, today - timedelta(days=2), "any")
    (left,) = plan.week(today, today).left_over
    plan.move(left, today, "any")
    assert not plan.week(today, today).left_over
    assert [one.id for one in plan.week(today, today).days[today.weekday()].planned] == [left.id]
    plan.move(left, None)
    assert [one.id for one in plan.week(today, today).waiting] == [left.id]


async def test_time_is_noted_in_one_tap_and_taken_back() -> None:
    _, plan, today = await planned()
    plan.add(READ, today, "any")
    (one,) = plan.week(today, today).days[today.weekday()].planned
    plan.done(one)
    (done,) = plan.week(today, today).days[today.weekday()].planned
    assert (done.session.state, done.session.spent) == ("done", 30)
    plan.plan_again(done)
    (again,) = plan.week(today, today).days[today.weekday()].planned
    assert (again.session.state, again.session.spent) == ("planned", 0)


async def test_one_day_of_a_repeating_session_has_a_fate_of_its_own() -> None:
    _, plan, today = await planned()
    session = plan.add(READ, today - timedelta(days=1), "any")
    plan.repeat(found(plan, session), "daily")
    (one,) = plan.week(today, today).days[today.weekday()].planned
    plan.skip(one)
    (skipped,) = plan.week(today, today).days[today.weekday()].planned
    assert (skipped.id, skipped.session.state) == (occurrence(session, today), "skipped")
    base = plan.reader.one(Session, "sessions", session)
    assert base is not None and base.state == "planned"
    with pytest.raises(ValueError, match="repeat"):
        plan.repeat(skipped, "yearly")


async def test_what_was_done_and_undone_of_a_series_is_no_conflict_and_can_be_taken_out() -> None:
    _, plan, today = await planned()
    rec = plan.add(READ, today, "any")
    plan.repeat(found(plan, rec), "daily")
    before = plan.today(today)[0].planned[0]
    plan.done(before)
    plan.done(plan.today(today)[0].planned[0], 45)
    plan.restore(before)
    (again,) = plan.today(today)[0].planned
    assert (again.session.state, again.session.spent, again.session.versions) == ("planned", 0, {})
    plan.take_out(again)
    assert not plan.today(today)[0].planned
    assert len(plan.week(today + timedelta(days=7), today).days[0].planned) == 1
    plan.restore(again)
    assert [one.id for one in plan.today(today)[0].planned] == [again.id]
    plan.repeat(again, "")
    assert not plan.week(today + timedelta(days=7), today).days[0].planned
    assert [one.repeat for one in plan.today(today)[0].planned] == [""]


async def test_today_is_the_same_as_in_the_week() -> None:
    _, plan, today = await planned()
    daily, weekly = (plan.add(READ, today - timedelta(days=7 * n), "any") for n in (1, 2))
    plan.repeat(found(plan, daily), "daily")
    plan.repeat(found(plan, weekly), "weekly")
    plan.add(Thing("Draw"), today, "any")
    plan.add(Thing("Late"), today - timedelta(days=3), "any")
    plan.add(Thing("Tomorrow"), today + timedelta(days=1), "any")
    first, *_rest = plan.today(today)[0].planned
    plan.move(first, today + timedelta(days=1), "any")
    week = plan.week(today, today)
    assert plan.today(today) == (week.days[today.weekday()], week.left_over)
    assert [one.session.title for one in plan.today(today)[1]] == ["Late"]


async def test_a_day_that_rests_takes_nothing_more() -> None:
    _, plan, today = await planned()
    plan.rest(today, rest=True)
    assert plan.why_not(today, "any", 20, today) == "rest"
    _, day = plan.add_where_it_fits(READ, today)
    assert day != today


async def test_the_same_day_done_on_two_devices_is_done_once() -> None:
    mia, plan, today = await planned()
    session = plan.add(READ, today - timedelta(days=1), "any")
    plan.repeat(found(plan, session), "daily")
    own = await mia.own()
    dad = await device(2, "family", "Dad")
    await hand_over(mia, own.id, dad)
    there = (await dad.workspace.open_book(own.id)).plan
    for one in (plan, there):
        (planned_now,) = one.week(today, today).days[today.weekday()].planned
        one.done(planned_now, 25)
    await hand_over(dad, own.id, mia)
    (done,) = plan.week(today, today).days[today.weekday()].planned
    assert (done.session.state, done.session.spent, done.session.versions) == ("done", 25, {})


async def test_without_a_title_nothing_is_planned() -> None:
    _, plan, today = await planned()
    assert plan.add(Thing("  "), today) == ""
    assert not plan.week(today, today).waiting
