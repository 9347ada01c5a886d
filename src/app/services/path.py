"""The path of one book: levels, where one is, what comes next and why."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from app.domain.library import Competency
from app.domain.next_step import next_steps
from app.domain.standing import Standing
from app.domain.suggestion import Suggestion
from app.domain.trail import Trail
from app.services.areas import Area, areas_of
from app.services.catalog import Catalog
from app.services.levels import Levels
from app.services.looking_back import LookingBack
from app.services.path_now import PathNow
from app.services.reading import Reader
from app.services.writing import Pen


class PathService:
    """The path of one book. ``catalog`` returns what there is to learn."""

    def __init__(self, reader: Reader, pen: Pen, levels: Levels, catalog: Callable[[], Catalog]) -> None:
        self.reader, self.pen, self.levels, self.catalog = reader, pen, levels, catalog
        self.back = LookingBack(reader, pen, catalog)
        self._parts: tuple[Catalog, tuple[Area, ...]] | None = None

    def now(self) -> PathNow:
        """Returns the path as it is now: ask it for several things that belong together."""
        catalog = self.catalog()
        if self._parts is None or self._parts[0] is not catalog:
            self._parts = (catalog, areas_of(catalog, self.reader.every(Competency, "competencies")))
        tally = self.levels.tally(catalog)
        return PathNow(self.reader, catalog, tally, self._parts[1], self.levels.outcomes, self.pen.wall())

    async def read(self) -> None:
        """Reads the book for its levels bit by bit; what is asked afterwards is answered at once."""
        await self.levels.read(self.catalog())

    def standing(self, competency: str) -> Standing:
        """Returns how far a competency is."""
        return self.levels.tally(self.catalog()).standing(competency)

    def level(self, competency: str) -> str:
        """Returns a competency's level, one of MASTERY_LEVELS."""
        return self.levels.tally(self.catalog()).level(competency)

    def mastered(self) -> tuple[tuple[str, int], ...]:
        """Returns what is mastered with the wall clock at which it was reached, the latest first."""
        return self.now().mastered()

    def areas(self) -> tuple[Area, ...]:
        """Returns the parts of the path, those that were practised or wanted most first."""
        return self.now().areas()

    def trail(self, area: str = "", most: Mapping[str, int] | None = None) -> Trail:
        """Returns the trail around where the learner is, in one area or inner area, or in the first."""
        return self.now().trail(area, most)

    def suggestions(
        self, today: date, later: Mapping[str, date] | None = None, acts: Iterable[str] = ()
    ) -> tuple[Suggestion, ...]:
        """Returns what may come next, each with its reasons; `later` are revisits that were put off, `acts`
        accommodations that stay on this device."""
        now = self.now()
        return next_steps(now.scene(today, self.back.due(now.tally, today, later), acts), now.weights())

    def due(self, today: date, later: Mapping[str, date] | None = None) -> tuple[str, ...]:
        """Returns the mastered competencies worth another look today, at most two."""
        return self.back.due(self.levels.tally(self.catalog()), today, later)

    def revisit(self, competency: str, went: str) -> str:
        """Notes how a look back went. Raises ValueError for an unknown word."""
        return self.back.note(competency, went)
