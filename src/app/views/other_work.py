"""A piece that is a voice or a file: to listen to, or to save where other apps open it."""

import flet as ft

from app.domain.models import Artefact
from app.views.parts.buttons import outlined
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.days import size_words
from app.views.parts.marks import disc
from app.views.parts.text import detail, strong
from app.views.sound import Player
from app.views.state import use_book, use_loaded, use_shared
from app.views.theme import SKY, Space
from app.words import _


@component
def OtherWork(artefact: Artefact) -> ft.Control:
    """What is neither photo, words nor link."""
    book = use_book()
    if artefact.kind == "audio" and artefact.blob is not None:

        async def load() -> bytes | None:
            return await book.portfolio.photo(artefact)

        return keyed(artefact.blob.sha256, Player, load, artefact.blob.mime, "", artefact.id)
    return keyed("file", _File, artefact)


@component
def _File(artefact: Artefact) -> ft.Control:
    book = use_book()
    blob = artefact.blob
    loaded, _again = use_loaded(lambda: book.portfolio.photo(artefact), blob.sha256 if blob else "")
    name = (blob.name if blob else "") or _("A file")
    if loaded.value is not None:
        end: ft.Control = keyed("save", _Save, name, loaded.value)
        said = size_words(len(loaded.value))
    else:
        end = ft.Container(visible=False)
        said = _("One moment…") if loaded.state == "loading" else _("The file is still to come")
    words: list[ft.Control] = [strong(name), detail(said)]
    row = ft.Row(
        [disc(ft.Icons.ATTACH_FILE, SKY), ft.Column(words, spacing=2, expand=True), end], spacing=Space.M
    )
    return card(row, pad=Space.M)


@component
def _Save(name: str, data: bytes) -> ft.Control:
    device = use_shared().device
    action = ft.use_memo(lambda: device.save_action(name, data), [name, len(data)])
    return outlined(_("Save"), None, "save-file", icon=ft.Icons.DOWNLOAD, action=action)
