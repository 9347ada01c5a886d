"""Mia's three years through every screen of her book: each draws, says something, and nothing breaks."""

from collections.abc import AsyncIterator

import pytest

from app.services.days import local_day
from app.services.open_book import OpenBook
from app.services.sample import mia
from app.views.parts.component import Broken
from app.views.state import Shared
from tests.harness import DESKTOP, PHONE
from tests.views import worlds
from tests.views.opening import app_of, own_book

ROUTES = (
    "today",
    "path",
    "goals",
    "week",
    "week/shape",
    "growth",
    "portfolio",
    "journal",
    "me",
    "grew",
    "ideas",
    "survey",
    "quiz",
    "shelf/best",
    "shelf/time",
    "present/best",
    "share",
)
PAGES = {
    "goals": "goals",
    "portfolio": "artefacts",
    "competency": "competencies",
    "activity": "activities",
}


@pytest.fixture
async def looking() -> AsyncIterator[Shared]:
    """Somebody who looks around as Mia."""
    shared = await worlds.nobody()
    workspace = shared.workspace
    book = mia(7, local_day(workspace.wall()))
    await workspace.look_around("learner", "Mia", [("Mia.json", book.data)])
    yield shared
    await workspace.close()


async def broken_on(shared: Shared, routes: list[str], size: tuple[int, int]) -> dict[str, object]:
    """Returns what went wrong, by route; a screen without words counts."""
    found: dict[str, object] = {}
    for route in routes:
        errors: list[Exception] = []
        Broken.listeners.append(errors.append)
        try:
            async with app_of(shared, f"/{route}", size) as screen:
                if errors or screen.says("could not be") or len(screen.texts()) < 3:
                    found[route] = errors or screen.texts()
        finally:
            Broken.listeners.remove(errors.append)
    return found


async def pages(book: OpenBook) -> list[str]:
    """Returns the page of the first and of the last record of each kind that has pages."""
    routes = []
    for screen, col in PAGES.items():
        ids = [doc["id"] for doc in sorted(book.book.all(col), key=lambda doc: (doc["_at"], doc["id"]))]
        routes += [f"{screen}/{ids[0]}", f"{screen}/{ids[-1]}"]
    goals = book.book.all("goals")
    changed = {doc["goal"] for doc in book.book.all("goal_changes")}
    routes += [f"goals/{goal['id']}/story" for goal in goals if goal["id"] in changed]
    answered = book.book.all("answers")
    return [*routes, *sorted({f"survey/{doc['id']}/answers" for doc in answered})]


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
async def test_every_screen_shows_her_years(looking: Shared, size: tuple[int, int]) -> None:
    assert await broken_on(looking, list(ROUTES), size) == {}


async def test_every_kind_of_page_shows_its_record(looking: Shared) -> None:
    routes = await pages(await own_book(looking))
    assert len(routes) > 15
    assert await broken_on(looking, routes, PHONE) == {}
