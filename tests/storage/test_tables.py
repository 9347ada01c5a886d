"""`FoldTable` is a TinyDB table: what TinyDB's own tests ask of one, for ids that are texts and numbers.

Each test runs on the stock table too where ids are numbers, so that it says what TinyDB does and not
what we think it does.
"""

from collections.abc import Callable
from typing import Any

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from app.storage.lazy import Block
from app.storage.tables import FoldStorage, FoldTable, new_rows


class NumberTable(FoldTable):
    document_id_class = int


class NumberDB(TinyDB):
    table_class = NumberTable
    default_storage_class = FoldStorage


class TextDB(TinyDB):
    table_class = FoldTable
    default_storage_class = FoldStorage


def stock() -> TinyDB:
    return TinyDB(storage=MemoryStorage)


NUMBERED: dict[str, Callable[[], TinyDB]] = {"ours": NumberDB, "stock": stock}


@pytest.fixture(params=NUMBERED)
def db(request: pytest.FixtureRequest) -> TinyDB:
    made = NUMBERED[request.param]()
    made.drop_tables()
    made.insert_multiple({"int": 1, "char": c} for c in "abc")
    return made


@pytest.fixture
def texts() -> FoldTable:
    table = TextDB().table("goals")
    assert isinstance(table, FoldTable)
    for rec, state in (("g1", "open"), ("g2", "done"), ("g3", "open")):
        table.insert(Document({"state": state, "n": 1}, rec))  # type: ignore[arg-type]
    return table


def test_insert_gives_ids_in_turn(db: TinyDB) -> None:
    db.drop_tables()
    assert db.insert({"int": 1}) == 1
    assert db.insert({"int": 2}) == 2
    assert db.insert_multiple([{"int": 3}, {"int": 4}]) == [3, 4]
    assert len(db) == 4


def test_insert_with_an_id(db: TinyDB) -> None:
    db.drop_tables()
    assert db.insert(Document({"int": 1}, 77)) == 77
    assert db.get(doc_id=77) == {"int": 1}
    assert db.insert({"int": 2}) == 78
    with pytest.raises(ValueError, match="already exists"):
        db.insert(Document({"int": 1}, 77))


def test_insert_of_what_is_no_mapping(db: TinyDB) -> None:
    with pytest.raises(ValueError, match="Mapping"):
        db.insert([1, 2, 3])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="Mapping"):
        db.insert_multiple([{"int": 9}, 3])  # type: ignore[list-item]
    assert db.count(where("int") == 9) == 0


def test_all_iter_and_len(db: TinyDB) -> None:
    assert [doc["char"] for doc in db.all()] == ["a", "b", "c"]
    assert [doc["char"] for doc in iter(db)] == ["a", "b", "c"]
    assert [doc.doc_id for doc in db.all()] == [1, 2, 3]
    assert len(db) == 3


def test_search_get_contains_and_count(db: TinyDB) -> None:
    assert len(db.search(where("int") == 1)) == 3
    assert db.search(where("char") == "z") == []
    found = db.get(where("char") == "b")
    assert isinstance(found, Document)
    assert (found["char"], found.doc_id) == ("b", 2)
    assert db.get(where("char") == "z") is None
    assert [doc["char"] for doc in db.get(doc_ids=[1, 3, 9])] == ["a", "c"]  # type: ignore[call-overload]
    assert db.contains(where("char") == "a")
    assert db.contains(doc_id=1)
    assert not db.contains(doc_id=9)
    assert db.count(where("int") == 1) == 3
    with pytest.raises(RuntimeError):
        db.get()
    with pytest.raises(RuntimeError):
        db.contains()


def test_update_by_condition_ids_and_all(db: TinyDB) -> None:
    assert db.update({"int": 2}, where("char") == "a") == [1]
    assert db.count(where("int") == 2) == 1
    assert db.update({"int": 3}, doc_ids=[1, 2, 99]) == [1, 2]
    assert db.update({"more": True}) == [1, 2, 3]
    assert db.count(where("more") == True) == 3  # noqa: E712
    assert db.update({"int": 9}, where("char") == "z") == []


def test_update_by_operation(db: TinyDB) -> None:
    db.update(delete("int"), where("char") == "a")
    db.update(increment("int"), where("char") == "b")
    assert [doc.get("int") for doc in db.all()] == [None, 2, 1]


def test_update_multiple(db: TinyDB) -> None:
    changed = db.update_multiple([({"int": 2}, where("char") == "a"), ({"int": 4}, where("char") == "b")])
    assert changed == [1, 2]
    assert [doc["int"] for doc in db.all()] == [2, 4, 1]


def test_upsert(db: TinyDB) -> None:
    assert db.upsert({"int": 5, "char": "a"}, where("char") == "a") == [1]
    assert db.upsert({"int": 6, "char": "x"}, where("char") == "x") == [4]
    assert db.upsert(Document({"int": 7}, 2)) == [2]
    assert db.get(doc_id=2) == {"int": 7, "char": "b"}
    assert db.upsert(Document({"int": 8}, 50)) == [50]
    with pytest.raises(ValueError, match="doc_id"):
        db.upsert({"int": 1})


def test_remove_and_truncate(db: TinyDB) -> None:
    assert db.remove(where("char") == "b") == [2]
    assert db.remove(doc_ids=[1, 99]) == [1]
    assert [doc["char"] for doc in db.all()] == ["c"]
    with pytest.raises(RuntimeError):
        db.remove()
    db.truncate()
    assert len(db) == 0
    assert db.insert({"int": 1}) == 1


