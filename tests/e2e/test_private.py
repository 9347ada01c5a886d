"""What stays on this device, put into the book; what a file of the book says of it before and after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.chromium import Device
from tests.e2e.hands import first, record, says, screen, spot, tap, write
from tests.e2e.sites import Site
from tests.e2e.steps import begin, saved

Devices = Callable[..., Device]
PRIVATE = "I hear badly on the left"


def test_what_was_private_goes_out_only_once_it_is_put_into_the_book(
    site: Site, device: Devices, tmp_path: Path
) -> None:
    mia = device("mia")
    page = begin(site, mia, "learner", "Mia")
    tap(page, "nav-me")
    screen(page, "me")
    tap(page, "add-need")
    tap(page, "where-here-need")
    write(page, "tell-need", PRIVATE)
    says(page, "Only on this device")
    tap(page, "nav-share")
    assert PRIVATE not in saved(page, tmp_path).read_text("utf-8")

    # what it means is said before it is done
    tap(page, "nav-me")
    tap(page, record(page, "open-"))
    tap(page, first(page, "put-in-"))
    says(page, "Everyone who gets a file of this book from now on can read it.")
    tap(page, first(page, "put-in-yes-"))
    says(page, "It is in the book now. It goes out with the next file.")
    spot(page, "screen-me").get_by_text("Only on this device").wait_for(state="detached")
    page.reload()
    mia.first_screen(page, "me")
    says(page, PRIVATE)
    tap(page, "nav-share")
    assert PRIVATE in saved(page, tmp_path).read_text("utf-8")
    assert not mia.faults
