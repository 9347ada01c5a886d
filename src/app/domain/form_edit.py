"""Writing surveys and quizzes: changes to a form's JSON, each giving a new one.

A form may hold what this version does not know: every change keeps the keys it does not touch.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain import quiz, survey
from app.domain.forms import VERSION, said, words_of
from app.domain.text import tidy_line

Raw = Mapping[str, Any]
KINDS = {survey.FORMAT: survey.QUESTION_KINDS, quiz.FORMAT: quiz.TASK_KINDS}
PAIR = "="


def new_form(form: str, kind: str) -> dict[str, Any]:
    """Returns a form without a question."""
    return {"format": form, "version": VERSION, "kind": kind, "title": "", "questions": []}


def with_part(raw: Raw, name: str, value: Any) -> dict[str, Any]:
    """Returns the form or question with one part changed; None takes it away."""
    rest = {key: part for key, part in raw.items() if key != name}
    return rest if value is None else {**rest, name: value}


def with_words(raw: Raw, name: str, text: str, language: str) -> dict[str, Any]:
    """Returns the form or question with words changed in one language; the others stay."""
    now = raw.get(name)
    if isinstance(now, dict) and now:
        return {**raw, name: {**now, language: text}}
    return {**raw, name: text}


def words_in(raw: Raw, name: str, language: str) -> str:
    """Returns the words of a form, question or option."""
    return said(words_of(raw.get(name)), language)


def questions(raw: Raw) -> list[dict[str, Any]]:
    """Returns the questions that can be written at: those that are objects."""
    found = raw.get("questions")
    return [dict(one) for one in found if isinstance(one, dict)] if isinstance(found, list | tuple) else []


def with_question(raw: Raw, place: int, question: Raw | None) -> dict[str, Any]:
    """Returns the form with a question changed, added (at the end) or, with None, taken out."""
    found = questions(raw)
    found[place : place + 1] = [] if question is None else [dict(question)]
    return {**raw, "questions": found}


def moved(raw: Raw, place: int, by: int) -> dict[str, Any]:
    """Returns the form with a question moved up or down; at the ends it stays."""
    found = questions(raw)
    to = place + by
    if 0 <= place < len(found) and 0 <= to < len(found):
        found[place], found[to] = found[to], found[place]
    return {**raw, "questions": found}


def new_question(raw: Raw, kind: str) -> dict[str, Any]:
    """Returns an empty question of a kind, with a name that no other has."""
    taken = {one.get("id") for one in questions(raw)}
    number = 1
    while f"q{number}" in taken:
        number += 1
    return {"id": f"q{number}", "kind": kind, "text": ""}


LISTS = {"choice": "options", "many": "options", "order": "items", "match": "pairs", "short": "accept"}


def lines_of(question: Raw, language: str) -> list[str]:
    """Returns what there is to choose, order, match or accept, a line each."""
    name = LISTS.get(str(question.get("kind")), "")
    found = []
    for part in _parts(question, name):
        if isinstance(part, str):
            found.append(part)
        elif name == "pairs":
            left, right = words_in(part, "left", language), words_in(part, "right", language)
            found.append(f"{left} {PAIR} {right}")
        else:
            found.append(words_in(part, "text", language))
    return found


def with_lines(question: Raw, lines: Sequence[str], language: str) -> dict[str, Any]:
    """Returns the question with these lines. A line that was there keeps its name, picture and meaning; one
    that stands where another was is that one, reworded."""
    name = LISTS.get(str(question.get("kind")), "")
    texts = [tidy_line(line) for line in lines if line.strip()]
    if name == "accept":
        return {**question, name: texts}
    old = [part if isinstance(part, dict) else {"text": part} for part in _parts(question, name)]
    same: dict[str, Any] = {}
    for text, part in zip(lines_of(question, language), old, strict=True):
        same.setdefault(text, part)
    kept = [same[text] for text in texts if text in same]
    taken = {str(part.get("id")) for part in old}
    found = []
    for place, text in enumerate(texts):
        spare = old[place] if place < len(old) and old[place] not in kept else {}
        found.append(_line(same.pop(text, spare), text, name, language, taken))
    return {**question, name: found}


def _line(part: Raw, text: str, name: str, language: str, taken: set[str]) -> dict[str, Any]:
    given = part.get("id")
    if not isinstance(given, str) or not given:
        number = 1
        while f"o{number}" in taken:
            number += 1
        given = f"o{number}"
        taken.add(given)
    made = {**part, "id": given}
    if name == "pairs":
        left, _, right = text.partition(PAIR)
        made = with_words(made, "left", left.strip(), language)
        return with_words(made, "right", right.strip(), language)
    return with_words(made, "text", text, language)


def options(question: Raw) -> list[dict[str, Any]]:
    """Returns the things to choose of a question, as objects."""
    found = _parts(question, LISTS.get(str(question.get("kind")), ""))
    return [dict(part) if isinstance(part, dict) else {"text": part} for part in found]


def with_option(question: Raw, place: int, name: str, value: Any) -> dict[str, Any]:
    """Returns the question with one part of one thing to choose changed; None takes that part away."""
    found = options(question)
    if 0 <= place < len(found):
        found[place] = with_part(found[place], name, value)
    return {**question, LISTS[str(question.get("kind"))]: found}


def suggested_kind(question: Raw) -> str:
    """Returns the part of the profile that every answer suggests, "" where none or several."""
    if question.get("kind") in ("choice", "many"):
        kinds = {_kind(option.get("suggests")) for option in options(question)}
        return kinds.pop() if len(kinds) == 1 else ""
    return _kind(question.get("suggests"))


def _kind(raw: Any) -> str:
    return raw if isinstance(raw, str) else ""


def with_suggested(question: Raw, kind: str) -> dict[str, Any]:
    """Returns the question whose answers suggest an entry of that kind in their own words; "" for nothing."""
    if question.get("kind") not in ("choice", "many"):
        return with_part(question, "suggests", kind or None)
    found = [with_part(option, "suggests", kind or None) for option in options(question)]
    return {**question, LISTS[str(question["kind"])]: found}


def _parts(question: Raw, name: str) -> list[Any]:
    found = question.get(name)
    return [one for one in found if isinstance(one, str | dict)] if isinstance(found, list | tuple) else []
