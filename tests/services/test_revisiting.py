"""Looking back: on which day, gently, the same on every device."""

import random
import subprocess
import sys
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.revisiting import MOST_A_DAY, Mastered, due_day, due_today, put_off_until

DAY = date(2026, 3, 2)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def test_the_first_look_back_comes_after_about_a_week_and_the_next_much_later() -> None:
    first = due_day(Mastered("c", DAY))
    assert 5 <= (first - DAY).days <= 14
    second = due_day(Mastered("c", DAY, ((first, "good"),)))
    assert (second - first).days > 2 * (first - DAY).days


def test_a_look_back_that_failed_comes_again_sooner_than_one_that_was_easy() -> None:
    days = {went: due_day(Mastered("c", DAY, ((after(8), went),))) for went in ("again", "hard", "easy")}
    assert days["again"] < days["hard"] < days["easy"]


def test_at_most_two_a_day_and_less_what_was_done_today() -> None:
    waiting = [Mastered(f"c{n}", after(n)) for n in range(9)]
    today = after(60)
    assert due_today(waiting, today) == ("c0", "c1")
    done = [Mastered("x", DAY, ((today, "good"),))]
    assert due_today([*waiting, *done], today) == ("c0",)
    assert due_today([*waiting, *done, Mastered("y", DAY, ((today, "again"),))], today) == ()


def test_what_is_put_off_waits_and_what_was_mastered_today_is_left_alone() -> None:
    today = after(60)
    waiting = [Mastered("a", DAY), Mastered("b", today)]
    assert due_today(waiting, today, {"a": put_off_until(today)}) == ()
    assert due_today(waiting, put_off_until(today), {"a": put_off_until(today)})[0] == "a"


TRIES = st.lists(
    st.tuples(
        st.dates(date(1971, 1, 1), date(2200, 1, 1)), st.sampled_from(("again", "hard", "good", "easy", "?"))
    )
)


@settings(deadline=None)
@given(TRIES, st.integers())
def test_any_history_gives_a_day_within_a_year_of_its_last_and_order_does_not_matter(
    tries: list[tuple[date, str]], seed: int
) -> None:
    mixed = tuple(random.Random(seed).sample(tries, len(tries)))
    found = due_day(Mastered("c", DAY, tuple(tries)))
    assert found == due_day(Mastered("c", DAY, mixed))
    last = max([DAY, *(day for day, went in tries if went != "?")])
    assert last < found <= last + timedelta(days=366)


@settings(deadline=None)
@given(st.integers(0, 30), st.integers(0, 400))
def test_never_more_than_two(many: int, days: int) -> None:
    assert len(due_today([Mastered(f"c{n}", DAY) for n in range(many)], after(days))) <= MOST_A_DAY


def test_a_start_does_not_import_the_scheduler() -> None:
    code = (
        "import sys; sys.path.insert(0, 'src'); import app.services.revisiting; print('fsrs' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
