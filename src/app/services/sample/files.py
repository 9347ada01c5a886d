"""The sample as files, as if thirty devices had just shared them with this one."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

from app.services.sample.compose import Desk, SampleBook, compose
from app.services.sample.events import Story
from app.services.sample.stories import STORIES, stories

MOST_LEARNERS = 30
AT_ONCE = 25
"""So many events happen before a screen may draw again."""
HERE = Path(__file__).parents[4] / "assets" / "sample"

Fetch = Callable[[str], Awaitable[bytes]]
"""Gets a file of the sample by its path. Raises OSError where it cannot be had."""


def on_disk(path: str) -> bytes:
    """Returns a file of the sample. Raises FileNotFoundError where there is none of that path."""
    return (HERE / path).read_bytes()


async def from_disk(path: str) -> bytes:
    """Gets a file of the sample as `Fetch` does, where it lies on the disk."""
    return on_disk(path)


def mia(seed: int, today: date) -> SampleBook:
    """Returns the one book that a learner looks around in."""
    return compose(stories(on_disk)[0], today, seed, on_disk)


def sample_class(seed: int, today: date, learners: int = MOST_LEARNERS) -> list[SampleBook]:
    """Returns the class a teacher looks around in, Mia first; the same arguments give the same bytes.

    Raises ValueError for more learners than there are stories.
    """
    if not 0 < learners <= MOST_LEARNERS:
        raise ValueError(f"the sample has 1 to {MOST_LEARNERS} learners")
    return [compose(story, today, seed, on_disk) for story in stories(on_disk)[:learners]]


async def sample_files(
    role: str, seed: int, today: date, fetch: Fetch = from_disk
) -> list[tuple[str, bytes]]:
    """Returns what a device of `role` looks around in, as (file name, bytes): for a learner Mia's book,
    for a teacher the class, for a family two books. Lets the screen draw in between.

    Raises OSError where a file of the sample cannot be had.
    """
    files: dict[str, bytes] = {}
    await _get(files, STORIES, fetch)
    learners = {"learner": 1, "family": 2}.get(role, MOST_LEARNERS)
    told = stories(files.__getitem__)[:learners]
    shown = sorted({name for story in told for name in story.pictures})
    await _get(files, [f"pictures/{name}.jpg" for name in shown], fetch)
    return [await _file(story, today, seed, files) for story in told]


async def _get(files: dict[str, bytes], paths: list[str] | tuple[str, ...], fetch: Fetch) -> None:
    found = await asyncio.gather(*map(fetch, paths))
    files.update(zip(paths, found, strict=True))


async def _file(story: Story, today: date, seed: int, files: dict[str, bytes]) -> tuple[str, bytes]:
    desk = Desk(story, today, seed, files.__getitem__)
    for number, _event in enumerate(desk.tell()):
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)
    book = desk.book()
    return f"{book.name}.json", book.data
