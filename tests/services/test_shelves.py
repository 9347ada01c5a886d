"""Shelves hold works with why; a visitor sees what they may."""

import pytest

from app.domain.learning import Shelf
from app.services.open_book import OpenBook
from app.services.portfolio import Capture
from tests.services.devices import device, hand_over


async def two_works(own: OpenBook) -> tuple[str, str, str]:
    goal = own.goals.write(statement="Swim 25 metres")
    one = await own.portfolio.keep(Capture(text="10 metres", goals=[goal]))
    other = await own.portfolio.keep(Capture(text="A drawing"))
    return goal, one, other


async def test_a_shelf_of_ones_own_is_made_filled_named_and_taken_away() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    _goal, one, other = await two_works(own)
    assert own.shelves.make("  ") == ""
    rec = own.shelves.make("For grandma", "She likes water")
    assert own.shelves.put(rec, other)
    assert own.shelves.put(rec, one)
    own.shelves.rename(rec, "For my grandma")
    page = own.shelves.page("own", rec)
    assert page is not None
    assert (page.title, page.why) == ("For my grandma", "She likes water")
    assert [work.id for work in page.works] == [other, one]
    own.shelves.put(rec, other, on=False)
    own.shelves.drop(rec)
    assert own.shelves.page("own", rec) is None
    assert not own.shelves.put(rec, one)
    own.shelves.bring_back(rec)
    page = own.shelves.page("own", rec)
    assert page is not None
    assert [work.id for work in page.works] == [one]


async def test_a_shelf_holds_only_so_much_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.shelves.MOST_WORKS", 1)
    own = await (await device(1, "learner", "Mia")).own()
    _goal, one, other = await two_works(own)
    rec = own.shelves.make("Small")
    assert [own.shelves.put(rec, one), own.shelves.put(rec, other)] == [True, False]


async def test_why_of_a_goals_works_is_one_record_on_all_devices_and_two_versions_are_both_there() -> None:
    mia, teacher = await device(1, "learner", "Mia"), await device(2, "teacher", "Ms R")
    own = await mia.own()
    goal, one, _other = await two_works(own)
    await hand_over(mia, own.id, teacher)
    there = await teacher.workspace.open_book(own.id)
    there.shelves.say_why("goal", goal, "All about water")
    own.shelves.say_why("goal", goal, "How I learned it")
    await hand_over(teacher, own.id, mia)
    (shelf,) = own.reader.every(Shelf, "shelves")
    assert {one.value for one in shelf.versions["why"]} == {"All about water", "How I learned it"}
    page = own.shelves.page("goal", goal)
    assert page is not None
    assert (page.why, [work.id for work in page.works]) == ("How I learned it", [one])


async def test_what_is_no_shelf_is_none_and_an_empty_best_is_one_to_fill() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    assert [own.shelves.page(kind, "gone") for kind in ("goal", "own", "time", "nonsense")] == [None] * 4
    own.shelves.say_why("own", "gone", "words for nothing")
    assert own.shelves.page("best") is not None
    with pytest.raises(ValueError, match="nonsense"):
        own.shelves.say_why("nonsense", "", "x")
    assert own.reader.every(Shelf, "shelves") == ()


async def test_best_work_says_why_and_keeps_the_words_when_the_star_goes() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    _goal, one, _other = await two_works(own)
    own.portfolio.choose_best(one, True)
    own.shelves.say_why_best(one, " I kept going. ")
    assert [slide.why for slide in own.shelves.slides("best")] == ["I kept going."]
    own.portfolio.choose_best(one, False)
    assert own.shelves.slides("best") == ()
    own.portfolio.choose_best(one, True)
    assert [slide.why for slide in own.shelves.slides("best")] == ["I kept going."]


async def test_a_visitor_reads_goals_and_skills_in_words_and_voices_only_where_wanted() -> None:
    mia, teacher = await device(1, "learner", "Mia"), await device(2, "teacher", "Ms R")
    own = await mia.own()
    goal, one, _other = await two_works(own)
    await hand_over(mia, own.id, teacher)
    there = await teacher.workspace.open_book(own.id)
    there.portfolio.answer(one, "artefacts", "well_done", "You kept going.")
    there.portfolio.answer(one, "artefacts", "next_step", "Breathe out more.")
    await hand_over(teacher, own.id, mia)
    (slide,) = own.shelves.slides("goal", goal)
    assert (slide.shows, slide.voices) == (("Swim 25 metres",), ())
    (slide,) = own.shelves.slides("goal", goal, voices=True)
    assert [said.text for said in slide.voices] == ["You kept going."]
    assert len(own.shelves.slides("time", own.shelves.groups("time")[0].about)) == 2


async def test_every_collection_has_its_own_why() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    goal, one, _other = await two_works(own)
    other = own.goals.write(statement="Draw a horse")
    own.portfolio.show_for(one, other)
    own.shelves.say_why("goal", goal, "Water")
    own.shelves.say_why("goal", other, "Horses")
    pages = [own.shelves.page("goal", rec) for rec in (goal, other)]
    assert [page.why for page in pages if page] == ["Water", "Horses"]


async def test_what_a_grown_up_saw_is_no_slide_before_the_learner_wants_voices() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    goal = own.goals.write(statement="Swim 25 metres")
    await own.portfolio.keep(Capture(text="She was afraid of the deep end.", goals=[goal], observed=True))
    assert own.shelves.slides("goal", goal) == ()
    assert len(own.shelves.slides("goal", goal, voices=True)) == 1
