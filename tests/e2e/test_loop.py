"""The learning loop on the built site: choose, do, show, be judged, see what is next.

A learner, without a network, chooses a way, shows what came of it and sees what still is missing. A
teacher judges it, and writes a way of their own, which travels back with the learner's book in one file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.chromium import Device
from tests.e2e.hands import record, says, screen, tap, write
from tests.e2e.sites import Site
from tests.e2e.steps import first_visit, open_learner, saved, take_in, taken_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

Devices = Callable[..., Device]
WAY = "Build a strength tower"
SHOWN = "I am good at explaining. I explained snow to my brother."


def first(page: Page, prefix: str) -> str:
    """Waits for the first control whose name begins with `prefix` and returns its name."""
    found = page.locator(f'[flt-semantics-identifier^="{prefix}"]').first
    found.wait_for(state="attached")
    return str(found.get_attribute("flt-semantics-identifier"))


def test_the_loop_goes_round_between_two_devices(site: Site, device: Devices, tmp_path: Path) -> None:
    mia, rosa = device("mia"), device("rosa")
    learner = first_visit(site, mia, "learner", "Mia")
    teacher = first_visit(site, rosa, "teacher", "Ms Rosa")
    site.stop()

    # the learner sees where to go and why, and picks a way
    tap(learner, "nav-path")
    screen(learner, "path")
    says(learner, "Open now")
    tap(learner, "tell-why")
    says(learner, "Something new")
    tap(learner, "do-suggested")
    screen(learner, "activity")
    tap(learner, "choose-way")
    tap(learner, "start-way")
    tap(learner, "show-way")
    screen(learner, "capture")
    says(learner, "The way you chose")
    tap(learner, first(learner, "can-"))
    write(learner, "capture-text", SHOWN)
    tap(learner, "sure-growing")
    tap(learner, "keep")
    screen(learner, "artefact")
    tap(learner, "back")
    tap(learner, "nav-path")
    says(learner, "1 waits to be looked at")
    tap(learner, "nav-share")
    screen(learner, "share")
    taken = saved(learner, tmp_path)

    # the teacher finds it in the queue, judges it, and writes another way for the same
    tap(teacher, "nav-share")
    screen(teacher, "share")
    taken_in(teacher, taken)
    tap(teacher, "nav-review")
    screen(teacher, "review")
    says(teacher, SHOWN)
    tap(teacher, "say-more")
    tap(teacher, "judge")
    tap(teacher, first(teacher, "level-"))
    write(teacher, "judge-text", "You gave a real example.")
    tap(teacher, "keep-judgement")
    says(teacher, "Said. It goes out with the next file.")
    _writes_a_way(teacher)
    open_learner(teacher)
    tap(teacher, "tab-share")
    back = saved(teacher, tmp_path)

    # it comes back with the library, and the learner sees both
    tap(learner, "nav-share")
    take_in(learner, back)
    says(learner, "Ms Rosa")
    tap(learner, "take-in")
    says(learner, "1 file taken in")
    tap(learner, "nav-portfolio")
    tap(learner, record(learner, "piece-"))
    screen(learner, "artefact")
    says(learner, "You gave a real example.")
    learner.reload()
    mia.first_screen(learner, "artefact")
    says(learner, "You gave a real example.")


def _writes_a_way(teacher: Page) -> None:
    """Writes an activity with three ways to show it into the own library."""
    tap(teacher, "nav-library")
    tap(teacher, "tab-activities")
    tap(teacher, "new-activities")
    screen(teacher, "item")
    write(teacher, "way-title", WAY)
    for way in ("photo", "words", "audio"):
        tap(teacher, f"show-{way}")
    tap(teacher, "minutes-20")
    tap(teacher, "keep-way")
    says(teacher, WAY)
