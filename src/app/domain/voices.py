"""Voices: which words of one person still wait for another's.

Nothing is marked as answered: an answer is a record about another record, and what waits follows from
what is there.
"""

from collections.abc import Iterable, Sequence

from app.domain.learning import Assessment
from app.domain.models import Artefact, Evidence, Feedback, Reflection

Words = Feedback | Reflection
FAMILY_DAYS = 30
DAY_MS = 86_400_000
OTHERS_VIEWS = ("self", "peer")  # a learner's own view or a friend's, on whoever's device it was kept


def unanswered(feedback: Sequence[Feedback], reflections: Iterable[Reflection]) -> tuple[Feedback, ...]:
    """Returns the questions from teacher or family that the learner has not answered, oldest first.

    An answer is the learner's feedback or reflection about the question itself. Clocks decide nothing
    here: a tablet whose clock is ahead must not make a question look answered before it was asked.
    """
    own: list[Words] = [words for words in feedback if words.by == "learner"]
    answered = {words.about for words in (*own, *reflections)}
    waiting = [f for f in feedback if f.kind == "question" and f.by != "learner" and f.id not in answered]
    return tuple(sorted(waiting, key=lambda f: (f.at, f.id)))


def waits_since(role: str, now_ms: int) -> int:
    """Returns the wall clock from which on work waits for a role: a teacher owes an answer to all of it, a
    family answers while it is new. A book of years must not stand before a family as a pile."""
    return now_ms - FAMILY_DAYS * DAY_MS if role == "family" else 0


def waiting_evidence(
    evidence: Iterable[Evidence],
    feedback: Iterable[Feedback],
    role: str = "teacher",
    artefacts: Iterable[Artefact] = (),
    assessments: Iterable[Assessment] = (),
    since: int = 0,
) -> tuple[Evidence, ...]:
    """Returns the evidence that nobody in `role` has answered, oldest first.

    Words about the artefact count for every evidence it was shown as, and so do judgements of it by the
    role. What the role itself added waits for nobody. Of `artefacts`, those that nobody but the role showed
    as evidence wait as well, each as evidence for no goal, with the artefact's own id. Nothing waits that
    is older than `since` (wall clock).
    """
    evidence = list(evidence)
    shown = {e.artefact for e in evidence if e.by != role}
    evidence += [_bare(artefact) for artefact in artefacts if artefact.id not in shown]
    answered = {f.about for f in feedback if f.by == role}
    answered |= {
        rec
        for one in assessments
        if one.by == role and one.kind not in OTHERS_VIEWS
        for rec in (one.artefact, one.evidence)
    }
    waiting = [
        e
        for e in evidence
        if e.by != role
        and e.at >= since
        and e.id not in answered
        and (not e.artefact or e.artefact not in answered)
    ]
    return tuple(sorted(waiting, key=lambda e: (e.at, e.id)))


def _bare(artefact: Artefact) -> Evidence:
    """Returns an artefact that was shown for no goal as evidence."""
    meta = {"_by": artefact.by, "_who": artefact.who, "_at": artefact.at, "_changed": artefact.changed}
    return Evidence.model_validate({"id": artefact.id, "artefact": artefact.id, **meta})


def last_shown(artefacts: Iterable[Artefact], evidence: Iterable[Evidence]) -> int:
    """Returns the wall clock at which something was last shown, 0 if never."""
    return max((r.at for r in (*artefacts, *evidence)), default=0)
