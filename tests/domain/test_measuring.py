"""Measures: numbers as people write them, counts that add up, goals that lead down."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.adapting import nearer_target
from app.domain.checks import decimal
from app.domain.learning import Measure
from app.domain.measuring import Standing, number_in, number_typed, standing
from app.domain.models import Goal


def goal(**values: str) -> Goal:
    return Goal.model_validate({"id": "g", **values})


def measured(*values: str) -> list[Measure]:
    return [
        Measure.model_validate({"id": f"m{n}", "goal": "g", "value": value, "_at": n})
        for n, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("12", "12"),
        ("1,5", "1.5"),
        (" 1.50 ", "1.5"),
        ("١٢", "12"),
        ("٣٫٥", "3.5"),
        ("−3", "-3"),
        ("1 000", "1000"),
        ("1,000", "1000"),
        ("12,345,678", "12345678"),
        ("0,25", "0.25"),
        ("", ""),
        ("many", ""),
        ("12 pages", ""),
        ("1e5", ""),
        ("NaN", ""),
        ("1.2.3", ""),
        ("9999999999999", ""),
        ("0.1234567", ""),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, kept: str) -> None:
    assert number_typed(typed) == kept


@given(st.text(max_size=30))
def test_whatever_is_typed_becomes_a_number_that_a_book_takes_or_nothing(typed: str) -> None:
    assert decimal(number_typed(typed))
    found = number_in(typed)
    assert found is None or found.is_finite()


def test_a_number_stands_for_itself_and_a_count_adds_up() -> None:
    measures = measured("5", "12", "9")
    last = standing(goal(scale="number", baseline="5 pages", target="20 pages"), measures)
    assert (last.now, last.share, last.reached) == (Decimal(9), 26, False)
    total = standing(goal(scale="count", baseline="4", target="30"), measures)
    assert (total.now, total.share, total.reached) == (Decimal(30), 100, True)
    assert [point.value for point in total.points] == [9, 21, 30]


def test_a_goal_may_lead_down_and_have_decimals() -> None:
    time = goal(scale="number", baseline="70,5 s", target="60.5 s")
    assert standing(time, measured("65.5")).share == 50
    assert standing(time, measured("65.5")).down
    assert standing(time, measured("60.4")).reached
    assert standing(time, measured("75")).share == 0


def test_yes_and_no_need_no_target() -> None:
    can = goal(scale="yes_no")
    assert not standing(can, measured("0")).reached
    assert standing(can, measured("0", "1")).reached


def test_without_target_or_measure_nothing_is_claimed() -> None:
    assert standing(goal(scale="number"), measured("5")).share is None
    assert standing(goal(scale="number", target="20"), measured("25")).reached
    nothing = standing(goal(scale="number", baseline="3", target="4"), [])
    assert (nothing.now, nothing.share, nothing.reached) == (None, None, False)
    assert not standing(goal(scale="number", baseline="4", target="4"), measured("3")).reached


NUMBERS = st.decimals(-10_000, 10_000, places=2)


@given(NUMBERS, NUMBERS, st.lists(NUMBERS, max_size=8), st.sampled_from(["number", "count", "rating"]))
def test_the_share_is_whole_and_the_order_does_not_matter(
    baseline: Decimal, target: Decimal, values: list[Decimal], scale: str
) -> None:
    one = goal(scale=scale, baseline=str(baseline), target=str(target))
    measures = measured(*map(str, values))
    found = standing(one, measures)
    assert found == standing(one, measures[::-1])
    assert found.share is None or 0 <= found.share <= 100
    if found.now is not None:
        assert found.reached == (found.now <= target if target < baseline else found.now >= target)


def test_nearer_is_halfway_and_never_where_one_is() -> None:
    assert nearer_target(Standing(now=Decimal(10), target=Decimal(20))) == "15"
    assert nearer_target(Standing(baseline=Decimal("70.5"), target=Decimal("60.5"))) == "65.5"
    assert nearer_target(Standing(target=Decimal(9))) == "5"
    assert nearer_target(Standing(now=Decimal(19), target=Decimal(20))) == ""
    assert nearer_target(Standing(now=Decimal(3))) == ""
