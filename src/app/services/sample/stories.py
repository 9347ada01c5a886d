"""The stories, read from the TOML files in ``assets/sample/stories/``: prose stays out of the code.

``mia.toml`` tells her last five months event by event, ``years.toml`` the years before them by seasons (see
`seasons`). ``classmates.toml`` has a short form, which `classmates` unfolds.
"""

import tomllib
from collections.abc import Mapping
from typing import Any

from app.services.sample.classmates import classmate
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
    Suggest,
    Tap,
    Tell,
    Think,
    Try,
)
from app.services.sample.scribe import Read
from app.services.sample.seasons import season

STORIES = ("stories/mia.toml", "stories/years.toml", "stories/classmates.toml")

_EVENTS: Mapping[str, type[Event]] = {
    "tell": Tell,
    "aim": Aim,
    "show": Show,
    "think": Think,
    "tap": Tap,
    "say": Say,
    "judge": Judge,
    "choose": Choose,
    "suggest": Suggest,
    "try": Try,
    "agree": Agree,
    "change": Change,
    "put": Put,
}


def stories(read: Read) -> tuple[Story, ...]:
    """Returns every story, Mia's first."""
    mia, years, others = (tomllib.loads(read(path).decode()) for path in STORIES)
    told = (
        *(event for row in years["season"] for event in season(row)),
        *map(_event, years["events"]),
        *map(_event, mia["events"]),
    )
    first = Story(mia["name"], mia["avatar"], mia["family"], told)
    return (first, *(classmate(row, others["week"]) for row in others["learner"]))


def _event(row: Mapping[str, Any]) -> Event:
    values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in row.items()}
    return _EVENTS[values.pop("what")](**values)
