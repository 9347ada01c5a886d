"""An op's bytes: what is written in short is what the canonical form says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sync.op import Op, canonical, op_line

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NUMBERS = st.integers(-(2**53), 2**53)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
OPS = st.fixed_dictionaries(
    {
        "v": NUMBERS,
        "space": WORDS,
        "id": WORDS,
        "prev": WORDS,
        "rec": WORDS,
        "col": WORDS,
        "kind": WORDS,
        "field": WORDS,
        "val": VALUES,
        "pred": st.lists(WORDS, max_size=3),
        "hlc": st.lists(NUMBERS, min_size=2, max_size=2),
        "wall": NUMBERS,
        "by": WORDS,
    }
)


@given(OPS)
def test_a_line_is_the_canonical_form(op: Op) -> None:
    assert op_line(op) == canonical(op)


def test_every_key_of_an_op_is_written() -> None:
    op: Op = {
        "v": 1,
        "space": "s",
        "id": "r.1:1",
        "prev": "",
        "rec": "r.1-1",
        "col": "goals",
        "kind": "add",
        "field": "",
        "val": {"b": 1, "a": "é\n\u2028"},
        "pred": [],
        "hlc": [1, 0],
        "wall": 1,
        "by": "learner",
    }
    assert set(op) == set(Op.__annotations__)
    assert op_line(op) == canonical(op)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_no_json_says_is_refused(value: float) -> None:
    op = Op(
        v=1, space="", id="", prev="", rec="", col="", kind="", field="", val=value, pred=[], hlc=[0, 0],
        wall=0, by="",
    )  # fmt: skip
    with pytest.raises(ValueError, match="Out of range"):
        op_line(op)
