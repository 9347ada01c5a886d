"""Assessing: what somebody judges of a piece of work, for its competencies; and the learner's own view."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.learning import ASSESSMENT_KINDS, Assessment
from app.domain.library import Rubric
from app.domain.models import FEEDBACK_KINDS, Evidence
from app.domain.points import MOST_POINTS, Points
from app.domain.rubrics import HIGHEST, LOWEST, fitting
from app.domain.text import tidy_line, tidy_text
from app.services.cards import card_edits
from app.services.catalog import Catalog
from app.services.reading import Reader
from app.services.writing import Pen
from app.sync.op import ADD, Edit


@dataclass(frozen=True)
class Judgement:
    """What is judged: ``levels`` maps competencies to 1 to 4, ``marks`` the rubric's criteria to levels.

    ``kind`` is one of ASSESSMENT_KINDS; ``text`` may be empty, and is said to the learner as ``says`` (of
    FEEDBACK_KINDS); ``peer`` names the learner who judged, for a peer's; ``points`` are a test's on paper.
    """

    levels: Mapping[str, int] = field(default_factory=dict)
    kind: str = "formative"
    rubric: str = ""
    marks: Mapping[str, int] = field(default_factory=dict)
    text: str = ""
    says: str = "well_done"
    supports: Sequence[str] = ()
    peer: str = ""
    points: Points | None = None


class AssessingService:
    """The judgements of one book. They are add-only: another look is another judgement."""

    def __init__(self, reader: Reader, pen: Pen, catalog: Callable[[], Catalog]) -> None:
        self.reader, self.pen, self._catalog = reader, pen, catalog

    def of(self, artefact: str) -> tuple[Assessment, ...]:
        """Returns what was judged of an artefact, the latest first."""
        return self.reader.found(Assessment, "assessments", "artefact", artefact)

    def competencies_of(self, artefact: str) -> tuple[str, ...]:
        """Returns the competencies that an artefact is shown for: its evidence's, and those of its goals."""
        found: dict[str, None] = {}
        for piece in self.reader.evidence_of(artefact):
            found |= dict.fromkeys(piece.competencies)
            goal = self.reader.goal(piece.goal) if piece.goal else None
            found |= dict.fromkeys(goal.competencies if goal else ())
        return tuple(found)

    def rubric_of(self, artefact: str) -> Rubric | None:
        """Returns the rubric to look at an artefact by, whoever looks."""
        pieces = self.reader.evidence_of(artefact)[::-1]
        made_by = [one.activity for one in pieces]
        return self.rubric_for(made_by, self.competencies_of(artefact), [one.rubric for one in pieces])

    def rubric_for(
        self, activities: Sequence[str], competencies: Sequence[str], used: Sequence[str] = ()
    ) -> Rubric | None:
        """Returns the rubric of the activity something was made for, else the one that it was looked at by
        before (`used`), else the first for one of the competencies."""
        catalog = self._catalog()
        ways = [way for rec in activities if rec and (way := catalog.activity(rec))]
        return fitting(catalog.rubrics(), [*(way.rubric for way in ways), *used], competencies)

    def judge(self, artefact: str, judgement: Judgement) -> str:
        """Keeps a judgement of an artefact with the words said of it, in one commit; returns its id.

        "" where nothing is judged and nothing said. A friend's words stay with their judgement: they are not
        the book's owner's voice. Raises ValueError for a level, mark, kind or points that there
        are not.
        """
        _check(judgement)
        edits: list[Edit] = []
        words, kind = tidy_text(judgement.text), judgement.kind
        if judgement.levels or judgement.marks or judgement.points or (words and kind == "peer"):
            pieces = self.reader.evidence_of(artefact)
            edits.append(Edit(ADD, "assessments", "", "", _values(judgement, artefact, pieces)))
            edits += card_edits(self.reader, self._catalog(), judgement.levels)
        if words and kind not in ("self", "peer"):
            about = {"about": artefact, "about_col": "artefacts", "kind": judgement.says, "text": words}
            edits.append(Edit(ADD, "feedback", "", "", about))
        if not edits:
            return ""
        changed = self.pen.commit(edits)
        return next(iter(changed.get("assessments") or changed["feedback"]))


def _check(judgement: Judgement) -> None:
    known = range(LOWEST, HIGHEST + 1)
    if any(level not in known for level in (*judgement.levels.values(), *judgement.marks.values())):
        raise ValueError(f"a level is {LOWEST} to {HIGHEST}")
    if judgement.kind not in ASSESSMENT_KINDS:
        raise ValueError(f"not a kind of assessment: {judgement.kind}")
    if judgement.kind == "peer" and not tidy_line(judgement.peer):
        raise ValueError("a friend's judgement needs the friend's name")
    points = judgement.points
    if points is not None and not 0 <= points.score <= points.most <= MOST_POINTS:
        raise ValueError(f"no test gives {points.score} of {points.most} points")
    if judgement.says not in FEEDBACK_KINDS:
        raise ValueError(f"not a kind of feedback: {judgement.says}")


def _values(judgement: Judgement, artefact: str, pieces: Sequence[Evidence]) -> dict[str, object]:
    values: dict[str, object] = {"kind": judgement.kind, "artefact": artefact}
    values |= {"levels": dict(judgement.levels), "text": tidy_text(judgement.text)}
    beside: dict[str, object] = {
        "evidence": pieces[-1].id if pieces else "",
        "rubric": judgement.rubric,
        "marks": dict(judgement.marks),
        "supports": list(judgement.supports),
        "peer": tidy_line(judgement.peer),
        "most": judgement.points.most if judgement.points else 0,
    }
    if judgement.points:
        values["score"] = judgement.points.score  # 0 of 10 is said as well
    return values | {part: value for part, value in beside.items() if value}
