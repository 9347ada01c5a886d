"""The trail: what is near is drawn, the rest is counted, and everything has one place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.graph import Graph
from app.domain.library import MasteryCriterion
from app.domain.mastery import Tally
from app.domain.pieces import Piece
from app.domain.trail import BEHIND, HERE, LATER, MOST, NEXT, Land, Trail, trail

ROAD = ("a", "b", "c", "d", "e")
GRAPH = Graph([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")])


def land(
    levels: dict[str, int],
    graph: Graph = GRAPH,
    order: tuple[str, ...] = ROAD,
    wanted: frozenset[str] = frozenset(),
) -> Land:
    """Mastered where 3, begun below; later pieces for later names."""
    tally = Tally(lambda _: MasteryCriterion(pieces=1, kinds=1))
    for at, (name, level) in enumerate(levels.items(), 1):
        tally.add(Piece(f"w-{name}", name, "photo", at, level, True))
    return Land(order, tally.level, tally.met, tally.standing, graph.before, graph.after, wanted)


def places(found: Trail) -> list[tuple[str, str]]:
    return [(one.competency, one.place) for one in found.stations]


def test_behind_here_next_later_in_walking_order() -> None:
    found = trail(land({"a": 3, "b": 2}))
    assert places(found) == [("a", BEHIND), ("b", HERE), ("c", LATER), ("d", LATER), ("e", LATER)]
    assert [one.after for one in found.stations] == ["", "", "b", "c", "d"]


def test_mastery_opens_what_comes_after() -> None:
    assert places(trail(land({"a": 3, "b": 3})))[2] == ("c", NEXT)


def test_what_a_goal_wants_comes_first_then_what_was_just_opened() -> None:
    graph = Graph([("m", "n9")])
    order = ("m", *(f"n{n}" for n in range(10)))
    opened = trail(land({"m": 3}, graph, order))
    assert next(one.competency for one in opened.stations if one.place == NEXT) == "n9"
    wanted = trail(land({"m": 3}, graph, order, frozenset({"n5"})))
    assert next(one.competency for one in wanted.stations if one.place == NEXT) == "n5"


def test_the_latest_of_what_lies_behind_is_drawn() -> None:
    order = tuple(f"m{n}" for n in range(8))
    found = trail(land(dict.fromkeys(reversed(order), 3), Graph(), order))
    assert places(found) == [("m2", BEHIND), ("m1", BEHIND), ("m0", BEHIND)]
    assert found.more(BEHIND) == 5


NAMES = st.sampled_from([f"c{n}" for n in range(30)])


@settings(deadline=None)
@given(st.dictionaries(NAMES, st.integers(0, 3)), st.lists(st.tuples(NAMES, NAMES)))
def test_everything_has_one_place_and_only_so_much_is_drawn(
    levels: dict[str, int], links: list[tuple[str, str]]
) -> None:
    order = tuple(f"c{n}" for n in range(30))
    found = trail(land(levels, Graph(links), order))
    drawn = [one.competency for one in found.stations]
    assert len(drawn) == len(set(drawn))
    assert sum(found.counts.values()) == len(order)
    for place, most in MOST.items():
        assert sum(1 for one in found.stations if one.place == place) <= most
        assert found.more(place) >= 0
    assert all(one.after if one.place == LATER else not one.after for one in found.stations)
