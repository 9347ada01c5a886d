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
            consents=reader.all_consents(),
            checkins=reader.all_check_ins(),
            artefacts=reader.artefacts(),
            evidence=reader.evidence(),
            reflections=reader.reflections(),
            feedback=reader.feedback(),
            profile=reader.profile(),
            news=self._news(),
        )
        offered = next_thing(desk, today, local_day)
        return TodayPage(offered, plan(desk, today, local_day, offered))

    def _news(self) -> frozenset[str]:
        """The goals whose agreement came here after the last change made on this device.

        It goes by what came when, not by the clock of who agreed.
        """
        yes = [one for one in self.reader.all_consents() if one.says == "agree"]
        return frozenset(one.goal for one in yes if self.book.is_news("consents", one.id, "says"))
