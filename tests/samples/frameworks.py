"""CASE files for tests: well made ones, and the ways in which real ones are odd."""

import json
import uuid
from typing import Any

Object = dict[str, Any]
SPACE = uuid.UUID("00000000-0000-4000-8000-00000000c0de")


def named(name: str) -> str:
    """A UUID that is always the same for a name."""
    return str(uuid.uuid5(SPACE, name))


def item(code: str, statement: str = "", **more: Any) -> Object:
    """A CFItem."""
    own = named(code)
    said = {"identifier": own, "uri": f"https://example.org/CFItems/{own}", "humanCodingScheme": code}
    return (
        said
        | {"fullStatement": statement or f"I can {code}", "lastChangeDateTime": "2026-01-01T00:00:00Z"}
        | more
    )


def node(code: str) -> Object:
    """An end of an association."""
    return {"title": code, "identifier": named(code), "uri": f"https://example.org/CFItems/{named(code)}"}


def tie(kind: str, origin: str, target: str, **more: Any) -> Object:
    """A CFAssociation; "DOC" is the document."""
    own = named(f"{kind} {origin} {target}")
    ends = {"originNodeURI": node(origin), "destinationNodeURI": node(target)}
    return {"identifier": own, "uri": f"https://example.org/{own}", "associationType": kind, **ends, **more}


def package(items: list[Any], ties: list[Any], **head: Any) -> Object:
    """A CFPackage."""
    document = {"identifier": named("DOC"), "uri": f"https://example.org/CFDocuments/{named('DOC')}", **head}
    return {
        "CFDocument": {"title": "Test", "creator": "Us", **document},
        "CFItems": items,
        "CFAssociations": ties,
    }


def data(value: Any) -> bytes:
    """A file's bytes."""
    return json.dumps(value).encode()


def big(items: int, words: int = 400) -> bytes:
    """A framework of many items in three levels; with 2,600 letters an item 700 make about 2 MB."""
    rows, ties = [], []
    for number in range(items):
        code = f"B.{number // 70}.{number // 7 % 10}.{number}"
        above = (
            "DOC"
            if number % 70 == 0
            else rows[number - number % 7 if number % 7 else number - number % 70]["humanCodingScheme"]
        )
        text = f"I can do number {number}: " + "and a little more of it " * (words // 24)
        rows.append(item(code, text, educationLevel=["05", "06"], conceptKeywords=["number", f"k{number}"]))
        ties.append(tie("isChildOf", code, above, sequenceNumber=number))
        if number % 5 == 4:
            ties.append(tie("precedes", rows[number - 1]["humanCodingScheme"], code))
    return data(package(rows, ties, title="A big framework"))
