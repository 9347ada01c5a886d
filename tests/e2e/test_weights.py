"""A teacher changes what counts for the next step; the learner sees other steps, and why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.chromium import Device
from tests.e2e.hands import named, says, screen, spot, tap, words
from tests.e2e.sites import Site
from tests.e2e.steps import begin, open_learner, saved, take_in, taken_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.extra
Devices = Callable[..., Device]
LIKED, TOLD = "A question about “Animals”", "Tell me what I do well"


def test_weights_change_the_order_of_the_next_steps_and_their_reasons(
    site: Site, device: Devices, tmp_path: Path
) -> None:
    learner = begin(site, device("mia"), "learner", "Mia")
    teacher = begin(site, device("rosa", width=1280, height=2000), "teacher", "Ms Rosa")

    # she likes something and said how she learns; what she likes counts more
    tap(learner, "nav-me")
    tap(learner, "suggest-interest-0")
    tap(learner, "suggest-preference-0")
    tap(learner, "nav-path")
    assert named(learner, "next-up", LIKED)
    tap(learner, "tell-why")
    says(learner, "3 points: you like")
    tap(learner, "nav-share")
    tap(teacher, "nav-share")
    taken_in(teacher, saved(learner, tmp_path))

    # the teacher says that what she likes does not count, and hands the book back
    tap(teacher, "nav-settings")
    tap(teacher, "open-weights")
    _slides_to_nothing(teacher, "weight-interest")
    open_learner(teacher)
    tap(teacher, "tab-share")
    take_in(learner, saved(teacher, tmp_path))
    tap(learner, "take-in")
    says(learner, "1 file taken in")
    tap(learner, "nav-path")
    assert named(learner, "next-up", TOLD)
    tap(learner, "tell-why")
    says(learner, "2 points: you said")
    assert "points: you like" not in words(learner)


def _slides_to_nothing(page: Page, name: str) -> None:
    """Moves a slider to its beginning by the pointer, and waits until it says so."""
    screen(page, "weights")
    box = spot(page, name).bounding_box()
    assert box, name
    page.mouse.click(box["x"] + 24, box["y"] + box["height"] / 2)
    page.get_by_text("0", exact=True).wait_for(state="attached")
