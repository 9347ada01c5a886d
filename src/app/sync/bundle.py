"""Bundles: a space, or a part of it, as one JSON file that any means can carry.

The layout is described for other programs in ``docs/format.md``. A bundle's ``to`` vector carries the
hash of each replica's last op, and every op carries the hash of the one before: so the hash over the
header, which is small, vouches for all that follows.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.sync.op import Op, canonical, canonical_text, digest
from app.sync.vector import Head, Vector, state_digest

FORMAT = "ownway-bundle"
BUNDLE_VERSION = 1
MIN_READER = 1
LEARNER, LIBRARY = "learner", "library"
KINDS = (LEARNER, LIBRARY)
"""What a space that is shared can be: one learner's book, or a library of what many learners use."""


@dataclass(frozen=True)
class Title:
    """Which space a bundle is of: its id, whose it is when the file is made, and its kind."""

    space: str
    name: str
    kind: str = LEARNER


@dataclass(frozen=True)
class Sender:
    """Whose device made a bundle: its replica with incarnation, role and the person's name."""

    replica: str
    role: str
    name: str


@dataclass(frozen=True)
class BlobPart:
    """A blob in a bundle: its name (SHA-256), media type and bytes; ``data`` None where left out."""

    sha256: str
    mime: str
    size: int
    data: bytes | None


@dataclass(frozen=True)
class Checked:
    """A bundle that passed every check that needs no stored state.

    ``ops`` and ``lines`` (their canonical bytes) are in the file's order, each replica's without gaps;
    ``hashes`` gives each op's hash in that order; ``start`` and ``to`` are the vectors before and
    after. ``file`` is the SHA-256 of the file's own bytes.
    """

    space: str
    name: str
    kind: str
    sender: Sender
    made: int
    start: Mapping[str, int]
    to: Vector
    ops: Sequence[Op]
    lines: Sequence[bytes]
    hashes: Sequence[str]
    blobs: Sequence[BlobPart]
    file: str
    unknown: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Refusal:
    """Why a file is not taken in: a code of `app.sync.refusals`, and the facts its sentence names.

    A refusal always means that nothing was changed.
    """

    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


def header_hash(header: Mapping[str, Any]) -> str:
    """Returns the SHA-256 of a bundle without its ops, its blobs' bytes and the hash itself."""
    kept = {key: value for key, value in header.items() if key not in ("ops", "sha256", "blobs")}
    kept["blobs"] = [{key: value for key, value in blob.items() if key != "data"} for blob in header["blobs"]]
    return digest(canonical(kept))


def write_bundle(
    title: Title,
    sender: Sender,
    made: int,
    to: Vector,
    lines: Iterable[bytes],
    blobs: Sequence[BlobPart] = (),
) -> bytes:
    """Returns a whole-space bundle as UTF-8 JSON, one op a line; the same input gives the same bytes.

    `lines` are the canonical bytes of all ops that `to` stands for, each after those it names.
    """
    ops = list(lines)
    header: dict[str, Any] = {
        "format": FORMAT,
        "version": BUNDLE_VERSION,
        "min_reader": MIN_READER,
        "space": {"id": title.space, "kind": title.kind, "name": title.name},
        "sender": {"replica": sender.replica, "role": sender.role, "name": sender.name},
        "recipient": None,
        "made": made,
        "from": {},
        "to": {replica: list(head) for replica, head in to.items()},
        "counts": {"ops": len(ops), "blobs": len(blobs)},
        "digest": state_digest(to),
        "part": [1, 1],
        "heads": [],
        "encryption": None,
        "blobs": [_blob(blob) for blob in blobs],
    }
    header["sha256"] = header_hash(header)
    head = canonical_text(header)[:-1].encode()
    return head + b',"ops":[\n' + b",\n".join(ops) + b"\n]}\n"


def _blob(blob: BlobPart) -> dict[str, Any]:
    entry: dict[str, Any] = {"sha256": blob.sha256, "mime": blob.mime, "size": blob.size}
    if blob.data is not None:
        entry["data"] = b64encode(blob.data).decode()
    return entry


def vector_of(value: Mapping[str, Sequence[Any]]) -> dict[str, Head]:
    """Returns a vector from its JSON form."""
    return {replica: (head[0], head[1]) for replica, head in value.items()}
