"""What answers, diagnostics and past work suggest: with reasons, once, and never what is known already."""

from typing import Any

from app.domain.learning import Assessment
from app.domain.models import Artefact, Evidence, ProfileEntry
from app.domain.needs import (
    Suggestion,
    from_answers,
    from_diagnostics,
    from_past_work,
    still_open,
)
from app.domain.profile_story import entry_story, profile_story
from app.domain.survey_reading import read_survey

SURVEY = {
    "format": "ownway-survey",
    "title": {"en": "What I like", "ar": "ما أحب"},
    "questions": [
        {
            "id": "like",
            "kind": "many",
            "text": "What do you like?",
            "options": [
                {"id": "ball", "text": {"en": "Football", "ar": "كرة القدم"}, "suggests": "interest"},
                {"id": "none", "text": "Nothing"},
            ],
        },
        {
            "id": "read",
            "kind": "faces",
            "text": "Reading?",
            "suggests": {
                "low": [
                    {"kind": "need", "text": "Reading"},
                    {"kind": "accommodation", "act": "read_aloud", "text": "Read to me"},
                ],
                "high": {"kind": "strength", "text": "Reading"},
            },
        },
        {"id": "own", "kind": "words", "text": "What else?", "suggests": "motivation"},
    ],
}


def answers(given: dict[str, Any], language: str = "en") -> list[tuple[str, str, str]]:
    survey = read_survey(SURVEY).survey
    assert survey is not None
    return [(s.kind, s.text, s.act) for s in from_answers(survey, given, language, "a1")]


def test_answers_suggest_in_the_language_that_is_spoken() -> None:
    assert answers({"like": ["ball", "none"]}) == [("interest", "Football", "")]
    assert answers({"like": ["ball"]}, "ar") == [("interest", "كرة القدم", "")]
    assert answers({"read": 0}) == [("need", "Reading", ""), ("accommodation", "Read to me", "read_aloud")]
    assert answers({"read": 4}) == [("strength", "Reading", "")]
    assert answers({"read": 2}) == []
    assert answers({"own": "My  grandmother"}) == [("motivation", "My grandmother", "")]
    assert answers({}) == []


def judged(rec: str, kind: str, at: int, **levels: int) -> Assessment:
    return Assessment.model_validate({"id": rec, "_at": at, "kind": kind, "levels": levels})


def test_the_newest_diagnostic_counts_and_the_middle_suggests_nothing() -> None:
    found = from_diagnostics(
        [
            judged("old", "diagnostic", 1, add=1, take=1),
            judged("new", "diagnostic", 2, add=3, share=2),
            judged("own", "self", 3, take=4),
        ],
        {"add": "Adding", "take": "Taking away", "share": "Sharing"}.__getitem__,
    )
    assert [(s.kind, s.text, s.source_id) for s in found] == [
        ("strength", "Adding", "new"),
        ("need", "Taking away", "old"),
    ]


def test_a_competency_without_a_name_suggests_nothing() -> None:
    assert from_diagnostics([judged("a", "diagnostic", 1, add=1)], lambda _: "") == ()


def test_past_work_suggests_what_went_well_more_than_once_and_what_helped() -> None:
    pieces = [Evidence(id=f"e{n}", artefact=f"p{n}", supports=("extra_time",)) for n in range(3)]
    made = [Artefact(id=f"p{n}", kind="photo") for n in range(3)]
    views = [
        judged(f"j{n}", "formative", n, add=3, take=1 if n else 4).model_copy(update={"evidence": f"e{n}"})
        for n in range(3)
    ]
    good = [view.model_copy(update={"levels": {"add": 3}}) for view in views]
    name = {"add": "Adding", "take": "Taking away"}.__getitem__
    found = from_past_work([*good], pieces, made, name)
    assert [(s.kind, s.text, s.act, s.code) for s in found] == [
        ("strength", "Adding", "", "judged"),
        ("preference", "", "", "shows_best"),
        ("accommodation", "", "extra_time", "helped"),
    ]
    assert from_past_work(good[:1], pieces, made, name) == ()
    assert [(s.kind, s.text) for s in from_past_work(views, [], [], name)] == [("strength", "Adding")]


def test_what_the_profile_says_or_somebody_put_off_is_not_suggested_again() -> None:
    ideas = [
        Suggestion(kind="interest", text="Football"),
        Suggestion(kind="interest", text="football"),
        Suggestion(kind="need", text="Football"),
        Suggestion(kind="accommodation", text="More time", act="extra_time"),
    ]
    entries = [
        ProfileEntry(id="1", kind="interest", text="FOOTBALL"),
        ProfileEntry(id="2", kind="accommodation", text="longer", act="extra_time"),
    ]
    assert [one.key for one in still_open(ideas, entries)] == ["need:football"]
    assert still_open(ideas, entries, ["need:football"]) == ()
    assert len(still_open(ideas, ())) == 3


def change(kind: str, n: int, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "id": f"abc.1:{n}", "by": "learner", "wall": n, "field": "", **more}


def test_the_story_of_an_entry_tells_its_words_before_and_that_it_is_past() -> None:
    told = entry_story(
        "e1",
        [
            change("add", 1, val={"kind": "need", "text": "Reading"}),
            change("set", 2, field="text", val="Reading long books"),
            change("set", 3, field="text", val="Reading long books"),
            change("set", 4, field="past", val=True, by="teacher"),
            change("set", 5, field="past", val=False),
            change("del", 6),
        ],
    )
    assert [(step.what, step.text, step.before, step.by) for step in told] == [
        ("told", "Reading", "", "learner"),
        ("reworded", "Reading long books", "Reading", "learner"),
        ("past", "Reading long books", "", "teacher"),
        ("again", "Reading long books", "", "learner"),
    ]
    assert {step.who for step in told} == {"abc"}
    assert [step.wall for step in profile_story([told[:1], told[1:]])] == [5, 4, 2, 1]
