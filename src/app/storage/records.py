"""What the fold has made of a space's ops: each record's state, and the documents that are shown."""

from collections.abc import Mapping
from typing import Any

from tinydb import TinyDB

from app.storage.lazy import Block, LazyMap
from app.storage.tables import FoldStorage, FoldTable, Row, Rows, new_rows
from app.sync.fold import Document, RecordState, copy, dump, load
from app.sync.keeping import Changed
from app.sync.stage import Key

States = LazyMap[RecordState]
Blocks = Mapping[str, Block]


class FoldDB(TinyDB):
    """A TinyDB whose tables are `FoldTable`."""

    table_class: Any = FoldTable
    default_storage_class: Any = FoldStorage


class Records:
    """The states by collection and record, and TinyDB with the documents folded from them."""

    def __init__(self, states: Blocks | None = None, shown: Blocks | None = None) -> None:
        self._states = {col: _states(block) for col, block in (states or {}).items()}
        self._rows: dict[str, Rows] = {col: new_rows(block) for col, block in (shown or {}).items()}
        self._tables: dict[str, FoldTable] = {}
        self.db = FoldDB(self._rows)

    def table(self, col: str) -> FoldTable:
        """Returns a collection's table."""
        found = self._tables.get(col)
        if found is None:
            made = self.db.table(col)
            assert isinstance(made, FoldTable)  # noqa: S101 - for the type checker: FoldDB makes it
            found = self._tables[col] = made
        return found

    def shown(self, col: str, rec: str) -> Row | None:
        """Returns the document as it lies there, not to be changed; quicker than `FoldTable.get`."""
        found = self._rows.get(col)
        return None if found is None else found.get(rec)

    def all(self, col: str) -> list[Document]:
        """Returns every document of a collection as it lies there, not to be changed."""
        return self.table(col).live()

    def copy_of(self, col: str, rec: str) -> RecordState:
        """Returns a record's state that can be folded into, empty for a new record."""
        of_col = self._states.get(col)
        known = None if of_col is None else of_col.get(rec)
        return RecordState() if known is None else copy(known)

    def own(self, col: str, rec: str) -> RecordState:
        """Returns a record's state itself, for a replay that nobody watches."""
        of_col = self._states.get(col)
        known = None if of_col is None else of_col.get(rec)
        return RecordState() if known is None else known

    def publish(self, states: Mapping[Key, RecordState], documents: Mapping[Key, Document | None]) -> Changed:
        """Makes these states and documents the ones that are read. The one place that does.

        A state that no op speaks of any more is forgotten.
        """
        by_col: dict[str, dict[str, Row | None]] = {}
        for (col, rec), state in states.items():
            if col not in by_col:
                by_col[col] = {}
                self._states.setdefault(col, _states())
            if state.made is None:
                self._states[col].pop(rec, None)
            else:
                self._states[col][rec] = state
            by_col[col][rec] = documents[col, rec]
        for col, changed in by_col.items():
            self.table(col).publish(changed)
        return {col: frozenset(changed) for col, changed in by_col.items()}

    def blocks(self) -> tuple[dict[str, Block], dict[str, Block]]:
        """Returns states and documents as a snapshot keeps them."""
        states = {col: held.block() for col, held in self._states.items()}
        return states, {col: held.block() for col, held in self._rows.items()}


def _states(block: Block | None = None) -> States:
    read: Any = load
    return LazyMap(read, dump, block)
