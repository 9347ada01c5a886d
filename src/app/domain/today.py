"""Today: the one thing offered to a learner first, with a why, and the short plan below it.

The rules are asked in the order of RULES and the first that has something to say wins: people before
things, and news before habits. The same book on the same day always offers the same.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from app.domain.days import DayOf, Facts, iso_day, utc_day
from app.domain.goal_life import by_goal, open_goals, stage, standing, wishes
from app.domain.learning import Consent
from app.domain.models import Artefact, CheckIn, Evidence, Feedback, Goal, ProfileEntry, Reflection
from app.domain.progress import progress
from app.domain.smart import coach, first_question
from app.domain.voices import last_shown, unanswered

Action = Literal[
    "answer", "open_goal", "check_in", "edit_goal", "new_goal", "about_you", "show", "learn", "open_way"
]

SOON_DAYS, LATE_DAYS = 7, 14
RESTED_DAYS = 5
QUIET_DAYS = 7
PLAN_ROWS = 5


@dataclass(frozen=True)
class NextThing:
    """What is offered first. Views write the sentences for ``code`` from ``facts``; ``rec`` and
    ``col`` name the record to open, "" for none.

    ``answer`` (text, by, who, about, about_col); ``agreed``, ``asked`` and ``wished`` (goal, who, by;
    a wish also text); ``due_soon`` (goal, days; negative days are past); ``missed`` and ``review`` (goal,
    days); ``first_goal``; ``clearer`` (goal, part, question, and the hint's own facts); ``check_in`` (goal,
    days since the last); ``about_you``; ``show_again`` (days); ``show_first``; ``step``: what the path
    suggests (competency, activity); ``suggested``: a way that somebody suggests (text, by, who, about,
    about_col); ``free``: nothing waits, and that is said.
    """

    code: str
    action: Action
    facts: Facts = field(default_factory=dict)
    rec: str = ""
    col: str = ""


@dataclass(frozen=True)
class Row:
    """A line of the plan: ``kind`` is ``answer``, ``open_way`` (what somebody suggests), ``check_in`` or
    ``reflect`` (``rec`` is then the moment); ``done`` where it was done today."""

    kind: Literal["answer", "open_way", "check_in", "reflect"]
    rec: str
    facts: Facts
    done: bool = False


@dataclass(frozen=True)
class Desk:
    """What the rules look at in a learner's book.

    ``news`` are the goals whose agreement, ``wished`` those of which a wish came here after the last thing
    that was written here. ``step`` is what the path suggests, once it is read; ``look_back`` that it is time
    to look back at the week. ``suggested`` are the ways that others suggest and that wait.
    """

    goals: Sequence[Goal] = ()
    consents: Sequence[Consent] = ()
    checkins: Sequence[CheckIn] = ()
    artefacts: Sequence[Artefact] = ()
    evidence: Sequence[Evidence] = ()
    reflections: Sequence[Reflection] = ()
    feedback: Sequence[Feedback] = ()
    profile: Sequence[ProfileEntry] = ()
    news: Collection[str] = ()
    wished: Collection[str] = ()
    step: NextThing | None = None
    look_back: bool = False
    suggested: Sequence[Feedback] = ()

    @cached_property
    def consents_on(self) -> dict[str, tuple[Consent, ...]]:
        """The voices on each goal."""
        return by_goal(self.consents)


Rule = Callable[[Desk, date, DayOf], NextThing | None]


def next_thing(desk: Desk, today: date, day_of: DayOf = utc_day) -> NextThing:
    """Returns the one thing to offer; there always is one."""
    for rule in RULES:
        thing = rule(desk, today, day_of)
        if thing is not None:
            return thing
    return NextThing("free", "show")


def plan(
    desk: Desk, today: date, day_of: DayOf = utc_day, offered: NextThing | None = None
) -> tuple[Row, ...]:
    """Returns at most PLAN_ROWS rows, without what is already `offered` above them.

    Voices to answer come first, oldest first; then looking back at the week; then open goals by the
    nearest day, those that were checked in today last.
    """
    back = [Row("reflect", "week_end", {})] if desk.look_back else []
    rows = [*_voices(desk), *back, *_goals(desk, today, day_of)]
    above = (offered.action, offered.rec) if offered else ("", "")
    kept = [row for row in rows if (row.kind, row.rec) != above]
    return tuple(sorted(kept, key=lambda row: row.done)[:PLAN_ROWS])


def _voices(desk: Desk) -> Iterable[Row]:
    for question in unanswered(desk.feedback, desk.reflections):
        yield Row("answer", question.id, _question_facts(question))
    for one in desk.suggested:
        yield Row("open_way", one.id, _question_facts(one))


def _goals(desk: Desk, today: date, day_of: DayOf) -> Iterable[Row]:
    for goal in _open_goals(desk):
        how = progress(goal.id, desk.checkins, today, day_of)
        done = bool(how.count) and day_of(how.at) == today
        facts: Facts = {"goal": goal.statement, "due": goal.due, "steps": how.steps, "count": how.count}
        yield Row("check_in", goal.id, facts, done)


def _open_goals(desk: Desk) -> list[Goal]:
    """Open goals: those with a day by the nearest first, then the others as they were made."""

    def order(goal: Goal) -> tuple[date, int, str]:
        return (iso_day(goal.due) or date.max, goal.at, goal.id)

    return sorted(open_goals(desk.goals, desk.consents_on), key=order)


def _question_facts(question: Feedback) -> Facts:
    return {
        "text": question.text,
        "by": question.by,
        "who": question.who,
        "about": question.about,
        "about_col": question.about_col,
    }


def _answer(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """Somebody asked the learner something and waits."""
    waiting = unanswered(desk.feedback, desk.reflections)
    if not waiting:
        return None
    return NextThing("answer", "answer", _question_facts(waiting[0]), waiting[0].id, "feedback")


def _agreed(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """Somebody agreed to a goal, and nothing was written here since that came."""
    for goal in _open_goals(desk):
        others = [one for one in standing(goal, desk.consents_on.get(goal.id, ())) if one.by != "learner"]
        if others and goal.id in desk.news:
            facts: Facts = {"goal": goal.statement, "who": others[-1].who, "by": others[-1].by}
            return NextThing("agreed", "open_goal", facts, goal.id, "goals")
    return None


def _asked(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """A teacher or the family proposes a goal and waits for the learner's word."""
    asking = [
        goal
        for goal in desk.goals
        if goal.by in ("teacher", "family") and stage(goal, desk.consents_on.get(goal.id, ())) == "asking"
    ]
    if not asking:
        return None
    goal = min(asking, key=lambda one: (one.at, one.id))
    facts: Facts = {"goal": goal.statement, "who": goal.who, "by": goal.by}
    return NextThing("asked", "open_goal", facts, goal.id, "goals")


