"""The shelf keeps books apart: by folder, by kind, and when one of them is broken."""

import asyncio
import random
from pathlib import Path

import pytest

from app.storage.journal import SPACE, JournalNewer, frame
from app.storage.memory import MemoryFolder
from app.storage.osfile import OsFolder
from app.storage.shelf import FolderShelf
from app.sync.keeping import StorageFull, StorageLost
from app.sync.op import Edit
from tests.storage.workbench import Faults, FaultyFolder, Wall, add

MIA, TOM = "miasbook2026", "tomsbook2026"


def shelf_over(folder: MemoryFolder | OsFolder | FaultyFolder, seed: int = 1) -> FolderShelf:
    return FolderShelf(folder, Wall(), random.Random(seed).getrandbits)


async def test_the_device_has_a_book_of_its_own() -> None:
    folder = MemoryFolder()
    shelf = shelf_over(folder)
    device = await shelf.device()
    assert device.kind == "device"
    device.commit([Edit("set", "owner", "me", "role", "teacher")], "teacher")
    assert await shelf.device() is device
    assert await shelf.spaces() == []
    await shelf.close()
    again = await shelf_over(folder, 2).device()
    assert again.get("owner", "me")["role"] == "teacher"  # type: ignore[index]


async def test_books_are_made_opened_and_discarded() -> None:
    shelf = shelf_over(MemoryFolder())
    with pytest.raises(FileNotFoundError):
        await shelf.open(MIA)
    assert await shelf.spaces() == []
    book = await shelf.create(MIA)
    assert book.kind == "learner"
    with pytest.raises(FileExistsError):
        await shelf.create(MIA)
    assert await shelf.open(MIA) is book
    await shelf.create(TOM)
    assert await shelf.spaces() == [MIA, TOM]
    await shelf.discard(MIA)
    assert await shelf.spaces() == [TOM]
    with pytest.raises(StorageLost):
        book.commit([add("gone")], "learner")
    with pytest.raises(FileNotFoundError):
        await shelf.open(MIA)


async def test_two_openings_at_once_are_one_book() -> None:
    folder = MemoryFolder()
    shelf = shelf_over(folder)
    await shelf.create(MIA)
    await shelf.close()
    await shelf.device()
    one, two = await asyncio.gather(shelf.open(MIA), shelf.open(MIA))
    assert one is two


@pytest.mark.parametrize(
    "name", ["", "short", "../../escape", "UPPERCASE12", "with space12", "a" * 41, "ä" * 12]
)
async def test_no_path_can_be_made_of_a_space(name: str, tmp_path: Path) -> None:
    shelf = shelf_over(OsFolder(tmp_path / "books"))
    for use in (shelf.create, shelf.open, shelf.discard):
        with pytest.raises(ValueError, match="not a space id"):
            await use(name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["books"]


async def test_a_damaged_book_does_not_stop_the_others() -> None:
    folder = MemoryFolder()
    shelf = shelf_over(folder)
    for space in (MIA, TOM):
        (await shelf.create(space)).commit([add("goal")], "learner")
    await shelf.close()
    newer = frame(SPACE, b'{"kind":"learner","space":"miasbook2026","v":99}')
    (await (await folder.folder("spaces")).folder(MIA)).put("journal", newer)
    shelf = shelf_over(folder, 2)
    with pytest.raises(JournalNewer):
        await shelf.open(MIA)
    assert (await shelf.open(TOM)).count("goals") == 1
    with pytest.raises(JournalNewer):
        await shelf.open(MIA)
    spaces = await folder.folder("spaces")
    assert (await spaces.folder(MIA)).bytes_of("journal") == newer


async def test_a_book_that_cannot_be_made_is_not_there() -> None:
    at = 0
    while True:
        at += 1
        inner, faults = MemoryFolder(), Faults(at, StorageFull)
        shelf = shelf_over(FaultyFolder(inner, faults))
        try:
            await shelf.create(MIA)
        except StorageFull:
            faults.at = 0
            assert await shelf.spaces() == []
            await shelf.create(MIA)
        if faults.calls < at:
            break
    assert at > 5


async def test_replicas_differ_and_come_from_the_given_chance() -> None:
    names = set()
    for seed in (1, 2, 1):
        shelf = shelf_over(MemoryFolder(), seed)
        book = await shelf.create(MIA)
        assert set(book.replica) <= set("abcdefghijklmnopqrstuvwxyz234567")
        assert len(book.replica) == 16
        names.add(book.replica)
    assert len(names) == 2


async def test_a_shelf_of_the_os_survives_its_process(tmp_path: Path) -> None:
    shelf = shelf_over(OsFolder(tmp_path))
    book = await shelf.create(MIA)
    book.commit([add("kept")], "learner")
    second = shelf_over(OsFolder(tmp_path), 2)
    with pytest.raises(StorageLost):
        await second.open(MIA)
    await shelf.close()
    assert (await second.open(MIA)).count("goals") == 1
    await second.close()


async def test_what_comes_late_opens_nothing_on_a_closed_shelf() -> None:
    folder = MemoryFolder()
    shelf = shelf_over(folder)
    await shelf.device()
    await shelf.create(MIA)
    await shelf.close()
    for late in (shelf.open(MIA), shelf.create(TOM), shelf.spaces(), shelf.discard(MIA)):
        with pytest.raises(StorageLost):
            await late
    other = shelf_over(folder, 2)
    assert await other.spaces() == [MIA]
    await other.open(MIA)
    await other.close()
    await shelf.device()
    assert (await shelf.open(MIA)).id == MIA


def test_a_newer_journal_is_a_fault_like_any_other_of_storage() -> None:
    assert issubclass(JournalNewer, OSError)
