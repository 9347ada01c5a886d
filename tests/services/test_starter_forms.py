"""The surveys and quizzes that come with the app: whole, in both languages, and for those who cannot read."""

import pytest

from app.domain.forms import said
from app.domain.marking import result
from app.domain.quiz_reading import read_quiz
from app.domain.survey import Survey
from app.domain.survey_reading import read_survey
from app.services.starters import Starters

LANGUAGES = ("en", "ar")


def surveys(language: str) -> list[Survey]:
    found = [read_survey(form.form) for form in Starters.of(language).surveys]
    assert [read.odd for read in found] == [()] * len(found)
    return [read.survey for read in found if read.survey is not None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_starter_is_read_without_anything_odd(language: str) -> None:
    starters = Starters.of(language)
    assert len(surveys(language)) == len(starters.surveys) == 6
    for form in starters.quizzes:
        read = read_quiz(form.form)
        assert read.quiz is not None
        assert read.odd == ()
        assert form.title


def test_both_languages_ask_the_same() -> None:
    for one, other in zip(surveys("en"), surveys("ar"), strict=True):
        assert one.kind == other.kind
        for mine, theirs in zip(one.questions, other.questions, strict=True):
            assert (mine.id, mine.kind, [o.id for o in mine.options]) == (
                theirs.id,
                theirs.kind,
                [o.id for o in theirs.options],
            )
            assert said(mine.text, "en") != said(theirs.text, "ar")
            assert mine.hints.keys() == theirs.hints.keys()


def test_the_interview_needs_no_reading() -> None:
    (interview,) = [one for one in surveys("en") if one.kind == "interview"]
    for question in interview.questions:
        assert question.icon
        assert question.kind in ("choice", "many", "faces", "yes_no")
        icons = [option.icon for option in question.options]
        assert all(icons)
        assert len(set(icons)) == len(icons), question.id


def test_each_kind_of_survey_is_there() -> None:
    kinds = {one.kind for one in surveys("en")}
    assert kinds == {"interests", "preferences", "confidence", "satisfaction", "interview", "other"}


def test_every_question_of_a_starter_quiz_names_a_competency_that_is_there() -> None:
    starters = Starters.of("en")
    known = {one.id for one in starters.competencies}
    for form in starters.quizzes:
        quiz = read_quiz(form.form).quiz
        assert quiz is not None
        assert set(form.competencies) <= known
        for task in quiz.tasks:
            assert task.competencies
            assert set(task.competencies) <= known
        assert result(quiz, {}).levels.keys() == set(form.competencies)
