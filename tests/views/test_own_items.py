"""Writing activities, choice boards and rubrics in the library; copies, changes, and the way back."""

import pytest

from app.services.assessing import Judgement
from app.services.own_records import ACTIVITIES, BOARDS, RUBRICS, Item
from app.services.portfolio import Capture
from app.views.own_page import listed
from app.views.state import Shared
from tests.fakes import FakeDevice, picked
from tests.harness import Screen, settle, until
from tests.services.test_own_records import RUBRIC
from tests.views import worlds
from tests.views.opening import app_of


async def teacher() -> Shared:
    shared = await worlds.nobody()
    await shared.workspace.begin("teacher", "Ms R")
    await shared.workspace.open_libraries()
    return shared


async def skill(shared: Shared, screen: Screen) -> str:
    """Puts the first skill that is found by its own words in."""
    catalog = shared.workspace.catalog()
    one = next(one for one in catalog.competencies() if not catalog.children(one.id))
    field = screen.find("form-skills")
    await screen.write("form-skills", one.code or one.statement, leave=False)
    await screen.fire(field, "submit")
    await screen.tap(f"skill-{one.id}")
    return one.id


async def test_an_activity_with_three_ways_to_show_it_is_written_in_few_steps() -> None:
    shared = await teacher()
    async with app_of(shared, "/library/activities") as screen:
        await screen.tap("new-activities")
        await screen.tap("keep-way")
        assert "Give it a name first." in screen.snacks()
        await screen.write("way-title", "Weigh the fruit")
        await screen.tap("modality-make")
        for way in ("photo", "words", "audio"):
            await screen.tap(f"show-{way}")
        rec = await skill(shared, screen)
        await screen.tap("keep-way")
        assert screen.says("Weigh the fruit")
    (found,) = [one for one in shared.workspace.catalog().activities() if one.title == "Weigh the fruit"]
    assert (found.show, found.competencies, found.modality) == (("photo", "words", "audio"), (rec,), "make")
    assert shared.workspace.drafts.load("own-activity") == {}


async def test_a_half_written_activity_is_still_there_after_a_restart() -> None:
    shared = await teacher()
    async with app_of(shared, "/library/activities/new") as screen:
        await screen.write("way-title", "Weigh the fruit")
        await screen.tap("show-photo")
    async with app_of(shared, "/library/activities/new") as screen:
        assert screen.find("way-title").value == "Weigh the fruit"
        await screen.tap("keep-way")
    (found,) = [one for one in shared.workspace.catalog().activities() if one.title == "Weigh the fruit"]
    assert found.show == ("photo",)


async def test_what_helps_others_find_and_judge_it_is_kept() -> None:
    shared = await teacher()
    own = shared.workspace.own_records
    rec = await own.keep(ACTIVITIES, {"title": "Weigh", "how": "Slowly"})
    rubric = shared.workspace.catalog().rubrics()[0]
    quiz = shared.workspace.catalog().quizzes()[0]
    async with app_of(shared, f"/library/activities/{rec}") as screen:
        await screen.tap("support-quiet_place")
        await screen.tap(f"rubric-{rubric.id}")
        await screen.tap(f"quiz-{quiz.id}")
        await screen.write("way-interests", "football,  bees ,football")
        await screen.tap("add-link")
        await screen.write("resource-words", "ftp://x", leave=False)
        await screen.tap("keep-resource")
        await screen.write("resource-words", "https://example.org/scales", leave=False)
        await screen.tap("keep-resource")
        await screen.tap("add-text")
        await screen.write("resource-words", "A scale tells how heavy.", leave=False)
        await screen.tap("keep-resource")
        await screen.tap("drop-resource-0")
        await screen.tap("keep-way")
    found = shared.workspace.catalog().activity(rec)
    assert found is not None
    assert (found.supports, found.rubric, found.quiz) == (("quiet_place",), rubric.id, quiz.id)
    assert (found.interests, found.how) == (("football", "bees"), "Slowly")
    assert [(one.kind, one.text) for one in found.resources] == [("text", "A scale tells how heavy.")]


