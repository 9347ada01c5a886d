"""What a first visit moves over the wire with gzip, per file, and that it stays within its bound."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "build")]

import precache  # noqa: E402 - from the recipe's folder, just put on the path
import publish  # noqa: E402

BOUND = 13_000_000
SHOWN = 12


def main() -> int:
    """Print the files that weigh most and the sums; 1 when one passes the bound.

    The bound is held for every way of drawing; the files are those of a Chromium that draws with
    WebAssembly, which most visitors take. What is fetched after the app works is printed beside it, and
    counted for that browser too.
    """
    site = publish.publish()
    sums = {engine: publish.wire_bytes(site, engine) for engine in precache.ENGINES}
    weights = sums["wasm"]
    for name, weight in sorted(weights.items(), key=lambda item: -item[1])[:SHOWN]:
        print(f"{weight:>10,}  {name}")
    for engine, files in sums.items():
        print(f"{sum(files.values()):>10,}  all {len(files)} files, {engine}")
    soon = publish.kept_soon_bytes(site)
    most, usual = max(sum(files.values()) for files in sums.values()), sum(weights.values()) + soon
    print(f"{soon:>10,}  the sample, in the background once the app works")
    print(
        f"bytes: {usual / BOUND:.2f} of the bound of {BOUND:,} with the sample; "
        f"in any browser before it {most / BOUND:.2f}; later visits ask only for sw.js"
    )
    return int(max(most, usual) > BOUND)


if __name__ == "__main__":
    sys.exit(main())
