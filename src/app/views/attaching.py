"""What is shown: a photo, a voice or a file, one at a time, with a way to change it."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from app.services.portfolio import MOST_FILE_BYTES, Attachment, mime_of
from app.services.ports import Picture, Sound
from app.views.device import OnPicked, Picked
from app.views.drafting import Attached
from app.views.parts.buttons import flow, link, outlined
from app.views.parts.cards import card
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.days import size_words
from app.views.parts.guard import guarded_picked
from app.views.parts.marks import disc
from app.views.parts.notices import say
from app.views.parts.text import detail, strong
from app.views.photo_place import PhotoPlace
from app.views.sound import Player, Recorder, clock
from app.views.state import use_shared
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
    device = use_shared().device
    latest = use_slot(attach)
    latest.current = attach

    async def came(files: Sequence[Picked]) -> None:
        if not files:
            return
        file = files[0]
        if not file.length:
            say(_("This file is empty. Choose another one."))
        elif file.length > MOST_FILE_BYTES:
            most = size_words(MOST_FILE_BYTES)
            say(_("This file is too big to keep here: at most {size}. Show a part of it.").format(size=most))
        else:
            await latest.current(Attachment("file", file.data, mime_of("", file.name), file.name), 0)

    action = ft.use_memo(lambda: device.pick_files_action(guarded_picked(came)), [])
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
