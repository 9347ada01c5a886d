"""Long goals and the short ones within them.

A goal is part of another only where that one is there, is long, and itself is not: so whatever two devices
say of parents, there are two levels and no ring.
"""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.models import Goal
from app.domain.ordering import as_made

MOST_STEPS = 4


def parent_of(goal: Goal, goals: Mapping[str, Goal]) -> Goal | None:
    """Returns the long goal that this one is part of, or None; `goals` by id."""
    parent = goals.get(goal.parent)
    within = goal.term != "long" and parent is not None and parent.term == "long"
    return parent if within else None


def parts_of(rec: str, goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Returns the short goals within a long one, in the order in which they were made."""
    by_id = {goal.id: goal for goal in goals}
    mine = (one for one in by_id.values() if (parent_of(one, by_id) or one).id == rec and one.id != rec)
    return tuple(sorted(mine, key=as_made))


def tops(goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Returns the goals that are part of no other, in the order given."""
    kept = tuple(goals)
    by_id = {goal.id: goal for goal in kept}
    return tuple(goal for goal in kept if parent_of(goal, by_id) is None)


def whole(parts: Sequence[tuple[str, int]], own: int = 0) -> int:
    """Returns how far a long goal is, in steps from 0 to 4, by the state and steps of each part.

    A part that is reached counts fully, one that was let go not at all. It is never 4 before every part is
    reached. Without parts it is its `own` steps.
    """
    counted = [MOST_STEPS if state == "achieved" else steps for state, steps in parts if state != "letgo"]
    if not counted:
        return own
    steps = sum(counted) // len(counted)
    done = all(state in ("achieved", "letgo") for state, _ in parts)
    return MOST_STEPS if done else min(steps, MOST_STEPS - 1)
