"""The records of the learning loop in a learner's book: choosing, doing, showing, planning, looking back.

All that is said once and stays (assessments, consents, measures, answers, revisits) is add-only; levels,
progress and suggestions are worked out of these records and never stored.
"""

from typing import Any

from pydantic import Field

from app.domain.models import Record

SOURCES = ("self", "survey", "diagnostic", "talk", "past_work")
CONSENTS = ("propose", "agree", "wish")
CHANGE_KINDS = ("changed", "split", "extended", "easier", "let_go", "again", "reached")
ASSESSMENT_KINDS = ("diagnostic", "formative", "summative", "self", "peer", "observation")
CHOICE_STATES = ("chosen", "started", "done", "left")
SESSION_STATES = ("planned", "done", "skipped", "out")
WENT = ("again", "hard", "good", "easy")
SHELF_KINDS = ("best", "goal", "competency", "time", "own")
MASTERY_LEVELS = ("unseen", "begun", "growing", "mastered")


class Consent(Record):
    """One voice on a goal, signed by its record (`by`, `who`, `at`): proposes it, agrees to it, or wishes
    something of it (``text``). ``words`` is the goal's `Goal.words` at that time: agreement is to words."""

    goal: str = ""
    says: str = ""
    words: str = ""
    text: str = ""


class GoalChange(Record):
    """Why a goal was changed, and what was learned; ``into`` names the goals that a split made."""

    goal: str = ""
    how: str = "changed"
    why: str = ""
    learned: str = ""
    into: tuple[str, ...] = ()


class Measure(Record):
    """One measurement of a goal: ``value`` is a decimal number as text; yes and no are 1 and 0."""

    goal: str = ""
    value: str = ""
    note: str = ""


class GroupNews(Record):
    """How far a group is with its goal, as a teacher told it: ``parts`` learners added to ``done``."""

    group: str = ""
    done: str = ""
    target: str = ""
    parts: int = 0
    text: str = ""


class Assessment(Record):
    """Somebody's judgement: ``levels`` maps competencies to 1 (begun) to 4 (beyond).

    ``evidence`` (and its ``artefact``) is what was looked at, "" for none; ``marks`` maps a rubric's
    criteria to levels. ``score`` of ``most`` points are a quiz's, with the ``answers`` as they were given, or
    without ``quiz`` those of a test on paper; ``right`` maps a quiz's questions to what the answers were
    worth on that day (`app.domain.marking.worth`), since questions may change.
    ``supports`` are the accommodations that were used. `by` says who judged; ``kind`` ``self`` is shown
    beside others' judgements and never counted with them; ``peer`` names the learner who judged.
    """

    kind: str = ""
    evidence: str = ""
    artefact: str = ""
    levels: dict[str, int] = Field(default_factory=dict)
    rubric: str = ""
    marks: dict[str, int] = Field(default_factory=dict)
    quiz: str = ""
    answers: dict[str, Any] = Field(default_factory=dict)
    score: int = 0
    most: int = 0
    right: dict[str, int] = Field(default_factory=dict)
    supports: tuple[str, ...] = ()
    text: str = ""
    peer: str = ""


class Answers(Record):
    """A survey as it was answered; ``beside`` is the role of who sat beside the learner, "" for nobody."""

    survey: str = ""
    title: str = ""
    kind: str = ""
    answers: dict[str, Any] = Field(default_factory=dict)
    beside: str = ""


class Choice(Record):
    """An activity that the learner picked; ``interest`` fills a template's gap."""

    activity: str = ""
    title: str = ""
    competencies: tuple[str, ...] = ()
    board: str = ""
    interest: str = ""
    state: str = "chosen"
    why: str = ""


class Session(Record):
    """A block of time with something in it: on ``day`` (ISO date) in ``block`` (a `Week`'s), or with ``day``
    "" waiting to be placed. ``minutes`` are planned, ``spent`` were noted. With ``repeat`` it is a series
    from ``day`` on, to ``until`` (ISO date; "" for no end): `app.domain.week` works out its days."""

    day: str = ""
    block: str = ""
    activity: str = ""
    goal: str = ""
    title: str = ""
    minutes: int = 0
    spent: int = 0
    state: str = "planned"
    repeat: str = ""
    until: str = ""
    place: int = 0


class Week(Record):
    """The shape of this learner's weeks, one record named ``me``: blocks as `app.domain.week` reads them;
    ``most`` is how many things a day holds at most, 0 for what fits."""

    blocks: tuple[dict[str, Any], ...] = ()
    most: int = 0


class Day(Record):
    """What is so on one day (the record's id is its ISO date): the settings there are, or that it rests."""

    settings: tuple[str, ...] = ()
    rest: bool = False


class Revisit(Record):
    """A mastered competency tried again, and how it went (of WENT)."""

    competency: str = ""
    went: str = ""


class Shelf(Record):
    """Works put together; ``about`` is a goal's or competency's id, ``why`` the learner's own words."""

    title: str = ""
    kind: str = "own"
    why: str = ""
    about: str = ""
    artefacts: tuple[str, ...] = ()
