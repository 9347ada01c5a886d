"""See first: whose book a teacher should open before the others, and why.

Each rule gives a reason in facts, with a weight; the weights only order. They say: a child who is
stuck comes before everything; then work that waits, a goal to agree, two versions, and a quiet book.
Waiting longer weighs more, so an old proposal passes a piece of today; the bound on days sees to it
that no age passes a child who is stuck. There is no score of the learner here, and nothing of this is
stored or shown as a number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.domain.days import DayOf, Facts, utc_day
from app.domain.models import CheckIn, Evidence, Feedback, Goal, Record
from app.domain.progress import by_goal, progress
from app.domain.voices import waiting_evidence

Action = Literal["review", "agree", "suggest", "ask", "open"]


@dataclass(frozen=True)
class Weights:
    """What each reason weighs: a base, what every day adds, and the most days that count.

    ``quiet_after`` is the number of days without a file from which a book counts as quiet.
    """

    stuck: int = 80
    waiting: int = 50
    proposed: int = 42
    versions: int = 36
    quiet: int = 20
    a_day: int = 2
    most_days: int = 9
    quiet_after: int = 7


@dataclass(frozen=True)
class Reason:
    """Why a book comes first. Views write the sentence for ``code`` from ``facts``.

    ``stuck``: goal, goal_id, tries, days. ``waiting``: pieces, since (ISO date), days, evidence (id of
    the oldest). ``proposed``: goals, goal, goal_id, days. ``versions``: records. ``quiet``: days.
    """

    code: str
    facts: Facts
    action: Action
    weight: int


@dataclass(frozen=True)
class LearnerFacts:
    """What the rules look at in one learner's book, as of ``today``.

    ``space`` names the book; ``last_file`` is the day of its last file, None where none is expected;
    ``others`` are further records, looked at only for two versions.
    """

    space: str
    today: date
    goals: Sequence[Goal] = ()
    checkins: Sequence[CheckIn] = ()
    evidence: Sequence[Evidence] = ()
    feedback: Sequence[Feedback] = ()
    last_file: date | None = None
    others: Sequence[Record] = ()
    day_of: DayOf = utc_day


DEFAULT = Weights()


def reasons(book: LearnerFacts, weights: Weights = DEFAULT) -> tuple[Reason, ...]:
    """Returns every reason to open the book, the weightiest first; the same for the same facts."""
    rules = (_stuck, _waiting, _proposed, _versions, _quiet)
    found = (reason for rule in rules for reason in rule(book, weights))
    return tuple(sorted(found, key=lambda reason: (-reason.weight, reason.code)))


def rank(books: Iterable[LearnerFacts], weights: Weights = DEFAULT) -> tuple[tuple[str, Reason], ...]:
    """Returns the books that have a reason, each with its weightiest, in the order to see them.

    Where two weigh the same, more reasons come first, then the name of the space.
    """
    found = {book.space: reasons(book, weights) for book in books}
    order = sorted((-all_[0].weight, -len(all_), space) for space, all_ in found.items() if all_)
    return tuple((space, found[space][0]) for _, _, space in order)


def _weigh(base: int, days: int, weights: Weights) -> int:
    return base + weights.a_day * min(max(days, 0), weights.most_days)


def _stuck(book: LearnerFacts, weights: Weights) -> Iterable[Reason]:
    worst: tuple[int, int, str] | None = None
    by_id = {goal.id: goal for goal in book.goals if goal.state == "open"}
    taps = by_goal(book.checkins)
    for goal in by_id.values():
        how = progress(taps.get(goal.id, ()), book.today, book.day_of)
        # Words from the teacher after the check-in: help is under way.
        if how.stuck and not _answered_since(book, goal.id, how.at):
            worst = max(worst or (0, 0, ""), (how.stuck, -how.at, goal.id))
    if worst is None:
        return
    tries, at, goal_id = worst[0], -worst[1], worst[2]
    days = (book.today - book.day_of(at)).days
    facts: Facts = {"goal": by_id[goal_id].statement, "goal_id": goal_id, "tries": tries, "days": days}
    weight = _weigh(weights.stuck + min(tries, 3), days, weights)
    yield Reason("stuck", facts, "suggest", weight)


def _answered_since(book: LearnerFacts, goal: str, at: int) -> bool:
    return any(f.about == goal and f.by == "teacher" and f.at > at for f in book.feedback)


def _waiting(book: LearnerFacts, weights: Weights) -> Iterable[Reason]:
    pieces = waiting_evidence(book.evidence, book.feedback)
    if not pieces:
        return
    since = book.day_of(pieces[0].at)
    days = (book.today - since).days
    facts: Facts = {
        "pieces": len(pieces),
        "since": since.isoformat(),
        "days": days,
        "evidence": pieces[0].id,
    }
    weight = _weigh(weights.waiting + min(len(pieces), 5), days, weights)
    yield Reason("waiting", facts, "review", weight)


def _proposed(book: LearnerFacts, weights: Weights) -> Iterable[Reason]:
    proposed = sorted(
        (g for g in book.goals if g.state == "open" and g.agreed is None and g.by != "teacher"),
        key=lambda g: (g.at, g.id),
    )
    if not proposed:
        return
    oldest = proposed[0]
    days = (book.today - book.day_of(oldest.at)).days
    facts: Facts = {
        "goals": len(proposed),
        "goal": oldest.statement,
        "goal_id": oldest.id,
        "days": days,
    }
    yield Reason("proposed", facts, "agree", _weigh(weights.proposed, days, weights))


def _versions(book: LearnerFacts, weights: Weights) -> Iterable[Reason]:
    several = sum(1 for record in (*book.goals, *book.evidence, *book.others) if record.versions)
    if several:
        yield Reason("versions", {"records": several}, "open", weights.versions + min(several, 5))


def _quiet(book: LearnerFacts, weights: Weights) -> Iterable[Reason]:
    if book.last_file is None:
        return
    days = (book.today - book.last_file).days
    if days >= weights.quiet_after:
        yield Reason("quiet", {"days": days}, "ask", _weigh(weights.quiet, days, weights))
