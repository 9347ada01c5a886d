"""The scribe: turns each event of a story into the edits that a screen would have made of it."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import singledispatchmethod
from typing import Any

from app.domain.library import Activity
from app.domain.marking import kept_answers, result
from app.domain.models import Goal
from app.domain.quiz_reading import read_quiz
from app.domain.ways import filled
from app.services.sample.cards import Cards
from app.services.sample.events import (
    Agree,
    Aim,
    Change,
    Choose,
    Event,
    Judge,
    Put,
    Say,
    Show,
    Suggest,
    Tap,
    Tell,
    Think,
    Try,
)
from app.services.sample.pictures import blob_of, picture
from app.services.sample.writer import Writer
from app.sync.bundle import BlobPart
from app.sync.op import ADD, SET, Edit

Read = Callable[[str], bytes]
"""Returns a file of the sample by its path, as "pictures/map.jpg". Raises for one that is not there."""


class Scribe:
    """Which record each key of a story became, and the pictures that were shown."""

    def __init__(self, today: date, read: Read) -> None:
        self.today, self._read = today, read
        self.records: dict[str, tuple[str, str]] = {}
        self.blobs: dict[str, BlobPart] = {}
        self._shown: dict[str, str] = {}
        self._cards = Cards()

    def write(self, event: Event, writer: Writer, wall: int) -> None:
        """Lets `writer` write what the event says, and remembers under its key what it became."""
        writer.write(self._edits(event, writer, wall), wall)

    def _add(
        self, key: str, col: str, values: dict[str, Any], writer: Writer, wall: int, rec: str = ""
    ) -> str:
        """Writes a record at once, so that others can name it, and returns its id."""
        made = writer.write([Edit(ADD, col, rec, "", values)], wall)
        if key:
            self.records[key] = (col, made)
        return made

    def _named(self, codes: Iterable[str], writer: Writer, wall: int) -> list[str]:
        """Returns the ids of competencies, their cards being in the book from now on."""
        ids = [self._cards.competency(code) for code in codes]
        writer.write(self._cards.of(ids), wall)
        return ids

    def _levels(self, levels: Any, writer: Writer, wall: int) -> dict[str, int]:
        return dict(zip(self._named(levels, writer, wall), levels.values(), strict=True))

    def _meant(self, value: Any, writer: Writer, wall: int) -> Any:
        """Returns what a value of a `Put` stands for."""
        if isinstance(value, list | tuple):
            return [self._meant(part, writer, wall) for part in value]
        if isinstance(value, dict):
            pairs = [(self._meant(k, writer, wall), self._meant(v, writer, wall)) for k, v in value.items()]
            return dict(pairs)
        if not isinstance(value, str) or value[:1] not in ("@", "#", "~"):
            return value
        if value[0] == "@":
            return self.records[value[1:]][1]
        return self._named([value[1:]], writer, wall)[0] if value[0] == "#" else self._due(int(value[1:]))

    def _due(self, due: str | int) -> str:
        return due if isinstance(due, str) else (self.today + timedelta(days=due)).isoformat()

    @singledispatchmethod
    def _edits(self, event: Event, writer: Writer, wall: int) -> list[Edit]:
        raise TypeError(f"no such event: {event!r}")

    @_edits.register
    def _tell(self, event: Tell, writer: Writer, wall: int) -> list[Edit]:
        return [Edit(ADD, "profile", "", "", {"kind": event.kind, "text": event.text})]

    @_edits.register
    def _aim(self, event: Aim, writer: Writer, wall: int) -> list[Edit]:
        parts = {
            name: getattr(event, name) for name in ("statement", "measure", "reason", "baseline", "target")
        }
        values = {**parts, "due": self._due(event.due), "state": "proposed" if event.ask else "active"}
        rec = self._add(event.key, "goals", values, writer, wall)
        return [self._consent(rec, "propose", writer)] if event.ask else []

    @_edits.register
    def _show(self, event: Show, writer: Writer, wall: int) -> list[Edit]:
        kind = event.kind or ("photo" if event.picture else "link" if event.link else "words")
        values: dict[str, Any] = {"kind": kind, "title": event.title, "text": event.text}
        values |= {"link": event.link, "blob": None, "best": event.best, "why_best": event.why}
        if event.picture:
            part = self.blobs[event.picture] = picture(self._read(f"pictures/{event.picture}.jpg"))
            values["blob"] = blob_of(part)
        artefact = self._add(event.key, "artefacts", values, writer, wall)
        skills = self._named(event.skills, writer, wall)
        goals = [self.records[goal][1] for goal in event.goals] or ([""] if skills else [])
        piece: dict[str, Any] = {"artefact": artefact, "narrative": event.said, "sure": event.sure}
        piece |= {
            "competencies": skills,
            "activity": event.activity,
            "supports": list(event.supports),
            "marks": dict(event.marks),
        }
        if event.marks:
            piece["rubric"] = self._cards.activity(event.activity).rubric
        for goal in goals:
            made = self._add("", "evidence", {**piece, "goal": goal}, writer, wall)
            self._shown.setdefault(event.key, made)
        return []

    @_edits.register
    def _think(self, event: Think, writer: Writer, wall: int) -> list[Edit]:
        col, rec = self.records[event.about] if event.about else ("", "")
        values = {"about": rec, "about_col": col, "prompt": event.prompt, "text": event.text}
        more = {} if event.face is None else {"face": event.face}
        return [Edit(ADD, "reflections", "", "", {**values, **more, "moment": event.moment})]

    @_edits.register
    def _tap(self, event: Tap, writer: Writer, wall: int) -> list[Edit]:
        values: dict[str, Any] = {"goal": self.records[event.goal][1], "feeling": event.feeling}
        return [Edit(ADD, "checkins", "", "", {**values, "steps": event.steps, "note": event.note})]

    @_edits.register
    def _say(self, event: Say, writer: Writer, wall: int) -> list[Edit]:
        col, rec = self.records[event.about]
        values = {"about": rec, "about_col": col, "kind": event.kind, "text": event.text}
        self._add(event.key, "feedback", values, writer, wall)
        return []

    @_edits.register
    def _judge(self, event: Judge, writer: Writer, wall: int) -> list[Edit]:
        values = {
            "kind": event.kind,
            "evidence": self._shown.get(event.about, ""),
            "artefact": self.records[event.about][1],
            "levels": self._levels(event.levels, writer, wall),
            "rubric": event.rubric,
            "marks": dict(event.marks),
            "supports": list(event.supports),
            "text": event.text,
            "peer": event.peer,
        }
        return [Edit(ADD, "assessments", "", "", values)]

    @_edits.register
    def _choose(self, event: Choose, writer: Writer, wall: int) -> list[Edit]:
        activity = filled(self._way(event.activity, writer, wall), event.interest, "")
        values: dict[str, Any] = {"activity": activity.id, "title": activity.title, "state": event.state}
        values |= {"why": event.why, "competencies": list(activity.competencies), "board": event.board}
        self._add(event.key, "choices", {**values, "interest": event.interest}, writer, wall)
        return []

    @_edits.register
    def _suggest(self, event: Suggest, writer: Writer, wall: int) -> list[Edit]:
        activity = self._way(event.activity, writer, wall)
        about = {"about": activity.id, "about_col": "activities", "kind": "next_step", "text": event.text}
        return [Edit(ADD, "feedback", "", "", about)]

    def _way(self, name: str, writer: Writer, wall: int) -> Activity:
        """Returns a way, its copy being in the book from now on."""
        found = self._cards.activity(name)
        writer.write(self._cards.of_activity(found), wall)
        return found

    @_edits.register
    def _try(self, event: Try, writer: Writer, wall: int) -> list[Edit]:
        form = next(one for one in self._cards.starters.quizzes if one.id == event.quiz)
        quiz = read_quiz(form.form).quiz
        if quiz is None:
            raise ValueError(f"the quiz cannot be read: {event.quiz}")
        kept = kept_answers(quiz, event.answers)
        marked = result(quiz, kept, form.competencies)
        shown = list(dict.fromkeys([*form.competencies, *marked.levels]))
        artefact = self._add(event.key, "artefacts", {"kind": "result", "title": form.title}, writer, wall)
        evidence = self._add("", "evidence", {"artefact": artefact, "competencies": shown}, writer, wall)
        judged: dict[str, Any] = {"kind": quiz.kind, "evidence": evidence, "artefact": artefact}
        judged["levels"] = marked.levels
        judged |= {"quiz": form.id, "answers": kept, "score": marked.score, "most": marked.most}
        return [*self._cards.of(shown), Edit(ADD, "assessments", "", "", judged)]

    @_edits.register
    def _agree(self, event: Agree, writer: Writer, wall: int) -> list[Edit]:
        return [self._consent(self.records[event.goal][1], "agree", writer)]

    @_edits.register
    def _change(self, event: Change, writer: Writer, wall: int) -> list[Edit]:
        col, rec = self.records[event.key]
        writer.sees(col, rec)
        value = self._due(event.value) if event.field == "due" else self._meant(event.value, writer, wall)
        return [Edit(SET, col, rec, event.field, value)]

    @_edits.register
    def _put(self, event: Put, writer: Writer, wall: int) -> list[Edit]:
        values = self._meant(dict(event.values), writer, wall)
        self._add(event.key, event.col, values, writer, wall, self._meant(event.rec, writer, wall))
        return []

    @staticmethod
    def _consent(goal: str, says: str, writer: Writer) -> Edit:
        words = Goal.model_validate(writer.sees("goals", goal)).words
        return Edit(ADD, "consents", "", "", {"goal": goal, "says": says, "words": words, "text": ""})
