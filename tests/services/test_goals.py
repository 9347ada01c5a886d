"""Goals on real books: moves and their way back, adapting with reasons, measures, the story, groups."""

from datetime import date

import pytest

from app.domain.checks import LONGEST_TEXT
from app.domain.goal_life import STATE_AFTER, agreed, standing
from app.domain.learning import Consent, GoalChange, Measure
from app.domain.models import Goal, Reflection
from app.services.adapting import Why
from app.services.group_goals import GroupService, Reach
from app.services.telling import story_of
from app.services.workspace import OpenBook
from app.sync.keeping import StorageFull, StorageLost
from tests.services.devices import DeviceUnderTest, device, hand_over

TODAY = date(2026, 11, 19)


async def book_with_goal(**parts: str) -> tuple[DeviceUnderTest, OpenBook, str]:
    mia = await device(1, "learner", "Mia")
    book = await mia.own()
    return mia, book, book.goals.write(**{"statement": "Read and draw", "due": "2026-11-01"} | parts)


def shown(book: OpenBook) -> object:
    """What a book shows of goals and all that hangs on them, without clocks."""
    cols = {"consents": Consent, "goal_changes": GoalChange, "measures": Measure, "reflections": Reflection}
    records = [
        record for col, model in {"goals": Goal, **cols}.items() for record in book.reader.every(model, col)
    ]
    return [record.model_dump(exclude={"at", "changed", "edited"}) for record in records]


async def test_what_a_learner_saves_is_under_way_and_what_a_grown_up_writes_waits_for_a_yes() -> None:
    mia, book, rec = await book_with_goal()
    assert book.goals.page(rec, TODAY).stage == "going"  # type: ignore[union-attr]
    teacher = await device(2, "teacher", "Ms A")
    await hand_over(mia, book.id, teacher)
    hers = await teacher.workspace.open_book(book.id)
    theirs = hers.goals.write(statement="Swim")
    await hand_over(teacher, book.id, mia)
    page = book.goals.page(theirs, TODAY)
    assert page is not None
    assert (page.stage, page.moves) == ("asking", ("agree", "wish", "let_go"))
    assert book.today.page().offered.code == "asked"
    back = book.goals.agree(theirs)
    goal = book.reader.goal(theirs)
    assert goal is not None
    assert (goal.state, agreed(goal, book.reader.consents_on(theirs))) == ("active", True)
    back()
    assert (book.reader.goal(theirs) or goal).state == "proposed"
    assert [one.by for one in book.reader.consents_on(theirs)] == ["teacher"]
    (yes,) = hers.reader.consents_on(hers.goals.make({"statement": "Dive"}, "active"))
    assert (yes.says, yes.by) == ("agree", "teacher")


@pytest.mark.parametrize("state", ["idea", "proposed", "active", "achieved", "letgo"])
async def test_every_move_can_be_undone(state: str) -> None:
    _mia, book, _rec = await book_with_goal()
    rec = book.goals.make({"statement": "Swim"}, "idea")
    book.goals.pen.set("goals", rec, state=state)
    page = book.goals.page(rec, TODAY)
    assert page is not None
    before = shown(book)
    for move in page.moves:
        back = book.goals.act(rec, move, "please")
        assert shown(book) != before, move
        assert move not in STATE_AFTER or (book.reader.goal(rec) or page.goal).state == STATE_AFTER[move]
        back()
        assert shown(book) == before, move


async def test_a_move_that_is_not_ones_own_to_make_is_refused() -> None:
    _mia, book, rec = await book_with_goal()
    before = shown(book)
    with pytest.raises(ValueError, match="agree"):
        book.goals.agree(rec)
    with pytest.raises(ValueError, match="again"):
        book.goals.act(rec, "again")
    book.goals.act("not there", "reach")()
    assert shown(book) == before


async def test_going_back_does_not_overrule_who_came_after() -> None:
    _mia, book, rec = await book_with_goal()
    back = book.goals.act(rec, "reach")
    book.goals.move(rec, "letgo")
    back()
    assert (book.reader.goal(rec) or pytest.fail()).state == "letgo"


@pytest.mark.parametrize(
    "parts", [{"review": "2026-02-31"}, {"review": "soon"}, {"term": "eternal"}, {"scale": "stars"}]
)
async def test_what_no_goal_can_be_is_refused_with_nothing_half_done(parts: dict[str, str]) -> None:
    _mia, book, rec = await book_with_goal()
    before = shown(book)
    with pytest.raises(ValueError, match=r"no such day|not a"):
        book.goals.change(rec, statement="Other", **parts)
    with pytest.raises(ValueError, match=r"no such day|not a"):
        book.goals.write(statement="New", **parts)
    assert shown(book) == before


