"""Snapshots: what a journal's beginning folds to, so that opening does not fold it again.

There are two slots. A snapshot goes into the one that does not hold the newest, is flushed, read back,
and only then counts; so one sound snapshot always stands while the other is written. It says which
bytes of the journal it stands for by their length and CRC-32, and how the fold that made it was set up;
where either differs it is not used. The journal is never trimmed: losing both slots costs time alone.
"""

import json
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from zlib import crc32

from app.storage.files import File, Folder
from app.storage.lazy import Block
from app.storage.ledger import Ledger
from app.storage.records import Records
from app.sync.clock import Clock
from app.sync.keeping import StorageFull, StorageLost
from app.sync.op import canonical, digest
from app.sync.policy import Policy
from app.sync.vector import Head

FORMAT = 1
FOLD = 1
"""Raise this when the same ops fold to other states or documents than before."""

SLOTS = ("snapshot-a", "snapshot-b")
_MAGIC = b"OWS\x01"
_LEAD = struct.Struct(">4sIII")
_SEED = 64 * 1024


@dataclass(frozen=True)
class Header:
    """What a slot says of itself; ``body`` is where its blocks begin."""

    slot: str
    said: Mapping[str, Any]
    body: int
    size: int
    check: int

    @property
    def generation(self) -> int:
        """Counts up with every snapshot written."""
        return int(self.said["generation"])

    @property
    def end(self) -> int:
        """How many bytes of the journal it stands for."""
        return int(self.said["journal"][0])


class Snapshot(NamedTuple):
    """What a snapshot holds; ``end`` is how many bytes of the journal it stands for."""

    end: int
    ledger: Ledger
    records: Records


def fingerprint(policy: Policy) -> str:
    """Returns what stands for the fold's set-up: where it changed, snapshots are made anew."""
    return digest(canonical([FOLD, {n: _rules(c) for n, c in policy.collections.items()}]))


def _rules(collection: Any) -> list[Any]:
    parts = {field: sorted(roles) for field, roles in (collection.parts or {}).items()}
    checks = {field: _says(check) for field, check in collection.fields.items()}
    return [collection.owner, sorted(collection.writers), checks, parts]


def _says(check: Any) -> list[str]:
    """Returns a check's name with the values it closes over, as in ``one_of("open", "done")``."""
    cells = [cell.cell_contents for cell in getattr(check, "__closure__", None) or ()]
    return [check.__qualname__, *(str(sorted(c) if isinstance(c, frozenset) else c) for c in cells)]


def pack(ledger: Ledger, records: Records, journal: tuple[int, int], said: dict[str, Any]) -> bytes:
    """Returns a snapshot's bytes; `journal` is the end and CRC-32 of what it stands for."""
    states, shown = records.blocks()
    parts: list[bytes] = []
    for block in (*states.values(), *shown.values()):
        parts += (block.keys, block.lines)
    head = canonical(
        {
            **said,
            "format": FORMAT,
            "journal": journal,
            "ledger": _ledger(ledger),
            "states": _sizes(states),
            "shown": _sizes(shown),
        }
    )
    rest = b"".join((head, *parts))
    return _LEAD.pack(_MAGIC, len(head), len(rest), crc32(rest)) + rest


def _ledger(ledger: Ledger) -> dict[str, Any]:
    kept = {k: getattr(ledger, k) for k in ("space", "kind", "replica", "inc", "held", "undoable")}
    return {**kept, "clock": ledger.clock, "vector": ledger.vector}


def _sizes(blocks: Mapping[str, Block]) -> list[list[Any]]:
    return [[col, b.n, len(b.keys), len(b.lines)] for col, b in blocks.items()]


def peek(slot: str, file: File) -> Header | None:
    """Reads a slot's header, or None where it has none that makes sense. Its checksum is not checked."""
    first = file.read(0, _SEED)
    if len(first) < _LEAD.size:
        return None
    magic, head, rest, check = _LEAD.unpack_from(first)
    size = _LEAD.size + rest
    if magic != _MAGIC or head > rest or size > file.size():
        return None
    end = _LEAD.size + head
    text = first[_LEAD.size : end] if end <= len(first) else file.read(_LEAD.size, head)
    try:
        said = json.loads(text)
    except ValueError:
        return None
    return Header(slot, said, end, size, check) if _sensible(said) else None


def _sensible(said: Any) -> bool:
    return (
        isinstance(said, dict)
        and said.get("format") == FORMAT
        and isinstance(said.get("generation"), int)
        and isinstance(said.get("journal"), list)
        and len(said["journal"]) == 2
        and all(isinstance(n, int) for n in said["journal"])
    )


def unpack(header: Header, file: File) -> tuple[Ledger, Records] | None:
    """Reads the snapshot whole, or None where its checksum is wrong."""
    data = file.read(0, header.size)
    if len(data) != header.size or crc32(memoryview(data)[_LEAD.size :]) != header.check:
        return None
    said = header.said
    kept = dict(said["ledger"])
    vector: dict[str, Head] = {r: (seq, head) for r, (seq, head) in kept.pop("vector").items()}
    ledger = Ledger(**{**kept, "clock": Clock(*kept["clock"])}, vector=vector)
    blocks = _blocks(data, header.body, [*said["states"], *said["shown"]])
    states = {col: next(blocks) for col, *_ in said["states"]}
    return ledger, Records(states, dict(zip([col for col, *_ in said["shown"]], blocks, strict=True)))


def _blocks(data: bytes, at: int, sizes: list[list[Any]]) -> Iterator[Block]:
    for _, n, keys, lines in sizes:
        middle, end = at + keys, at + keys + lines
        yield Block(n, data[at:middle], data[middle:end])
        at = end


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
        return sound


def _stands_for(header: Header, journal: bytes, mark: str, space: str) -> bool:
    end, check = header.said["journal"]
    return (
        header.said.get("fold") == mark
        and header.said["ledger"]["space"] == space
        and 0 < end <= len(journal)
        and crc32(memoryview(journal)[:end]) == check
    )
