"""Versions are settled when somebody chooses, never by accident; what is brought back is as it was."""

import pytest

from app.domain.models import Goal
from app.services.portfolio import Capture
from app.services.workspace import OpenBook
from tests.services.devices import PICTURE, DeviceUnderTest, device, hand_over


async def apart() -> tuple[DeviceUnderTest, OpenBook, DeviceUnderTest, OpenBook]:
    """Mia's book on her device and on her teacher's, the same on both."""
    mia, teacher = await device(1, "learner", "Mia"), await device(2, "teacher", "T")
    own = await mia.own()
    own.goals.write(statement="Read", measure="m0")
    await own.portfolio.keep(Capture(title="t0", text="x0", picture=PICTURE))
    own.profile.tell("interest", "bees")
    await hand_over(mia, own.id, teacher)
    return mia, own, teacher, await teacher.workspace.open_book(own.id)


def only(book: OpenBook) -> Goal:
    (goal,) = book.reader.goals()
    return goal


async def test_saying_the_shown_words_again_does_not_settle_versions() -> None:
    mia, own, teacher, hers = await apart()
    own.goals.change(only(own).id, measure="child's")
    hers.goals.change(only(hers).id, measure="teacher's")
    await hand_over(teacher, own.id, mia)
    goal = only(own)
    own.goals.change(goal.id, statement=goal.statement, measure=goal.measure, due="2026-12-01")
    assert {one.value for one in only(own).versions["measure"]} == {"child's", "teacher's"}
    own.goals.choose(goal.id, "measure", goal.measure)
    assert (only(own).versions, only(own).measure) == ({}, "child's")


async def test_every_kind_of_record_is_settled_by_choosing() -> None:
    mia, own, teacher, hers = await apart()
    rec, entry = own.reader.artefacts()[0].id, own.reader.entries("interest")[0].id
    for book, said in ((own, "mine"), (hers, "hers")):
        book.portfolio.retitle(rec, said, said)
        book.profile.reword(entry, said)
        book.profile.introduce(said, "sun")
    await hand_over(teacher, own.id, mia)
    own.portfolio.choose(rec, "title", "hers")
    own.settle("artefacts", rec, "text", "mine")
    own.profile.choose(entry, "text", "mine")
    own.profile.choose("me", "name", "hers")
    artefact = own.reader.artefact(rec)
    assert artefact is not None
    assert (artefact.title, artefact.text, artefact.versions) == ("hers", "mine", {})
    assert own.reader.entries("interest")[0].versions == {}
    learner = own.reader.learner()
    assert (learner.name, learner.versions.get("name")) == ("hers", None)


async def test_two_who_agree_are_two_voices_and_no_two_versions() -> None:
    mia, own, teacher, hers = await apart()
    dad = await device(3, "family", "Dad")
    await hand_over(mia, own.id, dad)
    his = await dad.workspace.open_book(own.id)
    for book in (hers, his):
        book.goals.agree(only(book).id)
    await hand_over(dad, own.id, mia)
    await hand_over(teacher, own.id, mia)
    voices = own.reader.consents_on(only(own).id)
    assert {one.by for one in voices} == {"teacher", "family"}
    assert "agreed" not in only(own).versions


async def test_what_is_brought_back_is_as_it_was() -> None:
    _mia, own, _teacher, _hers = await apart()
    (artefact,), goal = own.reader.artefacts(), only(own)
    (entry,) = own.reader.entries("interest")
    own.portfolio.choose_best(artefact.id, best=True)
    own.goals.move(goal.id, "achieved")
    own.portfolio.drop(artefact.id)
    own.goals.drop(goal.id)
    own.profile.drop(entry.id)
    assert (own.reader.artefacts(), own.reader.goals(), own.reader.entries("interest")) == ((), (), ())
    own.portfolio.bring_back(artefact.id)
    own.goals.bring_back(goal.id)
    own.profile.bring_back(entry.id, "bees")
    assert own.reader.artefacts()[0].best
    assert only(own).state == "achieved"
    assert [e.text for e in own.reader.entries("interest")] == ["bees"]


@pytest.mark.parametrize("shown", [True, False])
async def test_bringing_back_what_is_not_gone_changes_nothing(shown: bool) -> None:
    _mia, own, _teacher, _hers = await apart()
    before = own.book.vector
    own.goals.bring_back(only(own).id if shown else "never-was")
    assert own.book.vector == before


async def test_a_goal_with_two_versions_comes_back_with_both() -> None:
    mia, own, teacher, hers = await apart()
    own.goals.change(only(own).id, baseline="child's")
    hers.goals.change(only(hers).id, baseline="teacher's")
    await hand_over(teacher, own.id, mia)
    goal = only(own)
    own.goals.drop(goal.id)
    own.goals.bring_back(goal.id)
    assert {one.value for one in only(own).versions["baseline"]} == {"child's", "teacher's"}
