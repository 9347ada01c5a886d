"""Which question is asked when somebody looks back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.learning import GoalChange
from app.domain.models import CheckIn, Reflection
from app.domain.prompts import (
    FACTS,
    MOMENTS,
    PROMPTS,
    asked_lately,
    facts_of,
    in_order,
    moment_of,
    question,
)

CODES = [prompt.code for prompts in PROMPTS.values() for prompt in prompts]
moments = st.sampled_from(MOMENTS)
facts = st.frozensets(st.sampled_from(FACTS))
asked = st.lists(st.sampled_from([*CODES, "What did you find out?"]), max_size=12)


def thought(number: int, **values: Any) -> Reflection:
    return Reflection.model_validate({"id": f"m.1-{number}", "_at": number, **values})


def tap(number: int, feeling: str) -> CheckIn:
    return CheckIn.model_validate({"id": f"c{number}", "_at": number, "feeling": feeling})


def test_every_moment_has_several_questions_and_no_code_stands_twice() -> None:
    assert tuple(PROMPTS) == MOMENTS
    assert all(sum(not one.when for one in PROMPTS[moment]) >= 4 for moment in MOMENTS)
    assert len(set(CODES)) == len(CODES)


@given(moments, facts, asked)
def test_never_the_same_question_twice_in_a_row(
    moment: str, known: frozenset[str], before: list[str]
) -> None:
    first = question(moment, known, before)
    second = question(moment, known, [*before, first])
    assert first != second
    assert not before or first != before[-1]


@given(moments, facts, asked)
def test_another_question_comes_round_to_all_of_them(
    moment: str, known: frozenset[str], before: list[str]
) -> None:
    all_of_them = in_order(moment, known, before)
    seen = list(before)
    for _n in all_of_them:
        seen.append(question(moment, known, seen))
    assert sorted(seen[len(before) :]) == sorted(all_of_them)


@given(moments, facts, asked)
def test_only_what_fits_the_moment_is_asked(moment: str, known: frozenset[str], before: list[str]) -> None:
    fitting = {one.code for one in PROMPTS[moment] if not one.when or one.when in known}
    assert set(in_order(moment, known, before)) == fitting
    assert in_order(moment, sorted(known), tuple(before)) == in_order(moment, known, before)


def test_what_fits_just_now_is_asked_first_but_gives_way_once_it_was() -> None:
    assert question("goal_reached", ["stuck"], []) == "goal_reached.through"
    assert question("goal_reached", ["stuck"], ["goal_reached.through"]) == "goal_reached.how"
    assert question("goal_reached", [], []) == "goal_reached.how"


def test_what_was_asked_longest_ago_comes_round_first() -> None:
    general = [one.code for one in PROMPTS["any"]]
    assert question("any", [], [*general[2:], *general[:2]]) == general[2]


def test_what_is_no_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="breakfast"):
        question("breakfast", [], [])


def test_the_first_time_is_known_by_the_moment() -> None:
    about = thought(1, moment="mastered")
    assert "first" in facts_of("mastered", [thought(2, moment="any")])
    assert "first" not in facts_of("mastered", [about])


def test_stuck_is_what_was_said_lately() -> None:
    lately = [tap(1, "on_my_way"), tap(3, "stuck"), tap(4, "on_my_way")]
    long_ago = [tap(1, "stuck"), *(tap(n, "on_my_way") for n in range(2, 6))]
    assert "stuck" in facts_of("after_evidence", (), lately)
    assert "stuck" not in facts_of("after_evidence", (), long_ago)


@pytest.mark.parametrize(
    ("moment", "known"),
    [
        ("after_evidence", {"shown": 2}),
        ("goal_missed", {"changes": [GoalChange(id="x", how="extended")]}),
        ("stuck", {"checkins": [tap(1, "stuck"), tap(2, "stuck")]}),
    ],
)
def test_again_is_known_by_what_the_moment_is_about(moment: str, known: dict[str, Any]) -> None:
    assert "again" in facts_of(moment, **known)
    assert "again" not in facts_of("any", **known)
    assert "again" not in facts_of(moment)


def test_what_was_only_offered_counts_as_asked_last() -> None:
    answered = [thought(2, prompt="any.mind"), thought(1, prompt="any.thank"), thought(3)]
    assert asked_lately(answered, ["any.curious"]) == ("any.thank", "any.mind", "any.curious")


def test_a_thought_that_names_no_moment_goes_by_what_it_is_about() -> None:
    assert moment_of(thought(1, about_col="artefacts")) == "after_evidence"
    assert moment_of(thought(1, about_col="goals", moment="later")) == "any"
    assert moment_of(thought(1, about_col="goals", moment="stuck")) == "stuck"
