"""Files of an operating system: written through, flushed with fsync, one writer at a time."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.sync.keeping import StorageFull, StorageLost

try:
    import fcntl
except ImportError:  # not on Windows, where a second process is not kept out
    fcntl = None  # type: ignore[assignment]

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


@contextmanager
def _faults() -> Iterator[None]:
    """Turns what the OS raises into what storage raises."""
    try:
        yield
    except OSError as fault:
        kind = StorageFull if fault.errno in _FULL else StorageLost
        raise kind(fault.strerror or str(fault)) from fault


def _lock(descriptor: int) -> None:
    """Takes the file for this process and this opening, where the OS can; raises OSError if taken."""
    if fcntl is not None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class OsFile:
    """One open file of the OS."""

    def __init__(self, path: Path) -> None:
        with _faults():
            fresh = not path.exists()
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            try:
                _lock(descriptor)
            except OSError:
                os.close(descriptor)
                raise
            self._descriptor = descriptor
            if fresh:
                _sync_folder(path.parent)

    def size(self) -> int:
        with _faults():
            return os.fstat(self._descriptor).st_size

    def read(self, offset: int, n: int) -> bytes:
        parts: list[bytes] = []
        with _faults():
            os.lseek(self._descriptor, offset, os.SEEK_SET)
            while n > 0 and (part := os.read(self._descriptor, n)):
                parts.append(part)
                n -= len(part)
        return b"".join(parts)

    def write(self, offset: int, data: bytes) -> None:
        with _faults():
            os.lseek(self._descriptor, offset, os.SEEK_SET)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]

    def truncate(self, n: int) -> None:
        with _faults():
            os.ftruncate(self._descriptor, n)

    def flush(self) -> None:
        with _faults():
            if self._descriptor < 0:  # every other call of a closed file fails by itself
                raise OSError(errno.EBADF, os.strerror(errno.EBADF))
            os.fsync(self._descriptor)

    def close(self) -> None:
        if self._descriptor >= 0:
            descriptor, self._descriptor = self._descriptor, -1
            with _faults():
                os.close(descriptor)


class OsFolder:
    """A folder of the OS, made where it is not there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with _faults():
            path.mkdir(parents=True, exist_ok=True)

    async def open(self, name: str) -> OsFile:
        return OsFile(self._path / name)

    async def names(self) -> list[str]:
        with _faults():
            return sorted(path.name for path in self._path.iterdir())

    async def remove(self, name: str) -> None:
        with _faults():
            (self._path / name).unlink(missing_ok=True)
            _sync_folder(self._path)

    async def folder(self, name: str) -> "OsFolder":
        return OsFolder(self._path / name)

    async def remove_folder(self, name: str) -> None:
        with _faults():
            if (self._path / name).exists():
                shutil.rmtree(self._path / name)
                _sync_folder(self._path)


def _sync_folder(path: Path) -> None:
    """Makes the names in a folder durable, where the OS lets folders be flushed."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
