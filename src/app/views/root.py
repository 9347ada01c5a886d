"""The root: the app where this tab has the books, and a plain word with "Use here" where it has not."""

import asyncio
import logging
from collections.abc import Callable
from typing import Literal, cast

import flet as ft

from app.services.workspace import Workspace
from app.views.app import App
from app.views.outside import Outside
from app.views.parts.buttons import Tap
from app.views.parts.component import Slot, use_slot
from app.views.parts.frame import screen
from app.views.parts.inward import inward
from app.views.parts.states import failed, loading
from app.views.state import Shared
from app.views.theme import DARK, LIGHT, PAGE, theme_of
from app.words import _, direction, language

logger = logging.getLogger(__name__)
DRAW_S = 0.05  # for the screens of the books to go before the books do
Held = Literal["here", "elsewhere", "moved", "asking", "no answer", "failed"]


@ft.component
def Root(shared: Shared, outside: Outside, first: Held) -> list[ft.View]:
    """Draws the app while this tab has the books, and gives them up when another tab wants them."""
    held, set_held = ft.use_state(first)
    give_up: Slot[Callable[[], None]] = use_slot(lambda: None)

    def moved() -> None:
        outside.leaving()
        set_held("moved")

    async def let_go() -> None:
        give_up.current()
        await asyncio.sleep(DRAW_S)
        try:
            await outside.workspace.close()
        except Exception:
            logger.exception("the books were not closed well")

    async def use_here() -> None:
        locked = held == "failed"  # the books did not open, but they are this tab's already
        set_held("asking")
        if not locked and not await outside.guard.take_over():
            set_held("no answer")
            return
        set_held(await open_books(outside.workspace))

    def listen() -> None:
        give_up.current = inward(moved)  # another tab's wish comes from the browser
        outside.on_leave.append(shared.unsaved.save)
        outside.guard.on_wanted(let_go)

    ft.use_effect(listen, [])
    if held == "here":
        return App(shared)
    _dress(ft.context.page)
    return [ft.View(route="/", padding=0, bgcolor=PAGE, controls=[_elsewhere(cast("Held", held), use_here)])]


async def open_books(workspace: Workspace) -> Held:
    """Opens the books; whatever is wrong with them ends in a screen that says so."""
    try:
        await workspace.open()
    except Exception:
        logger.exception("the books did not open")
        return "failed"
    return "here"


def _dress(page: ft.Page) -> None:
    page.theme, page.dark_theme = theme_of(LIGHT, language()), theme_of(DARK, language())
    page.rtl = direction() == "rtl"


def _elsewhere(held: Held, use_here: Tap) -> ft.Control:
    if held == "asking":
        return screen("opening", [loading(_("Opening your books…"))])
    title, what, label = _words(held)
    safe = _("Everything you wrote is saved on this device.")
    return screen("elsewhere", [failed(title, safe, what, retry=use_here, retry_label=label)])


def _words(held: Held) -> tuple[str, str, str]:
    if held == "failed":
        return (
            _("Ownway could not open its books"),
            _("Close other tabs with Ownway, then try again. If it stays so, load this page anew."),
            _("Try again"),
        )
    if held == "no answer":
        return (
            _("The other tab does not answer"),
            _("Close the other tab or window with Ownway, then tap “Use here”."),
            _("Use here"),
        )
    return (
        _("Ownway is open in another tab"),
        _("A book can be written in one place at a time. Go on there, or tap “Use here”."),
        _("Use here"),
    )
