"""How far a competency is, and what it is held against."""

from dataclasses import dataclass, field

from app.domain.library import MasteryCriterion

UNSEEN, BEGUN, GROWING, MASTERED = "unseen", "begun", "growing", "mastered"
MOST_PIECES, MOST_KINDS, HIGHEST = 50, 5, 4


@dataclass(frozen=True)
class Standing:
    """How far a competency is, and the facts of the sentence that says why.

    ``shown`` pieces, of which ``good`` are judged at the level that counts, of ``kinds`` kinds, ``eyes``
    judged by a teacher or the family, and ``waiting`` not judged yet; ``need`` is what they are held against.
    ``together`` is False where there is enough but too far apart in time. ``reached`` is the wall clock at
    which the criterion was first met, 0 for never; ``faded`` says that a later revisit failed. ``low`` counts
    the latest pieces in a row below 2; ``own`` is the learner's latest own view, 0 for none; ``last`` the
    wall clock of the latest piece or revisit.
    """

    level: str = UNSEEN
    need: MasteryCriterion = field(default_factory=MasteryCriterion)
    shown: int = 0
    good: int = 0
    kinds: int = 0
    eyes: int = 0
    waiting: int = 0
    together: bool = True
    reached: int = 0
    faded: bool = False
    low: int = 0
    own: int = 0
    last: int = 0


def sound(criterion: MasteryCriterion) -> MasteryCriterion:
    """Returns a criterion that can be met and asks for something: whoever wrote 0 pieces meant few."""
    pieces = min(max(criterion.pieces, 1), MOST_PIECES)
    return MasteryCriterion(
        pieces=pieces,
        kinds=min(max(criterion.kinds, 0), MOST_KINDS, pieces),
        level=min(max(criterion.level, 1), HIGHEST),
        others=min(max(criterion.others, 0), pieces),
        days=max(criterion.days, 0),
    )
