"""The nouns of learning, as frozen models read from folded documents.

Every model is built from one folded document with ``Model.model_validate(document)``. A document holds
only values whose shape `app.domain.collections` allows, so reading never fails; fields that a newer
version wrote are ignored here and kept where they are stored.
"""

from hashlib import sha256
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Role = Literal["learner", "teacher", "family"]
ROLES: tuple[Role, ...] = ("learner", "teacher", "family")


class Model(BaseModel):
    """A frozen value; unknown fields are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Version(Model):
    """One of several values that different people gave a field without seeing each other's."""

    op: str
    value: Any
    by: str
    who: str
    wall: int


class Record(Model):
    """What every stored record has.

    ``by`` is the role and ``who`` the replica that made it; ``at`` and ``changed`` are wall clocks in
    milliseconds; ``versions`` maps a field to its values where there are two or more (the first is the
    one shown); ``kept`` says that it was deleted elsewhere and edited here, and so kept; ``edited``
    that a field of an add-only record has a later version.
    """

    id: str
    by: str = Field(default="", alias="_by")
    who: str = Field(default="", alias="_who")
    at: int = Field(default=0, alias="_at")
    changed: int = Field(default=0, alias="_changed")
    versions: dict[str, tuple[Version, ...]] = Field(default_factory=dict, alias="_versions")
    kept: bool = Field(default=False, alias="_kept")
    edited: bool = Field(default=False, alias="_edited")


class Learner(Record):
    """Whose book it is. One record a space, always named ``me``."""

    name: str = ""
    avatar: str = ""


class Person(Record):
    """A voice in the book: one replica's owner. The record's id is the replica's id."""

    name: str = ""
    role: str = ""
    avatar: str = ""


EntryKind = Literal["strength", "need", "interest", "motivation", "preference", "accommodation"]
ENTRY_KINDS: tuple[EntryKind, ...] = (
    "strength",
    "need",
    "interest",
    "motivation",
    "preference",
    "accommodation",
)


class ProfileEntry(Record):
    """One line of the learner profile; `by` says whose words it is.

    ``source`` (one of learning.SOURCES, or "") and ``source_id`` say from what it came; ``act`` is what an
    accommodation does (of accommodations.ACTS, "" for words alone); ``past`` marks what is no longer so.
    """

    kind: str = ""
    text: str = ""
    source: str = ""
    source_id: str = ""
    act: str = ""
    past: bool = False


class Goal(Record):
    """An objective in SMART parts. ``due`` is an ISO date or empty; ``state`` one of GOAL_STATES.

    ``term`` is long or short; a short goal may be a part of the long one ``parent``. ``scale`` (of
    MEASURE_SCALES) says how it is measured, in ``unit``. ``group`` is a `GroupGoal`, ``part`` the learner's
    own part in it. ``review`` is the ISO date of the next talk about it.
    """

    statement: str = ""
    measure: str = ""
    baseline: str = ""
    target: str = ""
    reason: str = ""
    due: str = ""
    state: str = "active"
    term: str = ""
    parent: str = ""
    competencies: tuple[str, ...] = ()
    supports: str = ""
    resources: str = ""
    review: str = ""
    scale: str = ""
    unit: str = ""
    group: str = ""
    part: str = ""

    @property
    def words(self) -> str:
        """A short hash of all that is promised in this goal. When it is next talked about, what helps and
        which skills it is for are no promises: they may change under an agreement."""
        said = (self.statement, self.measure, self.baseline, self.target, self.reason, self.due)
        parts = (*said, self.term, self.scale, self.unit)
        return sha256("\x00".join(parts).encode()).hexdigest()[:16]


GOAL_STATES = ("idea", "proposed", "active", "achieved", "letgo")
TERMS = ("short", "long")
MEASURE_SCALES = ("number", "count", "rating", "yes_no")


class CheckIn(Record):
    """One tap on a goal: ``feeling`` is one of FEELINGS; ``steps`` 0 to 4, how far it feels."""

    goal: str = ""
    feeling: str = ""
    steps: int = 0
    note: str = ""


FEELINGS = ("on_my_way", "stuck", "done")


class Blob(Model):
    """A photo, sound or file kept beside the journal; its name is its SHA-256 in hex.

    ``width`` and ``height`` are pixels of a photo, ``name`` what a file was called.
    """

    sha256: str
    mime: str
    size: int
    width: int = 0
    height: int = 0
    name: str = ""


class Artefact(Record):
    """A thing made or seen: ``kind`` is one of ARTEFACT_KINDS. ``best`` marks it as chosen best work, and
    ``why_best`` says why in the learner's words."""

    kind: str = ""
    title: str = ""
    text: str = ""
    link: str = ""
    blob: Blob | None = None
    best: bool = False
    why_best: str = ""


ARTEFACT_KINDS = ("photo", "words", "link", "audio", "file", "observation", "result")


class Evidence(Record):
    """An artefact shown for a goal or for competencies, with what its maker says of it.

    ``sure`` is how sure the learner is (of SURE), ``marks`` their own view by the ``rubric``'s criteria;
    ``activity`` the way it was made, ``supports`` the accommodations that were used.
    """

    artefact: str = ""
    goal: str = ""
    narrative: str = ""
    sure: str = ""
    competencies: tuple[str, ...] = ()
    activity: str = ""
    rubric: str = ""
    marks: dict[str, int] = Field(default_factory=dict)
    supports: tuple[str, ...] = ()


SURE = ("begun", "growing", "teach")


class Reflection(Record):
    """The learner's own thought; ``about`` is a record's id or empty, ``about_col`` its collection.

    It is words, a picture of how it felt (``face``, 0 to 4; None for none), a spoken ``blob``, or several.
    ``moment`` says when it was asked (of prompts.MOMENTS).
    """

    about: str = ""
    about_col: str = ""
    prompt: str = ""
    text: str = ""
    face: int | None = None
    blob: Blob | None = None
    moment: str = ""


class Feedback(Record):
    """A voice's answer to a record; ``kind`` is one of FEEDBACK_KINDS."""

    about: str = ""
    about_col: str = ""
    kind: str = "comment"
    text: str = ""


FEEDBACK_KINDS = ("comment", "well_done", "question", "next_step")
