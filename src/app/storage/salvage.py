"""What can be taken back from bytes that were set aside, and what of them is still missing.

Nothing is guessed: an op is taken only from a frame whose checksums are right, and only where it goes on
from what the book holds, by its chain and by every op that it overwrites. Those are the rules by which a
bundle is taken in, so a book with a hole can still be passed on whole.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from app.storage.journal import (
    HEADER,
    IMPORT,
    KINDS,
    OPS,
    REPLICA,
    SALVAGE,
    SPACE,
    Frame,
    declared,
    is_torn,
    sound_frames,
    standing,
    undoable_imports,
)
from app.storage.ledger import lines_of, parsed
from app.sync.fold import replica_of
from app.sync.op import Op, digest, parse_id
from app.sync.vector import Head, Vector

_ID = re.compile(rb'"id":"([^"\\]{1,99})"')
_PREV = re.compile(rb'"prev":"([0-9a-f]{64})"')
_NO_OPS = ({"inc", "replica"}, {"kind", "space", "v"}, {"file", "wall"}, {"wall"})


@dataclass(frozen=True)
class Piece:
    """Bytes that were set aside, read as far as they can be.

    ``lines`` are the ops in sound frames, ``gaps`` the bytes between these, ``loose`` how many UNDOs take
    back something that lay behind a gap, ``writer`` the replica that wrote here last, "" where none is known.
    """

    lines: tuple[bytes, ...]
    gaps: tuple[bytes, ...]
    loose: int
    writer: str


class Holding(NamedTuple):
    """The lines of a book's ops, by id and by the hash of the op before."""

    ids: dict[str, bytes]
    nexts: dict[str, bytes]


def read_piece(data: bytes, space: str) -> Piece:
    """Reads bytes set aside from a journal of `space`.

    An UNDO takes back only an import in the same unbroken run of frames: behind a gap lies perhaps the one
    that it means. So an import that was taken back may stand again, and none that stood is lost.
    """
    runs = list(_runs(sound_frames(data)))
    found = [one for run in runs for one in standing(run)]
    loose = sum(undoable_imports(run) < 0 for run in runs)
    edges = [(0, 0), *((run[0].start, run[-1].end) for run in runs), (len(data), len(data))]
    gaps = [data[before[1] : after[0]] for before, after in pairwise(edges)]
    if is_torn(gaps[-1], 0):
        gaps.pop()
    lines = tuple(line for one in found for line in lines_of(one))
    return Piece(lines, tuple(filter(None, gaps)), loose, _writer(found, space))


def _runs(found: Iterable[Frame]) -> Iterator[list[Frame]]:
    run: list[Frame] = []
    for one in found:
        if one.kind not in KINDS:
            continue
        if run and run[-1].end != one.start:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _writer(found: list[Frame], space: str) -> str:
    """Returns the replica whose commit is the last; another book's frames may have come between ours."""
    commits = (parsed(lines_of(one))[0] for one in reversed(found) if one.kind == OPS)
    return next((replica_of(op["id"]) for op in commits if op["space"] == space), "")


def joining(lines: Iterable[bytes], vector: Vector, space: str) -> list[bytes]:
    """Returns the lines that go on from what `vector` holds, in an order in which they do.

    One piece needs one pass, for an op lies after those it follows; several need one more each at most.
    """
    heads = dict(vector)
    late = list(lines)
    waiting = list(zip(parsed(late), late, strict=True))
    taken: list[bytes] = []
    more = True
    while more:
        before = len(waiting)
        waiting = [(op, line) for op, line in waiting if not _join(op, line, heads, space, taken)]
        more = 0 < len(waiting) < before
    return taken


def _join(op: Op, line: bytes, heads: dict[str, Head], space: str, taken: list[bytes]) -> bool:
    replica, seq = parse_id(op["id"])
    have, head = heads.get(replica, (0, ""))
    follows = (op["space"], op["prev"], seq) == (space, head, have + 1)
    if not follows or not all(_holds(heads, name) for name in op["pred"]):
        return False
    heads[replica] = (seq, digest(line))
    taken.append(line)
    return True


def _holds(vector: Vector, name: str) -> bool:
    replica, seq = parse_id(name)
    return seq <= vector.get(replica, (0, ""))[0]


def holding(lines: Iterable[bytes]) -> Holding:
    """Returns the lines of a book's ops, to be looked up."""
    found = list(lines)
    held = Holding({}, {})
    for op, line in zip(parsed(found), found, strict=True):
        held.ids[op["id"]] = line
        if op["prev"]:
            held.nexts[op["prev"]] = line
    return held


def unread(piece: Piece, held: Holding) -> int:
    """Returns how many places of a piece cannot be read and are not proven to hold only what is held."""
    return piece.loose + sum(not _is_held(gap, held) for gap in piece.gaps)


def _is_held(gap: bytes, held: Holding) -> bool:
    """Tells whether a bad frame is proven to hold no op that `held` does not.

    Its lines are in the book as they lie here (then only the header is bad); or those of the book that
    are most like them give the checksum that its header says.
    """
    said = declared(gap)
    kind, check = said or (0, 0)
    if kind in (SPACE, REPLICA):
        return True
    lines = gap[HEADER:].split(b"\n")
    first = int(kind in (IMPORT, SALVAGE) or (said is None and _is_no_op(lines[0])))
    if said is None and first == len(lines):
        return True
    ops = lines[first:]
    like = [_most_like(line, held) for line in ops]
    if like == ops and all(ops):
        return True
    return said is not None and crc32(b"\n".join((*lines[:first], *like))) == check


def _is_no_op(line: bytes) -> bool:
    try:
        said = json.loads(line)
    except ValueError:
        return False
    return isinstance(said, dict) and set(said) in _NO_OPS


def _most_like(line: bytes, held: Holding) -> bytes:
    """Returns the held line that has the id or the predecessor of a damaged one, or b""."""
    found = [held.ids.get(m[1].decode(errors="replace")) for m in _ID.finditer(line)][:1]
    found += [held.nexts.get(m[1].decode()) for m in _PREV.finditer(line)][:1]
    return max(filter(None, found), key=lambda one: _alike(one, line), default=b"")


def _alike(one: bytes, other: bytes) -> int:
    return sum(a == b for a, b in zip(one, other, strict=False))
