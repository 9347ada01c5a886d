"""What a space's journal adds up to, beside the records: who writes here, and what is held."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.storage.journal import IMPORT, OPS, REPLICA, SALVAGE, Frame, frame
from app.sync.author import Hand
from app.sync.clock import ZERO, Clock, receive
from app.sync.op import Op, canonical, digest
from app.sync.policy import Policy
from app.sync.stage import Stage, StateOf, fold_onto
from app.sync.vector import Head, Vector

FIRST_INCARNATION = 1
INCARNATION_BITS = 40


@dataclass
class Ledger:
    """``replica`` is this device's name in the space, "" until a frame says it; ``inc`` its incarnation.

    ``undoable`` is how many imports the journal ends with; ``ops`` counts what was written since the
    snapshot that this began with.
    """

    space: str
    kind: str
    replica: str = ""
    inc: int = 0
    clock: Clock = ZERO
    held: int = 0
    undoable: int = 0
    ops: int = 0
    vector: dict[str, Head] = field(default_factory=dict)

    @property
    def writer(self) -> str:
        """The replica with its incarnation, as op ids name it."""
        return f"{self.replica}.{self.inc}"

    def hand(self, role: str) -> Hand:
        """Returns this device's hand, in a role."""
        last = self.vector.get(self.writer, (0, ""))
        return Hand(self.space, self.writer, role, last, self.clock)

    def replica_frame(self, inc: int) -> bytes:
        """Returns the frame that says that this replica writes under `inc` from here on."""
        return frame(REPLICA, canonical({"replica": self.replica, "inc": inc}))

    def join(self, to: Vector) -> None:
        """Takes in the heads of `to` that are further on."""
        for replica, head in to.items():
            if head[0] > self.vector.get(replica, (0, ""))[0]:
                self.vector[replica] = head


def drawn_incarnation(random_bits: Callable[[int], int]) -> int:
    """Returns a new incarnation, drawn so that no lost one need be known to avoid it."""
    return FIRST_INCARNATION + 1 + random_bits(INCARNATION_BITS)


def import_payload(file: str, wall: int, lines: Iterable[bytes]) -> bytes:
    """Returns the payload of an IMPORT frame: a line about the file, then the ops."""
    return b"\n".join((canonical({"file": file, "wall": wall}), *lines))


def salvage_payload(wall: int, lines: Iterable[bytes]) -> bytes:
    """Returns the payload of a SALVAGE frame: a line with the clock, then the ops."""
    return b"\n".join((canonical({"wall": wall}), *lines))


def file_of(one: Frame) -> str:
    """Returns the SHA-256 of the file that an IMPORT frame took in."""
    said: dict[str, Any] = json.loads(one.payload.partition(b"\n")[0])
    return str(said["file"])


def lines_of(one: Frame) -> list[bytes]:
    """Returns the canonical lines of the ops in a frame."""
    if one.kind == OPS:
        return one.payload.split(b"\n")
    return one.payload.split(b"\n")[1:] if one.kind in (IMPORT, SALVAGE) else []


def parsed(lines: Sequence[bytes]) -> list[Op]:
    """Returns the ops of canonical lines. They passed the gate before they were written."""
    ops: list[Op] = json.loads(b"[" + b",".join(lines) + b"]")
    return ops


def latest(clock: Clock, ops: Iterable[Op], wall: int) -> Clock:
    """Returns `clock` after an import of `ops` at `wall`."""
    hlc = max((op["hlc"] for op in ops), default=[0, 0])
    return receive(clock, Clock(hlc[0], hlc[1]), wall)


def replay(found: Iterable[Frame], ledger: Ledger, policy: Policy, state_of: StateOf) -> Stage:
    """Reads standing frames into the ledger and folds their ops; returns what they touched.

    `state_of` may give the states themselves.
    """
    every: list[Op] = []
    for one in found:
        if one.kind == REPLICA:
            said: dict[str, Any] = json.loads(one.payload)
            ledger.replica, ledger.inc = said["replica"], said["inc"]
        lines = lines_of(one)
        if lines:
            every += _take(one, lines, ledger)
    stage = fold_onto(every, state_of, policy)
    ledger.held += len(stage.held)
    ledger.ops += len(every)
    return stage


def _take(one: Frame, lines: list[bytes], ledger: Ledger) -> list[Op]:
    ops = parsed(lines)
    last: dict[str, int] = {}
    for i, op in enumerate(ops):
        last[op["id"].rpartition(":")[0]] = i
    for replica, i in last.items():
        ledger.vector[replica] = (int(ops[i]["id"].rpartition(":")[2]), digest(lines[i]))
    if one.kind == OPS:
        hlc = ops[-1]["hlc"]
        ledger.clock = max(ledger.clock, Clock(hlc[0], hlc[1]))
    else:
        head = one.payload[: one.payload.index(b"\n")]
        ledger.clock = latest(ledger.clock, ops, json.loads(head)["wall"])
    return ops
