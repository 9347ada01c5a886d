"""What a goal may become when its day is past."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.adapting import MOST_PARTS, later_day, missed_by, next_talk, parts_in
from app.domain.models import Goal

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("statement", "parts"),
    [
        ("Read the book and draw a map", ("Read the book", "Draw a map")),
        ("Plan it well; build it alone; show it off", ("Plan it well", "Build it alone", "Show it off")),
        ("Rock and roll", ()),
        ("Explain ratios to my sister", ()),
        ("", ()),
        (", ".join(["do one"] * (MOST_PARTS + 1)), ()),
        ("أقرأ الكتاب، أرسم خريطة", ("أقرأ الكتاب", "أرسم خريطة")),
    ],
)
def test_a_goal_that_names_its_parts_is_split_there(statement: str, parts: tuple[str, ...]) -> None:
    assert parts_in(statement) == parts


@given(st.text(max_size=80))
def test_parts_are_two_to_five_and_never_empty(statement: str) -> None:
    parts = parts_in(statement)
    assert not parts or 2 <= len(parts) <= MOST_PARTS
    assert all(part.strip() for part in parts)


@pytest.mark.parametrize(
    ("due", "stage", "days"),
    [
        ("2026-11-18", "going", 1),
        ("2026-11-19", "going", 0),
        ("2026-12-01", "going", 0),
        ("2026-11-01", "achieved", 0),
        ("2026-02-31", "going", 0),
        ("in summer", "going", 0),
        ("0001-01-01", "going", 739938),
    ],
)
def test_a_day_is_missed_only_while_the_goal_is_under_way(due: str, stage: str, days: int) -> None:
    assert missed_by(Goal(id="g", due=due), stage, TODAY) == days  # type: ignore[arg-type]


def test_days_offered_are_ahead() -> None:
    assert later_day(TODAY) > TODAY
    assert next_talk(TODAY).weekday() == TODAY.weekday()
