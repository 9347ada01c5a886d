"""What happens in a sample story: each event is one thing a person did, some days before today.

Stories are data in the order in which things happened. Keys are names within one story ("ratios"); a
record's id exists only once an op made it.
"""

from dataclasses import dataclass
from typing import Literal

Who = Literal["learner", "teacher", "family"]


@dataclass(frozen=True)
class Tell:
    """Somebody adds a line to the profile."""

    back: int
    kind: str
    text: str
    who: Who = "learner"


@dataclass(frozen=True)
class Aim:
    """Somebody writes a goal. ``due`` is free words, or days after today; ``ask`` asks for a yes to it."""

    back: int
    key: str
    statement: str
    measure: str = ""
    reason: str = ""
    due: str | int = ""
    baseline: str = ""
    target: str = ""
    who: Who = "learner"
    ask: bool = False


@dataclass(frozen=True)
class Show:
    """Somebody shows something made, for goals or for none."""

    back: int
    key: str
    title: str
    text: str = ""
    goals: tuple[str, ...] = ()
    sure: str = ""
    said: str = ""
    picture: str = ""
    link: str = ""
    best: bool = False
    who: Who = "learner"


@dataclass(frozen=True)
class Think:
    """The learner reflects."""

    back: int
    about: str
    text: str
    prompt: str = ""


@dataclass(frozen=True)
class Tap:
    """The learner checks in on a goal."""

    back: int
    goal: str
    feeling: str
    steps: int
    note: str = ""


@dataclass(frozen=True)
class Say:
    """A voice answers what was shown (through its first evidence, if any), a goal or a voice."""

    back: int
    who: Who
    about: str
    kind: str
    text: str
    key: str = ""


@dataclass(frozen=True)
class Agree:
    """Teacher or family agrees to a goal's words as they stand."""

    back: int
    who: Who
    goal: str


@dataclass(frozen=True)
class Change:
    """Somebody sets a field of what a key names; ``apart`` without having seen the others' news."""

    back: int
    who: Who
    key: str
    field: str
    value: str | int
    apart: bool = False


Event = Tell | Aim | Show | Think | Tap | Say | Agree | Change


@dataclass(frozen=True)
class Story:
    """One learner: who they are, what their family is called here, what happened, and how many days
    before today their device wrote the last file."""

    name: str
    avatar: str
    family: str
    events: tuple[Event, ...]
    file: int = 1
