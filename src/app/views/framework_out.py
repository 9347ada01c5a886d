"""A framework as a file to hand on: made when it is asked for, then saved or sent."""

import flet as ft

from app.services.frameworks import FrameworkOut as File
from app.views.parts.buttons import flow, outlined, primary
from app.views.parts.component import component
from app.views.parts.notices import say
from app.views.parts.text import detail
from app.views.state import use_shared
from app.views.theme import Space
from app.words import _


@component
def FrameworkOut(rec: str, tick: int) -> ft.Control:
    """The way out for a framework; after a change in the library the file is made anew."""
    shared = use_shared()
    device, service = shared.device, shared.workspace.frameworks
    none: tuple[int, File] | None = None
    made, set_made = ft.use_state(none)
    file = made[1] if made is not None and made[0] == tick else None
    save = ft.use_memo(lambda: device.save_action(file.name, file.data) if file else None, [file])
    send = ft.use_memo(lambda: device.share_action(file.name, file.data) if file else None, [file])

    def make() -> None:
        set_made((tick, service.export(rec)))

    def saved() -> None:
        say(_("Saved"))

    if file is None:
        return ft.Row(
            [outlined(_("Hand on as a file"), make, "export-framework", icon=ft.Icons.OUTBOX_OUTLINED)]
        )
    ways: list[ft.Control] = [
        primary(_("Save the file"), saved, "save-framework", icon=ft.Icons.DOWNLOAD, action=save)
    ]
    if device.can_share:
        ways.append(outlined(_("Send it"), None, "send-framework", icon=ft.Icons.SEND_OUTLINED, action=send))
    return ft.Column(
        [detail(_("A CASE file, which other programs read, too.")), flow(ways)],
        spacing=Space.S,
    )
