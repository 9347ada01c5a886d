"""What goes out is valid CASE 1.1, and comes in again as it was."""

import json
from pathlib import Path

import pytest

from app.domain.library import Competency, Framework, Link
from app.formats.case_write import write_case
from app.formats.framework_file import FrameworkFile, finished
from app.formats.reading import read_framework
from app.services.starters import Starters
from tests.samples.frameworks import big

SCHEMA = Path(__file__).parents[3] / "shared" / "data" / "case-v1p1-cfpackage.schema.json"
MADE = 1_795_082_400_000


def again(data: bytes) -> FrameworkFile:
    found = finished(read_framework(data))
    assert isinstance(found, FrameworkFile), found
    return found


def starter(number: int) -> tuple[Framework, list[Competency], list[Link]]:
    starters = Starters.of("en")
    framework = starters.frameworks[number]
    return (
        framework,
        [one for one in starters.competencies if one.framework == framework.id],
        [one for one in starters.links if one.framework == framework.id],
    )


def odd() -> tuple[Framework, list[Competency], list[Link]]:
    """What somebody made in a hurry: no identifiers, breaks in titles, a kind of link of their own."""
    ones = [
        Competency(id="c-1", framework="f-1", statement="One\ntwo", code="A"),
        Competency(id="c-2", framework="f-1", source="https://example.org/2", parent="c-1", statement="Two"),
        Competency(id="c-3", framework="f-1", gone=True, statement="Gone"),
    ]
    links = [
        Link(id="l-1", kind="helps with!", origin="c-1", target="c-2"),
        Link(id="l-2", kind="precedes", origin="c-1", target="c-3"),
    ]
    return Framework(id="f-1", title="Of\nour own"), ones, links


def cases() -> list[tuple[Framework, list[Competency], list[Link]]]:
    file = again(big(50))
    return [starter(0), starter(1), odd(), (file.framework, list(file.competencies), list(file.links))]


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the official schema is not here")
@pytest.mark.parametrize("number", range(4))
def test_the_official_schema_finds_no_fault(number: int) -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads(SCHEMA.read_text("utf-8"))
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    package = json.loads(write_case(*cases()[number], MADE))
    assert [error.message for error in validator.iter_errors(package)] == []
    package["CFItems"][0]["identifier"] = "no uuid"
    assert not validator.is_valid(package)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_it_comes_in_as_it_went_out(number: int) -> None:
    framework, competencies, links = cases()[number]
    file = again(write_case(framework, competencies, links, MADE))
    assert file.oddities == ()
    assert file.framework.id == framework.id
    kept = ("id", "code", "statement", "short", "notes", "kind", "levels", "keywords", "parent")
    assert [[getattr(one, name) for name in kept] for one in file.competencies] == [
        [getattr(one, name) for name in kept] for one in competencies
    ]
    assert {link.id for link in file.links} == {link.id for link in links}


def test_what_is_gone_stays_out_and_the_same_gives_the_same_bytes() -> None:
    package = json.loads(write_case(*odd(), MADE))
    assert [one["fullStatement"] for one in package["CFItems"]] == ["One\ntwo", "Two"]
    assert [one["associationType"] for one in package["CFAssociations"]] == [
        "isChildOf",
        "isChildOf",
        "ext:helps_with_",
    ]
    assert write_case(*odd(), MADE) == write_case(*odd(), MADE)
