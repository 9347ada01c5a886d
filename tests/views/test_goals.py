"""Goals on the screen: ideas and asking, long ones, measures, a missed day, skills, the story, groups."""

from datetime import date

import flet as ft
import flet.canvas as cv
import pytest

from app.domain.goal_life import standing
from app.domain.models import Goal
from app.services.group_goals import GroupService
from app.services.workspace import OpenBook
from app.sync.keeping import StorageLost
from app.views.state import Shared
from tests.fakes import DAY, NOW, FakeWall
from tests.harness import DESKTOP, PHONE, Screen, until
from tests.views import worlds
from tests.views.opening import app_of, own_book

SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


async def one_goal(**parts: str) -> tuple[Shared, OpenBook, str]:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    book.profile.tell("interest", "Bees")
    return shared, book, book.goals.write(**{"statement": "Read a book and draw its map"} | parts)


def state(book: OpenBook, rec: str) -> str:
    goal = book.reader.goal(rec)
    assert goal is not None
    return goal.state


def said(goal: Goal | None) -> object:
    """All that a goal says, without when it was last touched."""
    assert goal is not None
    return goal.model_dump(exclude={"changed", "edited"})


async def test_a_new_goal_asks_one_question_at_a_time_and_no_more_until_asked() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    book.profile.tell("interest", "Bees")
    asked = []
    async with app_of(shared, "/goals/new") as screen:
        for name in ("statement", "measure", "due", "reason"):
            fields = [i for i in screen.identifiers() if i.startswith("goal-")]
            asked += fields
            assert fields == [f"goal-{name}"]
            assert screen.says("“Bees”") or name == "due"
            assert ("previous" in screen.identifiers()) == (name != "statement")
            assert ("so-far" in screen.identifiers()) == (name != "statement")
            await screen.write(f"goal-{name}", "Draw a bee", leave=name != "measure")
            if name != "reason":
                await screen.tap("next")
        await screen.tap("add-more")
        assert "add-more" not in screen.identifiers()
        await screen.tap("scale-number")
        await screen.write("goal-target", "many")
        assert screen.says("Write a number, like 20")
        await screen.write("goal-target", "20")
        await screen.tap("term-short")
        await screen.write("goal-supports", "My sister")
        await screen.tap("keep-goal")
        (goal,) = book.reader.goals()
        assert (goal.statement, goal.measure, goal.due, goal.reason) == ("Draw a bee",) * 4
        assert (goal.scale, goal.target, goal.term, goal.supports) == ("number", "20", "short", "My sister")
        assert goal.state == "active"
        assert screen.name == "goal"
        assert screen.says("My sister")


async def test_a_goal_begins_with_its_words_and_all_else_may_be_skipped() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/goals/new") as screen:
        assert "keep-goal" not in screen.identifiers()
        await screen.tap("next")
        assert "Write one thing first" in screen.snacks()[-1]
        await screen.write("goal-statement", "Swim", leave=False)
        await screen.tap("next")
        assert screen.says("Skip")
        await screen.write("goal-measure", "25 metres", leave=False)
        assert screen.says("Next")
        await screen.write("goal-measure", "", leave=False)
        await screen.tap("next")
        await screen.tap("previous")
        await screen.tap("so-far")
        assert screen.find("goal-statement").value == "Swim"
        await screen.tap("keep-goal")
        (goal,) = book.reader.goals()
        assert (goal.statement, goal.measure, goal.due) == ("Swim", "", "")


async def test_one_comes_back_to_the_question_that_one_was_at() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/goals/new") as screen:
        await screen.write("goal-statement", "Swim")
        await screen.tap("next")
        await screen.write("goal-measure", "25 metres", leave=False)
        await screen.tap("back")
        await screen.go("/goals/new")
        assert screen.find("goal-measure").value == "25 metres"
        assert screen.says("Swim")


async def test_an_idea_is_kept_apart_and_begins_or_asks_with_a_tap() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/goals/new") as screen:
        await screen.write("goal-statement", "Build a raft")
        await screen.tap("keep-idea")
        (goal,) = book.reader.goals()
        assert (goal.state, screen.says("Not begun yet")) == ("idea", True)
        await screen.tap("ask")
        assert state(book, goal.id) == "proposed"
        await screen.undo()
        assert state(book, goal.id) == "idea"
        assert book.reader.consents_on(goal.id) == ()
        await screen.tap("start")
        assert state(book, goal.id) == "active"
        assert "feeling-stuck" in screen.identifiers()
        await screen.undo()
        await screen.go("/goals")
        assert screen.says("Ideas (1)")
        assert screen.says("An idea")


