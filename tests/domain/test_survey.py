"""Surveys: read from any JSON, answered, and never refused for one odd question."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.checks import form as form_check
from app.domain.forms import said, storable, words_of
from app.domain.survey import QUESTION_KINDS, fitting, kept_answers, struck
from app.domain.survey_reading import read_survey

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=30,
)
KEYS = st.sampled_from(
    ["id", "kind", "text", "icon", "options", "suggests", "steps", "most", "low", "high", "en", "act"]
)
PARTS = st.recursive(
    JSON | st.sampled_from([*QUESTION_KINDS, "interest", "accommodation", "extra_time", "Hello"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)


def survey(*questions: Any, **more: Any) -> dict[str, Any]:
    """Returns a survey file's JSON."""
    return {"format": "ownway-survey", "version": 1, "questions": list(questions), **more}


@given(JSON)
def test_reading_never_raises_whatever_the_json(raw: Any) -> None:
    read = read_survey(raw)
    assert (read.survey is None) == bool(read.refused)


@given(st.lists(PARTS, max_size=6), JSON, PARTS, JSON)
def test_reading_never_raises_whatever_the_questions(
    questions: list[Any], title: Any, kind: Any, answer: Any
) -> None:
    read = read_survey(survey(*questions, title=title, kind=kind))
    assert (read.survey is None) == bool(read.refused)
    if read.survey is None:
        return
    ids = [question.id for question in read.survey.questions]
    assert len(set(ids)) == len(ids)
    for question in read.survey.questions:
        assert set(struck(question, answer)) <= {"low", "high", "yes", "no", "words"} | {
            option.id for option in question.options
        }


@given(PARTS)
def test_what_is_stored_of_a_file_is_read_alike(raw: Any) -> None:
    kept = storable(raw)
    assert storable(kept) == kept
    assert read_survey(survey(kept)).survey == read_survey(survey(storable(kept))).survey


@pytest.mark.parametrize(
    ("raw", "refused"),
    [
        ([], "not_object"),
        ("hello", "not_object"),
        ({"format": "ownway-quiz"}, "other_format"),
        ({}, "other_format"),
        ({"format": "ownway-survey", "version": 9, "questions": []}, "newer"),
        ({"format": "ownway-survey", "version": "one"}, "odd_version"),
        ({"format": "ownway-survey", "version": True}, "odd_version"),
        ({"format": "ownway-survey", "version": 1, "questions": "none"}, "no_questions"),
    ],
)
def test_what_is_no_survey_is_refused_with_a_reason(raw: object, refused: str) -> None:
    assert read_survey(raw).refused == refused


def test_a_kind_of_question_that_is_not_known_is_kept_and_said() -> None:
    read = read_survey(survey({"kind": "hologram", "text": "Turn it"}, {"kind": "words", "text": "Why?"}))
    assert read.survey is not None
    strange, known = read.survey.questions
    assert (strange.known, strange.kind, known.known) == (False, "hologram", True)
    assert [(odd.code, odd.at, odd.what) for odd in read.odd] == [("kind_unknown", 1, "hologram")]
    assert fitting(strange, "anything") is None


def test_broken_questions_are_left_out_each_with_its_number() -> None:
    read = read_survey(
        survey(
            {"kind": "choice", "text": "One only", "options": ["a"]},
            "no question",
            {"kind": "words"},
            {"kind": "yes_no", "text": "Fine?"},
            {"kind": "yes_no", "id": "q4", "text": "Again?"},
        )
    )
    assert read.survey is not None
    assert [question.id for question in read.survey.questions] == ["q4", "q4-2"]
    assert [(odd.code, odd.at) for odd in read.odd] == [
        ("few_options", 1),
        ("question_broken", 2),
        ("question_empty", 3),
        ("same_id", 5),
    ]


def test_answers_that_do_not_fit_are_not_kept() -> None:
    read = read_survey(
        survey(
            {"id": "a", "kind": "choice", "text": "?", "options": ["x", "y"]},
            {"id": "b", "kind": "many", "text": "?", "options": ["x", "y"]},
            {"id": "c", "kind": "faces", "text": "?", "steps": 3},
            {"id": "d", "kind": "yes_no", "text": "?"},
            {"id": "e", "kind": "words", "text": "?"},
        )
    ).survey
    assert read is not None
    good = {"a": "o2", "b": ["o2", "o1"], "c": 2, "d": False, "e": " well "}
    assert kept_answers(read, good) == {**good, "b": ["o1", "o2"], "e": "well"}
    bad = {"a": "o3", "b": "o1", "c": 3, "d": 1, "e": ["x"], "f": "?"}
    assert kept_answers(read, bad) == {}


@pytest.mark.parametrize(
    ("steps", "answer", "keys"),
    [(5, 0, ("low",)), (5, 1, ("low",)), (5, 2, ()), (5, 4, ("high",)), (2, 0, ("low",)), (2, 1, ("high",))],
)
def test_the_middle_of_a_scale_suggests_nothing(steps: int, answer: int, keys: tuple[str, ...]) -> None:
    read = read_survey(survey({"kind": "faces", "text": "?", "steps": steps})).survey
    assert read is not None
    assert struck(read.questions[0], answer) == keys


def test_words_are_said_in_the_language_or_the_closest() -> None:
    words = words_of({"en": "Hello", "ar": "مرحبا", "": "Hi", "x": 3})
    assert (said(words, "ar-EG"), said(words, "en"), said(words, "fr")) == ("مرحبا", "Hello", "Hi")
    assert (said(words_of("Only"), "ar"), said(words_of(None), "en"), said({"fr": "Salut"}, "ar")) == (
        "Only",
        "",
        "Salut",
    )


def test_numbers_that_a_book_cannot_hold_become_their_digits() -> None:
    assert storable({"a": [0.5, 2**60, 3, True]}) == {"a": ["0.5", str(2**60), 3, True]}
    assert form_check(storable({"a": 0.5}))
