"""The weeks of the growth screen are named in the reader's words."""

from collections.abc import Iterator
from datetime import date, timedelta

import flet as ft
import pytest

from app import words
from app.domain.growth import WeekBar
from app.views.growth import _under

BARS = tuple(WeekBar(date(2026, 11, 16) + timedelta(weeks=n)) for n in range(4))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    words.use("en")


def said() -> list[list[str]]:
    drawn = [_under(BARS, at) for at in range(len(BARS))]
    return [[str(one.value) for one in under if isinstance(one, ft.Text)] for under in drawn]


def test_a_month_is_named_where_it_begins() -> None:
    assert said() == [["16", "Nov"], ["23", " "], ["30", " "], ["7", "Dec"]]


def test_months_are_named_in_the_language() -> None:
    words.use("ar")
    assert [month for _day, month in said()] == ["نوفمبر", " ", " ", "ديسمبر"]
