"""The one big action of a phone keeps out of the way of the rows."""

import flet as ft

from tests.harness import PHONE, TABLET, Screen
from tests.views import worlds
from tests.views.opening import app_of

END = 900.0


async def scroll(screen: Screen, pixels: float) -> None:
    """Scrolls the screen to there."""
    column = next(one for one in screen.walk() if isinstance(one, ft.Column) and one.on_scroll is not None)
    told = {
        "event_type": "update",
        "pixels": pixels,
        "min_scroll_extent": 0.0,
        "max_scroll_extent": END,
        "viewport_dimension": 500.0,
    }
    await screen.fire(column, "scroll", told)


async def test_amid_a_list_the_button_is_its_sign_and_says_its_words_at_both_ends() -> None:
    async with app_of(await worlds.learner(), "/today", PHONE) as screen:
        assert screen.says("Show what I learned")
        for at, full in ((300.0, False), (END, True), (300.0, False), (0.0, True)):
            await scroll(screen, at)
            assert screen.says("Show what I learned") == full
            assert (screen.find("capture").tooltip == "Show what I learned") != full
        await scroll(screen, 300.0)
        await screen.go("/goals")
        assert screen.says("Show what I learned")
        await screen.tap("capture")
        assert screen.name == "capture"


async def test_nothing_is_told_of_scrolling_where_no_button_floats() -> None:
    async with app_of(await worlds.learner(), "/today", TABLET) as screen:
        assert not [one for one in screen.walk() if isinstance(one, ft.Column) and one.on_scroll is not None]
