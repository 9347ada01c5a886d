"""What this device has shown of a path: which mastery it told, and what was put off. No book knows of it."""

from collections.abc import Iterable
from datetime import date

from app.domain.days import iso_day
from app.domain.device import Noticed
from app.services.revisiting import put_off_until
from app.services.writing import Pen

AT_ONCE = 5


class NoticingService:
    """The notes about one learner's path. ``pen`` writes in the device's own book."""

    def __init__(self, pen: Pen, space: str) -> None:
        self.pen, self.space = pen, space

    def fresh(self, mastered: Iterable[tuple[str, int]]) -> tuple[str, ...]:
        """Returns what was mastered since this device last told of it, the latest first.

        Where it never told, and more than a few are there, the book is old and the device is new: then
        nothing is fresh, and `seen` notes them all.
        """
        names = [name for name, _reached in mastered]
        noted = self.pen.book.get("noticed", self.space)
        if noted is None and len(names) > AT_ONCE:
            return ()
        told = set(self._noted().mastered)
        return tuple(name for name in names if name not in told)

    def seen(self, mastered: Iterable[tuple[str, int]]) -> None:
        """Notes that all of this was told. What faded is told again when it is reached again."""
        names = sorted(name for name, _reached in mastered)
        if names != list(self._noted().mastered) or self.pen.book.get("noticed", self.space) is None:
            self.pen.set("noticed", self.space, mastered=names)

    def later(self) -> dict[str, date]:
        """Returns the revisits that were put off, each until when."""
        days = ((name, iso_day(day)) for name, day in self._noted().later.items())
        return {name: day for name, day in days if day is not None}

    def put_off(self, competency: str, today: date) -> None:
        """Puts a revisit off for some days; those whose day has come are forgotten."""
        kept = {name: day.isoformat() for name, day in self.later().items() if day > today}
        self.pen.set("noticed", self.space, later={**kept, competency: put_off_until(today).isoformat()})

    def _noted(self) -> Noticed:
        return Noticed.model_validate(self.pen.book.get("noticed", self.space) or {"id": self.space})
