"""Seasons: the compact form in which years of work are told, and what unfolds it.

A season has a ``key``, the days back ``from`` which and ``to`` which it lasted, perhaps ``supports`` that
were in use all along, and ``works``, evenly spread over it: [competencies, activity, kind, level, title,
text, the teacher's answer, more?]. Each work was chosen two days before (where it has an activity), shown,
answered a day or two later, and judged at its level (0 for not at all).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.services.sample.events import Change, Choose, Event, Judge, Say, Show, Think

KINDS: Mapping[str, str] = {"w": "words", "l": "link", "p": "photo", "o": "observation"}
SURE = ("", "begun", "growing", "growing", "teach")
RUBRICS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "s-best-piece": ("s-presenting", ("question", "knowing", "telling", "better")),
    "s-inquiry": ("s-presenting", ("question", "knowing", "telling", "better")),
    "s-read-write-choice": ("s-presenting", ("question", "knowing", "telling", "better")),
    "s-half-recipe": ("s-fair-ratio", ("right", "shown", "sense")),
    "s-team-ratio": ("s-fair-ratio", ("right", "shown", "sense")),
    "s-map-scale": ("s-fair-ratio", ("right", "shown", "sense")),
}
"""The rubrics of the ways that have one, with what each looks at."""


def season(row: Mapping[str, Any]) -> Iterator[Event]:
    """Unfolds a season. ``more`` of a work may say: ``self`` (how sure, 1 to 4), ``family`` (their words),
    ``think`` with ``prompt`` and ``face``, ``best`` (why), ``peer`` ([name, level, words]), ``link``,
    ``picture``, ``goal``, ``interest``, ``board``, ``supports``, ``left`` (why the way was left)."""
    works, first = row["works"], row["from"]
    for number, work in enumerate(works):
        back = first - number * (first - row["to"]) // len(works)
        yield from _work(f"{row['key']}{number}", back, work, row.get("supports", ()))


def _work(key: str, back: int, work: list[Any], helped: list[str] | tuple[str, ...]) -> Iterator[Event]:
    named, activity, kind, level, title, text, _answer, *rest = work
    more: Mapping[str, Any] = rest[0] if rest else {}
    skills, supports = tuple(named.split()), tuple(more.get("supports", helped))
    if activity:
        yield from _chosen(f"{key}-way", back, activity, more)
    seen = kind == "o"
    own = 0 if seen else more.get("self", level)
    shown = Show(back, key, title, text, more.get("goal", ()), SURE[own])
    yield replace(
        shown,
        kind=KINDS[kind],
        who="teacher" if seen else "learner",
        picture=more.get("picture", ""),
        link=more.get("link", ""),
        best="best" in more,
        why=more.get("best", ""),
        skills=skills,
        activity=activity,
        supports=supports,
        marks=_marks(activity, own),
    )
    yield from _answered(key, back, work, supports, more)


def _chosen(key: str, back: int, activity: str, more: Mapping[str, Any]) -> Iterator[Event]:
    yield Choose(back + 2, key, activity, "chosen", more.get("board", ""), more.get("interest", ""))
    if "left" in more:
        yield Change(back, "learner", key, "why", more["left"])
    yield Change(back, "learner", key, "state", "left" if "left" in more else "done")


def _marks(activity: str, level: int) -> dict[str, int]:
    """Returns how each part of the activity's rubric went: the last is the hardest."""
    _rubric, parts = RUBRICS.get(activity, ("", ()))
    return {part: max(1, level - (part == parts[-1])) for part in parts} if level else {}


def _answered(
    key: str, back: int, work: list[Any], supports: tuple[str, ...], more: Mapping[str, Any]
) -> Iterator[Event]:
    named, activity, kind, level, _title, _text, answer, *_rest = work
    levels, soon = dict.fromkeys(named.split(), level), back - 1 - back % 2
    if "peer" in more:
        name, given, words = more["peer"]
        yield Judge(back, key, dict.fromkeys(levels, given), words, "learner", "peer", peer=name)
    if "self" in more and levels:
        yield Judge(back, key, dict.fromkeys(levels, more["self"]), who="learner", kind="self")
    if "think" in more:
        prompt = more.get("prompt", "after_evidence.hard")
        yield Think(back, key, more["think"], prompt, more.get("face"), prompt.partition(".")[0])
    if "family" in more:
        yield Say(soon, "family", key, "comment", more["family"])
    if level and levels:
        judged = Judge(soon, key, levels, answer, kind="observation" if kind == "o" else "formative")
        rubric, _parts = RUBRICS.get(activity, ("", ()))
        yield replace(judged, supports=supports, rubric=rubric, marks=_marks(activity, level))
    elif answer:
        yield Say(soon, "teacher", key, "comment", answer)
