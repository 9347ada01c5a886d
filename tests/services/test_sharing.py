"""A book goes to the teacher and comes back; bad files change nothing."""

import json
from collections.abc import AsyncIterator

import pytest

from app.domain.goal_life import fallen
from app.services.portfolio import Capture
from app.services.workspace import OpenBook
from app.sync.vector import state_digest
from tests.samples.hostile import corpus
from tests.services.devices import PICTURE, DeviceUnderTest, device, hand_over

HOSTILE = corpus()


@pytest.fixture
async def mia() -> AsyncIterator[DeviceUnderTest]:
    made = await device(1, "learner", "Mia")
    book = await made.own()
    book.profile.tell("interest", "football")
    goal = book.goals.write(statement="Explain ratios to my sister", due="2026-12-12")
    capture = Capture(title="Same green, twice", picture=PICTURE, goals=[goal], reflection="It worked!")
    await book.portfolio.keep(capture)
    yield made
    await made.workspace.close()


@pytest.fixture
async def teacher() -> AsyncIterator[DeviceUnderTest]:
    made = await device(2, "teacher", "Ms Adeyemi")
    yield made
    await made.workspace.close()


async def opened(there: DeviceUnderTest, space: str) -> OpenBook:
    return await there.workspace.open_book(space)


async def everything(there: DeviceUnderTest) -> str:
    """The digest of all that a device holds, its own book included."""
    books = [there.workspace.device]
    spaces = sorted(await there.workspace.shelf.spaces())
    books += [await there.workspace.shelf.open(space) for space in spaces]
    return "|".join(f"{book.id}:{state_digest(book.vector)}" for book in books)


async def test_the_whole_way_to_the_teacher_and_back(mia: DeviceUnderTest, teacher: DeviceUnderTest) -> None:
    own = await mia.own()
    (goal,), (artefact,) = own.reader.goals(), own.reader.artefacts()
    file = await mia.workspace.share.export(own.book)
    look = await teacher.workspace.share.look(file.name, file.data)
    assert (look.name, look.sender_role, look.fresh, look.blobs) == ("Mia", "learner", True, 1)
    assert look.difference is not None
    added = dict(look.difference.added)
    assert {name: added[name] for name in ("goals", "artefacts", "evidence", "reflections")} == {
        "goals": 1,
        "artefacts": 1,
        "evidence": 1,
        "reflections": 1,
    }
    assert teacher.workspace.cards == ()
    await teacher.workspace.share.take_in([look])
    (card,) = teacher.workspace.cards
    assert card.name == "Mia"
    (row,) = (await teacher.workspace.classroom.page()).see_first
    assert row.reasons[0].code == "waiting"

    hers = await opened(teacher, card.id)
    assert await hers.portfolio.photo(hers.reader.artefacts()[0]) == PICTURE.data
    hers.portfolio.answer(artefact.id, "artefacts", "question", "What would happen with three cups?")
    hers.goals.agree(goal.id)
    own.goals.change(goal.id, reason="Because we cook together")  # both go on meanwhile
    await hand_over(teacher, card.id, mia)

    (voice,) = own.reader.feedback_on(artefact.id)
    assert (voice.text, voice.by) == ("What would happen with three cups?", "teacher")
    assert own.reader.person(voice.who).name == "Ms Adeyemi"
    after = own.reader.goal(goal.id)
    assert after is not None
    voices = own.reader.consents_on(goal.id)
    assert own.reader.person(voices[0].who).name == "Ms Adeyemi"
    assert after.reason == "Because we cook together"
    assert fallen(after, voices)  # the words are others than those agreed to
    assert own.today.page().offered.code == "answer"
    (seen,) = mia.workspace.share.status(own.book).seen
    assert seen[:2] == ("Ms Adeyemi", "teacher")
    assert seen[2] > 0


