"""What Today's rules look at, and what they say: the one thing offered, and the rows of the plan."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from app.domain.days import Facts, iso_day
from app.domain.goal_life import by_goal, open_goals
from app.domain.learning import Choice, Consent
from app.domain.models import Artefact, CheckIn, Evidence, Feedback, Goal, ProfileEntry, Reflection
from app.domain.week import BlockPlan, DayPlan, Planned

Action = Literal[
    "answer",
    "open_goal",
    "check_in",
    "edit_goal",
    "new_goal",
    "about_you",
    "show",
    "learn",
    "open_way",
    "do_planned",
]


@dataclass(frozen=True)
class NextThing:
    """What is offered first. Views write the sentences for ``code`` from ``facts``; ``rec`` and
    ``col`` name the record to open, "" for none.

    ``answer`` (text, by, who, about, about_col); ``agreed``, ``asked`` and ``wished`` (goal, who, by;
    a wish also text); ``due_soon`` (goal, days; negative days are past); ``missed`` and ``review`` (goal,
    days); ``first_goal``; ``clearer`` (goal, part, question, and the hint's own facts); ``check_in`` (goal,
    days since the last); ``about_you``; ``show_again`` (days); ``show_first``; ``step``: what the path
    suggests (competency, activity); ``suggested``: a way that somebody suggests (text, by, who, about,
    about_col); ``planned``: the first thing that the learner planned for today (title, activity, goal,
    minutes, block, block_title, start); ``begun``: a way in hand (title, state); ``free``: nothing waits,
    and that is said.
    """

    code: str
    action: Action
    facts: Facts = field(default_factory=dict)
    rec: str = ""
    col: str = ""


@dataclass(frozen=True)
class Row:
    """A line of the plan: ``kind`` is ``answer``, ``open_way`` (what somebody suggests), ``survey`` or
    ``quiz`` (what somebody asks for; ``rec`` is then the form), ``planned`` (what lies in the day), ``left``
    (how many things earlier days left over), ``begun`` (a way in hand; ``rec`` is the activity),
    ``check_in`` or ``reflect`` (``rec`` is then the moment);
    ``done`` where it was done today."""

    kind: Literal["answer", "open_way", "survey", "quiz", "planned", "left", "begun", "check_in", "reflect"]
    rec: str
    facts: Facts
    done: bool = False


@dataclass(frozen=True)
class Desk:
    """What the rules look at in a learner's book.

    ``news`` are the goals whose agreement, ``wished`` those of which a wish came here after the last thing
    that was written here. ``step`` is what the path suggests, once it is read; ``look_back`` that it is time
    to look back at the week. ``suggested`` are the ways that others suggest and that wait, ``asked`` the
    surveys and quizzes. ``begun`` are the ways in hand, the first begun first. ``day`` is what was
    planned for today, ``left_over`` what earlier days left.
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
    asked: Sequence[Feedback] = ()
    begun: Sequence[Choice] = ()
    day: DayPlan | None = None
    left_over: int = 0

    @cached_property
    def consents_on(self) -> dict[str, tuple[Consent, ...]]:
        """The voices on each goal."""
        return by_goal(self.consents)


def open_by_day(desk: Desk) -> list[Goal]:
    """Returns the open goals: those with a day by the nearest first, then the others as they were made."""

    def order(goal: Goal) -> tuple[date, int, str]:
        return (iso_day(goal.due) or date.max, goal.at, goal.id)

    return sorted(open_goals(desk.goals, desk.consents_on), key=order)


def said_facts(question: Feedback) -> Facts:
    """Returns what somebody said, as facts."""
    return {
        "text": question.text,
        "by": question.by,
        "who": question.who,
        "about": question.about,
        "about_col": question.about_col,
    }


def planned_facts(block: BlockPlan, one: Planned) -> Facts:
    """Returns what is planned, and in which block of the day, as facts."""
    session = one.session
    return {
        "title": session.title,
        "activity": session.activity,
        "goal": session.goal,
        "minutes": one.minutes,
        "block": block.block.id,
        "block_title": block.block.title,
        "start": block.block.start,
        "state": session.state,
    }


def begun_facts(choice: Choice) -> Facts:
    """Returns what a way in hand is called, and whether it was begun, as facts."""
    return {"title": choice.title, "state": choice.state, "about": choice.activity, "about_col": "activities"}
