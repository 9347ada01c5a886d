"""A goal is made easier, split and let go on the built site, each with a why; the story of it can be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.e2e.chromium import Device
from tests.e2e.hands import named, says, screen, tap, words, write
from tests.e2e.sites import Site
from tests.e2e.steps import begin, make_goal

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.extra
Devices = Callable[..., Device]
GOAL, PART = "Read a long map and draw our river", "Draw our river"
HARD, MUCH, OTHER = "The signs are hard alone.", "It is two things.", "I like photos of it more."


def test_a_goal_is_adapted_in_each_way_and_tells_its_story(site: Site, device: Devices) -> None:
    mia = device("mia")
    page = begin(site, mia, "learner", "Mia")
    make_goal(page, GOAL, "I show it to Dad")
    tap(page, "adapt")
    _adapts(page, "easier", HARD)
    says(page, "Made easier.")
    says(page, "With somebody who helps")
    _adapts(page, "split", MUCH)
    says(page, "Now it is a long goal with short ones in it.")
    tap(page, named(page, "goal-", PART))
    says(page, PART)
    tap(page, "adapt")
    _adapts(page, "let-go", OTHER)
    says(page, "Let go. You can open it again any time.")

    # each goal says what happened to it and why, also after a start
    tap(page, "goal-story")
    screen(page, "goal-story")
    says(page, "Mia let it go.")
    says(page, f"What I learned: {OTHER}")
    assert MUCH not in words(page)
    tap(page, "back")
    tap(page, "back")
    tap(page, named(page, "goal-", GOAL))
    tap(page, "goal-story")
    screen(page, "goal-story")
    page.reload()
    mia.first_screen(page, "goal-story")
    for said in (
        "Mia made it easier",
        f"What I learned: {HARD}",
        "Mia made 2 short goals of it.",
        f"What I learned: {MUCH}",
    ):
        says(page, said)
    assert not mia.faults


def _adapts(page: Page, way: str, learned: str) -> None:
    write(page, "learned", learned)
    tap(page, f"adapt-{way}")
