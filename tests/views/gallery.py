"""Pictures of every screen, drawn by the real client in Chromium: ``python -m tests.views.gallery``.

Each picture is a world, a route and a window: ``learner:/today@phone`` (also ``+dark``, ``+ar``,
``+big`` for text at 200 %). Without names all are drawn, into ``out/gallery``.
"""

import argparse
import asyncio
import json
import os
import socket
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import flet as ft
import flet_web
import uvicorn
from flet_web.fastapi import app as flet_app
from playwright.async_api import Page, Route, async_playwright

from app.services.ports import Picked
from app.views.app import App
from app.views.state import Shared
from tests.e2e.chromium import executable
from tests.fakes import DAY, NOW, FakeDevice, FakeWall
from tests.views import worlds

ROOT = Path(__file__).parents[2]
OUT = ROOT / "out" / "gallery"
FONTS = ROOT / "assets" / "fonts"
WINDOWS = {"small": (360, 640), "phone": (390, 844), "tablet": (820, 1180), "desktop": (1280, 800)}
WORLDS: dict[str, Callable[[], Awaitable[Shared]]] = {
    "nobody": worlds.nobody,
    "new": worlds.new_learner,
    "versions": worlds.versions,
    "learner": worlds.learner,
    "teacher": worlds.teacher,
    "family": lambda: worlds.teacher("family", "Dad"),
}
FAMILIES = {
    "Atkinson Hyperlegible Next": "AtkinsonHyperlegibleNext",
    "Noto Sans Arabic": "NotoSansArabic",
}
STANDS = '[flt-semantics-identifier^="screen-"]:not([flt-semantics-identifier="screen-opening"])'
ALL = (
    "nobody:/start@phone",
    "nobody:/start@small+big",
    "new:/today@phone",
    "new:/goals@phone",
    "learner:/today@phone",
    "learner:/today@phone+ar",
    "learner:/today@small+big",
    "learner:/today@tablet",
    "learner:/goals@phone+dark",
    "learner:/goals/wtdcynwqjgjgmsry.1-13@phone",
    "learner:/goals/wtdcynwqjgjgmsry.1-13@desktop",
    "learner:/goals/wtdcynwqjgjgmsry.1-14/edit@phone",
    "learner:/portfolio@phone",
    "learner:/portfolio@desktop",
    "learner:/portfolio/wtdcynwqjgjgmsry.1-30@desktop",
    "learner:/capture@phone",
    "learner:/me@phone",
    "learner:/share@phone+dark+ar",
    "versions:/goals/wtdcynwqjgjgmsry.1-6@phone",
    "teacher:/class@desktop",
    "teacher:/class@phone+dark",
    "teacher:/class@tablet+files",
    "teacher:/class/zy44eivu34d3ks4fann7/learner/portfolio@desktop",
    "teacher:/share@desktop",
    "family:/class@phone",
)


@dataclass(frozen=True)
class Shot:
    """One picture: which world, where, in which window, with which marks."""

    world: str
    route: str
    window: str
    marks: frozenset[str]

    @property
    def file(self) -> str:
        """The picture's file name."""
        where = self.route.strip("/").replace("/", "-") or "home"
        return "_".join((self.world, where, self.window, *sorted(self.marks))) + ".png"


def shot(text: str) -> Shot:
    """Reads ``world:/route@window+mark``."""
    world, _, rest = text.partition(":")
    route, _, how = rest.partition("@")
    window, *marks = (how or "phone").split("+")
    return Shot(world, route, window, frozenset(marks))


class Next:
    """Which picture is drawn now: pictures are drawn one after the other, so one place is enough."""

    shot = Shot("learner", "/today", "phone", frozenset())


async def show(page: ft.Page) -> None:
    """Draws the app of the next picture's world into a page."""
    wanted = Next.shot
    shared = await WORLDS[wanted.world]()
    theme = "dark" if "dark" in wanted.marks else "light"
    shared.workspace.prefer(theme=theme, language="ar" if "ar" in wanted.marks else "en")
    page.render_views(App, shared)
    if "files" in wanted.marks:
        await take_in(shared)