async def test_a_photo_and_a_small_file_are_kept_and_what_is_none_is_answered_in_words() -> None:
    shared = await teacher()
    rec = await shared.workspace.own_records.keep(ACTIVITIES, {"title": "Weigh"})
    async with app_of(shared, f"/library/activities/{rec}") as screen:
        photo, file = screen.find("add-photo").action, screen.find("add-file").action
        for action, name, data in (
            (photo, "a.txt", b"no photo"),
            (photo, "a.jpg", worlds.photo()),
            (file, "empty.csv", b""),
            (file, "table.csv", b"a,b"),
        ):
            await action.on_picked([picked(name, data)])
            await settle()
        assert "This is not a photo that can be shown here. Choose another one." in screen.snacks()
        assert "This file is empty. Choose another one." in screen.snacks()
        await screen.tap("keep-way")
    found = shared.workspace.catalog().activity(rec)
    assert found is not None
    assert [one.kind for one in found.resources] == ["photo", "file"]


async def test_a_starter_is_read_only_and_becomes_ones_own_by_a_copy() -> None:
    shared = await teacher()
    catalog = shared.workspace.catalog()
    for col, items in (
        (ACTIVITIES, catalog.activities()),
        (BOARDS, catalog.boards()),
        (RUBRICS, catalog.rubrics()),
    ):
        async with app_of(shared, f"/library/{col}/{items[0].id}") as screen:
            assert screen.says(items[0].title)
            assert not {"keep-way", "keep-item", "remove-item"} & set(screen.identifiers())
            await screen.tap("make-mine")
            await until(lambda screen=screen: "remove-item" in screen.identifiers())  # type: ignore[misc]
            await screen.tap("remove-item")
            assert screen.name == "library"
            count = len([one for one in _listed(shared, col) if one.title == items[0].title])
            await screen.undo()
            assert len([one for one in _listed(shared, col) if one.title == items[0].title]) == count + 1


def _listed(shared: Shared, col: str) -> tuple[Item, ...]:
    return listed(shared.workspace.catalog(), col)


async def test_a_list_is_searched_and_says_where_nothing_is_found() -> None:
    shared = await teacher()
    await shared.workspace.own_records.keep(ACTIVITIES, {"title": "Zebra walk", "interests": ["bees"]})
    async with app_of(shared, "/library/activities") as screen:
        field = screen.find("own-search")
        await screen.write("own-search", "bees zebra", leave=False)
        await screen.fire(field, "submit")
        assert len([name for name in screen.identifiers() if name.startswith("item-")]) == 1
        await screen.write("own-search", "zebra spaceship", leave=False)
        await screen.fire(screen.find("own-search"), "submit")
        assert screen.says("Nothing is found by these words")


async def test_a_board_is_put_together_of_ways_that_are_found() -> None:
    shared = await teacher()
    async with app_of(shared, "/library/boards") as screen:
        await screen.tap("new-boards")
        await screen.write("board-title", "Ways to weigh")
        await screen.tap("keep-item")
        assert "Put at least one way on the board." in screen.snacks()
        offered = [name for name in screen.identifiers() if name.startswith("put-")]
        for name in offered[:3]:
            await screen.tap(name)
        await screen.tap(offered[0].replace("put-", "off-"))
        await screen.tap("keep-item")
        assert screen.says("Ways to weigh")
    (board,) = [one for one in shared.workspace.catalog().boards() if one.title == "Ways to weigh"]
    assert board.activities == tuple(name.removeprefix("put-") for name in offered[1:3])


async def test_a_rubric_is_written_level_by_level() -> None:
    shared = await teacher()
    async with app_of(shared, "/library/rubrics/new") as screen:
        await screen.write("rubric-title", "Telling")
        await screen.tap("keep-item")
        assert "Write what you look at, and one level in words." in screen.snacks()
        await screen.write("criterion-c1", "My voice")
        await screen.write("words-c1-1", "I whisper")
        await screen.write("words-c1-4", "All can hear me")
        await screen.tap("add-criterion")
        await screen.tap("drop-c2")
        await screen.write("criterion-c3", "My words")
        await screen.write("words-c3-2", "Some are my own")
        await screen.tap("keep-item")
    (rubric,) = [one for one in shared.workspace.catalog().rubrics() if one.title == "Telling"]
    assert [(one.title, [level.level for level in one.levels]) for one in rubric.criteria] == [
        ("My voice", [1, 4]),
        ("My words", [2]),
    ]


