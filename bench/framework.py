"""A framework of 700 competencies and 2 MB taken in by the service that the screens use, in the browser.

Run it with ``python -m bench.framework``. Beside it, in the same worker, `json.loads` reads the same bytes
and 700 records of the same size are written in one commit. Meanwhile a task of its own asks for its turn
without a pause: the longest it waited is how long a tap would have.
"""

import sys

from bench.worker.harness import HERE, ROOT, Chromium
from bench.worker.report import Bound, judge

INSIDE = """
import json
import framework_inside
json.dumps(await framework_inside.measure())
"""
ANSWERED_MS = 100


def main() -> int:
    """Prints the ratios; returns 1 where one is out of bounds."""
    with Chromium(ROOT / "src", HERE) as worker:
        found = worker.run(INSIDE)
    for name in ("loads", "commit", "look", "take", "again", "gap"):
        print(f"  {name:<7} {found[name]:8.1f} ms")
    whole, least = found["look"] + found["take"], found["loads"] + found["commit"]
    return judge(
        Bound("taking a framework in to reading its JSON and one commit of it", whole / least, most=4),
        Bound("taking it in again to the first time", found["again"] / whole, most=0.75),
        Bound("the longest wait for a turn to 100 ms", found["gap"] / ANSWERED_MS, most=1),
    )


if __name__ == "__main__":
    sys.exit(main())
