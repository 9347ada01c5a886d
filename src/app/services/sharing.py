"""Sharing: a book goes out as one file; how files come in is `app.services.receiving`."""

from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.device import BookCard, Taken
from app.services.ports import Book
from app.services.reading import Reader
from app.services.receiving import Intake, Receiver
from app.sync.bundle import BlobPart, Sender, write_bundle
from app.sync.vector import total

__all__ = ["ExportFile", "Intake", "ShareService", "ShareStatus"]


@dataclass(frozen=True)
class ExportFile:
    """A file to hand over: its name, its bytes, and how many changes it holds."""

    name: str
    data: bytes
    ops: int


@dataclass(frozen=True)
class ShareStatus:
    """The truth about one book's copies, wall clocks in milliseconds, 0 for never.

    ``unsent`` changes were made since the last file; ``seen`` tells, by person, up to when their
    device had this device's changes in the last file that came from it.
    """

    backup: int
    unsent: int
    seen: tuple[tuple[str, str, int], ...]


class ShareService(Receiver):
    """What goes out of this device and, as a `Receiver`, what comes in."""

    async def export(self, book: Book) -> ExportFile:
        """Returns the whole book as a file. Changes nothing; `handed_over` notes that it went out."""
        reader = Reader(book)
        name = reader.learner().name
        made = self.wall()
        sender = Sender(book.replica, self.pen.role, self.pen.name)
        lines = list(book.lines())
        data = write_bundle(book.id, name, sender, made, book.vector, lines, await self._parts(reader))
        return ExportFile(_file_name(name, self.pen.role, made), data, len(lines))

    def handed_over(self, book: Book, file: ExportFile) -> None:
        """Notes that a file left this device: the last backup, and what it held."""
        self.pen.set("books", book.id, backup=self.wall(), sent_ops=file.ops)

    def status(self, book: Book) -> ShareStatus:
        """Returns what is true of a book's copies."""
        found = self.pen.book.get("books", book.id) or {"id": book.id}
        card = BookCard.model_validate(found)
        seen: dict[tuple[str, str], int] = {}
        for doc in self.pen.book.find("taken", "space", book.id):
            taken = Taken.model_validate(doc)
            if not taken.undone:
                person = (taken.name, taken.role)
                seen[person] = max(seen.get(person, 0), taken.seen)
        unsent = max(0, total(book.vector) - card.sent_ops)
        return ShareStatus(card.backup, unsent, tuple((*who, at) for who, at in sorted(seen.items())))

    async def _parts(self, reader: Reader) -> list[BlobPart]:
        parts: dict[str, BlobPart] = {}
        for artefact in reader.artefacts():
            blob = artefact.blob
            if blob is not None and blob.sha256 not in parts:
                data = await self.blobs.get(blob.sha256)
                parts[blob.sha256] = BlobPart(blob.sha256, blob.mime, blob.size, data)
        return [parts[name] for name in sorted(parts)]


def _file_name(name: str, role: str, made: int) -> str:
    plain = " ".join("".join(c if c.isalnum() or c in "-_" else " " for c in name).split())
    moment = datetime.fromtimestamp(made / 1000, UTC).astimezone()
    return f"{plain or 'book'} - Ownway {role} - {moment:%Y-%m-%d %H.%M.%S}.json"
