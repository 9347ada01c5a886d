"""Copies of one book: changed apart and settled, lost with a device and brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.chromium import Device
from tests.e2e.hands import names, says, screen, spot, tap, to_goals, words, write
from tests.e2e.sites import Site
from tests.e2e.steps import (
    begin,
    digest,
    learner_of,
    make_goal,
    open_goal,
    open_learner,
    saved,
    take_in,
    taken_in,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

Devices = Callable[..., Device]
HERS, MINE = "She mixes three shades in a row", "She can tell her brother why"


def change_measure(page: Page, text: str) -> None:
    """Changes on the open goal how one sees that it is reached."""
    tap(page, "part-measure")
    screen(page, "goal-form")
    write(page, "goal-measure", text)
    tap(page, "keep-goal")
    screen(page, "goal")
    says(page, text)


def versions(page: Page) -> list[str]:
    """Waits for the versions that can be kept, and returns what their buttons are called."""
    says(page, "2 versions")
    spot(page, "screen-goal").locator('[flt-semantics-identifier^="keep-"]').nth(1).wait_for(state="attached")
    return [name for name in names(page) if name.startswith("keep-") and "-measure-" in name]


def test_two_versions_are_settled_and_a_lost_device_is_made_good(
    site: Site, device: Devices, tmp_path: Path
) -> None:
    mia, teacher = device("mia"), device("teacher", width=820, height=1180)
    page = begin(site, mia, "learner", "Mia")
    hers = begin(site, teacher, "teacher", "Ms Adeyemi")
    make_goal(page, "Explain ratios to my sister", "She can mix the same green")
    tap(page, "back")
    tap(page, "nav-share")
    taken_in(hers, saved(page, tmp_path), by="take-in-files")
    tap(hers, "taken-done")

    # both change the same words, neither knows of the other
    open_learner(hers)
    open_goal(hers)
    change_measure(hers, HERS)
    tap(hers, "back")
    tap(hers, "tab-share")
    from_teacher = saved(hers, tmp_path)
    to_goals(page)
    open_goal(page)
    change_measure(page, MINE)
    tap(page, "back")
    tap(page, "nav-share")
    from_mia = saved(page, tmp_path)

    # after the exchange both see both
    tap(hers, "nav-share")
    taken_in(hers, from_mia)
    tap(hers, "taken-done")
    open_learner(hers)
    says(hers, "2 versions")
    open_goal(hers)
    assert len(versions(hers)) == 2
    taken_in(page, from_teacher)
    tap(page, "taken-done")
    to_goals(page)
    says(page, "2 versions")
    open_goal(page)
    first, second = versions(page)
    for shown in (page, hers):
        says(shown, HERS)
        says(shown, MINE)

    # one settles it, and the next exchange tells the other
    tap(page, first)
    spot(page, second).wait_for(state="detached")
    kept, dropped = (HERS, MINE) if HERS in words(page) else (MINE, HERS)
    assert dropped not in words(page)
    tap(page, "back")
    tap(page, "nav-share")
    backup = saved(page, tmp_path)
    tap(hers, "nav-share")
    taken_in(hers, backup)
    tap(hers, "taken-done")
    open_learner(hers)
    open_goal(hers)
    says(hers, kept)
    assert dropped not in words(hers)
    assert "2 versions" not in words(hers)
    tap(hers, "back")
    tap(hers, "tab-share")
    assert digest(saved(hers, tmp_path)) == digest(backup)

    # Mia's device is gone: another one, and the last file
    mia.close()
    found = device("found")
    page = found.open(site.address)
    take_in(page, backup, by="bring-back")
    tap(page, "take-in")
    says(page, "Who uses this device?")
    tap(hers, "nav-class")
    space = learner_of(hers).removeprefix("learner-")
    tap(page, f"whose-{space}")
    screen(page, "today")
    says(page, "Hello, Mia")
    to_goals(page)
    open_goal(page)
    says(page, "Explain ratios to my sister")
    says(page, kept)
    tap(page, "feeling-on_my_way")
    says(page, "1 check-in so far")
    page.reload()
    found.first_screen(page)
    says(page, "1 check-in so far")
    tap(page, "back")
    tap(page, "nav-share")
    later = saved(page, tmp_path)
    tap(hers, "nav-share")
    taken_in(hers, later)
    tap(hers, "taken-done")
    open_learner(hers)
    open_goal(hers)
    says(hers, "1 check-in so far")
    says(hers, kept)
    assert "2 versions" not in words(hers)
    assert not (mia.faults or teacher.faults or found.faults)
