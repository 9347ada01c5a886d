"""The gate: everything a file must be before any stored state is looked at.

In order: size, JSON (which also bounds the depth), header, each op, each replica's chain of hashes, the
header's own hash, the blobs. The first fault ends `check`; `faults` goes on and lists them all.

Depth is bounded by `pydantic_core.from_json`, which refuses about 200 levels; the standard library's
parser would exhaust the stack of a browser's Python first and stop it for good.
"""

import hashlib
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from pydantic_core import from_json, to_json

from app.sync.bundle import (
    BUNDLE_VERSION,
    FORMAT,
    BlobPart,
    Checked,
    Refusal,
    Sender,
    header_hash,
    vector_of,
)
from app.sync.op import Op, canonical
from app.sync.vector import Head

MOST_BYTES = 64 * 1024 * 1024
MOST_OPS = 500_000
MOST_DEPTH = 16
MOST_NUMBER = 2**53
LONGEST_ID = 80
Object = dict[str, Any]

_KEYS = sorted(Op.__annotations__)
_TYPED = tuple(key for key in _KEYS if key != "val")
_STRINGS = tuple(key for key in _TYPED if key not in ("hlc", "pred", "v", "wall"))
_TYPES = tuple({"hlc": list, "pred": list, "v": int, "wall": int}.get(key, str) for key in _TYPED)
_typed, _strings = itemgetter(*_TYPED), itemgetter(*_STRINGS)
_WORDS = frozenset({str, bool, type(None)})
_DOUBTFUL = frozenset({dict, list, float})  # key order and number forms need a second look
_OPS_OPEN = b'"ops":[\n'
_OPS_CLOSE = b"\n]}"


class _Fault(Exception):
    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.refusal = Refusal(code, facts)


def file_hash(data: bytes) -> str:
    """Returns the SHA-256 by which a file is known again."""
    return hashlib.sha256(data).hexdigest()


def check(data: bytes) -> Checked | Refusal:
    """Returns the bundle in `data`, or the first reason why it is not one. Never raises for input."""
    for found in _walk(data):
        return found
    raise AssertionError("the walk ends with a bundle or a refusal")


def faults(data: bytes) -> tuple[Refusal, ...]:
    """Returns every fault of a file that can be told apart; empty for a good one."""
    return tuple(found for found in _walk(data) if isinstance(found, Refusal))


def _walk(data: bytes) -> Iterator[Checked | Refusal]:
    """Yields each fault, and the bundle if there was none."""
    try:
        text = _text(data)
        value, lines = _by_lines(text) or (_parse(text), None)
        header = _header(value)
    except _Fault as fault:
        yield fault.refusal
        return
    ops = header["ops"]
    found = list(_header_faults(header))
    chains = _Chains(header["space"]["id"], header["from"])
    found += chains.walk(ops, lines)
    if not found and (chains.to != vector_of(header["to"]) or header.get("sha256") != header_hash(header)):
        found.append(Refusal("altered"))
    blobs, blob_faults = _read_blobs(header["blobs"])
    found += blob_faults
    if found:
        yield from found
    else:
        yield _checked(header, chains, blobs, data)


