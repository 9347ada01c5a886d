"""What is known of groups' goals: how they stand here, and those that only books tell of, because the library
that made them is not on this device."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.goal_life import Stage
from app.domain.learning import GroupNews
from app.domain.library import GroupGoal
from app.domain.measuring import number_in
from app.domain.models import Goal
from app.services.reading import Reader


@dataclass(frozen=True)
class Member:
    """One learner of a group: ``goal`` is None where their book has none of it (yet, or any more), or could
    not be opened (``unread``)."""

    space: str
    name: str
    avatar: str
    goal: Goal | None = None
    stage: Stage = "asking"
    done: Decimal = Decimal(0)
    unread: bool = False


@dataclass(frozen=True)
class GroupPage:
    """A group's goal as it stands on this device.

    ``own`` where it was made here, ``all_here`` where the books of all who are in it could be read here.
    ``told`` is what those books were told last, where they are not all: what the others added is known from
    it alone.
    """

    group: GroupGoal
    members: tuple[Member, ...]
    own: bool
    target: Decimal | None
    all_here: bool
    told: GroupNews | None = None

    @property
    def as_told(self) -> GroupNews | None:
        """What was told, where it knows of more than the books here: of somebody else who added something."""
        if self.told is None or self.told.parts <= self._parts_here:
            return None
        return self.told if (number_in(self.told.done) or Decimal(0)) >= self._done_here else None

    @property
    def done(self) -> Decimal:
        """How much all have together."""
        return number_in(self.as_told.done) or Decimal(0) if self.as_told else self._done_here

    @property
    def share(self) -> int:
        """How much of the target that is, 0 to 100."""
        if not self.target:
            return 0
        return max(0, min(100, int(self.done * 100 / self.target)))

    @property
    def parts(self) -> int:
        """How many added something."""
        return self.as_told.parts if self.as_told else self._parts_here

    @property
    def _done_here(self) -> Decimal:
        return sum((member.done for member in self.members), Decimal(0))

    @property
    def _parts_here(self) -> int:
        return sum(1 for member in self.members if member.done)


def told_by_books(books: Iterable[tuple[str, Reader]], known: Collection[str]) -> tuple[GroupGoal, ...]:
    """Returns the groups' goals in `books` (space, reader) that are not `known`: each with all who have it,
    and the target that was told last."""
    found: dict[str, tuple[GroupGoal, tuple[tuple[str, Reader], ...]]] = {}
    for space, reader in books:
        for goal in reader.goals():
            if goal.group and goal.group not in known:
                group, held = found.get(goal.group, (_group(goal), ()))
                found[goal.group] = (group, (*held, (space, reader)))
    return tuple(_aimed(group, held) for group, held in found.values())


def last_told(group: str, readers: Iterable[Reader]) -> GroupNews | None:
    """Returns what was told last of a group's goal in any of these books; None where nothing was."""
    told = [news for reader in readers for news in reader.group_news(group)]
    return max(told, key=lambda news: (news.at, news.id), default=None)


def _group(goal: Goal) -> GroupGoal:
    parts = {part: getattr(goal, part) for part in ("statement", "measure", "unit", "due")}
    return GroupGoal(id=goal.group, **parts)


def _aimed(group: GroupGoal, held: Sequence[tuple[str, Reader]]) -> GroupGoal:
    news = last_told(group.id, [reader for _, reader in held])
    aim = {"target": news.target} if news else {}
    return group.model_copy(update={**aim, "spaces": tuple(space for space, _ in held)})
