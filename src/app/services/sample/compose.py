"""Composing: a story becomes a book, op by op, through the devices of the people in it.

Everything follows from the story, the seed and the day: the same three give the same bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.days import ms_of
from app.services.sample.events import Event, Story
from app.services.sample.scribe import Read, Scribe
from app.services.sample.writer import Writer
from app.sync.bundle import Sender, Title, write_bundle
from app.sync.op import SET, Edit, digest

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


def compose(story: Story, today: date, seed: int, read: Read) -> SampleBook:
    """Returns the story's book, as the learner's device holds it at the end."""
    desk = Desk(story, today, seed, read)
    for _event in desk.tell():
        pass
    return desk.book()


class Desk:
    """The devices of one story. `tell` lets it happen, `book` is what came of it."""

    def __init__(self, story: Story, today: date, seed: int, read: Read) -> None:
        self.story, self.today, self.seed = story, today, seed
        self.space = made_up_id(seed, story.name)
        self.people = {
            "learner": self._writer("learner", story.name, story.avatar),
            "teacher": self._writer("teacher", TEACHER, "book"),
            "family": self._writer("family", story.family, "sun"),
        }
        self.scribe = Scribe(today, read)
        self.wall = 0

    def _writer(self, role: str, name: str, avatar: str) -> Writer:
        replica = made_up_id(self.seed, self.story.name, role, length=10)
        return Writer(self.space, replica, role, name, avatar)

    def tell(self) -> Iterator[Event]:
        """Lets everything happen in its order, and yields after each event."""
        learner, story = self.people["learner"], self.story
        self._wait(max(event.back for event in story.events))
        me = {"name": story.name, "avatar": story.avatar}
        learner.write([Edit(SET, "learner", "me", field, value) for field, value in me.items()], self.wall)
        for event in sorted(story.events, key=lambda event: -event.back):
            self._happen(event)
            yield event

    def book(self) -> SampleBook:
        """Returns the file that the learner's device wrote at the end."""
        learner, story = self.people["learner"], self.story
        self._wait(story.file)
        for other in ("teacher", "family"):
            learner.take_in(self.people[other], self.wall)
        sender = Sender(learner.replica, "learner", story.name)
        lines = [line for _, line in learner.log.values()]
        blobs = [self.scribe.blobs[name] for name in sorted(self.scribe.blobs)]
        data = write_bundle(Title(self.space, story.name), sender, self.wall, learner.vector, lines, blobs)
        return SampleBook(self.space, story.name, story.avatar, data, self.wall)

    def _happen(self, event: Event) -> None:
        who = getattr(event, "who", "learner")
        writer, learner = self.people[who], self.people["learner"]
        self._wait(event.back)
        apart = getattr(event, "apart", False)
        if not apart:
            writer.take_in(learner, self.wall)
        self.scribe.write(event, writer, self.wall)
        if not apart:
            learner.take_in(writer, self.wall)

    def _wait(self, back: int) -> None:
        """Lets time pass to that day's morning, a little differently for each story and event."""
        dice = int(made_up_id(self.seed, self.story.name, back, self.wall, length=6), 36)
        morning = ms_of(self.today - timedelta(days=back)) + FIRST_HOUR_MS
        early = morning + dice % (HOURS * 40) * MINUTE_MS
        self.wall = max(self.wall + (1 + dice % 3) * MINUTE_MS, early)
