"""The life of a goal: whose voices stand, where it is, and what each person may do next."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.goal_life import (
    STAGES,
    agreed,
    asks,
    fallen,
    moves,
    stage,
    standing,
    state_after_yes,
    waits_for_yes,
    wishes,
)
from app.domain.goal_tree import parent_of, parts_of, tops, whole
from app.domain.learning import CONSENTS, Consent
from app.domain.models import GOAL_STATES, ROLES, Goal


def goal(state: str = "active", by: str = "learner", **values: Any) -> Goal:
    return Goal.model_validate({"id": "g", "statement": "Swim", "state": state, "_by": by} | values)


def voice(to: Goal, says: str, by: str, at: int = 1, words: str = "") -> Consent:
    values = {"id": f"{by}.1-{at}", "goal": to.id, "says": says, "words": words or to.words}
    return Consent.model_validate(values | {"_by": by, "_who": by, "_at": at})


def test_a_yes_is_to_words_and_falls_with_them() -> None:
    one = goal()
    yes = voice(one, "agree", "teacher")
    assert (standing(one, [yes]), fallen(one, [yes])) == ((yes,), False)
    for part in ("statement", "measure", "baseline", "target", "reason", "due", "term", "scale", "unit"):
        other = one.model_copy(update={part: "long" if part == "term" else "other"})
        assert (standing(other, [yes]), fallen(other, [yes])) == ((), True), part
    for part in ("review", "supports", "resources", "parent"):
        assert standing(one.model_copy(update={part: "x"}), [yes]) == (yes,), part


def test_the_last_word_of_a_voice_counts() -> None:
    one = goal()
    yes, wish = voice(one, "agree", "family", 1), voice(one, "wish", "family", 2)
    assert standing(one, [wish, yes]) == ()
    assert wishes(one, [wish, yes]) == (wish,)
    again = voice(one, "agree", "family", 3)
    assert (standing(one, [wish, again, yes]), wishes(one, [wish, again, yes])) == ((again,), ())
    # ten writes at one clock's time: the op's number decides, not the letters of it
    nine, ten = (Consent.model_validate({**yes.model_dump(by_alias=True), "id": f"f.1-{n}"}) for n in (9, 10))
    wished = ten.model_copy(update={"says": "wish"})
    assert standing(one, [wished, nine]) == ()


def test_agreed_is_the_other_sides_yes() -> None:
    own, theirs = goal("proposed"), goal("proposed", "teacher")
    for by, mine, hers in (("learner", False, True), ("teacher", True, False), ("family", True, False)):
        assert agreed(own, [voice(own, "agree", by)]) == mine
        assert agreed(theirs, [voice(theirs, "agree", by)]) == hers


def test_what_is_proposed_begins_with_the_yes() -> None:
    one = goal("proposed")
    yes = voice(one, "agree", "teacher")
    assert (stage(one, []), stage(one, [yes])) == ("asking", "going")
    assert (state_after_yes(one, [yes]), state_after_yes(one, [])) == ("active", "proposed")
    assert state_after_yes(goal("achieved"), [yes]) == "achieved"


def test_a_learner_begins_without_anybodys_leave_but_not_a_grown_ups_proposal_without_a_yes() -> None:
    assert "start" in moves(goal("idea"), [], "learner", "learner")
    assert "start" in moves(goal("proposed"), [], "learner", "learner")
    assert moves(goal("proposed", "family"), [], "learner", "learner") == ("agree", "wish", "let_go")


def test_one_asks_once_and_says_yes_once() -> None:
    one = goal()
    asked = voice(one, "propose", "learner")
    assert "ask" in moves(one, [], "learner", "learner")
    assert "ask" not in moves(one, [asked], "learner", "learner")
    assert moves(one, [asked], "teacher", "teacher")[:2] == ("agree", "wish")
    yes = voice(one, "agree", "teacher")
    assert "agree" not in moves(one, [asked, yes], "teacher", "teacher")
    assert "agree" in moves(one, [asked, yes], "family", "family")
    assert (asks(one, [asked]), waits_for_yes(one, [asked]), waits_for_yes(one, [asked, yes])) == (
        (asked,),
        True,
        False,
    )


GOALS = st.builds(goal, st.sampled_from(GOAL_STATES), st.sampled_from(ROLES))
VOICES = st.lists(
    st.builds(
        voice,
        st.just(goal()),
        st.sampled_from(CONSENTS),
        st.sampled_from(ROLES),
        st.integers(1, 9),
        st.sampled_from(["", "other"]),
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)


@given(GOALS, VOICES, st.sampled_from(ROLES))
def test_whatever_the_voices_there_is_a_stage_and_a_way_on(one: Goal, said: list[Consent], role: str) -> None:
    assert stage(one, said) in STAGES
    assert stage(one, said) == stage(one, said[::-1])
    assert standing(one, said) == standing(one, said[::-1])
    assert moves(one, said, role, role)
    assert not ({v.who for v in standing(one, said)} & {v.who for v in wishes(one, said)})


def test_whatever_parents_say_there_are_two_levels_and_no_ring() -> None:
    for terms in product(("", "short", "long"), repeat=2):
        pair = [goal(id=name, term=term) for name, term in zip("ab", terms, strict=True)]
        ring = [pair[0].model_copy(update={"parent": "b"}), pair[1].model_copy(update={"parent": "a"})]
        assert tops(ring)
        assert all(
            parent_of(part, {g.id: g for g in ring}) for one in ring for part in parts_of(one.id, ring)
        )
    own = goal(term="long", parent="g")
    assert (tops([own]), parts_of("g", [own])) == ((own,), ())


def test_parts_are_those_of_a_long_goal_that_is_there() -> None:
    long = goal(id="l", term="long")
    parts = [goal(id=f"p{n}", parent="l", _at=n) for n in (2, 1, 3)]
    everything = [*parts, long, goal(id="x", parent="gone")]
    assert [one.id for one in parts_of("l", everything)] == ["p1", "p2", "p3"]
    assert [one.id for one in tops(everything)] == ["l", "x"]


@pytest.mark.parametrize(
    ("parts", "steps"),
    [
        ([], 2),
        ([("active", 0), ("achieved", 1)], 2),
        ([("achieved", 4), ("achieved", 4), ("active", 4)], 3),
        ([("achieved", 0), ("letgo", 0)], 4),
        ([("letgo", 3)], 2),
    ],
)
def test_a_long_goal_is_as_far_as_its_parts(parts: list[tuple[str, int]], steps: int) -> None:
    assert whole(parts, own=2) == steps
