"""CASE files as they are in the world: what can be understood is taken, what was odd is told."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.checks import LONGEST_LINE
from app.domain.library_collections import COMPETENCY_FIELDS, FRAMEWORK_FIELDS, LINK_FIELDS
from app.domain.models import Record
from app.formats.framework_file import MOST_BYTES, REFUSALS, FrameworkFile, Refused, finished
from app.formats.reading import read_framework
from tests.samples.frameworks import big, data, item, named, node, package, tie

PUBLIC = Path(__file__).parents[3] / "shared" / "data"
needs_samples = pytest.mark.skipif(not PUBLIC.is_dir(), reason="the public samples are not here")


def read(value: Any, name: str = "file.json") -> FrameworkFile:
    found = finished(read_framework(value if isinstance(value, bytes) else data(value), name))
    assert isinstance(found, FrameworkFile), found
    return found


def refused(content: bytes) -> str:
    found = finished(read_framework(content, "file.json"))
    assert isinstance(found, Refused), found
    assert found.code in REFUSALS
    return found.code


def codes(file: FrameworkFile) -> list[str]:
    return [one.code for one in file.competencies]


def odd(file: FrameworkFile) -> dict[str, int]:
    return {one.code: one.times for one in file.oddities}


def public(name: str) -> FrameworkFile:
    return read((PUBLIC / f"case_opensalt_{name}.json").read_bytes())


@needs_samples
def test_public_sample_in_its_order() -> None:
    file = public("ordering")
    assert codes(file)[4:] == [f"H.A.MATH.GM.PF.2DFP.L1.{number}" for number in range(1, 25)]
    assert [one.place for one in file.competencies[4:]] == list(range(24))
    assert len({one.parent for one in file.competencies[4:]}) == 1
    assert file.oddities == ()


@needs_samples
def test_public_samples_beyond_the_basic_plane_and_with_markup() -> None:
    assert public("utf8").competencies[0].statement == "Item 𝑑 1"
    assert r"\sqrt{b^2-4ac}" in public("markdown").competencies[1].statement


def test_order_hierarchy_and_prerequisites() -> None:
    ties = [
        tie("isChildOf", "B", "A", sequenceNumber=2),
        tie("isChildOf", "C", "A", sequenceNumber=1),
        tie("isChildOf", "A", "DOC", sequenceNumber=1),
        tie("precedes", "C", "B"),
        tie("isRelatedTo", "A", "C"),
    ]
    file = read(package([item("A"), item("B"), item("C")], ties))
    assert codes(file) == ["A", "C", "B"]
    first, second, _ = file.competencies
    assert second.parent == first.id
    assert [(link.kind, link.origin == second.id) for link in file.links] == [
        ("precedes", True),
        ("isRelatedTo", False),
    ]
    assert file.oddities == ()


@pytest.mark.parametrize(
    ("sequences", "order"),
    [
        (["2", "10", "1"], ["C", "A", "B"]),
        ([None, None, None], ["A", "B", "C"]),
        ([None, 1, None], ["B", "A", "C"]),
        (["soon", 2.0, 1], ["C", "B", "A"]),
        ([1e400, -5, 2**80], ["B", "C", "A"]),
    ],
)
def test_sequence_numbers_of_all_kinds(sequences: list[Any], order: list[str]) -> None:
    ties = [tie("isChildOf", code, "DOC", sequenceNumber=n) for code, n in zip("ABC", sequences, strict=True)]
    assert codes(read(package([item("A"), item("B"), item("C")], ties))) == order


def test_levels_spelled_otherwise_lists_that_are_none_and_fields_nobody_knows() -> None:
    items = [
        item("A", educationalLevel=["05"]),
        item("B", educationLevel=None, conceptKeywords=None),
        item("C", educationLevel="03, 04", colour="red", shape=[1]),
        item("D", educationLevel=[7, None, "07", "07"]),
    ]
    file = read(package(items, []))
    assert [one.levels for one in file.competencies] == [("05",), (), ("03", "04"), ("7", "07")]
    assert odd(file) == {"misspelt": 1, "null_list": 2, "text_list": 1, "odd_value": 1, "unknown_field": 2}
    assert set(next(one for one in file.oddities if one.code == "unknown_field").examples) == {
        "colour",
        "shape",
    }


def test_identifiers_that_are_addresses_numbers_missing_or_there_twice() -> None:
    items = [
        item("A", identifier="https://example.org/x/A1"),
        item("B", identifier=12),
        item("C", identifier=None, uri=None),
        item("D", identifier=named("D")),
        item("E", identifier=named("D")),
    ]
    ends = [
        {"originNodeURI": {"identifier": "A1"}, "destinationNodeURI": {"identifier": 12}},
        {"originNodeURI": named("D"), "destinationNodeURI": {"uri": "https://example.org/x/A1"}},
    ]
    file = read(package(items, [{"associationType": "ISCHILDOF", **one} for one in ends]))
    above = {one.code: one.parent for one in file.competencies}
    ids = {one.code: one.id for one in file.competencies}
    assert above == {"A": ids["B"], "B": "", "C": "", "D": ids["A"]}
    assert odd(file) == {"no_identifier": 1, "number_identifier": 1, "same_identifier": 1}


def test_items_without_a_statement() -> None:
    items = [
        item("A") | {"fullStatement": None, "abbreviatedStatement": "Short"},
        item("B") | {"fullStatement": "  "},
        {"identifier": named("C"), "fullStatement": ""},
        "not a row",
        None,
    ]
    file = read(package(items, []))
    assert [one.statement for one in file.competencies] == ["Short", "B"]
    assert odd(file) == {"not_a_row": 2, "no_statement": 2, "no_words": 1}


def test_links_in_rings_to_nowhere_to_themselves_and_twice() -> None:
    ties = [
        tie("isChildOf", "A", "B"),
        tie("isChildOf", "B", "A"),
        tie("isChildOf", "C", "A"),
        tie("isChildOf", "C", "B"),
        tie("isChildOf", "C", "nowhere"),
        tie("precedes", "A", "B"),
        tie("precedes", "B", "A"),
        tie("precedes", "B", "A"),
        tie("precedes", "A", "A"),
        tie("exactMatchOf", "A", "elsewhere"),
        tie("isPartOf", "elsewhere", "nowhere"),
        {"associationType": "precedes"},
        7,
    ]
    file = read(package([item("A"), item("B"), item("C")], ties))
    assert codes(file) == ["A", "B", "C"]
    assert [one.parent for one in file.competencies] == ["", file.competencies[0].id, file.competencies[0].id]
    assert sorted(link.kind for link in file.links) == ["isChildOf", "precedes", "precedes"]
    assert odd(file) == {
        "not_a_row": 1,
        "no_end": 3,
        "outside": 1,
        "self": 1,
        "same_link": 1,
        "several_parents": 1,
        "ring": 1,
        "prerequisite_ring": 1,
    }


def test_a_package_in_a_wrapper_or_a_list_without_a_document() -> None:
    inner = {"CFItems": [item("A")], "CFAssociations": None}
    assert read({"CFPackage": inner}, "My states (2).json").framework.title == "My states"
    file = read([inner, inner])
    assert {"no_document", "no_title", "no_source", "several_packages"} <= odd(file).keys()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"{}", "not_case"),
        (b"[1, 2]", "not_case"),
        (b'{"CFItems": {}}', "not_case"),
        (b'{"CFDocument": {}, "CFItems": []}', "nothing"),
        (b'{"CFDocument": {}}', "nothing"),
        (b'{"ops": [], "space": {}}', "bundle"),
        (b'{"CFItems": [', "cut_off"),
        (b'{"CFItems": oh}', "not_json"),
        (b"[" * 7000, "too_deep"),
        (b'{"a": "\xff"}', "not_text"),
        (b"PK\x03\x04rest", "spreadsheet"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not_text"),
        (b"<html><body>Sign in</body></html>", "no_columns"),
        (b" " * (MOST_BYTES + 1) + b"{}", "too_big"),
        (b'{"CFItems": [' + b"0," * 60_000 + b"0]}", "too_many"),
    ],
)
def test_what_is_no_framework_is_refused_in_words(content: bytes, code: str) -> None:
    assert refused(content) == code


def test_twenty_megabytes_are_read() -> None:
    content = big(3000, 6000)
    assert 18_000_000 < len(content) < MOST_BYTES
    assert len(read(content).competencies) == 3000


def test_reading_pauses_often_and_says_how_far_it_is() -> None:
    reading = read_framework(big(700))
    steps = []
    while True:
        try:
            steps.append(next(reading))
        except StopIteration:
            break
    assert len(steps) > 30
    assert all(0 <= done <= total for done, total in steps)


def test_the_same_file_has_the_same_ids_and_another_copy_too() -> None:
    first, second = read(big(20)), read(big(20))
    assert first == second
    shouted = json.loads(big(20).decode().replace(named("DOC"), named("DOC").upper()))
    assert read(shouted).framework.id == first.framework.id


def fits(record: Record, fields: Any) -> bool:
    values = record.model_dump(mode="json")
    return all(check(values[name]) for name, check in fields.items())


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.sampled_from(["A", "B", named("A")]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=6,
)
KEYS = (
    "identifier",
    "uri",
    "fullStatement",
    "humanCodingScheme",
    "educationLevel",
    "sequenceNumber",
    "CFItemType",
)
ROWS = st.lists(st.dictionaries(st.sampled_from(KEYS), JSON, max_size=6) | JSON, max_size=6)
TIES = st.lists(
    st.builds(
        lambda kind, a, b, n: (
            tie(kind, a, b) | {"sequenceNumber": n, "destinationNodeURI": b if n == 1 else node(b)}
        ),
        st.sampled_from(["isChildOf", "precedes", "isPeerOf", "odd kind"]),
        st.sampled_from("ABC"),
        st.sampled_from("ABC"),
        JSON,
    )
    | JSON,
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(ROWS, TIES, JSON)
def test_whatever_stands_in_a_file_what_comes_out_can_be_kept(
    rows: list[Any], ties: list[Any], head: Any
) -> None:
    value = package([item("A"), item("B"), *rows], ties) | ({"CFDocument": head} if head is not None else {})
    file = read(json.dumps(value).encode())
    assert fits(file.framework, FRAMEWORK_FIELDS)
    assert all(fits(one, COMPETENCY_FIELDS) for one in file.competencies)
    assert all(fits(one, LINK_FIELDS) for one in file.links)
    here = [one.id for one in file.competencies]
    assert len(set(here)) == len(here)
    assert all(one.parent == "" or one.parent in here[:place] for place, one in enumerate(file.competencies))
    assert all({one.origin, one.target} <= set(here) for one in file.links)


def test_long_words_are_cut_to_what_can_be_kept() -> None:
    file = read(package([item("A" * 900, "word " * 9000)], []))
    assert len(file.competencies[0].code) == LONGEST_LINE
    assert odd(file) == {"too_long": 2}


def test_what_is_odd_counts_each_time_although_it_is_tidied_once() -> None:
    kind = "Standard " * 90
    items = [item(code, CFItemType=kind, language=" e\u202en ") for code in "AB"]
    file = read(package(items, []))
    assert odd(file)["too_long"] == 2
    assert [(one.kind[:8], one.language) for one in file.competencies] == [("Standard", "en")] * 2
