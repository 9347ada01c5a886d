"""Every figure, one after the other: ``python -m bench [name ...]``. Exits 1 where a bound is not kept."""

import importlib
import sys

NAMES = ("writes", "opening", "importing", "framework", "bytes", "start", "tap", "today", "path")


def main(names: list[str]) -> int:
    """Runs the benchmarks named, or all of them; returns 1 where a ratio is out of bounds."""
    missed = 0
    for name in names or NAMES:
        module = importlib.import_module(f"bench.{name}")
        print(f"\n{name}: {(module.__doc__ or '').splitlines()[0]}", flush=True)
        missed |= module.main()
    return missed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
