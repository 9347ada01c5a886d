"""What stands above every screen where it applies: the sample, and a new version."""

from collections.abc import Callable

import flet as ft

from app.views.parts.component import Slot, component, use_slot
from app.views.parts.notices import banner
from app.views.state import use_nav, use_shared
from app.words import _


@component
def Top() -> ft.Control:
    """The strips above a screen; none most of the time."""
    shared, nav = use_shared(), use_nav()
    update, set_update = ft.use_state(False)
    leave: Slot[Callable[[], None] | None] = use_slot(None)

    def listen() -> None:
        leave.current = shared.device.on_update(lambda: set_update(True))

    ft.use_effect(listen, [], lambda: leave.current() if leave.current else None)

    async def update_now() -> None:
        shared.unsaved.save()
        await shared.device.apply_update()

    async def remove() -> None:
        await shared.workspace.remove_sample()
        nav.go(nav.home if shared.workspace.owner.role else "start")

    rows: list[ft.Control] = []
    if any(card.sample for card in shared.workspace.cards):
        rows.append(
            banner(
                _("These are sample books to look around in."),
                _("Remove them"),
                remove,
                "remove-sample",
                ft.Icons.SCIENCE_OUTLINED,
            )
        )
    if update:
        rows.append(
            banner(
                _("A new Ownway is ready."),
                _("Use it now"),
                update_now,
                "apply-update",
                ft.Icons.AUTO_AWESOME_OUTLINED,
            )
        )
    return ft.Column(rows, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
