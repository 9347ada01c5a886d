"""Writers: the people of a sample story, each with an own copy of the book.

They write with `app.sync.author` and take in each other's ops as an import would, so clocks, hashes and
predecessors are what real devices make.
"""

from collections.abc import Iterable

from app.domain.collections import COLLECTIONS
from app.sync.author import Hand, write
from app.sync.clock import Clock, receive
from app.sync.fold import Document, RecordState, apply, document
from app.sync.op import SET, Edit, Op, digest
from app.sync.policy import Policy
from app.sync.vector import Head

POLICY = Policy(COLLECTIONS)


class Writer:
    """One person on one device. ``replica`` is without its incarnation, which is always 1 here."""

    def __init__(self, space: str, replica: str, role: str, name: str, avatar: str) -> None:
        self.replica, self.role, self.name, self.avatar = replica, role, name, avatar
        self.hand = Hand(space, f"{replica}.1", role)
        self.log: dict[str, tuple[Op, bytes]] = {}
        self.vector: dict[str, Head] = {}
        self._order: list[str] = []
        self._taken: dict[str, int] = {}
        self._unread: dict[tuple[str, str], list[Op]] = {}
        self._states: dict[tuple[str, str], RecordState] = {}

    def write(self, edits: Iterable[Edit], wall: int) -> str:
        """Writes edits, at the first time also who this is; returns the record of the last, "" for none."""
        written = write(self.hand, [*self._introduction(), *edits], self._state, wall)
        self.hand = written.hand
        for op, line in zip(written.ops, written.lines, strict=True):
            self._keep(op, line)
        return written.ops[-1]["rec"] if written.ops else ""

    def take_in(self, other: "Writer", wall: int) -> None:
        """Takes in all that `other` has and this one has not."""
        clock, start = self.hand.clock, self._taken.get(other.replica, 0)
        self._taken[other.replica] = len(other._order)
        for op_id in other._order[start:]:
            if op_id not in self.log:
                op, line = other.log[op_id]
                self._unread.setdefault((op["col"], op["rec"]), []).append(op)
                self._keep(op, line)
                clock = receive(clock, Clock(*op["hlc"]), wall)
        self.hand = Hand(self.hand.space, self.hand.replica, self.role, self.hand.last, clock)

    def sees(self, col: str, rec: str) -> Document:
        """Returns a record as this person sees it. Raises KeyError where it has not come here."""
        found = document(self._state(col, rec), rec, col, POLICY.owner)
        if found is None:
            raise KeyError(f"{self.name} has not seen {col}/{rec}")
        return found

    def _introduction(self) -> list[Edit]:
        if self.hand.last[0]:
            return []
        me = {"name": self.name, "role": self.role, "avatar": self.avatar}
        return [Edit(SET, "people", self.replica, field, value) for field, value in me.items()]

    def _state(self, col: str, rec: str) -> RecordState:
        """Returns a record's state. What was taken in is folded only now: most records of others are
        never looked at again."""
        state = self._states.setdefault((col, rec), RecordState())
        for op in self._unread.pop((col, rec), ()):
            apply(state, op)
        return state

    def _keep(self, op: Op, line: bytes) -> None:
        self.log[op["id"]] = (op, line)
        self._order.append(op["id"])
        replica, _, seq = op["id"].rpartition(":")
        self.vector[replica] = (int(seq), digest(line))
