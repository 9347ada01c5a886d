"""Today: what a learner sees first when the book opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.domain.days import monday_of, ms_of
from app.domain.desk import Desk, NextThing, Row
from app.domain.learning import Choice, Consent
from app.domain.models import Artefact, Evidence, Feedback, Goal, Record, Reflection
from app.domain.offering import next_thing
from app.domain.today import plan
from app.domain.ways import in_hand
from app.domain.week_end import FRIDAY, look_back_due
from app.services.days import local_day
from app.services.plan import PlanService
from app.services.ports import Book
from app.services.reading import Reader
from app.services.suggesting import waiting_ways
from app.services.surveys import QUIZZES, SURVEYS, SurveyService

R = TypeVar("R", bound=Record)
OVER = frozenset({"achieved", "letgo"})
DAY_MS = 86_400_000


@dataclass(frozen=True)
class TodayPage:
    """The one thing offered, and the short plan below it."""

    offered: NextThing
    plan: tuple[Row, ...]


class TodayService:
    """Today of one book."""

    def __init__(self, book: Book, reader: Reader, plan: PlanService, surveys: SurveyService) -> None:
        self.book, self.reader, self.plan, self.surveys = book, reader, plan, surveys
        self.wall = plan.pen.wall

    def page(self, step: NextThing | None = None) -> TodayPage:
        """Returns what Today shows now; `step` is what the path suggests, where that is known.

        It reads what the rules look at, not all of a book of years.
        """
        reader, today = self.reader, local_day(self.wall())
        goals, asked = reader.goals(), reader.found(Feedback, "feedback", "kind", "question")
        voices = [one for goal in goals if goal.state not in OVER for one in reader.consents_on(goal.id)]
        day, left_over = self.plan.today(today)
        desk = Desk(
            goals=goals,
            consents=voices,
            checkins=[one for goal in goals if goal.state not in OVER for one in reader.check_ins(goal.id)],
            artefacts=self._newest(Artefact, "artefacts"),
            evidence=self._newest(Evidence, "evidence"),
            reflections=[one for question in asked for one in reader.reflections_on(question.id)],
            feedback=[*asked, *(one for question in asked for one in reader.feedback_on(question.id))],
            profile=reader.profile(),
            news=self._news(voices, "agree"),
            wished=self._news(voices, "wish"),
            step=step,
            look_back=self._look_back(today, goals),
            suggested=waiting_ways(reader),
            asked=[one for col in (SURVEYS, QUIZZES) for one in self.surveys.asked(col)],
            begun=self._begun(),
            day=day,
            left_over=len(left_over),
        )
        offered = next_thing(desk, today, local_day)
        return TodayPage(offered, plan(desk, today, local_day, offered))

    def _begun(self) -> tuple[Choice, ...]:
        """The ways in hand; reads no choice that is over."""
        states = ("chosen", "started")
        found = [self.reader.found(Choice, "choices", "state", state) for state in states]
        return in_hand([one for some in found for one in some])

    def _look_back(self, today: date, goals: Sequence[Goal]) -> bool:
        """Tells whether it is time to look back at the week; on other days nothing is read for it.

        Of check-ins it reads those of goals that are open or that changed this week.
        """
        if today.weekday() < FRIDAY:
            return False
        since = ms_of(monday_of(today)) - DAY_MS  # a day's length beside UTC's, whatever the time zone
        done: list[Record] = [
            *self._since(Artefact, "artefacts", since),
            *self._since(Evidence, "evidence", since),
        ]
        lately = (goal for goal in goals if goal.state not in OVER or goal.changed >= since)
        done += [one for goal in lately for one in self.reader.check_ins(goal.id)]
        looked = self.reader.found(Reflection, "reflections", "moment", "week_end")
        return look_back_due(done, looked, today, local_day)

    def _since(self, model: type[R], col: str, at: int) -> list[R]:
        """Returns the records of a collection that were made since a wall clock."""
        ids = [doc["id"] for doc in self.book.all(col) if doc["_at"] >= at]
        return [one for one in (self.reader.one(model, col, rec) for rec in ids) if one is not None]

    def _newest(self, model: type[R], col: str) -> list[R]:
        """Returns the latest record of a collection: all that the rules ask for is when that was."""
        latest = max(self.book.all(col), key=lambda doc: (doc["_at"], doc["id"]), default=None)
        found = None if latest is None else self.reader.one(model, col, latest["id"])
        return [] if found is None else [found]

    def _news(self, voices: Sequence[Consent], says: str) -> frozenset[str]:
        """The goals of which somebody said so after the last change made on this device.

        It goes by what came when, not by the clock of who said it.
        """
        said = [one for one in voices if one.says == says]
        return frozenset(one.goal for one in said if self.book.is_news("consents", one.id, "says"))
