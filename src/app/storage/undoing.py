"""Taking an import back: what its records, the vector and the count of held ops were before it."""

from dataclasses import dataclass

from app.storage.ledger import lines_of, parsed
from app.storage.oplog import OpLog
from app.sync.fold import RecordState
from app.sync.op import parse_id
from app.sync.policy import Policy
from app.sync.stage import Key, fold_onto
from app.sync.vector import Head


@dataclass(frozen=True)
class Before:
    """``heads`` are the heads of the replicas that the import brought ops of, as they were."""

    states: dict[Key, RecordState]
    heads: dict[str, Head]
    held: int

    def vector(self, now: dict[str, Head]) -> dict[str, Head]:
        """Returns the vector as it was."""
        merged = {**now, **self.heads}
        return {replica: head for replica, head in merged.items() if head[0]}


def before_import(log: OpLog, policy: Policy) -> Before:
    """Folds the records that the last import touched from all ops but the import's."""
    last = log.last_import()
    if last is None:
        raise ValueError("nothing to undo")
    ops = parsed(lines_of(last))
    taken = {op["id"] for op in ops}
    heads: dict[str, Head] = {}
    for op in ops:
        replica, seq = parse_id(op["id"])
        heads.setdefault(replica, (seq - 1, op["prev"]))
    touched = fold_onto(ops, lambda _col, _rec: RecordState(), policy)
    left = [op for op in log.ops_of(set(touched.states)) if op["id"] not in taken]
    states = fold_onto(left, lambda _col, _rec: RecordState(), policy).states
    for key in touched.states:
        states.setdefault(key, RecordState())
    return Before(states, heads, len(touched.held))
