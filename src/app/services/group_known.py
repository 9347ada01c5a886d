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
    """A group's goal as it stands on this device; ``own`` where it was made here.

    ``told`` is what the books here were told last, where they are not all of the group's: what the others
    added is known from it alone.
    """

    group: GroupGoal
    members: tuple[Member, ...]
    own: bool
    target: Decimal | None
    told: GroupNews | None = None

    @property
    def done(self) -> Decimal:
        """How much all have together."""
        here = sum((member.done for member in self.members), Decimal(0))
        return max(here, number_in(self.told.done) or here) if self.told else here

    @property
    def share(self) -> int:
        """How much of the target that is, 0 to 100."""
        if not self.target:
            return 0
        return max(0, min(100, int(self.done * 100 / self.target)))

    @property
    def parts(self) -> int:
        """How many added something."""
        here = sum(1 for member in self.members if member.done)
        return max(here, self.told.parts) if self.told else here


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
