"""What a learner does: profile, goal, check-in, showing something, drafts, two versions."""

import pytest

from app.services.ports import Picked
from app.sync.keeping import StorageFull
from tests.harness import Screen, settle, until
from tests.views import worlds
from tests.views.opening import app_of, own_book


async def pick(screen: Screen, identifier: str, *files: Picked) -> None:
    """Chooses files as the picker would report them."""
    result = screen.find(identifier).action.on_picked(files)
    if result is not None:
        await result
    await settle()


async def test_the_profile_grows_by_field_and_by_suggestion_and_shrinks_with_undo() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/me") as screen:
        await screen.tap("add-strength")
        await screen.write("tell-strength", "Building towers")
        await screen.tap("suggest-interest-0")
        assert [e.text for e in book.reader.entries("strength")] == ["Building towers"]
        (liked,) = book.reader.entries("interest")
        assert screen.says(liked.text)
        await screen.tap(f"open-{liked.id}")
        await screen.tap(f"drop-{liked.id}")
        assert book.reader.entries("interest") == ()
        await screen.undo()
        assert [e.text for e in book.reader.entries("interest")] == [liked.text]


async def test_an_entry_is_reworded_in_place() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    entry = book.reader.entries("need")[0]
    async with app_of(shared, "/me") as screen:
        await screen.tap(f"open-{entry.id}")
        await screen.tap(f"edit-{entry.id}")
        await screen.write(f"reword-{entry.id}", "Reading long books")
        assert screen.says("Reading long books")


async def test_the_coach_asks_one_small_thing_at_a_time_and_an_imperfect_goal_is_kept() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/goals/new") as screen:
        assert "coach" not in screen.identifiers()
        await screen.write("goal-statement", "Get better at reading")
        assert screen.identifiers().count("coach") == 1
        await screen.tap("next")
        assert screen.says("What will you see or hear")
        await screen.write("goal-measure", "I read 20 pages a week")
        assert "coach" not in screen.identifiers()
        await screen.tap("keep-goal")
        (goal,) = book.reader.goals()
        assert (goal.statement, goal.measure, goal.due) == (
            "Get better at reading",
            "I read 20 pages a week",
            "",
        )
        assert screen.name == "goal"
        assert "clearer" in screen.identifiers()


async def test_a_day_that_the_coach_offers_is_taken_with_one_tap() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = book.goals.write(
        statement="Explain ratios to my sister", measure="She mixes 3 greens", reason="We cook together"
    )
    async with app_of(shared, f"/goals/{rec}/edit") as screen:
        await screen.tap("offered-day")
        goal = book.reader.goal(rec)
        assert goal is not None
        assert goal.due.startswith("2026-1")
        await screen.tap("due-words")
        await screen.write("goal-due", "before the holidays")
        assert screen.says("Which day?")


async def test_a_goal_half_written_comes_back() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/goals/new") as screen:
        await screen.write("goal-statement", "Swim", leave=False)
        await screen.tap("back")
        assert screen.name == "goals"
        await screen.go("/goals/new")
        assert screen.find("goal-statement").value == "Swim"


async def test_a_tap_is_a_check_in() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    goal = next(g for g in book.reader.goals() if g.statement.startswith("Explain"))
    async with app_of(shared, f"/goals/{goal.id}") as screen:
        await screen.tap("feeling-stuck")
        await screen.tap("step-4")
        last, before = book.reader.check_ins(goal.id)[:2]
        assert (last.feeling, last.steps) == ("done", 4)
        assert (before.feeling, before.steps) == ("stuck", 3)
        await screen.tap("reached")
        assert screen.says("Reached")
        await screen.undo()
        assert (book.reader.goal(goal.id) or goal).state == "active"


async def test_a_check_in_on_today_is_ticked_at_once_and_the_plan_follows() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    goal = next(g for g in book.reader.goals() if g.statement.startswith("Make a film"))
    async with app_of(shared, "/today") as screen:
        await screen.tap(f"check-in-{goal.id}")
        await screen.tap("feeling-on_my_way")
        assert f"check-in-{goal.id}" not in screen.identifiers()
        assert not screen.says("You checked in today")
        await until(lambda: screen.says("You checked in today"))


async def test_a_deleted_goal_comes_back_by_undo() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    goal = book.reader.goals()[0]
    async with app_of(shared, f"/goals/{goal.id}") as screen:
        await screen.tap("delete-goal")
        assert screen.name == "goals"
        assert book.reader.goal(goal.id) is None
        await screen.undo()
        assert book.reader.goal(goal.id) is not None


