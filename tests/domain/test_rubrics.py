"""Marks by a rubric: what level they suggest, and that a changed rubric changes nothing judged."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.library import Rubric, RubricCriterion, RubricLevel
from app.domain.rubrics import levels_of, lost, suggested, words_of

CLEAR = RubricCriterion(
    id="clear",
    title="Clear",
    levels=(
        RubricLevel(level=3, words="others understand it"),
        RubricLevel(level=1, words="I understand it"),
        RubricLevel(level=9, words="no such level"),
    ),
)
RUBRIC = Rubric(id="r", criteria=(CLEAR,))


def test_the_words_of_a_level_are_there_or_gone() -> None:
    assert words_of(CLEAR, 3) == "others understand it"
    assert words_of(CLEAR, 2) is None
    assert [one.level for one in levels_of(CLEAR)] == [1, 3]


def test_marks_whose_words_are_gone_are_named() -> None:
    assert lost(RUBRIC, {"clear": 3}) == ()
    assert lost(RUBRIC, {"clear": 2, "gone": 1}) == ("clear", "gone")
    assert lost(None, {"clear": 1}) == ("clear",)


def test_the_middle_is_suggested_and_the_lower_of_two() -> None:
    assert suggested({}) == 0
    assert suggested({"a": 4, "b": 1, "c": 3}) == 3
    assert suggested({"a": 2, "b": 3}) == 2
    assert suggested({"a": 0, "b": 77}) == 0


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 4), min_size=1, max_size=9))
def test_a_suggestion_lies_among_the_marks(marks: dict[str, int]) -> None:
    level = suggested(marks)
    assert min(marks.values()) <= level <= max(marks.values())
    assert level in marks.values()
