"""Opening a space of 10,000 ops to its first right answer, against `json.loads` of their bytes.

Run it with ``python -m bench.opening``. All are measured in one run, in one Chromium worker, taking turns.
"""

import sys

from bench.worker.harness import HERE, ROOT, Chromium
from bench.worker.report import Bound, judge

INSIDE = """
import json
import opening_inside
json.dumps(await opening_inside.measure())
"""


def main() -> int:
    """Prints the ratios; returns 1 where one is out of bounds."""
    with Chromium(ROOT / "src", HERE) as worker:
        p50 = worker.run(INSIDE)
    print(f"  10,000 ops are {p50.pop('bytes') / 1e6:.1f} MB")
    for name, value in p50.items():
        print(f"  {name:<24} {value:8.1f} ms")
    return judge(
        Bound("opening to json.loads of the ops", p50["open"] / p50["json.loads"], most=3),
    )


if __name__ == "__main__":
    sys.exit(main())
