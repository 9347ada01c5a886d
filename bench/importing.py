"""A whole-space bundle of 10,000 ops taken in by the service that the screens use, and taken in again.

Run it with ``python -m bench.importing``. Beside it `json.loads` reads the same bytes in the same worker.
"""

import sys

from bench.worker.harness import HERE, ROOT, Chromium
from bench.worker.report import Bound, judge

INSIDE = """
import json
import importing_inside
json.dumps(await importing_inside.measure())
"""


def main() -> int:
    """Prints the ratios; returns 1 where one is out of bounds."""
    with Chromium(ROOT / "src", HERE) as worker:
        found = worker.run(INSIDE)
    for name in ("loads", "first", "second"):
        print(f"  {name:<6} {found[name]:8.1f} ms")
    return judge(
        Bound("taking 10,000 ops in to json.loads of them", found["first"] / found["loads"], most=8),
        Bound("taking them in again to the first time", found["second"] / found["first"], most=0.1),
    )


if __name__ == "__main__":
    sys.exit(main())
