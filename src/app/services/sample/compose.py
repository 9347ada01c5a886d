"""Composing: a story becomes a book, op by op, through the devices of the people in it.

Everything follows from the story, the seed and the day: the same three give the same bytes.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import singledispatchmethod

from app.domain.days import ms_of
from app.domain.models import Goal
from app.services.sample.events import Agree, Aim, Change, Event, Say, Show, Story, Tap, Tell, Think
from app.services.sample.pictures import blob_of, picture
from app.services.sample.writer import Writer
from app.sync.bundle import BlobPart, Sender, Title, write_bundle
from app.sync.op import ADD, SET, Edit, digest

TEACHER = "Ms Adeyemi"
LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
MINUTE_MS = 60_000
# From seven to ten in the morning, UTC: past already on the next day anywhere on earth, so that
# no sample record lies in a device's future.
FIRST_HOUR_MS, HOURS = 7 * 60 * MINUTE_MS, 3


@dataclass(frozen=True)
class SampleBook:
    """A made-up learner's book as a bundle. Cards made from it carry ``sample=True``.

    ``made`` is the wall clock (milliseconds) at which the learner's device wrote the file.
    """

    space: str
    name: str
    avatar: str
    data: bytes
    made: int


def made_up_id(*parts: object, length: int = 20) -> str:
    """Returns an id that is always the same for the same parts, and looks like a real one."""
    number = int(digest("/".join(map(str, parts)).encode()), 16)
    return "".join(LETTERS[number >> 5 * place & 31] for place in range(length))


def compose(story: Story, today: date, seed: int) -> SampleBook:
    """Returns the story's book, as the learner's device holds it at the end."""
    return _Desk(story, today, seed).tell()


class _Desk:
    """The devices of one story, and which record each key became."""

    def __init__(self, story: Story, today: date, seed: int) -> None:
        self.story, self.today, self.seed = story, today, seed
        self.space = made_up_id(seed, story.name)
        self.people = {
            "learner": self._writer("learner", story.name, story.avatar),
            "teacher": self._writer("teacher", TEACHER, "book"),
            "family": self._writer("family", story.family, "sun"),
        }
        self.records: dict[str, tuple[str, str]] = {}
        self.blobs: dict[str, BlobPart] = {}
        self.wall = 0

    def _writer(self, role: str, name: str, avatar: str) -> Writer:
        replica = made_up_id(self.seed, self.story.name, role, length=10)
        return Writer(self.space, replica, role, name, avatar)

    def tell(self) -> SampleBook:
        learner, story = self.people["learner"], self.story
        self._wait(max(event.back for event in story.events))
        me = {"name": story.name, "avatar": story.avatar}
        learner.write([Edit(SET, "learner", "me", field, value) for field, value in me.items()], self.wall)
        for event in sorted(story.events, key=lambda event: -event.back):
            self._happen(event)
        self._wait(story.file)
        for other in ("teacher", "family"):
            learner.take_in(self.people[other], self.wall)
        sender = Sender(learner.replica, "learner", story.name)
        lines = [line for _, line in learner.log.values()]
        blobs = [self.blobs[name] for name in sorted(self.blobs)]
        data = write_bundle(Title(self.space, story.name), sender, self.wall, learner.vector, lines, blobs)
        return SampleBook(self.space, story.name, story.avatar, data, self.wall)

    def _happen(self, event: Event) -> None:
        who = getattr(event, "who", "learner")
        writer, learner = self.people[who], self.people["learner"]
        self._wait(event.back)
        apart = getattr(event, "apart", False)
        if not apart:
            writer.take_in(learner, self.wall)
        made = writer.write(self._edits(event, writer), self.wall)
        key = getattr(event, "key", "")
        if key and not isinstance(event, Change):
            self.records.setdefault(key, (self._collection(event), made))
        if not apart:
            learner.take_in(writer, self.wall)

    def _wait(self, back: int) -> None:
        """Lets time pass to that day's morning, a little differently for each story and event."""
        dice = int(made_up_id(self.seed, self.story.name, back, self.wall, length=6), 36)
        morning = ms_of(self.today - timedelta(days=back)) + FIRST_HOUR_MS
        early = morning + dice % (HOURS * 40) * MINUTE_MS
        self.wall = max(self.wall + (1 + dice % 3) * MINUTE_MS, early)

    @staticmethod
    def _collection(event: Event) -> str:
        names: dict[type, str] = {Aim: "goals", Show: "artefacts", Say: "feedback"}
        return names[type(event)]

    @singledispatchmethod
    def _edits(self, event: Event, writer: Writer) -> list[Edit]:
        raise TypeError(f"no such event: {event!r}")

    @_edits.register
    def _tell(self, event: Tell, writer: Writer) -> list[Edit]:
        return [Edit(ADD, "profile", "", "", {"kind": event.kind, "text": event.text})]

    @_edits.register
    def _aim(self, event: Aim, writer: Writer) -> list[Edit]:
        parts = {
            name: getattr(event, name) for name in ("statement", "measure", "reason", "baseline", "target")
        }
        values = {**parts, "due": self._due(event.due)}
        if not event.ask:
            return [Edit(ADD, "goals", "", "", {**values, "state": "active"})]
        rec = writer.write([Edit(ADD, "goals", "", "", {**values, "state": "proposed"})], self.wall)
        self.records[event.key] = ("goals", rec)
        return [self._consent(rec, "propose", writer)]

    @_edits.register
    def _show(self, event: Show, writer: Writer) -> list[Edit]:
        kind = "photo" if event.picture else "link" if event.link else "words"
        values: dict[str, object] = {"kind": kind, "title": event.title, "text": event.text}
        values |= {"link": event.link, "blob": None, "best": event.best}
        if event.picture:
            part = self.blobs[event.picture] = picture(event.picture)
            values["blob"] = blob_of(part)
        made = Edit(ADD, "artefacts", "", "", values)
        if not event.goals:
            return [made]
        artefact = writer.write([made], self.wall)
        self.records[event.key] = ("artefacts", artefact)
        shown = [self.records[goal][1] for goal in event.goals]
        piece = {"artefact": artefact, "narrative": event.said, "sure": event.sure}
        return [Edit(ADD, "evidence", "", "", {**piece, "goal": goal}) for goal in shown]

    @_edits.register
    def _think(self, event: Think, writer: Writer) -> list[Edit]:
        col, rec = self.records.get(event.about, ("", ""))
        values = {"about": rec, "about_col": col, "prompt": event.prompt, "text": event.text}
        return [Edit(ADD, "reflections", "", "", values)]

    @_edits.register
    def _tap(self, event: Tap, writer: Writer) -> list[Edit]:
        values: dict[str, object] = {"goal": self.records[event.goal][1], "feeling": event.feeling}
        return [Edit(ADD, "checkins", "", "", {**values, "steps": event.steps, "note": event.note})]

    @_edits.register
    def _say(self, event: Say, writer: Writer) -> list[Edit]:
        col, rec = self.records[event.about]
        values = {"about": rec, "about_col": col, "kind": event.kind, "text": event.text}
        return [Edit(ADD, "feedback", "", "", values)]

    @_edits.register
    def _agree(self, event: Agree, writer: Writer) -> list[Edit]:
        return [self._consent(self.records[event.goal][1], "agree", writer)]

    @_edits.register
    def _change(self, event: Change, writer: Writer) -> list[Edit]:
        col, rec = self.records[event.key]
        writer.sees(col, rec)
        value = self._due(event.value) if event.field == "due" else event.value
        return [Edit(SET, col, rec, event.field, value)]

    @staticmethod
    def _consent(goal: str, says: str, writer: Writer) -> Edit:
        words = Goal.model_validate(writer.sees("goals", goal)).words
        return Edit(ADD, "consents", "", "", {"goal": goal, "says": says, "words": words, "text": ""})

    def _due(self, due: str | int) -> str:
        return due if isinstance(due, str) else (self.today + timedelta(days=due)).isoformat()