async def test_what_a_grown_up_writes_is_proposed_or_chosen_together() -> None:
    shared = await worlds.teacher()
    space = next(card.id for card in shared.workspace.cards if card.name == "Elif")
    book = await shared.workspace.open_book(space)
    async with app_of(shared, f"/class/{space}/goals/new") as screen:
        await screen.write("goal-statement", "Tell a joke in class")
        await screen.tap("keep-goal")
        assert screen.says("Ms Adeyemi (Teacher) asks for a yes · today")
        assert "agree" not in screen.identifiers()
        assert book.reader.goals()[0].state == "proposed"
        await screen.go(f"/class/{space}/goals/new")
        await screen.write("goal-statement", "Sing it")
        await screen.tap("keep-together")
        assert {goal.statement: goal.state for goal in book.reader.goals()}["Sing it"] == "active"
        assert screen.says("Agreed: Ms Adeyemi")


async def test_a_proposal_gets_a_yes_or_a_wish_and_both_are_signed() -> None:
    shared = await worlds.new_learner()
    own = await own_book(shared)
    teacher = worlds.new_workspace(FakeWall(NOW - DAY), 77)
    await teacher.open()
    await teacher.begin("teacher", "Ms Adeyemi", "sun")
    await worlds.hand_over(shared.workspace, teacher, own.id)
    rec = (await teacher.open_book(own.id)).goals.write(statement="Tell a joke in class")
    await worlds.hand_over(teacher, shared.workspace, own.id)
    async with app_of(shared, "/today") as screen:
        assert screen.says("Ms Adeyemi proposes this goal")
        await screen.tap("offer")
        assert screen.says("Ms Adeyemi (Teacher) asks for a yes · yesterday")
        await screen.tap("wish")
        await screen.tap("wish-send")
        assert len(own.reader.consents_on(rec)) == 1  # nothing written, nothing said
        await screen.write("wish-text", "A riddle instead", leave=False)
        await screen.tap("wish-send")
        assert screen.says("wishes: “A riddle instead”")
        await screen.tap("agree")
        assert state(own, rec) == "active"
        assert screen.says("Mia (Learner) says yes · today")
        goal = own.reader.goal(rec)
        assert goal is not None
        assert [one.by for one in standing(goal, own.reader.consents_on(rec))] == ["learner"]


@SIZES
async def test_a_long_goal_holds_short_ones(size: tuple[int, int]) -> None:
    shared, book, rec = await one_goal(term="long")
    async with app_of(shared, f"/goals/{rec}", size) as screen:
        await screen.tap("add-short")
        assert "goal-supports" not in screen.identifiers()
        await screen.write("goal-statement", "Read chapter one")
        await screen.tap("keep-goal")
        part = book.reader.goals()[0]
        assert (part.parent, part.term) == (rec, "short")
        await screen.tap("feeling-done")
        await screen.tap("reached")
        await screen.go(f"/goals/{rec}")
        assert screen.says("Read chapter one")
        assert screen.says("All its parts are done")
        await screen.go("/goals")
        assert {f"goal-{rec}", f"goal-{part.id}"} <= set(screen.identifiers())


async def test_a_number_is_noted_charted_and_told_and_a_wrong_one_is_answered() -> None:
    shared, book, rec = await one_goal(scale="number", baseline="5", target="20 pages", unit="pages")
    async with app_of(shared, f"/goals/{rec}") as screen:
        assert screen.says("Nothing is measured yet")
        await screen.write("measure-value", "lots", leave=False)
        await screen.tap("measure-keep")
        assert screen.says("Write a number")
        for value in ("8", "12,5"):
            await screen.write("measure-value", value, leave=False)
            await screen.tap("measure-keep")
        assert [one.value for one in book.reader.measures_of(rec)] == ["12.5", "8"]
        words = "Measured 2 times. It began at 5 pages. Now: 12.5 pages. It is to be 20 pages."
        assert screen.says(words)
        chart = next(c for c in screen.walk() if isinstance(c, ft.Semantics) and c.identifier == "chart")
        assert chart.label == words
        assert any(isinstance(c, cv.Canvas) for c in screen.walk())
        await screen.undo()
        assert len(book.reader.measures_of(rec)) == 1
        await screen.write("measure-value", "21", leave=False)
        await screen.tap("measure-keep")
        await screen.tap("reached")
        assert state(book, rec) == "achieved"
        assert "measure-keep" not in screen.identifiers()


