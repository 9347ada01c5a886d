"""The portfolio: things made, what they show, thoughts about them, and the voices that answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.learning import Choice
from app.domain.models import FEEDBACK_KINDS, SURE, Artefact, Evidence, Feedback, Goal, Reflection
from app.domain.text import tidy_line, tidy_text
from app.domain.ways import open_choice
from app.services.capturing import (
    LONGEST_NAME,
    MOST_FILE_BYTES,
    Attachment,
    Capture,
    artefact_of,
    evidence_of,
    mime_of,
    result_of,
)
from app.services.cards import card_edits
from app.services.catalog import Catalog
from app.services.ports import Blobs, Picture
from app.services.reading import Reader
from app.services.writing import Pen
from app.sync.op import ADD, DEL, SET, Edit

__all__ = [
    "LONGEST_NAME",
    "MOST_FILE_BYTES",
    "ArtefactPage",
    "Attachment",
    "Capture",
    "PortfolioService",
    "mime_of",
]


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
        values = artefact_of(capture)
        if values is None:
            return ""
        if capture.picture is not None:
            values["blob"] = await self._store(capture.picture)
        elif capture.attachment is not None:
            values["blob"] = await self._attach(capture.attachment)
        # One commit for all, so the id that the others name must be known before it.
        rec = self.pen.book.next_record()
        edits = [Edit(ADD, "artefacts", rec, "", values)]
        edits += [Edit(ADD, "evidence", "", "", piece) for piece in evidence_of(capture, rec)]
        edits += result_of(capture, rec)
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

    def own_skills(self, artefact: str) -> tuple[str, ...]:
        """Returns the competencies that this person said an artefact shows: those they can take back."""
        found = (rec for one in self._own_evidence(artefact) for rec in one.competencies)
        return tuple(dict.fromkeys(found))

    def take_back(self, artefact: str, competency: str) -> tuple[Evidence, ...]:
        """Says that an artefact does not show a competency after all, as far as this person said so.

        Nobody takes back what another said. Evidence that said nothing else goes; other evidence is changed,
        visibly. Returns it as it was, for `give_back`.
        """
        was = tuple(one for one in self._own_evidence(artefact) if competency in one.competencies)
        edits = [_without(one, competency) for one in was]
        if edits:
            self.pen.commit(edits)
        return was

    def give_back(self, was: Sequence[Evidence]) -> None:
        """Undoes `take_back`."""
        for one in was:
            self.pen.bring_back("evidence", one.id)
            self.pen.set("evidence", one.id, competencies=list(one.competencies))

    def _own_evidence(self, artefact: str) -> list[Evidence]:
        mine = f"{self.pen.book.replica}."
        return [one for one in self.reader.evidence_of(artefact) if one.id.startswith(mine)]

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

    def unsay(self, rec: str) -> None:
        """Takes an answer back that was just given; what went out with a file before stays there."""
        self.pen.remove("feedback", rec)

    def drop(self, rec: str) -> None:
        """Takes an artefact out of the portfolio; `bring_back` undoes it. Its photo stays."""
        self.pen.remove("artefacts", rec)

    def bring_back(self, rec: str) -> None:
        """Puts a dropped artefact back as it was."""
        self.pen.bring_back("artefacts", rec)

    async def photo(self, artefact: Artefact) -> bytes | None:
        """Returns the photo's bytes; None where it has none or it has not come here yet."""
        return None if artefact.blob is None else await self.blobs.get(artefact.blob.sha256)


def _without(piece: Evidence, competency: str) -> Edit:
    """Returns the edit that takes a competency out of a piece of evidence."""
    left = [rec for rec in piece.competencies if rec != competency]
    says_more = left or piece.goal or piece.activity or piece.narrative or piece.marks
    if says_more:
        return Edit(SET, "evidence", piece.id, "competencies", left)
    return Edit(DEL, "evidence", piece.id)
