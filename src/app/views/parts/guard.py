"""Taps that fail say so, in words, and the screen stays: flet would end the whole app on an error."""

import inspect
import logging
from collections.abc import Awaitable, Callable
from typing import cast

import flet as ft

from app.sync.keeping import StorageFull, StorageLost
from app.words import _

Tap = Callable[[], None] | Callable[[], Awaitable[None]]
logger = logging.getLogger(__name__)


def guarded(tap: Tap | None) -> Tap | None:
    """Returns a tap that tells what happened instead of raising."""
    if tap is None:
        return None
    if inspect.iscoroutinefunction(tap):
        return _guarded_later(cast(Callable[[], Awaitable[None]], tap))

    def run() -> None:
        try:
            tap()
        except Exception as error:  # noqa: BLE001 - told to the person and the log
            tell(error)

    return run


def _guarded_later(tap: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        try:
            await tap()
        except Exception as error:  # noqa: BLE001 - told to the person and the log
            tell(error)

    return run


def guarded_words(keep: Callable[[str], None]) -> Callable[[str], None]:
    """Returns what keeps the words of a field, and tells where they could not be kept."""

    def run(words: str) -> None:
        try:
            keep(words)
        except Exception as error:  # noqa: BLE001 - told to the person and the log
            tell(error)

    return run


def tell(error: Exception) -> None:
    """Says what happened, what is safe and what to do."""
    logger.error("a tap failed", exc_info=error)
    ft.context.page.show_dialog(
        ft.SnackBar(
            content=ft.Text(trouble(error)),
            behavior=ft.SnackBarBehavior.FLOATING,
            duration=ft.Duration(seconds=10),
            persist=False,
            show_close_icon=True,
            shape=ft.RoundedRectangleBorder(radius=16),
        )
    )


def trouble(error: Exception) -> str:
    """Returns the sentence of an error."""
    if isinstance(error, StorageFull):
        return _(
            "There is no room left on this device, so this was not kept. Everything before it is safe. "
            "Make room, then try again."
        )
    if isinstance(error, StorageLost):
        return _(
            "This was not kept: the device cannot write to your books just now. Everything before it is "
            "safe. Close other tabs with Ownway and open it again."
        )
    return _("That did not work, and nothing was changed. Everything before it is safe. Try again.")
