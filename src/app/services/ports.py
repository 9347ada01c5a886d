"""The ports: what services need of the outside world, said as Protocols.

`app.storage` and `app.device` satisfy them by shape; only `app.main` and `app.cli` join the two.
Everything that happens once a tap is synchronous and durable when it returns; opening files, photos
and the browser's page are asynchronous.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from app.sync.bundle import Checked, Refusal
from app.sync.fold import Document
from app.sync.keeping import Changed, Damage, Staged
from app.sync.op import Edit
from app.sync.vector import Vector

Wall = Callable[[], int]


class Book(Protocol):
    """One open space. Reads see every commit that returned.

    Documents are given as they lie in the book and must not be changed. A document that a commit
    changes is put there as a new object, so the same object is the same content.
    """

    @property
    def id(self) -> str:
        """The space's id."""

    @property
    def kind(self) -> str:
        """``learner``, ``library`` or ``device``."""

    @property
    def replica(self) -> str:
        """This device's replica in this space, without its incarnation."""

    @property
    def vector(self) -> Vector:
        """What the book holds."""

    @property
    def damage(self) -> Damage | None:
        """What opening set aside and is not all back yet, until `know_damage`."""

    async def know_damage(self) -> None:
        """Ends the telling of what was set aside; the files stay. Raises StorageFull or StorageLost."""

    @property
    def held(self) -> int:
        """How many ops are kept but not shown."""

    @property
    def undoable(self) -> bool:
        """Whether `undo` would take back the last import."""

    @property
    def last_import(self) -> str:
        """The SHA-256 of the file whose import `undo` would take back, "" where it would none."""

    def holds(self, vector: Vector) -> bool:
        """Tells whether the book has all ops that `vector` stands for, by number and hash."""

    def get(self, col: str, rec: str) -> Document | None:
        """Returns one document, or None."""

    def hidden(self, col: str, rec: str) -> Document | None:
        """Returns a deleted document as it was before that; None where it is shown or never was."""

    def all(self, col: str) -> list[Document]:
        """Returns every document of a collection, in no set order."""

    def find(self, col: str, field: str, value: object) -> list[Document]:
        """Returns the documents whose `field` is `value`; does not read the others."""

    def count(self, col: str) -> int:
        """Returns how many documents a collection has."""

    def next_record(self) -> str:
        """Returns a record id that no other record has or will have: `replica.inc-seq` of the next op.

        Use it in the next commit, for that commit's first edit.
        """

    def commit(self, edits: Sequence[Edit], role: str) -> Changed:
        """Makes ops of `edits` in this device's name, writes them durably and folds them.

        All or nothing. Returns the records that changed, by collection; for an add with an empty
        record id that is where its id is found. Raises StorageFull or StorageLost with nothing kept.
        """

    def stage(self, checked: Checked) -> Staged | Refusal:
        """Folds a checked bundle onto copies. Changes nothing."""

    def accept(self, staged: Staged) -> Changed:
        """Commits what was staged. Raises StaleStage where the book changed since then."""

    def undo(self) -> Changed:
        """Takes back the last import that stands; possible until the next commit, also after a restart.

        Several imports in a row are taken back one by one, the last first.
        """

    def lines(self) -> Iterator[bytes]:
        """Yields the canonical bytes of every op, in the order in which they came here."""

    def wall_of(self, replica: str, seq: int) -> int:
        """Returns the wall clock of an op held here, by replica with incarnation; 0 if none."""

    def is_news(self, col: str, rec: str, field: str) -> bool:
        """Tells whether a field's value came from another device after the last change made on this one;
        False while nothing was written here."""

    def history(self, col: str, rec: str) -> list[Document]:
        """Returns the ops of one record, in the order in which they came here."""

    async def tidy(self) -> None:
        """Writes a snapshot when enough was written since the last. Never changes what is shown."""

    async def close(self) -> None:
        """Lets go of the files."""


class Shelf(Protocol):
    """The books on this device. After `close` all but `device`, which opens it again, raise StorageLost."""

    async def device(self) -> Book:
        """Opens the device's own book, made at the first call."""

    async def create(self, space: str, kind: str = "learner") -> Book:
        """Makes an empty book of a learner or library. Raises FileExistsError where its id is taken."""

    async def open(self, space: str) -> Book:
        """Opens a book, the same object each time. Raises FileNotFoundError."""

    async def stage_new(self, checked: Checked) -> Staged | Refusal:
        """Folds a bundle of a book that is not here, as `Book.stage` would. Makes no file."""

    async def spaces(self) -> list[str]:
        """Returns the ids of all learners' books here."""

    async def libraries(self) -> list[str]:
        """Returns the ids of all libraries here."""

    async def discard(self, space: str) -> None:
        """Removes a book from this device for good."""

    async def close(self) -> None:
        """Closes every book."""


class Blobs(Protocol):
    """Photos and sounds by the SHA-256 of their bytes."""

    async def put(self, data: bytes) -> str:
        """Keeps `data` durably and returns its name. Raises StorageFull."""

    async def get(self, name: str) -> bytes | None:
        """Returns the bytes, checked against their name, or None where they are not here."""

    async def has(self, name: str) -> bool:
        """Tells whether the bytes are here."""

    async def remove(self, name: str) -> None:
        """Removes the bytes if they are here."""


@dataclass(frozen=True)
class Picture:
    """A photo made small: JPEG bytes without EXIF, and its size in pixels."""

    data: bytes
    mime: str
    width: int
    height: int


class Photos(Protocol):
    """Makes photos small."""

    async def shrink(self, data: bytes) -> Picture | str:
        """Returns the photo re-encoded, at most 1280 px on its longer side, or why it cannot be."""


@dataclass(frozen=True)
class Sound:
    """A recorded voice: its bytes, its media type and how many seconds it lasts."""

    data: bytes
    mime: str
    seconds: int = 0


Platform = Literal["ios", "android", "desktop"]


@dataclass(frozen=True)
class Picked:
    """A file a person chose: its name and its bytes; of one too large to be anything of Ownway's only the
    size (in bytes; 0 where it is the length of the bytes)."""

    name: str
    data: bytes
    size: int = 0

    @property
    def length(self) -> int:
        """How many bytes the file has, here or not."""
        return self.size or len(self.data)


@dataclass(frozen=True)
class Protection:
    """Whether this device promises to keep the data.

    ``protected`` is the answer of `navigator.storage.persisted()` (None where it cannot be asked; True
    natively); ``installed`` whether Ownway runs from the home screen; ``can_install`` whether
    `Device.install` would open the browser's own question; ``free_bytes`` the room left, or None.
    """

    protected: bool | None
    installed: bool
    platform: Platform
    can_install: bool = False
    free_bytes: int | None = None


Random = Callable[[int], int]
"""Where ids come from: returns a number of that many random bits."""
