"""News is what came here since something was last written here, whatever anybody's clock says."""

from datetime import date

import pytest

from app.domain.days import ms_of
from app.services.portfolio import Capture
from app.services.reflecting import Told
from tests.services.devices import device, hand_over

DAY = 86_400_000


@pytest.mark.parametrize("days", [-400, 0, 400])
async def test_an_agreement_is_news_until_something_is_written(days: int) -> None:
    mia, teacher, dad = [
        await device(seed, role, role) for seed, role in enumerate(("learner", "teacher", "family"), 1)
    ]
    own = await mia.own()
    goal = own.goals.write(statement="Read 5 books", measure="5", reason="r", due="2026-12-30")
    await hand_over(mia, own.id, teacher)
    await hand_over(mia, own.id, dad)
    teacher.clock.ms = mia.clock.ms + days * DAY
    (await teacher.workspace.open_book(own.id)).goals.agree(goal)
    mia.clock.days(2)
    own.profile.tell("interest", "bees")
    await hand_over(teacher, own.id, mia)
    assert own.today.page().offered.code == "agreed"
    assert (await mia.restart()).is_open
    own = await mia.own()
    assert own.today.page().offered.code == "agreed"
    own.goals.check_in(goal, "on_my_way", 1)
    assert own.today.page().offered.code != "agreed"
    (await dad.workspace.open_book(own.id)).profile.tell("strength", "patient")
    await hand_over(dad, own.id, mia)
    assert own.today.page().offered.code != "agreed"  # old news does not come back with other news


async def test_the_clock_of_a_learner_ahead_by_years_does_not_hide_a_quiet_book() -> None:
    mia, teacher = await device(4, "learner", "Mia"), await device(5, "teacher", "T")
    mia.clock.days(4 * 365)
    own = await mia.own()
    own.goals.write(statement="Read")
    await hand_over(mia, own.id, teacher)
    page = await teacher.workspace.classroom.page()
    (row,) = (*page.see_first, *page.others)
    assert row.last_file <= teacher.clock.ms
    teacher.clock.days(60)
    (row,) = (await teacher.workspace.classroom.page()).see_first
    assert "quiet" in {reason.code for reason in row.reasons}


async def test_the_week_is_looked_back_at_once_at_its_end() -> None:
    mia = await device(1, "learner", "Mia")
    own = await mia.own()
    mia.clock.ms = ms_of(date(2026, 11, 18)) + 12 * 3_600_000
    await own.portfolio.keep(Capture(text="I made soup"))

    def offered() -> bool:
        return any(row.kind == "reflect" for row in own.today.page().plan)

    assert not offered()
    mia.clock.days(2)
    assert offered()
    await own.reflecting.keep(Told("week_end", face=3))
    assert not offered()
    mia.clock.days(7)
    assert not offered()  # a week in which nothing was done asks nothing
    goal = own.goals.write(statement="Swim 25 metres")
    own.goals.check_in(goal, "done", 4)
    own.goals.move(goal, "achieved")
    assert offered()
