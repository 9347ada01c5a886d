"""The stories, read from the TOML files in ``stories/``: prose stays out of the code.

``mia.toml`` tells one story event by event. ``classmates.toml`` has a short form, which `_classmate`
unfolds: what most children's books have in common is told once, here.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from typing import Any

from app.services.sample.events import Agree, Aim, Change, Event, Say, Show, Story, Tap, Tell, Think

_EVENTS: Mapping[str, type[Event]] = {
    "tell": Tell,
    "aim": Aim,
    "show": Show,
    "think": Think,
    "tap": Tap,
    "say": Say,
    "agree": Agree,
    "change": Change,
}


def stories() -> tuple[Story, ...]:
    """Returns every story, Mia's first."""
    mia = _read("mia")
    told = Story(mia["name"], mia["avatar"], mia["family"], tuple(map(_event, mia["events"])))
    return (told, *map(_classmate, _read("classmates")["learner"]))


def _read(name: str) -> dict[str, Any]:
    text = files("app.services.sample").joinpath("stories", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


def _event(row: Mapping[str, Any]) -> Event:
    values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in row.items()}
    return _EVENTS[values.pop("what")](**values)


def _classmate(row: Mapping[str, Any]) -> Story:
    """Unfolds the short form.

    ``goal`` is [statement, measure, reason, due]; ``works`` are [days back, title, text, the teacher's
    answer ("" where it waits), picture?]; ``taps`` are [days back, feeling, steps]. The goal was written
    three days before the first work and agreed a day later; ``proposed`` is one more that waits to be.
    ``home`` is what the family said, ``two`` the days of a due date that teacher and learner both moved,
    ``file`` how many days ago the last file came.
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
    return Story(row["name"], row["avatar"], row["family"], tuple(events), row.get("file", 1))


def _begin(row: Mapping[str, Any], first: int) -> Iterator[Event]:
    yield Tell(first + 9, "interest", row["likes"])
    yield Tell(first + 8, "strength", row["good_at"])
    if "needs" in row:
        yield Tell(first + 7, "need", row["needs"])
    yield Aim(first + 3, "goal", *row["goal"])
    yield Agree(first + 2, "teacher", "goal")
    if "proposed" in row:
        back, *parts = row["proposed"]
        yield replace(Aim(back, "proposed", *parts), ask=True)


def _work(row: Mapping[str, Any]) -> Iterator[Event]:
    for number, (back, title, text, answer, *picture) in enumerate(row["works"]):
        key = f"work{number}"
        sure = ("begun", "growing", "teach")[min(number, 2)]
        yield Show(back, key, title, text, ("goal",), sure, picture="".join(picture), best=number == 1)
        if answer:
            kind = "question" if answer.endswith("?") else "well_done" if number else "comment"
            yield Say(max(back - 1, 1), "teacher", key, kind, answer)
    if "thought" in row:
        back, text = row["thought"]
        yield Think(back, "work0", text)
