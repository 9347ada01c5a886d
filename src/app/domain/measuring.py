"""Measuring a goal: from where it began to where it is to be, by number, count, rating, or yes and no.

A number is what was measured last. A count adds up: each measurement is so many more. A goal may lead down
(fewer mistakes, a shorter time): its target is then below its baseline.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from app.domain.learning import Measure
from app.domain.models import Goal
from app.domain.ordering import as_made

RATINGS = (1, 2, 3, 4, 5)
SHOWN_AT_MOST = 20
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,6})?")
_THOUSANDS = re.compile(r"(?<![\d.,٫])\d{1,3}(?:[,٬]\d{3})+(?![\d.,٫])")
_SIGNS = str.maketrans({"−": "-", ",": ".", "٫": ".", "،": "."})


@dataclass(frozen=True)
class Point:
    """One measurement as it stands in the chart: ``value`` is the total so far where it is a count."""

    at: int
    value: Decimal
    id: str


@dataclass(frozen=True)
class Standing:
    """How far a measured goal is. ``share`` is 0 to 100, None where there is no target or nothing measured;
    ``points`` are the last measurements, the oldest first, of ``count`` in all."""

    points: tuple[Point, ...] = ()
    now: Decimal | None = None
    baseline: Decimal | None = None
    target: Decimal | None = None
    share: int | None = None
    down: bool = False
    count: int = 0

    @property
    def reached(self) -> bool:
        """Whether the target is there."""
        return self.share == 100


def number_in(text: str) -> Decimal | None:
    """Returns the first number in a text ("20 pages"), in digits of any script; None where there is none."""
    found = _NUMBER.search(_ungrouped(text))
    return Decimal(found[0]) if found else None


def number_typed(text: str) -> str:
    """Returns what somebody typed as a number as it is kept ("1.5"); "" where it is no number, or too long.

    Point and comma both stand before decimals, but a comma before three digits parts thousands; digits may
    be of any script.
    """
    said = _ungrouped(text.strip().replace(" ", "").replace("\u00a0", ""))
    return plain(Decimal(said)) if _NUMBER.fullmatch(said) else ""


def _ungrouped(text: str) -> str:
    """Returns `text` with points before decimals and nothing between thousands."""
    return _THOUSANDS.sub(lambda found: re.sub("[,٬]", "", found[0]), text).translate(_SIGNS)


def plain(value: Decimal) -> str:
    """Returns a number in plain digits, without zeros that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def standing(goal: Goal, measures: Iterable[Measure]) -> Standing:
    """Returns how far the goal is by its measurements; their order does not matter."""
    mine = sorted((one for one in measures if one.goal == goal.id), key=as_made)
    baseline, target = number_in(goal.baseline), number_in(goal.target)
    if goal.scale == "yes_no":
        baseline, target = Decimal(0), Decimal(1)
    points = _points(mine, baseline if goal.scale == "count" else None, adds=goal.scale == "count")
    if not points:
        return Standing(baseline=baseline, target=target, down=_down(baseline, target))
    start = baseline or Decimal(0)  # without one it is not known that the goal leads down
    now = points[-1].value
    share = None if target is None else _share(start, now, target)
    return Standing(
        points[-SHOWN_AT_MOST:], now, baseline, target, share, _down(baseline, target), len(points)
    )


def _points(measures: Iterable[Measure], start: Decimal | None, *, adds: bool) -> tuple[Point, ...]:
    points: list[Point] = []
    total = start or Decimal(0)
    for one in measures:
        try:
            value = Decimal(one.value)
        except InvalidOperation:
            continue
        total = total + value if adds else value
        points.append(Point(one.at, total, one.id))
    return tuple(points)


def _down(baseline: Decimal | None, target: Decimal | None) -> bool:
    return baseline is not None and target is not None and target < baseline


def _share(start: Decimal, now: Decimal, target: Decimal) -> int:
    """Returns how much of the way from `start` to `target` is done: 100 only where the target is there."""
    down = target < start
    if (now <= target) if down else (now >= target):
        return 100
    way = abs(target - start)
    if not way:
        return 0
    done = (start - now) if down else (now - start)
    return max(0, min(99, int(done * 100 / way)))
