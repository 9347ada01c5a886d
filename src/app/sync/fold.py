"""The fold: from a set of ops to what a record is now.

A field's heads are the ops on it that no other op names in its ``pred``. One head is the value; of
several one is shown (the owner's role first, then the clock, then the id), and all are kept.

``del`` hides the heads that it names. A record is there while it has a head that no standing del
names; a head that a del did not see so keeps the record, marked. A del itself no longer stands once an
op names it in ``pred`` (that is how a record is brought back).

The result depends on the set of ops alone, not on the order in which they were applied; the laws are
property tests in ``tests/sync/test_laws.py``.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from app.sync.op import ADD, DEL, SET, Op

OwnerRole = Callable[[str, str], str]
Document = dict[str, Any]


class Stamp(NamedTuple):
    """When an op was made and by which role; sorts by clock, then id."""

    hlc: tuple[int, int]
    id: str
    by: str
    wall: int


class Head(NamedTuple):
    """A value of a field that nothing overwrites."""

    stamp: Stamp
    val: Any


class RecordState:
    """All that the fold needs to know of one record; mutable, owned by whoever folds.

    ``heads`` and ``over`` (overwritten op ids) by field; ``dels`` all dels by id, with the heads each
    saw; ``adds`` the ids of adds; ``made`` the earliest add's stamp, or the earliest of all where there
    is no add; ``last`` the latest wall clock.
    """

    __slots__ = ("adds", "dels", "heads", "last", "made", "over")

    def __init__(self) -> None:
        self.heads: dict[str, tuple[Head, ...]] = {}
        self.over: dict[str, set[str]] = {}
        self.dels: dict[str, frozenset[str]] = {}
        self.adds: set[str] = set()
        self.made: Stamp | None = None
        self.last = 0


def apply(state: RecordState, op: Op) -> None:
    """Folds one op into its record. Applying an op twice changes nothing; order does not matter.

    Kinds this version does not know change nothing here.
    """
    kind = op["kind"]
    hlc = op["hlc"]
    stamp = Stamp((hlc[0], hlc[1]), op["id"], op["by"], op["wall"])
    if kind == ADD:
        _add(state, stamp, op["val"])
    elif kind == SET:
        if op["pred"]:
            _overwrite(state, op["field"], op["pred"])
        _place(state, op["field"], Head(stamp, op["val"]))
    elif kind == DEL:
        state.dels[stamp.id] = frozenset(op["pred"])
    else:
        return
    _made(state, stamp, kind == ADD)
    state.last = max(state.last, stamp.wall)


def _made(state: RecordState, stamp: Stamp, added: bool) -> None:
    """Who adds a record made it, whatever the clock of one who changed it says."""
    known = state.made
    if known is None or (added, known) > (known.id in state.adds, stamp):
        state.made = stamp


def _add(state: RecordState, stamp: Stamp, values: dict[str, Any]) -> None:
    if state.made is None:  # nothing is known of the record yet, so nothing can be overwritten
        state.heads = {field: (Head(stamp, value),) for field, value in values.items()}
    else:
        for field, value in values.items():
            _place(state, field, Head(stamp, value))
    state.adds.add(stamp.id)


def _place(state: RecordState, field: str, head: Head) -> None:
    known = state.heads.get(field)
    if known is None:
        over = state.over.get(field)
        state.heads[field] = () if over and head.stamp.id in over else (head,)
        return
    if head.stamp.id in state.over.get(field, ()):
        return
    if all(other.stamp.id != head.stamp.id for other in known):
        state.heads[field] = (*known, head)


def _overwrite(state: RecordState, field: str, pred: Iterable[str]) -> None:
    over = state.over.setdefault(field, set())
    over.update(pred)
    known = state.heads.get(field)
    if known:
        state.heads[field] = tuple(head for head in known if head.stamp.id not in over)


def seen(state: RecordState, field: str) -> list[str]:
    """Returns the ``pred`` of a new set on `field`: its heads, and the dels that stand."""
    return sorted([head.stamp.id for head in state.heads.get(field, ())] + list(standing_dels(state)))


def seen_all(state: RecordState) -> list[str]:
    """Returns the ``pred`` of a new del: every head of every field."""
    return sorted({head.stamp.id for heads in state.heads.values() for head in heads})


def standing_dels(state: RecordState) -> tuple[str, ...]:
    """Returns the dels that no later set has lifted."""
    if not state.dels:
        return ()
    return tuple(d for d in state.dels if not any(d in ids for ids in state.over.values()))


def document(state: RecordState, rec: str, col: str, owner: OwnerRole) -> Document | None:
    """Returns the record as it is shown, or None where it is deleted or has no value.

    Beside its fields a document has ``id``, ``_by``, ``_who``, ``_at``, ``_changed`` and, only where
    true, ``_versions`` (field to all values, the shown first; none where all say the same), ``_kept`` and
    ``_edited``.
    """
    made = state.made
    dels = standing_dels(state) if state.dels else ()
    if made is None or not any(state.heads.values()) or (dels and _hidden(state, dels)):
        return None
    shown: Document = {"id": rec}
    several: dict[str, list[Document]] = {}
    for field, heads in state.heads.items():
        if len(heads) == 1:
            shown[field] = heads[0].val
        elif heads:
            ranked = sorted(heads, key=_rank(owner(col, field)), reverse=True)
            shown[field] = ranked[0].val
            if any(head.val != ranked[0].val for head in ranked):
                several[field] = [_version(head) for head in ranked]
    shown["_by"], shown["_who"] = made.by, replica_of(made.id)
    shown["_at"], shown["_changed"] = made.wall, state.last
    if several:
        shown["_versions"] = several
    if dels:
        shown["_kept"] = True
    if state.over and any(not ids.isdisjoint(state.adds) for ids in state.over.values()):
        shown["_edited"] = True
    return shown


def _hidden(state: RecordState, dels: tuple[str, ...]) -> bool:
    if not dels:
        return False
    gone = frozenset().union(*(state.dels[d] for d in dels))
    return all(head.stamp.id in gone for heads in state.heads.values() for head in heads)


def _rank(owner_role: str) -> Callable[[Head], tuple[bool, Stamp]]:
    return lambda head: (head.stamp.by == owner_role, head.stamp)


def _version(head: Head) -> Document:
    stamp = head.stamp
    return {
        "op": stamp.id,
        "value": head.val,
        "by": stamp.by,
        "who": replica_of(stamp.id),
        "wall": stamp.wall,
    }


def replica_of(op_id: str) -> str:
    """Returns the replica's id, without incarnation and sequence number, from an op's id."""
    return op_id.partition(":")[0].partition(".")[0]


def dump(state: RecordState) -> list[Any]:
    """Returns the state as a JSON value, the same for the same set of ops."""
    made = state.made
    return [
        {
            field: [
                [list(h.stamp.hlc), h.stamp.id, h.stamp.by, h.stamp.wall, h.val]
                for h in sorted(heads, key=_stamp)
            ]
            for field, heads in state.heads.items()
        },
        {field: sorted(ids) for field, ids in state.over.items()},
        {d: sorted(ids) for d, ids in state.dels.items()},
        sorted(state.adds),
        None if made is None else [list(made.hlc), made.id, made.by, made.wall],
        state.last,
    ]


def _stamp(head: Head) -> Stamp:
    return head.stamp


def copy(state: RecordState) -> RecordState:
    """Returns a state that can be folded into without changing `state`."""
    twin = RecordState()
    twin.heads = dict(state.heads)
    twin.over = {field: set(ids) for field, ids in state.over.items()}
    twin.dels = dict(state.dels)
    twin.adds = set(state.adds)
    twin.made, twin.last = state.made, state.last
    return twin


def load(value: list[Any]) -> RecordState:
    """Returns the state that `dump` wrote."""
    heads, over, dels, adds, made, last = value
    state = RecordState()
    state.heads = {
        field: tuple(Head(Stamp((hlc[0], hlc[1]), i, by, wall), val) for hlc, i, by, wall, val in hs)
        for field, hs in heads.items()
    }
    state.over = {field: set(ids) for field, ids in over.items()}
    state.dels = {d: frozenset(ids) for d, ids in dels.items()}
    state.adds = set(adds)
    state.made = None if made is None else Stamp((made[0][0], made[0][1]), made[1], made[2], made[3])
    state.last = last
    return state
