"""Accommodations: each changes something that a card shows, and what is kept private is not recorded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.accommodations import ACTS, activity_facts, acts_of, card_facts, quieter_first, recorded
from app.domain.library import Activity
from app.domain.models import ProfileEntry

PLAIN = card_facts((), 20, ("table",), ("words",))


def entry(act: str, *, past: bool = False, kind: str = "accommodation") -> ProfileEntry:
    return ProfileEntry(id=act or "x", kind=kind, act=act, past=past)


@pytest.mark.parametrize("act", ACTS)
def test_every_act_changes_something_on_a_card(act: str) -> None:
    changed = card_facts((act,), 20, ("table",), ("words",))
    assert changed.model_copy(update={"acts": ()}) != PLAIN
    assert changed.acts == (act,)


def test_what_each_act_offers() -> None:
    facts = card_facts(ACTS, 20, ("table", "home"), ("photo",))
    assert (facts.minutes, facts.break_every, facts.breaks) == (30, 10, 2)
    assert facts.show == ("photo", "talk", "audio", "words")
    assert (facts.read_aloud, facts.scribe, facts.quiet, facts.quiet_here) == (True, True, True, True)
    assert facts.text_scale > 1
    assert card_facts(("extra_time",), 5).minutes == 8


@given(st.lists(st.text(max_size=12) | st.sampled_from(ACTS)), st.integers(0, 600))
def test_unknown_acts_change_nothing_and_time_never_gets_shorter(acts: list[str], minutes: int) -> None:
    facts = card_facts(acts, minutes)
    assert set(facts.acts) == set(acts) & set(ACTS)
    assert facts.minutes >= minutes


def test_entries_that_are_past_in_words_alone_or_of_another_kind_do_not_act() -> None:
    entries = [
        entry("breaks", past=True),
        entry(""),
        entry("scribe", kind="preference"),
        entry("extra_time"),
        entry("extra_time"),
    ]
    assert acts_of(entries) == ("extra_time",)


def test_a_quiet_place_puts_quiet_ways_first_and_leaves_none_out() -> None:
    loud, still = Activity(id="a", settings=("table",)), Activity(id="b", settings=("quiet", "table"))
    assert quieter_first([loud, still], ("quiet_place",)) == (still, loud)
    assert quieter_first([loud, still], ()) == (loud, still)
    assert not activity_facts(loud, ("quiet_place",)).quiet_here


def test_what_is_kept_on_the_device_is_not_recorded_with_evidence() -> None:
    shared = [entry("extra_time"), entry("breaks", past=True)]
    assert recorded(shared, ("read_aloud", "extra_time", "breaks")) == ("extra_time",)
