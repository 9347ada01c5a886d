"""My week: adding, moving, doing, skipping, resting and shaping, by touch as a learner does it."""

from datetime import timedelta

from app.domain.learning import Session
from app.domain.week import occurrence
from app.services.days import local_day
from app.services.plan import Thing
from tests.harness import Screen, until
from tests.views import worlds
from tests.views.opening import app_of, own_book

READ = Thing("Read a chapter", minutes=30)


def shown(screen: Screen, rec: str) -> bool:
    return f"planned-{rec}" in screen.identifiers()


async def test_own_words_are_planned_today_and_done_with_the_time_they_took() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/week") as screen:
        await screen.tap("add-to-week")
        await screen.write("plan-words", "Practise the drum")
        await screen.tap("length-30")
        await screen.tap("add-own")
        (session,) = book.reader.every(Session, "sessions")
        assert (session.title, session.minutes, session.day) == (
            "Practise the drum",
            30,
            local_day(shared.workspace.wall()).isoformat(),
        )
        await screen.tap(f"done-{session.id}")
        assert screen.says("Done, 30 minutes")
        await screen.undo()
        assert not screen.says("Done, 30 minutes")
        await screen.tap(f"planned-{session.id}")
        await screen.tap(f"spent-{session.id}-45")
        assert screen.says("Done, 45 minutes")


async def test_a_goal_is_one_tap_away_from_the_week() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    goal = next(goal for goal in book.reader.goals() if goal.statement == "Explain ratios to my sister")
    async with app_of(shared, "/week") as screen:
        await screen.tap("add-to-week")
        await screen.tap(f"idea-g-{goal.id}")
        (session,) = book.reader.every(Session, "sessions")
        assert session.goal == goal.id


async def test_what_was_left_over_is_moved_to_a_day_by_choice() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    today = local_day(shared.workspace.wall())
    rec = book.plan.add(READ, today - timedelta(days=9), "any")
    async with app_of(shared, "/week") as screen:
        assert "pile-left" in screen.identifiers()
        await screen.tap(f"planned-{rec}")
        await screen.tap(f"move-{rec}")
        assert screen.says("Where does this go?")
        await screen.tap("week-after")
        await screen.tap("put-any")
        assert "pile-left" not in screen.identifiers()
        (session,) = book.reader.every(Session, "sessions")
        assert session.day == (today + timedelta(days=7)).isoformat()


async def test_something_carried_can_wait_and_is_still_in_sight() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = book.plan.add(READ, local_day(shared.workspace.wall()), "any")
    async with app_of(shared, "/week") as screen:
        await screen.tap(f"planned-{rec}")
        await screen.tap(f"move-{rec}")
        await screen.tap("let-wait")
        assert "pile-waiting" in screen.identifiers()
        assert shown(screen, rec)


async def test_what_is_skipped_stays_and_what_is_taken_out_comes_back() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = book.plan.add(READ, local_day(shared.workspace.wall()), "any")
    async with app_of(shared, "/week") as screen:
        await screen.tap(f"planned-{rec}")
        await screen.tap(f"skip-{rec}")
        assert screen.says("Left out")
        await screen.tap(f"drop-{rec}")
        assert not shown(screen, rec)
        await screen.undo()
        assert shown(screen, rec)


async def test_a_day_rests_in_one_tap() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/week") as screen:
        await screen.tap("rest-day")
        assert screen.says("A day of rest. Nothing new is planned here.")


async def test_a_week_takes_the_shape_of_ones_own() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/week/shape") as screen:
        await screen.tap("shape-home")
        await screen.tap("edit-morning")
        await screen.write("block-start-morning", "8:15")
        await screen.tap("block-minutes-morning-45")
        await screen.tap("block-day-morning-5")
        await screen.write("block-start-morning", "half past")
        week = book.plan.shape()
        assert week is not None
        morning = next(block for block in week.blocks if block["id"] == "morning")
        assert (morning["start"], morning["minutes"], morning["days"]) == ("08:15", 45, [0, 1, 2, 3, 4, 5])
        await screen.tap("most-3")
        week = book.plan.shape()
        assert week is not None
        assert (week.most, len(week.blocks)) == (3, 4)


async def test_today_is_built_from_the_week_and_ticked_off_there() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    today = local_day(shared.workspace.wall())
    first, second = (book.plan.add(Thing(title), today, "any") for title in ("Practise the drum", "Read"))
    book.plan.add(Thing("From before"), today - timedelta(days=3), "any")
    async with app_of(shared, "/today") as screen:
        assert screen.says("You planned this for today")
        assert screen.says("Practise the drum")
        await screen.tap("offer")
        await screen.undo()
        await screen.tap("offer")
        assert [one.state for one in book.reader.every(Session, "sessions") if one.id == first] == ["done"]
        await until(lambda: f"tick-{first}" in screen.identifiers())
        await screen.tap(f"tick-{first}")
        await until(lambda: f"tick-{second}" in screen.identifiers())
        await screen.tap(f"tick-{second}")
        assert [one.state for one in book.reader.every(Session, "sessions") if one.id == second] == ["done"]
        assert screen.says("1 thing from earlier days")
        await screen.tap("plan-left")
        assert "pile-left" in screen.identifiers()


async def test_one_day_of_a_series_is_taken_out_and_the_series_in_another_tap() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    today = local_day(shared.workspace.wall())
    rec = book.plan.add(READ, today, "any")
    async with app_of(shared, "/week") as screen:
        await screen.tap(f"planned-{rec}")
        await screen.tap(f"again-{rec}-daily")
        here = occurrence(rec, today)
        assert screen.says("30 minutes, every day")
        await screen.tap(f"planned-{here}")
        await screen.tap(f"drop-{here}")
        assert not shown(screen, here)
        await screen.undo()
        assert shown(screen, here)
        await screen.tap(f"planned-{here}")
        await screen.tap(f"drop-all-{here}")
        assert not shown(screen, here)
        await screen.undo()
        assert shown(screen, here)


async def test_where_one_can_be_today_is_said_in_taps() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    today = local_day(shared.workspace.wall())
    async with app_of(shared, "/week") as screen:
        await screen.tap("place-outdoors")
        await screen.tap("place-home")
        await screen.tap("place-outdoors")
        assert book.plan.day(today).settings == ("home",)
