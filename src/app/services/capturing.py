"""What is shown in one go: its parts, and the records that keep them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from mimetypes import guess_type

from app.domain import checks
from app.domain.marking import level_of
from app.domain.models import SURE
from app.domain.points import Points
from app.domain.text import safe_link, tidy_line, tidy_text
from app.services.ports import Picture
from app.sync.op import ADD, Edit

LONGEST_NAME = 200
MOST_FILE_BYTES = 8 * 1024 * 1024
"""A file must still fit through the messages of the screens, and into one file to share."""


@dataclass(frozen=True)
class Attachment:
    """A voice or a file to keep: ``kind`` is ``audio`` or ``file``; ``name`` is what a file was called."""

    kind: str
    data: bytes
    mime: str
    name: str = ""


@dataclass(frozen=True)
class Capture:
    """What is shown in one go, for any number of goals and competencies, or for an activity.

    ``sure`` is one of SURE or ""; ``marks`` is the learner's own view by the ``rubric``'s criteria;
    ``supports`` are the accommodations that were used; ``observed`` says that an adult tells what they saw.
    ``points`` are those of a test on paper: an adult's count for the competencies as a judgement of the kind
    ``look``, a learner's are kept beside the piece and wait for an adult's look.
    """

    title: str = ""
    text: str = ""
    link: str = ""
    picture: Picture | None = None
    attachment: Attachment | None = None
    goals: Sequence[str] = ()
    competencies: Sequence[str] = ()
    activity: str = ""
    rubric: str = ""
    marks: Mapping[str, int] = field(default_factory=dict)
    supports: Sequence[str] = ()
    sure: str = ""
    reflection: str = ""
    prompt: str = ""
    observed: bool = False
    points: Points | None = None
    look: str = "formative"


def mime_of(mime: str, name: str) -> str:
    """Returns a file's media type, guessed by its name where it says none that can be stored."""
    plain = mime.partition(";")[0].strip().lower()
    if not plain or not checks.media_type(plain):
        plain = guess_type(name)[0] or "application/octet-stream"
    return plain if checks.media_type(plain) else "application/octet-stream"


def artefact_of(capture: Capture) -> dict[str, object] | None:
    link = safe_link(capture.link) or ""
    title, text = tidy_line(capture.title), tidy_text(capture.text)
    kind = _kind(capture, link, bool(text or title))
    if not kind:
        return None
    return {"kind": kind, "title": title, "text": text, "link": link, "blob": None, "best": False}


def _kind(capture: Capture, link: str, words: bool) -> str:
    """Returns what kind of artefact a capture makes, "" where there is nothing to keep."""
    if capture.picture is not None:
        return "photo"
    if capture.attachment is not None:
        return capture.attachment.kind
    if link:
        return "link"
    if capture.points is not None:
        return "result"
    if not words:
        return ""
    return "observation" if capture.observed else "words"


def result_of(capture: Capture, artefact: str) -> list[Edit]:
    """Returns what keeps the points of a test: for an adult as a judgement, for a learner without levels."""
    points = capture.points
    if points is None:
        return []
    values: dict[str, object] = {"kind": "self", "artefact": artefact}
    if capture.observed:
        level = level_of(points.score, points.most)
        values |= {"kind": capture.look, "levels": dict.fromkeys(capture.competencies, level)}
    values |= {"score": points.score, "most": points.most, "supports": list(capture.supports)}
    return [Edit(ADD, "assessments", "", "", values)]


def evidence_of(capture: Capture, artefact: str) -> list[dict[str, object]]:
    """Returns the evidence of a capture: one for each goal, the first with all that it shows beside."""
    goals = list(capture.goals)
    if not goals and (capture.competencies or capture.activity):
        goals = [""]
    sure = capture.sure if capture.sure in SURE else ""
    found: list[dict[str, object]] = [
        {"artefact": artefact, "goal": goal, "narrative": "", "sure": sure} for goal in goals
    ]
    beside: dict[str, object] = {
        "competencies": list(capture.competencies),
        "activity": capture.activity,
        "rubric": capture.rubric,
        "marks": dict(capture.marks),
        "supports": list(capture.supports),
    }
    if found:
        found[0] |= {part: value for part, value in beside.items() if value}
    return found
