"""Examples for an empty part of a goal, drawn from what this learner likes.

The same learner sees the same example each time, and another one for the next goal: it follows from the
interests and from how many goals there are, and nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.vague import words

TEMPLATES: Mapping[str, int] = {"statement": 4, "measure": 4, "reason": 3, "attainable": 2, "due": 1}


@dataclass(frozen=True)
class Example:
    """Which of a part's TEMPLATES to show, filled with ``interest``; "" where none is known."""

    part: str
    template: int
    interest: str = ""


def example(part: str, turn: int, interests: Sequence[str] = (), statement: str = "") -> Example:
    """Returns the example for a part of the goal number `turn`: with the interest that the goal speaks of,
    else with the next in turn. A part without templates has only the first."""
    templates = TEMPLATES.get(part, 1)
    known = [one for one in interests if one.strip()]
    if not known:
        return Example(part, turn % templates)
    said = {word for word in words(statement) if len(word) > 3}
    fitting = [one for one in known if not said.isdisjoint(words(one))]
    return Example(part, turn % templates, (fitting or known)[turn % len(fitting or known)])
