"""One library, opened: typed reading, one person's pen, and much writing without the screen stopping."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from app.services.kinds import COLLECTIONS_OF
from app.services.library_reading import LibraryReader
from app.services.ports import Book
from app.services.writing import Pen
from app.sync.bundle import LIBRARY
from app.sync.fold import Document
from app.sync.op import ADD, DEL, SET, Edit, Op
from app.sync.policy import Policy
from app.sync.quiet import quiet

PART = 100
QUICK_S, SLOW_S = 0.015, 0.05
LOOKED_AT = 400
"""So many edits are held against what is here between two turns of the screen; that is soon done."""
_POLICY = Policy(COLLECTIONS_OF[LIBRARY])


@dataclass(eq=False)
class OpenLibrary:
    """One library with what can be done in it. ``own`` tells whether this device's person made it."""

    reader: LibraryReader
    pen: Pen
    own: bool = False

    @property
    def book(self) -> Book:
        """The library's book."""
        return self.pen.book

    @property
    def id(self) -> str:
        """The space's id."""
        return self.book.id

    async def commit_in_parts(
        self, edits: Sequence[Edit], size: int = PART, *, most: int = 0, sound: bool = False
    ) -> AsyncIterator[tuple[int, int]]:
        """Commits `edits` in order, `size` at a time, and yields how many are done of how many. With `most`,
        parts grow up to it where the device is quick, and shrink where it is slow.

        All are looked at first: ValueError, with nothing written, for one that the library would not show.
        Edits that are `sound`, as the plan of a file that a reader read, are looked at by the commit alone.
        Where the device stops, or the caller does, what was written stays. So let everything hang on a
        record that is not shown before its last edit, as a framework is not before ``ready``. The same
        edits again go on where they stopped: what is so already is not written again, and an add of a record
        that is here, or was, sets its fields. `take_back` removes what was written instead.
        """
        plain = list(edits) if sound else await self._checked(edits, size)
        plan, todo = _Plan(self.book), list[Edit]()
        for at in range(0, len(plain), LOOKED_AT):
            todo += plan.needed(plain[at : at + LOOKED_AT])
            await asyncio.sleep(0)
        yield 0, len(todo)
        at = 0
        while at < len(todo):
            began = time.monotonic()
            with quiet():
                self.pen.commit(todo[at : at + size])
            at = min(at + size, len(todo))
            if most:
                size = _next_size(size, time.monotonic() - began, most)
            yield at, len(todo)
            await asyncio.sleep(0)

    async def _checked(self, edits: Sequence[Edit], size: int) -> list[Edit]:
        """Returns edits with values as a book gives them back. Raises as `commit_in_parts` does."""
        plain: list[Edit] = []
        for at in range(0, len(edits), size):
            plain += [edit._replace(val=_plain(edit.val)) for edit in edits[at : at + size]]
            self._check(plain[at:])
            await asyncio.sleep(0)
        return plain

    async def take_back(
        self, records: Iterable[tuple[str, str]], size: int = PART, *, most: int = 0
    ) -> AsyncIterator[tuple[int, int]]:
        """Removes records, by collection and id, as `commit_in_parts` writes; those that are here."""
        async for step in self.commit_in_parts(
            [Edit(DEL, col, rec) for col, rec in records], size, most=most
        ):
            yield step

    def records_of(self, framework: str) -> list[tuple[str, str]]:
        """Returns all records that a framework is made of, itself last, as `take_back` takes them."""
        inner = [
            (col, str(doc["id"]))
            for col in ("links", "competencies")
            for doc in self.book.find(col, "framework", framework)
        ]
        return [*inner, ("frameworks", framework)]

    def _check(self, edits: Iterable[Edit]) -> None:
        """Raises ValueError for the first edit that the fold would hold back."""
        writer = f"{self.book.replica}.1"
        for edit in edits:
            op = {
                **edit._asdict(),
                "by": self.pen.role,
                "id": f"{writer}:1",
                "rec": edit.rec or f"{writer}-1",
            }
            why = _POLICY.held(cast("Op", op))
            if why:
                raise ValueError(f"{edit.kind} on {edit.col}.{edit.field}: {why}")


class _Plan:
    """Which of many edits change anything, each seen after the ones before it."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._after: dict[tuple[str, str], Document | None] = {}
        self._was: set[tuple[str, str]] = set()

    def needed(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        """Yields what is to be committed."""
        for edit in edits:
            if edit.kind == ADD and not edit.rec:
                yield edit
                continue
            key = (edit.col, edit.rec)
            if key not in self._after:
                self._after[key] = self._book.get(*key)
            yield from self._one(edit, key)

    def _one(self, edit: Edit, key: tuple[str, str]) -> Iterator[Edit]:
        shown = self._after[key]
        if shown is not None:
            self._was.add(key)
        if edit.kind == DEL:
            if shown is not None:
                self._after[key] = None
                yield edit
            return
        if edit.kind == ADD and shown is None and self._never_was(key):
            self._after[key] = edit.val
            yield edit
            return
        values = edit.val if edit.kind == ADD else {edit.field: edit.val}
        new = {name: value for name, value in values.items() if not _says(shown, name, value)}
        if new:
            self._after[key] = {**(shown or {}), **new}
        # An add of what is or was here would stand beside it as a second version.
        yield from (Edit(SET, edit.col, edit.rec, name, value) for name, value in new.items())

    def _never_was(self, key: tuple[str, str]) -> bool:
        return key not in self._was and self._book.hidden(*key) is None


def _next_size(size: int, took: float, most: int) -> int:
    """Returns how many edits the next part has, after one of `size` took so many seconds."""
    if took < QUICK_S:
        return min(2 * size, most)
    return size if took < SLOW_S else max(size // 2, 1)


def _says(shown: Document | None, name: str, value: object) -> bool:
    return shown is not None and name in shown and bool(shown[name] == value)


def _plain(value: Any) -> Any:
    """Returns a JSON value as a book gives it back: its tuples as lists."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value
