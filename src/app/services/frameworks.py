"""Frameworks of others: a file is looked at, told in words, taken in part by part, and can be taken back."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.domain.library import Framework
from app.formats.case_write import write_case
from app.formats.framework_file import FrameworkFile, Refused, too_big
from app.formats.reading import read_framework
from app.services.catalog import Catalog
from app.services.framework_plan import Nothing, Plan, planned
from app.services.library_pen import OpenLibrary
from app.services.ports import Wall
from app.sync.quiet import quiet

T = TypeVar("T")
PART, MOST = 100, 640
"""So many changes are first written between two turns of the screen, and at most; a browser's Python writes
ten in a millisecond or two."""
TURN_S = 0.025
"""So long a file is read before the screen has its turn."""
Said = Callable[[int, int], None]


@dataclass(frozen=True)
class Look:
    """What a file would bring: a plan for this device's library, or why it is refused."""

    name: str
    file: FrameworkFile | None = None
    plan: Plan | None = None
    refused: Refused | None = None


@dataclass(frozen=True)
class FrameworkOut:
    """A framework as a file to hand over."""

    name: str
    data: bytes


class FrameworkService:
    """Takes frameworks in, out and away.

    ``own`` opens this device's library, made where there is none; ``libraries`` opens all that are here.
    """

    def __init__(
        self,
        own: Callable[[], Awaitable[OpenLibrary]],
        libraries: Callable[[], Awaitable[Sequence[OpenLibrary]]],
        catalog: Callable[[], Catalog],
        wall: Wall,
    ) -> None:
        self._own, self._libraries, self._catalog, self._wall = own, libraries, catalog, wall

    async def look(
        self, name: str, data: bytes, said: Said = lambda done, total: None, size: int = 0
    ) -> Look:
        """Returns what a file would bring. Changes nothing, whatever is in it.

        A file too large to be handed over has no `data` and its `size` in bytes.

        The screen stays alive: `said` hears how far it is, and a cancelled task stops at the next pause.
        """
        if size > len(data):
            return Look(name, refused=too_big(size))
        found = await _slowly(read_framework(data, name), said)
        if isinstance(found, Refused):
            return Look(name, refused=found)
        library = await self._if_here()
        here = Nothing() if library is None else library.book
        return Look(name, found, await _slowly(planned(here, found), said))

    async def take_in(self, look: Look) -> AsyncIterator[tuple[int, int]]:
        """Writes what `look` found; yields how much is done of how much.

        A framework that is new is shown only once it is whole. Whoever stops midway calls `take_back`.
        """
        if look.plan is not None:
            library = await self._own()
            async for step in library.commit_in_parts(look.plan.edits, PART, most=MOST, sound=True):
                yield step

    async def take_back(self, look: Look) -> AsyncIterator[tuple[int, int]]:
        """Brings the library back to what it was before `look` was taken in, wholly or partly."""
        if look.plan is not None:
            library = await self._own()
            async for step in library.commit_in_parts(look.plan.undo[::-1], PART, most=MOST):
                yield step

    async def unfinished(self) -> tuple[Framework, ...]:
        """Returns the frameworks of this device's library whose writing was cut off."""
        library = await self._if_here()
        return () if library is None else library.reader.unfinished()

    async def mine(self) -> frozenset[str]:
        """Returns the ids of the frameworks in this device's library: those that can be changed here."""
        library = await self._if_here()
        return frozenset() if library is None else frozenset(one.id for one in library.reader.frameworks())

    async def _if_here(self) -> OpenLibrary | None:
        return next((library for library in await self._libraries() if library.own), None)

    async def remove(self, framework: str) -> AsyncIterator[tuple[int, int]]:
        """Removes a framework from this device's library; books keep their own cards of it."""
        library = await self._own()
        async for step in library.take_back(library.records_of(framework), PART, most=MOST):
            yield step

    def export(self, framework: str) -> FrameworkOut:
        """Returns a framework as a CASE 1.1 file. Raises LookupError where there is none."""
        catalog = self._catalog()
        one = catalog.framework(framework)
        if one is None:
            raise LookupError(framework)
        competencies = catalog.competencies(framework)
        data = write_case(one, competencies, catalog.links_of(framework), self._wall())
        return FrameworkOut(f"{_plain_name(one.title)}.json", data)


async def _slowly(work: Generator[tuple[int, int], None, T], said: Said) -> T:
    """Returns what `work` returns; the screen has its turn between its steps, once they took long enough."""
    due = 0.0
    while True:
        with quiet():
            try:
                while True:
                    said(*next(work))
                    if time.monotonic() >= due:
                        break
            except StopIteration as end:
                found: T = end.value
                return found
        await asyncio.sleep(0)
        due = time.monotonic() + TURN_S


def _plain_name(title: str) -> str:
    return (
        " ".join("".join(c if c.isalnum() or c in "-_" else " " for c in title).split())[:60] or "framework"
    )
