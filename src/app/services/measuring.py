"""Measuring: one number, one more, a rating, yes or no, each in one tap and with a way back."""

from app.domain.measuring import RATINGS, Standing, number_typed, standing
from app.domain.text import tidy_text
from app.services.reading import Reader
from app.services.way_back import WayBack, commit, names_for
from app.services.writing import Pen
from app.sync.op import ADD, Edit


class MeasureService:
    """The measurements of the goals of one book."""

    def __init__(self, reader: Reader, pen: Pen) -> None:
        self.reader, self.pen = reader, pen

    def standing(self, rec: str) -> Standing:
        """Returns how far a goal is by its measurements; nothing for one that is not there."""
        goal = self.reader.goal(rec)
        return Standing() if goal is None else standing(goal, self.reader.measures_of(rec))

    def measure(self, rec: str, typed: str, note: str = "") -> WayBack:
        """Notes a measurement. Raises ValueError for what is no number, or none that the goal's scale has."""
        value = number_typed(typed)
        goal = self.reader.goal(rec)
        if goal is None or not self._fits(goal.scale, value):
            raise ValueError(f"not a measurement here: {typed!r}")
        (name,) = names_for(self.pen, 1)
        values = {"goal": rec, "value": value, "note": tidy_text(note)}
        return commit(self.pen, [Edit(ADD, "measures", name, "", values)])

    @staticmethod
    def _fits(scale: str, value: str) -> bool:
        if scale == "rating":
            return value in {str(one) for one in RATINGS}
        return value in ("0", "1") if scale == "yes_no" else bool(value)
