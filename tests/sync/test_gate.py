"""The gate lets in what Ownway wrote, however it is laid out, and answers all else in words."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sync.bundle import Checked, Refusal
from app.sync.gate import check, faults
from app.sync.refusals import SENTENCES, sentence
from tests.samples.hostile import changed, corpus, good
from tests.sync.copies import SPACE

HOSTILE = corpus()


def test_a_good_bundle_comes_through_whole() -> None:
    found = check(good())
    assert isinstance(found, Checked)
    assert (found.space, found.name, len(found.ops)) == (SPACE, "Mia", 5 - 1)
    assert [json.loads(line) for line in found.lines] == list(found.ops)
    assert faults(good()) == ()


@pytest.mark.parametrize("indent", [None, 1])
def test_layout_does_not_matter(indent: int | None) -> None:
    again = json.dumps(json.loads(good()), indent=indent, ensure_ascii=True).encode()
    first, second = check(good()), check(b"\xef\xbb\xbf" + again + b"\r\n")
    assert isinstance(first, Checked)
    assert isinstance(second, Checked)
    assert (first.lines, first.to, first.ops) == (second.lines, second.to, second.ops)


def test_keys_it_does_not_know_pass_through_unchanged() -> None:
    found = check(changed(lambda b: b["ops"][0].update(colour={"b": [1], "a": "é"}, kind="rotate")))
    assert isinstance(found, Checked)
    assert found.ops[0]["colour"] == {"a": "é", "b": [1]}  # type: ignore[typeddict-item]
    assert '"colour":{"a":"é","b":[1]}'.encode() in found.lines[0]


def test_there_are_at_least_sixty_hostile_files() -> None:
    assert len(HOSTILE) >= 60


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_words_and_at_once(name: str) -> None:
    data, codes = HOSTILE[name]
    began = time.perf_counter()
    found = check(data)
    took = time.perf_counter() - began
    assert isinstance(found, Refusal), f"{name} was let in"
    assert found.code in codes, f"{name}: {found}"
    words = sentence(found.code, found.facts)
    assert "Nothing was changed." in words
    assert "{" not in words
    assert took < 2
    assert faults(data)


def test_every_refusal_says_what_is_wrong_what_is_safe_and_what_to_do() -> None:
    for code, words in SENTENCES.items():
        parts = words.split("Nothing was changed.")
        assert len(parts) == 2, code
        assert len(parts[0]) > 15, code
        assert len(parts[1]) > 10, code


def test_all_faults_of_a_bad_file_are_listed() -> None:
    def spoil(bundle: dict) -> None:
        bundle["ops"][0]["hlc"] = [1]
        bundle["ops"][2]["pred"] = "x"
        bundle["counts"]["ops"] = 99
        bundle["blobs"].append(None)

    codes = [fault.code for fault in faults(changed(spoil, sealed=False))]
    assert codes.count("bad_op") == 2
    assert {"counts", "blob"} <= set(codes)


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_no_bytes_break_the_gate(data: bytes) -> None:
    assert isinstance(check(data), Refusal)


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_no_changed_byte_goes_unseen_or_breaks_the_gate(data: st.DataObject) -> None:
    whole = bytearray(good())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] = data.draw(st.integers(0, 255))
    found = check(bytes(whole))
    if isinstance(found, Checked):  # white space between tokens, or the byte it was
        before = check(good())
        assert isinstance(before, Checked)
        assert (found.lines, found.to, found.name) == (before.lines, before.to, before.name)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_no_json_value_in_any_place_breaks_the_gate(data: st.DataObject) -> None:
    value = json.loads(good())
    target = data.draw(st.sampled_from([value, value["ops"][0], value["space"], value["counts"]]))
    target[data.draw(st.sampled_from(sorted(target)))] = data.draw(json_values)
    assert isinstance(check(json.dumps(value).encode()), Checked | Refusal)
