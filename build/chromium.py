"""Find a Chromium for tests, benchmarks and drawn icons, or bring one: `python build/chromium.py`.

Prints its path. Looks at CHROMIUM, then on the PATH, then for Playwright's own; then tries to install
one, first Playwright's, then the system's when this is root on a machine with apt.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class NoChromium(RuntimeError):
    """There is no Chromium here and none could be brought."""


def candidates() -> Iterator[str]:
    """Where one may be, in order of preference."""
    yield os.environ.get("CHROMIUM", "")
    for name in NAMES:
        yield shutil.which(name) or ""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def find() -> str:
    """The path of a Chromium that is here; says what to do when there is none."""
    for path in candidates():
        if path and Path(path).is_file():
            return path
    raise NoChromium(
        "No Chromium was found. Install one (`apt-get install chromium`, or `playwright install "
        "--with-deps chromium`), or name one in the environment variable CHROMIUM."
    )


def bring() -> str:
    """The path of a Chromium, installed if need be."""
    for command in installers():
        try:
            return find()
        except NoChromium:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"{' '.join(command)}: {done.stderr.strip()[-300:]}", file=sys.stderr)
    return find()


def installers() -> list[list[str]]:
    """Commands that may bring one, the least intrusive first."""
    commands = [[sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        commands += [["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", "chromium"]]
    return commands


def main() -> int:
    """Print the path."""
    try:
        print(bring())
    except NoChromium as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
