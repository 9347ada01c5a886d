"""What something is about: its words, its sign, and where it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

import flet as ft

from app.domain.models import Artefact, Feedback
from app.services.open_book import OpenBook
from app.views.theme import LEAF, MAIN, PLUM, SKY, Tone
from app.views.ways import title_of
from app.words import _

WORK_SIGNS: Mapping[str, ft.IconData] = {
    "link": ft.Icons.LINK,
    "audio": ft.Icons.GRAPHIC_EQ,
    "file": ft.Icons.ATTACH_FILE,
    "observation": ft.Icons.VISIBILITY_OUTLINED,
    "result": ft.Icons.QUIZ_OUTLINED,
}


@dataclass(frozen=True)
class About:
    """A record in words; ``to`` is its place in the book, () where it has none any more."""

    words: str
    icon: ft.IconData
    tone: Tone
    to: tuple[str, ...] = ()


def about_of(book: OpenBook, col: str, rec: str) -> About | None:
    """Returns what a record is called and where it is shown; None for none, or one that is gone."""
    if col == "goals":
        goal = book.reader.goal(rec)
        words = goal.statement or _("A goal without words yet") if goal else ""
        return About(words, ft.Icons.FLAG_OUTLINED, SKY, ("goals", rec)) if goal else None
    if col == "artefacts":
        return _work(book, rec)
    if col == "evidence":
        pieces = [one for one in book.reader.evidence() if one.id == rec]
        return _work(book, pieces[0].artefact) if pieces else None
    if col == "feedback":
        asked = book.reader.one(Feedback, "feedback", rec)
        return about_of(book, asked.about_col, asked.about) if asked else None
    return _learned(book, col, rec)


def _work(book: OpenBook, rec: str) -> About | None:
    piece = book.reader.artefact(rec)
    if piece is None:
        return None
    return About(work_name(piece), ft.Icons.PHOTO_LIBRARY_OUTLINED, PLUM, ("portfolio", rec))


def _learned(book: OpenBook, col: str, rec: str) -> About | None:
    if col == "competencies":
        known = book.catalog.competency(rec)
        words = (known.short or known.statement) if known else ""
        return About(words, ft.Icons.ROUTE, MAIN, ("competency", rec)) if known else None
    if col == "activities":
        way = book.catalog.activity(rec)
        return About(title_of(way), ft.Icons.ALT_ROUTE, LEAF, ("activity", rec)) if way else None
    return None


def work_name(piece: Artefact) -> str:
    """Returns what a piece is called: its name, its words, or what kind of thing it is."""
    said = piece.title or piece.text or (piece.blob.name if piece.blob else "") or piece.link
    kinds = {"photo": _("A photo"), "audio": _("A voice"), "file": _("A file")}
    return said or kinds.get(piece.kind, _("A piece of work"))
