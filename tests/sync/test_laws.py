"""The laws of the merge (docs/laws.md), each as a property over random histories.

A history is a list of steps on three copies: edits of every kind with clocks that lie by years, and
merges in any order. Each law is then asked of the copies that came out.
"""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sync import fold
from app.sync.fold import RecordState, apply, document, dump, load
from app.sync.op import ADD, DEL, SET, Edit, Op
from tests.sync.copies import POLICY, Copy

ROLES = {"a": "learner", "b": "teacher", "c": "family"}
RECORDS = ("g1", "g2", "g3")
FIELDS = ("statement", "measure", "due")
YEARS = 10 * 365 * 24 * 3600 * 1000

step = st.one_of(
    st.tuples(st.just("set"), st.sampled_from("abc"), st.sampled_from(RECORDS), st.sampled_from(FIELDS)),
    st.tuples(st.just("add"), st.sampled_from("abc"), st.sampled_from(RECORDS), st.just("")),
    st.tuples(st.just("del"), st.sampled_from("abc"), st.sampled_from(RECORDS), st.just("")),
    st.tuples(st.just("merge"), st.sampled_from("abc"), st.sampled_from("abc"), st.just("")),
    st.tuples(st.just("clock"), st.sampled_from("abc"), st.integers(-YEARS, YEARS), st.just("")),
)
histories = st.lists(step, min_size=1, max_size=40)


def play(history: list[tuple]) -> dict[str, Copy]:
    copies = {name: Copy(name, role) for name, role in ROLES.items()}
    for number, (kind, name, what, field) in enumerate(history):
        here = copies[name]
        if kind == "set":
            here.edit(Edit(SET, "goals", what, field, f"{name}{number}"))
        elif kind == "add":
            here.edit(Edit(ADD, "goals", what, "", {"statement": f"{name}{number}", "reason": "r"}))
        elif kind == "del":
            here.edit(Edit(DEL, "goals", what))
        elif kind == "merge":
            here.merge(copies[what])
        else:
            here.wall = max(0, 1_700_000_000_000 + what)
    return copies


def union(*copies: Copy) -> Copy:
    whole = Copy("z")
    for each in copies:
        whole.merge(each)
    return whole


@given(histories)
@settings(max_examples=300, deadline=None)
def test_merge_is_idempotent_commutative_and_associative(history: list[tuple]) -> None:
    a, b, c = play(history).values()
    assert union(a, a).shown() == union(a).shown() == a.shown()
    assert union(a, b).shown() == union(b, a).shown()
    assert union(union(a, b), c).shown() == union(a, union(b, c)).shown()
    assert union(a, b, c).digest() == union(c, b, a).digest()


