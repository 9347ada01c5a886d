"""Files and folders as storage needs them: the smallest thing that OPFS, an OS and memory can all be.

Adapters only move bytes. They raise `StorageFull` where the device has no room and `StorageLost` where
the file can no longer be used; nothing else may escape them. Each passes the same acceptance suite,
``tests/storage/acceptance.py``.
"""

from typing import Protocol


class File(Protocol):
    """One open file. Only one may be open on a name at a time; a second raises StorageLost."""

    def size(self) -> int:
        """Returns how many bytes the file has, those not yet flushed included."""

    def read(self, offset: int, n: int) -> bytes:
        """Returns the bytes from `offset` on: `n` of them, or fewer where the file ends."""

    def write(self, offset: int, data: bytes) -> None:
        """Writes all of `data` at `offset`, or raises; then any part of it may have been written."""

    def truncate(self, n: int) -> None:
        """Makes the file `n` bytes long; a longer one is filled with zeros."""

    def flush(self) -> None:
        """Returns once everything written so far survives a power cut."""

    def close(self) -> None:
        """Lets go of the file. A second call does nothing; every other call then raises StorageLost."""


class Folder(Protocol):
    """A folder of files and folders."""

    async def open(self, name: str) -> File:
        """Opens a file, empty where it was not there."""

    async def names(self) -> list[str]:
        """Returns the names of the files and folders in here, sorted."""

    async def remove(self, name: str) -> None:
        """Removes a closed file if it is there."""

    async def folder(self, name: str) -> "Folder":
        """Opens a folder, empty where it was not there."""

    async def remove_folder(self, name: str) -> None:
        """Removes a folder with all it holds, if it is there."""