def _text(data: bytes) -> bytes:
    if not data.strip():
        raise _Fault("empty")
    if len(data) > MOST_BYTES:
        raise _Fault("too_big", megabytes=len(data) // 2**20, most=MOST_BYTES // 2**20)
    text = data.removeprefix(b"\xef\xbb\xbf")
    if text.lstrip()[:1] not in b'{["0123456789-tfn':
        raise _Fault("not_text")
    return text


def _parse(text: bytes) -> Any:
    try:
        return from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise _json_fault(str(error)) from error


def _by_lines(text: bytes) -> tuple[Any, list[bytes]] | None:
    """Returns the file with its ops read line by line, as Ownway lays them out; None for another layout.

    Each op is parsed from its own line, so the line is known to be that op's bytes and need not be
    written again to be hashed.
    """
    head, opened, rest = text.partition(_OPS_OPEN)
    body, closed, tail = rest.rpartition(_OPS_CLOSE)
    if not opened or not closed or tail.strip():
        return None
    try:
        value = from_json(head + b'"ops":[]}', allow_inf_nan=False)
        lines = body.split(b",\n") if body else []
        ops = [from_json(line, allow_inf_nan=False) for line in lines]
    except ValueError:
        return None
    if not isinstance(value, dict):
        return None
    value["ops"] = ops
    return value, lines


def _json_fault(message: str) -> _Fault:
    if "recursion limit" in message:
        return _Fault("too_deep")
    if message.startswith("EOF"):
        return _Fault("cut_off")
    if "invalid unicode" in message:
        return _Fault("not_text")
    line, _, column = message.rpartition(" at line ")[2].partition(" column ")
    return _Fault("not_json", line=line, column=column)


def _header(value: Any) -> Object:
    """Returns the file's object once the keys that everything else needs have the right shapes."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise _Fault("foreign")
    needs = value.get("min_reader")
    if _number(needs) and needs > BUNDLE_VERSION:
        raise _Fault("newer", needs=needs, have=BUNDLE_VERSION)
    if value.get("encryption") is not None:
        raise _Fault("locked")
    for key, good in _SHAPES.items():
        if not good(value.get(key)):
            raise _Fault("header", where=key)
    part, parts = value["part"]
    if (part, parts) != (1, 1):
        raise _Fault("part", part=part, parts=parts)
    if value["counts"]["ops"] > MOST_OPS or len(value["ops"]) > MOST_OPS:
        raise _Fault("too_many", count=max(value["counts"]["ops"], len(value["ops"])), most=MOST_OPS)
    if not tame({key: part for key, part in value.items() if key != "ops"}, MOST_DEPTH):
        raise _Fault("header", where="a value out of bounds")
    return value


def _number(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MOST_NUMBER


def _short(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= 500


def _hash(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 64


def _named(*keys: str) -> Any:
    return lambda value: isinstance(value, dict) and all(_short(value.get(key)) for key in keys)


def _space(value: Any) -> bool:
    if not _named("id", "name", "kind")(value):
        return False
    name = value["id"]
    return 10 <= len(name) <= 40 and name.isascii() and name.isalnum() and name == name.lower()


def _vector(value: Any) -> bool:
    return isinstance(value, dict) and all(
        len(replica) <= LONGEST_ID
        and isinstance(head, list)
        and len(head) == 2
        and _number(head[0])
        and _hash(head[1])
        for replica, head in value.items()
    )


def _start(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_number, value.values()))


def _counts(value: Any) -> bool:
    return isinstance(value, dict) and _number(value.get("ops")) and _number(value.get("blobs"))


def _pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_number, value))


def _list(value: Any) -> bool:
    return isinstance(value, list)


_SHAPES: Mapping[str, Any] = {
    "version": _number,
    "min_reader": _number,
    "space": _space,
    "sender": _named("replica", "role", "name"),
    "made": _number,
    "from": _start,
    "to": _vector,
    "counts": _counts,
    "part": _pair,
    "ops": _list,
    "blobs": _list,
    "sha256": _hash,
}


def _header_faults(header: Object) -> Iterator[Refusal]:
    said, found = header["counts"]["ops"], len(header["ops"])
    if said != found:
        yield Refusal("counts", {"said": said, "found": found})


def _odd(op: Any) -> str:
    """Returns the key of an op whose value no Ownway writes, or "" for a good op."""
    if type(op) is not dict:
        return "not an object"
    try:
        types = tuple(map(type, _typed(op)))
    except KeyError as missing:
        return str(missing.args[0])
    if types != _TYPES:
        return next(key for key, kind, due in zip(_TYPED, types, _TYPES, strict=True) if kind is not due)
    if max(map(len, _strings(op))) > LONGEST_ID:
        return next(key for key in _STRINGS if len(op[key]) > LONGEST_ID)
    return _odd_value(op) if _numbers_fit(op) else "hlc"


def _numbers_fit(op: Op) -> bool:
    hlc = op["hlc"]
    return (
        0 <= op["v"] <= MOST_NUMBER
        and 0 <= op["wall"] <= MOST_NUMBER
        and len(hlc) == 2
        and _number(hlc[0])
        and _number(hlc[1])
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
    return type(value) is str and len(value) <= LONGEST_ID


def tame(value: Any, depth: int) -> bool:
    """Tells whether numbers and nesting in a parsed JSON value are within bounds."""
    kind = type(value)
    if kind is dict or kind is list:
        inner = value.values() if kind is dict else value
        if _WORDS.issuperset(map(type, inner)):
            return depth > 0
        return depth > 0 and all(tame(part, depth - 1) for part in inner)
    if kind is int or kind is float:
        return bool(-MOST_NUMBER <= value <= MOST_NUMBER)
    return True


class _Chains:
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
        seq = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 15 else 0
        if not replica or not seq or digits[0] == "0":
            return "bad_op"
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


def _is_canonical(op: Op, line: bytes) -> bool:
    """Tells quickly, for almost every op, that `line` is its canonical form; False where in doubt."""
    val = op["val"]
    if type(val) is dict:
        if list(val) != sorted(val) or not _DOUBTFUL.isdisjoint(map(type, val.values())):
            return False
    elif type(val) in _DOUBTFUL:
        return False
    return list(op) == _KEYS and to_json(op) == line


def _read_blobs(entries: Sequence[Any]) -> tuple[list[BlobPart], list[Refusal]]:
    blobs: list[BlobPart] = []
    found: list[Refusal] = []
    for number, entry in enumerate(entries, 1):
        blob = _blob(entry)
        if blob is None:
            found.append(Refusal("blob", {"number": number}))
        else:
            blobs.append(blob)
    return blobs, found


def _blob(entry: Any) -> BlobPart | None:
    if not isinstance(entry, dict) or not (_hash(entry.get("sha256")) and _short(entry.get("mime"))):
        return None
    name, mime, size, text = entry["sha256"], entry["mime"], entry.get("size"), entry.get("data")
    if not _number(size):
        return None
    if text is None:
        return BlobPart(name, mime, size, None)
    try:
        data = b64decode(text, validate=True) if isinstance(text, str) else b""
    except (Base64Error, ValueError):
        return None
    fits = len(data) == size and hashlib.sha256(data).hexdigest() == name
    return BlobPart(name, mime, size, data) if fits else None


def _checked(header: Object, chains: _Chains, blobs: Sequence[BlobPart], data: bytes) -> Checked:
    sender = header["sender"]
    return Checked(
        space=header["space"]["id"],
        name=header["space"]["name"],
        sender=Sender(sender["replica"], sender["role"], sender["name"]),
        made=header["made"],
        start=header["from"],
        to=chains.to,
        ops=chains.ops,
        lines=chains.lines,
        hashes=chains.hashes,
        blobs=blobs,
        file=file_hash(data),
    )
