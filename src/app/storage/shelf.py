"""The shelf: the device's own book and the learners' books, each in a folder of its own."""

import asyncio
import re
from collections.abc import Callable

from app.domain.collections import COLLECTIONS
from app.domain.device import DEVICE_COLLECTIONS
from app.storage.files import Folder
from app.storage.memory import MemoryFolder
from app.storage.opening import Setting
from app.storage.space import SpaceBook
from app.sync.bundle import Checked, Refusal
from app.sync.keeping import Staged, StorageLost
from app.sync.policy import Policy

DEVICE = "device"
LEARNER = "learner"
_SPACE_ID = re.compile(r"[a-z0-9]{10,40}")
_POLICIES = {DEVICE: Policy(DEVICE_COLLECTIONS), LEARNER: Policy(COLLECTIONS)}


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
            return await self._book(DEVICE, self._folder)

    async def create(self, space: str) -> SpaceBook:
        """Makes an empty learner's book. Raises FileExistsError where it is there."""
        _check(space)
        async with self._turn:
            spaces = await self._spaces()
            if space in await spaces.names():
                raise FileExistsError(space)
            made = False
            try:
                book = await self._book(space, spaces)
                made = True
            finally:
                if not made:
                    await spaces.remove_folder(space)
            return book

    async def open(self, space: str) -> SpaceBook:
        """Opens a book, the same object each time. Raises FileNotFoundError."""
        _check(space)
        async with self._turn:
            spaces = await self._spaces()
            if space not in self._books and space not in await spaces.names():
                raise FileNotFoundError(space)
            return await self._book(space, spaces)

    async def stage_new(self, checked: Checked) -> Staged | Refusal:
        """Folds a bundle of a book that is not here, as `Book.stage` would. Makes no file."""
        _check(checked.space)
        policy = _POLICIES[LEARNER]
        passing = MemoryFolder()
        book = await SpaceBook.open(
            Setting(passing, checked.space, LEARNER, policy, self._wall, self._random_bits)
        )
        return book.stage(checked)

    async def spaces(self) -> list[str]:
        """Returns the ids of all learners' books here."""
        names = await (await self._spaces()).names()
        return [name for name in names if _SPACE_ID.fullmatch(name)]

    async def discard(self, space: str) -> None:
        """Removes a book from this device for good."""
        _check(space)
        async with self._turn:
            book = self._books.pop(space, None)
            if book is not None:
                await book.close()
            await (await self._spaces()).remove_folder(space)

    async def close(self) -> None:
        """Closes every book."""
        async with self._turn:
            self._closed = True
            for book in self._books.values():
                await book.close()
            self._books.clear()

    async def _spaces(self) -> Folder:
        if self._closed:
            raise StorageLost("the shelf is closed")
        return await self._folder.folder("spaces")

    async def _book(self, name: str, parent: Folder) -> SpaceBook:
        book = self._books.get(name)
        if book is None:
            kind = DEVICE if name == DEVICE else LEARNER
            folder = await parent.folder(name)
            setting = Setting(folder, name, kind, _POLICIES[kind], self._wall, self._random_bits)
            book = self._books[name] = await SpaceBook.open(setting)
        return book


def _check(space: str) -> None:
    """Raises ValueError for what is no space id: no path can be made of one."""
    if not _SPACE_ID.fullmatch(space):
        raise ValueError(f"not a space id: {space[:80]!r}")
