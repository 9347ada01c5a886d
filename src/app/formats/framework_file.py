"""A framework as a file told it: what every format's reader answers."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field

from app.domain.library import Competency, Framework, Link
from app.formats.report import Oddity

MOST_BYTES = 32 * 1024 * 1024
MOST_ITEMS = 50_000
SLICE = 40
"""So many rows are read between two yields; a browser's Python needs some ten milliseconds for them."""


@dataclass(frozen=True)
class FrameworkFile:
    """A framework, its competencies (each after what it is under, in order) and its links."""

    framework: Framework
    competencies: tuple[Competency, ...]
    links: tuple[Link, ...]
    oddities: tuple[Oddity, ...] = ()


@dataclass(frozen=True)
class Refused:
    """Why a file is no framework. ``code`` is one of REFUSALS; ``facts`` go into its sentence."""

    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


def too_big(size: int) -> Refused:
    """Returns the refusal of a file of `size` bytes."""
    return Refused("too_big", {"megabytes": -(-size // 2**20), "most": MOST_BYTES // 2**20})


REFUSALS = (
    "empty",
    "too_big",
    "not_text",
    "too_deep",
    "cut_off",
    "not_json",
    "bundle",
    "not_case",
    "nothing",
    "too_many",
    "no_columns",
    "spreadsheet",
)
Progress = tuple[int, int]
Reading = Generator[Progress, None, FrameworkFile | Refused]
"""Yields how many rows are read of how many, and returns what the file holds. Never raises for input."""


def finished(reading: Reading) -> FrameworkFile | Refused:
    """Returns what a reading ends with, read without a pause."""
    while True:
        try:
            next(reading)
        except StopIteration as end:
            found: FrameworkFile | Refused = end.value
            return found
