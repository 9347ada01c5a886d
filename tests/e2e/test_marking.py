"""A rubric on the built site: made by a teacher, marked by the learner, a friend and the teacher, and changed
while marks stand by it; what the marks come to is told in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.chromium import Device
from tests.e2e.hands import first, named, record, says, screen, spot, tap, write
from tests.e2e.sites import Site
from tests.e2e.steps import begin, open_learner, saved, take_in, taken_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.extra
Devices = Callable[..., Device]
RUBRIC, WAY, SKILL = "How we look at towers", "Build a tower", "practise a little"
STANDS, HOLDS = "It stands by itself", "It holds a heavy book"
PIECES = ("My first tower is of paper.", "My second tower is of spaghetti.")


def test_a_rubric_is_marked_by_three_and_keeps_its_marks(site: Site, device: Devices, tmp_path: Path) -> None:
    learner = begin(site, device("mia"), "learner", "Mia")
    teacher = begin(site, device("rosa", width=1280, height=800), "teacher", "Ms Rosa")
    tap(learner, "nav-share")
    tap(teacher, "nav-share")
    taken_in(teacher, saved(learner, tmp_path))
    _writes_a_rubric_and_a_way(teacher)
    _passed(teacher, learner, tmp_path)

    # the learner shows two pieces, and sees the first by the teacher's words; so does a friend
    _shows(learner, PIECES[0], "mark-c1-2")
    says(learner, "My own view")
    says(learner, f"2 · {STANDS}")
    tap(learner, "ask-friend")
    write(learner, "friend-name", "Ada")
    tap(learner, "friend-begin")
    tap(learner, "mark-c1-3")
    says(learner, "These marks together say: Can do it")
    tap(learner, "keep-peer")
    tap(learner, "have-it-back")
    says(learner, "Ada, a friend")
    tap(learner, "back")
    _finds_the_skill(learner)
    tap(learner, "show-skill")
    write(learner, "capture-text", PIECES[1])
    tap(learner, "keep")
    screen(learner, "artefact")
    tap(learner, "back")
    tap(learner, "nav-share")
    file = saved(learner, tmp_path)

    # the teacher sees how Mia and Ada see it, marks it, judges the other, and takes a level's words out
    tap(teacher, "nav-share")
    taken_in(teacher, file)
    tap(teacher, "nav-review")
    _marks(teacher, PIECES[0], "How Mia sees it", f"2 · {STANDS}", "Ada, a friend", f"3 · {HOLDS}")
    says(teacher, PIECES[1])
    tap(teacher, "say-more")
    tap(teacher, "judge")
    tap(teacher, first(teacher, "level-").removesuffix("-1") + "-3")
    tap(teacher, "keep-judgement")
    says(teacher, "Nothing waits for you")
    _takes_words_out(teacher)
    _passed(teacher, learner, tmp_path)

    # no mark is lost: the words of one are gone, its number stays, and so does the level with its reason
    tap(learner, "nav-portfolio")
    tap(learner, named(learner, "piece-", PIECES[0]))
    screen(learner, "artefact")
    says(learner, "3 · Can do it")
    tap(learner, "back")
    _finds_the_skill(learner)
    level = spot(learner, "competency-level")
    level.get_by_text("2 of 3 pieces · one more of another kind").wait_for(state="attached")


def _writes_a_rubric_and_a_way(teacher: Page) -> None:
    tap(teacher, "nav-library")
    tap(teacher, "tab-rubrics")
    tap(teacher, "new-rubrics")
    write(teacher, "rubric-title", RUBRIC)
    write(teacher, "criterion-c1", "How strong it is")
    for level, words in ((1, "It stands with help"), (2, STANDS), (3, HOLDS)):
        write(teacher, f"words-c1-{level}", words)
    tap(teacher, "keep-item")
    says(teacher, "Kept. Each learner gets it")
    tap(teacher, "tab-activities")
    tap(teacher, "new-activities")
    write(teacher, "way-title", WAY)
    write(teacher, "form-skills", SKILL)
    tap(teacher, first(teacher, "skill-"))
    tap(teacher, "more-parts")
    tap(teacher, record(teacher, "rubric-"))
    tap(teacher, "keep-way")
    says(teacher, WAY)


def _passed(teacher: Page, learner: Page, folder: Path) -> None:
    """The teacher's file for the learner is taken in there."""
    open_learner(teacher)
    tap(teacher, "tab-share")
    file = saved(teacher, folder)
    tap(learner, "nav-share")
    take_in(learner, file)
    tap(learner, "take-in")
    says(learner, "1 file taken in")


def _finds_the_skill(learner: Page) -> None:
    tap(learner, "nav-path")
    tap(learner, "open-skills")
    write(learner, "framework-search", SKILL)
    tap(learner, first(learner, "competency-"))
    spot(learner, "competency-level").wait_for(state="attached")


def _shows(learner: Page, words: str, mark: str) -> None:
    """Sees what good work is, chooses the way, shows a piece made by it, and marks it."""
    _finds_the_skill(learner)
    tap(learner, record(learner, "way-"))
    tap(learner, "good-work")
    says(learner, HOLDS)
    tap(learner, "choose-way")
    tap(learner, "start-way")
    tap(learner, "show-way")
    write(learner, "capture-text", words)
    tap(learner, mark)
    tap(learner, "keep")
    screen(learner, "artefact")


def _marks(teacher: Page, piece: str, *seen: str) -> None:
    """The teacher answers the piece that waits, by the rubric alone."""
    says(teacher, piece)
    tap(teacher, "say-more")
    for words in seen:
        says(teacher, words)
    tap(teacher, "judge")
    tap(teacher, "mark-c1-3")
    says(teacher, "These marks together say: Can do it")
    tap(teacher, "keep-judgement")
    says(teacher, "Said. It goes out with the next file.")


def _takes_words_out(teacher: Page) -> None:
    """Takes away the words of a level that was marked, having been told what that means."""
    tap(teacher, "nav-library")
    tap(teacher, "tab-rubrics")
    tap(teacher, record(teacher, "item-"))
    write(teacher, "words-c1-3", "")
    tap(teacher, "keep-item")
    says(teacher, "2 marks in the learners' books use words that you took out.")
    tap(teacher, "keep-anyway")
    says(teacher, "Kept. Each learner gets it")
