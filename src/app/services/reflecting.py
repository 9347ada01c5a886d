"""Looking back in one's own words, in a picture, or aloud: which question is asked, and what is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.days import monday_of
from app.domain.models import Blob, CheckIn
from app.domain.prompts import MOMENTS, asked_lately, facts_of, moment_of, question
from app.domain.text import tidy_line, tidy_text
from app.domain.thoughts import Thought, thoughts_of
from app.services.days import local_day
from app.services.portfolio import mime_of
from app.services.ports import Blobs, Sound
from app.services.reading import Reader
from app.services.writing import Pen

SADDEST, HAPPIEST = 0, 4


@dataclass(frozen=True)
class Told:
    """What is to be kept: words, a picture of how it felt (``face``, 0 to 4), a voice, or several.

    ``moment`` is one of MOMENTS; ``prompt`` the question's code; ``about`` what it is about, "" for nothing.
    """

    moment: str = "any"
    about: str = ""
    about_col: str = ""
    prompt: str = ""
    text: str = ""
    face: int | None = None
    sound: Sound | None = None


class ReflectingService:
    """The reflections of one book. They are add-only."""

    def __init__(self, reader: Reader, pen: Pen, blobs: Blobs) -> None:
        self.reader, self.pen, self.blobs = reader, pen, blobs

    def question(self, moment: str, about_col: str = "", about: str = "", offered: Sequence[str] = ()) -> str:
        """Returns the code of the question to ask; `offered` are those that were shown since the last
        thought was kept, oldest first. Raises ValueError for no moment."""
        reflections = self.reader.reflections()
        goals = self._goals_of(about_col, about)
        known = facts_of(
            moment,
            reflections,
            self._check_ins(moment, goals),
            [change for goal in goals for change in self.reader.changes_of(goal)],
            max((len(self.reader.evidence_for(goal)) for goal in goals), default=0),
        )
        return question(moment, known, asked_lately(reflections, offered))

    async def keep(self, told: Told) -> str:
        """Keeps a thought and returns its id; "" where there is nothing to keep.

        A voice is stored before the words name it. Raises StorageFull with nothing of it kept, and
        ValueError for no moment or no face.
        """
        if told.moment not in MOMENTS:
            raise ValueError(f"not a moment: {told.moment}")
        if told.face is not None and not SADDEST <= told.face <= HAPPIEST:
            raise ValueError(f"a face is {SADDEST} to {HAPPIEST}")
        words = tidy_text(told.text)
        if not words and told.face is None and told.sound is None:
            return ""
        values: dict[str, object] = {"about": told.about, "about_col": told.about_col, "text": words}
        values |= {"moment": told.moment, "prompt": tidy_line(told.prompt)}
        if told.face is not None:
            values["face"] = told.face
        if told.sound is not None:
            values["blob"] = await self._voice(told.sound)
        return self.pen.add("reflections", values)

    def looked_back(self, moment: str, about: str, since: int = 0) -> bool:
        """Tells whether a thought of such a moment about a record was kept `since` a wall clock."""
        found = self.reader.reflections_on(about)
        return any(moment_of(one) == moment and one.at >= since for one in found)

    def thoughts(self) -> tuple[Thought, ...]:
        """Returns the journal, the newest first."""
        changes = [change for goal in self.reader.goals() for change in self.reader.changes_of(goal.id)]
        return thoughts_of(self.reader.reflections(), changes)

    async def listen(self, blob: Blob) -> bytes | None:
        """Returns a voice's bytes; None where it has not come here yet."""
        return await self.blobs.get(blob.sha256)

    async def _voice(self, sound: Sound) -> dict[str, object]:
        name = await self.blobs.put(sound.data)
        return {"sha256": name, "mime": mime_of(sound.mime, ""), "size": len(sound.data)}

    def _goals_of(self, about_col: str, about: str) -> tuple[str, ...]:
        """Returns the goals that a record belongs to."""
        if about_col == "goals":
            return (about,)
        if about_col != "artefacts":
            return ()
        return tuple(dict.fromkeys(one.goal for one in self.reader.evidence_of(about) if one.goal))

    def _check_ins(self, moment: str, goals: Sequence[str]) -> list[CheckIn]:
        """Returns the check-ins that a moment looks back at: all of a week at its end, else the goals'."""
        if moment != "week_end":
            return [one for goal in goals for one in self.reader.check_ins(goal)]
        monday = monday_of(local_day(self.pen.wall()))
        return [one for one in self.reader.all_check_ins() if local_day(one.at) >= monday]
