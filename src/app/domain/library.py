"""What is shared by many learners: competencies, and the ways to them.

The same models are read from a library's space (what a teacher or family made or imported) and from a
learner's own book (the competencies it refers to, and ways that the learner thought of). A competency's id
is made from the identifier that its framework gave it, so it is the same on every device.
"""

from typing import Any, Literal

from pydantic import Field

from app.domain.models import Blob, Model, Record


class About(Record):
    """Whose library it is. One record a library, named ``me``."""

    name: str = ""
    role: str = ""


class MasteryCriterion(Model):
    """How much must be shown before a competency counts as mastered.

    ``pieces`` of evidence judged at ``level`` (1 to 4) or above, of ``kinds`` different kinds, ``others`` of
    them judged by a teacher or the family, and none older than ``days`` when the last of them was judged: all
    lie within so many days of each other (0 for however far apart). Later days take nothing back.
    """

    pieces: int = 3
    kinds: int = 2
    level: int = 3
    others: int = 1
    days: int = 0


class Framework(Record):
    """A set of competencies, as a CASE CFDocument is one. ``source`` is the identifier it came with.

    ``own`` marks one that was made in Ownway; ``ready`` one that was written to its end.
    """

    title: str = ""
    source: str = ""
    uri: str = ""
    creator: str = ""
    publisher: str = ""
    description: str = ""
    subjects: tuple[str, ...] = ()
    language: str = ""
    version: str = ""
    status: str = ""
    licence: str = ""
    criterion: MasteryCriterion | None = None
    own: bool = False
    ready: bool = True


class Competency(Record):
    """One thing to be able to do, as a CASE CFItem is one.

    ``parent`` is the competency it belongs under ("" for the top), ``place`` its order there. ``levels`` are
    education levels as its framework spells them. ``gone`` marks one that a newer version of its framework
    left out, and that is kept because books refer to it.
    """

    framework: str = ""
    source: str = ""
    uri: str = ""
    code: str = ""
    statement: str = ""
    short: str = ""
    notes: str = ""
    kind: str = ""
    levels: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    parent: str = ""
    place: int = 0
    language: str = ""
    criterion: MasteryCriterion | None = None
    gone: bool = False


PRECEDES, PART_OF = "precedes", "isPartOf"


class Link(Record):
    """How two competencies belong together, by CASE's association types.

    ``precedes`` says that ``origin`` is a prerequisite of ``target``. The hierarchy is `Competency.parent`;
    further parents are ``isChildOf``.
    """

    framework: str = ""
    source: str = ""
    kind: str = ""
    origin: str = ""
    target: str = ""
    place: int = 0
    gone: bool = False


Modality = Literal["read", "watch", "make", "move", "talk", "play", "project", "practise"]
MODALITIES: tuple[Modality, ...] = (
    "read",
    "watch",
    "make",
    "move",
    "talk",
    "play",
    "project",
    "practise",
)
Setting = Literal["quiet", "table", "outdoors", "home", "online"]
SETTINGS: tuple[Setting, ...] = ("quiet", "table", "outdoors", "home", "online")
Grouping = Literal["alone", "pair", "small_group", "class", "family"]
GROUPINGS: tuple[Grouping, ...] = ("alone", "pair", "small_group", "class", "family")
SHOW_WAYS = ("photo", "words", "link", "audio", "file", "talk", "quiz")
RESOURCE_KINDS = ("text", "link", "photo", "file")


class Resource(Model):
    """Something to read, look at or use for an activity; ``kind`` is one of RESOURCE_KINDS."""

    kind: str = "text"
    title: str = ""
    text: str = ""
    link: str = ""
    blob: Blob | None = None


class Activity(Record):
    """One way to learn: any of the values may be empty. ``minutes`` is 0 where nobody said.

    ``settings`` and ``groupings`` are where and with whom it can be done, ``show`` the ways (of SHOW_WAYS) in
    which it may be shown, ``success`` how the learner knows that it worked, ``supports`` the accommodations
    (of ACTS) that it already has. ``template`` marks one whose ``{interest}`` is filled in when it is chosen.
    """

    title: str = ""
    how: str = ""
    steps: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    modality: str = ""
    settings: tuple[str, ...] = ()
    groupings: tuple[str, ...] = ()
    minutes: int = 0
    materials: str = ""
    resources: tuple[Resource, ...] = ()
    show: tuple[str, ...] = ()
    success: str = ""
    rubric: str = ""
    quiz: str = ""
    interests: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    template: bool = False
    gone: bool = False


class Board(Record):
    """A choice board: some activities for the same competencies, of which the learner picks."""

    title: str = ""
    note: str = ""
    competencies: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    gone: bool = False


class RubricLevel(Model):
    """One level of a criterion, 1 (the first) to 4, in words a learner reads."""

    level: int = 1
    words: str = ""


class RubricCriterion(Model):
    """One thing that is looked at; ``id`` names it within its rubric."""

    id: str = ""
    title: str = ""
    levels: tuple[RubricLevel, ...] = ()


class Rubric(Record):
    """What good work looks like, criterion by criterion."""

    title: str = ""
    competencies: tuple[str, ...] = ()
    criteria: tuple[RubricCriterion, ...] = ()
    gone: bool = False


SURVEY_KINDS = ("interests", "preferences", "confidence", "satisfaction", "interview", "other")
QUIZ_KINDS = ("diagnostic", "formative", "summative")


class Form(Record):
    """A survey or quiz: ``form`` holds its questions as the documented JSON format says."""

    title: str = ""
    kind: str = ""
    competencies: tuple[str, ...] = ()
    form: dict[str, Any] = Field(default_factory=dict)
    gone: bool = False


class RuleWeights(Record):
    """The weights of a rule that a teacher changed; the record's id names the rule."""

    values: dict[str, int] = Field(default_factory=dict)


class GroupGoal(Record):
    """A goal of several learners; each adds their part in their own book, in the goal that names this."""

    statement: str = ""
    measure: str = ""
    target: str = ""
    unit: str = ""
    due: str = ""
    spaces: tuple[str, ...] = ()
    gone: bool = False
