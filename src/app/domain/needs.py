"""Needs assessment: what surveys, diagnostics and past work suggest for the profile.

Suggestions are facts with their reasons; nothing here writes, and a person accepts each one. A suggestion
without words carries a code that screens put in words.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pydantic import Field

from app.domain.accommodations import ACTS
from app.domain.forms import said
from app.domain.learning import Assessment
from app.domain.models import Artefact, Evidence, Model, ProfileEntry
from app.domain.survey import Question, Survey, fitting, struck
from app.domain.text import tidy_line

THERE, BEGUN, GOOD_PIECES = 3, 1, 2
WAYS = ("photo", "words", "link", "audio", "file")
MOST_ENTRY = 200


class Suggestion(Model):
    """An entry that somebody may accept. ``code`` and ``facts`` say why it is suggested (and, where ``text``
    is empty, what the entry says)."""

    kind: str
    text: str = ""
    act: str = ""
    source: str = ""
    source_id: str = ""
    code: str = ""
    facts: dict[str, str | int] = Field(default_factory=dict)

    @property
    def key(self) -> str:
        """What makes two suggestions the same."""
        what = self.act or self.text.casefold() or f"{self.code}:{self.facts.get('way', '')}"
        return f"{self.kind}:{what}"


def from_answers(
    survey: Survey, answers: Mapping[str, Any], language: str, source_id: str = ""
) -> tuple[Suggestion, ...]:
    """Returns what the answers to a survey suggest, in the survey's order."""
    found = []
    title = said(survey.title, language)
    for question in survey.questions:
        answer = answers.get(question.id)
        for key in struck(question, answer):
            for hint in question.hints.get(key, ()):
                text = said(hint.text, language) or _own_words(question, answer, key, language)
                text = tidy_line(text, MOST_ENTRY)
                if text:
                    found.append(
                        Suggestion(
                            kind=hint.kind,
                            text=text,
                            act=hint.act,
                            source="survey",
                            source_id=source_id,
                            code="answered",
                            facts={"title": title},
                        )
                    )
    return _once(found)


def _own_words(question: Question, answer: Any, key: str, language: str) -> str:
    if key == "words":
        return str(fitting(question, answer) or "")
    chosen = next((option for option in question.options if option.id == key), None)
    return said(chosen.text, language) if chosen else ""


def from_diagnostics(
    assessments: Iterable[Assessment], name_of: Callable[[str], str]
) -> tuple[Suggestion, ...]:
    """Returns a strength or a need for each competency that the newest diagnostic on it judged clearly."""
    newest: dict[str, tuple[Assessment, int]] = {}
    for one in sorted(assessments, key=lambda one: (one.at, one.id)):
        if one.kind == "diagnostic":
            newest |= {name: (one, level) for name, level in one.levels.items()}
    found = [
        _judged(name_of(name), level, "diagnostic", one.id, "diagnosed", 1)
        for name, (one, level) in newest.items()
    ]
    return _once(one for one in found if one is not None)


def from_past_work(
    assessments: Iterable[Assessment],
    evidence: Iterable[Evidence],
    artefacts: Iterable[Artefact],
    name_of: Callable[[str], str],
) -> tuple[Suggestion, ...]:
    """Returns what work that is there already suggests: competencies that went well or not, a way of showing
    that the best work has, an accommodation that was in use when it went well."""
    judged = [one for one in assessments if one.kind not in ("self", "diagnostic")]
    pieces = {one.id: one for one in evidence}
    good = [one for one in judged if one.levels and min(one.levels.values()) >= THERE]
    return _once(
        [
            *_by_competency(judged, name_of),
            *_ways(good, pieces, {one.id: one for one in artefacts}),
            *_helped(good, pieces),
        ]
    )


def _by_competency(judged: Sequence[Assessment], name_of: Callable[[str], str]) -> list[Suggestion]:
    levels: dict[str, list[tuple[int, str]]] = {}
    for one in sorted(judged, key=lambda one: (one.at, one.id), reverse=True):
        for name, level in one.levels.items():
            levels.setdefault(name, []).append((level, one.id))
    found = []
    for name, all_levels in levels.items():
        last = [level for level, _ in all_levels[:3]]
        if len(last) >= GOOD_PIECES and (min(last) >= THERE or max(last) <= BEGUN):
            source = all_levels[0][1]
            found.append(_judged(name_of(name), last[0], "past_work", source, "judged", len(last)))
    return [one for one in found if one is not None]


def _judged(name: str, level: int, source: str, source_id: str, code: str, pieces: int) -> Suggestion | None:
    text = tidy_line(name, MOST_ENTRY)
    if not text or BEGUN < level < THERE:
        return None
    return Suggestion(
        kind="strength" if level >= THERE else "need",
        text=text,
        source=source,
        source_id=source_id,
        code=code,
        facts={"n": pieces},
    )


def _ways(
    good: Sequence[Assessment], pieces: Mapping[str, Evidence], artefacts: Mapping[str, Artefact]
) -> list[Suggestion]:
    made = {one.artefact or (pieces[one.evidence].artefact if one.evidence in pieces else "") for one in good}
    made |= {rec for rec, one in artefacts.items() if one.best}
    kinds = Counter(artefacts[rec].kind for rec in made if rec in artefacts)
    ways = [(kind, count) for kind, count in kinds.items() if kind in WAYS and count > GOOD_PIECES]
    top = [(kind, n) for kind, n in ways if 2 * n > sum(kinds.values())]
    return [
        Suggestion(kind="preference", source="past_work", code="shows_best", facts={"way": kind, "n": n})
        for kind, n in top
    ]


def _helped(good: Sequence[Assessment], pieces: Mapping[str, Evidence]) -> list[Suggestion]:
    counts: Counter[str] = Counter()
    for one in good:
        piece = pieces.get(one.evidence)
        counts.update({*one.supports, *(piece.supports if piece else ())} & set(ACTS))
    return [
        Suggestion(
            kind="accommodation",
            act=act,
            source="past_work",
            code="helped",
            facts={"n": counts[act]},
        )
        for act in ACTS
        if counts[act] >= GOOD_PIECES
    ]


def still_open(
    suggestions: Iterable[Suggestion],
    entries: Iterable[ProfileEntry],
    put_off: Iterable[str] = (),
    words: Callable[[Suggestion], str] = lambda one: one.text,
) -> tuple[Suggestion, ...]:
    """Returns the suggestions that the profile does not say already and that nobody put off."""
    known = {(entry.kind, entry.text.casefold()) for entry in entries}
    acting = {entry.act for entry in entries if entry.act}
    away = set(put_off)
    return tuple(
        one
        for one in _once(suggestions)
        if (one.kind, words(one).casefold()) not in known
        and not (one.act and one.act in acting)
        and one.key not in away
    )


def _once(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    found: dict[str, Suggestion] = {}
    for one in suggestions:
        found.setdefault(one.key, one)
    return tuple(found.values())
