"""What the next step is worked out of, and what comes of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.days import Facts
from app.domain.learning import Choice
from app.domain.library import Activity
from app.domain.likes import Said
from app.domain.standing import Standing

GO_ON, BEGIN, SUPPORT, REVISIT = "go_on", "begin", "support", "revisit"


@dataclass(frozen=True)
class Reason:
    """Why something is suggested, or what speaks against it (points below 0).

    Views write the words for ``code`` from ``facts``.
    """

    code: str
    points: int
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Suggestion:
    """A competency to work on, and a way to it ("" where there is none yet).

    ``kind`` is go_on, begin, support or revisit. ``others`` are further ways, the best first. For support:
    ``before`` is a prerequisite worth going back to, ``person`` somebody to ask ("" for none).
    """

    kind: str
    competency: str
    activity: str = ""
    points: int = 0
    reasons: tuple[Reason, ...] = ()
    others: tuple[str, ...] = ()
    before: str = ""
    person: str = ""


@dataclass(frozen=True)
class Went:
    """How ways of one modality went for this learner: done or well judged, left or judged low."""

    well: int = 0
    badly: int = 0


@dataclass(frozen=True)
class Scene:
    """What the rule looks at. ``order`` are the competencies of the path in reading order, ``now`` the wall
    clock, ``met`` tells whether a competency was ever mastered.

    ``goals`` and ``stuck`` map competencies to the open goal that names them; ``left`` are those whose ways
    were left often; ``due`` the revisits of today, the first first; ``settings`` are today's, empty where
    nobody said; ``chosen`` are the learner's choices; ``acts`` the accommodations; ``person`` whom to ask.
    """

    order: Sequence[str]
    now: int
    level: Callable[[str], str]
    met: Callable[[str], bool]
    standing: Callable[[str], Standing]
    before: Callable[[str], Sequence[str]]
    ways: Callable[[str], Sequence[Activity]]
    goals: Mapping[str, str] = field(default_factory=dict)
    stuck: Mapping[str, str] = field(default_factory=dict)
    left: frozenset[str] = frozenset()
    due: Sequence[str] = ()
    went: Mapping[str, Went] = field(default_factory=dict)
    chosen: Sequence[Choice] = ()
    interests: Said = ()
    preferences: Said = ()
    acts: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    person: str = ""
