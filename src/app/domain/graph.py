"""Prerequisites: what comes before a competency, and what it opens.

Real frameworks have links that lead nowhere, twice to the same place, or round in a ring. A ring would let
nobody begin anywhere in it, so links within one do not count: what is left has a first step everywhere.
"""

from collections import deque
from collections.abc import Container, Iterable, Mapping, Sequence

Pair = tuple[str, str]


class Graph:
    """Which competency comes before which.

    `pairs` are (before, after), in the order in which neighbours are listed. Ends outside of `known`,
    doubles and links of one to itself are left out; so are links within a ring, which `rings` tells.
    """

    def __init__(self, pairs: Iterable[Pair] = (), known: Container[str] | None = None) -> None:
        wanted = dict.fromkeys(
            (a, b) for a, b in pairs if a != b and (known is None or (a in known and b in known))
        )
        ring_of = _rings(wanted)
        self.rings: tuple[tuple[str, ...], ...] = _grouped(ring_of)
        before: dict[str, list[str]] = {}
        after: dict[str, list[str]] = {}
        for a, b in wanted:
            if a not in ring_of or ring_of[a] != ring_of.get(b):
                after.setdefault(a, []).append(b)
                before.setdefault(b, []).append(a)
        self._before = {rec: tuple(ones) for rec, ones in before.items()}
        self._after = {rec: tuple(ones) for rec, ones in after.items()}

    def before(self, rec: str) -> tuple[str, ...]:
        """Returns the direct prerequisites."""
        return self._before.get(rec, ())

    def after(self, rec: str) -> tuple[str, ...]:
        """Returns what it opens directly."""
        return self._after.get(rec, ())

    def all_after(self, rec: str) -> tuple[str, ...]:
        """Returns all that it leads to, near ones first, never itself."""
        return _reached(rec, self._after)


def _reached(start: str, steps: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    todo = deque(steps.get(start, ()))
    while todo:
        rec = todo.popleft()
        if rec not in found:
            found[rec] = None
            todo.extend(steps.get(rec, ()))
    return tuple(found)


def _grouped(ring_of: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    rings: dict[int, list[str]] = {}
    for rec, ring in ring_of.items():
        rings.setdefault(ring, []).append(rec)
    return tuple(sorted(tuple(sorted(ring)) for ring in rings.values()))


def _rings(pairs: Iterable[Pair]) -> dict[str, int]:
    """Returns the ring of each that is in one (Kosaraju's two walks, without recursion)."""
    forward: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for a, b in pairs:
        forward.setdefault(a, []).append(b)
        back.setdefault(b, []).append(a)
    ring_of: dict[str, int] = {}
    taken: set[str] = set()
    for number, rec in enumerate(reversed(_finished(forward))):
        members = _untaken(rec, back, taken)
        if len(members) > 1:
            ring_of.update(dict.fromkeys(members, number))
    return ring_of


def _finished(steps: Mapping[str, Sequence[str]]) -> list[str]:
    """Returns all in the order in which a depth-first walk is done with them."""
    done: list[str] = []
    seen: set[str] = set()
    for start in steps:
        stack = [] if start in seen else [(start, iter(steps[start]))]
        seen.add(start)
        while stack:
            rec, rest = stack[-1]
            step = next((other for other in rest if other not in seen), None)
            if step is None:
                done.append(rec)
                stack.pop()
            else:
                seen.add(step)
                stack.append((step, iter(steps.get(step, ()))))
    return done


def _untaken(start: str, steps: Mapping[str, Sequence[str]], taken: set[str]) -> list[str]:
    """Takes and returns `start` and all that it reaches and nobody took."""
    if start in taken:
        return []
    taken.add(start)
    found, todo = [start], [start]
    while todo:
        new = [other for other in steps.get(todo.pop(), ()) if other not in taken]
        for other in dict.fromkeys(new):
            taken.add(other)
            found.append(other)
            todo.append(other)
    return found
