"""Today: what a learner sees first when the book opens."""

from dataclasses import dataclass

from app.domain.today import Desk, NextThing, Row, next_thing, plan
from app.services.days import local_day
from app.services.ports import Book, Wall
from app.services.reading import Reader


@dataclass(frozen=True)
class TodayPage:
    """The one thing offered, and the short plan below it."""

    offered: NextThing
    plan: tuple[Row, ...]


class TodayService:
    """Today of one book."""

    def __init__(self, book: Book, reader: Reader, wall: Wall) -> None:
        self.book, self.reader, self.wall = book, reader, wall

    def page(self) -> TodayPage:
        """Returns what Today shows now."""
        reader, today = self.reader, local_day(self.wall())
        desk = Desk(
            goals=reader.goals(),
            checkins=reader.all_check_ins(),
            artefacts=reader.artefacts(),
            evidence=reader.evidence(),
            reflections=reader.reflections(),
            feedback=reader.feedback(),
            profile=reader.profile(),
            since=self._last_written(),
        )
        offered = next_thing(desk, today, local_day)
        return TodayPage(offered, plan(desk, today, local_day, offered))

    def _last_written(self) -> int:
        """The wall clock of the last change made on this device: what came after it is news here."""
        own = {name: head for name, head in self.book.vector.items() if name.startswith(self.book.replica)}
        return max((self.book.wall_of(name, head[0]) for name, head in own.items()), default=0)
