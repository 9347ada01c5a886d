"""Writing forms: every change keeps what it does not touch, and what is written is read as it was meant."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.form_edit import (
    lines_of,
    moved,
    new_form,
    new_question,
    options,
    questions,
    suggested_kind,
    with_lines,
    with_option,
    with_question,
    with_suggested,
    with_words,
    words_in,
)
from app.domain.quiz_reading import read_quiz
from app.domain.survey_reading import read_survey
from tests.domain.test_quiz import PARTS as TASK_PARTS
from tests.domain.test_survey import PARTS

LINES = st.lists(st.text(max_size=12), max_size=6)


@given(PARTS | TASK_PARTS, LINES, st.integers(-3, 8), st.sampled_from(["", "interest", "need"]))
def test_no_change_raises_whatever_is_written_at(raw: Any, lines: list[str], place: int, kind: str) -> None:
    form = {"format": "ownway-quiz", "questions": raw}
    moved(form, place, 1)
    for question in questions(form):
        changed = with_lines(question, lines, "en")
        lines_of(changed, "en")
        with_suggested(question, kind)
        suggested_kind(question)
    read_quiz(with_question(form, max(place, 0), None))


def test_a_quiz_written_step_by_step_is_read_as_it_was_meant() -> None:
    form = new_form("ownway-quiz", "formative")
    question = with_words(new_question(form, "choice"), "text", "Wet?", "en")
    question = with_option(with_lines(question, ["Sea", "", "Sand"], "en"), 0, "right", True)
    form = with_question(form, 0, question)
    pair = with_lines(new_question(form, "match"), ["ice = solid", "rain=liquid"], "en")
    form = with_question(form, 1, {**pair, "text": "What is what?"})
    order = with_lines(new_question(form, "order"), ["cold", "hot"], "en")
    form = moved(with_question(form, 2, {**order, "text": "Order"}), 2, -1)
    read = read_quiz(form)
    assert read.odd == ()
    assert read.quiz is not None
    assert [task.kind for task in read.quiz.tasks] == ["choice", "order", "match"]
    assert [pick.right for pick in read.quiz.tasks[0].picks] == [True, False]
    assert [(p.text[""], p.other[""]) for p in read.quiz.tasks[2].picks] == [
        ("ice", "solid"),
        ("rain", "liquid"),
    ]
    assert len({task.id for task in read.quiz.tasks}) == 3


def test_a_reworded_line_keeps_its_name_picture_and_meaning() -> None:
    question = {
        "kind": "many",
        "options": [
            {"id": "a", "text": {"en": "Ball", "ar": "كرة"}, "icon": "ball", "suggests": "interest"},
            {"id": "b", "text": "Music", "extra": 1},
            "Water",
        ],
    }
    changed = options(with_lines(question, ["Football", "Water", "Music", "Sand"], "en"))
    assert changed[0]["id"] == "a"
    assert changed[0]["text"] == {"en": "Football", "ar": "كرة"}
    assert (changed[0]["icon"], changed[0]["suggests"]) == ("ball", "interest")
    assert (changed[2]["id"], changed[2]["extra"]) == ("b", 1)
    assert len({one["id"] for one in changed}) == 4


def test_the_same_line_twice_is_two_things() -> None:
    known = [{"id": "x", "text": "a"}, {"id": "y", "text": "b"}]
    changed = options(with_lines({"kind": "choice", "options": known}, ["a", "a"], "en"))
    assert len({one["id"] for one in changed}) == 2


def test_what_an_answer_suggests_is_set_for_all_and_read_back() -> None:
    question = {"kind": "many", "text": "?", "options": ["a", "b"]}
    changed = with_suggested(question, "interest")
    assert suggested_kind(changed) == "interest"
    read = read_survey({"format": "ownway-survey", "questions": [changed]}).survey
    assert read is not None
    assert {key: [hint.kind for hint in hints] for key, hints in read.questions[0].hints.items()} == {
        "o1": ["interest"],
        "o2": ["interest"],
    }
    assert suggested_kind(with_suggested(changed, "")) == ""
    words = with_suggested({"kind": "words", "text": "?"}, "strength")
    assert suggested_kind(words) == "strength"


def test_words_change_in_one_language_and_unknown_keys_stay() -> None:
    raw = {"title": {"en": "Likes", "ar": "ما أحب"}, "later": {"x": 1}}
    changed = with_words(raw, "title", "I like", "en")
    assert changed == {"title": {"en": "I like", "ar": "ما أحب"}, "later": {"x": 1}}
    assert words_in(changed, "title", "ar") == "ما أحب"
