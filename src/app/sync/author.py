"""The author: turns edits into ops of one replica, each chained to the last.

Pure: the clock, the wall and the states of the records touched come in as arguments.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from app.sync.clock import ZERO, Clock, tick
from app.sync.fold import RecordState, apply, seen, seen_all
from app.sync.op import ADD, DEL, VERSION, Edit, Op, digest, op_line
from app.sync.vector import Head


class Hand(NamedTuple):
    """Who writes, and from where on: the replica with its incarnation, role, last op and clock."""

    space: str
    replica: str
    role: str
    last: Head = (0, "")
    clock: Clock = ZERO


class Written(NamedTuple):
    """New ops with their canonical bytes, and the hand as it is after them."""

    ops: tuple[Op, ...]
    lines: tuple[bytes, ...]
    hand: Hand


StateOf = Callable[[str, str], RecordState]


def write(hand: Hand, edits: Iterable[Edit], state_of: StateOf, wall: int) -> Written:
    """Returns the ops for `edits`, in order.

    `state_of(col, rec)` gives a record's state as a copy that this may fold into, so that a later edit
    of the same call sees an earlier one.
    """
    ops: list[Op] = []
    lines: list[bytes] = []
    (seq, prev), clock = hand.last, hand.clock
    for edit in edits:
        seq, clock = seq + 1, tick(clock, wall)
        op = _op(hand, edit, seq, prev, clock, wall, state_of)
        line = op_line(op)
        prev = digest(line)
        ops.append(op)
        lines.append(line)
    after = Hand(hand.space, hand.replica, hand.role, (seq, prev), clock)
    return Written(tuple(ops), tuple(lines), after)


def _op(hand: Hand, edit: Edit, seq: int, prev: str, clock: Clock, wall: int, state_of: StateOf) -> Op:
    rec = edit.rec or f"{hand.replica}-{seq}"
    state = state_of(edit.col, rec)
    if edit.kind == ADD:
        pred: list[str] = []
    elif edit.kind == DEL:
        pred = seen_all(state)
    else:
        pred = seen(state, edit.field)
    op: Op = {
        "v": VERSION,
        "space": hand.space,
        "id": f"{hand.replica}:{seq}",
        "prev": prev,
        "rec": rec,
        "col": edit.col,
        "kind": edit.kind,
        "field": edit.field,
        "val": edit.val,
        "pred": pred,
        "hlc": [clock.ms, clock.n],
        "wall": wall,
        "by": hand.role,
    }
    apply(state, op)
    return op
