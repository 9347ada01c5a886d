"""What a keeper of ops gives and raises, whatever it keeps them in."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.sync.stage import Difference

Changed = Mapping[str, frozenset[str]]
"""The records that a commit changed, by collection."""


class StorageFull(OSError):
    """The device has no room left. Nothing of the change that met it was kept."""


class StorageLost(OSError):
    """The file can no longer be written (taken by another tab, or the device failed)."""


class StaleStage(ValueError):
    """The book changed since the import was staged: stage it again."""


@dataclass(frozen=True)
class Staged:
    """An import ready to commit: what it would change. ``token`` belongs to the book that made it."""

    difference: Difference
    new_ops: int
    token: object


@dataclass(frozen=True)
class Damage:
    """What opening a book, now or earlier, had to set aside: how many bytes, the file they now lie in,
    and whether it was only a torn tail (a write that was never acknowledged) or more.

    Of the ops in it ``saved`` are in the book, and ``waiting`` are kept until what they follow comes
    back. ``unread`` places cannot be read, and nothing in the book proves that it has what they held.
    """

    bytes: int
    aside: str
    torn: bool
    saved: int = 0
    waiting: int = 0
    unread: int = 0
