"""A piece that is a voice or a file: to listen to, or to save where other apps open it."""

import flet as ft

from app.domain.models import Artefact
from app.views.kept_file import KeptFile
from app.views.parts.component import component, keyed
from app.views.sound import Player
from app.views.state import use_book
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
    book, blob = use_book(), artefact.blob

    async def load() -> bytes | None:
        return await book.portfolio.photo(artefact)

    name = (blob.name if blob else "") or _("A file")
    return keyed("kept", KeptFile, name, blob.sha256 if blob else "", load, "save-file")
