"""The shell of the static site, in a real Chromium, with a placeholder for the app."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.e2e.chromium import Device
from tests.e2e.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

Devices = Callable[..., Device]


def drawn(page: Page) -> bool:
    """Whether the placeholder's screen says what its libraries made."""
    return page.get_by_label(re.compile("Read a book: 1 kept")).count() == 1


def test_starts_and_draws_a_screen(shell: Site, device: Devices) -> None:
    mia = device("mia")
    page = mia.open(shell.address)
    assert drawn(page)
    assert page.locator("#start.leaving, #start").count() <= 1
    assert mia.faults == []
    assert mia.started_from(page) == "nothing"


def test_starts_again_without_the_server(shell: Site, device: Devices) -> None:
    mia = device("mia")
    page = mia.open(shell.address)
    mia.kept_offline(page)
    mia.close()
    shell.stop()
    page = mia.open(shell.address)
    assert drawn(page)
    assert mia.faults == []
