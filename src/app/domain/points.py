"""Points of a test on paper, as they are typed: 8 of 10."""

from dataclasses import dataclass
from typing import Literal

MOST_POINTS = 1000
Trouble = Literal["half", "whole", "none", "more", "many"]


@dataclass(frozen=True)
class Points:
    """``score`` of ``most`` points: 0 to `most`, which is 1 to MOST_POINTS."""

    score: int
    most: int


def read_points(score: str, most: str) -> Points | Trouble | None:
    """Returns the points that were typed, None for none at all, else why they cannot be.

    ``half``: one of the two is missing; ``whole``: not a whole number; ``none``: a test of no points;
    ``more``: more than there are; ``many``: no test has so many.
    """
    typed = (score.strip(), most.strip())
    if not any(typed):
        return None
    if not all(typed):
        return "half"
    if not all(one.isdecimal() and len(one) <= 9 for one in typed):
        return "whole"
    got, there = (int(one) for one in typed)  # digits of any script
    if not there:
        return "none"
    if there > MOST_POINTS:
        return "many"
    return "more" if got > there else Points(got, there)
