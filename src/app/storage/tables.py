"""TinyDB's tables over the fold, by TinyDB's own extension points.

A stock `tinydb.table.Table` reads and writes the whole database at each change. `FoldTable` overrides the
one method through which every change passes, so that a change costs what it touches, and adds `find`
over equality indexes. Ids are the record ids, texts; set `document_id_class` to int for TinyDB's own.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any

from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Table

from app.storage.lazy import Block, LazyMap
from app.sync.op import canonical_text

Row = dict[str, Any]
Rows = LazyMap[Row]
Change = Mapping[Any, Any] | Callable[[MutableMapping[Any, Any]], None]


def new_rows(block: Block | None = None) -> Rows:
    """Returns a table's rows, those of a block or none."""
    return LazyMap(_same, _same, block)


def _same(row: Row) -> Row:
    return row


class FoldStorage(Storage):
    """Rows by table. It writes nothing: what is durable is the journal's business."""

    def __init__(self, tables: dict[str, Rows] | None = None) -> None:
        self.rows: dict[str, Rows] = {} if tables is None else tables

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Returns the tables by name; their rows are the live ones."""
        return dict(self.rows) or None  # type: ignore[arg-type]

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Makes `data` the tables; TinyDB calls it only to drop some."""
        fresh: dict[str, Rows] = {}
        for name, table in data.items():
            kept = table if isinstance(table, LazyMap) else new_rows()
            if kept is not table:
                kept.update({str(key): dict(row) for key, row in table.items()})
            fresh[name] = kept
        self.rows.clear()
        self.rows.update(fresh)


class Overlay(MutableMapping[Any, Any]):
    """What an updater sees: the table's rows, each copied when it is touched.

    ``touched`` holds what it changed, with None for what it removed; the table is as it was until then.
    """

    def __init__(self, base: Rows, id_class: Callable[[str], Any]) -> None:
        self._base = base
        self._id = id_class
        self.touched: dict[str, Row | None] = {}

    def __getitem__(self, doc_id: Any) -> Row:
        key = str(doc_id)
        row = self.touched[key] if key in self.touched else copied(self._base[key])
        if row is None:
            raise KeyError(doc_id)
        self.touched[key] = row
        return row

    def __setitem__(self, doc_id: Any, row: Row) -> None:
        self.touched[str(doc_id)] = row

    def __delitem__(self, doc_id: Any) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self.touched[str(doc_id)] = None

    def __contains__(self, doc_id: object) -> bool:
        key = str(doc_id)
        return self.touched[key] is not None if key in self.touched else key in self._base

    def __iter__(self) -> Iterator[Any]:
        for key in self._base:
            if key not in self.touched or self.touched[key] is not None:
                yield self._id(key)
        for key, row in self.touched.items():
            if row is not None and key not in self._base:
                yield self._id(key)

    def __len__(self) -> int:
        new = sum(row is not None and key not in self._base for key, row in self.touched.items())
        gone = sum(row is None and key in self._base for key, row in self.touched.items())
        return len(self._base) + new - gone

    def clear(self) -> None:
        self.touched = dict.fromkeys(self._base)


def copied(value: Any) -> Any:
    """Returns a JSON value that can be changed without changing `value`; tuples become lists."""
    if isinstance(value, dict):  # a call for each text would cost more than all else here
        return {key: item if type(item) is str else copied(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [item if type(item) is str else copied(item) for item in value]
    return value


def _indexed(value: object) -> Hashable:
    """Returns what stands for a JSON value in an index, where 1 is not true."""
    return value if isinstance(value, str) else (canonical_text(value),)


class FoldTable(Table):
    """A table whose changes cost what they touch."""

    document_id_class: Any = str
    _storage: FoldStorage

    def __init__(self, storage: Storage, name: str, **options: Any) -> None:
        self._indexes: dict[str, dict[Hashable, dict[str, None]]] = {}
        super().__init__(storage, name, **options)

    def _read_table(self) -> Rows:  # type: ignore[override]
        found = self._storage.rows.get(self._name)
        return new_rows() if found is None else found

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        base = self._read_table()
        overlay = Overlay(base, self.document_id_class)
        updater(overlay)
        self._publish(base, overlay.touched)

    def publish(self, changed: Mapping[str, Row | None]) -> None:
        """Makes each row what it is here, or removes it where that is None; unlike `upsert`, a field
        that is not in the new row is gone."""
        self._publish(self._read_table(), changed)

    def _publish(self, base: Rows, changed: Mapping[str, Row | None]) -> None:
        self._storage.rows[self._name] = base
        for key, row in changed.items():
            if self._indexes:
                self._reindex(key, base.get(key), row)
            if row is not None:
                base[key] = row
            elif key in base:
                del base[key]
        self.clear_cache()

    def _get_next_id(self) -> int:
        if self.document_id_class is not int:
            raise ValueError("the ids of this table are given: insert a Document with its id")
        return int(super()._get_next_id())  # type: ignore[no-untyped-call]

    def update(
        self,
        fields: Change,
        cond: QueryLike | None = None,
        doc_ids: Iterable[Any] | None = None,
    ) -> list[Any]:
        """As TinyDB's, but looks for the rows first, so that only those that match are copied."""
        if cond is not None and doc_ids is None:
            doc_ids = self._matching(cond)
        return super().update(fields, None, doc_ids)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[Any] | None = None) -> list[Any]:
        """As TinyDB's, but looks for the rows first, so that only those that match are copied."""
        if cond is not None and doc_ids is None:
            doc_ids = self._matching(cond)
        return super().remove(None, doc_ids)

    def _matching(self, cond: QueryLike) -> list[Any]:
        base = self._read_table()
        base.read_all()
        return [self.document_id_class(key) for key, row in base.items() if cond(row)]

    def live(self) -> list[Row]:
        """Returns every row as it lies here, not to be changed; a changed row is another object."""
        return self._read_table().everything()

    def find(self, field: str, value: object) -> list[Row]:
        """Returns the rows whose `field` is `value`, as they lie here, by an index made at the first call."""
        base = self._read_table()
        if field not in self._indexes:
            self._index(field, base)
        ids = self._indexes[field].get(_indexed(value), ())
        return [base[key] for key in ids]

    def _index(self, field: str, base: Rows) -> None:
        index = self._indexes[field] = {}
        base.read_all()
        for key, row in base.items():
            if field in row:
                index.setdefault(_indexed(row[field]), {})[key] = None

    def _reindex(self, key: str, old: Row | None, new: Row | None) -> None:
        for field, index in self._indexes.items():
            if old is not None and field in old:
                index[_indexed(old[field])].pop(key, None)
            if new is not None and field in new:
                index.setdefault(_indexed(new[field]), {})[key] = None