async def test_whoever_takes_out_words_in_use_is_told_how_many_marks_name_them() -> None:
    shared = await teacher()
    rec = await shared.workspace.own_records.keep(RUBRICS, RUBRIC)
    book = await shared.workspace.open_book(await shared.workspace.new_book("Mia"))
    piece = await book.portfolio.keep(Capture(text="x", competencies=["c1"]))
    book.assessing.judge(piece, Judgement(rubric=rec, marks={"a": 2}))
    async with app_of(shared, f"/library/rubrics/{rec}") as screen:
        await until(lambda: "words-a-2" in screen.identifiers())
        await screen.write("words-a-1", "A little")
        await screen.write("words-a-2", "")
        await screen.tap("keep-item")
        assert screen.says("1 mark in the learners' books uses words that you took out.")
        await screen.tap("keep-words")
        rubric = shared.workspace.catalog().rubric(rec)
        assert rubric is not None and len(rubric.criteria[0].levels) == 2
        await screen.tap("keep-item")
        await screen.tap("keep-anyway")
    rubric = shared.workspace.catalog().rubric(rec)
    assert rubric is not None
    assert [(level.level, level.words) for level in rubric.criteria[0].levels] == [(1, "A little")]
    assert book.assessing.of(piece)[0].marks == {"a": 2}


@pytest.mark.parametrize("route", ["activities/none", "boards/none", "rubrics/none"])
async def test_what_is_not_here_says_so(route: str) -> None:
    shared = await teacher()
    assert isinstance(shared.device, FakeDevice)
    async with app_of(shared, f"/library/{route}") as screen:
        assert "empty" in screen.identifiers()


async def test_a_half_written_board_or_rubric_is_still_there_until_it_is_kept() -> None:
    shared = await teacher()
    for col, title in ((BOARDS, "board-title"), (RUBRICS, "rubric-title")):
        async with app_of(shared, f"/library/{col}/new") as screen:
            await screen.write(title, "Half written")
            await screen.tap("back")
            await screen.tap(f"new-{col}")
            assert screen.find(title).value == "Half written"
            if col == BOARDS:
                await screen.tap(next(name for name in screen.identifiers() if name.startswith("put-")))
            else:
                await screen.write("words-c1-1", "A bit")
            await screen.tap("keep-item")
            await screen.tap(f"new-{col}")
            assert screen.find(title).value == ""


async def test_what_is_typed_on_a_new_board_stays_on_the_screen_when_a_way_is_put_in() -> None:
    shared = await teacher()
    async with app_of(shared, "/library/boards/new") as screen:
        await screen.write("board-title", "Ways to weigh")
        await screen.write("board-note", "Pick one")
        await screen.write("board-search", shared.workspace.catalog().activities()[0].title)
        for _turn in range(2):
            await screen.tap(next(name for name in screen.identifiers() if name.startswith(("put-", "off-"))))
            assert screen.find("board-title").value == "Ways to weigh"
            assert screen.find("board-note").value == "Pick one"
            assert screen.find("board-search").value == shared.workspace.catalog().activities()[0].title


async def test_the_name_of_a_link_stays_on_the_screen_while_its_address_is_typed() -> None:
    shared = await teacher()
    rec = await shared.workspace.own_records.keep(ACTIVITIES, {"title": "Weigh"})
    async with app_of(shared, f"/library/activities/{rec}") as screen:
        await screen.tap("add-link")
        await screen.write("resource-title", "Scales")
        await screen.write("resource-words", "https://example.org/scales", leave=False)
        assert screen.find("resource-title").value == "Scales"
        await screen.tap("keep-resource")
        await screen.tap("keep-way")
    found = shared.workspace.catalog().activity(rec)
    assert found is not None and found.resources[0].title == "Scales"