async def take_in(shared: Shared) -> None:
    """Chooses files as a teacher would: a good one, one with news, one that is cut off."""
    device = cast(FakeDevice, shared.device)
    for _ in range(100):
        if device.picking is not None:
            break
        await asyncio.sleep(0.1)
    files: list[Picked] = []
    pupils = (("Mia", "paws", 20), ("Chidi", "rocket", 21), ("Amara", "bird", 40))
    for who, sign, seed in pupils:
        space, other = await worlds.pupil(who, sign, seed, FakeWall(NOW - 21 * DAY))
        book = await other.open_book(space)
        if who == "Chidi":
            book.goals.write(statement="Learn to juggle", reason="For the fair")
        file = await other.share.export(book.book)
        files.append(Picked(file.name, file.data))
    files.append(Picked("mia (2) copy.txt", files[0].data[:9000]))
    assert device.picking is not None
    device.picking(files)


def serve(port: int) -> None:
    """Serves the app with the real client, whose Python runs here."""
    os.environ["FLET_WEB_NO_CDN"] = "true"
    application = flet_app(show, assets_dir=str(ROOT / "assets"), no_cdn=True)
    uvicorn.run(application, host="127.0.0.1", port=port, log_level="error")


async def fonts(route: Route) -> None:
    """Registers the site's two families, as `build` does for the real site."""
    web = Path(flet_web.__file__).parent / "web" / "assets"
    listed = json.loads((web / "FontManifest.json").read_text())
    for family, stem in FAMILIES.items():
        listed.append(
            {
                "family": family,
                "fonts": [{"asset": f"ours/{stem}-{w}.woff2", "weight": w} for w in (400, 700)],
            }
        )
    await route.fulfill(body=json.dumps(listed), content_type="application/json")


async def font(route: Route) -> None:
    """Serves a font file."""
    name = route.request.url.rpartition("/")[2]
    await route.fulfill(body=(FONTS / name).read_bytes(), content_type="font/woff2")


async def draw(page: Page, port: int, picture: Shot, folder: Path) -> None:
    """Draws one picture, once the screen stands."""
    Next.shot = picture
    await page.goto(f"http://127.0.0.1:{port}{picture.route}")
    if "big" in picture.marks:
        await page.add_style_tag(content="html{font-size:32px}")
    placeholder = page.locator("flt-semantics-placeholder")
    await placeholder.wait_for(state="attached", timeout=60_000)
    await placeholder.evaluate("e => e.click()")
    try:
        await page.locator(STANDS).first.wait_for(state="attached", timeout=20_000)
    except Exception as error:  # noqa: BLE001 - a picture of what is there says more
        print("!", picture.file, type(error).__name__)
    (folder / picture.file).write_bytes(await at_rest(page))
    print(folder / picture.file)


async def at_rest(page: Page) -> bytes:
    """Returns a picture once two in a row are the same, or after ten seconds."""
    before = b""
    for _ in range(14):
        await page.wait_for_timeout(700)
        now = await page.screenshot()
        if now == before and len(now) > 9_000:
            return now
        before = now
    return before


async def pictures(shots: list[Shot], folder: Path, port: int) -> None:
    """Draws pictures one after the other in one Chromium."""
    folder.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        for one in shots:
            width, height = WINDOWS[one.window]
            scale = 1.5 if width < 500 else 1
            context = await browser.new_context(
                viewport={"width": width, "height": height}, device_scale_factor=scale
            )
            await context.route("**/FontManifest.json", fonts)
            await context.route("**/ours/*.woff2", font)
            page = await context.new_page()
            page.on("pageerror", lambda error: print("pageerror", str(error)[:300]))
            await draw(page, port, one, folder)
            await context.close()
        await browser.close()


def main() -> None:
    """Serves the app and draws what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shots", nargs="*", default=ALL)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--serve", type=int, default=0, help="only serve, at this port")
    asked = parser.parse_args()
    if asked.serve:
        serve(asked.serve)
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    threading.Thread(target=serve, args=(port,), daemon=True).start()
    time.sleep(2)
    asyncio.run(pictures([shot(text) for text in asked.shots], asked.out, port))


if __name__ == "__main__":
    main()
