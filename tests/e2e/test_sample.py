"""Looking around in the sample, as two people, and taking it away again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.e2e.chromium import Device
from tests.e2e.hands import says, screen, spot, tap, words
from tests.e2e.sites import Site
from tests.e2e.steps import learner_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

Devices = Callable[..., Device]
# Every book and photo that lies in the app's folder, without the device's own book.
LYING = """async () => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("books");
  const found = [];
  for (const name of ["spaces", "blobs"]) {
    const folder = await root.getDirectoryHandle(name, { create: true });
    for await (const entry of folder.keys()) found.push(`${name}/${entry}`);
  }
  return found;
}"""
NAMES = ("Mia", "Ms Adeyemi", "Chidi", "Elif")


def nobody_is_left(page: Page) -> None:
    """The start screen is there, and no name, book or photo of the sample."""
    screen(page, "start")
    spot(page, "role-learner").wait_for(state="attached")
    assert page.evaluate(LYING) == []
    assert spot(page, "remove-sample").count() == 0
    assert not [name for name in NAMES if name in words(page)]


def test_the_sample_is_seen_as_two_people_and_leaves_nothing(site: Site, device: Devices) -> None:
    somebody = device("somebody")
    page = somebody.open(site.address)
    tap(page, "sample")
    tap(page, "sample-learner")
    screen(page, "today")
    says(page, "Hello, Mia")
    says(page, "These are sample books to look around in.")
    assert len(page.evaluate(LYING)) > 1
    tap(page, "nav-portfolio")
    screen(page, "portfolio")
    tap(page, "remove-sample")
    nobody_is_left(page)
    page.reload()
    somebody.first_screen(page, "start")
    nobody_is_left(page)

    tap(page, "sample")
    tap(page, "sample-teacher")
    screen(page, "class")
    says(page, "See first")
    assert len(page.evaluate(LYING)) > 30
    tap(page, learner_of(page))
    screen(page, "learner")
    tap(page, "remove-sample")
    nobody_is_left(page)
    page.reload()
    somebody.first_screen(page, "start")
    nobody_is_left(page)

    tap(page, "role-teacher")
    spot(page, "begin").wait_for(state="attached")
    assert spot(page, "name").locator("input").first.input_value() == ""
    assert not somebody.faults
