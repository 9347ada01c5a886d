"""A teacher's own survey and quiz: written, asked by file, answered, and what they suggest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.chromium import Device
from tests.e2e.hands import first, record, says, screen, spot, tap, write
from tests.e2e.sites import Site
from tests.e2e.steps import begin, choose, open_learner, saved, take_in, taken_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.extra
Devices = Callable[..., Device]
SURVEY, QUIZ, SKILL = "You and numbers", "Shapes we know", "practise a little"
NEED, LIKES = "More time for fractions", "With a friend"


def test_a_survey_and_a_quiz_are_asked_by_file_and_suggest(
    site: Site, device: Devices, tmp_path: Path
) -> None:
    learner = begin(site, device("mia"), "learner", "Mia")
    teacher = begin(site, device("rosa", width=1280, height=800), "teacher", "Ms Rosa")
    tap(learner, "nav-share")
    tap(teacher, "nav-share")
    taken_in(teacher, saved(learner, tmp_path))
    tap(teacher, "nav-library")
    _takes_odd_files(teacher, tmp_path)
    _writes_a_survey(teacher)
    _writes_a_quiz(teacher)
    open_learner(teacher)
    tap(teacher, "tab-share")
    file = saved(teacher, tmp_path)
    take_in(learner, file)
    tap(learner, "take-in")
    says(learner, "1 file taken in")

    # the survey is asked where she looks at herself, and its answers are ideas until she says yes
    tap(learner, "nav-me")
    tap(learner, "open-asked")
    says(learner, "Ms Rosa asks you")
    tap(learner, record(learner, "asked-"))
    tap(learner, "face-3")
    tap(learner, "next")
    tap(learner, "option-o2")
    tap(learner, "next")
    write(learner, "answer", NEED)
    tap(learner, "next")
    tap(learner, "finish-survey")
    says(learner, "Because of the answers to")
    tap(learner, "accept-1")
    says(learner, "It is in the profile now.")
    tap(learner, "not-now-0")
    tap(learner, "to-profile")
    screen(learner, "me")
    says(learner, NEED)

    # the quiz is marked on the device; what it shows becomes a strength by a tap
    tap(learner, "nav-today")
    says(learner, QUIZ)
    tap(learner, "nav-me")
    tap(learner, "to-quizzes")
    tap(learner, record(learner, "asked-"))
    _does_the_quiz(learner)
    says(learner, "6 of 6 points")
    tap(learner, "back")
    tap(learner, "back")
    tap(learner, "nav-me")
    tap(learner, "open-ideas")
    screen(learner, "ideas")
    tap(learner, "accept-0")
    tap(learner, "back")
    screen(learner, "me")
    learner.reload()
    screen(learner, "me")
    says(learner, NEED)
    says(learner, SKILL)
    assert spot(learner, "open-ideas").count() == 0


def _takes_odd_files(teacher: Page, folder: Path) -> None:
    """What cannot be asked is refused in words; a question of a kind to come is kept, and the rest asked."""
    asked = {"id": "a", "kind": "yes_no", "text": "Do you like it?"}
    odd = {"id": "b", "kind": "hologram", "text": "Show it."}
    form = {"format": "ownway-survey", "version": 1, "kind": "other", "title": "Odd", "questions": []}
    files = {
        "empty.json": json.dumps(form),
        "odd.json": json.dumps({**form, "questions": [asked, odd]}),
        "none.json": "[1, 2]",
    }
    tap(teacher, "tab-surveys")
    for name, text in files.items():
        (folder / name).write_text(text)
    choose(teacher, "take-in-surveys", folder / "none.json")
    says(teacher, "This file is no survey and no quiz. Nothing was changed.")
    choose(teacher, "take-in-surveys", folder / "empty.json")
    says(teacher, "There is no question in it that can be asked. Nothing was changed.")
    assert teacher.locator('[flt-semantics-identifier^="form-"]').filter(has_text="my own").count() == 0
    choose(teacher, "take-in-surveys", folder / "odd.json")
    says(teacher, "can't show a question of the kind")
    assert teacher.locator('[flt-semantics-identifier^="form-"]').filter(has_text="my own").count() == 1


def _writes_a_survey(teacher: Page) -> None:
    tap(teacher, "new-surveys")
    write(teacher, "form-title", SURVEY)
    tap(teacher, "add-faces")
    write(teacher, "text-0", "How do you feel about numbers?")
    tap(teacher, "add-choice")
    write(teacher, "text-1", "How do you like to learn?")
    write(teacher, "lines-1", f"On my own\n{LIKES}")
    tap(teacher, "picture-1-1")
    tap(teacher, first(teacher, "icon-1-"))
    tap(teacher, "suggests-1-preference")
    tap(teacher, "add-words")
    write(teacher, "text-2", "What would help you?")
    tap(teacher, "suggests-2-need")
    _asks(teacher)


def _writes_a_quiz(teacher: Page) -> None:
    tap(teacher, "nav-library")
    tap(teacher, "tab-quizzes")
    tap(teacher, "new-quizzes")
    write(teacher, "form-title", QUIZ)
    tap(teacher, "kind-diagnostic")
    write(teacher, "form-skills", SKILL)
    tap(teacher, first(teacher, "skill-"))
    tap(teacher, "add-number")
    write(teacher, "text-0", "How many corners has a cube?")
    says(teacher, "It does not say which answer is right")
    write(teacher, "answer-0", "8")
    tap(teacher, "add-short")
    write(teacher, "text-1", "What has three sides?")
    write(teacher, "lines-1", "triangle\na triangle")
    tap(teacher, "add-order")
    write(teacher, "text-2", "From few corners to many")
    write(teacher, "lines-2", "circle\nsquare")
    tap(teacher, "add-match")
    write(teacher, "text-3", "What belongs together?")
    write(teacher, "lines-3", "ball = sphere\ndice = cube")
    _asks(teacher)


def _asks(teacher: Page) -> None:
    tap(teacher, first(teacher, "ask-"))
    says(teacher, "Asked. It goes out with the next file for Mia.")


def _does_the_quiz(learner: Page) -> None:
    tap(learner, "begin-quiz")
    write(learner, "answer", "8")
    tap(learner, "next")
    write(learner, "answer", "A triangle")
    tap(learner, "next")
    tap(learner, "up-o1")
    tap(learner, "next")
    tap(learner, "match-o1-o1")
    tap(learner, "match-o2-o2")
    tap(learner, "next")
    tap(learner, "hand-in")
    screen(learner, "result")
