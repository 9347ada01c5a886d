"""Surveys: what they are made of, and what an answer to a question is. `survey_reading` reads the documented
form. See docs/forms.md.

A kind of question that this version does not know is kept (`known` is False), so that the screen can say
that it cannot show it yet.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from app.domain.forms import Odd, whole
from app.domain.models import Model
from app.domain.text import tidy_text

FORMAT = "ownway-survey"
QUESTION_KINDS = ("choice", "many", "faces", "scale", "words", "yes_no")
LONGEST_ANSWER = 2000
Texts = dict[str, str]


class Hint(Model):
    """What an answer suggests for the profile: an entry of ``kind`` with these words.

    Without words it is the answer's own words. ``act`` is what an accommodation does.
    """

    kind: str
    text: Texts = Field(default_factory=dict)
    act: str = ""


class Option(Model):
    """One answer to choose, with a picture for those who cannot read yet."""

    id: str
    text: Texts = Field(default_factory=dict)
    icon: str = ""


class Question(Model):
    """One question. ``hints`` maps what was answered (an option's id, ``low``, ``high``, ``yes``, ``no``,
    ``words``) to what it suggests; ``steps`` is how many faces or numbers there are."""

    id: str
    kind: str
    text: Texts = Field(default_factory=dict)
    icon: str = ""
    options: tuple[Option, ...] = ()
    most: int = 0
    steps: int = 5
    low: Texts = Field(default_factory=dict)
    high: Texts = Field(default_factory=dict)
    hints: dict[str, tuple[Hint, ...]] = Field(default_factory=dict)
    known: bool = True


class Survey(Model):
    """A survey that can be asked."""

    title: Texts = Field(default_factory=dict)
    note: Texts = Field(default_factory=dict)
    kind: str = "other"
    icon: str = ""
    questions: tuple[Question, ...] = ()


class SurveyRead(Model):
    """What reading gave: the survey, or None and why it was refused; and what was odd."""

    survey: Survey | None = None
    refused: str = ""
    odd: tuple[Odd, ...] = ()


def fitting(question: Question, answer: object) -> Any:
    """Returns `answer` as it may be kept, or None where it answers nothing."""
    ids = {option.id for option in question.options}
    if question.kind == "choice":
        return answer if isinstance(answer, str) and answer in ids else None
    if question.kind == "many":
        chosen = (
            {part for part in answer if isinstance(part, str)} if isinstance(answer, list | tuple) else ()
        )
        return [option.id for option in question.options if option.id in chosen] or None
    if question.kind in ("faces", "scale"):
        value = whole(answer, 0, question.steps - 1, -1)
        return None if value < 0 else value
    if question.kind == "yes_no":
        return answer if isinstance(answer, bool) else None
    if question.kind == "words":
        return (tidy_text(answer, LONGEST_ANSWER) or None) if isinstance(answer, str) else None
    return None


def kept_answers(survey: Survey, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the answers that fit their questions; what was skipped is left out."""
    found = {one.id: fitting(one, answers.get(one.id)) for one in survey.questions}
    return {name: value for name, value in found.items() if value is not None}


def struck(question: Question, answer: object) -> tuple[str, ...]:
    """Returns which of a question's hints an answer strikes, by their keys; the middle strikes none."""
    value = fitting(question, answer)
    if value is None:
        return ()
    if question.kind == "choice":
        return (str(value),)
    if question.kind == "many":
        return tuple(value)
    if question.kind == "yes_no":
        return ("yes" if value else "no",)
    if question.kind == "words":
        return ("words",)
    middle = question.steps - 1
    return ("low",) if 2 * value < middle else ("high",) if 2 * value > middle else ()
