"""Accommodations that act: what each changes on the cards of activities, quizzes and surveys.

An accommodation is an entry of the profile with an ``act``; an entry in words alone changes nothing here
and is still read by people. All that follows is worked out each time and never stored, but the acts that
were in use are recorded with the evidence (`supports`).
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from app.domain.library import Activity
from app.domain.models import Model

ACTS = ("extra_time", "read_aloud", "larger_text", "quiet_place", "breaks", "scribe", "other_way")
OTHER_WAYS = ("talk", "photo", "audio", "words")
LARGER = 1.3
BREAK_EVERY = 10
"""Minutes of work after which a break is offered."""


class Supported(Protocol):
    """What an entry of the profile says of an accommodation, wherever it is kept."""

    @property
    def kind(self) -> str:
        """Which part of the profile it is in."""

    @property
    def act(self) -> str:
        """What it does."""

    @property
    def past(self) -> bool:
        """Whether it is no longer so."""


class CardFacts(Model):
    """What a card offers this learner.

    ``minutes`` with the time they need (0 where nobody said), ``break_every`` so many minutes (0 for none),
    ``text_scale`` how much larger its words are, ``quiet`` whether a quiet place is looked for and
    ``quiet_here`` whether the card can be done in one, ``show`` the ways to show it, ``acts`` what acted.
    """

    minutes: int = 0
    break_every: int = 0
    breaks: int = 0
    text_scale: float = 1.0
    read_aloud: bool = False
    quiet: bool = False
    quiet_here: bool = True
    scribe: bool = False
    show: tuple[str, ...] = ()
    added_ways: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()


def acts_of(entries: Iterable[Supported]) -> tuple[str, ...]:
    """Returns the acts that hold now, each once, in the order of ACTS."""
    now = {entry.act for entry in entries if entry.kind == "accommodation" and not entry.past}
    return tuple(act for act in ACTS if act in now)


def longer(minutes: int) -> int:
    """Returns half as many minutes more, rounded up to a whole one."""
    return (minutes * 3 + 1) // 2


def card_facts(
    acts: Sequence[str], minutes: int = 0, settings: Sequence[str] = (), show: Sequence[str] = ()
) -> CardFacts:
    """Returns what `acts` make of a card. Unknown acts change nothing."""
    known = tuple(act for act in ACTS if act in acts)
    time = longer(minutes) if "extra_time" in known else minutes
    added = tuple(way for way in OTHER_WAYS if way not in show) if "other_way" in known else ()
    every = BREAK_EVERY if "breaks" in known else 0
    return CardFacts(
        minutes=time,
        break_every=every,
        breaks=max(0, (time - 1) // every) if every else 0,
        text_scale=LARGER if "larger_text" in known else 1.0,
        read_aloud="read_aloud" in known,
        quiet="quiet_place" in known,
        quiet_here=not settings or bool({"quiet", "home"} & set(settings)),
        scribe="scribe" in known,
        show=(*show, *added),
        added_ways=added,
        acts=known,
    )


def activity_facts(activity: Activity, acts: Sequence[str]) -> CardFacts:
    """Returns what `acts` make of an activity's card."""
    return card_facts(acts, activity.minutes, activity.settings, activity.show)


def quieter_first(activities: Iterable[Activity], acts: Sequence[str]) -> tuple[Activity, ...]:
    """Returns all activities, those for a quiet place first where one is needed; none is left out."""
    every = tuple(activities)
    if "quiet_place" not in acts:
        return every
    return tuple(sorted(every, key=lambda one: not activity_facts(one, acts).quiet_here))


def recorded(entries: Iterable[Supported], used: Iterable[str]) -> tuple[str, ...]:
    """Returns the acts in use that may be written with evidence: those that the shared profile names.

    An accommodation that is kept on the device acts as well, but evidence leaves the device.
    """
    shared, acts = acts_of(entries), set(used)
    return tuple(act for act in shared if act in acts)
