"""Taps that fail say so, in words, and the screen stays: flet would end the whole app on an error."""

import inspect
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar, cast, overload

import flet as ft

from app.sync.keeping import StorageFull, StorageLost
from app.words import _, direction

Tap = Callable[[], None] | Callable[[], Awaitable[None]]
E = TypeVar("E")
ABOVE = 112  # higher than a footer with its line, or the floating button above the bar
SAID = "ownway.said"
ROOMY, DESKTOP = 700, 1100  # a window's width from which a short word stands compact; has the wide side menu
COMPACT, LOW = 480, 88  # how wide it is then, and how high on a desktop: above a footer's buttons
MENU, WIDE_MENU = 96, 248
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
    """A short word that floats above what stands at the bottom: bar, button or footer."""
    bar = ft.SnackBar(
        content=ft.Text(text),
        action=action or "",
        behavior=ft.SnackBarBehavior.FLOATING,
        margin=_around(float(ft.context.page.width or 0)),
        duration=ft.Duration(seconds=seconds),
        persist=False,
        show_close_icon=close,
        shape=ft.RoundedRectangleBorder(radius=16),
    )
    ft.context.page.session.store.set(SAID, bar)
    return bar


def refit(page: ft.Page, width: float) -> None:
    """Fits the short word that still stands into a window of another width: a device was turned."""
    bar = page.session.store.get(SAID)
    if isinstance(bar, ft.SnackBar) and bar.open:
        bar.margin = _around(width)
        bar.update()


def _around(window: float) -> ft.Margin:
    """Returns what leaves a narrow bar in the middle beside the side menu, in a narrow window one from
    edge to edge."""
    if window < ROOMY:
        return ft.Margin.only(left=16, right=16, bottom=ABOVE)
    wide = window >= DESKTOP
    menu = WIDE_MENU if wide else MENU
    beside = (window - menu - COMPACT) / 2
    start, end = menu + beside, beside
    left, right = (end, start) if direction() == "rtl" else (start, end)
    return ft.Margin.only(left=left, right=right, bottom=LOW if wide else ABOVE)


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
