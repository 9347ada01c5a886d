"""The parts of a goal as they are kept, and what is said of its words."""

from collections.abc import Mapping, Sequence

from app.domain.days import iso_day
from app.domain.models import MEASURE_SCALES, TERMS, Goal
from app.domain.text import tidy_line, tidy_text
from app.sync.op import ADD, Edit

LINES = ("baseline", "target", "due", "parent", "unit", "group")
TEXTS = ("statement", "measure", "reason", "supports", "resources", "part")
CHOICES: Mapping[str, tuple[str, ...]] = {"term": ("", *TERMS), "scale": ("", *MEASURE_SCALES)}
WORDS = ("statement", "measure", "baseline", "target", "reason", "due")
PARTS = (*WORDS, "term", "scale", "unit", "parent", "supports", "resources", "review", "part")


def tidied(name: str, value: str | Sequence[str]) -> str:
    """Returns a part of a goal as it is kept. Raises ValueError for what no goal can have there: a day for
    the next talk that no calendar has, another term or scale than there are."""
    text = value if isinstance(value, str) else " ".join(value)
    if name == "review":
        if text and iso_day(text) is None:
            raise ValueError(f"no such day: {text}")
        return text
    if name in CHOICES and text not in CHOICES[name]:
        raise ValueError(f"not a {name}: {text}")
    return tidy_text(text) if name in TEXTS else tidy_line(text)


def new_values(parts: Mapping[str, str | Sequence[str]]) -> dict[str, object]:
    """Returns the fields of a new goal. Raises ValueError as `tidied` does."""
    values: dict[str, object] = dict.fromkeys(WORDS, "")
    for name, value in parts.items():
        if name == "competencies":
            values[name] = list(dict.fromkeys(value))
        elif name in (*PARTS, "group"):
            values[name] = tidied(name, value)
    return values


def consent(goal: Goal, says: str, name: str = "", text: str = "") -> Edit:
    """Returns the edit that says something of a goal's words as they are."""
    values = {"goal": goal.id, "says": says, "words": goal.words, "text": text}
    return Edit(ADD, "consents", name, "", values)