@pytest.mark.parametrize(
    ("scale", "tap", "value", "words"),
    [
        ("count", "measure-one", "1", "Now: 1."),
        ("rating", "measure-4", "4", "Now: 4."),
        ("yes_no", "measure-yes", "1", "Yes, it is so."),
    ],
)
async def test_one_tap_measures(scale: str, tap: str, value: str, words: str) -> None:
    shared, book, rec = await one_goal(scale=scale)
    async with app_of(shared, f"/goals/{rec}") as screen:
        await screen.tap(tap)
        assert [one.value for one in book.reader.measures_of(rec)] == [value]
        assert screen.says(words)


@pytest.mark.parametrize("way", ["extend", "easier", "split", "let-go"])
async def test_a_missed_day_asks_what_was_learned_and_offers_four_ways(way: str) -> None:
    shared, book, rec = await one_goal(due="2026-11-01")
    before = book.reader.goal(rec)
    assert before is not None
    async with app_of(shared, f"/goals/{rec}") as screen:
        assert screen.says("18 days ago")
        assert "clearer" not in screen.identifiers()  # one thing at a time
        await screen.write("learned", "I need a quiet hour", leave=False)
        await screen.tap(f"adapt-{way}")
        now = book.reader.goal(rec)
        assert now != before
        (change,) = book.reader.changes_of(rec)
        assert change.learned == "I need a quiet hour"
        assert [thought.text for thought in book.reader.reflections_on(rec)] == ["I need a quiet hour"]
        if way == "split":
            assert screen.says("Draw its map")
        assert screen.says("How is it going?") == (way != "let-go"), "a head with nothing below it"
        await screen.undo()
        assert said(book.reader.goal(rec)) == said(before)
        assert (book.reader.changes_of(rec), book.reader.reflections_on(rec)) == ((), ())


async def test_the_story_says_who_did_what_and_why() -> None:
    shared, _book, rec = await one_goal()
    async with app_of(shared, f"/goals/{rec}/edit") as screen:
        assert "goal-why" not in screen.identifiers()
        await screen.write("goal-statement", "Read two books")
        await screen.write("goal-why", "One was too short")
        await screen.tap("keep-goal")
        await screen.tap("feeling-stuck")
        await screen.tap("feeling-stuck")
        await screen.tap("goal-story")
        assert screen.name == "goal-story"
        told = " ".join(screen.texts())
        for words in (
            "Mia wrote this goal: “Read a book and draw its map”.",
            "Mia changed “What do I want to be able to do?” to: “Read two books”",
            "Because: One was too short",
            "Mia checked in 2 times: I am stuck.",
        ):
            assert words in told
        await screen.tap("back")
        assert screen.name == "goal"


async def test_the_reason_of_a_change_is_kept_when_one_just_goes_back() -> None:
    shared, book, rec = await one_goal()
    async with app_of(shared, f"/goals/{rec}/edit") as screen:
        await screen.write("goal-statement", "Read two books")
        await screen.write("goal-why", "One was too short", leave=False)
        await screen.tap("back")
        assert [one.why for one in book.reader.changes_of(rec)] == ["One was too short"]
        await screen.go(f"/goals/{rec}/edit")
        assert "goal-why" not in screen.identifiers()
        await screen.tap("back")
        assert len(book.reader.changes_of(rec)) == 1
    assert shared.workspace.device.all("drafts") == []


async def test_a_reason_that_could_not_be_kept_is_there_the_next_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared, book, rec = await one_goal()

    def fails(*_: object) -> None:
        raise StorageLost

    async with app_of(shared, f"/goals/{rec}/edit") as screen:
        await screen.write("goal-statement", "Read two books")
        await screen.write("goal-why", "One was too short")
        with monkeypatch.context() as broken:
            broken.setattr(book.book, "commit", fails)
            await screen.tap("back")
        assert book.reader.changes_of(rec) == ()
        await screen.go(f"/goals/{rec}/edit")
        assert screen.find("goal-why").value == "One was too short"
        await screen.tap("keep-goal")
        assert [one.why for one in book.reader.changes_of(rec)] == ["One was too short"]


