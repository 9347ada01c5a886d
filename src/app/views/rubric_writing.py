"""A rubric as it is being written, criterion by criterion."""

from dataclasses import dataclass, field

from app.domain.library import Rubric, RubricCriterion, RubricLevel
from app.domain.rubrics import Place, levels_of, losing
from app.words import _

FIRST = 2


@dataclass
class Draft:
    """A criterion as it is being written: its words by level."""

    id: str
    title: str = ""
    words: dict[int, str] = field(default_factory=dict)

    @property
    def written(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.title.strip() or any(text.strip() for text in self.words.values()))

    def done(self) -> RubricCriterion:
        """Returns it as it is kept: a level without words is none."""
        levels = (
            RubricLevel(level=n, words=text.strip()) for n, text in sorted(self.words.items()) if text.strip()
        )
        return RubricCriterion(id=self.id, title=self.title.strip(), levels=tuple(levels))


@dataclass
class Writing:
    """A rubric as it is being written. ``marked`` are the marks that there are by what it ``was``."""

    was: Rubric
    marked: dict[Place, int]
    title: str
    criteria: list[Draft]
    skills: tuple[str, ...]

    def done(self) -> Rubric:
        """Returns it as it is kept."""
        criteria = tuple(draft.done() for draft in self.criteria if draft.written)
        return Rubric(id=self.was.id, title=self.title, competencies=self.skills, criteria=criteria)

    def add(self) -> None:
        """Adds a criterion under a name that none has or had: a mark of one that went must not gain words."""
        taken = {name for name, _level in self.marked}
        taken |= {one.id for one in self.criteria} | {one.id for one in self.was.criteria}
        name = next(name for name in map("c{}".format, range(1, 1000)) if name not in taken)
        self.criteria.append(Draft(name))

    def lost(self) -> int:
        """Returns how many marks would lose their words now that had them, 0 for none more than before."""
        after = losing(self.done(), self.marked)
        return after if after > losing(self.was, self.marked) else 0

    def lacks(self) -> str:
        """Returns what it still needs, in words; "" where it can be kept."""
        after = self.done()
        if not after.title.strip():
            return _("Give it a name first.")
        whole = any(one.levels for one in after.criteria)
        return "" if whole else _("Write what you look at, and one level in words.")


def drafts_of(was: Rubric) -> list[Draft]:
    """Returns a rubric's criteria to write at; some empty ones where there are none yet."""
    found = [
        Draft(one.id, one.title, {level.level: level.words for level in levels_of(one)})
        for one in was.criteria
    ]
    return found or [Draft(f"c{n}") for n in range(1, FIRST + 1)]
