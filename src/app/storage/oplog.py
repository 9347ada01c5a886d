"""The ops as they lie in the journal, found again by replica and number; read only when asked for."""

import json
from collections.abc import Iterator

from app.storage.journal import REPLICA, Frame, Journal, frames, standing
from app.storage.ledger import lines_of, parsed
from app.sync.fold import Document
from app.sync.op import Op, canonical, digest


class OpLog:
    """Looks ops up in a journal. Its index is made at the first use and grows with the journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._upto = 0
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self._walls: dict[str, list[int]] = {}

    def reset(self) -> None:
        """Forgets the index; for after an undo."""
        self._upto = 0
        self._spans.clear()
        self._walls.clear()

    def frames(self) -> Iterator[Frame]:
        """Yields the frames that count."""
        return standing(frames(self._journal.read()))

    def lines(self) -> Iterator[bytes]:
        """Yields the canonical bytes of every op, in the order in which they came here."""
        for one in self.frames():
            yield from lines_of(one)

    def last_import(self) -> Frame | None:
        """Returns the last frame that stands, REPLICA aside: the IMPORT that can be taken back, if any."""
        last: Frame | None = None
        for one in self.frames():
            last = last if one.kind == REPLICA else one
        return last

    def wall_of(self, replica: str, seq: int) -> int:
        """Returns an op's wall clock, or 0 where it is not held."""
        self._grow()
        walls = self._walls.get(replica, ())
        return walls[seq - 1] if 0 < seq <= len(walls) else 0

    def place_of(self, replica: str, seq: int) -> int:
        """Returns where in the journal an op lies: a later place came here later. It must be held."""
        self._grow()
        return self._spans[replica][seq - 1][0]

    def hash_at(self, replica: str, seq: int) -> str:
        """Returns an op's hash, "" for number 0. The op must be held."""
        if not seq:
            return ""
        self._grow()
        return digest(self._journal.span(*self._spans[replica][seq - 1]))

    def history(self, col: str, rec: str) -> list[Document]:
        """Returns the ops of one record."""
        mark = b'"rec":' + canonical(rec)
        ops = (json.loads(line) for line in self.lines() if mark in line)
        return [op for op in ops if op["rec"] == rec and op["col"] == col]

    def ops_of(self, keys: set[tuple[str, str]]) -> Iterator[Op]:
        """Yields the ops of some records."""
        for one in self.frames():
            for op in parsed(lines_of(one)):
                if (op["col"], op["rec"]) in keys:
                    yield op

    def _grow(self) -> None:
        base = self._upto
        if base == self._journal.end:
            return
        for one in standing(frames(self._journal.read(base))):
            self._add(base, one)
        self._upto = self._journal.end

    def _add(self, base: int, one: Frame) -> None:
        lines = lines_of(one)
        at = base + one.end - sum(map(len, lines)) - max(0, len(lines) - 1)
        for line, op in zip(lines, parsed(lines), strict=True):
            replica = op["id"].rpartition(":")[0]
            self._spans.setdefault(replica, []).append((at, at + len(line)))
            self._walls.setdefault(replica, []).append(op["wall"])
            at += len(line) + 1
