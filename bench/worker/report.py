"""Ratios and the bounds they are held to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bound:
    """A measured ratio, and the most or the least that it may be."""

    what: str
    ratio: float
    most: float | None = None
    least: float | None = None

    @property
    def kept(self) -> bool:
        """Tells whether the ratio is within its bound."""
        over = self.most is not None and self.ratio > self.most
        under = self.least is not None and self.ratio < self.least
        return not (over or under)


def judge(*bounds: Bound) -> int:
    """Prints each ratio with its bound; returns 1 where one is not kept, as an exit status."""
    for bound in bounds:
        limit = f"at most {bound.most}" if bound.most is not None else f"at least {bound.least}"
        print(f"{'ok  ' if bound.kept else 'OVER'} {bound.what}: {bound.ratio:.2f} ({limit})")
    return int(not all(bound.kept for bound in bounds))
