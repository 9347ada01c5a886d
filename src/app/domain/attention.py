"""See first: whose book a teacher should open before the others, and why.

Each rule gives a reason in facts, with a weight; the weights only order. They say: a child who is
stuck comes first, then work that waits, a goal to agree, two versions, a quiet book. Within a kind,
more and longer weigh more, up to bounds that keep the kinds apart: no pile of papers hides a child who
is stuck. There is no score of the learner here, and nothing of this is stored or shown as a number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from app.domain.days import DayOf, Facts, ms_of, utc_day
from app.domain.goal_life import asks, by_goal, fallen, open_goals, stage, waits_for_yes, wishes
from app.domain.learning import Assessment, Consent
from app.domain.models import Artefact, CheckIn, Evidence, Feedback, Goal, Record
from app.domain.progress import progress
from app.domain.voices import DAY_MS, waiting_evidence, waits_since

Action = Literal["review", "agree", "suggest", "ask", "open"]


@dataclass(frozen=True)
class Weights:
    """What each reason weighs: a base, what every day adds, and the most days that count.

    ``quiet_after`` is the number of days without a file from which a book counts as quiet.
    """

    stuck: int = 80
    waiting: int = 55
    wished: int = 36
    proposed: int = 35
    versions: int = 29
    quiet: int = 10
    a_day: int = 2
    most_days: int = 9
    quiet_after: int = 7


@dataclass(frozen=True)
class Reason:
    """Why a book comes first. Views write the sentence for ``code`` from ``facts``.

    ``stuck``: goal, goal_id, tries, days. ``waiting``: pieces, since (ISO date), days, evidence (id of
    the oldest; the artefact's own where it was shown for no goal). ``proposed``: goals, goal, goal_id,
    days, again (1 where other words were agreed to). ``wished``: goal, goal_id, text, days.
    ``versions``: records. ``quiet``: days.
    """

    code: str
    facts: Facts
    action: Action
    weight: int


@dataclass(frozen=True)
class Standing:
    """What the rules look at in one learner's book.

    ``last_file`` is None where none is expected. ``role`` is whose answers count: the teacher's, or the
    family's where a family does what a teacher does.
    """

    goals: Sequence[Goal] = ()
    consents: Sequence[Consent] = ()
    checkins: Sequence[CheckIn] = ()
    evidence: Sequence[Evidence] = ()
    feedback: Sequence[Feedback] = ()
    artefacts: Sequence[Artefact] = ()
    assessments: Sequence[Assessment] = ()
    last_file: date | None = None
    others: Sequence[Record] = field(default_factory=tuple)
    role: str = "teacher"


DEFAULT = Weights()


def reasons(
    book: Standing, today: date, day_of: DayOf = utc_day, weights: Weights = DEFAULT
) -> tuple[Reason, ...]:
    """Returns every reason to open the book, the weightiest first; the same for the same facts."""
    found = (
        *_stuck(book, today, day_of, weights),
        *_waiting(book, today, day_of, weights),
        *_proposed(book, today, day_of, weights),
        *_wished(book, today, day_of, weights),
        *_versions(book, weights),
        *_quiet(book, today, weights),
    )
    return tuple(sorted(found, key=lambda r: (-r.weight, r.code)))


def see_first(books: Mapping[str, Sequence[Reason]]) -> tuple[tuple[str, Reason], ...]:
    """Returns the books that have a reason, by their weightiest; more reasons, then the key, break ties."""
    ranked = [(-r[0].weight, -len(r), key) for key, r in books.items() if r]
    return tuple((key, books[key][0]) for _, _, key in sorted(ranked))


def _weigh(base: int, days: int, weights: Weights) -> int:
    return base + weights.a_day * min(max(days, 0), weights.most_days)


def _stuck(book: Standing, today: date, day_of: DayOf, weights: Weights) -> Iterable[Reason]:
    worst: tuple[int, int, str] | None = None
    by_id = {goal.id: goal for goal in open_goals(book.goals, by_goal(book.consents))}
    for goal in by_id.values():
        how = progress(goal.id, book.checkins, today, day_of)
        # Words from the teacher after the check-in: help is under way.
        if how.stuck and not _answered_since(book, goal.id, how.at):
            worst = max(worst or (0, 0, ""), (how.stuck, -how.at, goal.id))
    if worst is None:
        return
    tries, at, goal_id = worst[0], -worst[1], worst[2]
    days = (today - day_of(at)).days
    facts: Facts = {"goal": by_id[goal_id].statement, "goal_id": goal_id, "tries": tries, "days": days}
    weight = _weigh(weights.stuck + min(tries, 3), days, weights)
    yield Reason("stuck", facts, "suggest", weight)


def _answered_since(book: Standing, goal: str, at: int) -> bool:
    return any(f.about == goal and f.by == book.role and f.at > at for f in book.feedback)


def _waiting(book: Standing, today: date, day_of: DayOf, weights: Weights) -> Iterable[Reason]:
    since = waits_since(book.role, ms_of(today) + DAY_MS)
    pieces = waiting_evidence(
        book.evidence, book.feedback, book.role, book.artefacts, book.assessments, since
    )
    if not pieces:
        return
    first = day_of(pieces[0].at)
    days = (today - first).days
    facts: Facts = {
        "pieces": len(pieces),
        "since": first.isoformat(),
        "days": days,
        "evidence": pieces[0].id,
    }
    weight = _weigh(weights.waiting + min(len(pieces), 5), days, weights)
    yield Reason("waiting", facts, "review", weight)


def _proposed(book: Standing, today: date, day_of: DayOf, weights: Weights) -> Iterable[Reason]:
    voices = by_goal(book.consents)
    waiting = [goal for goal in book.goals if waits_for_yes(goal, voices.get(goal.id, ()))]
    since = {goal.id: _asked(goal, voices.get(goal.id, ())) for goal in waiting}
    if not waiting:
        return
    oldest = min(waiting, key=lambda goal: (since[goal.id], goal.id))
    days = (today - day_of(since[oldest.id])).days
    facts: Facts = {
        "goals": len(waiting),
        "goal": oldest.statement,
        "goal_id": oldest.id,
        "days": days,
        "again": int(fallen(oldest, voices.get(oldest.id, ()))),
    }
    yield Reason("proposed", facts, "agree", _weigh(weights.proposed, days, weights))


def _wished(book: Standing, today: date, day_of: DayOf, weights: Weights) -> Iterable[Reason]:
    """The learner wishes something of a goal that this role proposed, and its words are still the same."""
    voices = by_goal(book.consents)
    found = [
        (wish, goal)
        for goal in book.goals
        if goal.by == book.role and stage(goal, voices.get(goal.id, ())) in ("asking", "going")
        for wish in wishes(goal, voices.get(goal.id, ()))
        if wish.by == "learner"
    ]
    if not found:
        return
    wish, goal = min(found, key=lambda pair: (pair[0].at, pair[0].id))
    days = (today - day_of(wish.at)).days
    facts: Facts = {"goal": goal.statement, "goal_id": goal.id, "text": wish.text, "days": days}
    yield Reason("wished", facts, "suggest", _weigh(weights.wished, days, weights))


def _asked(goal: Goal, voices: Sequence[Consent]) -> int:
    """Since when a goal waits: since it was asked, or its last change where other words were agreed to."""
    asked = asks(goal, voices)
    if asked:
        return asked[-1].at
    return goal.changed if fallen(goal, voices) else goal.at


def _versions(book: Standing, weights: Weights) -> Iterable[Reason]:
    several = sum(1 for record in (*book.goals, *book.evidence, *book.others) if record.versions)
    if several:
        yield Reason("versions", {"records": several}, "open", weights.versions + min(several, 5))


def _quiet(book: Standing, today: date, weights: Weights) -> Iterable[Reason]:
    if book.last_file is None:
        return
    days = (today - book.last_file).days
    if days >= weights.quiet_after:
        yield Reason("quiet", {"days": days}, "ask", _weigh(weights.quiet, days, weights))
