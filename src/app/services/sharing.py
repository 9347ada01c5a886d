"""Sharing: what went out of this device and what came in. How files are made is `app.services.exporting`,
how they come in `app.services.receiving`."""

from dataclasses import dataclass

from app.domain.device import BookCard, LibraryCard, Taken
from app.services.exporting import Carried, Exporter, ExportFile
from app.services.intake import Intake, vector_in, vector_text
from app.services.noted import card_values, cards_of
from app.services.ports import Book
from app.services.receiving import Receiver
from app.sync.bundle import LIBRARY
from app.sync.fold import replica_of
from app.sync.vector import Vector

__all__ = ["Carried", "ExportFile", "Intake", "ShareService", "ShareStatus"]


@dataclass(frozen=True)
class ShareStatus:
    """The truth about one book's copies, wall clocks in milliseconds, 0 for never.

    ``unsent`` changes were made on this device since the last file; ``seen`` tells, by person, up to
    when their device had this device's changes in the last file that came from it.
    """

    backup: int
    unsent: int
    seen: tuple[tuple[str, str, int], ...]


class ShareService(Receiver):
    """What goes out of this device and, as a `Receiver`, what comes in."""

    async def export(self, book: Book) -> ExportFile:
        """Returns the whole book as a file that any Ownway takes in. Changes nothing; `handed_over`
        notes that it went out.

        The libraries that its people may need go first in the same file: a learner's device sends its
        own alone, others all that they have. Where all photos are too many for one file, the bytes of the
        oldest are left out; a library is, where the book leaves no room for it.
        """
        return await self._exporter.book(book)

    async def export_library(self, book: Book) -> ExportFile:
        """Returns a library alone as a file, the same bytes while nothing changes in it."""
        return await self._exporter.library(book)

    def handed_over(self, book: Book, file: ExportFile) -> None:
        """Notes that a file left this device: the last backup, and what it held, libraries included."""
        known = self.pen.book.get(cards_of(book), book.id)
        card = {} if known else card_values(book)
        self.pen.set(cards_of(book), book.id, **card, **self._sent(book.replica, file.ops, file.to))
        for one in file.carried:
            card = {} if self.pen.book.get("libraries", one.space) else {"name": one.name}
            self.pen.set("libraries", one.space, **card, **self._sent(one.replica, one.ops, one.to))

    def status(self, book: Book) -> ShareStatus:
        """Returns what is true of the copies of a book or library."""
        found = self.pen.book.get(cards_of(book), book.id) or {"id": book.id}
        card = (LibraryCard if book.kind == LIBRARY else BookCard).model_validate(found)
        seen: dict[tuple[str, str], int] = {}
        for doc in self.pen.book.find("taken", "space", book.id):
            taken = Taken.model_validate(doc)
            if not taken.undone:
                person = (taken.name, taken.role)
                seen[person] = max(seen.get(person, 0), taken.seen)
        unsent = _unsent(book, vector_in(card.sent))
        return ShareStatus(card.backup, unsent, tuple((*who, at) for who, at in sorted(seen.items())))

    @property
    def _exporter(self) -> Exporter:
        return Exporter(self.shelf, self.blobs, self.pen, self.wall)

    def _sent(self, replica: str, ops: int, to: Vector) -> dict[str, object]:
        own = {name: head for name, head in to.items() if replica_of(name) == replica}
        return {"backup": self.wall(), "sent_ops": ops, "sent": vector_text(own)}


def _unsent(book: Book, sent: Vector) -> int:
    """Counts this device's own ops, of all its incarnations, that no file took out yet."""
    own = {name: head for name, head in book.vector.items() if replica_of(name) == book.replica}
    return sum(max(0, seq - sent.get(name, (0, ""))[0]) for name, (seq, _) in own.items())
