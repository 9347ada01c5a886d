"""Quizzes: what they are made of. `quiz_reading` reads the documented form, `marking` says what an answer is
worth. See docs/forms.md.

Kinds of questions that this version does not know are kept, shown as such and worth nothing.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from pydantic import Field

from app.domain.forms import Odd
from app.domain.models import Model

FORMAT = "ownway-quiz"
TASK_KINDS = ("choice", "number", "short", "order", "match")
MOST_POINTS, MOST_MINUTES = 100, 600
Texts = dict[str, str]
T = TypeVar("T")


class Pick(Model):
    """One thing to choose, to put in order or to match; ``right`` in a choice, ``other`` its match."""

    id: str
    text: Texts = Field(default_factory=dict)
    icon: str = ""
    right: bool = False
    other: Texts = Field(default_factory=dict)


class Task(Model):
    """One question with what counts as right. ``picks`` of an order stand in the right order.

    ``number`` and ``tolerance`` are decimals as text. ``competencies`` are what it shows, those of the quiz
    where it names none.
    """

    id: str
    kind: str
    text: Texts = Field(default_factory=dict)
    icon: str = ""
    picks: tuple[Pick, ...] = ()
    number: str = ""
    tolerance: str = ""
    unit: str = ""
    accept: tuple[str, ...] = ()
    strict: bool = False
    points: int = 1
    hint: Texts = Field(default_factory=dict)
    competencies: tuple[str, ...] = ()
    known: bool = True

    @property
    def several(self) -> bool:
        """Whether a choice has more than one right answer."""
        return sum(pick.right for pick in self.picks) > 1


class Quiz(Model):
    """A quiz that can be done. ``minutes`` is about how long it takes, 0 where nobody said."""

    title: Texts = Field(default_factory=dict)
    note: Texts = Field(default_factory=dict)
    kind: str = "formative"
    minutes: int = 0
    tasks: tuple[Task, ...] = ()


class QuizRead(Model):
    """What reading gave: the quiz, or None and why it was refused; and what was odd."""

    quiz: Quiz | None = None
    refused: str = ""
    odd: tuple[Odd, ...] = ()


def mixed(seed: str, things: tuple[T, ...], name: Callable[[T], str]) -> tuple[T, ...]:
    """Returns `things` in an order that is always the same for `seed`, and never the one given."""
    order = tuple(sorted(things, key=lambda one: sha256(f"{seed}\0{name(one)}".encode()).digest()))
    return order[1:] + order[:1] if order == things else order
