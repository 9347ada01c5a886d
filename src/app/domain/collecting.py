"""Collections of a portfolio: works by goal, by competency, by month, and the chosen best."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.days import DayOf
from app.domain.learning import Shelf
from app.domain.models import Artefact, Evidence, Goal


@dataclass(frozen=True)
class Group:
    """Works that belong together, the newest first: ``kind`` is one of SHELF_KINDS but ``own``, ``about`` a
    goal's or competency's id, a month as YYYY-MM, or "" for the best."""

    kind: str
    about: str
    artefacts: tuple[str, ...]


def newest_first(artefacts: Iterable[Artefact]) -> tuple[Artefact, ...]:
    """Returns works, the newest first."""
    return tuple(sorted(artefacts, key=lambda one: (one.at, one.id), reverse=True))


def by_goal(artefacts: Iterable[Artefact], evidence: Iterable[Evidence]) -> tuple[Group, ...]:
    """Returns works by the goals they are shown for, the goal with the newest work first."""
    goals: dict[str, set[str]] = {}
    for piece in evidence:
        if piece.goal:
            goals.setdefault(piece.artefact, set()).add(piece.goal)
    return _grouped("goal", artefacts, goals)


def by_competency(
    artefacts: Iterable[Artefact], evidence: Iterable[Evidence], goals: Iterable[Goal]
) -> tuple[Group, ...]:
    """Returns works by the competencies that they, or the goals they are shown for, name."""
    named = {goal.id: goal.competencies for goal in goals}
    found: dict[str, set[str]] = {}
    for piece in evidence:
        found.setdefault(piece.artefact, set()).update(piece.competencies, named.get(piece.goal, ()))
    return _grouped("competency", artefacts, found)


def by_month(artefacts: Iterable[Artefact], day_of: DayOf) -> tuple[Group, ...]:
    """Returns works by the month in which they were shown, the latest first."""
    works = tuple(artefacts)
    return _grouped("time", works, {one.id: {day_of(one.at).isoformat()[:7]} for one in works})


def best_of(artefacts: Iterable[Artefact]) -> tuple[Group, ...]:
    """Returns the works that were chosen as best, as one group; nothing where none was."""
    chosen = tuple(one.id for one in newest_first(one for one in artefacts if one.best))
    return (Group("best", "", chosen),) if chosen else ()


def on_shelf(shelf: Shelf, there: Mapping[str, Artefact]) -> tuple[str, ...]:
    """Returns a shelf's works in its own order, each once, without those that are not `there` any more."""
    return tuple(rec for rec in dict.fromkeys(shelf.artefacts) if rec in there)


def with_work(artefacts: Sequence[str], rec: str, on: bool) -> tuple[str, ...]:
    """Returns a shelf's works with one put at the end (where it is not there), or without it."""
    if on:
        return tuple(dict.fromkeys((*artefacts, rec)))
    return tuple(one for one in artefacts if one != rec)


def _grouped(
    kind: str, artefacts: Iterable[Artefact], about: Mapping[str, Iterable[str]]
) -> tuple[Group, ...]:
    groups: dict[str, list[str]] = {}
    for one in newest_first(artefacts):
        for name in sorted(about.get(one.id, ())):
            groups.setdefault(name, []).append(one.id)
    return tuple(Group(kind, name, tuple(works)) for name, works in groups.items())
