"""Opens the app of a world in a window, as tests do it."""

import contextlib
from collections.abc import AsyncIterator

from app.services.workspace import OpenBook
from app.views.app import App
from app.views.state import Shared
from tests.harness import PHONE, Screen, opened


@contextlib.asynccontextmanager
async def app_of(shared: Shared, route: str = "/", size: tuple[int, int] = PHONE) -> AsyncIterator[Screen]:
    """Opens the app at a route."""
    async with opened(lambda page: page.render_views(App, shared), route, size) as screen:
        yield screen


def voice_of(screen: Screen) -> str:
    """Returns the identifier that plays the first voice on a screen; each voice has its own."""
    return next(one for one in screen.identifiers() if one.startswith("listen-"))


async def own_book(shared: Shared) -> OpenBook:
    """Returns the learner's own book."""
    card = shared.workspace.own_card
    assert card is not None
    return await shared.workspace.open_book(card.id)
