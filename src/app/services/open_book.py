"""One learner's book, opened: every service over it, in one person's name."""

from dataclasses import dataclass

from app.domain.device import Owner
from app.services.goals import GoalService
from app.services.portfolio import PortfolioService
from app.services.ports import Blobs, Book
from app.services.profile import ProfileService
from app.services.reading import Reader
from app.services.today import TodayService
from app.services.writing import Pen


@dataclass(eq=False)
class OpenBook:
    """One learner's book with all that a person can do in it."""

    book: Book
    reader: Reader
    profile: ProfileService
    goals: GoalService
    portfolio: PortfolioService
    today: TodayService
    by: Owner

    @property
    def id(self) -> str:
        """The space's id."""
        return self.book.id

    def settle(self, col: str, rec: str, part: str, value: object) -> None:
        """Settles a field that has two versions on one of them, whatever record it is of."""
        if col == "goals":
            self.goals.choose(rec, part, value)
        else:
            self.goals.pen.settle(col, rec, part, value)


def opened(pen: Pen, blobs: Blobs, owner: Owner) -> OpenBook:
    """Returns the pen's book with everything that its owner can do in it."""
    book, reader = pen.book, Reader(pen.book)
    portfolio = PortfolioService(reader, pen, blobs)
    profile, goals = ProfileService(reader, pen), GoalService(reader, pen)
    return OpenBook(book, reader, profile, goals, portfolio, TodayService(book, reader, pen.wall), owner)
