"""Surveys and quizzes of a teacher or family: written here, taken in from a file, handed out as one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain import quiz, survey
from app.domain.checks import form as form_fits
from app.domain.forms import Odd, said, storable, words_of
from app.domain.library import QUIZ_KINDS, SURVEY_KINDS, Form
from app.domain.quiz_reading import read_quiz
from app.domain.survey_reading import read_survey
from app.domain.text import tidy_line
from app.services.library_pen import OpenLibrary
from app.sync.bundle import Refusal
from app.sync.op import canonical_text
from app.sync.raw import Fault, parsed, text_of

SURVEYS, QUIZZES = "surveys", "quizzes"
FORMATS = {SURVEYS: survey.FORMAT, QUIZZES: quiz.FORMAT}
LONGEST_NAME = 60


@dataclass(frozen=True)
class FileRead:
    """What a file would bring: the collection and the form, or why nothing; and what was odd in it.

    ``refusal`` is a fault of the file itself, ``refused`` a code of `app.domain.forms.refusal` or
    ``too_long``.
    """

    col: str = ""
    form: Mapping[str, Any] | None = None
    refusal: Refusal | None = None
    refused: str = ""
    odd: tuple[Odd, ...] = ()


def read_file(data: bytes) -> FileRead:
    """Reads a file that may be a survey or a quiz. Changes nothing and never raises."""
    try:
        raw = parsed(text_of(data))
    except Fault as fault:
        return FileRead(refusal=fault.refusal)
    kept = storable(raw)
    col = QUIZZES if isinstance(kept, dict) and kept.get("format") == quiz.FORMAT else SURVEYS
    refused, odd = checked(col, kept)
    if refused:
        return FileRead(col=col, refused=refused, odd=odd)
    if not form_fits(kept):
        return FileRead(col=col, refused="too_long")
    return FileRead(col, kept, odd=odd)


def checked(col: str, raw: object) -> tuple[str, tuple[Odd, ...]]:
    """Returns why a form cannot be asked ("" where it can), and what is odd in it."""
    if col == QUIZZES:
        quiz_read = read_quiz(raw)
        return quiz_read.refused, quiz_read.odd
    survey_read = read_survey(raw)
    return survey_read.refused, survey_read.odd


def keep_form(
    library: OpenLibrary,
    col: str,
    raw: Mapping[str, Any],
    language: str,
    rec: str = "",
    competencies: tuple[str, ...] | None = None,
) -> str:
    """Writes a form into the device's own library, as a new one without `rec`; returns its id."""
    kinds, otherwise = (QUIZ_KINDS, "formative") if col == QUIZZES else (SURVEY_KINDS, "other")
    kind = raw.get("kind")
    values: dict[str, object] = {
        "title": tidy_line(said(words_of(raw.get("title")), language)),
        "kind": kind if kind in kinds else otherwise,
        "form": dict(raw),
    }
    if competencies is not None:
        values["competencies"] = list(competencies)
    if not rec:
        return library.pen.add(col, values)
    library.pen.set(col, rec, **values)
    return rec


def put_away(library: OpenLibrary, col: str, rec: str, *, gone: bool = True) -> None:
    """Puts a form away, or back: books that were answered with it keep their answers."""
    library.pen.set(col, rec, gone=gone)


def file_of(form: Form, language: str) -> tuple[str, bytes]:
    """Returns a form as a file: its name and its bytes."""
    title = said(words_of(form.form.get("title")), language) or form.title or form.id
    name = re.sub(r"[^\w\- ]+", "", title).strip().replace(" ", "-")[:LONGEST_NAME] or "form"
    return f"{name}.json", canonical_text(form.form).encode()
