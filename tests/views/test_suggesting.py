"""A way suggested on a teacher's device stands on the learner's Today and opens with a tap."""

from app.services.own_records import ACTIVITIES
from app.views.state import Shared
from tests.fakes import NOW, FakeDevice, FakeWall, new_workspace
from tests.harness import until
from tests.views import worlds
from tests.views.opening import app_of, own_book


async def two() -> tuple[Shared, Shared, str]:
    """A learner and her teacher, on devices of their own; and the book's name."""
    mia = await worlds.new_learner()
    other = new_workspace(FakeWall(NOW), 9)
    await other.open()
    await other.begin("teacher", "Ms Adeyemi", "sun")
    space = (await own_book(mia)).id
    await worlds.hand_over(mia.workspace, other, space)
    await other.open_libraries()
    return mia, Shared(other, FakeDevice()), space


async def test_a_teacher_suggests_a_way_and_the_learner_opens_it_from_today() -> None:
    mia, teacher, space = await two()
    way = await teacher.workspace.own_records.keep(ACTIVITIES, {"title": "Weigh the fruit"})
    async with app_of(teacher, f"/class/{space}/learner/path") as screen:
        await screen.tap("open-suggest")
        field = screen.find("suggest-search")
        await screen.write("suggest-search", "weigh", leave=False)
        await screen.fire(field, "submit")
        await screen.tap(f"look-{way}")
        assert screen.name == "activity"
        await screen.tap("suggest-way")
        await screen.write("suggest-words", "Like your soup", leave=False)
        await screen.tap("send-suggestion")
        assert screen.says("Like your soup")
        await worlds.hand_over(teacher.workspace, mia.workspace, space)
    async with app_of(mia, "/today") as screen:
        assert screen.says("Ms Adeyemi")
        assert screen.says("“Like your soup”")
        await screen.tap("offer")
        assert screen.name == "activity"
        assert screen.says("Weigh the fruit")
        await screen.tap("choose-way")
        assert "not-now" not in screen.identifiers()
    async with app_of(mia, "/today") as screen:
        assert not screen.says("Like your soup")


async def test_not_now_takes_it_from_today_and_the_teacher_reads_that() -> None:
    mia, teacher, space = await two()
    book = await teacher.workspace.open_book(space)
    way = book.catalog.activities()[0].id
    book.suggesting.suggest(way, "Try it")
    await worlds.hand_over(teacher.workspace, mia.workspace, space)
    async with app_of(mia, f"/activity/{way}") as screen:
        await screen.tap("not-now")
        await until(lambda: screen.name == "today")
        assert not screen.says("Try it")
        await worlds.hand_over(mia.workspace, teacher.workspace, space)
    async with app_of(teacher, f"/class/{space}/activity/{way}") as screen:
        assert screen.says("Not now, thank you.")


async def test_without_words_a_kind_sentence_goes_and_a_learner_suggests_nothing() -> None:
    mia, teacher, space = await two()
    book = await teacher.workspace.open_book(space)
    way = book.catalog.activities()[0].id
    async with app_of(teacher, f"/class/{space}/activity/{way}") as screen:
        await screen.tap("suggest-way")
        await screen.tap("send-suggestion")
    (said,) = book.suggesting.waiting()
    assert (said.about, said.text) == (way, "I think this could be something for you.")
    async with app_of(mia, f"/activity/{way}") as screen:
        assert "suggest-way" not in screen.identifiers()
    async with app_of(mia, "/suggest") as screen:
        assert screen.name == "today"


async def test_a_learners_own_way_can_be_made_ones_own() -> None:
    mia, teacher, space = await two()
    rec = (await own_book(mia)).choosing.propose({"title": "Teach my brother"})
    await worlds.hand_over(mia.workspace, teacher.workspace, space)
    async with app_of(teacher, f"/class/{space}/activity/{rec}") as screen:
        await screen.tap("make-mine")
        await until(lambda: screen.name == "item")
    assert "Teach my brother" in [one.title for one in teacher.workspace.catalog().activities()]
