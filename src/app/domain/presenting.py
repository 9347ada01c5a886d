"""Presenting: what a visitor sees of a shelf, slide by slide, and what no visitor sees.

A slide says what the work is, why it was chosen, and which goals and skills it shows. It never says what
somebody needs, what helped them (accommodations), how sure they are, how they were judged, what they thought
to themselves, or what a grown-up asks of them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.domain.models import Artefact, Evidence, Feedback

KIND_VOICES = ("well_done", "comment")
BY_HAND = ("best", "own")


@dataclass(frozen=True)
class Slide:
    """One work as it is shown: ``says`` are the learner's words about it, ``shows`` goals and competencies in
    words, ``voices`` what others said of it."""

    artefact: Artefact
    why: str = ""
    says: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    voices: tuple[Feedback, ...] = ()


def presentable(artefact: Artefact, kind: str, *, voices: bool) -> bool:
    """Tells whether a work may be shown to a visitor.

    What a grown-up observed is a voice: it is shown where `voices` are. A result of a quiz is shown only on a
    shelf (of ``kind``) whose works were picked by hand.
    """
    if artefact.kind == "observation":
        return voices
    return artefact.kind != "result" or kind in BY_HAND


def slide_of(
    artefact: Artefact,
    evidence: Iterable[Evidence],
    words_of: Callable[[str, str], str],
    feedback: Iterable[Feedback] = (),
    *,
    voices: bool = False,
) -> Slide:
    """Returns a work's slide; `words_of` gives a record's words by collection and id, "" where it has none.

    Of `feedback` only kind words of others are shown, and only with `voices`.
    """
    pieces = sorted(evidence, key=lambda one: (one.at, one.id))
    named = [("goals", piece.goal) for piece in pieces if piece.goal]
    named += [("competencies", rec) for piece in pieces for rec in piece.competencies]
    shows = (words_of(col, rec) for col, rec in named)
    said = (piece.narrative for piece in pieces if piece.by in ("learner", ""))
    return Slide(
        artefact,
        artefact.why_best if artefact.best else "",
        tuple(dict.fromkeys(words for words in said if words)),
        tuple(dict.fromkeys(words for words in shows if words)),
        tuple(one for one in feedback if one.kind in KIND_VOICES and one.by != "learner") if voices else (),
    )


def step(place: int, by: int, slides: Sequence[object]) -> int:
    """Returns the place that many slides on, or back: never before the cover (0) or after the last slide."""
    return min(max(place + by, 0), len(slides))
