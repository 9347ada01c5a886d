"""What a learner tells about themselves, at their own pace, and what others tell of them."""

from app.domain.device import KeptEntry
from app.domain.learning import SOURCES
from app.domain.models import ENTRY_KINDS, EntryKind, ProfileEntry
from app.domain.profile_story import Told, entry_story, profile_story
from app.domain.text import tidy_line
from app.services.reading import Reader
from app.services.writing import Pen


class ProfileService:
    """The learner profile of one book."""

    def __init__(self, reader: Reader, pen: Pen) -> None:
        self.reader, self.pen = reader, pen

    def introduce(self, name: str, avatar: str) -> None:
        """Says whose book it is."""
        self.pen.set("learner", "me", name=tidy_line(name), avatar=avatar)

    def tell(self, kind: EntryKind, text: str, act: str = "") -> str:
        """Adds an entry in one's own words and returns its id; "" where there are no words, or they stand
        already."""
        return self.keep(kind, text, "self" if self.pen.role == "learner" else "", "", act)

    def keep(self, kind: str, text: str, source: str = "", source_id: str = "", act: str = "") -> str:
        """Adds an entry with what it came from; "" where there are no words, or they stand already.

        Words that stand among what is past are so again.
        """
        words = tidy_line(text)
        if kind not in ENTRY_KINDS or not words:
            return ""
        known = self._saying(kind, words)
        if known is None:
            said = ProfileEntry(id="", kind=kind, text=words, source=source, source_id=source_id, act=act)
            return self._add(said)
        if not known.past:
            return ""
        self.pen.set("profile", known.id, past=False, **({"act": act} if act and not known.act else {}))
        return known.id

    def take_in(self, entry: ProfileEntry | KeptEntry) -> str:
        """Adds an entry that was kept elsewhere as it is, past or not, and returns its id in the book.

        Where its words stand already, that entry gets what it does, and is so again where this one is so;
        "" with nothing changed where the two contradict each other.
        """
        known = self._saying(entry.kind, entry.text)
        if known is None:
            return self._add(entry)
        if (entry.past and not known.past) or (entry.act and known.act not in ("", entry.act)):
            return ""
        self.pen.set("profile", known.id, past=entry.past, **({"act": entry.act} if entry.act else {}))
        return known.id

    def _saying(self, kind: str, words: str) -> ProfileEntry | None:
        """Returns the entry that has these words: one that is so, else one that is past."""
        found = [one for one in self.reader.entries(kind) if one.text.casefold() == words.casefold()]
        return min(found, key=lambda one: one.past, default=None)

    def _add(self, entry: ProfileEntry | KeptEntry) -> str:
        values: dict[str, object] = {"kind": entry.kind, "text": entry.text}
        if entry.source in SOURCES:
            values |= {"source": entry.source, "source_id": entry.source_id}
        if entry.act:
            values["act"] = entry.act
        if entry.past:
            values["past"] = True
        return self.pen.add("profile", values)

    def reword(self, rec: str, text: str) -> None:
        """Changes an entry's words; without words nothing changes."""
        words = tidy_line(text)
        if words:
            self.pen.set("profile", rec, text=words)

    def put_past(self, rec: str, past: bool) -> None:
        """Marks an entry as no longer so, or as so again; it stays in the story."""
        self.pen.set("profile", rec, past=past)

    def drop(self, rec: str) -> None:
        """Takes an entry out of the profile; `bring_back` undoes it."""
        self.pen.remove("profile", rec)

    def bring_back(self, rec: str, text: str = "") -> None:
        """Puts a dropped entry back as it was."""
        self.pen.bring_back("profile", rec)

    def choose(self, rec: str, part: str, value: object) -> None:
        """Settles a part of an entry (or of the learner, ``me``) that has two versions on one of them."""
        self.pen.settle("learner" if rec == "me" else "profile", rec, part, value)

    def story(self) -> tuple[Told, ...]:
        """Returns how the profile changed, entry by entry and word by word, newest first."""
        book = self.reader.book
        return profile_story(
            entry_story(entry.id, book.history("profile", entry.id)) for entry in self.reader.profile()
        )
