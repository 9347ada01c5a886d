"""See first: which book, why, and in which order."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.attention import DEFAULT, Standing, reasons, see_first
from app.domain.days import ms_of
from app.domain.learning import Consent
from app.domain.models import Artefact, CheckIn, Evidence, Feedback, Goal, Version

TODAY = date(2025, 12, 4)


def ago(days: int) -> int:
    return ms_of(TODAY - timedelta(days=days)) + 1


def goal(days: int = 0, by: str = "learner", **values: Any) -> Goal:
    defaults = {
        "id": "g1",
        "statement": "A film about bees",
        "_at": ago(days),
        "_by": by,
        "state": "proposed",
    }
    return Goal.model_validate(defaults | values)


def yes(to: Goal, says: str = "agree", by: str = "teacher", days: int = 1) -> Consent:
    """A voice on a goal's words as they are."""
    return Consent.model_validate(
        {
            "id": f"{by}-1",
            "goal": to.id,
            "says": says,
            "words": to.words,
            "_by": by,
            "_who": by,
            "_at": ago(days),
        }
    )


def evidence(number: int, days: int, **values: Any) -> Evidence:
    defaults = {"id": f"e{number}", "artefact": f"a{number}", "_at": ago(days), "_by": "learner"}
    return Evidence.model_validate(defaults | values)


def said(about: str, days: int, by: str = "teacher") -> Feedback:
    return Feedback.model_validate({"id": f"f-{about}-{by}", "about": about, "_at": ago(days), "_by": by})


def stuck(number: int, days: int) -> CheckIn:
    values = {"id": f"c{number}", "goal": "g1", "feeling": "stuck", "steps": 1, "_at": ago(days)}
    return CheckIn.model_validate(values)


def codes(book: Standing) -> list[str]:
    return [reason.code for reason in reasons(book, TODAY)]


def test_nothing_to_see() -> None:
    assert codes(Standing()) == []
    assert codes(Standing(goals=[goal()], consents=[yes(goal())], last_file=TODAY)) == []


def test_evidence_waits_for_the_teacher_since_the_oldest() -> None:
    book = Standing(evidence=[evidence(1, 2), evidence(2, 5)], feedback=[said("e9", 1)])
    (found,) = reasons(book, TODAY)
    assert (found.code, found.action) == ("waiting", "review")
    assert found.facts == {"pieces": 2, "since": "2025-11-29", "days": 5, "evidence": "e2"}


def artefact(number: int, days: int, by: str = "learner") -> Artefact:
    return Artefact.model_validate({"id": f"a{number}", "kind": "words", "_at": ago(days), "_by": by})


def test_what_was_shown_for_no_goal_waits_too() -> None:
    bare = Standing(artefacts=[artefact(1, 3), artefact(2, 9, "teacher")])
    (found,) = reasons(bare, TODAY)
    assert (found.code, found.facts["pieces"], found.facts["days"]) == ("waiting", 1, 3)
    assert codes(replace(bare, feedback=[said("a1", 1)])) == []
    both = Standing(artefacts=[artefact(1, 3)], evidence=[evidence(1, 2)])
    assert reasons(both, TODAY)[0].facts["pieces"] == 1


@pytest.mark.parametrize("about", ["e1", "a1"])
def test_words_on_the_evidence_or_its_artefact_answer_it(about: str) -> None:
    assert codes(Standing(evidence=[evidence(1, 2)], feedback=[said(about, 1)])) == []
    assert codes(Standing(evidence=[evidence(1, 2)], feedback=[said(about, 1, "family")])) == ["waiting"]


def test_a_goal_waits_to_be_agreed_until_it_is() -> None:
    (found,) = reasons(Standing(goals=[goal(3)]), TODAY)
    assert (found.code, found.action, found.facts["days"]) == ("proposed", "agree", 3)
    for other in (goal(by="teacher"), goal(state="letgo"), goal(state="active"), goal(state="idea")):
        assert codes(Standing(goals=[other])) == []
    assert codes(Standing(goals=[goal()], consents=[yes(goal())])) == []
    going = goal(state="active")
    assert codes(Standing(goals=[going], consents=[yes(going, "propose", "learner")])) == ["proposed"]


