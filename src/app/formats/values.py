"""Single values of a file, read leniently: whatever stands there becomes a text, a list or a number."""

import math
import re
from collections.abc import Mapping
from typing import Any

from app.domain.checks import LONGEST_LINE, LONGEST_TEXT, MOST_ITEMS
from app.domain.text import tidy_line, tidy_text
from app.formats.report import Report

_SPLIT = re.compile(r"\s*[,;|]\s*")
_WHOLE = re.compile(r"\s*-?[0-9]{1,15}(\.0*)?\s*")
_PARTS = re.compile(r"(\d+)")
MOST_SEQUENCE = 2**31


class Values:
    """Reads values and notes in `report` what was odd about them; ``where`` names the row."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.where = ""
        self._known: dict[str, str] = {}

    def line(self, value: Any) -> str:
        """Returns a value as one line. A file says most of its short texts many times over: each is tidied
        once, unless it is one that is noted."""
        if value is None:
            return ""
        text = value if isinstance(value, str) else self._plain(value)
        known = self._known.get(text)
        if known is not None:
            return known
        found = _tidied_line(self._short(text, LONGEST_LINE))
        if len(text) <= LONGEST_LINE:
            self._known[text] = found
        return found

    def uri(self, value: Any) -> str:
        """Returns an address; one that only repeats an identifier is none."""
        return address(self.line(value))

    def text(self, value: Any) -> str:
        """Returns a value as a text."""
        if value is None:
            return ""
        text = self._short(value if isinstance(value, str) else self._plain(value), LONGEST_TEXT)
        if text.isascii() and text.isprintable():
            return text.strip()[:LONGEST_TEXT].strip()
        return tidy_text(text)

    def _short(self, text: str, longest: int) -> str:
        if len(text) > longest:
            self.report.note("too_long", self.where)
        return text

    def _plain(self, value: Any) -> str:
        if isinstance(value, str):
            return value
        if value is None:  # within an object that stands for a text
            return ""
        self.report.note("odd_value", self.where)
        if isinstance(value, Mapping):
            return self._plain(value.get("title") or value.get("identifier"))
        if isinstance(value, list):
            return ", ".join(part for part in value if isinstance(part, str))
        return str(value).lower() if isinstance(value, bool) else str(value)[:40]

    def lines(self, value: Any, *, here: bool) -> tuple[str, ...]:
        """Returns a value as a list of lines, each once; `here` tells that the field is there at all."""
        if value is None:
            if here:
                self.report.note("null_list", self.where)
            return ()
        if isinstance(value, list):
            parts = list(map(self.line, value))
        else:
            text = self.line(value)
            if text:
                self.report.note("text_list", self.where)
            parts = split(text)
        found = tuple(dict.fromkeys(filter(None, parts)))
        if len(found) > MOST_ITEMS:
            self.report.note("too_many", self.where)
        return found[:MOST_ITEMS]

    def number(self, value: Any) -> int | None:
        """Returns a place in an order, or None where there is none."""
        if value is None or value == "":
            return None
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            self.report.note("bad_number", self.where)
            return None
        if isinstance(value, str):
            if not _WHOLE.fullmatch(value):
                self.report.note("bad_number", self.where)
                return None
            self.report.note("text_number", self.where)
            value = float(value)
        if not math.isfinite(value):
            self.report.note("bad_number", self.where)
            return None
        return max(-MOST_SEQUENCE, min(MOST_SEQUENCE, int(value)))


def _tidied_line(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        return tidy_line(text)
    line = " ".join(text.split()) if "  " in text else text.strip()  # tidying does no more here
    return line[:LONGEST_LINE].strip()


def address(line: str) -> str:
    """Returns a line as an address; one that only repeats an identifier is none."""
    return "" if line.startswith("urn:uuid:") else line


def split(text: str) -> list[str]:
    """Returns the parts of a list that was written as one text."""
    return [part for part in _SPLIT.split(text) if part]


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Returns a key by which "L1.2" comes before "L1.10"."""
    return tuple(
        (0, int(part), "") if part.isdecimal() and len(part) < 16 else (1, 0, part)
        for part in _PARTS.split(text.casefold())
        if part
    )
