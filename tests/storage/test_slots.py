"""Slots: a snapshot counts only when it was read back as it was written."""

from typing import Any

from app.storage.memory import MemoryFile, MemoryFolder
from app.storage.slots import SLOTS
from app.storage.space import SNAPSHOT_EVERY
from tests.storage.workbench import added, done, opened, picture


class Lying(MemoryFolder):
    """A folder whose device says yes and keeps other bytes than it was given, in one file."""

    lies_about = ""

    async def open(self, name: str) -> Any:
        file = await super().open(name)
        return LyingFile(file) if name == self.lies_about else file


class LyingFile:
    """A file of such a device."""

    def __init__(self, file: MemoryFile) -> None:
        self._file = file

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, offset: int, data: bytes) -> None:
        self._file.write(offset, data[:-1] + bytes([data[-1] ^ 1]))


def test_a_snapshot_that_reads_back_otherwise_does_not_count() -> None:
    folder = Lying()
    book = opened(folder)
    added(book, *map(str, range(SNAPSHOT_EVERY)))
    folder.lies_about = SLOTS[0]
    done(book.tidy())
    assert book._ledger.ops >= SNAPSHOT_EVERY
    assert folder.bytes_of(SLOTS[0]) == b""
    folder.lies_about = ""
    done(book.tidy())
    assert book._ledger.ops == 0
    assert len(folder.bytes_of(SLOTS[0])) > 0
    assert folder.bytes_of(SLOTS[1]) == b""


def test_snapshots_take_turns_so_that_one_always_stands() -> None:
    folder = MemoryFolder()
    book = opened(folder)
    seen = []
    for turn in range(4):
        added(book, *map(str, range(SNAPSHOT_EVERY)))
        before = {slot: folder.bytes_of(slot) for slot in SLOTS}
        done(book.tidy())
        changed = [slot for slot in SLOTS if folder.bytes_of(slot) != before[slot]]
        assert changed == [SLOTS[turn % 2]]
        seen.append(picture(book))
    done(book.close())
    again = opened(folder, 2)
    assert picture(again) == seen[-1]
    added(again, *map(str, range(SNAPSHOT_EVERY)))
    newest = folder.bytes_of(SLOTS[1])
    done(again.tidy())
    assert folder.bytes_of(SLOTS[1]) == newest, "the one in use was written over"


def test_nothing_is_written_where_little_was_done_since() -> None:
    folder = MemoryFolder()
    book = opened(folder)
    added(book, "one")
    done(book.tidy())
    assert folder.bytes_of(SLOTS[0]) == b""
