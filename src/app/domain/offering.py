"""The one thing Today offers a learner first, with a why.

The rules are asked in the order of RULES and the first that has something to say wins: people before
things, what the learner planned before what a rule finds, and news before habits. The same book on the same
day always offers the same.
"""

from collections.abc import Callable
from datetime import date

from app.domain.days import DayOf, Facts, iso_day, utc_day
from app.domain.desk import Desk, NextThing, begun_facts, open_by_day, planned_facts, said_facts
from app.domain.goal_life import stage, standing, wishes
from app.domain.progress import progress
from app.domain.smart import coach, first_question
from app.domain.voices import last_shown, unanswered

SOON_DAYS, LATE_DAYS = 7, 14
RESTED_DAYS = 5
QUIET_DAYS = 7

Rule = Callable[[Desk, date, DayOf], NextThing | None]


def next_thing(desk: Desk, today: date, day_of: DayOf = utc_day) -> NextThing:
    """Returns the one thing to offer; there always is one."""
    for rule in RULES:
        thing = rule(desk, today, day_of)
        if thing is not None:
            return thing
    return NextThing("free", "show")


def _answer(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """Somebody asked the learner something and waits."""
    waiting = unanswered(desk.feedback, desk.reflections)
    if not waiting:
        return None
    return NextThing("answer", "answer", said_facts(waiting[0]), waiting[0].id, "feedback")


def _agreed(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """Somebody agreed to a goal, and nothing was written here since that came."""
    for goal in open_by_day(desk):
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
    for goal in open_by_day(desk):
        day = iso_day(goal.due)
        if day is not None and (today - day).days > LATE_DAYS:
            facts: Facts = {"goal": goal.statement, "days": (today - day).days}
            return NextThing("missed", "open_goal", facts, goal.id, "goals")
    return None


def _review(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """The day has come on which a goal was to be talked about."""
    for goal in open_by_day(desk):
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
    return NextThing("suggested", "open_way", said_facts(one), one.id, "feedback")


def _planned(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """The learner planned something for today and has not done it."""
    if desk.day is None or desk.day.rest:
        return None
    for block in desk.day.blocks:
        for one in block.planned:
            if one.session.state == "planned":
                return NextThing("planned", "do_planned", planned_facts(block, one), one.id, "sessions")
    return None


def _due_soon(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """A goal's day is near, or just past, and it was not checked in today or yesterday."""
    for goal in open_by_day(desk):
        day = iso_day(goal.due)
        if day is None or not -LATE_DAYS <= (day - today).days <= SOON_DAYS:
            continue
        how = progress(goal.id, desk.checkins, today, day_of)
        if how.count == 0 or (today - day_of(how.at)).days >= 2:
            facts: Facts = {"goal": goal.statement, "days": (day - today).days}
            return NextThing("due_soon", "check_in", facts, goal.id, "goals")
    return None


def _begun(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """A way was chosen or begun, and nothing became of it yet."""
    if not desk.begun:
        return None
    one = desk.begun[0]
    return NextThing("begun", "open_way", begun_facts(one), one.activity, "activities")


def _first_goal(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """There is no goal to work on."""
    if open_by_day(desk):
        return None
    return NextThing("first_goal", "new_goal", {"achieved": len(desk.goals)})


def _step(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """The path suggests something that the learner has begun, wants, or has opened."""
    return desk.step


def _clearer(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """A goal that nobody agreed to yet has a part to make clearer."""
    interests = tuple(e.text for e in desk.profile if e.kind == "interest" and e.by == "learner")
    for goal in open_by_day(desk):
        if standing(goal, desk.consents_on.get(goal.id, ())):
            continue
        hint = first_question(coach(goal, today, interests))
        if hint:
            facts: Facts = {"goal": goal.statement, "part": hint.part, "question": hint.code, **hint.facts}
            return NextThing("clearer", "edit_goal", facts, goal.id, "goals")
    return None


def _check_in(desk: Desk, today: date, day_of: DayOf) -> NextThing | None:
    """A goal has rested for some days."""
    for goal in open_by_day(desk):
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
    _planned,
    _due_soon,
    _missed,
    _review,
    _begun,
    _first_goal,
    _step,
    _clearer,
    _check_in,
    _show,
    _about_you,
)
