"""Classmates: what most children's books have in common is told once, here."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.services.sample.events import (
    Agree,
    Aim,
    Change,
    Choose,
    Event,
    Judge,
    Put,
    Say,
    Show,
    Story,
    Tap,
    Tell,
    Think,
)


def classmate(row: Mapping[str, Any], week: Mapping[str, Any]) -> Story:
    """Unfolds the short form.

    ``goal`` is [statement, measure, reason, due]; ``works`` are [days back, title, text, the teacher's
    answer ("" where it waits), picture?]; ``taps`` are [days back, feeling, steps]. The goal was written
    three days before the first work and agreed a day later; ``proposed`` is one more that waits to be.
    ``home`` is what the family said, ``two`` the days of a due date that teacher and learner both moved,
    ``file`` how many days ago the last file came.

    Some go along the path: ``skills`` are what the works are for, ``levels`` how the answered ones were
    judged, ``chose`` is [activity, state], and they have the `week` of the class with it.
    """
    first = max(work[0] for work in row["works"])
    events = [*_begin(row, first), *_work(row)]
    events += [Tap(back, "goal", feeling, steps) for back, feeling, steps in row.get("taps", ())]
    if "home" in row:
        events.append(Say(row["home"][0], "family", "goal", "comment", row["home"][1]))
    if "two" in row:
        theirs, own = row["two"]
        events.append(Change(3, "teacher", "goal", "due", theirs, apart=True))
        events.append(Change(3, "learner", "goal", "due", own))
    if "chose" in row:
        events += _week(row, first, week)
    return Story(row["name"], row["avatar"], row["family"], tuple(events), row.get("file", 1))


def _begin(row: Mapping[str, Any], first: int) -> Iterator[Event]:
    yield Tell(first + 9, "interest", row["likes"])
    yield Tell(first + 8, "strength", row["good_at"])
    if "needs" in row:
        yield Tell(first + 7, "need", row["needs"])
    yield Aim(first + 3, "goal", *row["goal"])
    if "skills" in row:
        yield Change(first + 3, "learner", "goal", "competencies", [f"#{code}" for code in row["skills"]])
    yield Agree(first + 2, "teacher", "goal")
    if "proposed" in row:
        back, *parts = row["proposed"]
        yield replace(Aim(back, "proposed", *parts), ask=True)


def _work(row: Mapping[str, Any]) -> Iterator[Event]:
    skills, levels = tuple(row.get("skills", ())), iter(row.get("levels", ()))
    for number, (back, title, text, answer, *picture) in enumerate(row["works"]):
        key = f"work{number}"
        sure = ("begun", "growing", "teach")[min(number, 2)]
        shown = Show(back, key, title, text, ("goal",), sure, picture="".join(picture), best=number == 1)
        yield replace(shown, skills=skills)
        if answer:
            kind = "question" if answer.endswith("?") else "well_done" if number else "comment"
            yield Say(max(back - 1, 1), "teacher", key, kind, answer)
            for level in [next(levels)] if skills else ():
                yield Judge(max(back - 1, 1), key, dict.fromkeys(skills, level))
    if "thought" in row:
        back, text = row["thought"]
        yield Think(back, "work0", text)


def _week(row: Mapping[str, Any], first: int, week: Mapping[str, Any]) -> Iterator[Event]:
    """The week of the class, with what was chosen in it."""
    activity, state = row["chose"]
    back = max(row.get("file", 1), 2)
    yield Put(first + 1, "weeks", week, rec="me")
    yield Choose(min(back + 1, first), "choice", activity, state)
    session = {"block": week["blocks"][0]["id"], "activity": activity, "goal": "@goal", "minutes": 25}
    session["title"] = row["goal"][0]
    yield Put(back, "sessions", {**session, "day": f"~{1 - back}", "state": "done", "spent": 20})
    yield Put(back, "sessions", {**session, "day": "~1"})
