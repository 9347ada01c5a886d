"""Reading quizzes with leniency: nothing here raises, whatever the JSON. See docs/forms.md."""

from collections.abc import Callable

from app.domain.answers import readings
from app.domain.forms import (
    MOST_OPTIONS,
    MOST_QUESTIONS,
    Report,
    icon_of,
    list_in,
    name_of,
    names_in,
    refusal,
    unlike,
    whole,
    words_of,
)
from app.domain.library import QUIZ_KINDS
from app.domain.quiz import FORMAT, MOST_MINUTES, MOST_POINTS, Pick, Quiz, QuizRead, Task
from app.domain.text import tidy_line


def read_quiz(raw: object) -> QuizRead:
    """Reads a quiz from any JSON value. Never raises."""
    refused = refusal(raw, FORMAT)
    if refused or not isinstance(raw, dict):
        return QuizRead(refused=refused)
    report, taken = Report(), set[str]()
    found = []
    for part in list_in(raw.get("questions"), MOST_QUESTIONS, report):
        report.at += 1
        task = _task(part, report, taken)
        if task is not None:
            found.append(task)
    if not found:
        return QuizRead(refused="no_questions", odd=tuple(report.odd))
    kind = raw.get("kind")
    quiz = Quiz(
        title=words_of(raw.get("title")),
        note=words_of(raw.get("note")),
        kind=kind if kind in QUIZ_KINDS else "formative",
        minutes=whole(raw.get("minutes"), 0, MOST_MINUTES, 0),
        tasks=tuple(found),
    )
    return QuizRead(quiz=quiz, odd=tuple(report.odd))


def _task(raw: object, report: Report, taken: set[str]) -> Task | None:
    if not isinstance(raw, dict) or not isinstance(raw.get("kind"), str):
        report.note("question_broken")
        return None
    kind, text = raw["kind"], words_of(raw.get("text"))
    if not text:
        report.note("question_empty")
        return None
    name = unlike(name_of(raw.get("id"), f"q{report.at}"), taken, report)
    task = Task(
        id=name,
        kind=kind[:40],
        text=text,
        icon=icon_of(raw.get("icon")),
        hint=words_of(raw.get("hint")),
        competencies=names_in(raw.get("competencies")),
    )
    read = _READ.get(kind)
    if read is None:
        report.note("kind_unknown", kind)
        return task.model_copy(update={"known": False, "points": 0})
    parts = read(raw, report)
    if parts is None:
        return None
    usual = parts.pop("usual", 1)
    points = whole(raw.get("points"), 1, MOST_POINTS, usual if isinstance(usual, int) else 1)
    return task.model_copy(update={**parts, "points": points})


Parts = dict[str, object] | None


def _choice(raw: dict[str, object], report: Report) -> Parts:
    picks = _picks(raw.get("options"), report)
    if len(picks) < 2:
        report.note("few_options")
        return None
    if not any(pick.right for pick in picks):
        report.note("no_answer")
        return None
    return {"picks": picks}


def _picks(raw: object, report: Report) -> tuple[Pick, ...]:
    taken: set[str] = set()
    found: list[Pick] = []
    for part in list_in(raw, MOST_OPTIONS, report):
        given = {"text": part} if isinstance(part, str) else part
        text = words_of(given.get("text")) if isinstance(given, dict) else {}
        if not isinstance(given, dict) or not text:
            report.note("option_broken")
            continue
        name = unlike(name_of(given.get("id"), f"o{len(found) + 1}"), taken, report)
        right = given.get("right") is True
        found.append(Pick(id=name, text=text, icon=icon_of(given.get("icon")), right=right))
    return tuple(found)


def _number(raw: dict[str, object], report: Report) -> Parts:
    answer = _decimal(raw.get("answer"))
    if not answer:
        report.note("no_answer")
        return None
    unit = raw.get("unit")
    return {
        "number": answer,
        "tolerance": _decimal(raw.get("tolerance")).removeprefix("-"),
        "unit": tidy_line(unit, 40) if isinstance(unit, str) else "",
    }


def _decimal(raw: object) -> str:
    """Returns a number of a file as text, "" where it is none."""
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        return ""
    text = str(raw)[:60] if not isinstance(raw, int) or abs(raw) < 10**30 else ""
    return text if readings(text) else ""


def _short(raw: dict[str, object], report: Report) -> Parts:
    accept = names_in(raw.get("accept"))
    if not accept:
        report.note("no_answer")
        return None
    return {"accept": accept, "strict": raw.get("strict") is True}


def _order(raw: dict[str, object], report: Report) -> Parts:
    picks = _picks(raw.get("items"), report)
    if len(picks) < 2:
        report.note("few_options")
        return None
    return {"picks": picks, "usual": 2}


def _match(raw: dict[str, object], report: Report) -> Parts:
    taken: set[str] = set()
    found: list[Pick] = []
    for part in list_in(raw.get("pairs"), MOST_OPTIONS, report):
        given = part if isinstance(part, dict) else {}
        left, right = words_of(given.get("left")), words_of(given.get("right"))
        if not left or not right:
            report.note("option_broken")
            continue
        name = unlike(name_of(given.get("id"), f"p{len(found) + 1}"), taken, report)
        found.append(Pick(id=name, text=left, other=right))
    if len(found) < 2:
        report.note("few_options")
        return None
    return {"picks": tuple(found), "usual": len(found)}


_READ: dict[str, Callable[[dict[str, object], Report], Parts]] = {
    "choice": _choice,
    "number": _number,
    "short": _short,
    "order": _order,
    "match": _match,
}
