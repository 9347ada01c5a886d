"""Words of another direction than the screen's: kept together, so that marks stay where they belong."""

import unicodedata

from app.words import direction

FSI, PDI = "\u2068", "\u2069"
_DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def isolate(text: str) -> str:
    """Returns `text` isolated where it runs against the screen's direction, else as it is.

    For every word of a person that goes into a sentence: a name, a goal, a quotation.
    """
    if not text or _direction_of(text) in ("", direction()):
        return text
    return f"{FSI}{text}{PDI}"


def _direction_of(text: str) -> str:
    """Returns the direction of the first letter that has one, outside of isolates; "" where none has."""
    depth = 0
    for char in text:
        depth += (char == FSI) - (char == PDI)
        kind = _DIRECTIONS.get(unicodedata.bidirectional(char))
        if kind is not None and depth == 0:
            return kind
    return ""