@pytest.mark.parametrize("leave", [True, False])
async def test_what_was_learned_is_written_once_and_is_back_with_an_undo(leave: bool) -> None:
    shared, book, rec = await one_goal(due="2026-12-11")
    async with app_of(shared, f"/goals/{rec}") as screen:
        await screen.tap("adapt")
        await screen.write("learned", "I need a quiet hour", leave=leave)
        await screen.tap("adapt-easier")
        assert screen.find("learned").value == ""
        await screen.undo()
        assert screen.find("learned").value == "I need a quiet hour"
        await screen.tap("adapt-extend")
        await screen.tap("adapt-easier")
        assert [one.learned for one in book.reader.changes_of(rec)] == ["", "I need a quiet hour"]
        assert len(book.reader.reflections_on(rec)) == 1


async def test_what_was_learned_waits_while_one_looks_elsewhere() -> None:
    shared, book, rec = await one_goal(due="2026-11-01")
    async with app_of(shared, f"/goals/{rec}") as screen:
        await screen.write("learned", "I need a quiet hour", leave=False)
        await screen.tap("adapt-words")
        await screen.go(f"/goals/{rec}")
        assert screen.find("learned").value == "I need a quiet hour"
        await screen.tap("adapt-extend")
        await screen.undo()
        assert screen.find("learned").value == "I need a quiet hour"
        await screen.tap("adapt-extend")
        assert [one.learned for one in book.reader.changes_of(rec)] == ["I need a quiet hour"]
    assert shared.workspace.device.all("drafts") == []


async def test_how_clear_it_is_names_each_part_with_an_example_of_ones_own() -> None:
    shared, _book, rec = await one_goal(due="2026-12-12")
    async with app_of(shared, f"/goals/{rec}") as screen:
        assert "clear-parts" not in screen.identifiers()
        await screen.tap("how-clear")
        assert screen.says("Can I reach it?")
        assert screen.says("“Bees”")
        assert screen.texts().count("Clear") == 3


async def test_skills_are_found_by_words_and_stand_by_their_words() -> None:
    shared, book, rec = await one_goal()
    wanted = book.catalog.competencies()[-1]
    word = max(wanted.statement.split(), key=len)
    async with app_of(shared, f"/goals/{rec}/edit") as screen:
        await screen.tap("add-more")
        await screen.write("skill-search", "xyzzy")
        assert screen.says("Nothing is found")
        await screen.write("skill-search", word)
        found = next(i for i in screen.identifiers() if i.startswith("skill-") and i != "skill-search")
        await screen.tap(found)
        chosen = found.removeprefix("skill-")
        goal = book.reader.goal(rec)
        assert goal is not None
        assert goal.competencies == (chosen,)
        assert book.book.get("competencies", chosen) is not None  # its card came along
        await screen.tap("keep-goal")
        assert "part-competencies" in screen.identifiers()
        await screen.go(f"/goals/{rec}/edit")
        await screen.tap(found)
        assert (book.reader.goal(rec) or goal).competencies == ()


async def test_the_day_of_a_talk_is_offered_today_and_moves_on() -> None:
    shared, book, rec = await one_goal(measure="3 maps", reason="I like maps", due="2026-12-12")
    book.goals.change(rec, review="2026-11-19")
    book.goals.check_in(rec, "on_my_way", 1)
    async with app_of(shared, "/today") as screen:
        assert screen.says("You wanted to talk about this goal now")
        await screen.tap("offer")
        await screen.tap("talked")
        goal = book.reader.goal(rec)
        assert goal is not None
        assert goal.review == "2026-12-03"
        assert "talked" not in screen.identifiers()
        await screen.undo()
        assert (book.reader.goal(rec) or goal).review == "2026-11-19"


async def test_impossible_days_are_answered_and_kept_as_words() -> None:
    shared, book, rec = await one_goal(measure="3 maps", reason="I like maps")
    async with app_of(shared, f"/goals/{rec}/edit") as screen:
        await screen.write("goal-due", "31.2.2026")
        assert screen.says("No calendar has that day")
        await screen.tap("offered-day")
        goal = book.reader.goal(rec)
        assert goal is not None
        assert date.fromisoformat(goal.due) > date(2026, 11, 19)


