"""The plan of a week: what is put where, done, skipped, repeated or left for another day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.days import iso_day, monday_of
from app.domain.learning import Day, Session, Week
from app.domain.text import tidy_line
from app.domain.timetable import most_a_day
from app.domain.week import (
    AGAIN,
    OUT,
    DayPlan,
    Planned,
    WeekPlan,
    first_room,
    occurrence,
    room_on,
    week_plan,
    why_not,
)
from app.services.reading import Reader
from app.services.writing import Pen
from app.sync.op import ADD, Edit

ME = "me"
MOST_SPENT = 24 * 60
REPEATS = ("", "daily", "weekly")
TODAYS = (("repeat", "daily"), ("repeat", "weekly"), ("state", "planned"))


@dataclass(frozen=True)
class Thing:
    """Something to plan: an activity, a goal's next bit, or the learner's own words; ``minutes`` 0 for
    however long."""

    title: str
    activity: str = ""
    goal: str = ""
    minutes: int = 0


class PlanService:
    """The weeks of one book."""

    def __init__(self, reader: Reader, pen: Pen) -> None:
        self.reader, self.pen = reader, pen

    def shape(self) -> Week | None:
        """Returns the shape of this learner's weeks, None before one was made."""
        return self.reader.one(Week, "weeks", ME)

    def week(self, day: date, today: date) -> WeekPlan:
        """Returns the plan of the week that `day` lies in."""
        sessions, days = self.reader.every(Session, "sessions"), self.reader.every(Day, "days")
        return week_plan(self.shape(), sessions, days, monday_of(day), today)

    def today(self, today: date) -> tuple[DayPlan, tuple[Planned, ...]]:
        """Returns the plan of today and what earlier days left over; reads nothing of other days."""
        found = {
            one.id: one
            for field, value in TODAYS
            for one in self.reader.found(Session, "sessions", field, value)
        }
        found |= {one.id: one for one in self.reader.found(Session, "sessions", "day", today.isoformat())}
        # What became of today's part of a series, and the series of a part, are records besides.
        for one in tuple(found.values()):
            name, again, _day = one.id.partition(AGAIN)
            beside = (
                {name} if again else {occurrence(one.id, day) for day in (today, iso_day(one.day)) if day}
            )
            there = [self.reader.one(Session, "sessions", rec) for rec in beside]
            found |= {one.id: one for one in there if one is not None}
        plan = week_plan(self.shape(), found.values(), (self.day(today),), monday_of(today), today)
        return plan.days[today.weekday()], plan.left_over

    def planned_today(self, today: date, rec: str) -> Planned | None:
        """Returns something that lies in today, as it is now; None where it does not lie there any more."""
        return next((one for one in self.today(today)[0].planned if one.id == rec), None)

    def day(self, day: date) -> Day:
        """Returns what was noted of a day."""
        return self.reader.one(Day, "days", day.isoformat()) or Day(id=day.isoformat())

    def why_not(self, day: date, block: str, minutes: int, today: date, moved: str = "") -> str:
        """Returns why something does not fit into a block of a day, "" where it does; what is ``moved``
        takes no room where it was."""
        plan = self.week(day, today).days[day.weekday()]
        return why_not(plan, block, minutes, today, most_a_day(self.shape()), moved)

    def room_on(self, day: date, minutes: int, today: date, moved: str = "") -> tuple[str, str]:
        """Returns the first block of a day where something fits, and ""; or "" and why it fits in none."""
        plan = self.week(day, today).days[day.weekday()]
        return room_on(plan, minutes, today, most_a_day(self.shape()), moved)

    def add(self, thing: Thing, day: date | None = None, block: str = "") -> str:
        """Plans something, on a day or waiting to be placed; returns its id, "" without a title."""
        title = tidy_line(thing.title)
        if not title:
            return ""
        values: dict[str, object] = {"title": title, "activity": thing.activity, "goal": thing.goal}
        values |= {"minutes": max(0, thing.minutes), "day": day.isoformat() if day else "", "block": block}
        return self.pen.add("sessions", {**values, "state": "planned", "place": self.pen.wall()})

    def add_where_it_fits(self, thing: Thing, today: date) -> tuple[str, date | None]:
        """Plans something on the first day of this or the next week with room; waiting where both are full.

        Returns the session's id and its day.
        """
        for start in (today, date.fromordinal(monday_of(today).toordinal() + 7)):
            room = first_room(self.week(start, today), thing.minutes, today, most_a_day(self.shape()))
            if room is not None:
                return self.add(thing, *room), room[0]
        return self.add(thing), None

    def move(self, planned: Planned, day: date | None, block: str = "") -> None:
        """Puts a session on another day, or lets it wait (None); of one that repeats only this day's."""
        self._say(planned, day=day.isoformat() if day else "", block=block, state="planned")

    def done(self, planned: Planned, spent: int = 0) -> None:
        """Notes that a session was done, and how many minutes it took (0 for as planned)."""
        minutes = planned.minutes if spent <= 0 else min(spent, MOST_SPENT)
        self._say(planned, state="done", spent=minutes)

    def skip(self, planned: Planned) -> None:
        """Leaves a session out on its day."""
        self._say(planned, state="skipped")

    def plan_again(self, planned: Planned) -> None:
        """Takes done or skipped back."""
        self._say(planned, state="planned", spent=0)

    def restore(self, planned: Planned) -> None:
        """Makes a session again what it was when it was read: the way back from what was done since."""
        session = planned.session
        self._say(planned, day=session.day, block=session.block, state=session.state, spent=session.spent)

    def repeat(self, planned: Planned, how: str) -> None:
        """Lets a session come again ``daily`` or ``weekly``; or ("") no more after this day.

        Raises ValueError for another `how`.
        """
        if how not in REPEATS:
            raise ValueError(f"not a way to repeat: {how}")
        if how or not planned.base:
            self.pen.set("sessions", planned.base or planned.id, repeat=how, until="")
        else:
            self.pen.set("sessions", planned.base, until=planned.id.partition(AGAIN)[2])

    def take_out(self, planned: Planned) -> None:
        """Takes a session out of the plan, of a series only this day's; `restore` undoes it."""
        self._say(planned, state=OUT)

    def drop(self, session: str) -> None:
        """Takes a session that does not repeat out of the plan; `bring_back` undoes it."""
        self.pen.remove("sessions", session)

    def drop_all(self, series: str) -> tuple[str, ...]:
        """Takes a series out of the plan with all its days but those that were done or skipped; returns what
        was taken out. `bring_back` undoes it."""
        parts = (one for one in self.reader.every(Session, "sessions") if one.state == "planned")
        gone = (series, *(one.id for one in parts if one.id.startswith(f"{series}{AGAIN}")))
        for rec in gone:
            self.drop(rec)
        return gone

    def bring_back(self, *sessions: str) -> None:
        """Puts dropped sessions back."""
        for rec in sessions:
            self.pen.bring_back("sessions", rec)

    def rest(self, day: date, rest: bool) -> None:
        """Lets a day rest, or not."""
        self.pen.set("days", day.isoformat(), rest=rest)

    def settings_on(self, day: date, settings: Sequence[str]) -> None:
        """Notes which places there are on a day."""
        self.pen.set("days", day.isoformat(), settings=list(settings))

    def shape_week(self, blocks: Sequence[Mapping[str, Any]], most: int) -> None:
        """Sets the blocks of this learner's weeks."""
        self.pen.set("weeks", ME, blocks=[dict(block) for block in blocks], most=max(0, most))

    def _say(self, planned: Planned, **values: object) -> None:
        """Says something of a session; of one day of a series in a record of that day."""
        if not planned.base or self.reader.book.get("sessions", planned.id) is not None:
            self.pen.set("sessions", planned.id, **values)
            return
        session = planned.session
        kept: dict[str, object] = {"title": session.title, "activity": session.activity, "goal": session.goal}
        kept |= {"minutes": session.minutes, "day": session.day, "block": session.block}
        self.pen.commit([Edit(ADD, "sessions", planned.id, "", {**kept, "place": session.place, **values})])
