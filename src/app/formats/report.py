"""What was odd in a file that was taken all the same: codes, counts and examples. Views have the words."""

from typing import NamedTuple

EXAMPLES = 3


class Oddity(NamedTuple):
    """One kind of oddity: how often it came, and where it first did."""

    code: str
    times: int
    examples: tuple[str, ...] = ()


CODES = (
    "no_document",
    "no_title",
    "no_source",
    "several_packages",
    "not_a_row",
    "no_identifier",
    "number_identifier",
    "same_identifier",
    "no_statement",
    "no_words",
    "bad_number",
    "text_number",
    "null_list",
    "text_list",
    "odd_value",
    "misspelt",
    "unknown_field",
    "too_long",
    "too_many",
    "no_end",
    "outside",
    "self",
    "same_link",
    "several_parents",
    "ring",
    "prerequisite_ring",
    "encoding",
    "ragged",
)
_CODES = frozenset(CODES)


class Report:
    """Counts oddities by code while a file is read."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._examples: dict[str, dict[str, None]] = {}

    def note(self, code: str, example: str = "", times: int = 1) -> None:
        """Counts one more of `code`. Raises KeyError for a code that has no words."""
        if code not in _CODES:
            raise KeyError(code)
        self._counts[code] = self._counts.get(code, 0) + times
        examples = self._examples.setdefault(code, {})
        if example and len(examples) < EXAMPLES:
            examples[example[:80]] = None

    @property
    def oddities(self) -> tuple[Oddity, ...]:
        """What was found, in the order of CODES."""
        return tuple(
            Oddity(code, self._counts[code], tuple(self._examples[code]))
            for code in CODES
            if code in self._counts
        )
