"""Today offers one thing, with a why: which rule speaks when."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import monday_of, ms_of
from app.domain.desk import Desk
from app.domain.learning import Choice, Consent, Day, Session
from app.domain.models import (
    Artefact,
    CheckIn,
    Feedback,
    Goal,
    ProfileEntry,
    Reflection,
)
from app.domain.offering import next_thing
from app.domain.today import PLAN_ROWS, plan
from app.domain.week import DayPlan, week_plan

TODAY = date(2025, 12, 4)


def ago(days: int) -> int:
    return ms_of(TODAY - timedelta(days=days)) + 1


def iso(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


CLEAR = {
    "statement": "Explain ratios to my sister",
    "measure": "She mixes the same green 2 times",
    "reason": "Because we cook together",
    "due": iso(30),
}


def goal(number: int = 1, days: int = 1, **values: Any) -> Goal:
    return Goal.model_validate({"id": f"g{number}", "_at": ago(days), **CLEAR, **values})


def yes(to: Goal) -> Consent:
    """A teacher's yes to a goal's words as they are."""
    values = {
        "id": "t.1-9",
        "goal": to.id,
        "says": "agree",
        "words": to.words,
        "_by": "teacher",
        "_who": "t.1",
    }
    return Consent.model_validate(values | {"_at": ago(9)})


def tap(days: int, about: str = "g1") -> CheckIn:
    return CheckIn.model_validate({"id": f"c{days}{about}", "goal": about, "steps": 2, "_at": ago(days)})


def question(number: int, days: int, about: str = "a1", by: str = "teacher") -> Feedback:
    values = {"id": f"q{number}", "kind": "question", "about": about, "text": "With three cups?"}
    return Feedback.model_validate(values | {"_by": by, "_at": ago(days), "_who": "t"})


def thought(about: str, days: int) -> Reflection:
    return Reflection.model_validate({"id": f"r{about}", "about": about, "_by": "learner", "_at": ago(days)})


SHOWN = Artefact.model_validate({"id": "a1", "kind": "words", "_at": ago(1)})
LIKES = ProfileEntry.model_validate({"id": "p1", "kind": "interest", "text": "bees", "_by": "learner"})


def code(**desk: Any) -> str:
    return next_thing(Desk(**desk), TODAY).code


def test_a_new_book_starts_with_a_goal() -> None:
    assert code() == "first_goal"
    assert code(goals=[goal(state="achieved")]) == "first_goal"


def test_the_rules_in_order() -> None:
    """Each line takes away what the line before it was about."""
    near = goal(due=iso(3))
    vague = goal(due="soon")
    talk = goal(review=iso(0))
    desk = {"goals": [near, vague], "feedback": [question(1, 1)], "news": ["g1"]}
    assert code(**desk) == "answer"
    assert code(goals=[goal(), near], consents=[yes(goal())], news=["g1"]) == "agreed"
    assert code(goals=[goal(_by="teacher", state="proposed"), near], consents=[yes(goal())]) == "asked"
    assert code(goals=[goal(), near, talk], consents=[yes(goal())], news=["g7"]) == "due_soon"
    assert code(goals=[goal(due=iso(-30)), talk, vague]) == "missed"
    assert code(goals=[talk, vague], checkins=[tap(1)]) == "review"
    assert code(goals=[near, vague], checkins=[tap(1)]) == "clearer"
    assert code(goals=[goal(days=6)], checkins=[tap(5)]) == "check_in"
    assert code(goals=[goal()], checkins=[tap(1)]) == "show_first"
    assert code(goals=[goal()], artefacts=[SHOWN]) == "about_you"
    assert code(goals=[goal()], artefacts=[SHOWN], profile=[LIKES]) == "free"


def test_a_question_is_answered_by_words_on_it_whatever_the_clocks_say() -> None:
    asked = question(1, 3)
    for days in (2, 9):
        assert code(feedback=[asked], reflections=[thought("q1", days)]) != "answer"
    for other in (thought("a1", 2), thought("a2", 1)):
        assert code(feedback=[asked], reflections=[other]) == "answer"
    own = Feedback.model_validate({"id": "f", "about": "q1", "_by": "learner", "_at": ago(1)})
    assert code(feedback=[asked, own]) != "answer"
    assert code(feedback=[question(2, 1, by="learner")]) != "answer"


def test_the_oldest_question_is_offered_with_whose_it_is() -> None:
    thing = next_thing(Desk(feedback=[question(2, 1), question(1, 4)]), TODAY)
    assert (thing.rec, thing.col, thing.action) == ("q1", "feedback", "answer")
    assert thing.facts["who"] == "t"


def test_a_goal_long_past_is_looked_back_at_even_if_agreed() -> None:
    late = goal(due=iso(-30))
    thing = next_thing(Desk(goals=[late], consents=[yes(late)]), TODAY)
    assert (thing.code, thing.action, thing.facts["days"]) == ("missed", "open_goal", 30)


def test_the_day_of_a_talk_is_reminded_of_from_that_day_on() -> None:
    assert code(goals=[goal(review=iso(1))], artefacts=[SHOWN], profile=[LIKES]) == "free"
    for days in (0, -9):
        assert code(goals=[goal(review=iso(days))], artefacts=[SHOWN], profile=[LIKES]) == "review"
    assert code(goals=[goal(review="2026-02-31")], artefacts=[SHOWN], profile=[LIKES]) == "free"


def test_a_wish_is_told_while_it_is_news_and_the_words_are_the_same() -> None:
    wish = yes(goal()).model_copy(update={"says": "wish", "text": "Say when"})
    thing = next_thing(Desk(goals=[goal()], consents=[wish], wished=["g1"]), TODAY)
    assert (thing.code, thing.facts["text"]) == ("wished", "Say when")
    assert code(goals=[goal()], consents=[wish]) != "wished"
    assert code(goals=[goal(measure="Other")], consents=[wish], wished=["g1"]) != "wished"


def test_what_a_grown_up_proposes_is_asked_until_the_learner_answers() -> None:
    theirs = goal(state="proposed", _by="family", _who="d")
    thing = next_thing(Desk(goals=[theirs]), TODAY)
    assert (thing.code, thing.facts["by"], thing.facts["who"]) == ("asked", "family", "d")
    own = yes(theirs).model_copy(update={"by": "learner"})
    assert code(goals=[theirs], consents=[yes(theirs)]) == "asked"  # a teacher's yes is not the learner's
    assert code(goals=[theirs], consents=[own]) != "asked"


def test_an_agreed_goal_is_not_asked_to_be_clearer() -> None:
    soon = goal(due="soon")
    assert code(goals=[soon]) == "clearer"
    assert code(goals=[soon], consents=[yes(soon)]) != "clearer"


def test_the_plan_leaves_out_what_is_offered_and_puts_done_last() -> None:
    goals = [goal(1, due=iso(20)), goal(2, due=iso(10)), goal(3, due=iso(40))]
    desk = Desk(goals=goals, checkins=[tap(0, "g2")], feedback=[question(1, 2), question(2, 1)])
    rows = plan(desk, TODAY, offered=next_thing(desk, TODAY))
    assert [(r.kind, r.rec, r.done) for r in rows] == [
        ("answer", "q2", False),
        ("check_in", "g1", False),
        ("check_in", "g3", False),
        ("check_in", "g2", True),
    ]


@given(
    st.lists(st.builds(goal, st.integers(1, 9), st.integers(0, 60)), max_size=9, unique_by=lambda g: g.id),
    st.lists(st.builds(tap, st.integers(0, 20), st.sampled_from(["g1", "g2"])), max_size=6),
    st.lists(st.builds(question, st.integers(1, 9), st.integers(0, 9)), max_size=6),
)
def test_always_one_thing_and_the_same_for_the_same_book(
    goals: list[Goal], checkins: list[CheckIn], feedback: list[Feedback]
) -> None:
    desk = Desk(goals=goals, checkins=checkins, feedback=feedback)
    mirrored = Desk(goals=goals[::-1], checkins=checkins[::-1], feedback=feedback[::-1])
    thing = next_thing(desk, TODAY)
    assert thing == next_thing(mirrored, TODAY)
    rows = plan(desk, TODAY, offered=thing)
    assert len(rows) <= PLAN_ROWS
    assert all((row.kind, row.rec) != (thing.action, thing.rec) for row in rows)


def test_looking_back_at_the_week_stands_after_the_voices_and_before_the_goals() -> None:
    desk = Desk(goals=[goal(1), goal(2)], feedback=[question(1, 1)], artefacts=[SHOWN], look_back=True)
    assert [row.kind for row in plan(desk, TODAY)] == ["answer", "reflect", "check_in", "check_in"]
    assert all(row.kind != "reflect" for row in plan(Desk(goals=[goal(1)]), TODAY))


def day_of_plan(*sessions: Session, rest: bool = False) -> DayPlan:
    noted = (Day(id=TODAY.isoformat(), rest=rest),)
    return week_plan(None, sessions, noted, monday_of(TODAY), TODAY).days[TODAY.weekday()]


def session(name: str, **values: Any) -> Session:
    return Session.model_validate(
        {"id": name, "title": name, "day": TODAY.isoformat(), "block": "any", **values}
    )


def test_what_the_learner_planned_for_today_comes_before_what_a_rule_finds() -> None:
    day = day_of_plan(session("done", state="done"), session("drum", place=1), session("read", place=2))
    desk = Desk(goals=[goal(due=iso(1))], day=day)
    offered = next_thing(desk, TODAY)
    assert (offered.code, offered.rec, offered.facts["title"]) == ("planned", "drum", "drum")
    rows = plan(desk, TODAY, offered=offered)
    assert [(row.kind, row.rec, row.done) for row in rows] == [
        ("planned", "read", False),
        ("check_in", "g1", False),
        ("planned", "done", True),
    ]


def test_people_come_before_plans_and_a_day_of_rest_asks_for_nothing() -> None:
    asked = Feedback.model_validate({"id": "f", "kind": "question", "text": "Why?", "_by": "teacher"})
    assert next_thing(Desk(feedback=[asked], day=day_of_plan(session("drum"))), TODAY).code == "answer"
    resting = Desk(goals=[goal()], day=day_of_plan(session("drum"), rest=True))
    assert next_thing(resting, TODAY).code != "planned"


def test_a_full_day_is_shown_whole_and_a_goal_in_it_once() -> None:
    many = [session(f"s{n}", place=n, goal="g1" if n == 0 else "") for n in range(6)]
    desk = Desk(goals=[goal(), goal(2)], day=day_of_plan(*many), left_over=2)
    kinds = [row.kind for row in plan(desk, TODAY)]
    assert kinds == ["planned"] * 6 + ["left"]
    few = Desk(goals=[goal(), goal(2)], day=day_of_plan(many[0]))
    assert [(row.kind, row.rec) for row in plan(few, TODAY)] == [("planned", "s0"), ("check_in", "g2")]


def test_a_survey_somebody_asks_for_waits_in_the_plan() -> None:
    wish = Feedback.model_validate({"id": "f", "about": "q1", "about_col": "quizzes", "_by": "teacher"})
    assert [(row.kind, row.rec) for row in plan(Desk(asked=[wish]), TODAY)] == [("quiz", "q1")]


def test_a_way_in_hand_is_where_one_goes_on_until_something_becomes_of_it() -> None:
    begun = Choice.model_validate({"id": "c", "title": "Map it", "activity": "a", "state": "started"})
    assert (next_thing(Desk(begun=[begun]), TODAY).code, next_thing(Desk(), TODAY).code) == (
        "begun",
        "first_goal",
    )
    offered = next_thing(Desk(begun=[begun], goals=[goal(due=iso(1))]), TODAY)
    assert offered.code == "due_soon"
    rows = plan(Desk(begun=[begun], goals=[goal(due=iso(1))]), TODAY, offered=offered)
    assert [(row.kind, row.rec) for row in rows] == [("begun", "a")]
    assert plan(Desk(begun=[begun]), TODAY, offered=next_thing(Desk(begun=[begun]), TODAY)) == ()
    day = day_of_plan(session("s", activity="a"))
    assert [row.kind for row in plan(Desk(begun=[begun], day=day), TODAY)] == ["planned"]
