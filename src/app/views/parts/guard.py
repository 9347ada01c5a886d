"""Taps that fail say so, in words, and the screen stays: flet would end the whole app on an error."""

import inspect
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar, cast, overload

import flet as ft

from app.sync.keeping import StorageFull, StorageLost
from app.words import _

Tap = Callable[[], None] | Callable[[], Awaitable[None]]
E = TypeVar("E")
ROOMY, COMPACT = 700, 480  # a window from this width on shows a short word so narrow, in its middle
logger = logging.getLogger(__name__)


@overload
def guarded(tap: Tap, failed: Callable[[], None] = ...) -> Tap: ...


@overload
def guarded(tap: Tap | None, failed: Callable[[], None] = ...) -> Tap | None: ...


def guarded(tap: Tap | None, failed: Callable[[], None] = lambda: None) -> Tap | None:
    """Returns a tap that calls `failed` and tells what happened instead of raising."""
    if tap is None:
        return None
    return _guarded_later(tap, failed) if inspect.iscoroutinefunction(tap) else _guarded_now(tap, failed)


def _guarded_now(tap: Tap, failed: Callable[[], None]) -> Callable[[], None]:
    def run() -> None:
        try:
            tap()
        except Exception as error:  # noqa: BLE001 - told to the person and the log
            failed()
            tell(error)

    return run


def _guarded_later(tap: Tap, failed: Callable[[], None]) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        try:
            await cast(Callable[[], Awaitable[None]], tap)()
        except Exception as error:  # noqa: BLE001 - told to the person and the log
            failed()
            tell(error)

    return run


def guarded_event(hear: Callable[[E], None]) -> Callable[[E], None]:
    """Returns what hears an event, a choice or a person's words, and tells where that failed."""

    def run(e: E) -> None:
        try:
            hear(e)
        except Exception as error:  # noqa: BLE001 - told to the person and the log
            tell(error)

    return run


def guarded_picked(picked: Callable[[E], Awaitable[None] | None]) -> Callable[[E], Awaitable[None]]:
    """Returns what takes picked files, at once or later, and tells where that failed."""

    async def run(files: E) -> None:
        try:
            waiting = picked(files)
            if waiting is not None:
                await waiting
        except Exception as error:  # noqa: BLE001 - told to the person and the log
            tell(error)

    return run


def tell(error: Exception) -> None:
    """Says what happened, what is safe and what to do; where no page is there any more, only the log."""
    logger.error("a tap failed", exc_info=error)
    try:
        page = ft.context.page
    except RuntimeError:
        return
    page.show_dialog(snack(trouble(error), seconds=10, close=True))


def why(error: Exception) -> str:
    """Returns what is at fault: "full" for no room, else "device"; for screens that say it themselves."""
    logger.error("not kept", exc_info=error)
    return "full" if isinstance(error, StorageFull) else "device"


def snack(
    text: str, *, seconds: int, action: ft.SnackBarAction | None = None, close: bool = False
) -> ft.SnackBar:
    """A short word that floats above what stands at the bottom: bar, button or footer.

    How far from the edges is the theme's to say, never a margin of its own: flutter keeps that of a bar that
    stands, so one made for a wide window left a thin strip in a turned one. A width gives way by itself.
    """
    roomy = float(ft.context.page.width or 0) >= ROOMY
    return ft.SnackBar(
        content=ft.Text(text),
        action=action or "",
        behavior=ft.SnackBarBehavior.FLOATING,
        width=COMPACT if roomy else None,
        duration=ft.Duration(seconds=seconds),
        persist=False,
        show_close_icon=close,
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
    return _("That did not work. What was saved before is safe. Try again.")