@given(histories, st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_the_order_of_ops_does_not_matter(history: list[tuple], rng: random.Random) -> None:
    whole = union(*play(history).values())
    ops = list(whole.ops.values())
    rng.shuffle(ops)
    states: dict[tuple[str, str], RecordState] = {}
    for op in ops + ops[: len(ops) // 2]:
        apply(states.setdefault((op["col"], op["rec"]), RecordState()), op)
    for key, state in whole.states.items():
        assert document(states[key], key[1], key[0], POLICY.owner) == whole.doc(*key)
        assert dump(states[key]) == dump(state)


@given(histories)
@settings(max_examples=200, deadline=None)
def test_ops_never_shrink_and_equal_ops_give_equal_digests(history: list[tuple]) -> None:
    copies = play(history)
    before = {name: set(each.ops) for name, each in copies.items()}
    whole = union(*copies.values())
    for name, each in copies.items():
        each.merge(whole)
        assert before[name] <= set(each.ops)
        assert each.digest() == whole.digest()
        assert each.shown() == whole.shown()


@given(histories)
@settings(max_examples=300, deadline=None)
def test_what_a_set_overwrites_never_shows_again_whatever_the_clocks_say(history: list[tuple]) -> None:
    whole = union(*play(history).values())
    overwritten = {
        (op["rec"], op["field"], past)
        for op in whole.ops.values()
        if op["kind"] == SET
        for past in op["pred"]
    }
    for (_, rec), state in whole.states.items():
        for field, heads in state.heads.items():
            for head in heads:
                assert (rec, field, head.stamp.id) not in overwritten


@given(histories)
@settings(max_examples=200, deadline=None)
def test_two_who_did_not_see_each_other_are_both_kept(history: list[tuple]) -> None:
    copies = play(history)
    a, b = copies["a"], copies["b"]
    a.edit(Edit(SET, "goals", "g1", "due", "from a"))
    b.edit(Edit(SET, "goals", "g1", "due", "from b"))
    doc = union(a, b).doc("goals", "g1")
    assert doc is not None
    values = {version["value"] for version in doc["_versions"]["due"]}  # type: ignore[index]
    assert {"from a", "from b"} <= values
    a.merge(b)
    a.edit(Edit(SET, "goals", "g1", "due", "settled"))
    settled = union(a, b).doc("goals", "g1")
    assert settled is not None
    assert settled["due"] == "settled"
    assert "due" not in settled.get("_versions", {})


@given(histories)
@settings(max_examples=200, deadline=None)
def test_a_state_loads_as_it_was_dumped(history: list[tuple]) -> None:
    for state in union(*play(history).values()).states.values():
        assert dump(load(dump(state))) == dump(state)


def test_the_owner_is_shown_first_then_the_clock_then_the_id() -> None:
    learner, teacher, family = Copy("a", "learner"), Copy("b", "teacher"), Copy("c", "family")
    learner.edit(Edit(SET, "goals", "g", "due", "mine"))
    for other in (teacher, family):
        other.merge(learner)
        other.wall += 1_000_000
    learner.edit(Edit(SET, "goals", "g", "due", "mine again"))
    teacher.edit(Edit(SET, "goals", "g", "due", "hers"))
    assert union(learner, teacher).doc("goals", "g")["due"] == "mine again"  # type: ignore[index]
    family.wall += 5
    family.edit(Edit(SET, "goals", "g", "due", "dad's"))
    assert union(teacher, family).doc("goals", "g")["due"] == "dad's"  # type: ignore[index]


def test_two_who_say_the_same_apart_do_not_disagree() -> None:
    a, b = Copy("a"), Copy("b", "teacher")
    a.edit(Edit(SET, "goals", "g", "due", "friday"))
    b.edit(Edit(SET, "goals", "g", "due", "friday"))
    assert "_versions" not in union(a, b).doc("goals", "g")  # type: ignore[operator]
    a.edit(Edit(SET, "goals", "g", "due", "monday"))
    assert [v["value"] for v in union(a, b).doc("goals", "g")["_versions"]["due"]] == ["monday", "friday"]  # type: ignore[index]


def test_a_delete_hides_what_it_saw_and_keeps_what_it_did_not() -> None:
    a, b = Copy("a"), Copy("b", "teacher")
    a.edit(Edit(ADD, "goals", "g", "", {"statement": "swim", "reason": "fun"}))
    b.merge(a)
    a.edit(Edit(DEL, "goals", "g"))
    assert a.doc("goals", "g") is None
    assert union(a).doc("goals", "g") is None
    b.edit(Edit(SET, "goals", "g", "due", "Friday"))
    kept = union(a, b).doc("goals", "g")
    assert kept is not None
    assert (kept["statement"], kept["due"], kept["_kept"]) == ("swim", "Friday", True)


def test_a_deleted_record_comes_back_whole() -> None:
    a, b = Copy("a"), Copy("b", "teacher")
    a.edit(Edit(ADD, "goals", "g", "", {"statement": "swim", "reason": "fun"}))
    a.edit(Edit(DEL, "goals", "g"))
    a.edit(Edit(SET, "goals", "g", "state", "active"))
    back = union(a, b).doc("goals", "g")
    assert back is not None
    assert back["statement"] == "swim"
    assert "_kept" not in back


@given(histories)
@settings(max_examples=200, deadline=None)
def test_who_adds_a_record_made_it_whatever_the_clocks_say(history: list[tuple]) -> None:
    whole = union(*play(history).values())
    for (_, rec), state in whole.states.items():
        adds = [op for op in whole.ops.values() if (op["rec"], op["kind"]) == (rec, ADD)]
        if adds:
            assert state.made is not None
            assert state.made.id == min(adds, key=lambda op: (op["hlc"], op["id"]))["id"]


def test_a_clock_that_runs_ahead_does_not_give_a_childs_work_away() -> None:
    child, teacher = Copy("a", "learner"), Copy("b", "teacher")
    child.wall += YEARS
    child.edit(Edit(ADD, "artefacts", "a1", "", {"kind": "words", "text": "mine", "best": False}))
    teacher.merge(child)
    teacher.edit(Edit(SET, "artefacts", "a1", "best", True))
    doc = union(teacher).doc("artefacts", "a1")
    assert doc is not None
    assert (doc["_by"], doc["_who"], doc["_at"]) == ("learner", "a" * 16, child.wall)


def test_an_op_of_an_unknown_kind_changes_nothing_here() -> None:
    a = Copy("a")
    (op,) = a.edit(Edit(SET, "goals", "g", "due", "Friday"))
    before = a.shown()
    odd: Op = {**op, "kind": "rotate", "id": "n" * 16 + ".0:1"}
    a.take([odd])
    assert a.shown() == before


@pytest.mark.parametrize("broken", ["forget_over", "last_wins"])
def test_the_laws_can_fail(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fold that is wrong in a believable way breaks the laws above."""

    def forget_over(state: RecordState, field: str, pred: list[str]) -> None:
        known = state.heads.get(field, ())
        state.heads[field] = tuple(head for head in known if head.stamp.id not in pred)

    def last_wins(state: RecordState, field: str, head: fold.Head) -> None:
        state.heads[field] = (head,)

    if broken == "forget_over":
        monkeypatch.setattr(fold, "_overwrite", forget_over)
    else:
        monkeypatch.setattr(fold, "_place", last_wins)
    with pytest.raises((AssertionError, ExceptionGroup)):  # a group where a law breaks in two ways
        for law in (
            test_the_order_of_ops_does_not_matter,
            test_two_who_did_not_see_each_other_are_both_kept,
        ):
            law()
