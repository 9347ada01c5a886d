"""One durable write in the browser, against itself, against stock TinyDB, and against a bare append.

Run it with ``python -m bench.writes``. All are measured in one run, in one Chromium worker, taking turns.
"""

import sys

from bench.worker.harness import HERE, ROOT, Chromium
from bench.worker.report import Bound, judge

INSIDE = """
import json
import writes_inside
json.dumps(await writes_inside.measure())
"""


def main() -> int:
    """Prints the ratios; returns 1 where one is out of bounds."""
    with Chromium(ROOT / "src", HERE) as worker:
        p50 = worker.run(INSIDE)
    for name in ("bare", "loop", "small", "large", "p99", "stock"):
        print(f"  {name:<6} {p50[name]:8.3f} ms")
    return judge(
        Bound("a write at 50,000 records to one at 100", p50["large"] / p50["small"], most=1.3),
        Bound("JSONStorage on IDBFS to a write, at 50,000", p50["stock"] / p50["large"], least=500),
        Bound("a write to a bare OPFS append with flush", p50["large"] / p50["bare"], most=3),
        Bound("flushes a write", p50["flushes"], most=1),
        Bound("bytes written to the op's bytes", p50["bytes"], most=1.5),
    )


if __name__ == "__main__":
    sys.exit(main())
