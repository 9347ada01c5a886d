"""The shelf: the device's own book, the learners' books and the libraries, each in a folder of its own."""

import asyncio
import re
from collections.abc import Callable

from app.domain.collections import COLLECTIONS
from app.domain.device import DEVICE_COLLECTIONS
from app.domain.library_collections import LIBRARY_COLLECTIONS
from app.storage.files import Folder
from app.storage.memory import MemoryFolder
from app.storage.opening import Setting
from app.storage.space import SpaceBook
from app.sync.bundle import LEARNER, LIBRARY, Checked, Refusal
from app.sync.keeping import Staged, StorageLost
from app.sync.policy import Policy

DEVICE = "device"
_SPACE_ID = re.compile(r"[a-z0-9]{10,40}")
_POLICIES = {
    DEVICE: Policy(DEVICE_COLLECTIONS),
    LEARNER: Policy(COLLECTIONS),
    LIBRARY: Policy(LIBRARY_COLLECTIONS),
}
_FOLDERS = {LEARNER: "spaces", LIBRARY: "libraries"}


class FolderShelf:
    """The books under one folder, as `app.services.ports.Shelf` says.

    A book that cannot be opened raises for itself alone; the others open as ever. Once closed, only
    `device` opens anything again: a task that comes late must not take files back from another tab.
    """

    def __init__(self, folder: Folder, wall: Callable[[], int], random_bits: Callable[[int], int]) -> None:
        self._folder = folder
        self._wall = wall
        self._random_bits = random_bits
        self._books: dict[str, SpaceBook] = {}
        self._turn = asyncio.Lock()
        self._closed = False

    async def device(self) -> SpaceBook:
        """Opens the device's own book, made at the first call; opens a closed shelf again."""
        async with self._turn:
            self._closed = False
            return await self._book(DEVICE, DEVICE, self._folder)

    async def create(self, space: str, kind: str = LEARNER) -> SpaceBook:
        """Makes an empty book of a kind. Raises FileExistsError where its id is taken, by either kind."""
        _check(space)
        async with self._turn:
            if await self._kind_of(space):
                raise FileExistsError(space)
            home, made = await self._home(kind), False
            try:
                book = await self._book(space, kind, home)
                made = True
            finally:
                if not made:
                    await home.remove_folder(space)
            return book

    async def open(self, space: str) -> SpaceBook:
        """Opens a book, the same object each time. Raises FileNotFoundError."""
        _check(space)
        async with self._turn:
            book = self._books.get(space)
            if book is not None:
                return book
            kind = await self._kind_of(space)
            if not kind:
                raise FileNotFoundError(space)
            return await self._book(space, kind, await self._home(kind))

    async def stage_new(self, checked: Checked) -> Staged | Refusal:
        """Folds a bundle of a book that is not here, as `Book.stage` would. Makes no file."""
        _check(checked.space)
        kind, passing = checked.kind, MemoryFolder()
        book = await SpaceBook.open(
            Setting(passing, checked.space, kind, _POLICIES[kind], self._wall, self._random_bits)
        )
        return book.stage(checked)

    async def spaces(self) -> list[str]:
        """Returns the ids of all learners' books here."""
        return await self._of_kind(LEARNER)

    async def libraries(self) -> list[str]:
        """Returns the ids of all libraries here."""
        return await self._of_kind(LIBRARY)

    async def discard(self, space: str) -> None:
        """Removes a book from this device for good."""
        _check(space)
        async with self._turn:
            book = self._books.pop(space, None)
            if book is not None:
                await book.close()
            for kind in _FOLDERS:
                await (await self._home(kind)).remove_folder(space)

    async def close(self) -> None:
        """Closes every book."""
        async with self._turn:
            self._closed = True
            for book in self._books.values():
                await book.close()
            self._books.clear()

    async def _of_kind(self, kind: str) -> list[str]:
        names = await (await self._home(kind)).names()
        return [name for name in names if _SPACE_ID.fullmatch(name)]

    async def _kind_of(self, space: str) -> str:
        """Returns the kind of a space that is here, "" where it is not."""
        for kind in _FOLDERS:
            if space in await (await self._home(kind)).names():
                return kind
        return ""

    async def _home(self, kind: str) -> Folder:
        if self._closed:
            raise StorageLost("the shelf is closed")
        return await self._folder.folder(_FOLDERS[kind])

    async def _book(self, name: str, kind: str, parent: Folder) -> SpaceBook:
        book = self._books.get(name)
        if book is None:
            folder = await parent.folder(name)
            setting = Setting(folder, name, kind, _POLICIES[kind], self._wall, self._random_bits)
            book = self._books[name] = await SpaceBook.open(setting)
        return book


def _check(space: str) -> None:
    """Raises ValueError for what is no space id: no path can be made of one."""
    if not _SPACE_ID.fullmatch(space):
        raise ValueError(f"not a space id: {space[:80]!r}")
