"""The two slots for snapshots: one sound snapshot always stands while the other is written.

A snapshot goes into the slot that does not hold the one in use, is flushed, read back, and only then
counts. The journal is never trimmed: losing both slots costs time alone.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from zlib import crc32

from app.storage.files import File, Folder
from app.storage.journal import frames, undoable_imports
from app.storage.snapshot import FORMAT, Header, Snapshot, peek, unpack
from app.sync.keeping import StorageFull, StorageLost

SLOTS = ("snapshot-a", "snapshot-b")


class Slots:
    """The two slots of a space: which snapshot stands, and where the next one goes."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._generation = 0
        self._next = SLOTS[0]

    async def newest(self, journal: bytes, mark: str, space: str) -> Snapshot | None:
        """Returns the newest sound snapshot of this journal, made by a fold set up as `mark` says.

        A slot that cannot be opened counts as empty.
        """
        files: dict[str, File] = {}
        try:
            for slot in SLOTS:
                files[slot] = await self._folder.open(slot)
            return self._newest(files, journal, mark, space)
        except (StorageFull, StorageLost):
            return None
        finally:
            for file in files.values():
                file.close()

    def _newest(self, files: Mapping[str, File], journal: bytes, mark: str, space: str) -> Snapshot | None:
        headers = [h for h in (peek(slot, file) for slot, file in files.items()) if h is not None]
        headers.sort(key=lambda header: header.generation, reverse=True)
        self._generation = max((header.generation for header in headers), default=0)
        for header in headers:
            if _stands_for(header, journal, mark, space):
                read = unpack(header, files[header.slot])
                if read is not None:
                    self._next = SLOTS[1 - SLOTS.index(header.slot)]
                    return Snapshot(header.end, *read)
        return None

    async def write(self, data_of: Callable[[int], bytes]) -> bool:
        """Writes what `data_of(generation)` returns into the free slot; tells whether it counts now."""
        try:
            file = await self._folder.open(self._next)
        except (StorageFull, StorageLost):
            return False
        try:
            return self._switch(file, data_of(self._generation + 1))
        finally:
            file.close()

    def _switch(self, file: File, data: bytes) -> bool:
        try:
            file.write(0, data)
            file.truncate(len(data))
            file.flush()
            sound = file.read(0, len(data)) == data
        except (StorageFull, StorageLost):
            sound = False
        if sound:
            self._generation += 1
            self._next = SLOTS[1 - SLOTS.index(self._next)]
        else:
            _give_back(file)
        return sound


def _give_back(file: File) -> None:
    """Empties a slot that could not be written: a full device needs the room for work."""
    with suppress(StorageFull, StorageLost):
        file.truncate(0)
        file.flush()


def _stands_for(header: Header, journal: bytes, mark: str, space: str) -> bool:
    end, check = header.said["journal"]
    return (
        header.said["format"] == FORMAT
        and header.said["fold"] == mark
        and header.said["ledger"]["space"] == space
        and 0 < end <= len(journal)
        and crc32(memoryview(journal)[:end]) == check
        and not _voided(journal, end)
    )


def _voided(journal: bytes, end: int) -> bool:
    """Tells whether an UNDO takes back an import that a snapshot ending at `end` contains."""
    return undoable_imports(frames(journal, end)) < 0
