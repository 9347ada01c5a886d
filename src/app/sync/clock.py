"""The hybrid logical clock: orders ops for display and breaks ties, and nothing more.

After Kulkarni et al., "Logical Physical Clocks" (2014). A clock never runs backwards on one replica,
and a reading from another device pulls it forward by at most a day: a tablet set to 2090 cannot drag
everybody's clock with it. No op is refused for its clock.
"""

from typing import NamedTuple

MOST_AHEAD_MS = 24 * 60 * 60 * 1000


class Clock(NamedTuple):
    """``ms`` milliseconds since 1970, and a counter that orders what happened within one."""

    ms: int
    n: int


ZERO = Clock(0, 0)


def tick(last: Clock, wall: int) -> Clock:
    """Returns the clock of the next local op: later than `last`, at or after `wall`."""
    return Clock(wall, 0) if wall > last.ms else Clock(last.ms, last.n + 1)


def receive(last: Clock, seen: Clock, wall: int) -> Clock:
    """Returns `last` pulled forward by a clock `seen` in an import, but not past a day from now."""
    capped = seen if seen.ms <= wall + MOST_AHEAD_MS else Clock(wall + MOST_AHEAD_MS, 0)
    return max(last, capped)
