"""Showing in other ways: a voice, a file, what an adult saw; for a way, with one's own view by a rubric."""

from typing import Any

import pytest

from app.services.kept_here import KeptHere
from app.services.portfolio import MOST_FILE_BYTES
from app.services.ports import Blobs, Picked
from app.views.state import Shared
from tests.fakes import FakeDevice
from tests.harness import Screen, settle, until
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
        await screen.tap("can-c2")  # what the way is for is ticked, and can be taken out
        assert screen.says("What helped me?")  # what was offered is ticked from the first
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


HELPS = (("More time", "extra_time"), ("Breaks", "breaks"))


async def test_what_was_offered_is_written_where_nobody_takes_it_out_and_never_what_stays_here() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    for text, act in HELPS:
        book.profile.keep("accommodation", text, "self", "", act)
    KeptHere(shared.workspace.device_pen, book.id).tell("accommodation", "Read to me", "read_aloud")
    async with app_of(shared, "/capture/for:c1") as screen:
        assert "helped-read_aloud" not in screen.identifiers()
        await screen.tap("helped-breaks")
        await screen.write("capture-text", "I did it")
    async with app_of(shared, "/capture") as screen:  # a draft, so what was taken out stays out
        await screen.tap("keep")
        (artefact,) = book.reader.artefacts()
        (piece,) = book.reader.evidence_of(artefact.id)
        assert piece.supports == ("extra_time",)
        assert screen.says("More time")


async def test_any_skill_is_found_and_one_piece_shows_several() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    first, second = [one for one in book.catalog.competencies() if not book.catalog.children(one.id)][:2]
    async with app_of(shared, "/capture") as screen:
        for one in (first, second):
            if "add-skill" in screen.identifiers():
                await screen.tap("add-skill")
            await screen.write("find-competency", one.code or one.statement)
            await screen.tap(f"shows-{one.id}")
            assert f"shows-{one.id}" not in screen.identifiers()
        await screen.tap(f"can-{first.id}")
        assert f"can-{first.id}" in screen.identifiers()  # unticked, and still there to be ticked
        await screen.tap(f"can-{first.id}")
        await screen.write("find-competency", "no such words anywhere")
        assert screen.says("Nothing was found")
        await screen.write("capture-text", "Look")
        await screen.tap("keep")
        (artefact,) = book.reader.artefacts()
        assert set(book.assessing.competencies_of(artefact.id)) == {first.id, second.id}


async def test_skills_beyond_the_first_are_shown_on_demand() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    skills = [f"c{n}" for n in range(11)]
    way = book.choosing.propose({"title": "Build it", "competencies": skills})
    async with app_of(shared, f"/capture/way:{way}") as screen:
        assert "can-c10" not in screen.identifiers()
        await screen.tap("more-skills")
        await screen.tap("can-c10")
        await screen.write("capture-text", "Look")
        await screen.tap("keep")
        (artefact,) = book.reader.artefacts()
        assert book.assessing.competencies_of(artefact.id) == ("c10",)


async def test_a_learners_test_on_paper_is_kept_and_odd_points_are_answered() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/capture/for:c1") as screen:
        await screen.tap("add-test")
        await screen.write("test-score", "12")
        await screen.write("test-most", "10")
        assert screen.says("more points than the test has")
        await screen.tap("keep")
        assert book.reader.artefacts() == ()
        assert "more points" in screen.snacks()[-1]
        await screen.write("test-score", "8")
        assert "look-formative" not in screen.identifiers()
        await screen.tap("keep")
        (artefact,) = book.reader.artefacts()
        assert (artefact.kind, artefact.title) == ("result", "A test on paper")
        (found,) = book.assessing.of(artefact.id)
        assert (found.score, found.most, found.kind) == (8, 10, "self")
        assert screen.says("Test: 8 of 10 points")
        assert not screen.says("My own view")


async def test_an_adult_writes_down_a_test_and_what_kind_of_look_it_was() -> None:
    shared = await worlds.teacher()
    space = shared.workspace.cards[0].id
    book = await shared.workspace.open_book(space)
    before = {one.id for one in book.reader.artefacts()}
    async with app_of(shared, f"/class/{space}/capture/for:c1") as screen:
        await screen.tap("add-test")
        await screen.write("test-score", "5")
        await screen.write("test-most", "10")
        assert screen.says("These points together say")
        await screen.tap("look-diagnostic")
        await screen.tap("keep")
        (rec,) = {one.id for one in book.reader.artefacts()} - before
        (found,) = book.assessing.of(rec)
        assert (found.by, found.kind, found.levels) == ("teacher", "diagnostic", {"c1": 2})
        assert screen.says("To see where we start")


class BrokenBlobs:
    """Photos and files that cannot be read for some time."""

    def __init__(self, blobs: Blobs) -> None:
        self.blobs, self.broken, self.empty = blobs, True, False

    async def get(self, name: str) -> bytes | None:
        if self.broken:
            raise OSError("the disk does not answer")
        return None if self.empty else await self.blobs.get(name)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.blobs, name)


async def drafted(shared: Shared) -> BrokenBlobs:
    """A draft with a photo, on a device that cannot read it now."""
    async with app_of(shared, "/capture") as screen:
        await screen.write("capture-text", "My words")
        await pick(screen, "pick-photo", Picked("x.jpg", worlds.photo()))
        await until(lambda: "drop-photo" in screen.identifiers())
    blobs = BrokenBlobs(shared.workspace.blobs)
    shared.workspace.blobs = blobs  # type: ignore[assignment]
    return blobs


async def test_a_drafts_photo_that_cannot_be_read_is_told_and_not_let_go() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    blobs = await drafted(shared)
    async with app_of(shared, "/capture") as screen:
        assert screen.says("could not be read just now")
        await screen.tap("keep")
        assert book.reader.artefacts() == ()
        assert "not here yet" in screen.snacks()[-1]
        blobs.broken = False
        await screen.tap("retry")
        await until(lambda: "drop-photo" in screen.identifiers())
        await screen.tap("keep")
        (artefact,) = book.reader.artefacts()
        assert artefact.kind == "photo"


async def test_a_drafts_photo_that_is_gone_is_taken_out_and_the_words_are_kept() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    blobs = await drafted(shared)
    blobs.broken, blobs.empty = False, True
    async with app_of(shared, "/capture") as screen:
        assert screen.says("not on this device any more")
        await screen.tap("drop-held")
        assert "pick-photo" in screen.identifiers()
        await screen.tap("keep")
        (artefact,) = book.reader.artefacts()
        assert (artefact.kind, artefact.text) == ("words", "My words")
