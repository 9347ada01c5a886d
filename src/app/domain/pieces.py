"""What counts as a piece for a competency, and whose judgement of it counts.

A piece is one work: an artefact with all the evidence that shows it, or a result that stands alone. However
often a work is shown, it is one piece for each competency. Judgements come from a teacher, the family, a test
that the device marked, or another learner. What learners say of their own work is an `OwnView`: shown beside
and never counted in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.learning import Assessment
from app.domain.models import Artefact, Evidence

RANKS: Mapping[str, int] = {"teacher": 0, "family": 1, "test": 2, "peer": 3}
EYES = frozenset({"teacher", "family"})
LEVELS_OF_SURE: Mapping[str, int] = {"begun": 1, "growing": 2, "teach": 3}
HIGHEST = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """One work as it counts for one competency.

    ``level`` is 0 where nobody judged it yet, else 1 to 4; ``at`` the wall clock of the judgement that
    counts, or of showing it; ``eyes`` says that a teacher or the family judged it.
    """

    id: str
    competency: str
    kind: str
    at: int
    level: int = 0
    eyes: bool = False


@dataclass(frozen=True, slots=True)
class OwnView:
    """What the learner thinks of one work for one competency."""

    id: str
    competency: str
    at: int
    level: int


@dataclass(frozen=True, slots=True)
class Retry:
    """A revisit of a competency, and how it went (of WENT)."""

    id: str
    competency: str
    at: int
    went: str


Fact = Piece | OwnView | Retry


@dataclass(frozen=True)
class Work:
    """All that is known of one work: its artefact, what it was shown as, and what was said of it."""

    id: str
    artefact: Artefact | None = None
    shown: Sequence[Evidence] = ()
    judged: Sequence[Assessment] = ()


def work_of(record: Evidence | Assessment, evidence: Mapping[str, Evidence]) -> str:
    """Returns the id of the work that a record belongs to; `evidence` is what is here, by id.

    A judgement of evidence that is not here waits under that evidence's id, and counts once it comes.
    """
    if isinstance(record, Evidence):
        return record.artefact or record.id
    if record.evidence:
        found = evidence.get(record.evidence)
        return work_of(found, evidence) if found else record.artefact or record.evidence
    return record.artefact or record.id


def facts_of(work: Work) -> tuple[Fact, ...]:
    """Returns the pieces and own views that a work gives, one of each for a competency.

    None where the work was taken out: its artefact is gone, or its evidence is.
    """
    shown = [one for one in work.shown if not one.artefact or work.artefact is not None]
    alone = [one for one in work.judged if not one.evidence and not one.artefact]
    if not shown and not alone and work.artefact is None:
        return ()
    named = dict.fromkeys(name for one in shown for name in one.competencies)
    named.update(dict.fromkeys(name for one in work.judged for name in one.levels))
    kind, since = _kind(work), min((one.at for one in (*shown, *alone)), default=0)
    facts: list[Fact] = []
    for competency in named:
        piece = _piece(work, competency, kind, since)
        if piece.level or any(competency in one.competencies for one in shown):
            facts.append(piece)
        facts += _own_view(work, shown, competency)
    return tuple(facts)


def _piece(work: Work, competency: str, kind: str, since: int) -> Piece:
    says = _counting(work.judged, competency)
    if says is None:
        return Piece(work.id, competency, kind, since)
    level = min(says.levels[competency], HIGHEST)
    return Piece(work.id, competency, kind, says.at, level, voice_of(says) in EYES)


def _counting(judged: Iterable[Assessment], competency: str) -> Assessment | None:
    """Returns the judgement that counts: each judge's latest, then a teacher's before the family's, a test's
    and another learner's, then the latest. Level 0 takes a judge's word back."""
    latest: dict[tuple[str, str, str], Assessment] = {}
    for one in judged:
        voice = voice_of(one)
        if voice and competency in one.levels:
            judge = (voice, one.who, one.peer)
            was = latest.get(judge)
            if was is None or (was.at, was.id) < (one.at, one.id):
                latest[judge] = one
    standing = [one for one in latest.values() if one.levels[competency] > 0]
    return min(standing, key=lambda one: (RANKS[voice_of(one)], -one.at, one.id), default=None)


def voice_of(one: Assessment) -> str:
    """Returns whose judgement it is (of RANKS); "" for the learner's own view, whatever it calls itself."""
    if one.kind == "self":
        return ""
    if one.quiz:
        return "test"
    if one.by in EYES:
        return one.by
    return "peer" if one.kind == "peer" and one.peer else ""


def _own_view(work: Work, shown: Sequence[Evidence], competency: str) -> list[OwnView]:
    said = [
        (one.at, one.id, min(one.levels[competency], HIGHEST))
        for one in work.judged
        if one.kind == "self" and one.levels.get(competency, 0) > 0
    ]
    if not said:
        said = [
            (one.at, one.id, LEVELS_OF_SURE[one.sure])
            for one in shown
            if one.sure in LEVELS_OF_SURE and competency in one.competencies
        ]
    if not said:
        return []
    at, _id, level = max(said)
    return [OwnView(work.id, competency, at, level)]


def _kind(work: Work) -> str:
    """Returns what kind of piece it is: the artefact's, or for a result quiz, observation or test.

    Points of a test on paper make it a test, also where its sheet was photographed.
    """
    if any(one.most and not one.quiz for one in work.judged):
        return "test"
    if work.artefact is not None and work.artefact.kind not in ("", "result"):
        return work.artefact.kind
    if any(one.quiz for one in work.judged):
        return "quiz"
    return "observation" if any(one.kind == "observation" for one in work.judged) else "test"
