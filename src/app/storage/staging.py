"""What of a checked bundle is new to a book, and whether it joins on to what the book holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.storage.oplog import OpLog
from app.sync.bundle import Checked, Refusal
from app.sync.fold import Document
from app.sync.op import Op, parse_id
from app.sync.stage import Key, Stage
from app.sync.vector import Vector


@dataclass(frozen=True)
class Token:
    """A stage with what its commit needs; good for a journal that ends where it ended then, and, where it
    was made against an empty book (``empty``), for any book of that space that is still empty."""

    log: OpLog
    end: int
    checked: Checked
    ops: list[Op]
    lines: list[bytes]
    stage: Stage
    documents: Mapping[Key, Document | None]
    empty: bool


def fork_or_gap(space: str, kind: str, ours: Vector, checked: Checked, log: OpLog) -> Refusal | None:
    """Returns why a bundle cannot be taken in, going by vectors and chains; None where it can."""
    if checked.space != space:
        return Refusal("other_space")
    if checked.kind != kind:
        return Refusal("other_kind")
    for replica, seq in checked.start.items():
        have = ours.get(replica, (0, ""))[0]
        if seq > have:
            return Refusal("gap", {"begins": seq, "has": have})
    for replica, (seq, head) in checked.to.items():
        have, mine = ours.get(replica, (0, ""))
        if (seq == have and head != mine) or (seq < have and log.hash_at(replica, seq) != head):
            return Refusal("fork", {"replica": replica, "seq": seq})
    return None


def new_to(ours: Vector, checked: Checked) -> tuple[list[Op], list[bytes]] | Refusal:
    """Returns the ops that `ours` does not hold, with their lines; a fork where they do not join on."""
    if not any(replica in ours for replica in checked.to):
        return list(checked.ops), list(checked.lines)
    counts = dict(checked.start)
    ops: list[Op] = []
    lines: list[bytes] = []
    for op, line in zip(checked.ops, checked.lines, strict=True):
        replica = op["id"].rpartition(":")[0]
        seq = counts[replica] = counts.get(replica, 0) + 1
        have, mine = ours.get(replica, (0, ""))
        if seq <= have:
            continue
        if seq == have + 1 and op["prev"] != mine:
            return Refusal("fork", {"replica": replica, "seq": seq})
        ops.append(op)
        lines.append(line)
    return ops, lines


def dangling(ours: Vector, checked: Checked, ops: list[Op]) -> Refusal | None:
    """Returns a refusal where an op overwrites one that neither the book nor the bundle has."""
    here = {op["id"] for op in checked.ops}
    for op, name in _preds(ops):
        if name in here:
            continue
        replica, seq = parse_id(name)
        if seq > ours.get(replica, (0, ""))[0]:
            return Refusal("dangling", {"op": op["id"], "pred": name})
    return None


def _preds(ops: list[Op]) -> Iterator[tuple[Op, str]]:
    for op in ops:
        for name in op["pred"]:
            yield op, name
