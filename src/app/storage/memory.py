"""Files in memory, with the one thing that matters of a disk: what was not flushed may be lost.

`MemoryFolder.crash` is a power cut: of every file only what was flushed survives, and any prefix of
what was written after.
"""

import asyncio

from app.sync.keeping import StorageLost


async def _others() -> None:
    """Lets whatever else waits go first."""
    await asyncio.sleep(0)


class _Node:
    """A file's bytes, and the steps since the last flush with what each of them replaced."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.steps: list[tuple[int, bytes | None]] = []
        self.undo: list[tuple[int, bytes, int]] = []
        self.held = False

    def write(self, offset: int, data: bytes) -> None:
        size = len(self.data)
        self.undo.append((offset, bytes(self.data[offset : offset + len(data)]), size))
        self.steps.append((offset, data))
        self._put(offset, data)

    def truncate(self, n: int) -> None:
        self.undo.append((n, bytes(self.data[n:]), len(self.data)))
        self.steps.append((n, None))
        self._cut(n)

    def _put(self, offset: int, data: bytes) -> None:
        self.data.extend(bytes(max(0, offset - len(self.data))))
        self.data[offset : offset + len(data)] = data

    def _cut(self, n: int) -> None:
        self.data.extend(bytes(max(0, n - len(self.data))))
        del self.data[n:]

    def flush(self) -> None:
        self.steps.clear()
        self.undo.clear()

    def crash(self, kept: int) -> None:
        """Goes back to the last flush, then does the steps again until `kept` bytes were written."""
        for offset, old, size in reversed(self.undo):
            self._put(offset, old)
            self._cut(size)
        for offset, data in self.steps:
            if data is None:
                self._cut(offset)
                continue
            self._put(offset, data[:kept])
            kept -= min(kept, len(data))
            if not kept:
                break
        self.flush()
        self.held = False


class MemoryFile:
    """One open file in memory."""

    def __init__(self, node: _Node) -> None:
        if node.held:
            raise StorageLost("the file is already open")
        node.held = True
        self._node: _Node | None = node

    def _open(self) -> _Node:
        if self._node is None or not self._node.held:
            raise StorageLost("the file is closed")
        return self._node

    def size(self) -> int:
        return len(self._open().data)

    def read(self, offset: int, n: int) -> bytes:
        return bytes(memoryview(self._open().data)[offset : offset + n])

    def write(self, offset: int, data: bytes) -> None:
        self._open().write(offset, data)

    def truncate(self, n: int) -> None:
        self._open().truncate(n)

    def flush(self) -> None:
        self._open().flush()

    def close(self) -> None:
        if self._node is not None:
            self._node.held = False
            self._node = None


class MemoryFolder:
    """A folder in memory. Its calls let others go first, as those of a browser's folder do."""

    def __init__(self) -> None:
        self._files: dict[str, _Node] = {}
        self._folders: dict[str, MemoryFolder] = {}

    async def open(self, name: str) -> MemoryFile:
        file = MemoryFile(self._files.setdefault(name, _Node()))
        await _others()
        return file

    async def names(self) -> list[str]:
        await _others()
        return sorted([*self._files, *self._folders])

    async def remove(self, name: str) -> None:
        await _others()
        node = self._files.get(name)
        if node is not None and node.held:
            raise StorageLost("the file is open")
        self._files.pop(name, None)

    async def folder(self, name: str) -> "MemoryFolder":
        await _others()
        return self._folders.setdefault(name, MemoryFolder())

    async def remove_folder(self, name: str) -> None:
        await _others()
        self._folders.pop(name, None)

    def crash(self, kept: int = 0) -> None:
        """Cuts the power: each file keeps `kept` bytes of what was written since its last flush."""
        for node in self._files.values():
            node.crash(kept)
        for folder in self._folders.values():
            folder.crash(kept)

    def bytes_of(self, name: str) -> bytes:
        """Returns a file's bytes without opening it; for tests and tools."""
        return bytes(self._files[name].data)

    def put(self, name: str, data: bytes) -> None:
        """Makes a file with these bytes, flushed; for tests and tools."""
        node = self._files[name] = _Node()
        node.data.extend(data)