def test_a_change_that_raises_changes_nothing() -> None:
    """More than the stock table on MemoryStorage does: that one keeps half of such a change."""
    db = NumberDB()
    db.insert_multiple({"int": 1, "char": c} for c in "abc")

    def spoil(doc: Any) -> None:
        doc["nested"] = [1]
        doc["int"] = 99
        if doc["char"] == "b":
            raise ZeroDivisionError

    before = [dict(doc) for doc in db.all()]
    with pytest.raises(ZeroDivisionError):
        db.update(spoil)
    assert [dict(doc) for doc in db.all()] == before


def test_what_is_read_can_be_changed_without_changing_the_table(db: TinyDB) -> None:
    found = db.get(doc_id=1)
    assert isinstance(found, Document)
    found["int"] = 99
    for doc in db.search(where("char") == "b"):
        doc["int"] = 99
    assert db.count(where("int") == 99) == 0


def test_the_query_cache_is_dropped_by_changes(db: TinyDB) -> None:
    table = db.table("cached", cache_size=2)
    table.insert({"int": 1})
    query = where("int") == 1
    assert len(table.search(query)) == 1
    assert query in table._query_cache
    assert len(table.search(query)) == 1
    table.insert({"int": 1})
    assert len(table.search(query)) == 2
    table.clear_cache()
    assert not len(table._query_cache)


def test_queries_of_every_sort(db: TinyDB) -> None:
    db.insert({"name": "Mia", "tags": ["x", "y"], "deep": {"er": 3}})
    entry = Query()
    assert db.count(entry.name.matches("M.a")) == 1
    assert db.count(entry.tags.any(["y"])) == 1
    assert db.count(entry.deep.er > 2) == 1
    assert db.count((entry.int == 1) & (entry.char == "a")) == 1
    assert db.count((entry.char == "a") | (entry.name == "Mia")) == 2
    assert db.count(~(entry.int == 1)) == 1
    assert db.count(entry.name.exists()) == 1
    assert db.count(entry.char.one_of(["a", "b"])) == 2


def test_tables_are_apart_and_can_be_dropped(db: TinyDB) -> None:
    one, two = db.table("one"), db.table("two")
    one.insert({"int": 1})
    two.insert({"int": 2})
    assert db.tables() == {"_default", "one", "two"}
    db.drop_table("one")
    assert len(db.table("one")) == 0
    assert len(db.table("two")) == 1
    db.drop_tables()
    assert db.tables() == set()
    assert len(db) == 0


def test_a_table_can_persist_empty(db: TinyDB) -> None:
    db.table("empty", persist_empty=True)
    db.table("not")
    assert "empty" in db.tables()
    assert "not" not in db.tables()


def test_ids_can_be_texts(texts: FoldTable) -> None:
    assert [doc.doc_id for doc in texts.all()] == ["g1", "g2", "g3"]  # type: ignore[comparison-overlap]
    assert texts.get(doc_id="g2") == {"state": "done", "n": 1}  # type: ignore[call-overload]
    assert texts.update({"n": 2}, where("state") == "open") == ["g1", "g3"]  # type: ignore[comparison-overlap]
    assert texts.remove(doc_ids=["g1"]) == ["g1"]
    assert len(texts) == 2
    with pytest.raises(ValueError, match="ids of this table are given"):
        texts.insert({"n": 1})


def test_find_answers_like_search_and_follows_every_change(texts: FoldTable) -> None:
    def both(value: object) -> list[Any]:
        found = texts.find("state", value)
        assert sorted(map(repr, found)) == sorted(map(repr, texts.search(where("state") == value)))
        return found

    assert len(both("open")) == 2
    texts.update({"state": "open"}, doc_ids=["g2"])
    assert len(both("open")) == 3
    texts.remove(doc_ids=["g1"])
    assert len(both("open")) == 2
    texts.publish({"g2": {"n": 1}, "g9": {"state": "done"}})
    assert len(both("open")) == 1
    assert len(both("done")) == 1
    texts.publish({"g9": None})
    assert both("done") == []
    texts.truncate()
    assert both("open") == []


def test_find_tells_json_values_apart(texts: FoldTable) -> None:
    texts.publish({"a": {"v": 1}, "b": {"v": True}, "c": {"v": None}, "d": {"v": [1]}, "e": {}})
    assert texts.find("v", 1) == [{"v": 1}]
    assert texts.find("v", True) == [{"v": True}]
    assert texts.find("v", None) == [{"v": None}]
    assert texts.find("v", [1]) == [{"v": [1]}]
    assert texts.find("v", "1") == []


def test_publish_replaces_a_row_whole(texts: FoldTable) -> None:
    texts.publish({"g1": {"other": 1}})
    assert texts.get(doc_id="g1") == {"other": 1}  # type: ignore[call-overload]


def test_a_change_copies_only_what_it_touches() -> None:
    lines = b"\n".join(b'{"n":%d}' % n for n in range(1000))
    keys = b"[" + b",".join(b'"r%d"' % n for n in range(1000)) + b"]"
    storage = FoldStorage({"t": new_rows(Block(1000, keys, lines))})
    table = FoldTable(storage, "t")
    table.upsert(Document({"n": -1}, "r5"))  # type: ignore[arg-type]
    table.remove(doc_ids=["r6"])
    table.upsert(Document({"n": 0}, "new"))  # type: ignore[arg-type]
    rows = storage.rows["t"]
    assert sum(value is not None for value in rows._values.values()) == 2
    assert len(table) == 1000
    assert table.get(doc_id="r5") == {"n": -1}  # type: ignore[call-overload]
