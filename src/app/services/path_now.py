"""The path of one book at one moment: everything is read from the same catalog and the same levels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.accommodations import acts_of
from app.domain.learning import Choice, Day
from app.domain.library import Activity
from app.domain.likes import Said, said
from app.domain.mastery import Tally
from app.domain.models import Goal
from app.domain.standing import MASTERED, UNSEEN
from app.domain.struggling import WORKED_ON, left_often, stuck_goals
from app.domain.suggestion import Scene, Went
from app.domain.trail import Land, Trail, trail
from app.domain.weighing import Scales
from app.domain.weights import RULE, Weights, weights_of
from app.services.areas import Area, share
from app.services.catalog import Catalog
from app.services.reading import Reader


class _Levels(dict[str, str]):
    """Levels by competency; one that is not there is unseen."""

    def __missing__(self, name: str) -> str:
        return UNSEEN


@dataclass(frozen=True)
class PathNow:
    """``parts`` are the areas in the catalog's order, ``outcomes`` how the works of each activity went."""

    reader: Reader
    catalog: Catalog
    tally: Tally
    parts: tuple[Area, ...]
    outcomes: Mapping[str, tuple[int, int]]
    wall: int

    def mastered(self) -> tuple[tuple[str, int], ...]:
        """Returns what is mastered with the wall clock at which it was reached, the latest first."""
        return tuple(one for one in self.credit() if self.tally.level(one[0]) == MASTERED)

    def credit(self) -> tuple[tuple[str, int], ...]:
        """Returns what credit was earned for, with the wall clock at which it was, the latest first.

        Credit is earned when a criterion is first met. A later look back that failed takes the level back,
        not the credit.
        """
        found = [(name, self.tally.standing(name).reached) for name in self.tally.touched()]
        return tuple(sorted((one for one in found if one[1]), key=lambda one: (-one[1], one[0])))

    def weights(self) -> Weights:
        """Returns the weights of the next step, as a teacher or family set them."""
        return weights_of(self.catalog.weights(RULE))

    def areas(self) -> tuple[Area, ...]:
        """Returns the parts of the path, those that were practised or wanted most first."""
        near = {*self.tally.touched(), *self._wanted()}
        return tuple(sorted(self.parts, key=lambda area: -share(area, near)))

    def trail(self, area: str = "", most: Mapping[str, int] | None = None) -> Trail:
        """Returns the trail around where the learner is, in one area or inner area, or in the first."""
        found = self.areas()
        chosen = next((one for top in found for one in (top, *top.inner) if one.id == area), None)
        chosen = chosen or (found[0] if found else None)
        if chosen is None:
            return Trail()
        tally, graph = self.tally, self.catalog.graph
        wanted = frozenset(self._wanted())
        land = Land(
            chosen.competencies, tally.level, tally.met, tally.standing, graph.before, graph.after, wanted
        )
        return trail(land, dict(most or {}))

    def ways(self, competency: str, today: date, acts: Iterable[str] = ()) -> tuple[Activity, ...]:
        """Returns the ways to a competency, the one that suits this learner best first."""
        scales = Scales(self.scene(today, acts=acts), self.weights())
        return scales.ordered(self.catalog.activities_for(competency))

    def scene(self, today: date, due: Sequence[str] = (), acts: Iterable[str] = ()) -> Scene:
        """Returns what the rule of the next step looks at; `due` are today's revisits, `acts` accommodations
        that stand in no book because they stay on this device."""
        tally, reader, goals = self.tally, self.reader, self._open_goals()
        choices = reader.every(Choice, "choices")
        order = [name for area in self.areas() for name in area.competencies]
        levels, met = self._levels(order)
        return Scene(
            order=order,
            now=self.wall,
            level=levels.__getitem__,
            met=met.__contains__,
            standing=tally.standing,
            before=self.catalog.graph.before,
            ways=self.catalog.activities_for,
            goals={name: goal.id for goal in goals for name in goal.competencies},
            stuck=stuck_goals(goals, {goal.id: reader.check_ins(goal.id) for goal in goals}),
            left=left_often(choices),
            due=due,
            went=self._went(choices),
            chosen=choices,
            interests=self._said("interest"),
            preferences=self._said("preference"),
            acts=frozenset((*acts_of(reader.profile()), *acts)),
            settings=self._settings(today),
            person=self._person(),
        )

    def _levels(self, order: Sequence[str]) -> tuple[dict[str, str], set[str]]:
        """Returns the level of each competency, and those that were ever mastered: the rule asks each."""
        levels, met = _Levels(dict.fromkeys(order, UNSEEN)), set()
        for name in self.tally.touched():
            standing = self.tally.standing(name)
            levels[name] = standing.level
            if standing.reached:
                met.add(name)
        return levels, met

    def _open_goals(self) -> list[Goal]:
        goals = (self.reader.goal(str(doc["id"])) for doc in self.reader.book.all("goals"))
        return [goal for goal in goals if goal is not None and goal.state in WORKED_ON and goal.competencies]

    def _wanted(self) -> set[str]:
        return {name for goal in self._open_goals() for name in goal.competencies}

    def _said(self, kind: str) -> Said:
        return said(entry.text for entry in self.reader.entries(kind) if not entry.past)

    def _settings(self, today: date) -> frozenset[str]:
        day = self.reader.one(Day, "days", today.isoformat())
        return frozenset(day.settings if day and not day.rest else ())

    def _went(self, choices: Sequence[Choice]) -> dict[str, Went]:
        """Returns how ways of each modality went: judged, done or left."""
        found: dict[str, Went] = {}
        outcomes = [(name, well, badly) for name, (well, badly) in self.outcomes.items()]
        outcomes += [(one.activity, one.state == "done", one.state == "left") for one in choices]
        for activity, well, badly in outcomes:
            way = self.catalog.activity(activity)
            if way is not None and way.modality:
                was = found.get(way.modality, Went())
                found[way.modality] = Went(was.well + well, was.badly + badly)
        return found

    def _person(self) -> str:
        """Returns whom to ask: a teacher, or somebody of the family, the latest to come into the book."""
        people = self.reader.people()
        grown = [one for role in ("teacher", "family") for one in people if one.role == role and one.name]
        return grown[0].id if grown else ""
