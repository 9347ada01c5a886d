"""Looking back at what was mastered: what is due, and how it went."""

from collections.abc import Callable, Mapping
from datetime import date

from app.domain.learning import WENT, Revisit
from app.domain.mastery import Tally
from app.domain.standing import MASTERED, Standing
from app.services.cards import card_edits
from app.services.catalog import Catalog
from app.services.days import local_day
from app.services.reading import Reader
from app.services.revisiting import Mastered, due_day, due_today
from app.services.writing import Pen
from app.sync.op import ADD, Edit


class LookingBack:
    """The revisits of one book. What is known of a competency is kept until its standing is another."""

    def __init__(self, reader: Reader, pen: Pen, catalog: Callable[[], Catalog]) -> None:
        self.reader, self.pen, self.catalog = reader, pen, catalog
        self._known: dict[str, tuple[Standing, Mastered, date]] = {}

    def due(self, tally: Tally, today: date, later: Mapping[str, date] | None = None) -> tuple[str, ...]:
        """Returns the mastered competencies worth another look today, at most two; `later` are put off."""
        standings = [(name, tally.standing(name)) for name in tally.touched()]
        known = [self._mastered(name, one) for name, one in standings if one.level == MASTERED]
        near = [one for _standing, one, first in known if first <= today]
        return due_today(near, today, later)

    def note(self, competency: str, went: str) -> str:
        """Notes how a look back went. Raises ValueError for an unknown word."""
        if went not in WENT:
            raise ValueError(f"not how a revisit goes: {went}")
        note = Edit(ADD, "revisits", "", "", {"competency": competency, "went": went})
        changed = self.pen.commit([note, *card_edits(self.reader, self.catalog(), [competency])])
        (rec,) = changed["revisits"]
        return rec

    def _mastered(self, name: str, standing: Standing) -> tuple[Standing, Mastered, date]:
        """Returns what is known with the first day on which it matters: when it is due, or was tried last."""
        known = self._known.get(name)
        if known is None or known[0] is not standing:
            one = self._read(name, standing)
            first = min((due_day(one), *(day for day, _went in one.tries[-1:])))
            known = self._known[name] = (standing, one, first)
        return known

    def _read(self, name: str, standing: Standing) -> Mastered:
        """Returns since when it rests: what was practised after it was reached rests from then."""
        tries = self.reader.found(Revisit, "revisits", "competency", name)
        since = standing.reached if tries else max(standing.reached, standing.last)
        now = self.pen.wall()
        days = sorted((local_day(min(one.at, now)), one.went) for one in tries)
        return Mastered(name, local_day(min(since, now)), tuple(days))
