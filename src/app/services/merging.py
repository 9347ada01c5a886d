"""Merging files: the union of bundles of one book and of the libraries with it, without a device.

Whatever the order of the files and however often one is given, the result is the same bytes: ops are
put in an order that follows from the ops alone, and the header from the newest file.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.sync.bundle import LEARNER, BlobPart, Checked, Refusal, Title, write_bundle
from app.sync.op import Op, parse_id
from app.sync.packet import MOST_PARTS, write_packet
from app.sync.vector import Head


@dataclass
class _Union:
    """Ops by id with their bytes and hashes."""

    ops: dict[str, Op] = field(default_factory=dict)
    lines: dict[str, bytes] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)

    def add(self, bundle: Checked) -> Refusal | None:
        """Adds a bundle's ops; refuses it where an op here has the same name and other bytes."""
        for op, line, hashed in zip(bundle.ops, bundle.lines, bundle.hashes, strict=True):
            op_id = op["id"]
            if self.hashes.get(op_id, hashed) != hashed:
                replica, _, seq = op_id.rpartition(":")
                return Refusal("fork", {"replica": replica, "seq": int(seq)})
            self.ops[op_id], self.lines[op_id], self.hashes[op_id] = op, line, hashed
        return None


def merge(bundles: Sequence[Checked]) -> bytes | Refusal:
    """Returns a bundle of all ops and blobs, or why these bundles do not go together.

    Made, sender and name are those of the newest. Raises ValueError without a bundle.
    """
    if not bundles:
        raise ValueError("nothing to merge")
    union = _Union()
    for bundle in bundles:
        if bundle.space != bundles[0].space:
            return Refusal("other_space")
        if bundle.kind != bundles[0].kind:
            return Refusal("other_kind")
        refusal = union.add(bundle)
        if refusal:
            return refusal
    vector = _vector(union)
    missing = _missing(union, vector)
    if missing:
        return missing
    newest = max(bundles, key=lambda b: (b.made, b.sender.replica, b.sender.role, b.sender.name, b.name))
    lines = [union.lines[op_id] for op_id in _ordered(union.ops)]
    blobs = _blobs(blob for bundle in bundles for blob in bundle.blobs)
    title = Title(newest.space, newest.name, newest.kind)
    return write_bundle(title, newest.sender, newest.made, vector, lines, blobs)


def merge_all(bundles: Sequence[Checked]) -> bytes | Refusal:
    """Returns one file of at most one learner's book and any libraries, each put together by `merge`.

    Several are a packet, the libraries first. Raises ValueError without a bundle.
    """
    by_space: dict[str, list[Checked]] = {}
    for bundle in bundles:
        by_space.setdefault(bundle.space, []).append(bundle)
    books = {bundle.space for bundle in bundles if bundle.kind == LEARNER}
    if len(books) > 1:
        return Refusal("other_space")
    merged: list[bytes] = []
    for space in sorted(by_space, key=lambda space: (space in books, space)):
        one = merge(by_space[space])
        if isinstance(one, Refusal):
            return one
        merged.append(one)
    if len(merged) > MOST_PARTS:
        return Refusal("too_many_parts", {"count": len(merged), "most": MOST_PARTS})
    return merged[0] if len(merged) == 1 else write_packet(merged)


def _vector(union: _Union) -> dict[str, Head]:
    vector: dict[str, Head] = {}
    for op_id, hashed in union.hashes.items():
        replica, _, seq = op_id.rpartition(":")
        if int(seq) > vector.get(replica, (0, ""))[0]:
            vector[replica] = (int(seq), hashed)
    return vector


def _missing(union: _Union, vector: Mapping[str, Head]) -> Refusal | None:
    """Refuses a union that is not whole: each replica's ops from its first, and all that they name."""
    for replica, (last, _) in vector.items():
        for seq in range(1, last + 1):
            if f"{replica}:{seq}" not in union.ops:
                return Refusal("gap", {"begins": seq, "has": seq - 1})
    for op in union.ops.values():
        for earlier in op["pred"]:
            if earlier not in union.ops:
                return Refusal("dangling", {"op": op["id"], "pred": earlier})
    for op_id, op in union.ops.items():
        replica, _, digits = op_id.rpartition(":")
        if op["prev"] != union.hashes.get(f"{replica}:{int(digits) - 1}", ""):
            return Refusal("fork", {"replica": replica, "seq": int(digits)})
    return None


def _ordered(ops: Mapping[str, Op]) -> Iterable[str]:
    """Yields the ids so that each comes after all it names; of several next ones the earliest clock.

    Ops that name each other in a ring, which no Ownway writes, come last, each replica's in its order.
    """
    followers: dict[str, list[str]] = {}
    waits: dict[str, int] = {}
    for op_id, op in ops.items():
        replica, _, seq = op_id.rpartition(":")
        before = set(op["pred"]) | ({f"{replica}:{int(seq) - 1}"} if seq != "1" else set())
        waits[op_id] = len(before)
        for earlier in before:
            followers.setdefault(earlier, []).append(op_id)
    ready = [(op["hlc"], op_id) for op_id, op in ops.items() if not waits[op_id]]
    heapq.heapify(ready)
    while ready:
        _, op_id = heapq.heappop(ready)
        del waits[op_id]
        yield op_id
        for later in followers.get(op_id, ()):
            waits[later] -= 1
            if not waits[later]:
                heapq.heappush(ready, (ops[later]["hlc"], later))
    yield from sorted(waits, key=parse_id)


def _blobs(parts: Iterable[BlobPart]) -> list[BlobPart]:
    """Returns each blob once, with its bytes where any file has them."""
    found: dict[str, BlobPart] = {}
    for part in sorted(parts, key=lambda part: (part.sha256, part.data is None, part.mime, part.size)):
        found.setdefault(part.sha256, part)
    return list(found.values())
