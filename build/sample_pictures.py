"""Draws the sample's pictures anew: each SVG in ``assets/sample/`` to a small JPEG in its ``pictures/``.

Run by hand after a drawing changed, as ``build/sample_pictures.py CHROMIUM``; the JPEGs are kept in the
repository, since two Chromiums need not give the same bytes and the sample's bytes must not change.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

import places

SIZE = (640, 480)
MOST_BYTES = 26_000
QUALITIES = (72, 60, 50, 42, 36)
DRAWN = places.ASSETS / "sample" / "pictures"


def draw(page: Page, source: Path) -> bytes:
    """Returns a drawing as JPEG, in the best of QUALITIES that keeps it under MOST_BYTES."""
    page.set_content(f"<style>body{{margin:0}}</style>{source.read_text('utf-8')}")
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    data = b""
    for quality in QUALITIES:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        data = out.getvalue()
        if len(data) < MOST_BYTES:
            break
    return data


def main(chromium: str) -> None:
    """Draws every picture with the browser at `chromium`."""
    width, height = SIZE
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": height})
        for source in sorted((places.ASSETS / "sample").glob("*.svg")):
            (DRAWN / f"{source.stem}.jpg").write_bytes(draw(page, source))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
