"""Quizzes in a learner's book: marked on this device, their results kept as evidence."""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.accommodations import recorded
from app.domain.learning import Assessment
from app.domain.library import Form
from app.domain.marking import Result, kept_answers, result, worth
from app.domain.models import ProfileEntry
from app.domain.quiz import Quiz, QuizRead
from app.domain.quiz_reading import read_quiz
from app.services.cards import card_edits
from app.services.catalog import Catalog
from app.services.reading import Reader
from app.services.writing import Pen
from app.sync.op import ADD, SET, Edit


class QuizService:
    """The quizzes of one book. ``catalog`` gives the competencies as they are now."""

    def __init__(self, reader: Reader, pen: Pen, catalog: Callable[[], Catalog]) -> None:
        self.reader, self.pen, self._catalog = reader, pen, catalog

    def read(self, form: Form) -> QuizRead:
        """Returns a quiz as it can be done, with what was odd in it."""
        return read_quiz(form.form)

    def results(self, quiz: str) -> tuple[Assessment, ...]:
        """Returns the results of one quiz, newest first."""
        return self.reader.found(Assessment, "assessments", "quiz", quiz)

    def result(self, rec: str) -> Assessment | None:
        """Returns one result."""
        return self.reader.one(Assessment, "assessments", rec)

    def marked(self, form: Form, quiz: Quiz, answers: Mapping[str, Any]) -> Result:
        """Returns what the answers come to. Writes nothing."""
        return result(quiz, answers, form.competencies)

    def hand_in(self, form: Form, title: str, answers: Mapping[str, Any], used: tuple[str, ...] = ()) -> str:
        """Marks the answers and keeps the result, its artefact and its evidence in one commit.

        ``used`` are the accommodations that acted; those that stay on the device are not written. Returns
        the assessment's id, "" where the quiz cannot be read or nothing was answered.
        """
        quiz = self.read(form).quiz
        kept = kept_answers(quiz, answers) if quiz else {}
        if quiz is None or not kept:
            return ""
        marked = self.marked(form, quiz, kept)
        supports = list(recorded(self.reader.every(ProfileEntry, "profile"), used))
        artefact, evidence, assessment = self.pen.names(3)
        shown = list(dict.fromkeys([*form.competencies, *marked.levels]))
        piece = {"artefact": artefact, "competencies": shown, "supports": supports}
        judged = {
            **{"kind": quiz.kind, "quiz": form.id, "answers": kept},
            **{"evidence": evidence, "artefact": artefact, "supports": supports},
            **{"levels": marked.levels, "score": marked.score, "most": marked.most},
        }
        self.pen.commit(
            [
                Edit(ADD, "artefacts", artefact, "", {"kind": "result", "title": title}),
                Edit(ADD, "evidence", evidence, "", piece),
                Edit(ADD, "assessments", assessment, "", judged),
                # Set by itself: an older version that does not know this field still shows the rest.
                Edit(SET, "assessments", assessment, "right", {one.task: worth(one) for one in marked.marks}),
                *card_edits(self.reader, self._catalog(), shown),
            ]
        )
        return assessment
