"""The root: the app where this tab has the books, and a plain word with "Use here" where it has not."""

import flet as ft

from app.views.app import App
from app.views.outside import Outside
from app.views.parts.buttons import Tap
from app.views.parts.frame import screen
from app.views.parts.states import failed, loading
from app.views.state import Shared
from app.views.theme import PAGE
from app.words import _


@ft.component
def Root(shared: Shared, outside: Outside) -> list[ft.View]:
    """Asks for the books, and gives them up when another tab wants them."""
    held, set_held = ft.use_state("asking")

    async def ask() -> None:
        outside.guard.on_wanted(let_go)
        set_held("here" if await outside.guard.acquire() else "elsewhere")

    async def let_go() -> None:
        outside.leaving()
        set_held("moved")
        await outside.workspace.close()

    async def use_here() -> None:
        set_held("asking")
        set_held("here" if await outside.guard.take_over() else "no answer")

    ft.use_effect(ask, [])
    if held == "here":
        return App(shared)
    return [ft.View(route="/", padding=0, bgcolor=PAGE, controls=[_elsewhere(held, use_here)])]


def _elsewhere(held: str, use_here: Tap) -> ft.Control:
    if held == "asking":
        return screen("opening", [loading(_("Opening your books…"))])
    title, what = _words(held)
    safe = _("Everything you wrote is saved on this device.")
    return screen("elsewhere", [failed(title, safe, what, retry=use_here, retry_label=_("Use here"))])


def _words(held: str) -> tuple[str, str]:
    if held == "no answer":
        return (
            _("The other tab does not answer"),
            _("Close the other tab or window with Ownway, then tap “Use here”."),
        )
    return (
        _("Ownway is open in another tab"),
        _("A book can be written in one place at a time. Go on there, or tap “Use here”."),
    )
