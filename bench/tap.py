"""A tap that changes one record, to the repainted screen, with 2,000 records stored and with 20, in turn.

Run it with ``python -m bench tap``. On the built site, in Chromium, on two devices whose learners look at
a goal of the same size: what differs is how much else their books hold. Each tap is a check-in; its time
runs in the page, from the click to the frame after the one in which the new count can be read. `Today` is
how long opening that screen takes, for information.
"""

import re
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from app.services.sample.many import sample_ops  # noqa: E402 - from the folder just put on the path
from bench.worker.report import Bound, judge  # noqa: E402
from tests.e2e.chromium import Device  # noqa: E402
from tests.e2e.hands import button, calm, record, says, screen, tap, to_goals, words  # noqa: E402
from tests.e2e.sites import Site, built  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Page, Playwright

# Every tenth op changes a record that is there, and every hundredth begins a goal: these make 20 and
# 2,000 records, and the newest goal of both has the same check-ins and the same pieces.
FEW, MANY = 22, 2222
SEED = 1
WARM_UPS, TAPS = 3, 12
FEELINGS = ("stuck", "on_my_way")
MOST = 1.5
TIMED = """
(node, wanted) => new Promise((done, failed) => {
  const host = document.querySelector('flt-semantics-host');
  const shown = () => [...host.querySelectorAll('*')].some(one =>
    one.getAttribute('flt-semantics-identifier') === wanted
    || one.getAttribute('aria-label')?.includes(wanted)
    || [...one.childNodes].some(child => child.nodeType === 3 && child.data.includes(wanted)));
  if (shown()) return failed(new Error(`${wanted} is there before the tap`));
  const late = setTimeout(() => failed(new Error(`${wanted} did not come`)), 30_000);
  const watch = new MutationObserver(() => {
    if (!shown()) return;
    watch.disconnect();
    clearTimeout(late);
    requestAnimationFrame(() => done(performance.now() - from));
  });
  watch.observe(host, {subtree: true, childList: true, attributes: true, characterData: true});
  const from = performance.now();
  node.click();
})"""


@dataclass
class Learner:
    """A device with one learner's book, and what was measured on it."""

    name: str
    n_ops: int
    device: Device
    taps: list[float] = field(default_factory=list)
    todays: list[float] = field(default_factory=list)
    _page: "Page | None" = None

    @property
    def page(self) -> "Page":
        """The open tab."""
        assert self._page is not None, "begin comes first"
        return self._page

    def begin(self, site: Site, folder: Path) -> None:
        """Brings the book back on a new device, and stays on the page of its newest goal."""
        book = sample_ops(self.n_ops, SEED)
        file = folder / f"{self.name}.json"
        file.write_bytes(book.data)
        page = self._page = self.device.open(site.address)
        self.device.kept_offline(page)
        self.device.snapshot(page)
        calm(page)
        with page.expect_file_chooser() as waiting:
            button(page, "bring-back").click()
        waiting.value.set_files(file)
        says(page, "Nothing is changed until you say so")
        tap(page, "take-in")
        says(page, "1 file taken in")
        tap(page, f"whose-{book.space}")
        screen(page, "today")
        to_goals(page)
        screen(page, "goals")
        tap(page, record(page, "goal-"))
        screen(page, "goal")

    def check_in(self, turn: int) -> str:
        """One tap that adds a check-in; returns what the screen says then."""
        said = re.search(r"(\d+) check-ins? so far", words(self.page))
        assert said, words(self.page)
        wanted = f"{int(said[1]) + 1} check-ins so far"
        self.taps.append(self._timed(f"feeling-{FEELINGS[turn % 2]}", wanted))
        return wanted

    def open_today(self) -> None:
        """From the goals to Today and back."""
        self.todays.append(self._timed("nav-today", "screen-today"))
        to_goals(self.page)
        screen(self.page, "goals")

    def _timed(self, name: str, wanted: str) -> float:
        calm(self.page)
        return float(button(self.page, name).evaluate(TIMED, wanted))


def main() -> int:
    """Prints the times; returns 1 where the ratio is out of bounds."""
    from playwright.sync_api import sync_playwright

    site = Site(built(ROOT / "src", ROOT / "build" / "web"))
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary,
        sync_playwright() as playwright,
    ):
        few, many = _measure(playwright, site, Path(temporary))
    site.stop()
    tap_few, tap_many = _print("tap", few.taps, many.taps)
    _print("Today", few.todays, many.todays)
    return judge(Bound("a tap with 2,000 records to one with 20", tap_many / tap_few, most=MOST))


def _measure(playwright: "Playwright", site: Site, folder: Path) -> tuple[Learner, Learner]:
    """Both devices in turn, so that both meet the same machine."""
    few = Learner("few", FEW, Device(playwright, folder / "few"))
    many = Learner("many", MANY, Device(playwright, folder / "many"))
    both = (few, many)
    try:
        for learner in both:
            learner.begin(site, folder)
        for turn in range(WARM_UPS + TAPS):
            seen = [learner.check_in(turn) for learner in both]
            assert seen[0] == seen[1], f"goals of different sizes: {seen}"
        for learner in both:
            tap(learner.page, "back")
            screen(learner.page, "goals")
        for _ in range(WARM_UPS + TAPS // 2):
            for learner in both:
                learner.open_today()
    finally:
        for learner in both:
            learner.device.close()
    return few, many


def _print(what: str, few: list[float], many: list[float]) -> tuple[float, float]:
    """Prints and returns the medians, without the warm-ups."""
    kept = few[WARM_UPS:], many[WARM_UPS:]
    medians = statistics.median(kept[0]), statistics.median(kept[1])
    for records, times, median in zip(("20", "2,000"), kept, medians, strict=True):
        print(f"  {what:<5} with {records:>5} records {median:7.1f} ms ({min(times):.0f}-{max(times):.0f})")
    return medians


if __name__ == "__main__":
    sys.exit(main())
