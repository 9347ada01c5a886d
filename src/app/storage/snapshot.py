"""Snapshots: what a journal's beginning folds to, so that opening does not fold it again.

A snapshot says which bytes of the journal it stands for by their length and CRC-32, and how the fold
that made it was set up; where either differs it is not used. Its states and documents lie there as lines
of JSON that are parsed when they are first touched.
"""

import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple
from zlib import crc32

from app.storage.files import File
from app.storage.lazy import Block
from app.storage.ledger import Ledger
from app.storage.records import Records
from app.sync.clock import Clock
from app.sync.op import canonical, digest
from app.sync.policy import Policy
from app.sync.vector import Head

FORMAT = 2
FOLD = 3
"""Raise this when the same ops fold to other states or documents than before."""

_MAGIC = b"OWS\x01"
_LEAD = struct.Struct(">4sII")
_CHECKS = struct.Struct(">II")
_BEGIN = _LEAD.size + _CHECKS.size
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
    return _fingerprint(policy, FOLD)


@cache
def _fingerprint(policy: Policy, fold: int) -> str:
    """Made once a policy, whose rules stay as they are: it is asked for at every opening of every book."""
    return digest(canonical([fold, {n: _rules(c) for n, c in policy.collections.items()}]))


def _rules(collection: Any) -> list[Any]:
    parts = {field: sorted(roles) for field, roles in (collection.parts or {}).items()}
    checks = {field: _says(check) for field, check in collection.fields.items()}
    whose = [collection.add_only, collection.personal]
    return [collection.owner, sorted(collection.writers), checks, parts, *whose]


def _says(check: Any) -> list[Any]:
    """Returns a check's name with the values it goes by, as in ``one_of("open", "done")``."""
    code = getattr(check, "__code__", None)
    cells = [cell.cell_contents for cell in getattr(check, "__closure__", None) or ()]
    names = [check.__globals__.get(name) for name in code.co_names] if code is not None else []
    return [check.__qualname__, *filter(None, map(_plain, [*cells, *names]))]


def _plain(value: Any) -> Any:
    """Returns a value in words that are the same at every start, "" for what has none."""
    if isinstance(value, set | frozenset):
        return str(sorted(map(str, value)))
    if isinstance(value, dict):
        return [[str(key), _plain(value[key])] for key in sorted(value, key=str)]
    if callable(value) and hasattr(value, "__closure__"):
        return _says(value)
    return str(value) if isinstance(value, int | float | str | tuple) else ""


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
    body = b"".join(parts)
    lead = _LEAD.pack(_MAGIC, len(head), len(body))
    return b"".join((lead, _CHECKS.pack(crc32(head, crc32(lead)), crc32(body)), head, body))


def _ledger(ledger: Ledger) -> dict[str, Any]:
    kept = {k: getattr(ledger, k) for k in ("space", "kind", "replica", "inc", "held", "undoable")}
    return {**kept, "clock": ledger.clock, "vector": ledger.vector}


def _sizes(blocks: Mapping[str, Block]) -> list[list[Any]]:
    return [[col, b.n, len(b.keys), len(b.lines)] for col, b in blocks.items()]


def peek(slot: str, file: File) -> Header | None:
    """Reads a slot's header, or None where it has no sound one. The body's checksum is not checked."""
    first = file.read(0, _SEED)
    if len(first) < _BEGIN:
        return None
    magic, head, body = _LEAD.unpack_from(first)
    if magic != _MAGIC or _BEGIN + head + body > file.size():
        return None
    head_check, body_check = _CHECKS.unpack_from(first, _LEAD.size)
    end = _BEGIN + head
    text = first[_BEGIN:end] if end <= len(first) else file.read(_BEGIN, head)
    if crc32(text, crc32(first[: _LEAD.size])) != head_check:
        return None
    return Header(slot, json.loads(text), end, end + body, body_check)


def unpack(header: Header, file: File) -> tuple[Ledger, Records] | None:
    """Reads the snapshot whole, or None where its checksum is wrong."""
    size = header.size - header.body
    data = file.read(header.body, size)
    if len(data) != size or crc32(data) != header.check:
        return None
    said = header.said
    kept = dict(said["ledger"])
    vector: dict[str, Head] = {r: (seq, head) for r, (seq, head) in kept.pop("vector").items()}
    ledger = Ledger(**{**kept, "clock": Clock(*kept["clock"])}, vector=vector)
    blocks = _blocks(data, 0, [*said["states"], *said["shown"]])
    states = {col: next(blocks) for col, *_ in said["states"]}
    return ledger, Records(states, dict(zip([col for col, *_ in said["shown"]], blocks, strict=True)))


def _blocks(data: bytes, at: int, sizes: list[list[Any]]) -> Iterator[Block]:
    for _, n, keys, lines in sizes:
        middle, end = at + keys, at + keys + lines
        yield Block(n, data[at:middle], data[middle:end])
        at = end