async def test_a_goal_is_split_into_parts_and_back() -> None:
    _mia, book, rec = await book_with_goal(reason="fun")
    before = shown(book)
    back = book.adapting.split(
        rec, ["Read it", "Draw it", " "], Why("too much", "I go page by page", "What?")
    )
    page = book.goals.page(rec, TODAY)
    assert page is not None
    assert (page.goal.term, page.goal.due) == ("long", "")
    assert [(part.statement, part.reason, part.term) for part in page.parts] == [
        ("Read it", "fun", "short"),
        ("Draw it", "fun", "short"),
    ]
    (change,) = book.reader.changes_of(rec)
    assert (change.how, change.why, change.into) == (
        "split",
        "too much",
        tuple(part.id for part in page.parts),
    )
    (thought,) = book.reader.reflections_on(rec)
    assert (thought.text, thought.prompt, thought.moment) == ("I go page by page", "What?", "goal_missed")
    book.goals.check_in(page.parts[0].id, "done", 4)
    assert book.goals.steps_of(page.goal, TODAY) == 2
    back()
    assert shown(book) == before
    with pytest.raises(ValueError, match="two parts"):
        book.adapting.split(rec, ["one"])


async def test_more_time_easier_and_letting_go_are_one_tap_each_and_have_a_way_back() -> None:
    _mia, book, rec = await book_with_goal(target="20 pages", scale="number", unit="pages")
    book.measuring.measure(rec, "10")
    before = shown(book)
    for adapt, part, value in (
        (lambda: book.adapting.extend(rec, date(2026, 12, 11)), "due", "2026-12-11"),
        (lambda: book.adapting.easier(rec, "with help"), "target", "15 pages"),
        (lambda: book.adapting.let_go(rec, Why(learned="It was not mine")), "state", "letgo"),
    ):
        back = adapt()
        assert getattr(book.reader.goal(rec), part) == value
        back()
        assert shown(book) == before
    words = book.goals.write(statement="Sing", supports="A quiet room")
    book.adapting.easier(words, "With somebody who helps")
    assert (book.reader.goal(words) or pytest.fail()).supports == "A quiet room\nWith somebody who helps"
    assert book.adapting.say_why(rec, Why(" ")) is not None
    assert shown(book) != before


async def test_no_room_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    _mia, book, rec = await book_with_goal()
    before = shown(book)

    def full(*_args: object) -> None:
        raise StorageFull

    monkeypatch.setattr(book.book, "commit", full)
    with pytest.raises(StorageFull):
        book.adapting.split(rec, ["Read it", "Draw it"])
    assert shown(book) == before


async def test_measures_of_each_scale() -> None:
    _mia, book, _rec = await book_with_goal()
    good = {"number": "1,5", "count": "2", "rating": "5", "yes_no": "1"}
    bad = {"number": "many", "count": "", "rating": "6", "yes_no": "2"}
    for scale, value in good.items():
        rec = book.goals.write(statement="x", scale=scale, target="3")
        back = book.measuring.measure(rec, value)
        assert book.measuring.standing(rec).count == 1
        goal = book.reader.goal(rec)
        assert goal is not None
        assert book.goals.steps_of(goal, TODAY) == {"number": 2, "count": 2, "rating": 4, "yes_no": 4}[scale]
        with pytest.raises(ValueError, match="not a measurement"):
            book.measuring.measure(rec, bad[scale])
        back()
        assert book.measuring.standing(rec).count == 0


async def test_the_story_is_told_by_who_did_what_on_both_devices() -> None:
    mia, book, rec = await book_with_goal()
    teacher = await device(2, "teacher", "Ms A")
    await hand_over(mia, book.id, teacher)
    hers = await teacher.workspace.open_book(book.id)
    hers.goals.act(rec, "wish", "Say when")
    hers.goals.change(rec, measure="3 pages")
    await hand_over(teacher, book.id, mia)
    book.goals.check_in(rec, "on_my_way", 1)
    book.adapting.extend(rec, date(2026, 12, 11), Why("I was ill"))
    told = story_of(book.reader, rec)
    assert [one.code for one in told] == ["made", "wished", "reworded", "checked", "adapted_extended"]
    assert [book.reader.person(one.who).name for one in told] == ["Mia", "Ms A", "Ms A", "Mia", "Mia"]
    assert told[-1].facts["after"] == "2026-12-11"
    await hand_over(mia, book.id, teacher)
    assert story_of(hers.reader, rec) == told


async def test_the_story_tells_nothing_that_the_book_does_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    _mia, book, rec = await book_with_goal()
    history = book.book.history("goals", rec)
    odd = {**history[0], "kind": "set", "field": "statement", "val": "x" * (LONGEST_TEXT + 1)}
    monkeypatch.setattr(book.book, "history", lambda _col, _rec: [*history, odd])
    assert [one.code for one in story_of(book.reader, rec)] == ["made"]


