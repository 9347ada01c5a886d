"""What people do in more than one test: begin, write a goal, hand a file over, take one in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.chromium import Device
from tests.e2e.hands import button, record, says, screen, spot, tap, to_goals, write
from tests.e2e.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page


def begin(site: Site, device: Device, role: str, name: str) -> Page:
    """A device begins, used by `name`."""
    page = device.open(site.address)
    tap(page, f"role-{role}")
    write(page, "name", name)
    tap(page, "begin")
    screen(page, "today" if role == "learner" else "class")
    return page


def first_visit(site: Site, device: Device, role: str, name: str) -> Page:
    """A device begins, and is kept for offline use: the server may go away."""
    page = begin(site, device, role, name)
    device.kept_offline(page)
    return page


def make_goal(page: Page, statement: str, measure: str) -> None:
    """Writes a learner's first goal; its screen is open afterwards."""
    to_goals(page)
    tap(page, "first-step")
    screen(page, "goal-form")
    write(page, "goal-statement", statement)
    tap(page, "next")
    write(page, "goal-measure", measure)
    tap(page, "keep-goal")
    screen(page, "goal")
    says(page, measure)


def open_learner(page: Page) -> None:
    """Opens the only learner of a teacher's or family's device."""
    tap(page, "nav-class")
    screen(page, "class")
    tap(page, learner_of(page))
    screen(page, "learner")


def learner_of(page: Page) -> str:
    """Waits for a learner's name on the list and returns what it is called."""
    found = spot(page, "screen-class").locator('[flt-semantics-identifier^="learner-"]').first
    found.wait_for(state="attached")
    return str(found.get_attribute("flt-semantics-identifier"))


def open_goal(page: Page) -> None:
    """Opens the first goal of the list on the screen."""
    tap(page, record(page, "goal-"))
    screen(page, "goal")


def saved(page: Page, folder: Path) -> Path:
    """Saves the book as a file and returns it."""
    with page.expect_download() as waiting:
        button(page, "save-file").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def digest(file: Path) -> str:
    """What stands for all that is in the book of a file."""
    return str(json.loads(file.read_bytes())["digest"])


def choose(page: Page, name: str, *files: Path) -> None:
    """Taps `name`, which asks for files, and chooses these."""
    with page.expect_file_chooser() as waiting:
        button(page, name).click()
    waiting.value.set_files(list(files))


def keep_with_photo(device: Device, page: Page, picture: Path, words: str) -> None:
    """Keeps what is in the capture form with a photo; the piece is there, and still there after a reload."""
    choose(page, "pick-photo", picture)
    says(page, "Your photo")
    tap(page, "keep")
    screen(page, "artefact")
    says(page, words)
    page.reload()
    device.first_screen(page, "artefact")
    says(page, words)


def take_in(page: Page, *files: Path, by: str = "choose-files") -> None:
    """Chooses files on the screen to share, or by another button, and waits for the preview."""
    choose(page, by, *files)
    says(page, "Nothing is changed until you say so")


def taken_in(page: Page, file: Path, by: str = "choose-files") -> None:
    """Takes one file in, up to the word that it is in."""
    take_in(page, file, by=by)
    tap(page, "take-in")
    says(page, "1 file taken in")
