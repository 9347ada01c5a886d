"""Prerequisites and hierarchies stay usable whatever links a framework has."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.graph import Graph
from app.domain.tree import Tree, rings_broken

NAMES = st.sampled_from("abcdefgh")
PAIRS = st.lists(st.tuples(NAMES, NAMES), max_size=24)
PARENTS = st.dictionaries(NAMES, st.sampled_from(["", *"abcdefgh", "nowhere"]), max_size=8)


def test_neighbours_and_all_after() -> None:
    graph = Graph([("count", "add"), ("add", "times"), ("count", "times"), ("times", "ratio")])
    assert graph.before("times") == ("add", "count")
    assert graph.after("count") == ("add", "times")
    assert graph.all_after("add") == ("times", "ratio")
    assert graph.all_after("count") == ("add", "times", "ratio")
    assert graph.rings == ()


def test_a_ring_holds_nobody_back_and_is_told() -> None:
    graph = Graph([("a", "b"), ("b", "c"), ("c", "a"), ("start", "a"), ("c", "end")])
    assert graph.rings == (("a", "b", "c"),)
    assert graph.before("a") == ("start",)
    assert graph.before("b") == graph.before("c") == ()
    assert graph.before("end") == ("c",)


def test_doubles_itself_and_ends_that_are_not_here() -> None:
    graph = Graph([("a", "b"), ("a", "b"), ("a", "a"), ("a", "gone"), ("gone", "b")], known={"a", "b"})
    assert (graph.before("b"), graph.after("a"), graph.before("a")) == (("a",), ("b",), ())


def test_a_long_row_and_a_long_ring_do_not_exhaust_the_stack() -> None:
    row = [(str(i), str(i + 1)) for i in range(20_000)]
    assert len(Graph(row).all_after("0")) == 20_000
    assert len(Graph([*row, ("20000", "0")]).rings[0]) == 20_001


@given(PAIRS)
def test_nobody_comes_before_itself(pairs: list[tuple[str, str]]) -> None:
    graph = Graph(pairs)
    for rec in "abcdefgh":
        assert rec not in graph.all_after(rec)
        assert all(rec in graph.after(one) for one in graph.before(rec))


@given(PAIRS)
def test_only_rings_lose_links(pairs: list[tuple[str, str]]) -> None:
    graph = Graph(pairs)
    ring_of = {rec: ring for ring in graph.rings for rec in ring}
    for a, b in pairs:
        kept = b in graph.after(a)
        assert kept == (a != b and not (a in ring_of and ring_of[a] == ring_of.get(b)))


@given(PAIRS.flatmap(lambda pairs: st.tuples(st.just(pairs), st.permutations(pairs))))
def test_order_of_links_changes_no_truth(both: tuple[list[tuple[str, str]], list[tuple[str, str]]]) -> None:
    one, other = Graph(both[0]), Graph(both[1])
    assert one.rings == other.rings
    assert all(set(one.all_after(rec)) == set(other.all_after(rec)) for rec in "abcdefgh")


def test_tree_by_example() -> None:
    tree = Tree({"maths": "", "ratio": "maths", "unit": "ratio", "lost": "nowhere", "two": "maths"})
    assert tree.children() == ("maths", "lost")
    assert tree.children("maths") == ("ratio", "two")
    assert tree.trail("unit") == ("maths", "ratio")
    assert tree.below() == ("maths", "ratio", "unit", "two", "lost")


def test_a_ring_of_parents_is_opened_at_its_first() -> None:
    parents = {"a": "c", "b": "a", "c": "b", "self": "self"}
    tree = Tree(parents)
    assert tree.below() == ("a", "b", "c", "self")
    assert list(rings_broken(parents)) == ["a", "self"]


@given(PARENTS)
def test_everything_is_reached_once(parents: dict[str, str]) -> None:
    tree = Tree(parents)
    assert sorted(tree.below()) == sorted(parents)
    for rec, parent in parents.items():
        assert rec not in tree.trail(rec)
        assert tree.parent(rec) in ("", parent)
