"""The portfolio: things made, what they show, thoughts about them, and the voices that answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from mimetypes import guess_type

from app.domain import checks
from app.domain.learning import Choice
from app.domain.models import (
    FEEDBACK_KINDS,
    SURE,
    Artefact,
    Evidence,
    Feedback,
    Goal,
    Reflection,
)
from app.domain.text import safe_link, tidy_line, tidy_text
from app.domain.ways import open_choice
from app.services.cards import card_edits
from app.services.catalog import Catalog
from app.services.ports import Blobs, Picture
from app.services.reading import Reader
from app.services.writing import Pen
from app.sync.op import ADD, SET, Edit

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


@dataclass(frozen=True)
class ArtefactPage:
    """An artefact with all that its page shows; ``shown_for`` pairs evidence with its goal."""

    artefact: Artefact
    shown_for: tuple[tuple[Evidence, Goal | None], ...]
    reflections: tuple[Reflection, ...]
    voices: tuple[Feedback, ...]


class PortfolioService:
    """The portfolio of one book."""

    def __init__(self, reader: Reader, pen: Pen, blobs: Blobs, catalog: Callable[[], Catalog]) -> None:
        self.reader, self.pen, self.blobs, self._catalog = reader, pen, blobs, catalog

    def page(self, rec: str) -> ArtefactPage | None:
        """Returns an artefact's page, or None where it is not there."""
        artefact = self.reader.artefact(rec)
        if artefact is None:
            return None
        evidence = self.reader.evidence_of(rec)
        return ArtefactPage(
            artefact,
            tuple((piece, self.reader.goal(piece.goal)) for piece in evidence),
            self.reader.reflections_on(rec),
            self.reader.feedback_on(rec),
        )

    async def keep(self, capture: Capture) -> str:
        """Keeps what is shown, with its evidence and reflection, in one commit; returns its id.

        "" where there is nothing to keep. The photo is stored before the words name it. Raises
        StorageFull: with a photo nothing of the capture is kept, so the caller can offer to keep the
        words without it.
        """
        values = _artefact(capture)
        if values is None:
            return ""
        if capture.picture is not None:
            values["blob"] = await self._store(capture.picture)
        elif capture.attachment is not None:
            values["blob"] = await self._attach(capture.attachment)
        # One commit for all, so the id that the others name must be known before it.
        rec = self.pen.book.next_record()
        edits = [Edit(ADD, "artefacts", rec, "", values)]
        edits += [Edit(ADD, "evidence", "", "", piece) for piece in _evidence(capture, rec)]
        edits += card_edits(self.reader, self._catalog(), capture.competencies)
        thought = tidy_text(capture.reflection)
        if thought:
            about: dict[str, object] = {"about": rec, "about_col": "artefacts"}
            about |= {"prompt": tidy_line(capture.prompt), "text": thought}
            edits.append(Edit(ADD, "reflections", "", "", about))
        choices = self.reader.every(Choice, "choices") if capture.activity else ()
        choice = open_choice(choices, capture.activity)
        if choice is not None:
            edits.append(Edit(SET, "choices", choice.id, "state", "done"))
        self.pen.commit(edits)
        return rec

    async def _store(self, picture: Picture) -> dict[str, object]:
        name = await self.blobs.put(picture.data)
        return {
            "sha256": name,
            "mime": picture.mime,
            "size": len(picture.data),
            "width": picture.width,
            "height": picture.height,
        }

    async def _attach(self, attachment: Attachment) -> dict[str, object]:
        name = await self.blobs.put(attachment.data)
        size, called = len(attachment.data), tidy_line(attachment.name)[:LONGEST_NAME]
        return {"sha256": name, "mime": attachment.mime, "size": size, "name": called}

    def show_for(self, artefact: str, goal: str, narrative: str = "", sure: str = "") -> str:
        """Shows an artefact for one goal more."""
        piece: dict[str, object] = {"artefact": artefact, "goal": goal}
        piece |= {"narrative": tidy_text(narrative), "sure": sure if sure in SURE else ""}
        return self.pen.add("evidence", piece)

    def shows(self, artefact: str, competencies: Sequence[str]) -> str:
        """Says that an artefact shows competencies, in this person's name; returns the evidence's id."""
        piece = {"artefact": artefact, "competencies": list(competencies)}
        cards = card_edits(self.reader, self._catalog(), competencies)
        changed = self.pen.commit([Edit(ADD, "evidence", "", "", piece), *cards])
        return next(iter(changed["evidence"]))

    def choose_best(self, rec: str, best: bool) -> None:
        """Marks an artefact as chosen best work, or no longer."""
        self.pen.set("artefacts", rec, best=best)

    def retitle(self, rec: str, title: str, text: str) -> None:
        """Changes an artefact's title and words."""
        self.pen.set("artefacts", rec, title=tidy_line(title), text=tidy_text(text))

    def choose(self, rec: str, part: str, value: object) -> None:
        """Settles a part of an artefact that has two versions on one of them."""
        self.pen.settle("artefacts", rec, part, value)

    def reflect(self, about: str, about_col: str, text: str, prompt: str = "") -> str:
        """Keeps a thought about a record (or about nothing in particular); "" without words."""
        words = tidy_text(text)
        if not words:
            return ""
        values: dict[str, object] = {"about": about, "about_col": about_col}
        return self.pen.add("reflections", {**values, "prompt": tidy_line(prompt), "text": words})

    def answer(self, about: str, about_col: str, kind: str, text: str) -> str:
        """Answers a record in this person's voice; "" without words. Raises ValueError for a kind."""
        if kind not in FEEDBACK_KINDS:
            raise ValueError(f"not a kind of feedback: {kind}")
        words = tidy_text(text)
        if not words:
            return ""
        values: dict[str, object] = {"about": about, "about_col": about_col, "kind": kind}
        return self.pen.add("feedback", {**values, "text": words})

    def drop(self, rec: str) -> None:
        """Takes an artefact out of the portfolio; `bring_back` undoes it. Its photo stays."""
        self.pen.remove("artefacts", rec)

    def bring_back(self, rec: str) -> None:
        """Puts a dropped artefact back as it was."""
        self.pen.bring_back("artefacts", rec)

    async def photo(self, artefact: Artefact) -> bytes | None:
        """Returns the photo's bytes; None where it has none or it has not come here yet."""
        return None if artefact.blob is None else await self.blobs.get(artefact.blob.sha256)


def mime_of(mime: str, name: str) -> str:
    """Returns a file's media type, guessed by its name where it says none that can be stored."""
    plain = mime.partition(";")[0].strip().lower()
    if not plain or not checks.media_type(plain):
        plain = guess_type(name)[0] or "application/octet-stream"
    return plain if checks.media_type(plain) else "application/octet-stream"


def _artefact(capture: Capture) -> dict[str, object] | None:
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
    if not words:
        return ""
    return "observation" if capture.observed else "words"


def _evidence(capture: Capture, artefact: str) -> list[dict[str, object]]:
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
