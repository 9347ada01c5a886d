"""A file that is kept beside the book: fetched, then to be saved where other apps open it."""

from collections.abc import Awaitable, Callable

import flet as ft

from app.views.parts.buttons import link, outlined
from app.views.parts.cards import card, lines, row
from app.views.parts.component import component, keyed
from app.views.parts.days import size_words
from app.views.parts.marks import disc
from app.views.state import use_loaded, use_shared
from app.views.theme import SKY, Space
from app.words import _


@component
def KeptFile(name: str, key: str, load: Callable[[], Awaitable[bytes | None]], save: str) -> ft.Control:
    """One file in a row. ``load`` gives its bytes (None: still to come), ``key`` says which they are and
    ``save`` names the button. What could not be read is not told as still to come: it is here."""
    loaded, again = use_loaded(load, key)
    end: ft.Control = ft.Container(visible=False)
    if loaded.value is not None:
        said = size_words(len(loaded.value))
        end = keyed("save", _Save, name, loaded.value, save)
    elif loaded.state == "failed":
        said = _("The file could not be read just now. It is safe.")
        end = link(_("Try again"), again, f"again-{save}", icon=ft.Icons.REFRESH)
    else:
        said = _("One moment…") if loaded.state == "loading" else _("The file is still to come")
    return card(row(disc(ft.Icons.ATTACH_FILE, SKY), lines(name, said), end), pad=Space.M)


@component
def _Save(name: str, data: bytes, identifier: str) -> ft.Control:
    device = use_shared().device
    action = ft.use_memo(lambda: device.save_action(name, data), [name, len(data)])
    return outlined(_("Save"), None, identifier, icon=ft.Icons.DOWNLOAD, action=action)
