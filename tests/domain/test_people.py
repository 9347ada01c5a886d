"""Avatars: a closed list, and a steady one for whatever is not in it."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.checks import line
from app.domain.people import AVATARS, avatar_of, is_avatar


def test_each_once_and_short_enough_to_store() -> None:
    assert len(set(AVATARS)) == len(AVATARS) == 16
    assert all(line(key) for key in AVATARS)


@given(st.text(), st.text(st.characters()))
def test_always_one_that_can_be_drawn(key: str, seed: str) -> None:
    chosen = avatar_of(key, seed)
    assert is_avatar(chosen)
    assert chosen == avatar_of(chosen, "")
    assert chosen == avatar_of(key, seed)


def test_seeds_spread_over_the_list() -> None:
    assert len({avatar_of("", f"replica-{n}") for n in range(200)}) == len(AVATARS)
