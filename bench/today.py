"""Today, cold, on the built site: offline start to Today drawn, with three years of data and with a week.

Two devices, each with Mia's book brought back from a file: all of it, and her last week of it. Each start is
a browser process of its own, in turn. Judged is the whole start, and more strictly what of it comes after
Python's first word to the page: the part that depends on the book at all.
"""

import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from app.services.days import local_day  # noqa: E402 - from the folder just put on the path
from app.services.sample import on_disk  # noqa: E402
from app.services.sample.compose import compose  # noqa: E402
from app.services.sample.stories import stories  # noqa: E402
from bench.sampled import WEEK, YEARS, last_days  # noqa: E402
from bench.worker.report import Bound, judge  # noqa: E402
from tests.e2e.chromium import LONGEST_START_MS, Device  # noqa: E402
from tests.e2e.hands import screen, tap  # noqa: E402
from tests.e2e.sites import Site, built  # noqa: E402
from tests.e2e.steps import take_in  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

ROUNDS = 7
MOST = 1.5
DRAWN = '[flt-semantics-identifier="screen-today"]'
OFFERED = '[flt-semantics-identifier="offer"], [flt-semantics-identifier^="suggestion-"]'
WATCH = f"""
new MutationObserver((_, observer) => {{
  if (!document.querySelector({DRAWN!r}) || !document.querySelector({OFFERED!r})) return;
  observer.disconnect();
  globalThis.todayAt = performance.now();
}}).observe(document, {{subtree: true, childList: true, attributes: true}});
"""
CONNECTED = "performance.getEntriesByName('ownway:connect')[0].startTime"


@dataclass
class Learner:
    """A device with Mia's last `days`, and how long its starts took in milliseconds."""

    name: str
    days: int
    device: Device
    whole: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)

    def begin(self, site: Site, folder: Path) -> None:
        """Brings the book back and keeps the site offline."""
        book = compose(
            last_days(stories(on_disk)[0], self.days), local_day(int(time.time() * 1000)), self.days, on_disk
        )
        file = folder / f"{self.name}.json"
        file.write_bytes(book.data)
        page = self.device.open(site.address)
        take_in(page, file, by="bring-back")
        tap(page, "take-in")
        tap(page, f"whose-{book.space}")
        screen(page, "today")
        self.device.kept_offline(page)
        self.device.snapshot(page)
        self.device.close()

    def start(self, site: Site) -> None:
        """One start in a browser process of its own."""
        page = self.device.context.new_page()
        page.add_init_script(WATCH)
        page.goto(site.address, wait_until="commit")
        page.wait_for_function("globalThis.todayAt !== undefined", timeout=LONGEST_START_MS)
        self.whole.append(float(page.evaluate("todayAt")))
        self.ours.append(self.whole[-1] - float(page.evaluate(CONNECTED)))
        self.device.close()


def main() -> int:
    """Prints the times; returns 1 where a ratio is out of bounds."""
    from playwright.sync_api import sync_playwright

    site = Site(built(ROOT / "src", ROOT / "build" / "web"))
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary,
        sync_playwright() as playwright,
    ):
        week, years = _measure(playwright, site, Path(temporary))
    bounds = []
    for what, short, long in (("start", week.whole, years.whole), ("part", week.ours, years.ours)):
        medians = statistics.median(short), statistics.median(long)
        for name, times, median in zip(("a week", "three years"), (short, long), medians, strict=True):
            print(f"  {what:<5} with {name:<11} {median:7.0f} ms ({min(times):.0f}-{max(times):.0f})")
        said = "from navigation" if what == "start" else "from Python's first word"
        bounds.append(
            Bound(f"Today cold, {said}, three years to one week", medians[1] / medians[0], most=MOST)
        )
    return judge(*bounds)


def _measure(playwright: "Playwright", site: Site, folder: Path) -> tuple[Learner, Learner]:
    """Both devices in turn, so that both meet the same machine; the first round is a warm-up."""
    week = Learner("week", WEEK, Device(playwright, folder / "week"))
    years = Learner("years", YEARS, Device(playwright, folder / "years"))
    for learner in (week, years):
        learner.begin(site, folder)
    site.stop()
    for turn in range(ROUNDS + 1):
        for learner in (week, years):
            learner.start(site)
            if not turn:
                learner.whole.clear()
                learner.ours.clear()
    return week, years


if __name__ == "__main__":
    sys.exit(main())