def _wished(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """Somebody wishes something of a goal, and nothing was written here since that came."""
    for goal in desk.goals:
        others = [one for one in wishes(goal, desk.consents_on.get(goal.id, ())) if one.by != "learner"]
        if others and goal.id in desk.wished:
            last = others[-1]
            facts: Facts = {"goal": goal.statement, "who": last.who, "by": last.by, "text": last.text}
            return NextThing("wished", "open_goal", facts, goal.id, "goals")
    return None


def _missed(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """A goal's day is long past: what was learned, and how to go on?"""
    for goal in _open_goals(desk):
        day = iso_day(goal.due)
        if day is not None and (today - day).days > LATE_DAYS:
            facts: Facts = {"goal": goal.statement, "days": (today - day).days}
            return NextThing("missed", "open_goal", facts, goal.id, "goals")
    return None


def _review(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """The day has come on which a goal was to be talked about."""
    for goal in _open_goals(desk):
        day = iso_day(goal.review)
        if day is not None and day <= today:
            facts: Facts = {"goal": goal.statement, "days": (today - day).days}
            return NextThing("review", "open_goal", facts, goal.id, "goals")
    return None


def _suggested(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """Somebody suggests a way to learn, and it was neither chosen nor put off."""
    if not desk.suggested:
        return None
    one = desk.suggested[0]
    return NextThing("suggested", "open_way", _question_facts(one), one.id, "feedback")


def _due_soon(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """A goal's day is near, or just past, and it was not checked in today or yesterday."""
    for goal in _open_goals(desk):
        day = iso_day(goal.due)
        if day is None or not -LATE_DAYS <= (day - today).days <= SOON_DAYS:
            continue
        how = progress(goal.id, desk.checkins, today, day_of)
        if how.count == 0 or (today - day_of(how.at)).days >= 2:
            facts: Facts = {"goal": goal.statement, "days": (day - today).days}
            return NextThing("due_soon", "check_in", facts, goal.id, "goals")
    return None


def _first_goal(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """There is no goal to work on."""
    if _open_goals(desk):
        return None
    return NextThing("first_goal", "new_goal", {"achieved": len(desk.goals)})


def _step(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """The path suggests something that the learner has begun, wants, or has opened."""
    return desk.step


def _clearer(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """A goal that nobody agreed to yet has a part to make clearer."""
    interests = tuple(e.text for e in desk.profile if e.kind == "interest" and e.by == "learner")
    for goal in _open_goals(desk):
        if standing(goal, desk.consents_on.get(goal.id, ())):
            continue
        hint = first_question(coach(goal, today, interests))
        if hint:
            facts: Facts = {"goal": goal.statement, "part": hint.part, "question": hint.code, **hint.facts}
            return NextThing("clearer", "edit_goal", facts, goal.id, "goals")
    return None


def _check_in(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """A goal has rested for some days."""
    for goal in _open_goals(desk):
        how = progress(goal.id, desk.checkins, today, day_of)
        days = (today - day_of(how.at if how.count else goal.at)).days
        if days >= RESTED_DAYS:
            facts: Facts = {"goal": goal.statement, "days": days}
            return NextThing("check_in", "check_in", facts, goal.id, "goals")
    return None


def _show(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """Nothing was shown yet, or not for some days."""
    last = last_shown(desk.artefacts, desk.evidence)
    if not last:
        return NextThing("show_first", "show")
    days = (today - day_of(last)).days
    return NextThing("show_again", "show", {"days": days}) if days >= QUIET_DAYS else None


def _about_you(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """The learner has not yet said a word about themselves."""
    if any(entry.by in ("learner", "") for entry in desk.profile):
        return None
    return NextThing("about_you", "about_you")


RULES: tuple[Rule, ...] = (
    _answer,
    _agreed,
    _asked,
    _wished,
    _suggested,
    _due_soon,
    _missed,
    _review,
    _first_goal,
    _step,
    _clearer,
    _check_in,
    _show,
    _about_you,
)
