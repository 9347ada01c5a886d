"""The end of a week: when it is time to look back at it."""

from collections.abc import Iterable
from datetime import date, timedelta

from app.domain.days import DayOf, monday_of
from app.domain.models import Record, Reflection
from app.domain.prompts import moment_of

FRIDAY = 4


def look_back_due(
    done: Iterable[Record], reflections: Iterable[Reflection], today: date, day_of: DayOf
) -> bool:
    """Tells whether to look back at this week: from Friday to Sunday, where the learner did something in it
    (one of `done`, by themselves) and has not looked back at it yet."""
    if today.weekday() < FRIDAY:
        return False
    monday = monday_of(today)
    week = (monday, monday + timedelta(days=6))
    looked = (one for one in reflections if moment_of(one) == "week_end")
    if any(week[0] <= day_of(one.at) <= week[1] for one in looked):
        return False
    own = (one for one in done if one.by in ("learner", ""))
    return any(week[0] <= day_of(one.at) <= today for one in own)
