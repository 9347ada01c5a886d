"""Today's plan: the short list below what is offered first."""

from collections.abc import Iterable
from datetime import date

from app.domain.days import DayOf, Facts, utc_day
from app.domain.desk import Desk, NextThing, Row, begun_facts, open_by_day, planned_facts, said_facts
from app.domain.progress import progress
from app.domain.voices import unanswered

PLAN_ROWS = 5
_SAME = {"do_planned": "planned"}


def plan(
    desk: Desk, today: date, day_of: DayOf = utc_day, offered: NextThing | None = None
) -> tuple[Row, ...]:
    """Returns the rows of today, without what is already `offered` above them; what is done comes last.

    Voices to answer come first, oldest first, and what somebody asks for; then all that the learner planned
    for today, and what earlier days left over; then looking back at the week; then, up to PLAN_ROWS in all,
    open goals by the nearest day.
    """
    firm = [*_voices(desk), *_day(desk), *_begun(desk)]
    if desk.look_back:
        firm.append(Row("reflect", "week_end", {}))
    kind = "" if offered is None else "begun" if offered.code == "begun" else offered.action
    above = (_SAME.get(kind, kind), offered.rec if offered else "")
    firm = [row for row in firm if (row.kind, row.rec) != above]
    planned = {str(row.facts.get("goal", "")) for row in _day(desk)}
    goals = [row for row in _goals(desk, today, day_of) if (row.kind, row.rec) != above]
    rest = sorted((row for row in goals if row.rec not in planned), key=lambda row: row.done)
    rows = [*firm, *rest[: max(0, PLAN_ROWS - len(firm))]]
    return tuple(sorted(rows, key=lambda row: row.done))


def _voices(desk: Desk) -> Iterable[Row]:
    for question in unanswered(desk.feedback, desk.reflections):
        yield Row("answer", question.id, said_facts(question))
    for one in desk.suggested:
        yield Row("open_way", one.id, said_facts(one))
    for one in desk.asked:
        yield Row("quiz" if one.about_col == "quizzes" else "survey", one.about, said_facts(one))


def _day(desk: Desk) -> Iterable[Row]:
    for block in desk.day.blocks if desk.day else ():
        for one in block.planned:
            if one.session.state != "skipped":
                yield Row("planned", one.id, planned_facts(block, one), one.session.state == "done")
    if desk.left_over:
        yield Row("left", "", {"count": desk.left_over})


def _begun(desk: Desk) -> Iterable[Row]:
    """Ways in hand that the day's plan does not name anyway."""
    planned = {row.facts.get("activity") for row in _day(desk)}
    for one in desk.begun:
        if one.activity not in planned:
            yield Row("begun", one.activity, begun_facts(one))


def _goals(desk: Desk, today: date, day_of: DayOf) -> Iterable[Row]:
    for goal in open_by_day(desk):
        how = progress(goal.id, desk.checkins, today, day_of)
        done = bool(how.count) and day_of(how.at) == today
        facts: Facts = {"goal": goal.statement, "due": goal.due, "steps": how.steps, "count": how.count}
        yield Row("check_in", goal.id, facts, done)
