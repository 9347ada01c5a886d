"""Quizzes: read from any JSON, marked the same each time, full points for right answers alone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answers import plain, readings
from app.domain.marking import Mark, fitting_answer, kept_answers, level_of, mark, result
from app.domain.quiz import TASK_KINDS, Quiz, Task, mixed
from app.domain.quiz_reading import read_quiz
from tests.domain.test_survey import JSON

KEYS = st.sampled_from(
    [
        "id",
        "kind",
        "text",
        "options",
        "items",
        "pairs",
        "left",
        "right",
        "answer",
        "accept",
        "tolerance",
        "points",
        "unit",
        "en",
        "strict",
    ]
)
PARTS = st.recursive(
    JSON | st.sampled_from([*TASK_KINDS, "Hello", "0,5", True]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)
QUIZ = {
    "format": "ownway-quiz",
    "version": 1,
    "title": "Water",
    "minutes": 10,
    "questions": [
        {"id": "c", "kind": "choice", "text": "Wet?", "options": [{"text": "Yes", "right": True}, "No"]},
        {
            "id": "m",
            "kind": "choice",
            "text": "Which are wet?",
            "points": 2,
            "options": [{"text": "Sea", "right": True}, {"text": "Rain", "right": True}, "Sand"],
        },
        {"id": "n", "kind": "number", "text": "A half?", "answer": 0.5, "tolerance": "0,01", "unit": "l"},
        {"id": "s", "kind": "short", "text": "A hot drink", "accept": ["café", "tea"]},
        {"id": "o", "kind": "order", "text": "From cold to hot", "items": ["Ice", "Water", "Steam"]},
        {
            "id": "p",
            "kind": "match",
            "text": "What is what?",
            "pairs": [
                {"left": "Ice", "right": "solid"},
                {"left": "Rock", "right": "solid"},
                {"left": "Rain", "right": "liquid"},
            ],
        },
    ],
}
RIGHT: dict[str, Any] = {
    "c": ["o1"],
    "m": ["o1", "o2"],
    "n": "0,5",
    "s": "  TEA. ",
    "o": ["o1", "o2", "o3"],
    "p": {"p1": "p1", "p2": "p2", "p3": "p3"},
}


def quiz() -> Quiz:
    read = read_quiz(QUIZ)
    assert read.quiz is not None
    assert read.odd == ()
    return read.quiz


def task(name: str, **more: Any) -> Task:
    return next(one for one in quiz().tasks if one.id == name).model_copy(update=more)


@given(JSON)
def test_reading_never_raises_whatever_the_json(raw: Any) -> None:
    read = read_quiz(raw)
    assert (read.quiz is None) == bool(read.refused)


@given(st.lists(PARTS, max_size=6), st.dictionaries(st.sampled_from(["q1", "q2", "q3"]), JSON, max_size=3))
def test_reading_and_marking_never_raise_whatever_the_questions(
    questions: list[Any], answers: dict[str, Any]
) -> None:
    found = read_quiz({"format": "ownway-quiz", "questions": questions}).quiz
    if found is None:
        return
    once = result(found, answers, ("x",))
    assert once == result(found, answers, ("x",)) == result(found, kept_answers(found, answers), ("x",))
    assert 0 <= once.score <= once.most
    assert all(one.right == (one.points == one.most) for one in once.marks if one.given and one.most)


answer_of = {
    "c": st.lists(st.sampled_from(["o1", "o2"])),
    "m": st.lists(st.sampled_from(["o1", "o2", "o3"])),
    "n": st.decimals(0, 1, places=2).map(str),
    "s": st.sampled_from(["tea", "cafe", "coffee", ""]),
    "o": st.permutations(["o1", "o2", "o3"]),
    "p": st.fixed_dictionaries({f"p{n}": st.sampled_from(["p1", "p2", "p3"]) for n in (1, 2, 3)}),
}


def really_right(name: str, given_: Any) -> bool:
    """Says by plain rules, not by the marking, whether an answer is right."""
    return {
        "c": lambda: set(given_) == {"o1"},
        "m": lambda: set(given_) == {"o1", "o2"},
        "n": lambda: 0.49 <= float(given_) <= 0.51,
        "s": lambda: given_ in ("tea", "cafe"),
        "o": lambda: list(given_) == ["o1", "o2", "o3"],
        "p": lambda: given_["p1"] in ("p1", "p2") and given_["p2"] in ("p1", "p2") and given_["p3"] == "p3",
    }[name]()


@given(st.fixed_dictionaries(answer_of))
def test_full_points_are_for_right_answers_alone(answers: dict[str, Any]) -> None:
    for one in result(quiz(), answers).marks:
        full = really_right(one.task, answers[one.task])
        assert one.right == full, (one, answers)
        assert (one.points == one.most) == full


def test_all_right_is_all_points_and_a_level_that_leaves_beyond_to_people() -> None:
    found = result(quiz(), RIGHT, ("water",))
    assert (found.score, found.most) == (10, 10)
    assert found.levels == {"water": 3}


def test_a_part_that_is_right_gives_a_part_of_the_points() -> None:
    assert mark(task("m"), ["o1"]).points == 1
    assert mark(task("m"), ["o1", "o3"]).points == 0
    assert mark(task("m"), ["o1", "o2", "o3"]).points == 1
    assert mark(task("o"), ["o1", "o3", "o2"]).points == 0  # a third of two points, rounded down
    assert mark(task("p"), {"p1": "p1"}).points == 1


def test_two_that_read_the_same_match_either_way() -> None:
    assert mark(task("p"), {"p1": "p2", "p2": "p1", "p3": "p3"}).right


def test_competencies_of_a_question_count_for_it_and_those_of_the_quiz_for_the_others() -> None:
    raw = {
        "format": "ownway-quiz",
        "kind": "diagnostic",
        "questions": [
            {"kind": "number", "text": "1 + 1", "answer": 2, "competencies": ["add"]},
            {"kind": "number", "text": "2 - 1", "answer": 1},
        ],
    }
    found = read_quiz(raw).quiz
    assert found is not None
    assert result(found, {"q1": "2", "q2": "9"}, ("all",)).levels == {"add": 3, "all": 1}


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("0,5", True),
        (".5", True),
        ("1/2", True),
        ("0.509 l", True),
        ("٠٫٥", True),
        ("−0.5", False),
        ("0,6", False),
        ("half", False),
        ("1/0", False),
        ("", False),
        ("0.5.0", False),
        ("1e99999999", False),
    ],
)
def test_a_number_is_read_in_every_writing(typed: str, right: bool) -> None:
    assert mark(task("n"), typed).right is right


@pytest.mark.parametrize(
    ("typed", "number"), [("1,250", "1250"), ("1.250", "1250"), ("1 250,5", "1250.5"), ("1.250,5", "1250.5")]
)
def test_thousands_are_read_with_every_sign(typed: str, number: str) -> None:
    assert mark(task("n", number=number, tolerance=""), typed).right


@pytest.mark.parametrize("typed", ["café", "CAFE", "  cafe\u0301 ", "Café!"])
def test_short_words_are_taken_without_fuss(typed: str) -> None:
    assert mark(task("s"), typed).right


def test_accents_count_where_the_question_says_so() -> None:
    assert mark(task("s", strict=True), "Café").right
    assert not mark(task("s", strict=True), "cafe").right


def test_arabic_vowel_signs_do_not_count() -> None:
    assert plain("مَاءٌ") == plain("ماء") == plain("مـاء")


def test_an_answer_of_signs_alone_is_not_right() -> None:
    assert not mark(task("s", accept=("...",)), "!").right


def test_what_is_to_be_ordered_is_never_shown_in_the_right_order() -> None:
    for seed in map(str, range(30)):
        things = ("a", "b", "c")
        assert mixed(seed, things, str) == mixed(seed, things, str) != things
        assert set(mixed(seed, things, str)) == set(things)


def test_an_unknown_kind_is_kept_and_worth_nothing() -> None:
    read = read_quiz({"format": "ownway-quiz", "questions": [{"kind": "essay", "text": "Write"}]})
    assert read.quiz is not None
    assert result(read.quiz, {"q1": "words"}, ("x",)).levels == {}
    assert mark(read.quiz.tasks[0], "words") == Mark(task="q1")
    assert fitting_answer(read.quiz.tasks[0], "words") is None


def test_questions_without_a_right_answer_are_refused_in_the_report() -> None:
    raw = {
        "format": "ownway-quiz",
        "questions": [
            {"kind": "choice", "text": "?", "options": ["a", "b"]},
            {"kind": "number", "text": "?", "answer": "many"},
            {"kind": "short", "text": "?", "accept": []},
            {"kind": "match", "text": "?", "pairs": [{"left": "a"}]},
        ],
    }
    read = read_quiz(raw)
    assert read.refused == "no_questions"
    codes = [odd.code for odd in read.odd]
    assert codes == ["no_answer", "no_answer", "no_answer", "option_broken", "few_options"]


@pytest.mark.parametrize(("points", "level"), [(0, 1), (3, 1), (4, 2), (7, 2), (8, 3), (10, 3)])
def test_levels_follow_from_the_share_of_points(points: int, level: int) -> None:
    assert level_of(points, 10) == level


@given(st.text(max_size=40))
def test_reading_a_number_never_raises(text: str) -> None:
    readings(text)
    assert plain(plain(text)) == plain(text)
