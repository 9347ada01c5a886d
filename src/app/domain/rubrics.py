"""Rubrics: which words a mark stands for, and which level the marks of a piece suggest.

A rubric that changed never changes what was judged by it: marks stay numbers, only their words may be gone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from app.domain.learning import Assessment
from app.domain.library import Rubric, RubricCriterion, RubricLevel
from app.domain.models import Evidence

LOWEST, HIGHEST = 1, 4
Place = tuple[str, int]
"""A level of a criterion, by the criterion's id."""


def words_of(criterion: RubricCriterion, level: int) -> str | None:
    """Returns the words of a criterion's level, None where the rubric no longer has them."""
    found = next((one for one in criterion.levels if one.level == level), None)
    return None if found is None else found.words


def levels_of(criterion: RubricCriterion) -> tuple[RubricLevel, ...]:
    """Returns a criterion's levels from the first on, each once; without those of no known number."""
    found = {one.level: one for one in criterion.levels if LOWEST <= one.level <= HIGHEST}
    return tuple(found[level] for level in sorted(found))


def suggested(marks: Mapping[str, int]) -> int:
    """Returns the level that marks suggest: the lower of the two in the middle, 0 without any.

    A single weak criterion does not pull a piece down, nor does a single strong one lift it. The person who
    judges sees the suggestion; it counts where they choose no other level.
    """
    known = sorted(mark for mark in marks.values() if LOWEST <= mark <= HIGHEST)
    return known[(len(known) - 1) // 2] if known else 0


def lost(rubric: Rubric | None, marks: Mapping[str, int]) -> tuple[str, ...]:
    """Returns the ids of criteria that were marked and whose words are no longer in the rubric."""
    known = {one.id: one for one in rubric.criteria} if rubric else {}
    return tuple(
        name
        for name, level in sorted(marks.items())
        if name not in known or words_of(known[name], level) is None
    )


def fitting(rubrics: Iterable[Rubric], named: Sequence[str], competencies: Iterable[str]) -> Rubric | None:
    """Returns the rubric to look by: the first of those `named` that is there, else the first for one of the
    competencies. It is one and the same for the learner, a friend and an adult."""
    every, wanted = tuple(rubrics), set(competencies)
    known = {one.id: one for one in every}
    by_name = next((known[rec] for rec in named if rec in known), None)
    return by_name or next((one for one in every if wanted & set(one.competencies)), None)


def marked_by(records: Iterable[Assessment | Evidence]) -> dict[Place, int]:
    """Returns how many records marked each level of each criterion."""
    return dict(Counter(place for one in records for place in one.marks.items()))


def losing(after: Rubric, marked: Mapping[Place, int]) -> int:
    """Returns how many marks would lose their words if a rubric became `after`. The numbers stay."""
    known = {one.id: one for one in after.criteria}
    return sum(
        count
        for (name, level), count in marked.items()
        if name not in known or words_of(known[name], level) is None
    )
