"""A way that is suggested waits on the learner's Today until it is taken up or put off."""

from app.domain.learning import Choice
from app.domain.models import Feedback
from app.domain.suggested import open_suggestions
from app.services.own_records import ACTIVITIES
from tests.services.devices import DeviceUnderTest, device, hand_over


async def two() -> tuple[DeviceUnderTest, DeviceUnderTest, str, str]:
    """Mia and her teacher, who has written a way of which Mia's device knows nothing."""
    mia, teacher = await device(1, "learner", "Mia"), await device(2, "teacher", "Ms R")
    await teacher.workspace.open_libraries()
    own = await mia.own()
    await hand_over(mia, own.id, teacher)
    catalog = teacher.workspace.catalog()
    skill = next(one.id for one in catalog.competencies() if not catalog.children(one.id))
    values = {"title": "Weigh the fruit", "competencies": [skill], "show": ["photo"]}
    way = await teacher.workspace.own_records.keep(ACTIVITIES, values)
    return mia, teacher, own.id, way


async def test_it_reaches_today_with_the_way_itself_and_goes_when_it_is_chosen() -> None:
    mia, teacher, space, way = await two()
    there = await teacher.workspace.open_book(space)
    rec = there.suggesting.suggest(way, "This is like your soup.")
    await hand_over(teacher, space, mia)
    own = await mia.own()
    page = own.today.page()
    assert (page.offered.code, page.offered.rec, page.offered.facts["about"]) == ("suggested", rec, way)
    assert own.reader.book.get("activities", way) is not None  # the book has it where the library is not
    found = own.catalog.activity(way)
    assert found is not None and found.title == "Weigh the fruit"
    assert own.reader.book.get("competencies", found.competencies[0]) is not None
    own.choosing.choose(way)
    assert own.suggesting.waiting() == ()
    assert own.today.page().offered.code != "suggested"


async def test_a_second_one_stands_in_the_plan_and_words_put_one_off() -> None:
    mia, teacher, space, way = await two()
    there = await teacher.workspace.open_book(space)
    other = there.catalog.activities()[-1].id
    first, second = there.suggesting.suggest(way, "Try this"), there.suggesting.suggest(other, "Or this")
    await hand_over(teacher, space, mia)
    own = await mia.own()
    page = own.today.page()
    assert page.offered.rec == first
    assert [row.rec for row in page.plan if row.kind == "open_way"] == [second]
    own.suggesting.put_off(first, "Not now")
    assert [one.id for one in own.suggesting.waiting()] == [second]
    assert [one.id for one in own.suggesting.of(way)] == [first]


async def test_without_words_or_a_way_nothing_is_written() -> None:
    _mia, teacher, space, way = await two()
    there = await teacher.workspace.open_book(space)
    before = there.book.vector
    assert there.suggesting.suggest(way, " ") == there.suggesting.suggest("none", "Try") == ""
    assert there.book.vector == before


def feedback(rec: str, at: int, **more: str) -> Feedback:
    values = {"kind": "next_step", "about": "a", "about_col": "activities", "text": "x", "_by": "teacher"}
    return Feedback.model_validate({**values, "id": rec, "_at": at, **more})


def choice(state: str, changed: int) -> Choice:
    return Choice.model_validate({"id": "c", "activity": "a", "state": state, "_changed": changed})


def test_what_counts_as_taken_up() -> None:
    one = feedback("f", 100)
    assert open_suggestions([one], []) == (one,)
    assert open_suggestions([one], [choice("done", 50)]) == (one,)  # done before: it is suggested anew
    for taken in (choice("done", 150), choice("left", 150), choice("chosen", 50)):
        assert open_suggestions([one], [taken]) == ()
    again = feedback("g", 200)
    assert open_suggestions([one, again], [choice("done", 150)]) == (again,)
    assert open_suggestions([one, again], []) == (again,)  # one line for a way
    for other in (
        feedback("f", 1, _by="learner"),
        feedback("f", 1, kind="comment"),
        feedback("f", 1, about_col="goals"),
    ):
        assert open_suggestions([other], []) == ()
