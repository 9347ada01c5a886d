"""Works put together, and what a visitor is shown of them."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.collecting import best_of, by_competency, by_goal, by_month, on_shelf, with_work
from app.domain.days import utc_day
from app.domain.learning import Shelf
from app.domain.models import Artefact, Evidence, Feedback, Goal
from app.domain.presenting import presentable, slide_of, step

DAY = 86_400_000


def work(number: int, day: int = 0, **values: Any) -> Artefact:
    return Artefact.model_validate({"id": f"a{number}", "_at": day * DAY, "kind": "words", **values})


def shown(number: int, artefact: str, **values: Any) -> Evidence:
    base = {"id": f"e{number}", "_at": number, "_by": "learner", "artefact": artefact}
    return Evidence.model_validate(base | values)


def said(kind: str, by: str = "teacher", text: str = "You kept going.") -> Feedback:
    return Feedback.model_validate({"id": f"f-{kind}-{by}", "_by": by, "kind": kind, "text": text})


def test_works_are_put_together_by_goal_the_newest_first() -> None:
    works = [work(1, 1), work(2, 5), work(3, 3)]
    evidence = [shown(1, "a1", goal="g1"), shown(2, "a3", goal="g1"), shown(3, "a2", goal="g2")]
    groups = by_goal(works, [*evidence, shown(4, "a2", goal="g2"), shown(5, "gone", goal="g3")])
    assert [(one.about, one.artefacts) for one in groups] == [("g2", ("a2",)), ("g1", ("a3", "a1"))]


def test_a_work_shows_the_competencies_of_its_evidence_and_of_its_goals() -> None:
    goals = [Goal.model_validate({"id": "g1", "competencies": ["c2"]})]
    evidence = [shown(1, "a1", competencies=["c1"]), shown(2, "a1", goal="g1")]
    groups = by_competency([work(1)], evidence, goals)
    assert {one.about: one.artefacts for one in groups} == {"c1": ("a1",), "c2": ("a1",)}


@given(st.lists(st.tuples(st.integers(0, 900), st.booleans()), max_size=15))
def test_every_work_stands_in_one_month_and_the_best_are_those_that_were_chosen(
    made: list[tuple[int, bool]],
) -> None:
    works = [work(n, day, best=best) for n, (day, best) in enumerate(made)]
    groups = by_month(works, utc_day)
    assert sorted(rec for one in groups for rec in one.artefacts) == sorted(one.id for one in works)
    assert [one.about for one in groups] == sorted({one.about for one in groups}, reverse=True)
    chosen = {rec for one in best_of(works) for rec in one.artefacts}
    assert chosen == {one.id for one in works if one.best}
    assert all(one.artefacts for one in (*groups, *best_of(works)))


def test_a_shelf_keeps_its_own_order_without_what_is_gone() -> None:
    shelf = Shelf.model_validate({"id": "s1", "artefacts": ["a2", "gone", "a1", "a2"]})
    assert on_shelf(shelf, {"a1": work(1), "a2": work(2)}) == ("a2", "a1")


@given(st.lists(st.sampled_from("abcd"), unique=True), st.sampled_from("abcd"))
def test_putting_on_and_taking_off_touch_no_other_work(on: list[str], rec: str) -> None:
    put = with_work(on, rec, True)
    assert put == tuple(on) if rec in on else put == (*on, rec)
    off = with_work(put, rec, False)
    assert off == tuple(one for one in on if one != rec)


def words_of(col: str, rec: str) -> str:
    return {"goals": "Swim 25 metres", "competencies": "I can float"}.get(col, "") if rec != "gone" else ""


def test_a_slide_says_what_the_work_shows_and_why_it_was_chosen() -> None:
    best = work(1, best=True, why_best="I did not give up.")
    evidence = [
        shown(1, "a1", goal="g1", narrative="I swam it.", supports=["extra_time"], sure="begun"),
        shown(2, "a1", goal="gone", competencies=["c1", "c1"]),
        shown(3, "a1", narrative="She needs a lot of help.", _by="teacher"),
    ]
    slide = slide_of(best, evidence, words_of)
    assert (slide.why, slide.says) == ("I did not give up.", ("I swam it.",))
    assert slide.shows == ("Swim 25 metres", "I can float")
    assert slide_of(work(1, why_best="No longer"), evidence, words_of).why == ""


def test_voices_are_shown_only_where_the_learner_wants_it_and_only_kind_ones() -> None:
    feedback = [said(kind) for kind in ("well_done", "question", "next_step", "comment")]
    feedback.append(said("comment", "learner"))
    assert slide_of(work(1), [], words_of, feedback).voices == ()
    voices = slide_of(work(1), [], words_of, feedback, voices=True).voices
    assert [one.id for one in voices] == ["f-well_done-teacher", "f-comment-teacher"]


def test_what_grown_ups_saw_and_what_quizzes_say_is_not_for_every_visitor() -> None:
    seen, result = work(1, kind="observation"), work(2, kind="result")
    assert not presentable(seen, "own", voices=False)
    assert presentable(seen, "goal", voices=True)
    assert [presentable(result, kind, voices=True) for kind in ("goal", "time", "best", "own")] == [
        False,
        False,
        True,
        True,
    ]
    assert presentable(work(3), "time", voices=False)


@given(st.integers(0, 9), st.integers(-3, 3), st.integers(0, 8))
def test_one_never_goes_beyond_the_slides(place: int, by: int, count: int) -> None:
    assert 0 <= step(place, by, [None] * count) <= count
