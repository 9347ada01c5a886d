"""One learner's book, opened: every service over it, in one person's name."""

from dataclasses import dataclass

from app.domain.device import Owner
from app.services.adapting import AdaptService
from app.services.assessing import AssessingService
from app.services.catalog import Catalog, Catalogs
from app.services.choosing import ChoosingService
from app.services.goals import GoalService
from app.services.levels import Levels
from app.services.measuring import MeasureService
from app.services.needs import NeedsService
from app.services.path import PathService
from app.services.plan import PlanService
from app.services.portfolio import PortfolioService
from app.services.ports import Blobs, Book
from app.services.profile import ProfileService
from app.services.quizzes import QuizService
from app.services.reading import Reader
from app.services.reflecting import ReflectingService
from app.services.shelves import ShelfService
from app.services.suggesting import SuggestService
from app.services.surveys import SurveyService
from app.services.today import TodayService
from app.services.writing import Pen


@dataclass(eq=False)
class OpenBook:
    """One learner's book with all that a person can do in it."""

    book: Book
    reader: Reader
    profile: ProfileService
    goals: GoalService
    adapting: AdaptService
    measuring: MeasureService
    portfolio: PortfolioService
    plan: PlanService
    surveys: SurveyService
    quizzes: QuizService
    needs: NeedsService
    choosing: ChoosingService
    assessing: AssessingService
    path: PathService
    reflecting: ReflectingService
    shelves: ShelfService
    suggesting: SuggestService
    today: TodayService
    by: Owner
    catalogs: Catalogs

    @property
    def id(self) -> str:
        """The space's id."""
        return self.book.id

    @property
    def catalog(self) -> Catalog:
        """Competencies and ways to them as they are now; the same object until one of them changes."""
        return self.catalogs.of(self.reader)

    def settle(self, col: str, rec: str, part: str, value: object) -> None:
        """Settles a field that has two versions on one of them, whatever record it is of."""
        if col == "goals":
            self.goals.choose(rec, part, value)
        else:
            self.goals.pen.settle(col, rec, part, value)


def opened(pen: Pen, blobs: Blobs, owner: Owner, catalogs: Catalogs) -> OpenBook:
    """Returns the pen's book with everything that its owner can do in it."""
    book, reader = pen.book, Reader(pen.book)
    profile, surveys, plan = ProfileService(reader, pen), SurveyService(reader, pen), PlanService(reader, pen)

    def catalog() -> Catalog:
        return catalogs.of(reader)

    return OpenBook(
        book=book,
        reader=reader,
        profile=profile,
        goals=GoalService(reader, pen),
        adapting=AdaptService(reader, pen),
        measuring=MeasureService(reader, pen),
        portfolio=PortfolioService(reader, pen, blobs, catalog),
        plan=plan,
        path=PathService(reader, pen, Levels(reader, pen.announcer, pen.wall), catalog),
        choosing=ChoosingService(reader, pen, catalog),
        assessing=AssessingService(reader, pen, catalog),
        reflecting=ReflectingService(reader, pen, blobs),
        shelves=ShelfService(reader, pen, catalog),
        surveys=surveys,
        quizzes=QuizService(reader, pen, catalog),
        needs=NeedsService(reader, profile, surveys, catalog),
        suggesting=SuggestService(reader, pen, catalog),
        today=TodayService(book, reader, plan, surveys),
        by=owner,
        catalogs=catalogs,
    )