@pytest.mark.parametrize("route", ["/goals/gone", "/goals/gone/story"])
async def test_a_goal_that_is_not_here_says_so(route: str) -> None:
    async with app_of(await worlds.new_learner(), route) as screen:
        assert screen.says("This goal is not here")


async def make_group(screen: Screen, names: list[str]) -> None:
    await screen.tap("make-group")
    assert screen.says("Write what the group wants to reach")
    await screen.write("group-statement", "Collect 100 leaves")
    await screen.write("group-target", "many")
    await screen.write("group-unit", "leaves")
    await screen.tap("make-group")
    assert screen.says("Choose who is in the group")
    for name in names:
        await screen.tap(f"member-{name}")
    await screen.tap("make-group")
    assert screen.says("Write how much as a number")
    await screen.write("group-target", "100")
    await screen.tap("make-group")


@SIZES
async def test_a_group_has_a_goal_and_hears_how_far_it_is(size: tuple[int, int]) -> None:
    shared = await worlds.teacher()
    cards = {card.name: card.id for card in shared.workspace.cards}
    async with app_of(shared, "/class", size) as screen:
        await screen.tap("open-groups")
        assert screen.says("No group has a goal yet")
        await screen.tap("first-step")
        await make_group(screen, [cards["Elif"], cards["Hugo"]])
        assert screen.name == "group"
        assert screen.says("Has not said yes yet")
        elif_ = await shared.workspace.open_book(cards["Elif"])
        goal = next(one for one in elif_.reader.goals() if one.group)
        elif_.measuring.measure(goal.id, "30")
        await screen.go("/groups")
        assert screen.says("Together: 30 of 100 leaves.")
        await screen.tap(f"group-{goal.group}")
        assert screen.says("Added: 30 leaves")
        await screen.write("group-words", "On we go", leave=False)
        await screen.tap("tell-group")
        assert screen.snacks()[-1].startswith("Told in 2 books.")
        await screen.tap(f"member-{cards['Elif']}")
        assert screen.says("Together: 30 of 100 leaves.")
        assert screen.says("“On we go”")
        await screen.go(f"/groups/{goal.group}")
        await screen.tap("put-group-away")
        assert screen.says("No group has a goal yet")
        await screen.undo()
        await until(lambda: screen.says("Collect 100 leaves"))


async def test_a_group_that_is_not_all_here_says_so_and_stands_by_what_was_told() -> None:
    shared = await worlds.teacher()
    elif_ = next(card.id for card in shared.workspace.cards if card.name == "Elif")
    groups = GroupService(shared.workspace)
    parts = {"statement": "Collect 100 leaves", "target": "100", "unit": "leaves"}
    rec = await groups.make(parts, [elif_, "elsewhere"])
    await groups.bring(rec)
    book = await shared.workspace.open_book(elif_)
    async with app_of(shared, "/groups", DESKTOP) as screen:
        assert screen.says("Together: 0 of 100 leaves. 1 learner here")
        news = {"group": rec, "done": "80", "target": "100", "parts": 3, "text": ""}
        book.goals.pen.add("group_news", dict[str, object](news))
        await until(lambda: screen.says("Together: 80 of 100 leaves. 1 learner here"))
        await screen.tap(f"group-{rec}")
        assert screen.says("Together: 80 of 100 leaves. 3 learners added something.")
        assert screen.says("Not every book of the group is here. This was told on ")


