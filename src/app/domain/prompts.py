"""Prompts: which question fits the moment in which somebody looks back.

Questions are codes; views write them. They ask what was tried, what helped and what is not so *yet*, never
how good anybody is. Which one is asked follows from what was asked before and from what is known, so the
same book asks the same, and never the same twice in a row.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.learning import GoalChange
from app.domain.models import CheckIn, Reflection

MOMENTS = ("after_evidence", "week_end", "goal_missed", "goal_reached", "mastered", "stuck", "any")
FACTS = ("first", "again", "stuck")
LATELY = 3


@dataclass(frozen=True)
class Prompt:
    """A question that fits always, or only ``when`` one of FACTS is so."""

    code: str
    when: str = ""


def _of(moment: str, general: str, **special: str) -> tuple[Prompt, ...]:
    fits = [Prompt(f"{moment}.{name}", when) for name, when in special.items()]
    return (*fits, *(Prompt(f"{moment}.{name}") for name in general.split()))


PROMPTS: Mapping[str, tuple[Prompt, ...]] = {
    "after_evidence": _of(
        "after_evidence", "hard tried mistake next helped", now_can="first", better="again", going="stuck"
    ),
    "week_end": _of("week_end", "kept_trying learned surprised another_way helped", not_yet="stuck"),
    "goal_missed": _of("goal_missed", "learned other_way so_far small_step", really_help="again"),
    "goal_reached": _of("goal_reached", "how began teach kept_going wish", through="stuck"),
    "mastered": _of("mastered", "how began teach use", first_time="first"),
    "stuck": _of("stuck", "which_part tried ask not_yet", before="again"),
    "any": _of("any", "mind curious not_easy how_learn thank"),
}


def facts_of(
    moment: str,
    reflections: Iterable[Reflection] = (),
    checkins: Sequence[CheckIn] = (),
    changes: Iterable[GoalChange] = (),
    shown: int = 0,
) -> frozenset[str]:
    """Returns which of FACTS are so.

    ``first``: nobody looked back at such a moment before. ``again``: more than one piece was ``shown`` for
    it, or a missed goal was given another chance before, or this is not the first time of being stuck.
    ``stuck``: one of the LATELY last of `checkins` (of what the moment is about) says so.
    """
    found: set[str] = set()
    if all(moment_of(one) != moment for one in reflections):
        found.add("first")
    latest = sorted(checkins, key=lambda one: (one.at, one.id), reverse=True)
    stuck = [one for one in latest if one.feeling == "stuck"]
    if any(one in stuck for one in latest[:LATELY]):
        found.add("stuck")
    again = {
        "after_evidence": shown > 1,
        "goal_missed": any(one.how in ("extended", "easier", "again") for one in changes),
        "stuck": len(stuck) > 1,
    }
    if again.get(moment, False):
        found.add("again")
    return frozenset(found)


def in_order(moment: str, facts: Iterable[str], asked: Sequence[str]) -> tuple[str, ...]:
    """Returns the questions of a moment, the one to ask first.

    What was never `asked` (oldest first) comes before what was, and what was asked long ago before what was
    asked lately; what fits just now comes before what fits always. Raises ValueError for no moment.
    """
    if moment not in PROMPTS:
        raise ValueError(f"not a moment: {moment}")
    known = frozenset(facts)
    last = {code: place for place, code in enumerate(asked)}
    fitting = [one for one in PROMPTS[moment] if not one.when or one.when in known]
    ordered = sorted(fitting, key=lambda one: (last.get(one.code, -1), not one.when))
    return tuple(one.code for one in ordered)


def question(moment: str, facts: Iterable[str], asked: Sequence[str]) -> str:
    """Returns the question to ask at a moment, after those that were `asked` already, oldest first."""
    return in_order(moment, facts, asked)[0]


def asked_lately(reflections: Iterable[Reflection], offered: Sequence[str] = ()) -> tuple[str, ...]:
    """Returns what was asked, oldest first: what was answered, then what was only `offered` since."""
    answered = sorted((one for one in reflections if one.prompt), key=lambda one: (one.at, one.id))
    return (*(one.prompt for one in answered), *offered)


def moment_of(reflection: Reflection) -> str:
    """Returns at which of MOMENTS a thought was had; one that does not say goes by what it is about."""
    if reflection.moment in MOMENTS:
        return reflection.moment
    return "after_evidence" if reflection.about_col in ("artefacts", "evidence") else "any"
