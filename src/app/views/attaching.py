"""What is shown: a photo, a voice or a file, one at a time, with a way to change it."""

from collections.abc import Awaitable, Callable

import flet as ft

from app.services.portfolio import Attachment, mime_of
from app.services.ports import Picture, Sound
from app.views.device import OnPicked, Picked
from app.views.draft_held import Attached
from app.views.parts.buttons import flow, link, outlined
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.days import size_words
from app.views.parts.marks import disc
from app.views.parts.text import detail, strong
from app.views.photo_place import PhotoPlace
from app.views.picked_files import use_file_action
from app.views.sound import Player, Recorder, clock
from app.views.theme import SKY, Space
from app.words import _

Attach = Callable[[Attachment, int], Awaitable[None]]


@component
def Showing(
    picture: Picture | None,
    attached: Attached | None,
    picked: OnPicked,
    attach: Attach,
    drop: Callable[[], None],
) -> ft.Control:
    """The place for what is shown. `picked` gets a photo's file, `attach` a voice or another file."""
    if attached is not None:
        return keyed("attached", _Attached, attached, drop)
    rows: list[ft.Control] = [keyed("photo", PhotoPlace, picture, picked, drop)]
    if picture is None:

        async def spoken(sound: Sound) -> None:
            mime = mime_of(sound.mime, "")
            await attach(Attachment("audio", sound.data, mime), sound.seconds)

        rows.append(flow([keyed("voice", Recorder, spoken), keyed("file", _PickFile, attach)]))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _PickFile(attach: Attach) -> ft.Control:
    """Any other file, kept as it is."""

    async def take(file: Picked) -> None:
        await attach(Attachment("file", file.data, mime_of("", file.name), file.name), 0)

    action = use_file_action(take)
    return outlined(_("Add a file"), None, "pick-file", icon=ft.Icons.ATTACH_FILE, action=action)


@component
def _Attached(now: Attached, drop: Callable[[], None]) -> ft.Control:
    one = now.attachment
    if one.kind == "audio":

        async def load() -> bytes | None:
            return one.data

        shown: ft.Control = keyed("player", Player, load, one.mime, clock(now.seconds), "new")
        word = _("Without the voice")
    else:
        words: list[ft.Control] = [strong(one.name or _("A file")), detail(size_words(len(one.data)))]
        row = ft.Row(
            [disc(ft.Icons.ATTACH_FILE, SKY), ft.Column(words, spacing=2, expand=True)], spacing=Space.M
        )
        shown, word = card(row, pad=Space.M), _("Without the file")
    return ft.Column(
        [shown, ft.Row([link(word, drop, "drop-attached")])],
        spacing=Space.S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
