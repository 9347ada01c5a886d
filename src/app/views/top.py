"""What stands above every screen where it applies: the sample, and a new version."""

from collections.abc import Callable

import flet as ft

from app.views.parts.buttons import Tap, link, outlined, primary
from app.views.parts.component import Slot, component, use_slot
from app.views.parts.guard import guarded
from app.views.parts.inward import inward
from app.views.parts.notices import banner
from app.views.parts.text import body, heading
from app.views.state import use_big_text, use_nav, use_shared
from app.views.theme import AMBER
from app.words import _


@component
def Top() -> ft.Control:
    """The strips above a screen; none most of the time."""
    shared, nav, big = use_shared(), use_nav(), use_big_text()
    update, set_update = ft.use_state(False)
    asking, set_asking = ft.use_state(False)
    leave: Slot[Callable[[], None] | None] = use_slot(None)

    def listen() -> None:
        leave.current = shared.device.on_update(inward(lambda: set_update(True)))

    ft.use_effect(listen, [], lambda: leave.current() if leave.current else None)

    async def update_now() -> None:
        shared.unsaved.save()
        await shared.device.apply_update()

    async def remove() -> None:
        set_asking(False)
        await shared.workspace.remove_sample()
        nav.go(nav.home if shared.workspace.owner.role else "start")

    async def ask() -> None:
        if await shared.workspace.sample_touched():
            set_asking(True)
        else:
            await remove()

    def save() -> None:
        set_asking(False)
        nav.go("share")

    ft.use_dialog(_sure(remove, save, lambda: set_asking(False)) if asking else None)
    rows: list[ft.Control] = []
    if any(card.sample for card in shared.workspace.cards):
        rows.append(
            banner(
                "" if big else _("These are sample books to look around in."),
                _("Remove the sample books") if big else _("Remove them"),
                ask,
                "remove-sample",
                ft.Icons.SCIENCE_OUTLINED,
            )
        )
    if update:
        rows.append(
            banner(
                "" if big else _("A new Ownway is ready."),
                _("Use the new Ownway") if big else _("Use it now"),
                update_now,
                "apply-update",
                ft.Icons.AUTO_AWESOME_OUTLINED,
            )
        )
    return ft.Column(rows, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _sure(remove: Tap, save: Tap, stay: Tap) -> ft.AlertDialog:
    """Asks before words that somebody wrote in a sample book go with it."""
    return ft.AlertDialog(
        title=heading(_("Remove the sample books?")),
        content=body(
            _("Something was written in them on this device. It goes with them, unless you save it.")
        ),
        actions=[
            link(_("Not now"), stay, "keep-sample"),
            outlined(_("Save a file first"), save, "save-sample", icon=ft.Icons.SAVE_ALT),
            primary(_("Remove them"), remove, "remove-sample-now", tone=AMBER),
        ],
        on_dismiss=guarded(stay),
        scrollable=True,
    )
