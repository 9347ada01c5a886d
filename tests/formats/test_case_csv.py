"""Frameworks as tables, as OpenSALT reads them and as its sheets are saved."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.formats.framework_file import FrameworkFile, Refused, finished
from app.formats.reading import read_framework

TABLE = """\
Identifier,fullStatement,HumanCodingScheme,sequenceNumber,Abbreviated Statement,ConceptKeywords,Notes,\
Education Level,CFItemType,Is Child Of,Precedes
,Everything about sums,M,,Sums,"sum, number",,"01,02",Area,,
,I can add,M.A,2,,,,01,Skill,M,M.T
,I can count,M.C,1,,,,01,Skill,M,"M.A,M.X"
,I can multiply,M.T,3,,,"two
lines",02,Skill,M,
"""


def read(text: str | bytes, name: str = "Sums.csv") -> FrameworkFile:
    found = finished(read_framework(text if isinstance(text, bytes) else text.encode(), name))
    assert isinstance(found, FrameworkFile), found
    return found


def test_columns_hierarchy_order_and_links() -> None:
    file = read(TABLE)
    assert file.framework.title == "Sums"
    assert [one.code for one in file.competencies] == ["M", "M.C", "M.A", "M.T"]
    top, count, add, times = file.competencies
    assert {one.parent for one in (count, add, times)} == {top.id}
    assert (top.levels, top.keywords, top.short) == (("01", "02"), ("sum", "number"), "Sums")
    assert times.notes == "two\nlines"
    assert [(link.origin, link.target) for link in file.links] == [(add.id, times.id), (count.id, add.id)]
    assert {one.code: one.times for one in file.oddities} == {"no_document": 1, "outside": 1}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_ways_a_spreadsheet_saves_text(encoding: str) -> None:
    file = read("Code;Full Statement;Human Coding Scheme\r\n;Über Größe;A\r\n".encode(encoding))
    assert [one.statement for one in file.competencies] == ["Über Größe"]


def test_semicolons_and_tabs() -> None:
    for mark in ";\t":
        text = f"Full Statement{mark}Human Coding Scheme\nI can, well; add{mark}A\n".replace("; add", " add")
        assert read(text).competencies[0].code == "A"


def test_smart_levels_make_the_hierarchy() -> None:
    rows = [
        "identifier,fullStatement,humanCodingScheme,smartLevel",
        "b,Second,B,2",
        "a,First,A,1",
        "c,Inner,C,1.10",
    ]
    file = read("\n".join([*rows, "d,Inner too,D,1.9", "e,Lost,E,7.1"]))
    assert [one.code for one in file.competencies] == ["A", "D", "C", "B", "E"]
    first = file.competencies[0]
    assert [one.parent for one in file.competencies] == ["", first.id, first.id, "", ""]


def test_codes_make_the_hierarchy_where_nothing_else_does() -> None:
    file = read("fullStatement,humanCodingScheme\nDeep,A.B.C.1\nTop,A\nInner,A.B\n")
    above = {one.code: one.parent for one in file.competencies}
    ids = {one.code: one.id for one in file.competencies}
    assert above == {"A": "", "A.B": ids["A"], "A.B.C.1": ids["A.B"]}


def test_a_second_download_has_the_same_ids() -> None:
    assert read(TABLE, "Sums.csv").framework.id == read(TABLE, "Sums (1).csv").framework.id


def test_rows_that_are_odd() -> None:
    head = "Full Statement,Human Coding Scheme,Sequence Number,Is Child Of\n"
    file = read(head + ",,1,\nOne,A,x,Z\nTwo,A,2,\n,B,3,B,extra\n")
    assert [(one.code, one.statement) for one in file.competencies] == [("B", "B"), ("A", "One")]
    assert {one.code: one.times for one in file.oddities} == {
        "no_document": 1,
        "no_words": 1,
        "bad_number": 1,
        "same_identifier": 1,
        "ragged": 1,
        "no_statement": 1,
        "no_end": 1,
        "self": 1,
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a,b\n1,2\n", "no_columns"),
        ("just words", "no_columns"),
        ("fullStatement,humanCodingScheme\n", "nothing"),
        ('fullStatement\n"' + "x" * 200_000, "cut_off"),
    ],
)
def test_tables_that_are_no_framework(text: str, code: str) -> None:
    found = finished(read_framework(text.encode(), "x.csv"))
    assert isinstance(found, Refused)
    assert found.code == code


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.binary(max_size=80))
def test_nothing_raises(text: str, raw: bytes) -> None:
    head = "fullStatement,humanCodingScheme,smartLevel,Is Child Of\n"
    for content in (raw, (head + text).encode("utf-8", "replace"), head.encode() + raw):
        assert isinstance(finished(read_framework(content, "x.csv")), FrameworkFile | Refused)
