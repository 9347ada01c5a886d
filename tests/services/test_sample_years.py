"""Mia's three years, taken in on her device: every screen has something to show, and it reads as one life."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.collections import COLLECTIONS
from app.domain.days import ms_of
from app.domain.learning import CHANGE_KINDS, CHOICE_STATES, MASTERY_LEVELS, WENT, Assessment, Choice, Revisit
from app.domain.models import ENTRY_KINDS, Artefact, Evidence, Feedback, Reflection
from app.domain.prompts import MOMENTS, PROMPTS
from app.domain.trail import BEHIND, HERE, NEXT
from app.domain.voices import waiting_evidence
from app.services.open_book import OpenBook
from app.services.sample import mia, on_disk, sample_class
from app.services.sample.events import Event, Put
from app.services.sample.stories import stories
from tests.services.devices import Clock, DeviceUnderTest
from tests.services.test_sample import Folded

TODAY = date(2026, 11, 20)
NOON_MS = 12 * 3600 * 1000
CODES = {code for prompts in PROMPTS.values() for code in (prompt.code for prompt in prompts)}


@pytest.fixture(scope="module")
def years() -> Folded:
    return Folded(mia(7, TODAY))


@pytest.fixture
async def book() -> AsyncIterator[OpenBook]:
    """Mia's book on her own device, at noon."""
    device = DeviceUnderTest(5, clock=Clock(ms_of(TODAY) + NOON_MS))
    workspace = await device.start()
    sample = mia(7, TODAY)
    await workspace.look_around("learner", "Mia", [("Mia.json", sample.data)])
    yield await workspace.open_book(sample.space)
    await workspace.close()


def said(event: Event) -> list[str]:
    """Returns all that is said in an event."""
    found: list[str] = []
    parts: list[Any] = [dict(vars(event))]
    if isinstance(event, Put) and event.col in ("answers", "choices"):  # they repeat another's title
        parts = [{name: value for name, value in event.values.items() if name != "title"}]
    while parts:
        part = parts.pop()
        if isinstance(part, dict):
            parts += part.values()
        elif isinstance(part, list | tuple):
            parts += part
        elif isinstance(part, str):
            found.append(part)
    return found


def test_every_collection_occurs(years: Folded) -> None:
    assert {col for col, _rec in years.docs} == set(COLLECTIONS)
    assert years.held == []


def test_it_is_about_three_hundred_works_of_every_kind_and_few_wait(years: Folded) -> None:
    works = [doc for (col, _), doc in years.docs.items() if col == "artefacts" and doc]
    assert 270 <= len(works) <= 330
    assert {work["kind"] for work in works} >= {"photo", "words", "link", "observation", "result"}
    evidence, feedback = years.all(Evidence, "evidence"), years.all(Feedback, "feedback")
    judged, artefacts = years.all(Assessment, "assessments"), years.all(Artefact, "artefacts")
    waiting = waiting_evidence(evidence, feedback, "teacher", artefacts, judged)
    assert 1 <= len(waiting) <= 3


def test_nothing_is_said_twice() -> None:
    """No sentence of four words or more occurs twice in Mia's story."""
    found: Counter[str] = Counter()
    for event in stories(on_disk)[0].events:
        for text in said(event):
            sentences = re.split(r"(?<=[.!?:])\s+", text)
            found.update(one for one in {s.strip() for s in sentences} if len(one.split()) > 3)
    assert [(text, n) for text, n in found.items() if n > 1] == []


def test_growth_is_told_in_all_its_ways(years: Folded) -> None:
    changes = {doc["how"] for (col, _), doc in years.docs.items() if col == "goal_changes" and doc}
    assert changes >= {"split", "extended", "easier", "let_go", "reached"} <= set(CHANGE_KINDS)
    assert {doc["state"] for (col, _), doc in years.docs.items() if col == "goals" and doc} >= {
        "active",
        "achieved",
        "letgo",
    }
    assert {one.went for one in years.all(Revisit, "revisits")} == set(WENT)
    assert {one.state for one in years.all(Choice, "choices")} == set(CHOICE_STATES)
    assert {one.kind for one in years.all(Assessment, "assessments")} >= {
        "diagnostic",
        "formative",
        "observation",
        "self",
        "peer",
    }
    assert {one.by for one in years.all(Assessment, "assessments")} == {"learner", "teacher", "family"}
    assert any(one.marks for one in years.all(Assessment, "assessments"))
    assert any(one.supports for one in years.all(Assessment, "assessments"))
    entries = [doc for (col, _), doc in years.docs.items() if col == "profile" and doc]
    assert {entry["kind"] for entry in entries} == set(ENTRY_KINDS)
    assert any(entry.get("past") for entry in entries)
    assert any(entry.get("act") for entry in entries)


def test_looking_back_names_real_moments_and_questions(years: Folded) -> None:
    thoughts = years.all(Reflection, "reflections")
    assert {one.moment for one in thoughts} - {""} == set(MOMENTS)
    assert {one.prompt for one in thoughts if "." in one.prompt} <= CODES
    assert {one.face for one in thoughts} >= {0, 1, 2, 3, 4}


async def test_there_are_competencies_at_every_level(book: OpenBook) -> None:
    tally = book.path.now().tally
    names = [one.id for one in book.catalog.competencies() if not book.catalog.children(one.id)]
    levels = Counter(tally.level(name) for name in names)
    assert set(levels) == set(MASTERY_LEVELS)
    assert levels["mastered"] >= 18
    assert levels["growing"] >= 6
    assert any(tally.standing(name).faded for name in names)


async def test_the_path_has_what_lies_behind_where_she_is_and_what_comes(book: OpenBook) -> None:
    for area in book.path.now().areas():
        trail = book.path.now().trail(area.id)
        assert {one.place for one in trail.stations} >= {BEHIND, HERE, NEXT}


async def test_the_next_step_is_suggested_with_reasons_and_ways(book: OpenBook) -> None:
    found = book.path.suggestions(TODAY)
    assert len(found) == 3
    assert all(one.reasons and one.competency for one in found)
    assert any(one.activity for one in found)


async def test_the_week_has_a_shape_work_rest_and_something_left_over(book: OpenBook) -> None:
    plans = [book.plan.week(TODAY + timedelta(days=days), TODAY) for days in (0, 7)]
    assert any(block.block.rest for plan in plans for day in plan.days for block in day.blocks)
    assert any(day.planned for day in plans[0].days)
    assert any(day.rest for plan in plans for day in plan.days)
    assert plans[0].waiting
    assert plans[0].left_over


async def test_ids_lead_somewhere(book: OpenBook) -> None:
    """What the records name is in the catalog or in the book."""
    catalog, reader = book.catalog, book.reader
    for choice in reader.every(Choice, "choices"):
        assert catalog.activity(choice.activity), choice
        assert all(map(catalog.competency, choice.competencies))
        assert not choice.board or catalog.board(choice.board)
    for one in reader.every(Assessment, "assessments"):
        assert all(book.book.get("competencies", name) for name in one.levels)
        assert not one.rubric or catalog.rubric(one.rubric)
        assert not one.quiz or catalog.quiz(one.quiz)
    for answered in book.book.all("answers"):
        assert catalog.survey(answered["survey"])


async def test_a_third_of_the_class_goes_along_the_path() -> None:
    on_the_way = [
        folded
        for folded in map(Folded, sample_class(7, TODAY)[1:])
        if folded.all(Choice, "choices") and folded.all(Assessment, "assessments")
    ]
    assert len(on_the_way) >= 10
    assert all({col for col, _ in one.docs} >= {"weeks", "sessions", "competencies"} for one in on_the_way)
