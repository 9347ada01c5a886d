"""The pictures of README and manifest, drawn from the built site with the sample: ``make pictures``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.e2e.chromium import ROOT, Device
from tests.e2e.hands import calm, record, screen, spot, tap, to_goals
from tests.e2e.sites import Site, built

if TYPE_CHECKING:
    from playwright.sync_api import Page

PICTURES, SHOTS = ROOT / "docs" / "pictures", ROOT / "assets" / "screenshots"


def keep(page: Page, *files: Path) -> None:
    """Waits until the screen rests, and keeps a picture of it."""
    calm(page)
    page.wait_for_function("document.getElementById('start') === null")
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=file)
        print(file.relative_to(ROOT))


def look_around(device: Device, address: str, role: str) -> Page:
    """Opens the sample as `role`."""
    page = device.open(address)
    tap(page, "sample")
    tap(page, f"sample-{role}")
    screen(page, "today" if role == "learner" else "class")
    return page


def learner(device: Device, address: str) -> None:
    """A learner's screens on a phone."""
    page = look_around(device, address, "learner")
    keep(page, PICTURES / "today-phone.png", SHOTS / "narrow-today.png")
    tap(page, "nav-portfolio")
    screen(page, "portfolio")
    spot(page, "show-more").wait_for(state="attached")
    keep(page, PICTURES / "portfolio-phone.png", SHOTS / "narrow-portfolio.png")
    tap(page, "nav-path")
    screen(page, "path")
    spot(page, "do-suggested").wait_for(state="attached")
    keep(page, PICTURES / "path-phone.png", SHOTS / "narrow-path.png")
    tap(page, "open-growth")
    screen(page, "growth")
    keep(page, PICTURES / "growth-phone.png")
    tap(page, "back")
    tap(page, "do-suggested")
    screen(page, "activity")
    keep(page, PICTURES / "activity-phone.png")
    tap(page, "back")
    screen(page, "path")
    tap(page, "place-week")
    screen(page, "week")
    keep(page, PICTURES / "week-phone.png")
    to_goals(page)
    tap(page, record(page, "goal-"))
    screen(page, "goal")
    keep(page, PICTURES / "goal-phone.png", SHOTS / "narrow-goal.png")
    tap(page, "back")
    tap(page, "nav-me")
    screen(page, "me")
    keep(page, PICTURES / "me-phone.png")
    tap(page, "nav-today")
    tap(page, "capture")
    screen(page, "capture")
    keep(page, PICTURES / "capture-phone.png", SHOTS / "narrow-capture.png")
    tap(page, "close")
    tap(page, "nav-me")
    tap(page, "theme-dark")
    tap(page, "nav-today")
    screen(page, "today")
    keep(page, PICTURES / "today-dark.png")


def teacher(device: Device, address: str) -> None:
    """A teacher's screens on a laptop."""
    page = look_around(device, address, "teacher")
    tap(page, "nav-review")
    screen(page, "review")
    keep(page, PICTURES / "review-desktop.png")
    tap(page, "nav-class")
    name = record_learner(page)
    keep(page, PICTURES / "class-desktop.png", SHOTS / "wide-class.png")
    tap(page, name)
    tap(page, "tab-portfolio")
    keep(page, PICTURES / "learner-desktop.png")


def record_learner(page: Page) -> str:
    """Waits for the class, and returns the name of Mia's row."""
    row = page.locator('[flt-semantics-identifier^="learner-"]', has_text="Mia").first
    row.wait_for(state="attached", timeout=60_000)
    return str(row.get_attribute("flt-semantics-identifier"))


def main() -> int:
    """Draws every picture anew."""
    site = Site(built(ROOT / "src", ROOT / "build" / "web"))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profiles:
        phone = Device(playwright, Path(profiles) / "phone", width=390, height=844)
        learner(phone, site.address)
        phone.close()
        laptop = Device(playwright, Path(profiles) / "laptop", width=1280, height=800)
        teacher(laptop, site.address)
        laptop.close()
    site.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
