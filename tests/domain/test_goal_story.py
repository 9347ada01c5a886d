"""A goal's story: each thing once, in order, by the right person."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.goal_story import DAY_MS, Written, story
from app.domain.learning import Consent, GoalChange, Measure
from app.domain.models import CheckIn


def wrote(at: int, who: str = "mia", *, made: bool = False, **values: Any) -> Written:
    return Written(at, who, "learner", values, made)


def said(model: Any, at: int, who: str = "mia", **values: Any) -> Any:
    return model.model_validate({"id": f"{who}.1-{at}", "goal": "g", "_at": at, "_who": who} | values)


def codes(*args: Any) -> list[str]:
    return [one.code for one in story(*args)]


def test_the_whole_way_in_order() -> None:
    written = [
        wrote(1, made=True, statement="Swim", state="idea"),
        wrote(5, state="proposed"),
        wrote(40, state="achieved"),
    ]
    consents = [said(Consent, 7, "ms", says="agree"), said(Consent, 6, says="propose")]
    checkins = [said(CheckIn, n, feeling="stuck" if n == 20 else "on_my_way") for n in (8, 9, 20, 21)]
    changes = [said(GoalChange, 15, how="extended", why="I was ill")]
    told = story(written, consents, changes, checkins)
    assert [one.code for one in told] == [
        "made",
        "asked",
        "proposed",
        "agreed",
        "checked",
        "adapted_extended",
        "checked",
        "checked",
        "reached",
    ]
    assert [one.facts["times"] for one in told if one.code == "checked"] == [2, 1, 1]
    assert told[5].facts["why"] == "I was ill"
    assert told[3].who == "ms"


def test_words_typed_over_a_day_are_one_rewording() -> None:
    start = wrote(0, made=True, statement="Swim")
    typed = [wrote(n, statement="Swim" + "m" * n) for n in (1, 2, 3)]
    (line,) = story([start, *typed])[1:]
    assert (line.facts["before"], line.facts["after"]) == ("Swim", "Swimmmm")
    later = wrote(3 + DAY_MS + 1, statement="Dive")
    assert codes([start, *typed, later]) == ["made", "reworded", "reworded"]
    other = wrote(4, "ms", statement="Dive")
    assert codes([start, *typed, other]) == ["made", "reworded", "reworded"]
    undone = [wrote(1, statement="Dive"), wrote(2, statement="Swim")]
    assert codes([start, *undone]) == ["made"]


def test_what_one_tap_changed_is_told_with_its_reason() -> None:
    start = wrote(0, made=True, statement="Swim", due="2026-01-01", state="active")
    change = said(GoalChange, 9, how="extended", why="ill")
    (line,) = story([start, wrote(9, due="2026-02-01")], [], [change])[1:]
    assert (line.code, line.facts["after"], line.facts["why"]) == ("adapted_extended", "2026-02-01", "ill")
    apart = story([start, wrote(9, "dad", due="2026-02-01")], [], [change])
    assert [one.code for one in apart] == ["made", "reworded", "adapted_extended"]


def test_measures_of_one_person_in_a_row_are_one_line() -> None:
    measures = [said(Measure, n, value=str(n)) for n in (1, 2, 3)]
    (line,) = story([], measures=measures)
    assert (line.facts["value"], line.facts["times"]) == ("3", 3)


@given(
    st.lists(
        st.builds(
            lambda at, name, value: wrote(at, **{name: value}),
            st.integers(0, 5),
            st.sampled_from(["statement", "state", "due", "competencies", "odd"]),
            st.sampled_from(["a", "active", "letgo", "", ["x"], 3, None]),
        ),
        max_size=8,
    )
)
def test_any_history_can_be_told(written: list[Written]) -> None:
    told = story(written)
    assert [one.at for one in told] == sorted(one.at for one in told)
