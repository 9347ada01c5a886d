"""Making files to hand over: a book or a library as a bundle, a book with its libraries as a packet."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.domain.models import Blob
from app.services.blobs_named import newest_blobs
from app.services.noted import card_values
from app.services.ports import Blobs, Book, Shelf, Wall
from app.services.writing import Pen
from app.sync.bundle import BlobPart, Sender, Title, write_bundle
from app.sync.packet import MOST_PARTS, write_packet
from app.sync.raw import MOST_BYTES
from app.sync.vector import Vector

MOST_PHOTO_BYTES = 48 * 1024 * 1024
MOST_LIBRARY_PHOTO_BYTES = 8 * 1024 * 1024
"""Always the same, so that a library's bytes do not depend on the book that they go with."""
SPARE = 64
"""More than the characters around a photo's bytes or a bundle's, or those that a count may grow by."""


@dataclass(frozen=True)
class Carried:
    """A library that goes along in a file: its space, this device's replica in it, whose it is, its
    bundle, how many changes that holds, and up to where (``to``). ``left_out`` of its photos and files are
    here but not in it."""

    space: str
    replica: str
    name: str
    data: bytes
    ops: int
    to: Vector
    left_out: int = 0


@dataclass(frozen=True)
class ExportFile:
    """A file to hand over: its name, its bytes, how many changes of the book it holds, and up to where.

    ``left_out`` photos are here but not in the file, because it would have grown too big to take in; so
    are the libraries named in ``without``. ``carried`` are those that go along.
    """

    name: str
    data: bytes
    ops: int
    to: Vector = field(default_factory=dict)
    left_out: int = 0
    carried: tuple[Carried, ...] = ()
    without: tuple[str, ...] = ()


class Exporter:
    """Makes files. ``pen`` writes in the device's own book, which this only reads."""

    def __init__(self, shelf: Shelf, blobs: Blobs, pen: Pen, wall: Wall) -> None:
        self.shelf, self.blobs, self.pen, self.wall = shelf, blobs, pen, wall

    async def book(self, book: Book) -> ExportFile:
        """Returns a learner's book, with the libraries before it that its people may need."""
        made, lines, photos = self.wall(), list(book.lines()), newest_blobs(book)
        room = MOST_BYTES - self._bare(book, made, lines, photos)
        carried, without = await self._carried(book, room - SPARE)
        room -= sum(len(one.data) + SPARE for one in carried) + SPARE * bool(carried)
        parts, left_out = await self._parts(photos, min(MOST_PHOTO_BYTES, room))
        data = self._bundle(book, made, lines, parts)
        if carried:
            data = write_packet([*(one.data for one in carried), data])
        name = self._file_name(self._title(book).name or "book", book, made)
        to = dict(book.vector)
        return ExportFile(name, data, len(lines), to, left_out, tuple(carried), tuple(without))

    async def library(self, book: Book) -> ExportFile:
        """Returns a library alone."""
        one = await self._library(book)
        name = self._file_name(f"{one.name} library", book, self.wall())
        return ExportFile(name, one.data, one.ops, one.to, one.left_out)

    async def _carried(self, book: Book, room: int) -> tuple[list[Carried], list[str]]:
        """Returns the libraries that go along, and the names of those that there is no room for."""
        carried: list[Carried] = []
        without: list[str] = []
        for library in await self._needed(book):
            one = await self._library(library)
            if len(one.data) + SPARE > room or len(carried) == MOST_PARTS - 1:
                without.append(one.name)
            else:
                carried.append(one)
                room -= len(one.data) + SPARE
        return carried, without

    async def _needed(self, book: Book) -> list[Book]:
        """Returns the libraries with anything in them that go with a book, this device's own first.

        A learner gives nobody back what they only took in, and a sample goes with sample books alone.
        """
        noted = {doc["id"]: doc for doc in self.pen.book.all("libraries")}
        sample = bool((self.pen.book.get("books", book.id) or {}).get("sample"))
        found: list[Book] = []
        for space in sorted(await self.shelf.libraries(), key=lambda space: (not _own(noted, space), space)):
            strange = self.pen.role == "learner" or ((noted.get(space) or {}).get("sample") and not sample)
            if strange and not _own(noted, space):
                continue
            with suppress(OSError, ValueError):  # one that cannot be opened is not in the book's way
                library = await self.shelf.open(space)
                found += [library] if library.vector else []
        return found

    async def _library(self, book: Book) -> Carried:
        """Returns a library's bundle; the same bytes while nothing changes in it."""
        to, lines = dict(book.vector), list(book.lines())
        made = max((book.wall_of(replica, seq) for replica, (seq, _) in to.items()), default=0)
        photos = newest_blobs(book)
        room = MOST_BYTES - self._bare(book, made, lines, photos)
        parts, left_out = await self._parts(photos, min(MOST_LIBRARY_PHOTO_BYTES, room))
        data = self._bundle(book, made, lines, parts)
        return Carried(book.id, book.replica, self._title(book).name, data, len(lines), to, left_out)

    def _title(self, book: Book) -> Title:
        return Title(book.id, str(card_values(book)["name"]), book.kind)

    def _bundle(self, book: Book, made: int, lines: Sequence[bytes], parts: Sequence[BlobPart]) -> bytes:
        sender = Sender(book.replica, self.pen.role, self.pen.name)
        return write_bundle(self._title(book), sender, made, dict(book.vector), lines, parts)

    def _bare(self, book: Book, made: int, lines: Sequence[bytes], photos: Sequence[Blob]) -> int:
        """Returns about how long a bundle is without its photos' bytes, never too little."""
        names = [BlobPart(blob.sha256, blob.mime, blob.size, None) for blob in photos]
        return len(self._bundle(book, made, (), names)) + sum(len(line) + 2 for line in lines) + SPARE

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

    def _file_name(self, name: str, book: Book, made: int) -> str:
        """Returns a name that two learners of one name do not share, made with a few letters of the
        book's."""
        plain = " ".join("".join(c if c.isalnum() or c in "-_" else " " for c in name).split())
        moment = datetime.fromtimestamp(made / 1000, UTC).astimezone()
        return f"{plain or 'book'} {book.id[:4]} - Ownway {self.pen.role} - {moment:%Y-%m-%d %H.%M.%S}.json"


def _own(noted: dict[str, dict[str, object]], space: str) -> bool:
    return bool((noted.get(space) or {}).get("own"))
