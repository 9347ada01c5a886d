"""The stage: new ops folded onto copies, so that a preview and the commit see the same result.

Nothing here changes what is stored; a commit publishes the staged states as they are.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from app.sync.fold import Document, RecordState, apply, document
from app.sync.op import Op
from app.sync.policy import Policy

Key = tuple[str, str]
StateOf = Callable[[str, str], RecordState]


@dataclass
class Stage:
    """States touched, by (collection, record), and the ops that were held back with the reason."""

    states: dict[Key, RecordState] = field(default_factory=dict)
    held: list[tuple[str, str]] = field(default_factory=list)


def fold_onto(ops: Iterable[Op], state_of: StateOf, policy: Policy) -> Stage:
    """Folds `ops` onto states from `state_of(col, rec)`, which must give copies."""
    stage = Stage()
    states = stage.states
    for op in ops:
        why = policy.held(op)
        if why:
            stage.held.append((op["id"], why))
            continue
        key = (op["col"], op["rec"])
        state = states.get(key)
        if state is None:
            state = states[key] = state_of(*key)
        apply(state, op)
    return stage


def documents(stage: Stage, policy: Policy) -> dict[Key, Document | None]:
    """Returns the folded documents of what the stage touched; None where a record is gone."""
    return {(col, rec): document(state, rec, col, policy.owner) for (col, rec), state in stage.states.items()}


@dataclass(frozen=True)
class Difference:
    """What a stage would change, counted by collection.

    ``added`` new records, ``changed`` records with another value, ``removed`` records gone,
    ``both`` (collection, record, field) that now have two or more versions, ``held`` ops held back.
    """

    added: Mapping[str, int]
    changed: Mapping[str, int]
    removed: Mapping[str, int]
    both: tuple[tuple[str, str, str], ...]
    held: int

    @property
    def empty(self) -> bool:
        """Tells whether nothing that is shown would change."""
        return not (self.added or self.changed or self.removed or self.held)


def difference(
    before: Callable[[str, str], Document | None],
    after: Mapping[Key, Document | None],
    held: int,
) -> Difference:
    """Compares staged documents with those shown now."""
    added: dict[str, int] = {}
    changed: dict[str, int] = {}
    removed: dict[str, int] = {}
    both: list[tuple[str, str, str]] = []
    for (col, rec), new in after.items():
        old = before(col, rec)
        if new is None:
            tally = removed if old is not None else None
        elif old is None:
            tally = added
        else:
            tally = changed if new != old else None
        if tally is not None:
            tally[col] = tally.get(col, 0) + 1
        if new is not None and "_versions" in new:
            known = (old or {}).get("_versions", {})
            both += [(col, rec, name) for name in new["_versions"] if name not in known]
    return Difference(added, changed, removed, tuple(both), held)
