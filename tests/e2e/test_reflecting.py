"""A learner looks back by a face and words, finds it in the journal, and shows works to a visitor."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.chromium import Device
from tests.e2e.hands import record, says, screen, spot, tap, words, write
from tests.e2e.sites import Site
from tests.e2e.steps import first_visit

Devices = Callable[..., Device]


def test_a_thought_is_kept_and_found_again_without_a_network(site: Site, device: Devices) -> None:
    mia = device("mia")
    page = first_visit(site, mia, "learner", "Mia")
    site.stop()
    tap(page, "nav-me")
    tap(page, "to-journal")
    screen(page, "journal")
    tap(page, "first-step")
    screen(page, "reflect")
    tap(page, "another")
    tap(page, "face-3")
    write(page, "thought", "I tried it another way.")
    tap(page, "keep-thought")
    screen(page, "journal")
    says(page, "I tried it another way.")
    says(page, "What made you curious lately?")
    page.reload()
    mia.first_screen(page, "journal")
    says(page, "I tried it another way.")
    says(page, "Good")


def test_a_visitor_sees_slides_by_tap_and_by_key_and_nothing_beside(site: Site, device: Devices) -> None:
    page = device("somebody").open(site.address)
    tap(page, "sample")
    tap(page, "sample-learner")
    screen(page, "today")
    tap(page, "nav-portfolio")
    tap(page, "show-goal")
    tap(page, record(page, "shelf-goal-"))
    screen(page, "shelf")
    tap(page, "present")
    screen(page, "present")
    tap(page, "slide-on")
    says(page, "1 of ")
    page.keyboard.press("ArrowRight")
    says(page, "2 of ")
    assert spot(page, "nav-portfolio").count() == 0
    assert "sample books" not in words(page)
    tap(page, "end")
    screen(page, "shelf")
