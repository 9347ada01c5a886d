"""A framework as states publish them, for browser tests: 700 competencies on three levels, and 2 MB."""

import json

TITLE = "Numbers of the North"
ITEMS, PARTS, LETTERS = 700, 100, 2_000
SUBJECTS = ("Number", "Shape", "Chance")


def big_framework(last: str = "") -> bytes:
    """Returns the bytes of a CASE 1.1 file; with `last` as the words of its last competency."""
    items = [_item(n, last if n == ITEMS - 1 else "") for n in range(ITEMS)]
    ties = [_tie("isChildOf", n, _above(n), n) for n in range(ITEMS) if _above(n) != n]
    ties += [_tie("precedes", n - 1, n, 0) for n in range(4, ITEMS, 5)]
    own = _uuid(0, 9)
    head = {"identifier": own, "uri": f"https://example.org/{own}", "title": TITLE, "creator": "Us"}
    return json.dumps({"CFDocument": head, "CFItems": items, "CFAssociations": ties}).encode()


def _uuid(number: int, kind: int) -> str:
    return f"{number:08x}-{kind:04x}-4000-8000-00000000c0de"


def _node(number: int) -> dict[str, str]:
    name = _uuid(number, 1)
    return {"title": f"N {number}", "identifier": name, "uri": f"https://example.org/{name}"}


def _above(number: int) -> int:
    return number - number % 7 if number % 7 else number - number % 70


def _item(number: int, words: str) -> dict[str, object]:
    more = "and a little more of it " * (LETTERS // 24)
    return {
        **_node(number),
        "humanCodingScheme": f"B.{number // 70}.{number // 7 % 10}.{number}",
        "fullStatement": words or f"I can do number {number}: {more}",
        "educationLevel": ["05", "06"] if number % 2 else ["03"],
        "subject": [SUBJECTS[number % 3]],
        "CFItemType": "Standard",
        "lastChangeDateTime": "2026-01-01T00:00:00+00:00",
    }


def _tie(kind: str, origin: int, target: int, place: int) -> dict[str, object]:
    own = _uuid(origin, 2 if kind == "precedes" else 3)
    return {
        "identifier": own,
        "uri": f"https://example.org/{own}",
        "associationType": kind,
        "sequenceNumber": place,
        "originNodeURI": _node(origin),
        "destinationNodeURI": _node(target),
    }
