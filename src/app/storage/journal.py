"""The journal: an append-only file of frames, the truth about one space.

A frame is a header of 16 bytes (magic, kind, length and CRC-32 of the payload, then the CRC-32 of those
twelve bytes) and the payload. ``docs/journal.md`` describes it for other programs.

One commit is one write and one flush. The journal's end moves only after the flush returned, so what
was acknowledged is always whole, and what was not is cut off when the journal is next opened.
"""

import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from zlib import crc32

from app.storage.files import File
from app.sync.keeping import StorageFull, StorageLost

VERSION = 1
SPACE, REPLICA, OPS, IMPORT, UNDO, SALVAGE = 1, 2, 3, 4, 5, 6
KINDS = frozenset((SPACE, REPLICA, OPS, IMPORT, UNDO, SALVAGE))

_MAGIC = b"OW\x01"
# Big-endian, and not only by custom: a CRC-32 followed by itself in little-endian order always leaves the
# same remainder, and the CRC-32 of the whole journal, by which a snapshot knows it, would not see headers.
_HEAD = struct.Struct(">3sBII")
_CHECK = struct.Struct(">I")
HEADER = _HEAD.size + _CHECK.size
_PATIENCE = 4
"""How often the bytes behind a bad frame may be read in all, in search of sound ones."""


class JournalNewer(OSError):
    """The journal was written by a newer version. Nothing of it was changed."""


class Frame(NamedTuple):
    """A whole and sound frame, with its place in the journal."""

    kind: int
    start: int
    end: int
    payload: bytes


def frame(kind: int, payload: bytes) -> bytes:
    """Returns the bytes of a frame."""
    head = _HEAD.pack(_MAGIC, kind, len(payload), crc32(payload))
    return head + _CHECK.pack(crc32(head)) + payload


def frames(data: bytes, at: int = 0) -> Iterator[Frame]:
    """Yields the frames of `data` from `at` on, up to the first that is not whole and sound."""
    found = _frame_at(data, at)
    while found is not None:
        yield found
        found = _frame_at(data, found.end)


def sound_frames(data: bytes, at: int = 0) -> Iterator[Frame]:
    """Yields every whole and sound frame from `at` on, whatever lies between them.

    No payload holds the magic (JSON escapes its last byte), so none of these lies inside another. Headers
    that are sound over payloads that are not cost a reading each; many of those end the search.
    """
    patience = _PATIENCE * len(data)
    while patience > 0 and (at := data.find(_MAGIC, at)) >= 0:
        found = _frame_at(data, at)
        if found is not None:
            yield found
            at = found.end
        else:
            end = _declared_end(data, at)
            patience -= 0 if end is None or end > len(data) else end - at
            at += 1


def declared(data: bytes) -> tuple[int, int] | None:
    """Returns the kind and the payload's CRC-32 that a sound header at the start of `data` declares, where
    its frame is as long as `data`; None where the header is not sound."""
    if _declared_end(data, 0) != len(data):
        return None
    _, kind, _, check = _HEAD.unpack_from(data)
    return int(kind), int(check)


def _frame_at(data: bytes, at: int) -> Frame | None:
    end = _declared_end(data, at)
    if end is None or end > len(data):
        return None
    _, kind, _, check = _HEAD.unpack_from(data, at)
    payload = data[at + HEADER : end]
    return Frame(kind, at, end, payload) if crc32(payload) == check else None


def _declared_end(data: bytes, at: int) -> int | None:
    if at + HEADER > len(data):
        return None
    head = data[at : at + _HEAD.size]
    magic, _, length, _ = _HEAD.unpack(head)
    if magic != _MAGIC or _CHECK.unpack_from(data, at + _HEAD.size)[0] != crc32(head):
        return None
    return at + HEADER + int(length)


def is_torn(data: bytes, at: int) -> bool:
    """Tells whether what lies from `at` on can only be a write that was never acknowledged.

    That is so where the file ends before the frame does, or holds nothing but zeros, and no sound frame
    follows. A whole frame with a wrong checksum may have been acknowledged once: that is damage.
    """
    if any(True for _ in sound_frames(data, at + 1)):
        return False
    end = _declared_end(data, at)
    if end is not None:
        return end > len(data)
    return len(data) - at < HEADER or not any(data[at:])


def standing(found: Iterable[Frame]) -> Iterator[Frame]:
    """Yields the frames that count: an UNDO and the IMPORT that it takes back do not.

    An UNDO takes back the last IMPORT that no other one took back, if no OPS came after that.
    """
    waiting: list[Frame] = []
    for one in found:
        if one.kind not in KINDS:
            raise JournalNewer(f"a frame of kind {one.kind}")
        if one.kind == REPLICA:
            yield one
        elif one.kind == IMPORT:
            waiting.append(one)
        elif one.kind == UNDO:
            del waiting[-1:]
        else:
            yield from waiting
            waiting.clear()
            yield one
    yield from waiting


def undoable_imports(found: Iterable[Frame], before: int = 0) -> int:
    """Returns how many imports can be taken back after these frames, where it was `before` before them;
    less than 0 where one before them was taken back that could not be."""
    count = before
    for one in found:
        if one.kind == IMPORT:
            count += 1
        elif one.kind == UNDO:
            count -= 1
            if count < 0:
                return count
        elif one.kind != REPLICA:
            count = 0
    return count


class Journal:
    """A journal open for writing: ``end`` is where it ends and ``crc`` the CRC-32 of all before."""

    def __init__(self, file: File, end: int, crc: int) -> None:
        self._file = file
        self.end = end
        self.crc = crc
        self._refuses: type[StorageFull | StorageLost] | None = None

    def read(self, start: int = 0) -> bytes:
        """Returns the acknowledged bytes from `start` on."""
        return self._file.read(start, self.end - start) if start < self.end else b""

    def span(self, start: int, end: int) -> bytes:
        """Returns the bytes from `start` to `end`."""
        return self._file.read(start, end - start)

    def append(self, data: bytes) -> None:
        """Writes one or more frames durably, or raises with the journal as it was."""
        self._may_write()
        after = self.end + len(data)
        kept = False
        try:
            self._file.write(self.end, data)
            self._file.flush()
            kept = True
        finally:
            if not kept:
                self._take_back()
        self.crc = crc32(data, self.crc)
        self.end = after

    def _take_back(self) -> None:
        """Cuts off a write that failed; where that fails too, nothing may follow it."""
        try:
            self._file.truncate(self.end)
            self._file.flush()
        except (StorageFull, StorageLost):
            self.refuse(StorageLost)

    def mend(self, data: bytes) -> None:
        """Writes frames over what lies after the end, and cuts off the rest of it.

        Zeros go there first: a part of `data` could else end just where an old frame begins, and that
        would then count. Where this fails, what lies there stays unsound: the next opening mends it again.
        """
        self._may_write()
        after = self.end + len(data)
        try:
            if self._file.size() > self.end:
                self._file.write(self.end, bytes(len(data) + HEADER))
                self._file.flush()
            self._file.write(self.end, data)
            self._file.truncate(after)
            self._file.flush()
        except (StorageFull, StorageLost) as fault:
            self.refuse(type(fault))
            raise
        self.crc = crc32(data, self.crc)
        self.end = after

    def _may_write(self) -> None:
        if self._refuses is not None:
            raise self._refuses("this journal takes no more writes until it is opened again")

    def refuse(self, fault: type[StorageFull | StorageLost]) -> None:
        """Lets every later write raise `fault`."""
        self._refuses = fault

    def close(self) -> None:
        """Lets go of the file; later writes raise StorageLost."""
        self.refuse(StorageLost)
        self._file.close()
