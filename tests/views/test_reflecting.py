"""Looking back: one question, a face, words or a voice; the journal; where it is offered."""

import pytest

from app.services.portfolio import Capture
from app.services.ports import Sound
from app.services.reflecting import Told
from app.services.workspace import OpenBook
from app.sync.keeping import StorageFull
from tests.fakes import DAY, NOW, FakeDevice, FakeWall
from tests.views import worlds
from tests.views.opening import app_of, own_book, voice_of


async def a_goal(book: OpenBook) -> str:
    return book.goals.write(statement="Swim 25 metres", measure="no stop", due="2027-01-12")


async def test_a_question_is_answered_by_a_face_and_words() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    goal = await a_goal(book)
    async with app_of(shared, f"/reflect/goal_reached/goals/{goal}") as screen:
        assert screen.says("Swim 25 metres")
        assert screen.says("How did you do it? What worked?")
        await screen.tap("face-3")
        await screen.write("thought", "I counted to ten.", leave=False)
        await screen.tap("keep-thought")
        assert screen.name == "goal"
        assert "Kept in your journal." in screen.snacks()
    (kept,) = book.reader.reflections_on(goal)
    assert (kept.text, kept.face, kept.prompt) == ("I counted to ten.", 3, "goal_reached.how")
    async with app_of(shared, f"/reflect/goal_reached/goals/{goal}") as screen:
        assert screen.find("thought").value == ""


async def test_another_question_comes_and_it_may_be_skipped_without_losing_words() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/reflect/any") as screen:
        assert screen.says("What is on your mind about your learning?")
        await screen.tap("another")
        assert screen.says("What made you curious lately?")
        await screen.write("thought", "Bees", leave=False)
        await screen.tap("skip-thought")
        assert screen.name == "journal"
        assert not book.reader.reflections()
        await screen.tap("first-step")
        assert screen.says("What made you curious lately?")
        assert screen.find("thought").value == "Bees"


async def test_a_skipped_question_is_not_asked_again_at_once() -> None:
    shared = await worlds.new_learner()
    asked = []
    for _n in range(3):
        async with app_of(shared, "/reflect/any") as screen:
            asked.append(next(text for text in screen.texts() if text.endswith("?")))
            await screen.tap("skip-thought")
    assert len(set(asked)) == 3


async def test_nothing_said_is_nothing_kept_and_that_is_said_kindly() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/reflect/any") as screen:
        await screen.tap("keep-thought")
        assert screen.name == "reflect"
        assert any("Or skip it" in text for text in screen.snacks())


async def test_a_voice_is_kept_and_played_in_the_journal() -> None:
    shared = await worlds.new_learner()
    book, device = await own_book(shared), shared.device
    assert isinstance(device, FakeDevice)
    async with app_of(shared, "/reflect/any") as screen:
        await screen.tap("record")
        await screen.tap("record-stop")
        await screen.tap("keep-thought")
        assert screen.name == "journal"
        await screen.tap(voice_of(screen))
    assert device.played[-1] == b"voice" * 40
    assert book.reader.reflections()[0].blob is not None


async def test_a_voice_that_is_skipped_is_there_the_next_time() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/reflect/any") as screen:
        await screen.tap("record")
        await screen.tap("record-stop")
        await screen.tap("skip-thought")
    async with app_of(shared, "/reflect/any") as screen:
        assert "drop-voice" in screen.identifiers()
        await screen.tap("keep-thought")
    async with app_of(shared, "/reflect/any") as screen:
        assert "drop-voice" not in screen.identifiers()
    assert book.reader.reflections()[0].blob is not None


async def test_a_full_device_keeps_the_words_on_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)

    async def full(data: bytes) -> str:
        raise StorageFull("no room")

    monkeypatch.setattr(book.reflecting.blobs, "put", full)
    async with app_of(shared, "/reflect/any") as screen:
        await screen.write("thought", "Long words", leave=False)
        await screen.tap("record")
        await screen.tap("record-stop")
        await screen.tap("keep-thought")
        assert any("no room" in text for text in screen.snacks())
        assert screen.find("thought").value == "Long words"
        await screen.tap("drop-voice")
        await screen.tap("keep-thought")
        assert screen.name == "journal"
    assert [one.text for one in book.reader.reflections()] == ["Long words"]


@pytest.mark.parametrize("route", ["/reflect/breakfast", "/reflect/goal_reached/goals/gone"])
async def test_what_is_no_moment_says_so(route: str) -> None:
    async with app_of(await worlds.new_learner(), route) as screen:
        assert screen.says("Nothing to look back at here")
        await screen.tap("back")
        assert screen.name == "today"


async def test_the_journal_stands_by_week_and_by_moment_and_leads_to_what_it_is_about() -> None:
    shared = await worlds.new_learner()
    book, wall = await own_book(shared), shared.workspace.wall
    assert isinstance(wall, FakeWall)
    goal = await a_goal(book)
    wall.now = NOW - 8 * DAY
    await book.reflecting.keep(Told("stuck", goal, "goals", "stuck.ask", "Ask my brother", 1))
    wall.now = NOW
    await book.reflecting.keep(Told("any", text="Today was fun", sound=Sound(b"x", "audio/webm")))
    async with app_of(shared, "/journal") as screen:
        assert [text for text in screen.texts() if text.endswith(" week")] == ["This week", "Last week"]
        assert screen.says("Whom or what could you ask, and what would you ask first?")
        assert screen.says("Hard")
        await screen.tap("moment-stuck")
        assert not screen.says("Today was fun")
        (about,) = [name for name in screen.identifiers() if name.startswith("about-")]
        await screen.tap(about)
        assert screen.name == "goal"
        assert screen.says("Ask my brother")  # it lives with what it is about, too


