"""Choosing a way: picked once, swapped in one step, one's own, and readable on every device."""

from app.domain.learning import Choice
from app.domain.library import Activity
from app.services.workspace import OpenBook
from tests.services.devices import device, hand_over

OWN = {"title": "Build a marble run", "modality": "make", "minutes": 30}


def first_two(book: OpenBook) -> tuple[Activity, Activity]:
    """Two ways to one competency, from what the app brings with it or from the book's own."""
    one = book.choosing.propose({**OWN, "competencies": ["c1"]})
    other = book.choosing.propose({**OWN, "title": "Draw it", "competencies": ["c1"]})
    for choice in book.choosing.in_hand():
        book.choosing.leave(choice.id)
    found = [book.catalog.activity(rec) for rec in (one, other)]
    assert all(found)
    return found[0], found[1]  # type: ignore[return-value]


async def test_a_way_is_picked_once_however_often_it_is_tapped() -> None:
    book = await (await device(1, "learner", "Mia")).own()
    one, _other = first_two(book)
    rec = book.choosing.choose(one.id)
    assert book.choosing.choose(one.id) == rec
    assert [choice.activity for choice in book.choosing.in_hand()] == [one.id]


async def test_swapping_leaves_one_and_picks_the_other_in_one_step() -> None:
    book = await (await device(1, "learner", "Mia")).own()
    one, other = first_two(book)
    rec = book.choosing.choose(one.id, board="b")
    before = dict(book.book.vector)
    new = book.choosing.swap(rec, other.id, "too loud")
    assert [choice.id for choice in book.choosing.in_hand()] == [new]
    left = book.reader.one(Choice, "choices", rec)
    assert left is not None and (left.state, left.why) == ("left", "too loud")
    picked = book.reader.one(Choice, "choices", new)
    assert picked is not None and (picked.activity, picked.board) == (other.id, "b")
    assert before != book.book.vector


async def test_swapping_for_what_is_in_hand_already_picks_nothing_twice() -> None:
    book = await (await device(1, "learner", "Mia")).own()
    one, other = first_two(book)
    rec, second = book.choosing.choose(one.id), book.choosing.choose(other.id)
    assert book.choosing.swap(rec, other.id) == second
    assert [choice.id for choice in book.choosing.in_hand()] == [second]


async def test_a_swap_is_taken_back_in_one_step_and_leaves_no_trace() -> None:
    book = await (await device(1, "learner", "Mia")).own()
    one, other = first_two(book)
    before = book.choosing.choices()
    rec = book.choosing.choose(one.id, board="b")
    book.choosing.start(rec)
    was = book.choosing.of(one.id)
    assert was is not None
    new = book.choosing.swap(rec, other.id, "too loud")
    book.choosing.swap_back(was, new)
    back = book.choosing.of(one.id)
    assert back is not None and (back.state, back.why, back.board) == ("started", "", "b")
    assert {choice.id for choice in book.choosing.choices()} == {*(one.id for one in before), rec}
    book.choosing.unchoose(rec)
    assert book.choosing.choices() == before


async def test_a_template_is_never_picked_with_an_empty_gap() -> None:
    book = await (await device(1, "learner", "Mia")).own()
    way = next(one for one in book.catalog.activities() if one.template)
    one, _other = first_two(book)
    for liked, words in (("", "it"), ("  ants ", "ants")):
        new = book.choosing.swap(book.choosing.choose(one.id), way.id, interest=liked, otherwise="it")
        choice = book.reader.one(Choice, "choices", new)
        assert choice is not None and words in choice.title and "{interest}" not in choice.title
        book.choosing.leave(new)


async def test_an_own_way_needs_a_name_and_is_chosen_at_once() -> None:
    book = await (await device(1, "learner", "Mia")).own()
    assert book.choosing.propose({**OWN, "title": "  "}) == ""
    rec = book.choosing.propose(OWN)
    found = book.catalog.activity(rec)
    assert found is not None and (found.title, found.by) == ("Build a marble run", "learner")
    (choice,) = book.choosing.in_hand()
    assert (choice.activity, choice.title) == (rec, "Build a marble run")


async def test_what_is_not_there_cannot_be_chosen() -> None:
    book = await (await device(1, "learner", "Mia")).own()
    assert book.choosing.choose("nothing") == ""
    assert book.choosing.swap("nothing", "nothing") == ""
    assert book.choosing.choices() == ()


async def test_a_book_shows_its_ways_where_no_library_is() -> None:
    mia, dad = await device(1, "learner", "Mia"), await device(2, "family", "Dad")
    own = await mia.own()
    rec = own.choosing.propose({**OWN, "competencies": ["c1"]})
    await hand_over(mia, own.id, dad)
    there = await dad.workspace.open_book(own.id)
    found = there.catalog.activity(rec)
    assert found is not None and found.title == "Build a marble run"
    assert there.choosing.of(rec) is not None


async def test_done_and_left_are_taken_back() -> None:
    book = await (await device(1, "learner", "Mia")).own()
    one, _other = first_two(book)
    rec = book.choosing.choose(one.id)
    book.choosing.start(rec)
    book.choosing.done(rec)
    assert book.choosing.of(one.id) is None
    book.choosing.again(rec)
    book.choosing.leave(rec, "later")
    assert book.choosing.of(one.id) is None
