"""A voice as evidence and as a thought on the built site: recorded, kept without a network, heard again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.e2e.chromium import Device
from tests.e2e.hands import button, first, record, says, screen, spot, tap
from tests.e2e.sites import Site
from tests.e2e.steps import first_visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

Devices = Callable[..., Device]


def test_a_voice_is_kept_and_heard_again_without_a_network(site: Site, device: Devices) -> None:
    mia = device("mia", microphone=True)
    page = first_visit(site, mia, "learner", "Mia")
    site.stop()
    tap(page, "capture")
    _records(page)
    _hears(page)
    tap(page, "drop-attached")
    _records(page)
    tap(page, "keep")
    screen(page, "artefact")

    # a thought is spoken as well, and both are there after a start
    tap(page, "back")
    tap(page, "nav-me")
    tap(page, "to-journal")
    tap(page, "first-step")
    screen(page, "reflect")
    _records(page)
    tap(page, "keep-thought")
    screen(page, "journal")
    page.reload()
    mia.first_screen(page, "journal")
    _hears(page)
    tap(page, "back")
    tap(page, "nav-portfolio")
    tap(page, record(page, "piece-"))
    screen(page, "artefact")
    _hears(page)
    assert not mia.faults


def _records(page: Page) -> None:
    """Speaks for a second."""
    tap(page, "record")
    says(page, "Listening… 0:01")
    tap(page, "record-stop")
    spot(page, "listen-new").wait_for(state="attached")


def _hears(page: Page) -> None:
    """Plays the voice on the screen: the button stops it while it plays."""
    name = first(page, "listen-")
    button(page, name).click()
    spot(page, name).get_by_role("button", name="Stop").or_(
        page.locator(f'[flt-semantics-identifier="{name}"][aria-label*="Stop"]')
    ).first.wait_for(state="attached")
    tap(page, name)
