"""A teacher's library on the built site: a large framework comes in while the screen still answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.big_framework import ITEMS, PARTS, TITLE, big_framework
from tests.e2e.chromium import Device
from tests.e2e.hands import button, first, says, screen, spot, tap, write
from tests.e2e.sites import Site
from tests.e2e.steps import choose, first_visit

Devices = Callable[..., Device]
NEWER = "I can count to the last number there is."


def test_a_large_framework_comes_in_while_the_screen_answers(
    site: Site, device: Devices, tmp_path: Path
) -> None:
    page = first_visit(site, device("rosa"), "teacher", "Ms Rosa")
    site.stop()
    file = tmp_path / "north.json"
    file.write_bytes(big_framework())
    assert file.stat().st_size > 1_600_000
    tap(page, "nav-library")
    tap(page, "import-framework")
    choose(page, "choose-file", file)
    says(page, TITLE)
    says(page, f"{ITEMS} new competencies")
    tap(page, "take-in-framework")

    # it comes, and a tap is answered before it has come
    spot(page, "import-progress").wait_for(state="attached")
    button(page, "back").dispatch_event("click")
    screen(page, "library")
    says(page, f"{ITEMS - PARTS} competencies")
    tap(page, first(page, "framework-f"))
    screen(page, "framework")
    write(page, "framework-search", "B.9.9.699")
    says(page, "I can do number 699")

    # the same file brings nothing, a newer one what is new
    file.write_bytes(big_framework(last=NEWER))
    tap(page, "back")
    tap(page, "import-framework")
    choose(page, "choose-file", file)
    says(page, "1 changed competency")
    says(page, "as they were")
    tap(page, "take-in-framework")
    spot(page, "import-done").wait_for(state="attached")
    tap(page, "show-framework")
    screen(page, "framework")
    write(page, "framework-search", "last number")
    says(page, NEWER)
