"""Showing in other ways: a voice, a file, what an adult saw; for a way, with one's own view by a rubric."""

import pytest

from app.services.portfolio import MOST_FILE_BYTES
from app.services.ports import Picked
from app.views.state import Shared
from tests.fakes import FakeDevice
from tests.harness import Screen, settle
from tests.views import worlds
from tests.views.opening import app_of, own_book, voice_of


def fake(shared: Shared) -> FakeDevice:
    assert isinstance(shared.device, FakeDevice)
    return shared.device


async def pick(screen: Screen, identifier: str, *files: Picked) -> None:
    result = screen.find(identifier).action.on_picked(files)
    if result is not None:
        await result
    await settle()


async def test_a_voice_is_recorded_heard_again_and_kept() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/capture") as screen:
        await screen.tap("record")
        assert screen.says("Listening")
        await screen.tap("record-stop")
        await screen.tap(voice_of(screen))
        assert fake(shared).played
        await screen.tap("keep")
        (artefact,) = book.reader.artefacts()
        assert artefact.kind == "audio"
        assert artefact.blob is not None and artefact.blob.mime == "audio/webm"


async def test_a_voice_that_is_not_kept_yet_is_a_draft_like_words() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/capture") as screen:
        await screen.tap("record")
        await screen.tap("record-stop")
    async with app_of(shared, "/capture") as screen:
        assert voice_of(screen)
        await screen.tap("drop-attached")
        assert "record" in screen.identifiers()


@pytest.mark.parametrize("why", ["refused", "none", "unavailable"])
async def test_why_nothing_is_recorded_is_said(why: str) -> None:
    shared = await worlds.new_learner()
    fake(shared).microphone = why
    async with app_of(shared, "/capture") as screen:
        await screen.tap("record")
        assert screen.snacks()
        assert "record" in screen.identifiers()


async def test_a_file_is_kept_under_its_name_and_odd_ones_are_refused_in_words() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/capture") as screen:
        await pick(screen, "pick-file", Picked("empty.csv", b""))
        assert "drop-attached" not in screen.identifiers()
        await pick(screen, "pick-file", Picked("big.bin", bytes(MOST_FILE_BYTES + 1)))
        assert "drop-attached" not in screen.identifiers()
        await pick(screen, "pick-file", Picked("my table.csv", b"a,b"))
        assert screen.says("my table.csv")
        await screen.tap("keep")
        (artefact,) = book.reader.artefacts()
        assert artefact.blob is not None
        assert (artefact.kind, artefact.blob.name) == ("file", "my table.csv")


@pytest.mark.parametrize("data", [b"", b"\x89PNG no", b"text"])
async def test_a_photo_that_is_none_is_said_and_the_words_stay(data: bytes) -> None:
    async with app_of(await worlds.new_learner(), "/capture") as screen:
        await screen.write("capture-text", "My words")
        await pick(screen, "pick-photo", Picked("x.jpg", data))
        assert "failed" in screen.identifiers()
        assert screen.find("capture-text").value == "My words"


async def test_showing_a_way_ticks_its_competencies_and_what_helped() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    way = book.choosing.propose({"title": "Build it", "competencies": ["c1", "c2"]})
    book.goals.pen.add(
        "profile", {"kind": "accommodation", "text": "More time", "act": "extra_time", "source": "self"}
    )
    async with app_of(shared, f"/capture/way:{way}") as screen:
        assert screen.says("The way you chose")
        can = "c1"
        await screen.tap(f"can-{can}")
        await screen.tap("helped-extra_time")
        await screen.write("capture-text", "I did it")
        await screen.tap("keep")
        (artefact,) = book.reader.artefacts()
        (piece,) = book.reader.evidence_of(artefact.id)
        assert (piece.activity, piece.competencies, piece.supports) == (way, (can,), ("extra_time",))
        assert book.choosing.in_hand() == ()


async def test_a_rubric_is_marked_in_its_own_words() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rubric = next(one for one in book.catalog.rubrics() if one.competencies and one.criteria)
    criterion = rubric.criteria[0]
    level = criterion.levels[0].level
    async with app_of(shared, f"/capture/for:{rubric.competencies[0]}") as screen:
        await screen.tap(f"mark-{criterion.id}-{level}")
        await screen.write("capture-text", "Look")
        await screen.tap("keep")
        (artefact,) = book.reader.artefacts()
        (piece,) = book.reader.evidence_of(artefact.id)
        assert (piece.rubric, piece.marks) == (rubric.id, {criterion.id: level})
