"""A framework of 700 competencies and 2 MB taken in by the service that the screens use, in the browser.

Run it with ``python -m bench.framework``. Beside it, in the same worker, `json.loads` reads the same bytes
and its 700 competencies are written in one commit (the framework has 142 more ops: links and itself). The
bound "at most four times `json.loads`, and one commit" is judged as it is strictly read (four times the
reading, once the commit) and as it is kindly read (four times both). Meanwhile a task of its own asks for
its turn without a pause: the longest it waited is how long a tap would have.
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
    whole, loads, commit = found["look"] + found["take"], found["loads"], found["commit"]
    return judge(
        Bound(
            "taking a framework in to four times json.loads and one commit", whole / (4 * loads + commit), 1
        ),
        Bound("taking a framework in to json.loads and one commit", whole / (loads + commit), most=4),
        Bound("taking it in again to the first time", found["again"] / whole, most=0.75),
        Bound("the longest wait for a turn to 100 ms", found["gap"] / ANSWERED_MS, most=1),
    )


if __name__ == "__main__":
    sys.exit(main())