def test_agreement_is_to_words_that_stand() -> None:
    before = goal(state="active")
    reworded = before.model_copy(update={"statement": "A film about wasps"})
    reworded = reworded.model_copy(update={"at": ago(30), "changed": ago(2)})
    (found,) = reasons(Standing(goals=[reworded], consents=[yes(before)]), TODAY)
    assert (found.code, found.facts["again"], found.facts["days"]) == ("proposed", 1, 2)


def test_a_learners_wish_is_seen_by_who_proposed_until_the_words_change() -> None:
    theirs = goal(by="teacher")
    wish = yes(theirs, "wish", "learner", 3).model_copy(update={"text": "A riddle"})
    book = Standing(goals=[theirs], consents=[wish])
    (found,) = reasons(book, TODAY)
    assert (found.code, found.facts["text"], found.facts["days"]) == ("wished", "A riddle", 3)
    assert codes(replace(book, role="family")) == []
    assert codes(replace(book, goals=[theirs.model_copy(update={"statement": "A riddle"})])) == []
    assert codes(replace(book, goals=[theirs.model_copy(update={"state": "letgo"})])) == []


def test_stuck_counts_tries_and_ends_with_the_teachers_words() -> None:
    book = Standing(goals=[goal(state="active")], checkins=[stuck(1, 4), stuck(2, 2)])
    (found,) = reasons(book, TODAY)
    assert (found.code, found.action) == ("stuck", "suggest")
    assert found.facts == {"goal": "A film about bees", "goal_id": "g1", "tries": 2, "days": 2}
    helped = replace(book, feedback=[said("g1", 1)])
    assert codes(helped) == []
    before = replace(book, feedback=[said("g1", 3)])
    assert codes(before) == ["stuck"]


def test_where_a_family_teaches_its_answers_count() -> None:
    home = Standing(
        goals=[goal(2, state="active")],
        consents=[yes(goal(2), "propose", "learner")],
        checkins=[stuck(1, 3)],
        evidence=[evidence(1, 2)],
        feedback=[said("e1", 1, "family"), said("g1", 1, "family")],
        role="family",
    )
    assert codes(home) == ["proposed"]
    assert codes(replace(home, role="teacher")) == [
        "stuck",
        "waiting",
        "proposed",
    ]
    assert codes(Standing(goals=[goal(2, by="family")], role="family")) == []


def test_a_quiet_book() -> None:
    quiet_for = DEFAULT.quiet_after
    assert codes(Standing(last_file=TODAY - timedelta(days=quiet_for - 1))) == []
    (found,) = reasons(Standing(last_file=TODAY - timedelta(days=9)), TODAY)
    assert (found.code, found.action, found.facts) == ("quiet", "ask", {"days": 9})


def test_two_versions_are_settled_before_anybody_agrees() -> None:
    version = Version(op="r:1", value="x", by="learner", who="r", wall=1)
    both = goal(_versions={"due": (version, version)})
    (found,) = reasons(Standing(goals=[both]), TODAY)
    assert (found.code, found.action, found.facts) == ("versions", "open", {"records": 1})


@given(st.lists(st.integers(0, 900), min_size=4, max_size=4), st.integers(1, 30))
def test_no_age_and_no_pile_changes_the_order_of_kinds(days: list[int], pieces: int) -> None:
    version = Version(op="r:1", value="x", by="learner", who="r", wall=1)
    both = [goal(1, id=f"v{i}", by="teacher", _versions={"due": (version, version)}) for i in range(pieces)]
    book = Standing(
        goals=[goal(state="active"), goal(days[0], id="g2"), *both],
        checkins=[stuck(1, days[1])],
        evidence=[evidence(i, days[2]) for i in range(pieces)],
        last_file=TODAY - timedelta(days=7 + days[3]),
    )
    assert codes(book) == ["stuck", "waiting", "proposed", "versions", "quiet"]


def test_ranking_is_by_weight_then_number_of_reasons_then_key() -> None:
    one = reasons(Standing(goals=[goal(0)]), TODAY)
    two = reasons(Standing(goals=[goal(0)], last_file=TODAY - timedelta(days=8)), TODAY)
    review = reasons(Standing(evidence=[evidence(1, 3)]), TODAY)
    ranked = see_first({"b": one, "a": one, "c": two, "d": review, "e": ()})
    assert [key for key, _ in ranked] == ["d", "c", "a", "b"]
    assert ranked[0][1] is review[0]