async def test_who_misses_a_groups_goal_is_named_and_gets_it_by_another_tap(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = await worlds.teacher()
    cards = {card.name: card.id for card in shared.workspace.cards}
    hugo = await shared.workspace.open_book(cards["Hugo"])

    def fails(*_: object) -> None:
        raise StorageLost

    def goals() -> list[Goal]:
        return [goal for goal in hugo.reader.goals() if goal.group]

    async with app_of(shared, "/groups/new") as screen:
        with monkeypatch.context() as broken:
            broken.setattr(hugo.book, "commit", fails)
            await make_group(screen, [cards["Elif"], cards["Hugo"]])
            assert screen.name == "group"
            assert "Hugo" in screen.snacks()[-1]
            assert shared.workspace.drafts.load("group-goal") == {}
            await screen.tap("bring-group")
            assert "Hugo" in screen.snacks()[-1]
        await screen.tap("bring-group")
        assert screen.snacks()[-1] == "Brought into 1 book."
        assert len(goals()) == 1
        await until(lambda: "bring-group" not in screen.identifiers())
        with monkeypatch.context() as broken:
            broken.setattr(hugo.book, "commit", fails)
            await screen.write("group-words", "On we go", leave=False)
            await screen.tap("tell-group")
            assert "Hugo" in screen.snacks()[-1]
        await screen.tap("tell-missed")
        (news,) = hugo.reader.group_news(goals()[0].group)
        assert news.text == "On we go"
        assert "tell-missed" not in screen.identifiers()
        await screen.go("/groups")
        assert sum(name.startswith("group-") for name in screen.identifiers()) == 1


async def test_a_learner_has_no_groups_to_make() -> None:
    async with app_of(await worlds.new_learner(), "/groups") as screen:
        assert screen.name == "today"


async def test_a_learners_own_yes_is_told_as_their_own() -> None:
    shared = await worlds.new_learner()
    own = await own_book(shared)
    teacher = worlds.new_workspace(FakeWall(NOW - DAY), 77)
    await teacher.open()
    await teacher.begin("teacher", "Ms Adeyemi", "sun")
    await worlds.hand_over(shared.workspace, teacher, own.id)
    groups = GroupService(teacher)
    rec = await groups.make({"statement": "Collect 100 leaves"}, [own.id])
    await groups.bring(rec)
    await worlds.hand_over(teacher, shared.workspace, own.id)
    (goal,) = own.reader.goals()
    own.goals.agree(goal.id)
    await worlds.hand_over(shared.workspace, teacher, own.id)
    async with app_of(shared, "/goals") as screen:
        assert screen.says("I take part")
        assert not screen.says("Agreed: ")
        await screen.go(f"/goals/{goal.id}/edit")
        assert screen.says("You said yes to these words")
    async with app_of(Shared(teacher, shared.device), f"/class/{own.id}/goals/{goal.id}") as screen:
        assert screen.says("Agreed: Mia")


async def test_a_part_in_a_group_is_named_on_the_goal() -> None:
    shared, book, _rec = await one_goal()
    rec = book.goals.make({"statement": "Leaves", "group": "x.1-1", "scale": "count"})
    async with app_of(shared, f"/goals/{rec}") as screen:
        assert screen.says("Nobody has told yet")
        await screen.write("goal-part", "Red ones")
        assert (book.reader.goal(rec) or pytest.fail()).part == "Red ones"


@pytest.mark.parametrize("place", ["learner/goals", "goals"])
async def test_a_grown_up_is_asked_to_propose_the_first_goal_with_one_button(place: str) -> None:
    shared = await worlds.teacher()
    space = await shared.workspace.new_book("Ana")
    async with app_of(shared, f"/class/{space}/{place}") as screen:
        assert screen.says("Ana has no goal yet")
        assert not screen.says("A goal is something you want")
        assert "new-goal" not in screen.identifiers()
        await screen.tap("first-step")
        await screen.write("goal-statement", "Tell a joke in class")
        await screen.tap("keep-goal")
        await screen.go(f"/class/{space}/{place}")
        assert screen.identifiers().count("new-goal") == 1
        assert "first-step" not in screen.identifiers()


async def test_a_groups_goal_that_only_a_book_tells_of_stands_among_the_groups() -> None:
    shared = await worlds.teacher()
    card = next(one for one in shared.workspace.cards if one.name == "Elif")
    book = await shared.workspace.open_book(card.id)
    goal = book.goals.make(
        {"statement": "Our class reads 500 books", "scale": "count", "unit": "books", "group": "elsewhere"}
    )
    news = {"group": "elsewhere", "done": "212", "target": "500", "parts": 26, "text": ""}
    book.goals.pen.add("group_news", news)
    book.measuring.measure(goal, "3")
    async with app_of(shared, "/groups") as screen:
        assert screen.says("Together: 212 of 500 books.")  # more is in it than the books that are here
        await screen.tap("group-elsewhere")
        assert screen.says("Added: 3 books")
        assert "put-group-away" not in screen.identifiers()
