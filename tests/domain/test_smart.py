"""The goal coach: every part judged, in order, and never a wrong word about another language."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import iso_day
from app.domain.due import is_no_day, nearest_day
from app.domain.examples import TEMPLATES, example
from app.domain.models import Goal
from app.domain.smart import ALL_PARTS, FAR_DAYS, PARTS, Hint, attainable, coach, first_question, whole_view
from app.domain.vague import size

TODAY = date(2025, 12, 4)
DAYS = st.dates(date(1990, 1, 1), date(2190, 1, 1))


def hint(part: str, interests: tuple[str, ...] = (), **fields: str) -> Hint:
    return next(h for h in coach(Goal(id="g", **fields), TODAY, interests) if h.part == part)


def test_the_drawn_goal_asks_only_which_day() -> None:
    goal = Goal(
        id="g",
        statement="Explain ratios to my sister",
        measure="She can mix the same green without me",
        reason="Because we cook together",
        due="Before the holidays",
    )
    hints = coach(goal, TODAY)
    assert [h.state for h in hints] == ["met", "met", "vague", "met"]
    assert first_question(hints) == Hint("due", "vague", "which_day", {"date": "2025-12-19"})


def test_an_empty_goal_misses_every_part_and_asks_what_first() -> None:
    hints = coach(Goal(id="g"), TODAY)
    assert [h.state for h in hints] == ["missing"] * 4
    asked = first_question(hints)
    assert asked is not None
    assert asked.code == "what"


@pytest.mark.parametrize(
    ("text", "state", "code"),
    [
        ("be better at maths", "vague", "what_exactly"),
        ("I want to understand fractions", "vague", "what_exactly"),
        ("maths", "vague", "what_exactly"),
        ("read more", "met", ""),  # reading can be seen; how much is the measure's question
        ("Learn 20 new words in Spanish", "met", ""),
        ("Bake bread without help", "met", ""),
        ("and then " * 30, "vague", "one_thing"),
        ("Ich will besser lesen", "met", ""),
        ("أريد أن أقرأ قصة كاملة لأختي", "met", ""),
        ("妹に比を説明する", "met", ""),
        ("   ", "missing", "what"),
    ],
)
def test_what(text: str, state: str, code: str) -> None:
    found = hint("statement", statement=text)
    assert (found.state, found.code) == (state, code)


@pytest.mark.parametrize(
    ("text", "state", "code"),
    [
        ("I get better at it", "vague", "how_count"),
        ("I know it", "vague", "see_or_hear"),
        ("yes", "vague", "see_or_hear"),
        ("8 of 10 right", "met", ""),
        ("٨ من ١٠", "met", ""),
        ("My sister can do it alone", "met", ""),
        ("", "missing", "see_or_hear"),
    ],
)
def test_how_will_i_know(text: str, state: str, code: str) -> None:
    found = hint("measure", measure=text)
    assert (found.state, found.code) == (state, code)


def test_a_number_to_reach_is_a_measure() -> None:
    assert hint("measure", target="20 pages").state == "met"
    assert hint("measure", target="all pages").state == "missing"


@pytest.mark.parametrize(
    ("days", "state", "code"),
    [
        (0, "met", ""),
        (FAR_DAYS, "met", ""),
        (FAR_DAYS + 1, "vague", "too_far"),
        (-1, "vague", "past"),
    ],
)
def test_by_when(days: int, state: str, code: str) -> None:
    found = hint("due", due=(TODAY + timedelta(days=days)).isoformat())
    assert (found.state, found.code) == (state, code)


def test_a_day_past_is_no_question_once_the_goal_is_settled() -> None:
    assert hint("due", due="2025-01-01", state="achieved").state == "met"


def test_why_offers_an_interest_that_fits_the_goal() -> None:
    interests = ("football", "cooking with Dad")
    fitting = hint("reason", interests, statement="Learn cooking words")
    assert fitting.facts == {"interest": "cooking with Dad"}
    assert hint("reason", interests).facts == {"interest": "football"}
    assert hint("reason", reason="my teacher said so").code == "for_you"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("tomorrow", "2025-12-05"),
        ("next Thursday", "2025-12-11"),
        ("next week", "2025-12-12"),
        ("12 December", "2025-12-12"),
        ("on 3rd march", "2026-03-03"),
        ("in two weeks", "2025-12-18"),
        ("end of the month", "2025-12-31"),
        ("31 February", "2025-12-19"),
        ("before Christmas", "2025-12-19"),
        ("قبل العطلة", "2025-12-19"),
    ],
)
def test_nearest_day(said: str, day: str) -> None:
    assert nearest_day(said, TODAY).isoformat() == day


@pytest.mark.parametrize("text", ["2026-02-31", "31.2.2026", "2026-13-01", "99/99/2026", "0000-01-01"])
def test_a_date_that_no_calendar_has_is_said_to_be_none_and_another_is_offered(text: str) -> None:
    found = hint("due", due=text)
    assert (found.state, found.code) == ("vague", "no_such_day")
    assert iso_day(str(found.facts["date"]))


@pytest.mark.parametrize("text", ["12/13/2026", "13.12.2026", "in 2026-02", "31 days", "2026-2-3"])
def test_what_may_be_a_day_is_only_asked_about(text: str) -> None:
    assert not is_no_day(text)
    assert hint("due", due=text).code == "which_day"


@given(st.text("0123456789-./ ", max_size=12))
def test_any_figures_are_answered(text: str) -> None:
    assert isinstance(is_no_day(text), bool)
    assert hint("due", due=text).part == "due"


@pytest.mark.parametrize(
    ("values", "parts", "code"),
    [
        ({"due": "2025-12-20"}, 0, ""),
        ({}, 0, "needs_day"),
        ({"due": "soon"}, 0, "needs_day"),
        ({"term": "long", "due": "2026-12-01"}, 0, "make_parts"),
        ({"term": "long"}, 2, ""),
        ({"due": "2026-12-01"}, 0, "make_parts"),
        ({"due": "2025-12-06", "statement": "read all of the book and " * 3}, 0, "much_soon"),
        ({"due": "2025-12-30", "statement": "read all of the book and " * 3}, 0, ""),
        ({"due": "2025-12-10", "baseline": "2 pages", "target": "20 pages"}, 0, "big_jump"),
        ({"due": "2026-01-30", "baseline": "2 pages", "target": "20 pages"}, 0, ""),
        ({"due": "2025-12-10", "baseline": "0", "target": "20"}, 0, ""),
    ],
)
def test_how_big_a_goal_is_beside_its_day(values: dict[str, str], parts: int, code: str) -> None:
    assert attainable(Goal(id="g", **values), TODAY, parts).code == code  # type: ignore[arg-type]


def test_the_whole_view_has_each_part_once_in_order() -> None:
    hints = whole_view(Goal(id="g", competencies=("c",)), TODAY)
    assert tuple(h.part for h in hints) == ALL_PARTS
    assert [h.state for h in hints] == [*["missing"] * 5, "met"]


@given(st.integers(0, 99), st.lists(st.text(max_size=9), max_size=4), st.sampled_from(ALL_PARTS))
def test_an_example_is_always_the_same_and_of_this_learners_interests(
    turn: int, interests: list[str], part: str
) -> None:
    found = example(part, turn, interests)
    assert found == example(part, turn, interests)
    assert found.interest in (*interests, "")
    assert bool(found.interest) == any(one.strip() for one in interests)
    assert 0 <= found.template < TEMPLATES.get(part, 1)


def test_an_example_speaks_of_what_the_goal_speaks_of() -> None:
    likes = ("football", "cooking with Dad", "space")
    assert {example("measure", n, likes, "Learn cooking words").interest for n in range(5)} == {likes[1]}
    assert {example("measure", n, likes).interest for n in range(5)} == set(likes)


@given(st.text(max_size=60), DAYS)
def test_a_day_offered_is_always_ahead_and_near_enough(said: str, today: date) -> None:
    assert today < nearest_day(said, today)


@given(
    st.fixed_dictionaries({name: st.text(max_size=80) for name in (*PARTS, "target")}),
    DAYS,
    st.lists(st.text(max_size=20), max_size=3),
)
def test_any_text_gets_one_hint_a_part(fields: dict[str, str], today: date, interests: list[str]) -> None:
    goal = Goal(id="g", **fields)
    hints = coach(goal, today, interests)
    assert tuple(h.part for h in hints) == PARTS
    for found in hints:
        assert (found.state == "met") == (found.code == "")
        assert (found.state == "missing") <= (not getattr(goal, found.part).strip())
        offered = iso_day(str(found.facts.get("date", today + timedelta(days=1))))
        assert offered is not None
        assert offered > today


@given(st.text(st.characters(whitelist_categories=("Lo",)), min_size=0, max_size=40))
def test_text_without_latin_letters_is_judged_by_shape_alone(text: str) -> None:
    found = hint("statement", statement=text)
    assert "word" not in found.facts
    assert (found.state == "met") == (2 <= size(text) <= 40 and bool(text.strip()))
