"""What happens in a sample story: each event is one thing a person did, some days before today.

Stories are data in the order in which things happened. Keys are names within one story ("ratios"); a
record's id exists only once an op made it. Competencies are named by their codes in the starters ("ND.R1").
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Who = Literal["learner", "teacher", "family"]
Levels = Mapping[str, int]


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
    """Somebody shows something made, for goals, for competencies (``skills``) or for nothing.

    Without a ``kind`` it is a photo, a link or words, by what it has. ``marks`` are the maker's own view by
    the activity's rubric.
    """

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
    kind: str = ""
    why: str = ""
    skills: tuple[str, ...] = ()
    activity: str = ""
    supports: tuple[str, ...] = ()
    marks: Levels = field(default_factory=dict)


@dataclass(frozen=True)
class Think:
    """The learner reflects; ``face`` is how it felt, 0 to 4."""

    back: int
    about: str
    text: str
    prompt: str = ""
    face: int | None = None
    moment: str = ""


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
class Judge:
    """Somebody says how far a work is: ``levels`` by competency, ``marks`` by the rubric's criteria."""

    back: int
    about: str
    levels: Levels
    text: str = ""
    who: Who = "teacher"
    kind: str = "formative"
    supports: tuple[str, ...] = ()
    rubric: str = ""
    marks: Levels = field(default_factory=dict)
    peer: str = ""


@dataclass(frozen=True)
class Choose:
    """The learner picks one of the ways that come with the app; ``interest`` fills a template's gap."""

    back: int
    key: str
    activity: str
    state: str = "chosen"
    board: str = ""
    interest: str = ""
    why: str = ""


@dataclass(frozen=True)
class Suggest:
    """Somebody suggests one of the ways that come with the app."""

    back: int
    activity: str
    text: str
    who: Who = "teacher"


@dataclass(frozen=True)
class Try:
    """The learner does a quiz that comes with the app, and the device marks it."""

    back: int
    key: str
    quiz: str
    answers: Mapping[str, Any]


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
    value: Any
    apart: bool = False


@dataclass(frozen=True)
class Put:
    """Somebody writes a record of any collection, for what has no event of its own.

    In ``values`` (and ``rec``) "@key" stands for the record that a key became, "#code" for a competency and
    "~3" for the day three days after today.
    """

    back: int
    col: str
    values: Mapping[str, Any]
    key: str = ""
    rec: str = ""
    who: Who = "learner"


Event = Tell | Aim | Show | Think | Tap | Say | Judge | Choose | Suggest | Try | Agree | Change | Put


@dataclass(frozen=True)
class Story:
    """One learner: who they are, what their family is called here, what happened, and how many days
    before today their device wrote the last file."""

    name: str
    avatar: str
    family: str
    events: tuple[Event, ...]
    file: int = 1

    @property
    def pictures(self) -> frozenset[str]:
        """The names of the pictures that are shown in it."""
        return frozenset(one.picture for one in self.events if isinstance(one, Show) and one.picture)
