"""What a file brings is asked of the book, never of a note; and undo takes back what it says."""

from collections.abc import AsyncIterator

import pytest

from app.services.portfolio import Capture
from app.services.sharing import ExportFile
from tests.services.devices import PICTURE, DeviceUnderTest, device, hand_over


@pytest.fixture
async def mia() -> AsyncIterator[DeviceUnderTest]:
    made = await device(1, "learner", "Mia")
    yield made
    await made.workspace.close()


@pytest.fixture
async def teacher() -> AsyncIterator[DeviceUnderTest]:
    made = await device(2, "teacher", "Ms Adeyemi")
    yield made
    await made.workspace.close()


async def shown(giver: DeviceUnderTest, text: str) -> ExportFile:
    """One piece more, and the file that holds it."""
    own = await giver.own()
    await own.portfolio.keep(Capture(text=text))
    return await giver.workspace.share.export(own.book)


async def texts(there: DeviceUnderTest, space: str) -> set[str]:
    return {a.text for a in (await there.workspace.open_book(space)).reader.artefacts()}


async def test_two_files_of_a_new_book_are_both_taken_back(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    files = [await shown(mia, text) for text in ("Monday", "Tuesday")]
    share = teacher.workspace.share
    taken = await share.take_in([await share.look(file.name, file.data) for file in files])
    undone = await share.undo(taken)
    assert [intake.file for intake in undone] == [files[1].name, files[0].name]
    assert (teacher.workspace.cards, await teacher.workspace.shelf.spaces()) == ((), [])
    for file in files:
        assert not (await share.look(file.name, file.data)).known
    assert await share.undo(taken) == ()


async def test_two_files_of_a_book_that_is_here_are_both_taken_back(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    space = (await mia.own()).id
    first = await shown(mia, "Monday")
    share = teacher.workspace.share
    await share.take_in([await share.look(first.name, first.data)])
    files = [await shown(mia, text) for text in ("Tuesday", "Wednesday")]
    taken = await share.take_in([await share.look(file.name, file.data) for file in files])
    assert await texts(teacher, space) == {"Monday", "Tuesday", "Wednesday"}
    assert len(await share.undo(taken)) == 2
    assert await texts(teacher, space) == {"Monday"}
    notes = {doc["id"]: doc["undone"] for doc in teacher.workspace.device.all("taken")}
    assert sorted(notes.values()) == [False, True, True]
    assert (await share.look(first.name, first.data)).known


async def test_what_was_written_since_keeps_a_file_from_being_taken_back(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    space = (await mia.own()).id
    file = await shown(mia, "Monday")
    share = teacher.workspace.share
    taken = await share.take_in([await share.look(file.name, file.data)])
    hers = await teacher.workspace.open_book(space)
    hers.goals.write(statement="Read")
    assert await share.undo(taken) == ()
    assert await texts(teacher, space) == {"Monday"}
    assert [card.name for card in teacher.workspace.cards] == ["Mia"]
    (note,) = teacher.workspace.device.all("taken")
    assert not note["undone"]


async def test_a_file_is_not_known_where_the_undo_was_not_noted(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    space = (await mia.own()).id
    await hand_over(mia, space, teacher)
    file = await shown(mia, "Monday")
    share = teacher.workspace.share
    await share.take_in([await share.look(file.name, file.data)])
    (await teacher.workspace.open_book(space)).book.undo()  # and the device stops here
    look = await share.look(file.name, file.data)
    assert not look.known
    await share.take_in([look])
    assert await texts(teacher, space) == {"Monday"}


async def test_a_file_is_not_known_where_its_book_was_lost(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    space = (await mia.own()).id
    file = await shown(mia, "Monday")
    share = teacher.workspace.share
    await share.take_in([await share.look(file.name, file.data)])
    await teacher.workspace.shelf.discard(space)
    look = await share.look(file.name, file.data)
    assert (look.known, look.fresh) == (False, True)


async def test_a_damaged_book_is_mended_by_the_file_it_was_taken_from(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    space = (await mia.own()).id
    file = await shown(mia, "Monday")
    await teacher.workspace.share.take_in([await teacher.workspace.share.look(file.name, file.data)])
    await teacher.workspace.close()
    folder = await (await teacher.folder.folder("spaces")).folder(space)
    journal = bytearray(folder.bytes_of("journal"))
    journal[-40] ^= 1
    folder.put("journal", bytes(journal))
    share = (await teacher.start()).share
    assert await texts(teacher, space) == set()
    look = await share.look(file.name, file.data)
    assert not look.known
    await share.take_in([look])
    assert await texts(teacher, space) == {"Monday"}


async def test_a_photo_that_was_missing_comes_with_a_later_file(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    own = await mia.own()
    rec = await own.portfolio.keep(Capture(text="x", picture=PICTURE))
    artefact = own.reader.artefact(rec)
    assert artefact is not None
    assert artefact.blob is not None
    whole = await mia.workspace.share.export(own.book)
    await mia.workspace.blobs.remove(artefact.blob.sha256)
    bare = await mia.workspace.share.export(own.book)
    heard: list[dict[str, frozenset[str]]] = []
    teacher.workspace.announcer.subscribe(lambda space, what: heard.append(dict(what)))
    for there, came in ((teacher, 1), (mia, 0)):
        share = there.workspace.share
        if came:
            first = await share.look(bare.name, bare.data)
            assert (first.blobs, first.missing) == (0, 1)
            await share.take_in([first])
        look = await share.look(whole.name, whole.data)
        assert (look.known, look.new_blobs, look.missing) == (False, 1, 0)
        assert await share.take_in([look]) == [look]
        assert await there.workspace.blobs.get(artefact.blob.sha256) == PICTURE.data
        again = await share.look(whole.name, whole.data)
        assert (again.known, again.checked) == (True, None)  # known without being read again
        assert (await share.look(bare.name, bare.data)).known
    assert {"artefacts": frozenset({rec})} in heard
