"""Tests on paper, one rubric for everybody, and skills that are put in and taken out later."""

import pytest

from app.domain.pieces import Piece
from app.domain.points import Points
from app.services.assessing import Judgement
from app.services.open_book import OpenBook
from app.services.portfolio import Capture
from tests.services.devices import device, hand_over


async def learners_book() -> OpenBook:
    return await (await device(1, "learner", "Mia")).own()


async def test_a_test_that_an_adult_writes_down_counts_as_a_piece_of_its_own_kind() -> None:
    mia, teacher = await device(1, "learner", "Mia"), await device(2, "teacher", "Ms R")
    own = await mia.own()
    await hand_over(mia, own.id, teacher)
    there = await teacher.workspace.open_book(own.id)
    rec = await there.portfolio.keep(
        Capture(title="Ratios", competencies=["c1"], points=Points(8, 10), observed=True, look="summative")
    )
    (found,) = there.assessing.of(rec)
    assert (found.kind, found.score, found.most, found.levels) == ("summative", 8, 10, {"c1": 3})
    assert there.reader.artefact(rec).kind == "result"  # type: ignore[union-attr]
    (piece,) = practised(there)
    assert (piece.kind, piece.level, piece.eyes) == ("test", 3, True)


async def test_a_test_that_a_learner_writes_down_waits_for_an_adults_look() -> None:
    own = await learners_book()
    rec = await own.portfolio.keep(Capture(text="Ratios", competencies=["c1"], points=Points(0, 10)))
    (found,) = own.assessing.of(rec)
    assert (found.kind, found.score, found.most, dict(found.levels)) == ("self", 0, 10, {})
    (piece,) = practised(own)
    assert (piece.kind, piece.level) == ("test", 0)


def practised(book: OpenBook) -> tuple[Piece, ...]:
    levels = book.path.levels
    levels.tally(book.catalog)
    return levels.practised("c1")


@pytest.mark.parametrize("points", [Points(11, 10), Points(-1, 10), Points(1, 100_000)])
async def test_points_that_cannot_be_are_refused(points: Points) -> None:
    own = await learners_book()
    rec = await own.portfolio.keep(Capture(text="x", competencies=["c1"]))
    with pytest.raises(ValueError, match="points"):
        own.assessing.judge(rec, Judgement(points=points))


async def test_the_rubric_is_that_of_the_way_then_the_one_used_then_one_for_the_skill() -> None:
    own = await learners_book()
    first, second, *_rest = own.catalog.rubrics()
    skill = first.competencies[0]
    way = own.choosing.propose({"title": "Build it", "competencies": [skill], "rubric": second.id})
    by_way = await own.portfolio.keep(Capture(text="a", competencies=[skill], activity=way))
    used = await own.portfolio.keep(Capture(text="b", competencies=[skill], rubric=second.id, marks={"x": 2}))
    by_skill = await own.portfolio.keep(Capture(text="c", competencies=[skill]))
    nothing = await own.portfolio.keep(Capture(text="d", competencies=["c1"]))
    found = [own.assessing.rubric_of(rec) for rec in (by_way, used, by_skill, nothing)]
    assert [one and one.id for one in found] == [second.id, second.id, first.id, None]
    asked = own.assessing.rubric_for((way,), (skill,))
    assert asked is not None and asked.id == second.id


async def test_a_skill_is_taken_back_by_who_said_it_and_comes_back_with_undo() -> None:
    mia, teacher = await device(1, "learner", "Mia"), await device(2, "teacher", "Ms R")
    own = await mia.own()
    rec = await own.portfolio.keep(Capture(text="x", competencies=["c1", "c2"], sure="growing"))
    own.portfolio.shows(rec, ("c3",))
    await hand_over(mia, own.id, teacher)
    there = await teacher.workspace.open_book(own.id)
    there.portfolio.shows(rec, ("c4",))
    assert there.portfolio.own_skills(rec) == ("c4",)
    assert there.portfolio.take_back(rec, "c1") == ()
    await hand_over(teacher, own.id, mia)
    for skill in ("c1", "c3", "c4"):
        was = own.portfolio.take_back(rec, skill)
        assert bool(was) == (skill != "c4")
        left = set(own.assessing.competencies_of(rec))
        assert left == {"c1", "c2", "c3", "c4"} - ({skill} if was else set())
        own.portfolio.give_back(was)
        assert set(own.assessing.competencies_of(rec)) == {"c1", "c2", "c3", "c4"}
    own.portfolio.take_back(rec, "c1")
    await hand_over(mia, own.id, teacher)
    assert "c1" not in there.assessing.competencies_of(rec)
    assert not there.book.held
