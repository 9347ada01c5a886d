"""Sharing: a book goes out as one file; how files come in is `app.services.receiving`."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.domain.device import BookCard, Taken
from app.domain.models import Blob
from app.services.ports import Book
from app.services.reading import Reader
from app.services.receiving import Intake, Receiver, vector_in, vector_text
from app.sync.bundle import BlobPart, Sender, Title, write_bundle
from app.sync.fold import replica_of
from app.sync.raw import MOST_BYTES
from app.sync.vector import Vector

__all__ = ["ExportFile", "Intake", "ShareService", "ShareStatus"]

MOST_PHOTO_BYTES = 48 * 1024 * 1024
SPARE = 64
"""More than the characters around a photo's bytes, or those that a count in the header may grow by."""


@dataclass(frozen=True)
class ExportFile:
    """A file to hand over: its name, its bytes, how many changes it holds, and up to where (``to``).

    ``left_out`` photos are here but not in the file, because it would have grown too big to take in.
    """

    name: str
    data: bytes
    ops: int
    to: Vector = field(default_factory=dict)
    left_out: int = 0


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

        Where all photos are too many for one file, the bytes of the oldest are left out.
        """
        reader = Reader(book)
        name, made, to = reader.learner().name, self.wall(), dict(book.vector)
        sender = Sender(book.replica, self.pen.role, self.pen.name)
        title, lines, photos = Title(book.id, name), list(book.lines()), _photos(reader)
        names = [BlobPart(blob.sha256, blob.mime, blob.size, None) for blob in photos]
        head = len(write_bundle(title, sender, made, to, (), names))
        bare = head + sum(len(line) + 2 for line in lines) + SPARE
        parts, left_out = await self._parts(photos, min(MOST_PHOTO_BYTES, MOST_BYTES - bare))
        data = write_bundle(title, sender, made, to, lines, parts)
        return ExportFile(_file_name(name, book.id, self.pen.role, made), data, len(lines), to, left_out)

    def handed_over(self, book: Book, file: ExportFile) -> None:
        """Notes that a file left this device: the last backup, and what it held."""
        own = {name: head for name, head in file.to.items() if replica_of(name) == book.replica}
        card: dict[str, object] = {"backup": self.wall(), "sent_ops": file.ops, "sent": vector_text(own)}
        if self.pen.book.get("books", book.id) is None:
            learner = Reader(book).learner()
            card |= {"name": learner.name, "avatar": learner.avatar}
        self.pen.set("books", book.id, **card)

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
        return ShareStatus(
            card.backup, _unsent(book, card), tuple((*who, at) for who, at in sorted(seen.items()))
        )

    async def _parts(self, blobs: Sequence[Blob], room: int) -> tuple[list[BlobPart], int]:
        """Returns the photos' parts, the newest with their bytes while there is room, and how many are
        left out though they are here."""
        parts: dict[str, BlobPart] = {}
        left_out = 0
        for blob in blobs:
            data = await self.blobs.get(blob.sha256) if room > 0 else None
            if data is not None:
                room -= SPARE + 4 * len(data) // 3
            if room <= 0:
                left_out += await self.blobs.has(blob.sha256)
                data = None
            size = blob.size if data is None else len(data)
            parts[blob.sha256] = BlobPart(blob.sha256, blob.mime, size, data)
        return [parts[name] for name in sorted(parts)], left_out


def _photos(reader: Reader) -> list[Blob]:
    """Returns each photo of a book once, the newest first."""
    found = {a.blob.sha256: a.blob for a in reversed(reader.artefacts()) if a.blob is not None}
    return list(reversed(found.values()))


def _unsent(book: Book, card: BookCard) -> int:
    """Counts this device's own ops, of all its incarnations, that no file took out yet."""
    sent = vector_in(card.sent)
    own = {name: head for name, head in book.vector.items() if replica_of(name) == book.replica}
    return sum(max(0, seq - sent.get(name, (0, ""))[0]) for name, (seq, _) in own.items())


def _file_name(name: str, space: str, role: str, made: int) -> str:
    """Returns a name that two learners of one name do not share, made with a few letters of the book's."""
    plain = " ".join("".join(c if c.isalnum() or c in "-_" else " " for c in name).split())
    moment = datetime.fromtimestamp(made / 1000, UTC).astimezone()
    return f"{plain or 'book'} {space[:4]} - Ownway {role} - {moment:%Y-%m-%d %H.%M.%S}.json"
