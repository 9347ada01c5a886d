"""Too much: a file that no book can be, and a device without room."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from tests.e2e.chromium import Device
from tests.e2e.hands import PATIENCE_MS, says, screen, spot, tap, to_goals, write
from tests.e2e.sites import Site
from tests.e2e.steps import begin, choose, keep_with_photo
from tests.e2e.test_journey import photo

Devices = Callable[..., Device]
TOO_BIG = 65 * 1024 * 1024
LONGEST_LOOK_S = 20  # on a busy machine; two seconds on an idle one
WORDS = "I mixed 2 cups yellow with 3 cups blue"


def test_a_file_that_no_book_can_be_is_refused_in_words(site: Site, device: Devices, tmp_path: Path) -> None:
    mia = device("mia")
    page = begin(site, mia, "learner", "Mia")
    big = tmp_path / "film.json"
    with big.open("wb") as file:
        file.truncate(TOO_BIG)
    tap(page, "nav-share")
    screen(page, "share")
    begun = time.monotonic()
    choose(page, "choose-files", big)
    spot(page, "refusal").wait_for(state="attached", timeout=PATIENCE_MS)
    assert time.monotonic() - begun < LONGEST_LOOK_S
    says(page, "This file is too big to take in: 65 MB, where 64 MB is the most.")
    assert spot(page, "take-in").count() == 0
    tap(page, "not-now")
    screen(page, "share")
    to_goals(page)
    screen(page, "goals")
    assert not mia.faults


def test_a_full_device_keeps_the_words_on_the_screen(site: Site, device: Devices, tmp_path: Path) -> None:
    mia = device("mia")
    page = begin(site, mia, "learner", "Mia")

    # the device fills up, and Ownway starts on it all the same
    origin = site.address.removesuffix("/")
    browser = page.context.new_cdp_session(page)
    browser.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    page.reload()
    mia.first_screen(page, "today")
    tap(page, "capture")
    screen(page, "capture")
    choose(page, "pick-photo", photo(tmp_path / "first.png"))
    says(page, "There is no room for it on this device")
    write(page, "capture-text", WORDS)
    says(page, "There is no room left on this device, so this was not kept.")
    field = spot(page, "capture-text").locator("textarea").first
    assert field.input_value() == WORDS
    tap(page, "keep")
    says(page, "There is no room for it on this device")
    assert field.input_value() == WORDS
    says(page, "Not saved yet")

    # room is made: the same words and the photo are kept
    browser.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    keep_with_photo(mia, page, photo(tmp_path / "paint.png"), WORDS)
    assert not mia.faults
