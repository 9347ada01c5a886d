"""The shapes that a field's value may have. A value that does not fit is held back by the fold.

Checks that take others (`list_of`, `shape`, `table_of`) are closures over them, so that the fold's
fingerprint changes with them.
"""

import re
from collections.abc import Callable

LONGEST_LINE = 500
LONGEST_TEXT = 20_000
MOST_ITEMS = 200
LONGEST_FORM = 200_000
"""The most characters that all the words of a survey, quiz or set of answers have together."""
Check = Callable[[object], bool]

_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MIME = re.compile(r"[a-z]+/[a-z0-9.+-]{1,80}")


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


def decimal(value: object) -> bool:
    """Tells whether `value` is a decimal number in plain digits, as a text; "" stands for none."""
    return isinstance(value, str) and (not value or _DECIMAL.fullmatch(value) is not None)


def iso_date(value: object) -> bool:
    """Tells whether `value` looks like an ISO date; "" stands for none."""
    return isinstance(value, str) and (not value or _DAY.fullmatch(value) is not None)


def list_of(check: Check, most: int = MOST_ITEMS) -> Check:
    """Returns a check for a list of at most `most` values that each pass `check`."""
    return lambda value: isinstance(value, list) and len(value) <= most and all(map(check, value))


def table_of(check: Check, most: int = MOST_ITEMS) -> Check:
    """Returns a check for an object with at most `most` short keys, whose values pass `check`."""
    return lambda value: (
        isinstance(value, dict)
        and len(value) <= most
        and all(map(line, value))
        and all(map(check, value.values()))
    )


def shape(**fields: Check) -> Check:
    """Returns a check for an object whose known keys pass; unknown keys are let through and kept."""
    return lambda value: (
        isinstance(value, dict) and all(check(value[key]) for key, check in fields.items() if key in value)
    )


def maybe(check: Check) -> Check:
    """Returns a check for null or what passes `check`."""
    return lambda value: value is None or check(value)


def media_type(value: object) -> bool:
    """Tells whether `value` is a media type as it is stored, in small letters and without parameters."""
    return isinstance(value, str) and _MIME.fullmatch(value) is not None


def form(value: object) -> bool:
    """Tells whether `value` is an object whose words together are not too long: a survey's or quiz's
    questions, or the answers to them. What the questions are is read with care where they are shown."""
    if not isinstance(value, dict):
        return False
    left = LONGEST_FORM
    parts: list[object] = [value]
    while parts and left >= 0:
        part = parts.pop()
        if isinstance(part, dict):
            parts += [*part, *part.values()]
        elif isinstance(part, list):
            parts += part
        left -= len(part) if isinstance(part, str) else 1
    return left >= 0


def blob(value: object) -> bool:
    """Tells whether `value` names a blob, or is null."""
    if value is None:
        return True
    return (
        isinstance(value, dict)
        and isinstance(value.get("sha256"), str)
        and len(value["sha256"]) == 64
        and set(value["sha256"]) <= set("0123456789abcdef")
        and media_type(value.get("mime"))
        and count(value.get("size"))
        and all(count(value.get(side, 0)) for side in ("width", "height"))
        and line(value.get("name", ""))
    )
