"""Levels: by example, and as a fold that order and history do not touch."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.learning import MASTERY_LEVELS, WENT, Assessment
from app.domain.library import MasteryCriterion
from app.domain.mastery import Tally
from app.domain.models import Artefact, Evidence
from app.domain.pieces import Fact, OwnView, Piece, Retry, Work, facts_of, work_of
from app.domain.standing import Standing, sound

DAY = 86_400_000
DEFAULT = MasteryCriterion()


def tally(*facts: Fact, criterion: MasteryCriterion = DEFAULT) -> Tally:
    made = Tally(lambda _: criterion)
    made.update(facts)
    return made


def piece(n: int, level: int = 3, kind: str = "photo", *, eyes: bool = True, day: int | None = None) -> Piece:
    return Piece(f"w{n}", "c", kind, (n if day is None else day) * DAY, level, eyes)


def of(*facts: Fact, criterion: MasteryCriterion = DEFAULT) -> Standing:
    return tally(*facts, criterion=criterion).standing("c")


def test_nothing_shown_is_unseen_and_something_shown_is_begun() -> None:
    assert of().level == "unseen"
    shown = of(piece(1, 0))
    assert (shown.level, shown.waiting, shown.need.pieces) == ("begun", 1, 3)


def test_two_good_pieces_of_one_kind_are_growing_and_say_what_is_left() -> None:
    standing = of(piece(1), piece(2))
    assert (standing.level, standing.good, standing.kinds) == ("growing", 2, 1)


def test_three_pieces_of_two_kinds_seen_by_somebody_are_mastered() -> None:
    standing = of(piece(1, eyes=False), piece(2, kind="words", eyes=False), piece(5))
    assert (standing.level, standing.reached) == ("mastered", 5 * DAY)


def test_it_is_reached_when_the_last_thing_asked_for_is_there() -> None:
    photos = [piece(n) for n in (1, 2, 3)]
    assert of(*photos, piece(9, kind="words")).reached == 9 * DAY
    blind = [piece(n, kind=kind, eyes=False) for n, kind in enumerate(("photo", "words", "link"), 1)]
    assert of(*blind, piece(7)).reached == 7 * DAY


def test_a_missing_kind_or_missing_eyes_hold_it_back() -> None:
    assert of(piece(1), piece(2), piece(3)).level == "growing"
    blind = of(*(piece(n, kind=k, eyes=False) for n, k in enumerate(("photo", "words", "link"))))
    assert (blind.level, blind.eyes) == ("growing", 0)


def test_what_is_judged_below_does_not_count_and_two_of_them_in_a_row_are_low() -> None:
    standing = of(piece(1, 3), piece(2, 1), piece(3, 1))
    assert (standing.good, standing.low, standing.level) == (1, 2, "growing")
    assert of(piece(1, 1), piece(2, 1), piece(3, 2)).low == 0


def test_an_own_view_stands_beside_and_changes_nothing() -> None:
    without = of(piece(1, 1))
    own = of(piece(1, 1), OwnView("w1", "c", DAY, 4))
    assert (own.own, own.level, own.good) == (4, without.level, without.good)


MASTERED = (piece(1), piece(2, kind="words"), piece(3))


def test_only_a_failed_revisit_takes_mastery_back_until_something_goes_well() -> None:
    failed = Retry("r1", "c", 10 * DAY, "again")
    assert of(*MASTERED, Retry("r0", "c", 9 * DAY, "hard")).level == "mastered"
    faded = of(*MASTERED, failed)
    assert (faded.level, faded.faded) == ("growing", True)
    assert of(*MASTERED, failed, Retry("r2", "c", 11 * DAY, "good")).level == "mastered"
    assert of(*MASTERED, failed, piece(12)).level == "mastered"
    assert of(*MASTERED, failed, piece(12, 1)).level == "growing"
    assert of(*MASTERED, Retry("r1", "c", 2 * DAY, "again")).level == "mastered"  # before it was reached


def test_pieces_far_apart_do_not_reach_it_together_but_time_alone_takes_nothing_back() -> None:
    near = MasteryCriterion(days=30)
    apart = of(piece(1), piece(2, kind="words"), piece(3, day=90), criterion=near)
    assert (apart.level, apart.together) == ("growing", False)
    assert of(*MASTERED, criterion=near).level == "mastered"
    assert of(*MASTERED, piece(9, 0, day=4000), criterion=near).level == "mastered"


def test_days_say_how_old_the_oldest_may_be_when_the_last_is_judged() -> None:
    near = MasteryCriterion(days=30)
    older = (piece(1), piece(2, kind="words", day=20))
    assert of(*older, piece(3, day=31), criterion=near).reached == 31 * DAY
    assert of(*older, piece(3, day=32), criterion=near).reached == 0
    assert of(*older, piece(3, day=32), piece(4, day=40), criterion=near).reached == 40 * DAY


@pytest.mark.parametrize(
    "odd",
    [MasteryCriterion(pieces=0, kinds=0, level=0, others=0), MasteryCriterion(pieces=-3, kinds=9, others=9)],
)
def test_a_criterion_of_nothing_still_asks_for_one_good_piece(odd: MasteryCriterion) -> None:
    assert of(criterion=odd).level == "unseen"
    assert of(piece(1, 4), criterion=odd).level == "mastered"


def test_a_criterion_of_too_much_can_be_met() -> None:
    asked = sound(MasteryCriterion(pieces=2**53, kinds=2**53, level=2**53, others=2**53, days=2**53))
    many = (piece(n, 4, f"k{n % 5}", day=n) for n in range(asked.pieces))
    assert of(*many, criterion=asked).level == "mastered"


def evidence(rec: str, artefact: str = "", *names: str, at: int = 1, sure: str = "") -> Evidence:
    values = {"artefact": artefact, "competencies": names, "sure": sure, "_at": at, "_by": "learner"}
    return Evidence.model_validate({"id": rec, **values})


def says(rec: str, by: str, level: int, at: int = 5, **values: object) -> Assessment:
    found = {"kind": "formative", "evidence": "e", "levels": {"c": level}, **values}
    return Assessment.model_validate({"id": rec, "_by": by, "_who": f"{by}-device", "_at": at, **found})


PHOTO = Artefact.model_validate({"id": "a", "kind": "photo"})


def work(*judged: Assessment, artefact: Artefact | None = PHOTO) -> tuple[Fact, ...]:
    return facts_of(Work("a", artefact, (evidence("e", "a", "c"), evidence("e2", "a", "c")), judged))


def test_a_work_shown_twice_is_one_piece() -> None:
    assert work() == (Piece("a", "c", "photo", 1),)


def test_each_judge_counts_once_and_a_teacher_goes_before_the_family() -> None:
    (found,) = work(says("1", "teacher", 1), says("2", "teacher", 3, at=6), says("3", "family", 4, at=9))
    assert found == Piece("a", "c", "photo", 6, 3, eyes=True)
    (taken_back,) = work(says("1", "teacher", 3), says("2", "teacher", 0, at=6), says("3", "family", 2))
    assert taken_back == Piece("a", "c", "photo", 5, 2, eyes=True)


def test_what_learners_say_of_their_own_work_is_never_a_judgement() -> None:
    for one in (says("1", "learner", 4), says("1", "teacher", 4, kind="self")):
        assert Piece("a", "c", "photo", 1) in work(one)
    own = facts_of(Work("a", PHOTO, (evidence("e", "a", "c", sure="teach"),), ()))
    assert OwnView("a", "c", 1, 3) in own


def test_a_friend_and_a_test_count_without_being_a_grown_ups_eyes() -> None:
    (friend,) = work(says("1", "learner", 3, kind="peer", peer="Sam"))
    (test,) = work(says("1", "learner", 4, quiz="q"))
    assert isinstance(friend, Piece)
    assert isinstance(test, Piece)
    assert (friend.level, friend.eyes, test.level, test.eyes) == (3, False, 4, False)


def test_a_work_taken_out_gives_nothing_and_a_level_from_nowhere_is_cut() -> None:
    assert work(says("1", "teacher", 3), artefact=None) == ()
    (found,) = work(says("1", "teacher", 900))
    assert isinstance(found, Piece)
    assert found.level == 4


def test_a_judgement_of_what_is_not_here_waits_and_one_alone_is_a_piece_itself() -> None:
    waits = says("1", "teacher", 3)
    assert work_of(waits, {}) == "e"
    assert facts_of(Work("e", None, (), (waits,))) == ()
    assert work_of(waits, {"e": evidence("e", "a", "c")}) == "a"
    alone = says("1", "teacher", 3, evidence="", kind="observation")
    assert facts_of(Work("1", None, (), (alone,))) == (Piece("1", "c", "observation", 5, 3, eyes=True),)


FACTS = st.one_of(
    st.builds(
        Piece,
        st.uuids().map(str),
        st.sampled_from(("c", "d")),
        st.sampled_from(("photo", "words", "quiz")),
        st.integers(0, 2**45),
        st.integers(0, 4),
        st.booleans(),
    ),
    st.builds(
        OwnView, st.uuids().map(str), st.sampled_from(("c", "d")), st.integers(0, 99), st.integers(1, 4)
    ),
    st.builds(
        Retry,
        st.uuids().map(str),
        st.sampled_from(("c", "d")),
        st.integers(0, 2**45),
        st.sampled_from(WENT),
    ),
)
CRITERIA = st.builds(
    MasteryCriterion,
    pieces=st.integers(0, 4),
    kinds=st.integers(0, 3),
    level=st.integers(0, 5),
    others=st.integers(0, 3),
    days=st.sampled_from((0, 0, 30, 4000)),
)


@settings(deadline=None)
@given(st.lists(FACTS, unique_by=lambda fact: fact.id), CRITERIA, st.integers(), st.data())
def test_equal_sets_give_equal_levels_whatever_came_and_left(
    facts: list[Fact], criterion: MasteryCriterion, seed: int, data: st.DataObject
) -> None:
    mixed = random.Random(seed).sample(facts, len(facts))
    gone = data.draw(st.lists(st.sampled_from(facts), unique=True)) if facts else []
    kept = [fact for fact in facts if fact not in gone]
    fresh, worn = tally(*kept, criterion=criterion), tally(criterion=criterion)
    for fact in mixed:
        worn.add(fact)
        worn.standing("c")
    for fact in gone:
        worn.remove(fact)
    for name in ("c", "d"):
        assert worn.standing(name) == fresh.standing(name)
        assert fresh.level(name) in MASTERY_LEVELS


@settings(deadline=None)
@given(st.lists(FACTS, unique_by=lambda fact: fact.id), CRITERIA)
def test_a_good_piece_more_never_lowers_a_level(facts: list[Fact], criterion: MasteryCriterion) -> None:
    made = tally(*facts, criterion=criterion)
    before = MASTERY_LEVELS.index(made.level("c"))
    made.add(Piece("one-more", "c", "photo", 2**46, 4, eyes=True))
    assert MASTERY_LEVELS.index(made.level("c")) >= before


def test_taking_out_what_was_never_put_in_is_an_error() -> None:
    with pytest.raises(KeyError):
        tally().remove(piece(1))


def test_what_nobody_has_begun_asks_for_what_it_asks_now() -> None:
    asks = {"a": MasteryCriterion(pieces=3), "b": MasteryCriterion(pieces=3)}
    tally = Tally(lambda name: asks[name])
    tally.add(Piece("w", "b", "photo", 1, 3, True))
    assert [tally.standing(name).need.pieces for name in ("a", "b")] == [3, 3]
    asks = {name: MasteryCriterion(pieces=1) for name in asks}
    tally.ask_anew()
    assert tally.standing("a").need.pieces == 1
