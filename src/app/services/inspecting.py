"""Inspecting: what is in a bundle, as facts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.text import tidy_line
from app.services.kinds import COLLECTIONS_OF
from app.sync.bundle import LIBRARY, Checked
from app.sync.fold import RecordState, replica_of
from app.sync.policy import Policy
from app.sync.stage import documents, fold_onto
from app.sync.vector import state_digest


@dataclass(frozen=True)
class Voice:
    """Someone who wrote in the book: replica, name and role as said there, and how many ops."""

    replica: str
    name: str
    role: str
    ops: int


@dataclass(frozen=True)
class Contents:
    """What a good bundle holds. Wall clocks are milliseconds, 0 where there are no ops.

    ``records`` counts what is shown by collection, ``held`` the ops that are kept but not shown by
    reason, ``versions`` the fields with two or more; ``vector`` is replica to [count, hash].
    """

    space: str
    kind: str
    name: str
    sender: str
    sender_role: str
    made: int
    first: int
    last: int
    ops: int
    records: dict[str, int]
    held: dict[str, int]
    versions: int
    voices: tuple[Voice, ...]
    vector: dict[str, tuple[int, str]]
    digest: str
    photos: int
    photo_bytes: int
    photos_missing: int


def contents(bundle: Checked) -> Contents:
    """Returns what `bundle` holds, folded as a device would show it."""
    policy = Policy(COLLECTIONS_OF[bundle.kind])
    stage = fold_onto(bundle.ops, lambda col, rec: RecordState(), policy)
    shown = {key: doc for key, doc in documents(stage, policy).items() if doc is not None}
    walls = [op["wall"] for op in bundle.ops]
    here = [blob for blob in bundle.blobs if blob.data is not None]
    return Contents(
        space=bundle.space,
        kind=bundle.kind,
        name=bundle.name,
        sender=bundle.sender.name,
        sender_role=bundle.sender.role,
        made=bundle.made,
        first=min(walls, default=0),
        last=max(walls, default=0),
        ops=len(bundle.ops),
        records=dict(sorted(Counter(col for col, _ in shown).items())),
        held=dict(sorted(Counter(why for _, why in stage.held).items())),
        versions=sum(len(doc.get("_versions", ())) for doc in shown.values()),
        voices=_voices(bundle, {rec: doc for (col, rec), doc in shown.items() if col == "people"}),
        vector=dict(sorted(bundle.to.items())),
        digest=state_digest(bundle.to),
        photos=len(here),
        photo_bytes=sum(blob.size for blob in here),
        photos_missing=len(bundle.blobs) - len(here),
    )


def _voices(bundle: Checked, people: dict[str, dict[str, str]]) -> tuple[Voice, ...]:
    wrote = Counter(replica_of(op["id"]) for op in bundle.ops)
    return tuple(
        Voice(replica, said.get("name", ""), said.get("role", ""), wrote[replica])
        for replica in sorted(wrote)
        for said in [people.get(replica, {})]
    )


def named(found: Sequence[Contents]) -> str:
    """Returns what is in a file, in a few words."""
    return " and ".join(
        f"the {'library' if one.kind == LIBRARY else 'book'} of {plain(one.name)}" for one in found
    )


def told(found: Contents) -> list[str]:
    """Returns what a bundle holds as lines for a terminal."""
    lines = [
        f"{found.kind:9} {plain(found.name)}",
        f"made      {_when(found.made)} by {plain(found.sender)} ({tidy_line(found.sender_role)})",
        f"changes   {found.ops:,}, from {_when(found.first)} to {_when(found.last)}",
        *(f"          {count:,} {name}" for name, count in found.records.items()),
        f"versions  {found.versions} fields have two or more",
        f"held      {sum(found.held.values())} changes are kept but not shown",
        *(f"          {count:,} {why}" for why, count in found.held.items()),
        f"photos    {found.photos} here ({found.photo_bytes:,} bytes), {found.photos_missing} elsewhere",
        "voices",
        *(f"          {plain(v.name)} ({v.role}), {v.ops:,} changes, {v.replica}" for v in found.voices),
        "vector",
        *(f"          {name} {seq:,} {head[:16]}" for name, (seq, head) in found.vector.items()),
        f"space     {found.space}",
        f"digest    {found.digest}",
    ]
    return [line.rstrip() for line in lines]


def plain(name: str) -> str:
    """Returns a name from a file without what could move a terminal's cursor."""
    return tidy_line(name) or "somebody without a name"


def _when(ms: int) -> str:
    try:
        return f"{datetime.fromtimestamp(ms / 1000, UTC):%Y-%m-%d %H:%M} UTC"
    except (OverflowError, OSError, ValueError):
        return f"{ms} ms after 1970"