async def test_a_teacher_reads_the_journal_and_writes_nothing_in_it() -> None:
    shared = await worlds.teacher()
    space = next(card.id for card in shared.workspace.cards if card.name == "Mia")
    async with app_of(shared, f"/class/{space}/journal") as screen:
        assert screen.says("First I only added one more cup to each. That was bluer.")
        assert "write" not in screen.identifiers()
    async with app_of(shared, f"/class/{space}/reflect/any") as screen:
        assert screen.says("Nothing to look back at here")


async def test_an_empty_journal_says_what_it_is_for() -> None:
    async with app_of(await worlds.new_learner(), "/journal") as screen:
        assert screen.says("Your journal begins here")
        await screen.tap("first-step")
        assert screen.name == "reflect"


async def test_a_goal_that_is_reached_offers_to_look_back_once() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    goal = await a_goal(book)
    async with app_of(shared, f"/goals/{goal}") as screen:
        assert "reflect-goal_reached" not in screen.identifiers()
        book.goals.move(goal, "achieved")
        await screen.go("/today")
        await screen.go(f"/goals/{goal}")
        await screen.tap("reflect-goal_reached")
        await screen.tap("face-4")
        await screen.tap("keep-thought")
        assert screen.name == "goal"
        assert "reflect-goal_reached" not in screen.identifiers()
        assert screen.says("Great")


async def test_being_stuck_offers_to_look_back_each_time() -> None:
    shared = await worlds.new_learner()
    book, wall = await own_book(shared), shared.workspace.wall
    assert isinstance(wall, FakeWall)
    goal = await a_goal(book)
    book.goals.check_in(goal, "stuck", 1)
    async with app_of(shared, f"/goals/{goal}") as screen:
        assert "reflect-stuck" in screen.identifiers()
        await book.reflecting.keep(Told("stuck", goal, "goals", text="I asked"))
        wall.now += DAY
        book.goals.check_in(goal, "stuck", 1)
        await screen.go("/today")
        await screen.go(f"/goals/{goal}")
        assert "reflect-stuck" in screen.identifiers()


async def test_me_leads_to_the_journal() -> None:
    async with app_of(await worlds.new_learner(), "/me") as screen:
        await screen.tap("to-journal")
        assert screen.name == "journal"
        await screen.tap("back")
        assert screen.name == "me"


async def test_at_the_weeks_end_today_offers_to_look_back() -> None:
    shared = await worlds.learner()
    wall = shared.workspace.wall
    assert isinstance(wall, FakeWall)
    async with app_of(shared, "/today") as screen:
        assert "plan-week_end" not in screen.identifiers()
    wall.now = NOW + DAY
    async with app_of(shared, "/today") as screen:
        await screen.tap("plan-week_end")
        assert screen.name == "reflect"
        await screen.tap("face-2")
        await screen.tap("keep-thought")
        assert screen.name == "today"
    async with app_of(shared, "/today") as screen:
        assert "plan-week_end" not in screen.identifiers()


async def test_looking_back_is_offered_where_work_was_just_shown() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    goal = book.goals.write(statement="Swim 25 metres")
    rec = await book.portfolio.keep(Capture(text="I swam it", goals=[goal]))
    alone = await book.portfolio.keep(Capture(text="Just so"))
    async with app_of(shared, f"/portfolio/{alone}") as screen:
        assert "reflect-after_evidence" not in screen.identifiers()
    async with app_of(shared, f"/portfolio/{rec}") as screen:
        await screen.tap("reflect-after_evidence")
        await screen.write("thought", "I did not stop")
        await screen.tap("keep-thought")
    async with app_of(shared, f"/portfolio/{rec}") as screen:
        assert "reflect-after_evidence" not in screen.identifiers()
    assert book.reader.reflections_on(rec)[0].about_col == "artefacts"


async def test_old_work_does_not_ask_to_look_back() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    goal = book.goals.write(statement="Swim 25 metres")
    rec = await book.portfolio.keep(Capture(text="I swam it", goals=[goal]))
    wall = book.goals.pen.wall
    assert isinstance(wall, FakeWall)
    wall.now += 3 * DAY
    async with app_of(shared, f"/portfolio/{rec}") as screen:
        assert "reflect-after_evidence" not in screen.identifiers()


async def test_two_voices_on_one_screen_have_two_buttons() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/reflect/any") as screen:
        for _turn in range(2):
            await screen.go("/reflect/any")
            await screen.tap("record")
            await screen.tap("record-stop")
            await screen.tap("keep-thought")
        found = [one for one in screen.identifiers() if one.startswith("listen-")]
    assert len(found) == len(set(found)) == 2
