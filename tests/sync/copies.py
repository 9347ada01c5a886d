"""Copies of one space in memory, as bare as can be: ops, states by a fold, and merging."""

from dataclasses import dataclass, field

from app.domain.collections import COLLECTIONS
from app.sync.author import Hand, write
from app.sync.bundle import Checked, Sender, Title, write_bundle
from app.sync.clock import ZERO, Clock, receive
from app.sync.fold import RecordState, copy, document
from app.sync.gate import check
from app.sync.op import Edit, Op, canonical, parse_id
from app.sync.policy import Policy
from app.sync.stage import fold_onto
from app.sync.vector import Vector, state_digest

SPACE = "testspacetestspace22"
POLICY = Policy(COLLECTIONS)


@dataclass
class Copy:
    """One replica's copy of the space. `wall` is what its clock shows; tests set it as they like."""

    name: str
    role: str = "learner"
    wall: int = 1_700_000_000_000
    ops: dict[str, Op] = field(default_factory=dict)
    states: dict[tuple[str, str], RecordState] = field(default_factory=dict)
    vector: dict[str, tuple[int, str]] = field(default_factory=dict)
    clock: Clock = ZERO

    @property
    def replica(self) -> str:
        return f"{self.name * 16}.0"[-18:]

    def state(self, col: str, rec: str) -> RecordState:
        return copy(self.states.get((col, rec)) or RecordState())

    def edit(self, *edits: Edit) -> list[Op]:
        self.wall += 1
        hand = Hand(SPACE, self.replica, self.role, self.vector.get(self.replica, (0, "")), self.clock)
        staged: dict[tuple[str, str], RecordState] = {}

        def state_of(col: str, rec: str) -> RecordState:
            return staged.setdefault((col, rec), self.state(col, rec))

        written = write(hand, edits, state_of, self.wall)
        self.clock = written.hand.clock
        self.vector[self.replica] = written.hand.last
        self.take(list(written.ops))
        return list(written.ops)

    def take(self, ops: list[Op]) -> None:
        """Folds ops without any check: the laws are about the fold."""
        new = [op for op in ops if op["id"] not in self.ops]
        stage = fold_onto(new, self.state, POLICY)
        self.states |= stage.states
        for op in new:
            self.ops[op["id"]] = op
            self.clock = receive(self.clock, Clock(*op["hlc"]), self.wall)

    def merge(self, other: "Copy") -> None:
        self.take(list(other.ops.values()))
        for replica, head in other.vector.items():
            if self.vector.get(replica, (0, ""))[0] < head[0]:
                self.vector[replica] = head

    def shown(self) -> bytes:
        """All documents as one canonical byte string."""
        docs = {
            f"{col}/{rec}": document(state, rec, col, POLICY.owner)
            for (col, rec), state in self.states.items()
        }
        return canonical({key: doc for key, doc in docs.items() if doc is not None})

    def digest(self) -> str:
        return state_digest(self.vector)

    def doc(self, col: str, rec: str) -> dict[str, object] | None:
        state = self.states.get((col, rec))
        return None if state is None else document(state, rec, col, POLICY.owner)

    def bundle(self) -> bytes:
        sender = Sender(self.replica, self.role, self.name)
        lines = [canonical(op) for op in self.ops.values()]
        return write_bundle(Title(SPACE, "Mia"), sender, self.wall, self.vector, lines)

    def checked(self) -> Checked:
        found = check(self.bundle())
        assert isinstance(found, Checked), found
        return found


def fresh(vector: Vector, ops: list[Op]) -> list[Op]:
    return [op for op in ops if parse_id(op["id"]).seq > vector.get(parse_id(op["id"]).replica, (0, ""))[0]]