async def test_two_taps_from_opening_to_a_picker() -> None:
    async with app_of(await worlds.learner(), "/") as screen:
        await screen.tap("capture")
        assert screen.find("pick-photo").action is not None


async def test_a_photo_with_words_is_kept_for_a_goal() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    goal = next(g for g in book.reader.goals() if g.statement.startswith("Explain"))
    async with app_of(shared, "/capture") as screen:
        await pick(screen, "pick-photo", Picked("IMG.jpg", worlds.photo()))
        await screen.write("capture-text", "Same green again")
        await screen.tap(f"for-{goal.id}")
        await screen.tap("sure-growing")
        await screen.write("capture-reflection", "It was easy")
        await screen.tap("keep")
        assert screen.name == "artefact"
        made = book.reader.artefacts()[0]
        assert (made.kind, made.text) == ("photo", "Same green again")
        (piece,) = book.reader.evidence_of(made.id)
        assert (piece.goal, piece.sure) == (goal.id, "growing")
        assert [r.text for r in book.reader.reflections_on(made.id)] == ["It was easy"]
        await screen.go("/capture")
        assert screen.find("capture-text").value == ""


async def test_what_is_not_kept_stays_as_a_draft_photo_and_all() -> None:
    shared = await worlds.learner()
    async with app_of(shared, "/capture") as screen:
        await pick(screen, "pick-photo", Picked("IMG.jpg", worlds.photo()))
        await screen.write("capture-text", "Half a thou", leave=False)
        await screen.tap("close")
        assert screen.name == "today"
    async with app_of(shared, "/capture") as screen:
        assert screen.find("capture-text").value == "Half a thou"
        assert "drop-photo" in screen.identifiers()


@pytest.mark.parametrize("data", [b"", b"not a photo at all"])
async def test_what_is_no_photo_is_refused_and_the_words_stay(data: bytes) -> None:
    shared = await worlds.learner()
    async with app_of(shared, "/capture") as screen:
        await screen.write("capture-text", "My words")
        await pick(screen, "pick-photo", Picked("x.jpg", data))
        assert screen.says("Your words are safe")
        assert screen.find("capture-text").value == "My words"


async def test_nothing_to_keep_says_so() -> None:
    async with app_of(await worlds.learner(), "/capture") as screen:
        await screen.tap("keep")
        assert screen.says("nothing to keep yet")


async def test_no_room_for_the_photo_keeps_the_words_without_it() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    async with app_of(shared, "/capture") as screen:
        await pick(screen, "pick-photo", Picked("IMG.jpg", worlds.photo()))
        await screen.write("capture-text", "Words matter")
        put = book.portfolio.blobs.put

        async def full(data: bytes) -> str:
            raise StorageFull

        book.portfolio.blobs.put = full  # type: ignore[method-assign]
        await screen.tap("keep")
        assert screen.says("no room")
        await screen.tap("retry")
        book.portfolio.blobs.put = put  # type: ignore[method-assign]
        assert book.reader.artefacts()[0].kind == "words"


async def test_typing_is_never_rewritten_while_the_screen_around_it_changes() -> None:
    shared = await worlds.learner()
    async with app_of(shared, "/capture") as screen:
        await screen.write("capture-text", "にほn", leave=False)
        sent = len(screen.connection.messages)
        await screen.tap("sure-growing")
        later = screen.connection.messages[sent:]
        assert "にほn" not in str([m.body for m in later])
        assert screen.find("capture-text").value == "にほn"


async def test_a_question_is_answered_from_today() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    async with app_of(shared, "/today") as screen:
        assert screen.says("Ms Adeyemi has a question")
        await screen.tap("offer")
        assert screen.name == "goal"
        await screen.write("answer-text", "I will ask for three cups", leave=False)
        await screen.tap("answer-send")
        (asked,) = (f for f in book.reader.feedback() if f.kind == "question")
        assert [f.text for f in book.reader.feedback_on(asked.id)] == ["I will ask for three cups"]
        assert screen.says("I will ask for three cups")
        await screen.go("/today")
        assert not screen.says("has a question")


async def test_two_versions_are_shown_with_who_and_when_and_one_is_kept() -> None:
    shared = await worlds.versions()
    book = await own_book(shared)
    (goal,) = book.reader.goals()
    async with app_of(shared, f"/goals/{goal.id}") as screen:
        assert screen.says("2 versions")
        assert screen.says("Ms Adeyemi · ")
        assert screen.says("1 December")
        await screen.tap(f"keep-{goal.id}-due-1")
        kept = book.reader.goals()[0]
        assert (kept.due, kept.versions) == ("2026-12-01", {})
        assert not screen.says("2 versions")
