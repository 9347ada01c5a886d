"""Progress follows from check-ins alone, in whatever order they come."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import iso_day, ms_of, utc_day
from app.domain.models import FEELINGS, CheckIn
from app.domain.progress import DAYS_SHOWN, progress

TODAY = date(2025, 12, 4)
NOON = 12 * 3600 * 1000


def tap(number: int, day: date, steps: int, feeling: str = "on_my_way", goal: str = "g") -> CheckIn:
    values = {"id": f"c{number}", "goal": goal, "steps": steps, "feeling": feeling}
    return CheckIn.model_validate(values | {"_at": ms_of(day) + NOON + number})


TAPS = st.lists(
    st.builds(
        tap,
        st.integers(0, 10_000),
        st.dates(date(2025, 11, 1), TODAY),
        st.integers(0, 4),
        st.sampled_from(FEELINGS),
        st.sampled_from(["g", "other"]),
    ),
    max_size=20,
    unique_by=lambda c: c.id,
)


def test_none_yet() -> None:
    none = progress("g", [tap(1, TODAY, 3, goal="other")], TODAY)
    assert (none.count, none.feeling, none.steps) == (0, "", 0)
    assert [bar.steps for bar in none.week] == [None] * DAYS_SHOWN


def test_the_latest_by_clock_is_shown_and_the_last_tap_of_a_day_is_its_bar() -> None:
    taps = [
        tap(3, TODAY, 2, "stuck"),
        tap(1, date(2025, 12, 2), 1, "stuck"),
        tap(2, TODAY, 4),
        tap(0, date(2025, 11, 20), 0),
    ]
    how = progress("g", taps, TODAY)
    assert (how.steps, how.feeling, how.count, how.first, how.stuck) == (2, "stuck", 4, 0, 1)
    assert [bar.steps for bar in how.week] == [None, None, None, None, 1, None, 2]
    assert how.week[-1].day == TODAY


def test_stuck_counts_the_run_up_to_now() -> None:
    taps = [tap(i, date(2025, 12, i), 1, "stuck") for i in (1, 2, 3)]
    assert progress("g", taps, TODAY).stuck == 3
    assert progress("g", [*taps, tap(9, TODAY, 1)], TODAY).stuck == 0


@given(TAPS.flatmap(lambda taps: st.tuples(st.just(taps), st.permutations(taps))))
def test_order_does_not_matter(both: tuple[list[CheckIn], list[CheckIn]]) -> None:
    taps, shuffled = both
    assert progress("g", taps, TODAY) == progress("g", shuffled, TODAY)


@given(TAPS)
def test_counts_only_its_own(taps: list[CheckIn]) -> None:
    how = progress("g", taps, TODAY)
    assert how.count == sum(c.goal == "g" for c in taps)
    assert 0 <= how.stuck <= how.count
    assert len(how.week) == DAYS_SHOWN


@given(st.dates(date(1970, 1, 1), date(9999, 12, 31)))
def test_days_and_milliseconds_agree(day: date) -> None:
    assert utc_day(ms_of(day)) == day == utc_day(ms_of(day) + 86_399_999)
    assert iso_day(day.isoformat()) == day


def test_clocks_beyond_the_calendar_are_its_ends() -> None:
    assert utc_day(2**53) == date.max
    assert utc_day(-5) == date(1970, 1, 1)
    assert iso_day("20251204") is None
    assert iso_day("2025-02-30") is None
