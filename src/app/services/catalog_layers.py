"""Where the catalog's records come from, nearest first: this device's library, others, the starters."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from app.domain.library import Activity, Board, Competency, Form, Framework, GroupGoal, Link, Rubric
from app.domain.models import Record
from app.services.library_reading import LibraryReader
from app.services.starters import Starters

R = TypeVar("R", bound=Record)
Gone = Competency | Link | Activity | Board | Rubric | Form


class Layers:
    """All that the libraries and the starters have, each record once, by id.

    Where two have a record of one id, the nearer one's counts; but one that is not gone counts before one
    that is. What belongs to a framework that was not written to its end is left out.
    """

    def __init__(self, libraries: Sequence[LibraryReader], starters: Starters) -> None:
        self.frameworks: dict[str, Framework] = {}
        self.competencies: dict[str, Competency] = {}
        self.links: dict[str, Link] = {}
        for library in libraries:
            found = library.frameworks()
            _take(self.frameworks, sorted(found, key=lambda one: (one.title.casefold(), one.id)))
            for framework in found:
                _take_live(self.competencies, library.competencies(framework.id))
                _take_live(self.links, library.links(framework.id))
        _take(self.frameworks, starters.frameworks)
        _take_live(self.competencies, starters.competencies)
        _take_live(self.links, starters.links)
        self.activities = _merged([*(one.activities() for one in libraries), starters.activities])
        self.boards = _merged([*(one.boards() for one in libraries), starters.boards])
        # What is put away is kept here as well: old judgements, answers and results refer to it.
        self.rubrics: dict[str, Rubric] = {}
        self.surveys: dict[str, Form] = {}
        self.quizzes: dict[str, Form] = {}
        for library in libraries:
            _take_live(self.rubrics, library.rubrics())
            _take_live(self.surveys, library.surveys())
            _take_live(self.quizzes, library.quizzes())
        _take_live(self.rubrics, starters.rubrics)
        _take_live(self.surveys, starters.surveys)
        _take_live(self.quizzes, starters.quizzes)
        self.group_goals: dict[str, GroupGoal] = _merged([one.group_goals() for one in libraries])
        self.weights = {one.id: dict(one.values) for lib in reversed(libraries) for one in lib.weights()}


def _merged(layers: Iterable[Iterable[R]]) -> dict[str, R]:
    found: dict[str, R] = {}
    for layer in layers:
        _take(found, layer)
    return found


def _take(found: dict[str, R], records: Iterable[R]) -> None:
    for record in records:
        found.setdefault(record.id, record)


def _take_live(found: dict[str, R], records: Iterable[R]) -> None:
    for record in records:
        if record.id not in found or (found[record.id].gone and not record.gone):  # type: ignore[attr-defined]
            found[record.id] = record
