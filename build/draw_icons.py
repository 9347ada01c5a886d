"""Draw the PNG icons from the one SVG mark: run once after the mark changes, commit what it makes.

`python build/draw_icons.py` needs a Chromium (`build/chromium.py` finds one) and Playwright.
"""

from __future__ import annotations

import re

from playwright.sync_api import sync_playwright

import chromium
import places

TEAL = "#0F766E"
PAPER = "#F7F5F0"
FOLDER = places.ASSETS / "icons"
# File name, size, background, and how much of the side the mark takes.
DRAWN = (
    ("icon-192.png", 192, "transparent", 1.0),
    ("icon-512.png", 512, "transparent", 1.0),
    ("icon-maskable-192.png", 192, TEAL, 0.9),
    ("icon-maskable-512.png", 512, TEAL, 0.9),
    ("apple-touch-icon.png", 180, TEAL, 0.9),
    ("favicon.png", 48, "transparent", 1.0),
)


def page_of(mark: str, size: int, background: str, share: float) -> str:
    """A page of `size` pixels with the mark in its middle."""
    sized = re.sub(r"<svg ", f'<svg width="{size * share}" height="{size * share}" ', mark, count=1)
    return (
        f"<body style='margin:0;width:{size}px;height:{size}px;display:grid;place-items:center;"
        f"background:{background}'>{sized}</body>"
    )


def main() -> None:
    """Draw all of them."""
    mark = (FOLDER / "favicon.svg").read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        for name, size, background, share in DRAWN:
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(page_of(mark, size, background, share))
            page.screenshot(path=FOLDER / name, omit_background=background == "transparent")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
