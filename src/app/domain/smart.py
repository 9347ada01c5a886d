"""The goal coach: what is clear in a goal, and one small question where it is not.

After G. T. Doran, "There's a S.M.A.R.T. way to write management's goals and objectives" (Management
Review 70(11), 1981): specific, measurable, assignable, realistic, time-related. The goal is the
learner's own, so it is assigned. That it can be reached nobody can read off a text: what can be seen is how
big it is beside its day, and that is all `attainable` claims. What is left: what, how will I know, by
when, why it matters to me (relevant), and which skills it is for.

The rules look at the shape of a text in any language, and at words only in English. They are small
questions, never a gate: a goal that is vague in every part is kept, agreed and worked on all the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from app.domain.days import Facts, iso_day
from app.domain.due import is_no_day, nearest_day
from app.domain.measuring import number_in
from app.domain.models import Goal
from app.domain.vague import AMOUNTS, INSIDE, SEEN, TOLD, digits, english, size, words

Part = Literal["statement", "measure", "due", "reason", "attainable", "competencies"]
State = Literal["met", "vague", "missing"]
PARTS: tuple[Part, ...] = ("statement", "measure", "due", "reason")

ALL_PARTS: tuple[Part, ...] = ("statement", "measure", "attainable", "reason", "due", "competencies")

FAR_DAYS = 120
SOON_DAYS, BIG_WORDS = 3, 12
JUMP_DAYS, JUMP = 14, 10
SHORT, LONG = 2, 40


@dataclass(frozen=True)
class Hint:
    """What the coach says of one part. ``code`` names the question to ask, "" where it is met.

    statement: ``what`` (empty), ``what_exactly`` (facts: word, if one is vague), ``one_thing`` (long).
    measure: ``see_or_hear``, ``how_count`` (facts: word). due: ``which_day`` (facts: date, an ISO day
    to offer), ``no_such_day`` (facts: date), ``past``, ``too_far`` (facts: days; past also date). reason:
    ``because`` (facts: interest, if one is known), ``for_you``. attainable: ``needs_day``, ``make_parts``,
    ``much_soon`` (facts: days), ``big_jump`` (facts: days, start, target). competencies: ``which_skill``.
    """

    part: Part
    state: State
    code: str = ""
    facts: Facts = field(default_factory=dict)


def coach(goal: Goal, today: date, interests: Sequence[str] = ()) -> tuple[Hint, ...]:
    """Returns one hint for each of PARTS, in that order."""
    return (
        _statement(goal.statement),
        _measure(goal),
        _due(goal, today),
        _reason(goal, interests),
    )


def whole_view(goal: Goal, today: date, interests: Sequence[str] = (), parts: int = 0) -> tuple[Hint, ...]:
    """Returns one hint for each of ALL_PARTS, in that order; `parts` are the short goals in a long one."""
    said = {hint.part: hint for hint in coach(goal, today, interests)}
    said["attainable"] = attainable(goal, today, parts)
    skill = Hint("competencies", "met") if goal.competencies else None
    said["competencies"] = skill or Hint("competencies", "missing", "which_skill")
    return tuple(said[part] for part in ALL_PARTS)


def attainable(goal: Goal, today: date, parts: int = 0) -> Hint:
    """Looks at how big the goal is beside its day; a long one needs parts."""
    if goal.term == "long":
        return Hint("attainable", "met") if parts else Hint("attainable", "vague", "make_parts")
    day = iso_day(goal.due)
    if day is None:
        return Hint("attainable", "vague" if goal.due.strip() else "missing", "needs_day")
    days = max(0, (day - today).days)
    if days > FAR_DAYS:
        return Hint("attainable", "vague", "make_parts")
    if days <= SOON_DAYS and size(goal.statement) >= BIG_WORDS:
        return Hint("attainable", "vague", "much_soon", {"days": days})
    start, target = number_in(goal.baseline), number_in(goal.target)
    if days <= JUMP_DAYS and start and target and target >= start * JUMP > 0:
        facts: Facts = {"days": days, "start": goal.baseline, "target": goal.target}
        return Hint("attainable", "vague", "big_jump", facts)
    return Hint("attainable", "met")


def first_question(hints: Sequence[Hint]) -> Hint | None:
    """Returns the one hint to show: what is missing before what is vague; None where all is met."""
    for state in ("missing", "vague"):
        for hint in hints:
            if hint.state == state:
                return hint
    return None


def _statement(text: str) -> Hint:
    length = size(text)
    if not text.strip():
        return Hint("statement", "missing", "what")
    if length > LONG:
        return Hint("statement", "vague", "one_thing")
    word = _vague_word(text)
    if word:
        return Hint("statement", "vague", "what_exactly", {"word": word})
    if length < SHORT:
        return Hint("statement", "vague", "what_exactly")
    return Hint("statement", "met")


def _measure(goal: Goal) -> Hint:
    text = goal.measure
    if not text.strip():
        # From a number to a number is a measure, whatever stands in the other box.
        met = digits(goal.target)
        return Hint("measure", "met") if met else Hint("measure", "missing", "see_or_hear")
    if digits(text):
        return Hint("measure", "met")
    word = _vague_word(text)
    if word in AMOUNTS:
        return Hint("measure", "vague", "how_count", {"word": word})
    if word or size(text) < SHORT:
        return Hint("measure", "vague", "see_or_hear", {"word": word} if word else {})
    return Hint("measure", "met")


def _vague_word(text: str) -> str:
    """Returns the first vague word of an English text that says nothing one could see or count."""
    if digits(text) or not english(text):
        return ""
    said = words(text)
    if not SEEN.isdisjoint(said):
        return ""
    for vague in (AMOUNTS, INSIDE - {"be", "get", "become"}):
        for word in said:
            if word in vague:
                return word
    return ""


def _due(goal: Goal, today: date) -> Hint:
    text = goal.due.strip()
    if not text:
        return Hint("due", "missing", "which_day", {"date": nearest_day("", today).isoformat()})
    day = iso_day(text)
    if day is None and is_no_day(text):
        return Hint("due", "vague", "no_such_day", {"date": nearest_day("", today).isoformat()})
    if day is None:
        return Hint("due", "vague", "which_day", {"date": nearest_day(text, today).isoformat()})
    days = (day - today).days
    if goal.state in ("achieved", "letgo") or 0 <= days <= FAR_DAYS:
        return Hint("due", "met")
    if days > 0:
        return Hint("due", "vague", "too_far", {"days": days})
    facts: Facts = {"days": -days, "date": nearest_day("", today).isoformat()}
    return Hint("due", "vague", "past", facts)


def _reason(goal: Goal, interests: Sequence[str]) -> Hint:
    text = goal.reason.strip()
    if not text:
        interest = _fitting(goal.statement, interests)
        return Hint("reason", "missing", "because", {"interest": interest} if interest else {})
    if size(text) < SHORT:
        return Hint("reason", "vague", "because")
    if any(phrase in text.casefold() for phrase in TOLD):
        return Hint("reason", "vague", "for_you")
    return Hint("reason", "met")


def _fitting(statement: str, interests: Sequence[str]) -> str:
    """Returns the interest that shares a longer word with the goal, else the first, else ""."""
    said = {word for word in words(statement) if len(word) > 3}
    for interest in interests:
        if not said.isdisjoint(words(interest)):
            return interest
    return interests[0] if interests else ""
