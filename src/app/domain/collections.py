"""Which collections a book has: their fields, whose they are, and who may write them.

This is the one place that says it. The fold holds back (keeps, passes on, does not show) whatever does
not fit; so a document never holds a value of a wrong shape, and no role speaks for another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain.models import (
    ARTEFACT_KINDS,
    ENTRY_KINDS,
    FEEDBACK_KINDS,
    FEELINGS,
    GOAL_STATES,
    ROLES,
    SURE,
)

LONGEST_LINE = 500
LONGEST_TEXT = 20_000
Check = Callable[[object], bool]
EVERYONE = frozenset(ROLES)


@dataclass(frozen=True)
class Collection:
    """``fields`` maps each field to its check; ``parts`` narrows who may set single fields.

    The records of an ``add_only`` collection are named after the op that made them, and only the replica
    that made one may write it again. One of a ``personal`` collection is named after its only writer.
    """

    name: str
    owner: str
    writers: frozenset[str]
    fields: Mapping[str, Check]
    add_only: bool = False
    parts: Mapping[str, frozenset[str]] | None = None
    personal: bool = False


def line(value: object) -> bool:
    """Tells whether `value` is a short text."""
    return isinstance(value, str) and len(value) <= LONGEST_LINE


def text(value: object) -> bool:
    """Tells whether `value` is a text of at most LONGEST_TEXT characters."""
    return isinstance(value, str) and len(value) <= LONGEST_TEXT


def yes_no(value: object) -> bool:
    """Tells whether `value` is true or false."""
    return isinstance(value, bool)


def one_of(*names: str) -> Check:
    """Returns a check for one of `names`."""
    allowed = frozenset(names)
    return lambda value: isinstance(value, str) and value in allowed


def steps(value: object) -> bool:
    """Tells whether `value` is a whole number from 0 to 4."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 4


def count(value: object) -> bool:
    """Tells whether `value` is a whole number that JSON readers agree on."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 2**53


def blob(value: object) -> bool:
    """Tells whether `value` names a blob, or is null."""
    if value is None:
        return True
    return (
        isinstance(value, dict)
        and isinstance(value.get("sha256"), str)
        and len(value["sha256"]) == 64
        and set(value["sha256"]) <= set("0123456789abcdef")
        and value.get("mime") in ("image/jpeg", "image/png", "image/webp")
        and count(value.get("size"))
        and all(count(value.get(side, 0)) for side in ("width", "height"))
    )


def agreement(value: object) -> bool:
    """Tells whether `value` is an agreement, or null for none."""
    if value is None:
        return True
    return (
        isinstance(value, dict)
        and value.get("role") in ("teacher", "family")
        and line(value.get("name"))
        and count(value.get("wall"))
        and line(value.get("words", ""))
    )


_ABOUT = {"about": line, "about_col": line, "text": text}
_LEARNER_TEACHER = frozenset({"learner", "teacher"})

COLLECTIONS: Mapping[str, Collection] = {
    c.name: c
    for c in (
        Collection("learner", "learner", EVERYONE, {"name": line, "avatar": line}),
        Collection(
            "people",
            "",
            EVERYONE,
            {"name": line, "role": one_of(*ROLES), "avatar": line},
            personal=True,
        ),
        Collection("profile", "learner", EVERYONE, {"kind": one_of(*ENTRY_KINDS), "text": text}),
        Collection(
            "goals",
            "learner",
            EVERYONE,
            {
                "statement": text,
                "measure": text,
                "baseline": line,
                "target": line,
                "reason": text,
                "due": line,
                "state": one_of(*GOAL_STATES),
                "agreed": agreement,
            },
            parts={"agreed": frozenset({"teacher", "family"})},
        ),
        Collection(
            "checkins",
            "learner",
            _LEARNER_TEACHER,
            {"goal": line, "feeling": one_of(*FEELINGS), "steps": steps, "note": text},
            add_only=True,
        ),
        Collection(
            "artefacts",
            "learner",
            EVERYONE,
            {
                "kind": one_of(*ARTEFACT_KINDS),
                "title": line,
                "text": text,
                "link": text,
                "blob": blob,
                "best": yes_no,
            },
        ),
        Collection(
            "evidence",
            "learner",
            EVERYONE,
            {"artefact": line, "goal": line, "narrative": text, "sure": one_of("", *SURE)},
            add_only=True,
        ),
        Collection(
            "reflections",
            "learner",
            frozenset({"learner"}),
            {**_ABOUT, "prompt": line},
            add_only=True,
        ),
        Collection(
            "feedback",
            "",
            EVERYONE,
            {**_ABOUT, "kind": one_of(*FEEDBACK_KINDS)},
            add_only=True,
        ),
    )
}
