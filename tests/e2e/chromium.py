"""Start a real Chromium as a device: its own profile, no network but this machine."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "build"))

import chromium as recipe  # noqa: E402 - the recipe's own finder, from the path just added

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Playwright, Request

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
FIRST_SCREEN = '[flt-semantics-identifier^="screen-"]:not([flt-semantics-identifier="screen-opening"])'
LONGEST_START_MS = 120_000
# WebAssembly as it is compiled at first, and no better: a start takes half the processor's time.
IN_HASTE = ("--js-flags=--liftoff-only",)
A_MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")  # it hums and beeps
OWN_SCHEMES = ("data:", "blob:", "about:", "chrome-extension:")


def executable() -> str:
    """CHROMIUM, one on the PATH, or Playwright's own; says what to do when there is none."""
    return recipe.find()


class Device:
    """One person's device: a browser profile that survives `close`, `kill` and `open`.

    `foreign` holds every address outside the site's origin that was asked for; the `device` fixture
    fails the test when it is not empty. `words` are the console's lines, for messages of failures.
    """

    def __init__(
        self,
        playwright: Playwright,
        profile: Path,
        *,
        width: int = 390,
        height: int = 844,
        locale: str | None = None,
        microphone: bool = False,
        haste: bool = False,
    ) -> None:
        """Nothing runs until `open`. With a `microphone` there is one, and the person allows its use. In
        `haste` it starts sooner and computes more slowly: not for what is measured."""
        self.profile = profile
        self.foreign: list[str] = []
        self.words: list[str] = []
        self.faults: list[str] = []
        self._playwright = playwright
        self._size = (width, height)
        self._locale = locale
        self._more = (*(A_MICROPHONE if microphone else ()), *(IN_HASTE if haste else ()))
        self._context: BrowserContext | None = None

    @property
    def context(self) -> BrowserContext:
        """The running browser; starts it when it is not running."""
        if self._context is None:
            width, height = self._size
            self._context = self._playwright.chromium.launch_persistent_context(
                str(self.profile),
                executable_path=executable(),
                headless=True,
                args=[*ARGUMENTS, *self._more],
                locale=self._locale,
                viewport={"width": width, "height": height},
                accept_downloads=True,
            )
            self._context.on("request", self._note_request)
        return self._context

    def open(self, address: str, *, wait: bool = True) -> Page:
        """A new tab at `address`; with `wait`, once Python has drawn its first screen."""
        page = self.context.new_page()
        page.on("console", lambda message: self.words.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(address, wait_until="commit")
        if wait:
            self.first_screen(page)
        return page

    def first_screen(self, page: Page, name: str = "") -> None:
        """Wait until the screen `name` (or any) is drawn and its semantics can be read."""
        wanted = f'[flt-semantics-identifier="screen-{name}"]' if name else FIRST_SCREEN
        page.wait_for_selector(wanted, state="attached", timeout=LONGEST_START_MS)

    def kept_offline(self, page: Page) -> None:
        """Wait until the service worker holds the whole build."""
        page.wait_for_function(
            "document.documentElement.dataset.offline === 'kept'", timeout=LONGEST_START_MS
        )

    def snapshot(self, page: Page) -> str:
        """Wait until the next start's snapshot is proved, or is known not to come: proved or none."""
        page.wait_for_function(
            "['proved', 'none'].includes(document.documentElement.dataset.snapshot)",
            timeout=LONGEST_START_MS,
        )
        return str(page.evaluate("document.documentElement.dataset.snapshot"))

    def started_from(self, page: Page) -> str:
        """What Python's start came from: snapshot or nothing."""
        return str(page.evaluate("document.documentElement.dataset.startedFrom"))

    def picture(self, name: Path) -> None:
        """Keep what every open tab shows, as a picture and as the names of its controls."""
        name.parent.mkdir(exist_ok=True)
        for number, page in enumerate(self._context.pages if self._context else ()):
            with contextlib.suppress(Exception):  # a picture of a failure must not hide the failure
                page.screenshot(path=f"{name}-{number}.png")
                names = page.eval_on_selector_all(
                    "[flt-semantics-identifier]",
                    "all => all.map(n => n.getAttribute('flt-semantics-identifier'))",
                )
                words = [page.url, *names, *self.words[-20:], *self.faults]
                Path(f"{name}-{number}.txt").write_text("\n".join(words), encoding="utf-8")

    def close(self) -> None:
        """End the browser as a person would."""
        context, self._context = self._context, None
        if context is not None:
            with contextlib.suppress(Exception):  # a killed browser cannot be closed again
                context.close()

    def kill(self) -> None:
        """End the browser's processes at once, as an empty battery would."""
        for process in self._processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.close()

    def _processes(self) -> Iterator[int]:
        """The processes of this profile's browser, by its own folder on their command line."""
        mark = f"--user-data-dir={self.profile}".encode()
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                with contextlib.suppress(OSError):
                    if mark in (entry / "cmdline").read_bytes():
                        yield int(entry.name)

    def _note_request(self, request: Request) -> None:
        address = request.url
        if "://localhost:" not in address and not address.startswith(OWN_SCHEMES):
            self.foreign.append(address)
