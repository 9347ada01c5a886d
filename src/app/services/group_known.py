"""What is known of groups' goals: how they stand here, and those that only books tell of, because the library
that made them is not on this device."""

from collections.abc import Collection, Iterable
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
    """A group's goal as it stands on this device; ``own`` where it was made here. ``told`` is what its books
    were told last, where only they tell of it: more may be in it than is here."""

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


def told_by_books(
    books: Iterable[tuple[str, Reader]], known: Collection[str]
) -> tuple[tuple[GroupGoal, GroupNews | None], ...]:
    """Returns the groups' goals in `books` (space, reader) that are not `known`: each with all who have it,
    and what was told of it last."""
    found: dict[str, GroupGoal] = {}
    news: dict[str, GroupNews] = {}
    for space, reader in books:
        for goal in reader.goals():
            if goal.group and goal.group not in known:
                told = [*reader.group_news(goal.group), *filter(None, [news.get(goal.group)])]
                news |= {goal.group: max(told, key=lambda one: one.at)} if told else {}
                held = found.get(goal.group) or _group(goal)
                found[goal.group] = held.model_copy(update={"spaces": (*held.spaces, space)})
    return tuple((_aimed(group, news.get(rec)), news.get(rec)) for rec, group in found.items())


def _group(goal: Goal) -> GroupGoal:
    parts = {part: getattr(goal, part) for part in ("statement", "measure", "unit", "due")}
    return GroupGoal(id=goal.group, **parts)


def _aimed(group: GroupGoal, news: GroupNews | None) -> GroupGoal:
    return group.model_copy(update={"target": news.target}) if news else group
