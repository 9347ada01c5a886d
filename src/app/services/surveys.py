"""Surveys in a learner's book: who asks which, and the answers as they were given."""

from collections.abc import Mapping
from typing import Any

from app.domain.learning import Answers
from app.domain.library import Form
from app.domain.models import Feedback
from app.domain.survey import SurveyRead, kept_answers
from app.domain.survey_reading import read_survey
from app.services.reading import Reader
from app.services.writing import Pen

SURVEYS, QUIZZES = "surveys", "quizzes"


class SurveyService:
    """The surveys of one book."""

    def __init__(self, reader: Reader, pen: Pen) -> None:
        self.reader, self.pen = reader, pen

    def read(self, form: Form) -> SurveyRead:
        """Returns a survey as it can be asked, with what was odd in it."""
        return read_survey(form.form)

    def answers(self) -> tuple[Answers, ...]:
        """Returns all answers given, newest first."""
        return self.reader.every(Answers, "answers")

    def answers_to(self, survey: str) -> tuple[Answers, ...]:
        """Returns the answers to one survey, newest first."""
        return self.reader.found(Answers, "answers", "survey", survey)

    def keep(self, form: Form, title: str, answers: Mapping[str, Any], beside: str = "") -> str:
        """Keeps what was answered and returns its id; "" where nothing was answered.

        ``title`` is the survey's name as it was read. Nothing else is written: what the answers suggest is
        worked out, and a person accepts it.
        """
        survey = self.read(form).survey
        kept = kept_answers(survey, answers) if survey else {}
        if not kept:
            return ""
        values: dict[str, object] = {"survey": form.id, "title": title, "kind": form.kind, "answers": kept}
        return self.pen.add("answers", {**values, "beside": beside})

    def ask(self, form: str, title: str, col: str = SURVEYS) -> str:
        """Asks the learner to do a survey or quiz: a voice in the book, which goes out with the next file."""
        about: dict[str, object] = {"about": form, "about_col": col}
        return self.pen.add("feedback", {**about, "kind": "next_step", "text": title})

    def asked(self, col: str = SURVEYS) -> tuple[Feedback, ...]:
        """Returns who asks for which survey or quiz that was not done since, newest first, each form once.

        By the clocks of whoever wrote: one that is wrong shows a question once more, or once less.
        """
        wishes: dict[str, Feedback] = {}
        for one in self.reader.found(Feedback, "feedback", "about_col", col):
            if one.by != "learner":
                wishes.setdefault(one.about, one)
        done = self._done(col) if wishes else {}
        return tuple(one for one in wishes.values() if done.get(one.about, -1) < one.at)

    def _done(self, col: str) -> dict[str, int]:
        """Returns when each form was done last."""
        found: dict[str, int] = {}
        name = "survey" if col == SURVEYS else "quiz"
        for doc in self.reader.book.all("answers" if col == SURVEYS else "assessments"):
            form, at = str(doc.get(name, "")), int(doc.get("_at", 0))
            found[form] = max(at, found.get(form, -1))
        return found
