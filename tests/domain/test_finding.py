"""Competencies are found however their words, subjects and levels are spelled."""

import pytest

from app.domain.finding import Finder
from app.domain.library import Competency

ALL = (
    Competency(
        id="a", framework="f", code="A.2", statement="أشرح الأسئلة في المدرسة", levels=("10", "2", "KG")
    ),
    Competency(id="b", framework="f", code="A", statement="Café words", levels=("2",), subjects=("Reading",)),
    Competency(id="c", framework="g", code="A.1", statement="A word more", levels=("X",)),
)
FINDER = Finder(ALL, {"f": ("arabic", "Maths")})


def found(words: str = "", subject: str = "", level: str = "", framework: str = "") -> str:
    return "".join(one.id for one in FINDER.found(words, subject, level, framework, 9))


@pytest.mark.parametrize(
    ("words", "ids"),
    [("المدرسه", "a"), ("اسئلة", "a"), ("أسْئِلَة مدرسـة", "a"), ("CAFE", "b"), ("a.1", "c"), ("a", "b")],
)
def test_words_meet_however_they_are_spelled(words: str, ids: str) -> None:
    assert found(words).startswith(ids)


def test_subject_and_level_are_enough_to_look_for() -> None:
    assert (found(subject="Maths"), found(subject="Reading"), found(level="2")) == ("a", "b", "ab")
    assert (found(level="2", subject="Reading"), found(framework="g"), found(level="3")) == ("b", "c", "")


def test_what_can_be_looked_for_is_listed_in_order_and_by_framework() -> None:
    for _again in range(2):
        assert FINDER.subjects("") == ("arabic", "Maths", "Reading")
        assert (FINDER.subjects("g"), FINDER.levels("g")) == ((), ("X",))
        assert FINDER.levels("") == ("2", "10", "KG", "X")
