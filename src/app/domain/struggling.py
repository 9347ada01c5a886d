"""What counts as struggling: signs that somebody could use another way, told gently and early."""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.learning import Choice
from app.domain.models import CheckIn, Goal
from app.domain.standing import Standing

LOW_PIECES = 2
STUCK_CHECK_INS = 2
TIMES_LEFT = 2
WORKED_ON = frozenset({"idea", "proposed", "active"})


def low(standing: Standing) -> bool:
    """Tells whether the latest two judged pieces are both below 2."""
    return standing.low >= LOW_PIECES


def stuck_goals(goals: Iterable[Goal], checkins: Mapping[str, Sequence[CheckIn]]) -> dict[str, str]:
    """Returns the competencies of goals whose latest two check-ins both say stuck, with the goal's id.

    `checkins` are those of each goal, in any order.
    """
    found: dict[str, str] = {}
    for goal in goals:
        latest = sorted(checkins.get(goal.id, ()), key=lambda one: (one.at, one.id))[-STUCK_CHECK_INS:]
        stuck = len(latest) == STUCK_CHECK_INS and all(one.feeling == "stuck" for one in latest)
        if stuck and goal.state in WORKED_ON:
            found.update({name: goal.id for name in goal.competencies if name not in found})
    return found


def left_often(choices: Iterable[Choice]) -> frozenset[str]:
    """Returns the competencies for which ways were left twice, and none was done since."""
    times: dict[str, int] = {}
    for one in sorted(choices, key=lambda choice: (choice.changed, choice.id)):
        for name in one.competencies:
            if one.state == "left":
                times[name] = times.get(name, 0) + 1
            elif one.state == "done":
                times[name] = 0
    return frozenset(name for name, many in times.items() if many >= TIMES_LEFT)
