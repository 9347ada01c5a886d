"""Marking: what the answers to a quiz are worth, worked out from the quiz and the answers alone.

Full points are for right answers only; choices of several, orders and matches give whole points for the
part that is right, rounded down. A competency's level follows from its share of points.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from pydantic import Field

from app.domain.answers import plain, readings
from app.domain.learning import Assessment
from app.domain.models import Model
from app.domain.quiz import Quiz, Task
from app.domain.text import tidy_line

GROWING, THERE = Fraction(2, 5), Fraction(4, 5)
LONGEST_ANSWER = 300
LEFT_OUT, NOT_YET, PARTLY, RIGHT = range(4)


class Mark(Model):
    """What one answer is worth: ``points`` of ``most``; ``right`` where it is all right."""

    task: str
    points: int = 0
    most: int = 0
    right: bool = False
    given: bool = False


class Result(Model):
    """What a quiz came to: every mark, the points together, and a level (1 to 3) for each competency.

    Level 4 (beyond) is never given here: it is for a person to say.
    """

    marks: tuple[Mark, ...] = ()
    score: int = 0
    most: int = 0
    levels: dict[str, int] = Field(default_factory=dict)


def fitting_answer(task: Task, answer: object) -> Any:
    """Returns `answer` as it may be kept, or None where it answers nothing."""
    ids = [pick.id for pick in task.picks]
    if task.kind == "choice":
        chosen = [answer] if isinstance(answer, str) else answer if isinstance(answer, list | tuple) else []
        return [name for name in ids if name in chosen] or None
    if task.kind in ("number", "short"):
        return (tidy_line(answer, LONGEST_ANSWER) or None) if isinstance(answer, str) else None
    if task.kind == "order":
        given = list(answer) if isinstance(answer, list | tuple) else []
        same = all(isinstance(name, str) for name in given) and sorted(given) == sorted(ids)
        return given if same else None
    if task.kind == "match" and isinstance(answer, dict):
        return {k: v for k, v in answer.items() if k in ids and isinstance(v, str) and v in ids} or None
    return None


def mark(task: Task, answer: object) -> Mark:
    """Returns what one answer is worth; a kind that is not known here is worth nothing of nothing."""
    most = task.points if task.known else 0
    value = fitting_answer(task, answer)
    if value is None or not task.known:
        return Mark(task=task.id, most=most, given=value is not None)
    share = _share(task, value)
    return Mark(task=task.id, points=int(share * most), most=most, right=share == 1, given=True)


def worth(one: Mark) -> int:
    """Returns what an answer is worth, as a result keeps it."""
    if not one.given:
        return LEFT_OUT
    return RIGHT if one.right else PARTLY if one.points else NOT_YET


class MarkThen(Model):
    """What an answer was worth on its day, None where nobody knows it any more; ``same`` where the question
    says so still."""

    task: Task
    worth: int | None = None
    same: bool = True


class Then(Model):
    """The marks of a result on its day; ``changed`` where the questions are not the same any more."""

    marks: tuple[MarkThen, ...] = ()
    changed: bool = False


def then(quiz: Quiz, now: Result, kept: Assessment) -> Then:
    """Returns what the answers of a kept result were worth on its day; ``now`` is what they come to today.

    Results of old versions kept no marks: there today's count where they come to the same result, and none
    where they do not. A question that was not in the quiz then is left out.
    """
    today = {one.task: worth(one) for one in now.marks}
    agrees = (now.score, now.most) == (kept.score, kept.most)
    known: Mapping[str, int] = kept.right or (today if agrees else {})
    asked = [task for task in quiz.tasks if task.id in (known or kept.answers)]
    marks = [
        MarkThen(task=task, worth=known.get(task.id), same=known.get(task.id) == today[task.id])
        for task in asked
    ]
    changed = set(known) != set(today) or not all(one.same for one in marks)
    return Then(marks=tuple(marks), changed=changed)


def _share(task: Task, value: Any) -> Fraction:
    """Returns how much of the answer is right, 0 to 1."""
    if task.kind == "choice":
        return _choice_share(task, value)
    if task.kind == "number":
        return Fraction(_number_right(task, value))
    if task.kind == "short":
        accepted = {plain(one, strict=task.strict) for one in task.accept} - {""}
        return Fraction(plain(value, strict=task.strict) in accepted)
    if task.kind == "order":
        places = zip(value, (pick.id for pick in task.picks), strict=True)
        return Fraction(sum(given == right for given, right in places), len(task.picks))
    return Fraction(sum(_matched(task, left, right) for left, right in value.items()), len(task.picks))


def _choice_share(task: Task, value: Sequence[str]) -> Fraction:
    right = {pick.id for pick in task.picks if pick.right}
    good, bad = len(right & set(value)), len(set(value) - right)
    return Fraction(max(0, good - bad), len(right))


def _number_right(task: Task, value: str) -> bool:
    unit = task.unit.strip()
    typed = value.strip()
    if unit and typed.casefold().endswith(unit.casefold()):
        typed = typed[: -len(unit)]
    spare = readings(task.tolerance)[0] if task.tolerance else Fraction(0)
    wanted = readings(task.number)[0]
    return any(abs(given - wanted) <= spare for given in readings(typed))


def _matched(task: Task, left: str, right: str) -> bool:
    """Tells whether two belong together; two partners that read the same are the same."""
    by_id = {pick.id: pick for pick in task.picks}
    return left == right or by_id[left].other == by_id[right].other


def result(quiz: Quiz, answers: Mapping[str, Any], competencies: Sequence[str] = ()) -> Result:
    """Returns what `answers` come to; `competencies` count for questions that name none."""
    marks = tuple(mark(task, answers.get(task.id)) for task in quiz.tasks)
    got: dict[str, int] = {}
    most: dict[str, int] = {}
    for task, one in zip(quiz.tasks, marks, strict=True):
        for competency in dict.fromkeys(task.competencies or competencies):
            got[competency] = got.get(competency, 0) + one.points
            most[competency] = most.get(competency, 0) + one.most
    levels = {name: level_of(got[name], most[name]) for name in most if most[name]}
    return Result(
        marks=marks,
        score=sum(one.points for one in marks),
        most=sum(one.most for one in marks),
        levels=levels,
    )


def level_of(points: int, most: int) -> int:
    """Returns the level of a share of points: 3 from four fifths on, 2 from two fifths on, else 1."""
    share = Fraction(points, most)
    return 3 if share >= THERE else 2 if share >= GROWING else 1


def kept_answers(quiz: Quiz, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the answers that fit their questions; what was left out stays out."""
    found = {task.id: fitting_answer(task, answers.get(task.id)) for task in quiz.tasks}
    return {name: value for name, value in found.items() if value is not None}
