"""Inspecting: what is in a bundle, as facts."""

from collections import Counter
from dataclasses import dataclass

from app.domain.collections import COLLECTIONS
from app.sync.bundle import Checked
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
    policy = Policy(COLLECTIONS)
    stage = fold_onto(bundle.ops, lambda col, rec: RecordState(), policy)
    shown = {key: doc for key, doc in documents(stage, policy).items() if doc is not None}
    walls = [op["wall"] for op in bundle.ops]
    here = [blob for blob in bundle.blobs if blob.data is not None]
    return Contents(
        space=bundle.space,
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
