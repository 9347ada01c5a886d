"""Photos and sounds: files named by the SHA-256 of their bytes.

A name says what the bytes must be, so a file that was cut short is known at once: it counts as absent,
and the next `put` writes it anew.
"""

import asyncio
import re

from app.storage.files import Folder
from app.sync.op import digest

_NAME = re.compile(r"[0-9a-f]{64}")


class FolderBlobs:
    """Blobs in a folder, as `app.services.ports.Blobs` says.

    One call at a time: a file can be open once only, and while one waits for it others come.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._names: set[str] | None = None
        self._sound: set[str] = set()
        self._turn = asyncio.Lock()

    async def put(self, data: bytes) -> str:
        """Keeps `data` durably and returns its name. Raises StorageFull or StorageLost, nothing kept."""
        async with self._turn:
            return await self._put(digest(data), data)

    async def get(self, name: str) -> bytes | None:
        """Returns the bytes, checked against their name, or None where they are not here."""
        async with self._turn:
            return await self._get(name)

    async def has(self, name: str) -> bool:
        """Tells whether the bytes are here and sound; they are read once to know."""
        async with self._turn:
            if name not in self._sound and await self._get(name) is not None:
                self._sound.add(name)
            return name in self._sound

    async def remove(self, name: str) -> None:
        """Removes the bytes if they are here."""
        async with self._turn:
            names = await self._known()
            if name in names:
                await self._folder.remove(name)
            names.discard(name)
            self._sound.discard(name)

    async def _put(self, name: str, data: bytes) -> str:
        if await self._read(name) == data:
            return name
        names = await self._known()
        names.add(name)
        kept = False
        try:
            await self._write(name, data)
            kept = True
        finally:
            if not kept:
                names.discard(name)
                await self._folder.remove(name)
        self._sound.add(name)
        return name

    async def _get(self, name: str) -> bytes | None:
        data = await self._read(name)
        return data if data is not None and digest(data) == name else None

    async def _known(self) -> set[str]:
        if self._names is None:
            self._names = {name for name in await self._folder.names() if _NAME.fullmatch(name)}
        return self._names

    async def _read(self, name: str) -> bytes | None:
        if name not in await self._known():
            return None
        file = await self._folder.open(name)
        try:
            return file.read(0, file.size())
        finally:
            file.close()

    async def _write(self, name: str, data: bytes) -> None:
        file = await self._folder.open(name)
        try:
            file.write(0, data)
            file.truncate(len(data))
            file.flush()
        finally:
            file.close()
