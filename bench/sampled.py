"""Devices with Mia's book from the sample on them: all of her three years, or her last week of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.days import ms_of
from app.services.sample import on_disk
from app.services.sample.compose import compose
from app.services.sample.events import Event, Story
from app.services.sample.stories import stories
from tests.services.devices import Clock, DeviceUnderTest

TODAY = date(2026, 11, 20)
NOON_MS = 12 * 3600 * 1000
YEARS, WEEK = 3 * 366, 7
_NAMED = ("goal", "about", "key", "goals")


async def with_mia(seed: int, days: int) -> DeviceUnderTest:
    """Returns a device of hers with her last `days` in it, closed, as it lies there after a rest."""
    story = last_days(stories(on_disk)[0], days)
    book = compose(story, TODAY, seed, on_disk)
    device = DeviceUnderTest(seed, clock=Clock(ms_of(TODAY) + NOON_MS))
    workspace = await device.start()
    await workspace.look_around("learner", "Mia", [("Mia.json", book.data)])
    await (await workspace.open_book(book.space)).book.tidy()
    await workspace.close()
    return device


def last_days(story: Story, days: int) -> Story:
    """Returns a story that begins `days` ago: what happened since, and what that speaks of."""
    kept = {id(event) for event in story.events if event.back <= days}
    made = {event.key: event for event in story.events if getattr(event, "key", "") and not _changes(event)}
    waiting = [event for event in story.events if id(event) in kept]
    while waiting:
        for name in set(_names(waiting.pop())) & made.keys():
            if id(made[name]) not in kept:
                kept.add(id(made[name]))
                waiting.append(made[name])
    return replace(story, events=tuple(event for event in story.events if id(event) in kept))


def _changes(event: Event) -> bool:
    return hasattr(event, "field")


def _names(event: Event) -> Iterator[str]:
    """Yields the keys that an event speaks of."""
    for name in _NAMED:
        said: Any = getattr(event, name, ())
        yield from (said,) if isinstance(said, str) else said
    yield from (part[1:] for part in _parts(getattr(event, "values", None)) if part.startswith("@"))


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (part for inner in value.values() for part in _parts(inner))
    elif isinstance(value, list | tuple):
        yield from (part for inner in value for part in _parts(inner))
