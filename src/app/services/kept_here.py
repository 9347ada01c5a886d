"""What of a profile stays on this device: entries in the device's own book, which is never shared."""

from app.domain.device import KeptEntry
from app.domain.models import ENTRY_KINDS, EntryKind, ProfileEntry
from app.domain.text import tidy_line
from app.services.modelled import Modelled
from app.services.profile import ProfileService
from app.services.writing import Pen


class KeptHere:
    """The entries about one learner that do not leave this device. ``pen`` writes in the device's book.

    They are in no file, no backup and on no other device: whoever moves one here must be told.
    """

    def __init__(self, pen: Pen, space: str) -> None:
        self.pen, self.space = pen, space
        self._reader = Modelled(pen.book)

    def entries(self, kind: str = "") -> tuple[KeptEntry, ...]:
        """Returns the entries, of one kind where it is given, oldest first."""
        found = reversed(self._reader.found(KeptEntry, "kept_here", "space", self.space))
        return tuple(entry for entry in found if kind in ("", entry.kind))

    def tell(self, kind: EntryKind, text: str, act: str = "") -> str:
        """Adds an entry that was never in the book; "" where there are no words, or they stand already.

        Words that stand among what is past are so again.
        """
        words = tidy_line(text)
        if kind not in ENTRY_KINDS or not words:
            return ""
        same = (entry for entry in self.entries(kind) if entry.text.casefold() == words.casefold())
        known = min(same, key=lambda one: one.past, default=None)
        if known is None:
            return self._add(kind=kind, text=words, act=act)
        if not known.past:
            return ""
        self.pen.set("kept_here", known.id, past=False, act=known.act or act)
        return known.id

    def drop(self, rec: str) -> None:
        """Takes an entry out; `bring_back` undoes it."""
        self.pen.remove("kept_here", rec)

    def bring_back(self, rec: str) -> None:
        """Puts a dropped entry back as it was."""
        self.pen.bring_back("kept_here", rec)

    def put_past(self, rec: str, past: bool) -> None:
        """Marks an entry as no longer so, or as so again."""
        self.pen.set("kept_here", rec, past=past)

    def take_from_book(self, profile: ProfileService, entry: ProfileEntry) -> str:
        """Moves an entry from the book to this device and returns its new id.

        It is kept here first, so it is never lost. From then on the book does not show it; but its words
        stay in the book's history, which goes along in files, and what others have they keep.
        """
        said = {"kind": entry.kind, "text": entry.text, "act": entry.act, "past": entry.past}
        rec = self._add(**said, source=entry.source, source_id=entry.source_id)
        profile.drop(entry.id)
        return rec

    def put_in_book(self, profile: ProfileService, rec: str) -> str:
        """Moves an entry into the book, where others will see it, and returns its id there.

        "" with nothing changed where it is not here any more, or where the book says the same words in a
        way that contradicts it.
        """
        entry = next((one for one in self.entries() if one.id == rec), None)
        made = profile.take_in(entry) if entry is not None else ""
        if made:
            self.drop(rec)
        return made

    def _add(self, **values: object) -> str:
        who = {"space": self.space, "role": self.pen.role, "name": self.pen.name}
        return self.pen.add("kept_here", {**who, **values})
