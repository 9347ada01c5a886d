"""Forms on the shelf: files are read with leniency, refused in words, and come back as they went out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.survey_reading import read_survey
from app.services.form_shelf import QUIZZES, file_of, keep_form, put_away, read_file
from tests.domain.test_needs import SURVEY
from tests.domain.test_quiz import JSON, QUIZ
from tests.services.devices import device


@given(st.binary(max_size=60) | JSON.map(lambda raw: json.dumps(raw).encode()))
def test_reading_a_file_never_raises(data: bytes) -> None:
    read = read_file(data)
    assert (read.form is None) == bool(read.refusal or read.refused)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"\x89PNG....", "not_text"),
        (b'{"format": "ownway-survey"', "cut_off"),
        (b"[" * 9000 + b"]" * 9000, "too_deep"),
        (b'{"format": "case"}', "other_format"),
        (b'{"format": "ownway-survey", "version": 7, "questions": []}', "newer"),
        (b'{"format": "ownway-quiz", "questions": []}', "no_questions"),
        (
            json.dumps({**SURVEY, "long": ["x" * 1000] * 300}).encode(),
            "too_long",
        ),
    ],
)
def test_a_file_that_is_none_is_refused_with_its_reason(data: bytes, why: str) -> None:
    read = read_file(data)
    assert read.form is None
    assert (read.refusal.code if read.refusal else read.refused) == why


async def test_a_form_goes_out_and_comes_back_the_same() -> None:
    made = await device(4, "teacher", "Ms Adeyemi")
    library = await made.workspace.own_library()
    read = read_file(json.dumps({**SURVEY, "later": [{"a": 0.5}]}).encode())
    assert read.form is not None
    rec = keep_form(library, read.col, read.form, "en")
    (form,) = library.reader.surveys()
    assert (form.id, form.title, form.kind) == (rec, "What I like", "other")
    name, data = file_of(form, "en")
    assert name == "What-I-like.json"
    again = read_file(data)
    assert again.form == form.form
    assert again.form["later"] == [{"a": "0.5"}]
    assert read_survey(form.form).survey == read_survey(SURVEY).survey


async def test_a_quiz_is_changed_and_put_away_and_back() -> None:
    made = await device(4, "family", "Dad")
    library = await made.workspace.own_library()
    read = read_file(json.dumps(QUIZ).encode())
    assert read.col == QUIZZES
    assert read.form is not None
    rec = keep_form(library, QUIZZES, read.form, "en", competencies=("c1",))
    keep_form(library, QUIZZES, {**read.form, "title": "Rain", "kind": "odd"}, "en", rec)
    (form,) = library.reader.quizzes()
    assert (form.id, form.title, form.kind, form.competencies) == (rec, "Rain", "formative", ("c1",))
    put_away(library, QUIZZES, rec)
    assert [one.gone for one in library.reader.quizzes()] == [True]
    put_away(library, QUIZZES, rec, gone=False)
    assert [one.gone for one in library.reader.quizzes()] == [False]