async def test_a_groups_goal_goes_to_each_learner_comes_back_as_a_sum_and_as_news() -> None:
    mia, tom, teacher = await device(1, "learner", "Mia"), await device(5, "learner", "Tom"), None
    teacher = await device(2, "teacher", "Ms A")
    own, his = await mia.own(), await tom.own()
    for giver, book in ((mia, own), (tom, his)):
        await hand_over(giver, book.id, teacher)
    groups = GroupService(teacher.workspace)
    parts = {"statement": "Collect 100 leaves", "target": "100", "unit": "leaves", "due": "2026-12-11"}
    rec = await groups.make(parts, [own.id, his.id, "gone"])
    assert (await groups.bring(rec)).count == 2
    assert (await groups.bring(rec)).count == 0  # once is enough
    await hand_over(teacher, own.id, mia)
    (goal,) = own.reader.goals()
    assert (goal.group, goal.state, goal.scale) == (rec, "proposed", "count")
    own.goals.agree(goal.id)
    own.goals.change(goal.id, part="Red ones")
    own.measuring.measure(goal.id, "12")
    own.measuring.measure(goal.id, "3")
    await hand_over(mia, own.id, teacher)
    page = await groups.page(rec)
    assert page is not None
    assert (page.done, page.share, page.parts, page.own) == (15, 15, 1, True)
    assert {m.name: m.goal.part for m in page.members if m.goal} == {"Mia": "Red ones", "Tom": ""}
    assert (await groups.tell(rec, "On we go")).count == 2
    await hand_over(teacher, own.id, mia)
    (news,) = own.reader.group_news(rec)
    assert (news.done, news.target, news.parts, news.text) == ("15", "100", 1, "On we go")
    back = await groups.put_away(rec)
    assert await groups.pages() == ()
    back()
    assert len(await groups.pages()) == 1


async def test_a_groups_goal_whose_library_is_elsewhere_is_known_from_the_books_that_have_it() -> None:
    teacher, dad = await device(2, "teacher", "Ms A"), await device(3, "family", "Dad")
    spaces = [await teacher.workspace.new_book(name) for name in ("Ada", "Mia", "Tom")]
    groups = GroupService(teacher.workspace)
    rec = await groups.make({"statement": "Leaves", "target": "100"}, spaces)
    await groups.bring(rec)
    (await teacher.workspace.open_book(spaces[0])).measuring.measure(f"group-{rec}", "30")
    await groups.tell(rec, "On we go")
    for space in spaces[1:]:
        await hand_over(teacher, space, dad)
    (page,) = await GroupService(dad.workspace).pages()
    assert page == await GroupService(dad.workspace).page(rec)
    assert (page.group.statement, page.group.target, page.own) == ("Leaves", "100", False)
    assert {one.name for one in page.members} == {"Mia", "Tom"}
    assert (page.done, page.parts) == (30, 1)  # as its group was told: Ada's book is not here


async def test_what_is_corrected_here_counts_though_not_all_of_the_group_is_here() -> None:
    teacher = await device(2, "teacher", "Ms A")
    ada = await teacher.workspace.new_book("Ada")
    groups = GroupService(teacher.workspace)
    rec = await groups.make({"statement": "Leaves", "target": "100"}, [ada, "elsewhere"])
    await groups.bring(rec)
    book = await teacher.workspace.open_book(ada)
    book.measuring.measure(f"group-{rec}", "800")
    await groups.tell(rec)
    (measure,) = book.reader.measures_of(f"group-{rec}")
    book.goals.pen.remove("measures", measure.id)
    book.measuring.measure(f"group-{rec}", "80")
    page = await groups.page(rec)
    assert page is not None
    assert (page.done, page.parts, page.all_here, page.as_told) == (80, 1, False, None)


async def test_a_groups_goal_of_a_library_here_opens_no_book_but_its_members() -> None:
    teacher = await device(2, "teacher", "Ms A")
    ada, mia, tom = [await teacher.workspace.new_book(name) for name in ("Ada", "Mia", "Tom")]
    groups = GroupService(teacher.workspace)
    rec = await groups.make({"statement": "Leaves"}, [ada, mia])
    opens, opened = teacher.workspace.open_book, list[str]()

    async def open_book(space: str) -> OpenBook:
        opened.append(space)
        return await opens(space)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(teacher.workspace, "open_book", open_book)
        assert await groups.page(rec) is not None
        assert sorted(opened) == sorted([ada, mia])
        await groups.put_away(rec)
        opened.clear()
        assert await groups.page(rec) is None
        assert opened == []
        assert await groups.page("nobody's") is None
        assert tom in opened  # only then every book is asked


