"""Reading a file's ops: each of the right shape, each replica's a chain of hashes without gaps."""

import hashlib
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, cast

from pydantic_core import to_json

from app.sync.bundle import Refusal
from app.sync.op import Op, canonical
from app.sync.shapes import LONGEST_ID, MOST_DEPTH, MOST_NUMBER, number, tame
from app.sync.vector import Head

_KEYS = sorted(Op.__annotations__)
_TYPED = tuple(key for key in _KEYS if key != "val")
_STRINGS = tuple(key for key in _TYPED if key not in ("hlc", "pred", "v", "wall"))
_TYPES = tuple({"hlc": list, "pred": list, "v": int, "wall": int}.get(key, str) for key in _TYPED)
_typed, _strings = itemgetter(*_TYPED), itemgetter(*_STRINGS)
_DOUBTFUL = frozenset({dict, list, float})  # key order and number forms need a second look


class Chains:
    """Follows each replica's chain of hashes through the file's ops; fills the lists as it goes."""

    def __init__(self, space: str, start: Mapping[str, int]) -> None:
        self.space, self.start = space, start
        self.ops: list[Op] = []
        self.lines: list[bytes] = []
        self.hashes: list[str] = []
        self.to: dict[str, Head] = {}

    def walk(self, ops: Sequence[Any], lines: Sequence[bytes] | None) -> list[Refusal]:
        """Returns the faults of the ops, each with its number in the file."""
        found: list[Refusal] = []
        for index, op in enumerate(ops):
            where = _odd(op)
            if where:
                found.append(Refusal("bad_op", {"number": index + 1, "where": where}))
                continue
            code = self._follow(op, None if lines is None else lines[index])
            if code:
                found.append(Refusal(code, {"number": index + 1, "where": "id"}))
        return found

    def _follow(self, op: Op, written: bytes | None) -> str:
        replica, _, digits = op["id"].rpartition(":")
        if not replica or not _numbered(digits):
            return "bad_op"
        seq = int(digits)
        last = self.to.get(replica)
        if last is None:
            follows = seq == self.start.get(replica, 0) + 1 and (seq > 1 or op["prev"] == "")
        else:
            follows = seq == last[0] + 1 and op["prev"] == last[1]
        line = written if written is not None and _is_canonical(op, written) else canonical(op)
        hashed = hashlib.sha256(line).hexdigest()
        self.ops.append(op)
        self.lines.append(line)
        self.hashes.append(hashed)
        self.to[replica] = (seq, hashed)
        if op["space"] != self.space:
            return "mixed"
        return "" if follows else "chain"


def _odd(op: Any) -> str:
    """Returns the key of an op whose value no Ownway writes, or "" for a good op."""
    if type(op) is not dict:
        return "not an object"
    try:
        types = tuple(map(type, _typed(op)))
    except KeyError as missing:
        return str(missing.args[0])
    if "val" not in op:
        return "val"
    if types != _TYPES:
        return next(key for key, kind, due in zip(_TYPED, types, _TYPES, strict=True) if kind is not due)
    if max(map(len, _strings(op))) > LONGEST_ID:
        return next(key for key in _STRINGS if len(op[key]) > LONGEST_ID)
    known = cast("Op", op)
    return _odd_value(known) if _numbers_fit(known) else "hlc"


def _numbers_fit(op: Op) -> bool:
    hlc = op["hlc"]
    return (
        0 <= op["v"] <= MOST_NUMBER
        and 0 <= op["wall"] <= MOST_NUMBER
        and len(hlc) == 2
        and number(hlc[0])
        and number(hlc[1])
    )


def _odd_value(op: Op) -> str:
    if op["pred"] and not all(map(_id, op["pred"])):
        return "pred"
    val = op["val"]
    if not (op["rec"] and op["col"] and op["kind"]):
        return "rec, col or kind"
    if op["kind"] == "add" and type(val) is not dict:
        return "val"
    if type(val) is not str and not tame(val, MOST_DEPTH):
        return "val"
    return "" if len(op) == len(_KEYS) or tame(op, MOST_DEPTH) else "an unknown key"


def _id(value: Any) -> bool:
    """Tells whether `value` is an op's id, as `parse_id` reads it."""
    if type(value) is not str or len(value) > LONGEST_ID:
        return False
    replica, _, seq = value.rpartition(":")
    return replica != "" and _numbered(seq)


def _numbered(seq: str) -> bool:
    return seq.isascii() and seq.isdigit() and len(seq) <= 15 and seq[0] != "0"


def _is_canonical(op: Op, line: bytes) -> bool:
    """Tells quickly, for almost every op, that `line` is its canonical form; False where in doubt."""
    val = op["val"]
    if type(val) is dict:
        if list(val) != sorted(val) or not _DOUBTFUL.isdisjoint(map(type, val.values())):
            return False
    elif type(val) in _DOUBTFUL:
        return False
    return list(op) == _KEYS and to_json(op) == line
