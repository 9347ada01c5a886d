"""The next step: why, in which order, what struggling leads to, and that the weights are obeyed."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.learning import Choice
from app.domain.library import Activity, MasteryCriterion
from app.domain.likes import liked_interest, liked_preference, said
from app.domain.mastery import Tally
from app.domain.models import CheckIn, Goal
from app.domain.next_step import LOOKED_AT, MOST_SUGGESTED, next_steps
from app.domain.pieces import Piece, Retry
from app.domain.struggling import left_often, stuck_goals
from app.domain.suggestion import Scene, Suggestion, Went
from app.domain.weights import MOST, NAMES, Weights, weights_of

DAY = 86_400_000
NOW = 400 * DAY
PATH = ("count", "add", "times", "share", "ratio")
BEFORE = {"add": ("count",), "times": ("add",), "share": ("times",), "ratio": ("times", "share")}


def way(rec: str, modality: str = "", **values: object) -> Activity:
    return Activity.model_validate({"id": rec, "modality": modality, **values})


def tally(**levels: int) -> Tally:
    """Mastered where 3, else one piece of that level; shown yesterday."""
    made = Tally(lambda _: MasteryCriterion(pieces=1, kinds=1))
    for name, level in levels.items():
        made.add(Piece(f"w-{name}", name, "photo", NOW - DAY, level, True))
    return made


def scene(
    counted: Tally | None = None, ways: Mapping[str, Sequence[Activity]] | None = None, **rest: object
) -> Scene:
    made, known = counted or tally(), ways or {}
    base = Scene(
        order=PATH,
        now=NOW,
        level=made.level,
        met=made.met,
        standing=made.standing,
        before=lambda name: BEFORE.get(name, ()),
        ways=lambda name: known.get(name, ()),
    )
    return replace(base, **rest)  # type: ignore[arg-type]


def first(of: Scene, weights: Weights | None = None) -> Suggestion:
    return next_steps(of, weights or Weights())[0]


def codes(one: Suggestion) -> list[str]:
    return [reason.code for reason in one.reasons]


def test_a_new_learner_begins_where_nothing_is_needed_before() -> None:
    (only,) = next_steps(scene(), Weights())
    assert (only.kind, only.competency) == ("begin", "count")


def test_mastered_leads_on_and_says_by_what() -> None:
    one = first(scene(tally(count=3)))
    assert (one.kind, one.competency, codes(one)) == ("begin", "add", ["prerequisites"])
    assert one.reasons[0].facts["competency"] == "count"


def test_what_is_growing_goes_before_what_is_new_and_rests_are_noticed() -> None:
    made = tally(count=3)
    made.add(Piece("w", "times", "photo", NOW - 30 * DAY, 2, True))
    one = first(scene(made))
    assert (one.kind, one.competency, codes(one)) == ("go_on", "times", ["growing", "rested"])
    assert one.reasons[1].facts["days"] == 30


def test_a_faded_prerequisite_closes_nothing() -> None:
    made = tally(count=3)
    made.add(Retry("r", "count", NOW, "again"))
    assert "add" in [one.competency for one in next_steps(scene(made), Weights())]


def test_the_three_ifs_of_the_sentence_are_its_reasons() -> None:
    ways = {
        "add": (
            way("a", "read"),
            way("b", "play", interests=("football",), settings=("quiet",)),
        )
    }
    liking = scene(
        tally(count=3), ways, interests=said(["Football"]), preferences=said(["quiet mornings work for me"])
    )
    one = first(liking)
    assert (one.activity, one.others) == ("b", ("a",))
    assert codes(one) == ["prerequisites", "interest", "preference"]
    assert [reason.facts.get("text") for reason in one.reasons[1:]] == [
        "Football",
        "quiet mornings work for me",
    ]


def test_a_goal_draws_its_competency_to_the_front_only_where_it_is_open() -> None:
    assert first(scene(tally(count=3, add=3), goals={"times": "g"})).competency == "times"
    closed = next_steps(scene(tally(count=3), goals={"ratio": "g"}), Weights())
    assert "ratio" not in [one.competency for one in closed]


def test_todays_places_accommodations_and_the_past_choose_the_way() -> None:
    out, table, helped = (
        way("o", settings=("outdoors",)),
        way("t", "make", settings=("table",)),
        way("h", "talk"),
    )
    ways = {"count": (out, table, helped)}
    assert first(scene(ways=ways, settings=frozenset({"table"}))).activity == "t"
    helping = {"count": (out, helped.model_copy(update={"supports": ("read_aloud",)}))}
    assert first(scene(ways=helping, acts=frozenset({"read_aloud"}))).activity == "h"
    assert first(scene(ways=ways, went={"talk": Went(well=2)})).activity == "h"
    assert first(scene(ways=ways, went={"": Went(badly=1), "make": Went(badly=1)})).activity == "h"
    done = [Choice(id="1", activity="o", state="done")]
    assert first(scene(ways=ways, chosen=done)).activity == "t"


def test_two_low_pieces_in_a_row_lead_to_support() -> None:
    made = tally(count=3, times=2)
    made.update([Piece("x", "share", "photo", NOW - n * DAY, 1, True) for n in (1,)])
    made.add(Piece("y", "share", "words", NOW - 2 * DAY, 1, True))
    ways = {"share": (way("r", "read"), way("p", "play"))}
    left = [Choice(id="1", activity="r", competencies=("share",), state="left")]
    one = first(scene(made, ways, chosen=left, person="teacher-1"))
    assert (one.kind, one.competency, one.before, one.person) == ("support", "share", "times", "teacher-1")
    assert one.activity == "p"
    assert codes(one)[0] == "struggling_low"
    assert "other_way" in codes(one)


def checkin(rec: str, feeling: str, at: int) -> CheckIn:
    return CheckIn.model_validate({"id": rec, "goal": "g", "feeling": feeling, "_at": at})


def test_two_stuck_check_ins_in_a_row_lead_to_support() -> None:
    goal = Goal(id="g", competencies=("add",))
    stuck = [checkin("a", "on_my_way", 1), checkin("b", "stuck", 2), checkin("c", "stuck", 3)]
    assert stuck_goals([goal], {"g": stuck}) == {"add": "g"}
    assert stuck_goals([goal], {"g": [*stuck, checkin("d", "done", 4)]}) == {}
    assert stuck_goals([goal], {"g": stuck[:2]}) == {}
    assert stuck_goals([goal.model_copy(update={"state": "achieved"})], {"g": stuck}) == {}
    one = first(scene(tally(count=3), goals={"add": "g"}, stuck={"add": "g"}))
    assert (one.kind, one.before) == ("support", "count")


def choice(rec: str, state: str, changed: int) -> Choice:
    return Choice.model_validate({"id": rec, "competencies": ["add"], "state": state, "_changed": changed})


def test_ways_left_twice_lead_to_support_until_one_is_done() -> None:
    left = [choice("a", "left", 1), choice("b", "left", 2)]
    assert left_often(left) == {"add"}
    assert left_often(left[:1]) == frozenset()
    assert left_often([*left, choice("c", "done", 3)]) == frozenset()
    assert first(scene(tally(count=3), left=frozenset({"add"}))).kind == "support"


def test_a_way_left_twice_is_noticed_however_far_down_the_path() -> None:
    path = tuple(f"c{n:02}" for n in range(60))
    far = scene(order=path, left=frozenset({path[50]}))
    assert (first(far).kind, first(far).competency) == ("support", path[50])


def test_one_look_back_at_most_and_none_with_its_weight_at_nothing() -> None:
    looking = scene(tally(count=3, add=2), due=("count", "share"))
    assert [one.competency for one in next_steps(looking, Weights()) if one.kind == "revisit"] == ["count"]
    assert all(one.kind != "revisit" for one in next_steps(looking, Weights(revisit=0)))


def test_a_weight_of_nothing_leaves_its_reason_out() -> None:
    silent = Weights(**dict.fromkeys(NAMES, 0))
    made = tally(count=3, times=1)
    ways = {"add": (way("a", "read", interests=("bees",)),)}
    for one in next_steps(scene(made, ways, goals={"add": "g"}, interests=said(["bees"])), silent):
        assert (one.points, one.reasons) == (0, ())


def test_what_is_looked_at_is_what_has_most_points_not_what_comes_first() -> None:
    plain = tuple(f"p{n}" for n in range(LOOKED_AT))
    opened = tuple(f"o{n}" for n in range(LOOKED_AT))
    made = scene(tally(count=3), goals=dict.fromkeys((*plain, *opened), "g"), order=(*plain, *opened))
    made = replace(made, before=lambda name: ("count",) if name in opened else ())
    assert [one.competency for one in next_steps(made, Weights())] == ["o0", "o1", "o2"]


def test_weights_from_a_library_are_kept_within_bounds() -> None:
    assert weights_of({"goal": 99, "interest": -4, "unknown": 3}) == Weights(goal=MOST, interest=0)
    assert weights_of({}) == Weights()
    assert all(0 <= getattr(Weights(), one.name) <= MOST for one in fields(Weights))


@pytest.mark.parametrize(
    ("text", "found"),
    [("By making things", "By making things"), ("In the garden", "In the garden"), ("In the morning", "")],
)
def test_preferences_meet_ways_by_their_words(text: str, found: str) -> None:
    assert liked_preference(way("a", "make", settings=("outdoors",)), said([text])) == found


def test_a_template_takes_any_interest_and_words_meet_in_any_language() -> None:
    assert liked_interest(way("a", template=True), said(["النحل"])) == "النحل"
    assert liked_interest(way("a", interests=("النحل",)), said(["أحب النحل"])) == "أحب النحل"
    assert liked_interest(way("a", title="Count bees"), said(["Football"])) == ""


NAMED = st.sampled_from([f"c{n}" for n in range(60)])


@settings(deadline=None)
@given(
    st.dictionaries(NAMED, st.integers(0, 3), max_size=40),
    st.dictionaries(NAMED, st.lists(NAMED, max_size=3).map(tuple), max_size=30),
    st.dictionaries(NAMED, st.just("g"), max_size=10),
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, MOST)).map(weights_of),
)
def test_points_are_the_sum_of_reasons_and_the_best_are_found(
    levels: dict[str, int], before: dict[str, tuple[str, ...]], goals: dict[str, str], weights: Weights
) -> None:
    order = [f"c{n}" for n in range(60)]
    made = scene(tally(**levels), goals=goals, stuck=goals, order=order)
    made = replace(made, before=lambda name: before.get(name, ()))
    found = next_steps(made, weights)
    assert found == next_steps(made, weights)
    assert len(found) <= MOST_SUGGESTED < LOOKED_AT
    points = [sum(reason.points for reason in one.reasons) for one in found]
    assert points == [one.points for one in found] == sorted(points, reverse=True)
    for one in found:
        assert made.level(one.competency) != "mastered"
        rival = next_steps(replace(made, order=[one.competency]), weights)
        assert rival[0].points == one.points