async def test_what_a_learner_took_out_of_their_book_is_not_brought_again() -> None:
    teacher = await device(2, "teacher", "Ms A")
    space = await teacher.workspace.new_book("Tom")
    groups = GroupService(teacher.workspace)
    rec = await groups.make({"statement": "Leaves"}, [space])
    assert (await groups.bring(rec)).count == 1
    book = await teacher.workspace.open_book(space)
    book.goals.drop(book.reader.goals()[0].id)
    assert await groups.bring(rec) == Reach()
    assert book.reader.goals() == ()
    assert (await groups.pages())[0].members[0].goal is None


@pytest.mark.parametrize("error", [StorageFull, StorageLost])
async def test_a_book_that_cannot_be_written_does_not_keep_a_groups_goal_from_the_others(
    monkeypatch: pytest.MonkeyPatch, error: type[OSError]
) -> None:
    teacher = await device(2, "teacher", "Ms A")
    spaces = [await teacher.workspace.new_book(name) for name in ("Ada", "Mia", "Tom")]
    ada, mia, tom = [await teacher.workspace.open_book(space) for space in spaces]
    groups = GroupService(teacher.workspace)

    def fails(*_: object) -> None:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(mia.book, "commit", fails)
        rec = await groups.make({"statement": "Leaves"}, spaces)
        missed = await groups.bring(rec)
        assert (missed.count, [card.name for card in missed.missed]) == (2, ["Mia"])
        assert [len(one.reader.goals()) for one in (ada, mia, tom)] == [1, 0, 1]
        missed = await groups.bring(rec)
        assert (missed.count, [card.name for card in missed.missed]) == (0, ["Mia"])
    again = await groups.bring(rec)
    assert (again.count, again.missed) == (1, ())
    assert [len(one.reader.goals()) for one in (ada, mia, tom)] == [1, 1, 1]
    assert len(await groups.pages()) == 1
    with monkeypatch.context() as broken:
        broken.setattr(mia.book, "commit", fails)
        told = await groups.tell(rec, "On we go")
        assert (told.count, [card.name for card in told.missed]) == (2, ["Mia"])
    assert (await groups.tell(rec, "On we go", [card.id for card in told.missed])).count == 1
    assert [len(one.reader.group_news(rec)) for one in (ada, mia, tom)] == [1, 1, 1]


async def test_a_book_that_cannot_be_opened_is_told_of_and_not_said_to_have_no_goal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    teacher = await device(2, "teacher", "Ms A")
    ada, mia = [await teacher.workspace.new_book(name) for name in ("Ada", "Mia")]
    groups = GroupService(teacher.workspace)
    rec = await groups.make({"statement": "Leaves"}, [ada, mia])
    await groups.bring(rec)
    opens = teacher.workspace.shelf.open

    async def open_(space: str) -> object:
        if space == mia:
            raise StorageLost
        return await opens(space)

    monkeypatch.setattr(teacher.workspace.shelf, "open", open_)
    page = await groups.page(rec)
    assert page is not None
    assert [(one.name, one.unread) for one in page.members] == [("Ada", False), ("Mia", True)]
    told = await groups.tell(rec)
    assert (told.count, [card.name for card in told.missed]) == (1, ["Mia"])


@pytest.mark.parametrize(
    ("parts", "spaces"),
    [
        ({"statement": " "}, True),
        ({"statement": "x"}, False),
        ({"statement": "x", "target": "many"}, True),
        ({"statement": "x", "due": "2026-02-31"}, True),
    ],
)
async def test_a_groups_goal_that_cannot_be_is_refused_before_anything_is_written(
    parts: dict[str, str], spaces: bool
) -> None:
    teacher = await device(2, "teacher", "Ms A")
    space = await teacher.workspace.new_book("Tom")
    groups = GroupService(teacher.workspace)
    with pytest.raises(ValueError, match=r"needs|not a"):
        await groups.make(parts, [space] if spaces else [])
    assert await groups.pages() == ()
    assert (await teacher.workspace.open_book(space)).reader.goals() == ()


async def test_standing_voices_survive_the_way_there_and_back() -> None:
    mia, book, rec = await book_with_goal()
    dad = await device(3, "family", "Dad")
    await hand_over(mia, book.id, dad)
    (await dad.workspace.open_book(book.id)).goals.agree(rec)
    await hand_over(dad, book.id, mia)
    goal = book.reader.goal(rec)
    assert goal is not None
    assert [one.by for one in standing(goal, book.reader.consents_on(rec))] == ["family"]
    book.goals.change(rec, review="2026-12-01", supports="Dad")
    assert standing(book.reader.goal(rec) or goal, book.reader.consents_on(rec))
    book.goals.change(rec, target="30")
    assert not standing(book.reader.goal(rec) or goal, book.reader.consents_on(rec))
