"""A lazy map is a dict, whatever of it was parsed; and its block is always the whole of it."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.storage.lazy import Block, LazyMap

KEYS = st.sampled_from(["a", "b", "ä", "d"])
STEPS = st.lists(
    st.tuples(st.sampled_from(["get", "set", "del", "all", "block", "len", "iter"]), KEYS, st.integers())
)


def same(value: Any) -> Any:
    return value


def block_of(values: dict[str, Any]) -> Block:
    lines = b"\n".join(json.dumps(value).encode() for value in values.values())
    return Block(len(values), json.dumps(list(values)).encode(), lines)


@given(st.dictionaries(KEYS, st.dictionaries(KEYS, st.integers())), STEPS)
def test_it_does_what_a_dict_does(first: dict[str, Any], steps: list[tuple[str, str, int]]) -> None:
    model = dict(first)
    lazy: LazyMap[Any] = LazyMap(same, same, block_of(first))
    for step, key, number in steps:
        if step == "get":
            assert lazy.get(key) == model.get(key)
        elif step == "set":
            model[key] = {"n": number}
            lazy[key] = {"n": number}
        elif step == "del":
            assert lazy.pop(key, None) == model.pop(key, None)
        elif step == "all":
            lazy.read_all()
        elif step == "block":
            lazy = LazyMap(same, same, lazy.block())
        elif step == "len":
            assert len(lazy) == len(model)
        else:
            assert list(lazy) == list(model)
        assert (key in lazy) == (key in model)
    assert dict(lazy.items()) == model


def test_opening_parses_nothing_and_a_touch_parses_one() -> None:
    read: list[Any] = []

    def note(value: Any) -> Any:
        read.append(value)
        return value

    lazy: LazyMap[Any] = LazyMap(note, same, block_of({"a": {"n": 1}, "b": {"n": 2}}))
    assert len(lazy) == 2
    assert "a" in lazy
    assert read == []
    assert lazy["b"] == {"n": 2}
    assert lazy["b"] == {"n": 2}
    assert read == [{"n": 2}]


def test_a_block_of_what_was_not_changed_is_not_encoded_again() -> None:
    def never(_: Any) -> Any:
        raise AssertionError("encoded again")

    lazy: LazyMap[Any] = LazyMap(same, never, block_of({"a": {"n": 1}}))
    assert lazy["a"] == {"n": 1}
    assert json.loads(lazy.block().lines) == {"n": 1}
