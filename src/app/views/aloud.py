"""Reading aloud: a button that speaks, and the truth where the device has no voice."""

import flet as ft

from app.views.parts.buttons import icon_button, outlined
from app.views.parts.component import component
from app.views.parts.notices import note, say
from app.views.state import use_shared
from app.views.theme import MAIN, Space
from app.words import _, language


@component
def Aloud(text: str, identifier: str = "aloud", *, big: bool = False, beside: bool = False) -> ft.Control:
    """A button that reads `text` aloud in the language of the app; `big` for those who need it, `beside` in
    a row with other words."""
    device = use_shared().device
    silent, set_silent = ft.use_state(False)
    mute = _("This device has no voice for this language. Ask somebody to read it to you.")

    async def speak() -> None:
        heard = await device.speak(text, language())
        if beside and not heard:
            say(mute)  # a row has no room for it
        else:
            set_silent(not heard)

    if big:
        button = outlined(_("Read it to me"), speak, identifier, icon=ft.Icons.VOLUME_UP_OUTLINED)
    else:
        icon, label = ft.Icons.VOLUME_UP_OUTLINED, _("Read it to me")
        button = icon_button(icon, label, speak, identifier, color=MAIN.ink)
    if not silent:
        return ft.Row([button], tight=True)
    return ft.Column(
        [ft.Row([button], tight=True), note(mute, ft.Icons.VOLUME_OFF_OUTLINED)], spacing=Space.XS
    )
