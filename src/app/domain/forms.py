"""What surveys and quizzes share: words in several languages, and reading a file with leniency.

A form is data that anybody may have written. Reading never raises, whatever JSON it is given: what can be
used is used, what cannot is left out, and a report says so in facts (`Odd`) that screens put in words.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.models import Model
from app.domain.text import tidy_line, tidy_text

VERSION = 1
MOST_QUESTIONS, MOST_OPTIONS = 100, 40
LONGEST_ID, LONGEST_WORDS = 80, 2000

Words = Mapping[str, str]
"""A text by language tag; "" is the text for every other language."""


class Odd(Model):
    """One thing in a file that was not as expected: ``at`` is the question's number (0 for the whole)."""

    code: str
    at: int = 0
    what: str = ""


class Report:
    """Collects what was odd, question by question."""

    def __init__(self) -> None:
        self.odd: list[Odd] = []
        self.at = 0

    def note(self, code: str, what: object = "") -> None:
        """Adds one odd thing about the question that is being read."""
        self.odd.append(Odd(code=code, at=self.at, what=tidy_line(str(what), 80)))


def words_of(raw: object) -> dict[str, str]:
    """Returns a text by language; empty for what is no text."""
    if isinstance(raw, str):
        raw = {"": raw}
    if not isinstance(raw, dict):
        return {}
    found = {
        tidy_line(lang, 20): tidy_text(text, LONGEST_WORDS)
        for lang, text in raw.items()
        if isinstance(lang, str) and isinstance(text, str)
    }
    return {lang: text for lang, text in found.items() if text}


def said(words: Words, language: str) -> str:
    """Returns the text in `language` or the closest there is; "" where there is none at all."""
    base = language.partition("-")[0]
    for tag in (language, base, "", "en"):
        if tag in words:
            return words[tag]
    return next(iter(words.values()), "")


def name_of(raw: object, spare: str) -> str:
    """Returns an id as a file gave it, or `spare`."""
    name = tidy_line(raw, LONGEST_ID) if isinstance(raw, str) else ""
    return name or spare


def icon_of(raw: object) -> str:
    """Returns the name of an icon, "" for none."""
    return tidy_line(raw, 40) if isinstance(raw, str) else ""


def whole(raw: object, low: int, high: int, spare: int) -> int:
    """Returns a whole number within bounds, or `spare`."""
    fits = isinstance(raw, int) and not isinstance(raw, bool) and low <= raw <= high
    return int(raw) if fits else spare  # type: ignore[call-overload]


def list_in(raw: object, most: int, report: Report) -> Iterator[object]:
    """Yields the parts of a list, at most so many; nothing where it is no list."""
    parts = raw if isinstance(raw, list | tuple) else []
    if len(parts) > most:
        report.note("too_many", most)
    yield from parts[:most]


def names_in(raw: object) -> tuple[str, ...]:
    """Returns the short texts of a list."""
    parts = raw if isinstance(raw, list | tuple) else []
    return tuple(tidy_line(part) for part in parts[:MOST_OPTIONS] if isinstance(part, str) and part.strip())


def unlike(name: str, taken: set[str], report: Report) -> str:
    """Returns `name`, with a number behind it where it is taken already; takes it."""
    fresh, count = name, 2
    while fresh in taken:
        fresh, count = f"{name}-{count}", count + 1
    if fresh != name:
        report.note("same_id", name)
    taken.add(fresh)
    return fresh


def refusal(raw: object, form: str) -> str:
    """Returns why `raw` is no form called `form`: a code, or "" where it may be one."""
    if not isinstance(raw, dict):
        return "not_object"
    if raw.get("format") != form:
        return "other_format"
    version = raw.get("version", VERSION)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        return "odd_version"
    return "newer" if version > VERSION else ""


def storable(raw: Any) -> Any:
    """Returns a JSON value as a book may hold it: decimals and very long numbers become their digits."""
    if isinstance(raw, dict):
        return {str(key): storable(value) for key, value in raw.items()}
    if isinstance(raw, list | tuple):
        return [storable(part) for part in raw]
    if isinstance(raw, float) or (isinstance(raw, int) and abs(raw) > 2**53):
        return str(raw)
    return raw
