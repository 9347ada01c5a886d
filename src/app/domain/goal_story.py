"""A goal's history as a story: who did what and when, in facts that views make sentences of.

It is told from the goal's own ops and what was said of it. What belongs together is told once: words typed
over a day are one rewording, the same check-in day after day is one line with its number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.domain.days import Facts
from app.domain.learning import Consent, GoalChange, Measure
from app.domain.models import CheckIn, Record
from app.domain.ordering import as_made

DAY_MS = 86_400_000
TOLD = ("statement", "measure", "baseline", "target", "reason", "due", "supports", "resources", "part")
_STATES: Mapping[str, str] = {
    "idea": "idea",
    "proposed": "asked",
    "active": "began",
    "achieved": "reached",
    "letgo": "let_go",
}
_SAYS: Mapping[str, str] = {"propose": "proposed", "agree": "agreed", "wish": "wished"}


@dataclass(frozen=True)
class Written:
    """One op on the goal: fields with their new values. ``made`` marks the one that began it."""

    at: int
    who: str
    by: str
    values: Mapping[str, Any]
    made: bool = False


@dataclass(frozen=True)
class Happening:
    """One line of the story. Views write the sentence for ``code`` from ``facts``.

    ``made`` (statement); ``idea``, ``asked``, ``began``, ``reached``, ``let_go`` (before: the state);
    ``reworded`` (field, before, after); ``proposed``, ``agreed``, ``wished`` (text); ``adapted_`` and one
    of CHANGE_KINDS (why, learned, into; field, before and after where words were set with it);
    ``checked`` (feeling, note, times); ``measured`` (value, note, times).
    """

    code: str
    at: int
    who: str
    by: str
    facts: Facts = field(default_factory=dict)


def story(
    written: Iterable[Written],
    consents: Sequence[Consent] = (),
    changes: Sequence[GoalChange] = (),
    checkins: Sequence[CheckIn] = (),
    measures: Sequence[Measure] = (),
) -> tuple[Happening, ...]:
    """Returns what happened to a goal, the oldest first; `written` in the order in which it came here."""
    told = [*_goal_lines(written), *map(_consent, consents), *map(_change, changes)]
    told += [*map(_check_in, sorted(checkins, key=as_made)), *map(_measured, sorted(measures, key=as_made))]
    ordered = sorted(enumerate(told), key=lambda pair: (pair[1].at, pair[0]))
    return _joined(_absorbed([one for _, one in ordered]))


def _goal_lines(written: Iterable[Written]) -> Iterable[Happening]:
    now: dict[str, Any] = {}
    for one in written:
        if one.made:
            words = str(one.values.get("statement", ""))
            yield Happening("made", one.at, one.who, one.by, {"statement": words})
            now.update(one.values)
            continue
        for name, value in one.values.items():
            yield from _set_line(one, name, value, now.get(name, ""))
            now[name] = value


def _set_line(one: Written, name: str, value: Any, before: Any) -> Iterable[Happening]:
    if not isinstance(value, str) or value == before:
        return
    if name == "state" and value in _STATES:
        yield Happening(_STATES[value], one.at, one.who, one.by, {"before": str(before)})
    elif name in TOLD:
        facts: Facts = {"field": name, "before": str(before), "after": value}
        yield Happening("reworded", one.at, one.who, one.by, facts)


def _said(record: Record, code: str, facts: Facts) -> Happening:
    return Happening(code, record.at, record.who, record.by, facts)


def _consent(one: Consent) -> Happening:
    return _said(one, _SAYS.get(one.says, "proposed"), {"text": one.text})


def _change(one: GoalChange) -> Happening:
    facts: Facts = {"why": one.why, "learned": one.learned, "into": len(one.into)}
    return _said(one, f"adapted_{one.how}", facts)


def _check_in(one: CheckIn) -> Happening:
    return _said(one, "checked", {"feeling": one.feeling, "note": one.note, "times": 1})


def _measured(one: Measure) -> Happening:
    return _said(one, "measured", {"value": one.value, "note": one.note, "times": 1})


def _absorbed(lines: Sequence[Happening]) -> list[Happening]:
    """Tells what was set together with its reason (one tap, one moment, one person) as that reason alone."""
    reasons = {(one.at, one.who) for one in lines if _is_reason(one)}
    facts: dict[tuple[int, str], dict[str, str | int]] = {}
    for one in lines:
        key = (one.at, one.who)
        if key in reasons and one.code == "reworded":
            facts.setdefault(key, {}).update(one.facts)
    kept = (
        one for one in lines if (one.at, one.who) not in reasons or _is_reason(one) or not _told_by_op(one)
    )
    return [
        replace(one, facts={**facts.get((one.at, one.who), {}), **one.facts}) if _is_reason(one) else one
        for one in kept
    ]


def _is_reason(one: Happening) -> bool:
    """Tells whether a line is a reason that came with what it set; one that was only said came after it."""
    return one.code.startswith("adapted_") and one.code != "adapted_changed"


def _told_by_op(one: Happening) -> bool:
    return one.code == "reworded" or one.code in _STATES.values()


def _joined(lines: Sequence[Happening]) -> tuple[Happening, ...]:
    """Joins each line to the last of its kind by the same person where the two are one thing."""
    told: list[Happening] = []
    for one in lines:
        same = _last_like(told, one)
        told.append(one if same is None else _both(told.pop(same), one))
    return tuple(one for one in told if one.code != "reworded" or one.facts["before"] != one.facts["after"])


def _last_like(told: Sequence[Happening], one: Happening) -> int | None:
    """Returns where the line stands that `one` goes on with, if there is one."""
    if one.code in ("checked", "measured"):
        return len(told) - 1 if told and _goes_on(told[-1], one) else None
    if one.code == "reworded":
        for at in range(len(told) - 1, -1, -1):
            if one.at - told[at].at > DAY_MS:
                return None
            if _goes_on(told[at], one):
                return at
    return None


def _goes_on(last: Happening, one: Happening) -> bool:
    key = {"checked": "feeling", "reworded": "field"}.get(one.code, "")
    same = (last.code, last.who) == (one.code, one.who)
    return same and (not key or last.facts[key] == one.facts[key])


def _both(last: Happening, one: Happening) -> Happening:
    if one.code == "reworded":
        return replace(one, facts={**one.facts, "before": last.facts["before"]})
    times = int(last.facts["times"]) + 1
    note = one.facts["note"] or last.facts["note"]
    return replace(one, facts={**one.facts, "note": note, "times": times})
