"""How long a start takes, ours against the same app put together the stock way, side by side.

Navigation to the first screen that Python drew, each start in a browser process of its own. `first` is a
fresh profile with the server on this machine; `later` is offline, with the server stopped. Prints
medians, the ratio, and where our time goes. `python bench/start.py [--app DIR] [--rounds N]`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "build")]

import places  # noqa: E402 - from the recipe's folder, just put on the path
import publish  # noqa: E402
import stock  # noqa: E402
from tests.e2e.chromium import FIRST_SCREEN, LONGEST_START_MS, Device  # noqa: E402
from tests.e2e.sites import Site  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Page, Playwright

FIRST_BOUND = 0.9
LATER_BOUND = 0.45
WATCH = f"""
new MutationObserver((_, observer) => {{
  if (!document.querySelector({FIRST_SCREEN!r})) return;
  observer.disconnect();
  globalThis.firstScreenAt = performance.now();
}}).observe(document, {{subtree: true, childList: true, attributes: true}});
"""
MARKS = """performance.getEntriesByType('mark')
  .filter((mark) => mark.name.startsWith('ownway:'))
  .map((mark) => [mark.name, mark.startTime])"""


@dataclass
class Contender:
    """One way of putting the app together, and what was measured of it."""

    name: str
    site: Site
    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    marks: list[dict[str, float]] = field(default_factory=list)

    def start(self, device: Device, times: list[float]) -> Page:
        """One start in a fresh browser process."""
        page = device.context.new_page()
        page.add_init_script(WATCH)
        page.goto(self.site.address, wait_until="commit")
        page.wait_for_function("globalThis.firstScreenAt !== undefined", timeout=LONGEST_START_MS)
        times.append(float(page.evaluate("firstScreenAt")))
        if self.name == "ours":
            self.marks.append({name.removeprefix("ownway:"): at for name, at in page.evaluate(MARKS)})
        return page

    def settle(self, device: Device, page: Page) -> None:
        """Until its files (and our snapshot) are on the device."""
        if self.name == "ours":
            device.kept_offline(page)
            device.snapshot(page)
        else:
            page.evaluate("navigator.serviceWorker.ready.then(() => true)")
            page.reload()
            page.wait_for_selector(FIRST_SCREEN, state="attached", timeout=LONGEST_START_MS)
        device.close()


def measure(playwright: Playwright, contenders: list[Contender], rounds: int, folder: Path) -> None:
    """First starts in turn, then later starts in turn, so that both meet the same machine."""
    devices = {
        c.name: [Device(playwright, folder / f"{c.name}-{i}") for i in range(rounds)] for c in contenders
    }
    for contender in contenders:
        contender.site.warm()
    for turn in range(rounds):
        for contender in contenders:
            device = devices[contender.name][turn]
            page = contender.start(device, contender.first)
            if turn == rounds - 1:
                contender.settle(device, page)
            device.close()
    for contender in contenders:
        contender.site.stop()
        contender.marks.clear()
    for _ in range(rounds + 2):
        for contender in contenders:
            device = devices[contender.name][-1]
            contender.start(device, contender.later)
            device.close()


def report(ours: Contender, theirs: Contender) -> int:
    """Print the figures; 1 when a bound is passed."""
    worst = 0
    for name, bound in (("first", FIRST_BOUND), ("later", LATER_BOUND)):
        mine, other = (statistics.median(getattr(c, name)) for c in (ours, theirs))
        ratio = mine / other
        spread = [f"{min(getattr(c, name)):.0f}-{max(getattr(c, name)):.0f}" for c in (ours, theirs)]
        verdict = "ok" if ratio <= bound else "OVER"
        print(
            f"start {name:5}: ours {mine:.0f} ms ({spread[0]}), stock {other:.0f} ms ({spread[1]}), "
            f"ratio {ratio:.2f} (bound {bound}) {verdict}"
        )
        worst |= ratio > bound
    moments = {name: statistics.median(m[name] for m in ours.marks) for name in ours.marks[0]}
    print(
        "later start, ours: "
        + ", ".join(f"{name} {at:.0f}" for name, at in sorted(moments.items(), key=by_time))
    )
    return int(worst)


def by_time(item: tuple[str, float]) -> float:
    """Sort key of a mark."""
    return item[1]


def main(arguments: list[str] | None = None) -> int:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--app", type=Path, default=places.SOURCE)
    parser.add_argument("--rounds", type=int, default=5)
    chosen: Any = parser.parse_args(arguments or [])
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary,
        sync_playwright() as playwright,
    ):
        folder = Path(temporary)
        app = chosen.app.resolve()
        ours = Contender("ours", Site(publish.publish(app, folder / "ours")))
        theirs = Contender("stock", Site(stock.stock(app, folder / "stock")))
        measure(playwright, [theirs, ours], chosen.rounds, folder)
        return report(ours, theirs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