async def test_two_answers_to_one_field_are_both_kept_until_somebody_chooses(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    own = await mia.own()
    (goal,) = own.reader.goals()
    await hand_over(mia, own.id, teacher)
    hers = await opened(teacher, own.id)
    hers.goals.change(goal.id, due="2026-12-19")
    own.goals.change(goal.id, due="2026-12-05")
    file = await teacher.workspace.share.export(hers.book)
    look = await mia.workspace.share.look(file.name, file.data)
    assert look.difference is not None
    assert look.difference.both == (("goals", goal.id, "due"),)
    await mia.workspace.share.take_in([look])
    both = own.reader.goal(goal.id)
    assert both is not None
    assert both.due == "2026-12-05"  # the learner's own is shown first
    assert {version.value for version in both.versions["due"]} == {"2026-12-05", "2026-12-19"}
    own.goals.choose(goal.id, "due", "2026-12-19")
    settled = own.reader.goal(goal.id)
    assert settled is not None
    assert (settled.due, settled.versions) == ("2026-12-19", {})


async def test_the_same_file_twice_changes_nothing(mia: DeviceUnderTest, teacher: DeviceUnderTest) -> None:
    own = await mia.own()
    data = await hand_over(mia, own.id, teacher)
    before = await everything(teacher)
    again = await teacher.workspace.share.look("again.json", data)
    assert again.known
    assert await teacher.workspace.share.take_in([again]) == []
    assert await everything(teacher) == before
    other_layout = json.dumps(json.loads(data), indent=1).encode()
    known = await teacher.workspace.share.look("again.json", other_layout)
    assert known.known
    await teacher.workspace.share.take_in([known])
    assert await everything(teacher) == before


async def test_undo_takes_a_new_book_away_again(mia: DeviceUnderTest, teacher: DeviceUnderTest) -> None:
    own = await mia.own()
    file = await mia.workspace.share.export(own.book)
    look = await teacher.workspace.share.look(file.name, file.data)
    await teacher.workspace.share.take_in([look])
    await teacher.workspace.share.undo([look])
    assert teacher.workspace.cards == ()
    assert await teacher.workspace.shelf.spaces() == []
    again = await teacher.workspace.share.look(file.name, file.data)
    assert not again.known
    await teacher.workspace.share.take_in([again])
    assert [card.name for card in teacher.workspace.cards] == ["Mia"]


async def test_undo_takes_changes_back_and_only_those(mia: DeviceUnderTest, teacher: DeviceUnderTest) -> None:
    own = await mia.own()
    await hand_over(mia, own.id, teacher)
    before = (await opened(teacher, own.id)).reader.goals()
    own.goals.write(statement="A film about bees")
    file = await mia.workspace.share.export(own.book)
    look = await teacher.workspace.share.look(file.name, file.data)
    await teacher.workspace.share.take_in([look])
    assert len((await opened(teacher, own.id)).reader.goals()) == 2
    await teacher.workspace.share.undo([look])
    assert (await opened(teacher, own.id)).reader.goals() == before


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_file_changes_nothing(name: str, mia: DeviceUnderTest) -> None:
    before = await everything(mia)
    look = await mia.workspace.share.look(name, HOSTILE[name][0])
    assert look.refusal is not None
    assert await mia.workspace.share.take_in([look]) == []
    assert await everything(mia) == before


async def test_everything_is_there_after_a_restart(mia: DeviceUnderTest) -> None:
    own = await mia.own()
    before = (own.reader.goals(), own.reader.artefacts(), own.reader.entries("interest"))
    await mia.restart()
    again = await mia.own()
    assert (again.reader.goals(), again.reader.artefacts(), again.reader.entries("interest")) == before
    assert await again.portfolio.photo(again.reader.artefacts()[0]) == PICTURE.data


async def test_a_fork_is_refused_in_words(mia: DeviceUnderTest, teacher: DeviceUnderTest) -> None:
    own = await mia.own()
    await hand_over(mia, own.id, teacher)
    hers = await opened(teacher, own.id)
    file = await teacher.workspace.share.export(hers.book)
    forked = json.loads(file.data)
    twin = forked["ops"][-1]
    assert twin["id"]
    # the same replica wrote something else under the id of its last op
    from tests.samples.hostile import seal

    learner_ops = [op for op in forked["ops"] if op["by"] == "learner"]
    learner_ops[-1]["wall"] += 1
    look = await mia.workspace.share.look("fork.json", seal(forked))
    assert look.refusal is not None
    assert look.refusal.code == "fork"


async def test_two_files_of_one_book_in_one_batch_are_both_taken_in(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    own = await mia.own()
    first = await mia.workspace.share.export(own.book)
    own.goals.write(statement="A film about bees")
    second = await mia.workspace.share.export(own.book)
    looks = [await teacher.workspace.share.look(file.name, file.data) for file in (second, first)]
    await teacher.workspace.share.take_in(looks)
    hers = await opened(teacher, own.id)
    assert len(hers.reader.goals()) == 2
    assert state_digest(hers.book.vector) == state_digest(own.book.vector)
