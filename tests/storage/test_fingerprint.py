"""A snapshot knows the fold that made it: the same at every start, another where the rules changed."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain import checks as rules
from app.domain.checks import one_of
from app.domain.collection import Collection
from app.domain.collections import COLLECTIONS
from app.storage.snapshot import fingerprint
from app.sync.policy import Policy

SAY = """
from app.storage.snapshot import fingerprint
from app.domain.collections import COLLECTIONS
from app.sync.policy import Policy
print(fingerprint(Policy(COLLECTIONS)))
"""


def changed(**parts: object) -> str:
    goals = replace(COLLECTIONS["goals"], **parts)  # type: ignore[arg-type]
    return fingerprint(Policy({**COLLECTIONS, "goals": goals}))


def test_it_is_the_same_in_another_process() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", SAY],
            env={"PYTHONPATH": "src", "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert found == {fingerprint(Policy(COLLECTIONS))}


@pytest.mark.parametrize(
    "parts",
    [
        {"owner": "teacher"},
        {"writers": frozenset({"teacher"})},
        {"parts": {"due": frozenset({"teacher"})}},
        {"fields": {"statement": rules.text}},
        {"fields": {**COLLECTIONS["goals"].fields, "state": one_of("active", "achieved", "new")}},
    ],
    ids=["owner", "writers", "parts", "fields", "check"],
)
def test_it_differs_where_a_rule_does(parts: dict[str, object]) -> None:
    assert changed(**parts) != fingerprint(Policy(COLLECTIONS))


def test_it_differs_where_a_limit_does(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(Policy(COLLECTIONS))
    monkeypatch.setattr(rules, "LONGEST_TEXT", 9)
    assert fingerprint(Policy(COLLECTIONS)) != before


def test_a_check_that_wraps_a_check_is_told_apart_too() -> None:
    def either(first: Callable[[object], bool]) -> Callable[[object], bool]:
        return lambda value: value is None or first(value)

    def of(check: Callable[[object], bool]) -> str:
        return fingerprint(Policy({"c": Collection("c", "", frozenset(), {"f": check})}))

    assert of(either(one_of("a"))) == of(either(one_of("a")))
    assert of(either(one_of("a"))) != of(either(one_of("b")))
