"""The path of one book: levels, where one is, what comes next and why."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from app.domain.accommodations import acts_of
from app.domain.learning import Choice, Day
from app.domain.library import Activity, Competency
from app.domain.likes import Said, said
from app.domain.models import Goal
from app.domain.next_step import next_steps
from app.domain.standing import MASTERED, Standing
from app.domain.struggling import WORKED_ON, left_often, stuck_goals
from app.domain.suggestion import Scene, Suggestion, Went
from app.domain.trail import Land, Trail, trail
from app.domain.weighing import Scales
from app.domain.weights import RULE, Weights, weights_of
from app.services.areas import Area, areas_of, share
from app.services.catalog import Catalog
from app.services.levels import Levels
from app.services.looking_back import LookingBack
from app.services.reading import Reader
from app.services.writing import Pen


class PathService:
    """The path of one book. ``catalog`` returns what there is to learn."""

    def __init__(self, reader: Reader, pen: Pen, levels: Levels, catalog: Callable[[], Catalog]) -> None:
        self.reader, self.pen, self.levels, self.catalog = reader, pen, levels, catalog
        self.back = LookingBack(reader, pen, catalog)
        self._areas: tuple[Catalog, tuple[Area, ...]] | None = None

    def standing(self, competency: str) -> Standing:
        """Returns how far a competency is."""
        return self.levels.tally().standing(competency)

    def level(self, competency: str) -> str:
        """Returns a competency's level, one of MASTERY_LEVELS."""
        return self.levels.tally().level(competency)

    def mastered(self) -> tuple[tuple[str, int], ...]:
        """Returns what is mastered now with the wall clock at which it was reached, the latest first."""
        tally = self.levels.tally()
        names = [name for name in tally.touched() if tally.level(name) == MASTERED]
        return tuple(
            sorted(((name, tally.standing(name).reached) for name in names), key=lambda n: (-n[1], n[0]))
        )

    def weights(self) -> Weights:
        """Returns the weights of the next step, as a teacher or family set them."""
        return weights_of(self.catalog().weights(RULE))

    def areas(self) -> tuple[Area, ...]:
        """Returns the parts of the path, those that were practised or wanted first."""
        catalog = self.catalog()
        if self._areas is None or self._areas[0] is not catalog:
            self._areas = (catalog, areas_of(catalog, self.reader.every(Competency, "competencies")))
        near = {*self.levels.tally().touched(), *self._wanted()}
        return tuple(sorted(self._areas[1], key=lambda area: -share(area, near)))

    def trail(self, area: str = "", most: Mapping[str, int] | None = None) -> Trail:
        """Returns the trail around where the learner is, in one area or inner area, or in the first."""
        found = self.areas()
        chosen = next((one for top in found for one in (top, *top.inner) if one.id == area), None)
        chosen = chosen or (found[0] if found else None)
        if chosen is None:
            return Trail()
        tally, graph = self.levels.tally(), self.catalog().graph
        wanted = frozenset(self._wanted())
        land = Land(
            chosen.competencies, tally.level, tally.met, tally.standing, graph.before, graph.after, wanted
        )
        return trail(land, dict(most or {}))

    def suggestions(self, today: date, later: Mapping[str, date] | None = None) -> tuple[Suggestion, ...]:
        """Returns what may come next, each with its reasons; `later` are revisits that were put off."""
        return next_steps(self.scene(today, later), self.weights())

    def ways(self, competency: str, today: date) -> tuple[Activity, ...]:
        """Returns the ways to a competency, the one that suits this learner best first."""
        scales = Scales(self.scene(today), self.weights())
        return scales.ordered(self.catalog().activities_for(competency))

    def scene(self, today: date, later: Mapping[str, date] | None = None) -> Scene:
        """Returns what the rule of the next step looks at."""
        tally, catalog, goals = self.levels.tally(), self.catalog(), self._open_goals()
        choices = self.reader.every(Choice, "choices")
        day = self.reader.one(Day, "days", today.isoformat())
        return Scene(
            order=[name for area in self.areas() for name in area.competencies],
            now=self.pen.wall(),
            level=tally.level,
            met=tally.met,
            standing=tally.standing,
            before=catalog.graph.before,
            ways=catalog.activities_for,
            goals={name: goal.id for goal in goals for name in goal.competencies},
            stuck=stuck_goals(goals, {goal.id: self.reader.check_ins(goal.id) for goal in goals}),
            left=left_often(choices),
            due=self.due(today, later),
            went=self._went(catalog, choices),
            chosen=choices,
            interests=self._said("interest"),
            preferences=self._said("preference"),
            acts=frozenset(acts_of(self.reader.profile())),
            settings=frozenset(day.settings if day and not day.rest else ()),
            person=self._person(),
        )

    def due(self, today: date, later: Mapping[str, date] | None = None) -> tuple[str, ...]:
        """Returns the mastered competencies worth another look today, at most two."""
        return self.back.due(self.levels.tally(), today, later)

    def revisit(self, competency: str, went: str) -> str:
        """Notes how a look back went. Raises ValueError for an unknown word."""
        return self.back.note(competency, went)

    def _open_goals(self) -> list[Goal]:
        return [goal for goal in self.reader.goals() if goal.state in WORKED_ON]

    def _wanted(self) -> set[str]:
        return {name for goal in self._open_goals() for name in goal.competencies}

    def _said(self, kind: str) -> Said:
        return said(entry.text for entry in self.reader.entries(kind) if not entry.past)

    def _went(self, catalog: Catalog, choices: Sequence[Choice]) -> dict[str, Went]:
        """Returns how ways of each modality went: judged, done or left."""
        found: dict[str, Went] = {}
        outcomes = [(name, went.well, went.badly) for name, went in self.levels.went().items()]
        outcomes += [(one.activity, one.state == "done", one.state == "left") for one in choices]
        for activity, well, badly in outcomes:
            way = catalog.activity(activity)
            if way is not None and way.modality:
                was = found.get(way.modality, Went())
                found[way.modality] = Went(was.well + well, was.badly + badly)
        return found

    def _person(self) -> str:
        """Returns whom to ask: a teacher, or somebody of the family, the latest to come into the book."""
        people = self.reader.people()
        grown = [one for role in ("teacher", "family") for one in people if one.role == role and one.name]
        return grown[0].id if grown else ""
