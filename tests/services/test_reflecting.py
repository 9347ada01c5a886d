"""Thoughts are kept in words, faces and voices; shelves hold works with why; a visitor sees what they may."""

import pytest

from app.services.portfolio import Capture
from app.services.ports import Sound
from app.services.reflecting import Told
from app.services.writing import Pen
from app.sync.keeping import StorageFull
from tests.services.devices import device, hand_over

VOICE = Sound(b"hello" * 30, "audio/webm;codecs=opus", 4)


async def test_a_voice_a_face_and_words_are_one_thought_in_one_commit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = await (await device(1, "learner", "Mia")).own()
    commits: list[int] = []
    commit = Pen.commit
    monkeypatch.setattr(Pen, "commit", lambda pen, edits: commits.append(len(edits)) or commit(pen, edits))
    goal = own.goals.write(statement="Swim 25 metres")
    commits.clear()
    told = Told("goal_reached", goal, "goals", "goal_reached.how", " I  counted. ", 4, VOICE)
    rec = await own.reflecting.keep(told)
    assert commits == [1]
    (found,) = own.reader.reflections_on(goal)
    assert (found.id, found.face, found.moment, found.prompt) == (rec, 4, "goal_reached", "goal_reached.how")
    assert found.text == "I  counted."
    assert found.blob is not None
    assert found.blob.mime == "audio/webm"
    assert await own.reflecting.listen(found.blob) == VOICE.data


async def test_a_voice_reaches_the_teacher_with_the_thought() -> None:
    mia, teacher = await device(1, "learner", "Mia"), await device(2, "teacher", "Ms R")
    own = await mia.own()
    await own.reflecting.keep(Told("any", sound=VOICE))
    await hand_over(mia, own.id, teacher)
    there = await teacher.workspace.open_book(own.id)
    (thought,) = there.reflecting.thoughts()
    assert thought.blob is not None
    assert await there.reflecting.listen(thought.blob) == VOICE.data


async def test_the_saddest_face_alone_is_a_thought_and_nothing_is_none() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    before = own.book.vector
    assert await own.reflecting.keep(Told(text="  \n ")) == ""
    assert own.book.vector == before
    assert await own.reflecting.keep(Told(face=0))
    assert [one.face for one in own.reader.reflections()] == [0]


@pytest.mark.parametrize("told", [Told("breakfast", text="x"), Told(face=5), Told(face=-1)])
async def test_what_is_no_moment_or_face_is_refused_and_nothing_is_written(told: Told) -> None:
    own = await (await device(1, "learner", "Mia")).own()
    before = own.book.vector
    with pytest.raises(ValueError, match=r"moment|face"):
        await own.reflecting.keep(told)
    assert own.book.vector == before


async def test_a_full_device_keeps_nothing_of_a_spoken_thought(monkeypatch: pytest.MonkeyPatch) -> None:
    own = await (await device(1, "learner", "Mia")).own()

    async def full(data: bytes) -> str:
        raise StorageFull("no room")

    monkeypatch.setattr(own.reflecting.blobs, "put", full)
    with pytest.raises(StorageFull):
        await own.reflecting.keep(Told(text="Words", sound=VOICE))
    assert own.reader.reflections() == ()
    assert await own.reflecting.keep(Told(text="Words"))


async def test_the_question_fits_what_happened_and_is_another_one_next_time() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    goal = own.goals.write(statement="Swim 25 metres")
    own.goals.check_in(goal, "stuck", 1)
    first = own.reflecting.question("goal_reached", "goals", goal)
    assert first == "goal_reached.through"
    offered = own.reflecting.question("goal_reached", "goals", goal, [first])
    assert offered != first
    await own.reflecting.keep(Told("goal_reached", goal, "goals", first, "I asked."))
    assert own.reflecting.question("goal_reached", "goals", goal) == offered


async def test_a_piece_looks_back_at_the_goals_it_is_shown_for() -> None:
    own = await (await device(1, "learner", "Mia")).own()
    await own.reflecting.keep(Told("after_evidence", text="not the first time"))
    goal = own.goals.write(statement="Swim 25 metres")
    rec = await own.portfolio.keep(Capture(text="10 metres", goals=[goal]))
    assert own.reflecting.question("after_evidence", "artefacts", rec) == "after_evidence.hard"
    rec = await own.portfolio.keep(Capture(text="15 metres", goals=[goal]))
    assert own.reflecting.question("after_evidence", "artefacts", rec) == "after_evidence.better"


async def test_the_week_looks_back_at_this_weeks_check_ins_only() -> None:
    mia = await device(1, "learner", "Mia")
    own = await mia.own()
    goal = own.goals.write(statement="Swim 25 metres")
    own.goals.check_in(goal, "stuck", 1)
    assert own.reflecting.question("week_end") == "week_end.not_yet"
    mia.clock.days(7)
    assert own.reflecting.question("week_end") == "week_end.kept_trying"


async def test_one_has_looked_back_once_a_thought_of_that_moment_is_there() -> None:
    mia = await device(1, "learner", "Mia")
    own = await mia.own()
    await own.reflecting.keep(Told("stuck", "g1", "goals", text="x"))
    later = mia.clock()
    looked = [own.reflecting.looked_back(moment, "g1") for moment in ("stuck", "goal_missed")]
    assert looked == [True, False]
    assert not own.reflecting.looked_back("stuck", "g1", since=later)
