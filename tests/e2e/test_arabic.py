"""Ownway from right to left on the built site: the main screens of a learner and a teacher, mirrored."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.e2e.chromium import Device
from tests.e2e.hands import calm, first, names, screen, spot, tap
from tests.e2e.sites import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.extra
Devices = Callable[..., Device]
WIDTH = 1280
PLACES = {
    "learner": ("today", "path", "portfolio", "me", "share"),
    "teacher": ("class", "review", "library", "share", "settings"),
}


def test_it_is_mirrored_in_arabic(site: Site, device: Devices) -> None:
    mia = device("mia", width=WIDTH, height=800, locale="ar")
    page = mia.open(site.address)
    for role, places in PLACES.items():
        tap(page, "sample")
        tap(page, f"sample-{role}")
        screen(page, places[0])
        assert page.evaluate("document.documentElement.dir") == "rtl"
        for place in places:
            tap(page, f"nav-{place}")
            spot(page, f"screen-{place}").or_(spot(page, "screen-books")).first.wait_for(state="attached")
            calm(page)
            assert "failed" not in names(page), place
            assert _middle(page, f"nav-{place}") > WIDTH * 0.8, "the rail is on the right"
        tap(page, "nav-portfolio" if role == "learner" else "nav-class")
        tap(page, first(page, "piece-" if role == "learner" else "learner-"))
        screen(page, "artefact" if role == "learner" else "learner")
        calm(page)
        assert _middle(page, "back") > _middle(
            page, f"screen-{'artefact' if role == 'learner' else 'learner'}"
        )
        tap(page, "remove-sample")
        screen(page, "start")
    assert not mia.faults


def _middle(page: Page, name: str) -> float:
    """How far from the left edge the middle of something is."""
    box = spot(page, name).bounding_box()
    assert box, name
    return box["x"] + box["width"] / 2
