"""What a learner tells about themselves, at their own pace."""

from app.domain.models import ENTRY_KINDS, EntryKind
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

    def tell(self, kind: EntryKind, text: str) -> str:
        """Adds an entry and returns its id; "" where there are no words, or they stand already."""
        words = tidy_line(text)
        known = {entry.text.casefold() for entry in self.reader.entries(kind)}
        if kind not in ENTRY_KINDS or not words or words.casefold() in known:
            return ""
        return self.pen.add("profile", {"kind": kind, "text": words})

    def reword(self, rec: str, text: str) -> None:
        """Changes an entry's words; without words nothing changes."""
        words = tidy_line(text)
        if words:
            self.pen.set("profile", rec, text=words)

    def drop(self, rec: str) -> None:
        """Takes an entry out of the profile; `bring_back` undoes it."""
        self.pen.remove("profile", rec)

    def bring_back(self, rec: str, text: str = "") -> None:
        """Puts a dropped entry back as it was."""
        self.pen.bring_back("profile", rec)

    def choose(self, rec: str, part: str, value: object) -> None:
        """Settles a part of an entry (or of the learner, ``me``) that has two versions on one of them."""
        self.pen.settle("learner" if rec == "me" else "profile", rec, part, value)
