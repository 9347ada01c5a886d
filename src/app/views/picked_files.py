"""What a person chose to add: a file or a photo, kept or refused in words. The one place that judges it."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from app.services.portfolio import MOST_FILE_BYTES
from app.services.ports import Photos, Picked, Picture
from app.views.parts.component import use_slot
from app.views.parts.days import size_words
from app.views.parts.guard import guarded_picked
from app.views.parts.notices import say
from app.views.state import use_shared
from app.words import _

PHOTO_TROUBLES = ("empty", "too_large")
Take = Callable[[Picked], Awaitable[None]]
TakePhoto = Callable[[Picture], Awaitable[None]]


def file_trouble(file: Picked) -> str:
    """Returns why a file cannot be kept, in words; "" where it can.

    Its length is asked and not its bytes: of a very large file the page sends none.
    """
    if not file.length:
        return _("This file is empty. Choose another one.")
    if file.length > MOST_FILE_BYTES:
        most = size_words(MOST_FILE_BYTES)
        return _("This file is too big to keep here: at most {size}. Choose a part of it.").format(size=most)
    return ""


async def small_photo(photos: Photos, file: Picked) -> Picture | str:
    """Returns a chosen photo made small, or why not: ``empty``, ``too_large`` or ``photo`` for no photo."""
    if file.length > len(file.data):
        return "too_large"
    made = await photos.shrink(file.data)
    return made if isinstance(made, Picture) or made in PHOTO_TROUBLES else "photo"


def photo_trouble(code: str) -> str:
    """Returns why a photo cannot be kept, in words."""
    texts = {
        "empty": _("This file is empty. Choose another one."),
        "too_large": _("This photo is too large to open here"),
    }
    return texts.get(code, _("This is not a photo that can be shown here. Choose another one."))


def use_file_action(take: Take) -> ft.ClientAction:
    """Returns what opens the file picker; `take` gets a file that can be kept; else it is said why not."""
    device, latest = use_shared().device, use_slot(take)
    latest.current = take

    async def came(files: Sequence[Picked]) -> None:
        for file in files[:1]:
            trouble = file_trouble(file)
            if trouble:
                say(trouble)
            else:
                await latest.current(file)

    return ft.use_memo(lambda: device.pick_files_action(guarded_picked(came)), [])


def use_photo_action(take: TakePhoto) -> ft.ClientAction:
    """Returns what opens camera or library; `take` gets the photo made small, else it is said why not."""
    shared, latest = use_shared(), use_slot(take)
    latest.current = take

    async def came(files: Sequence[Picked]) -> None:
        for file in files[:1]:
            made = await small_photo(shared.workspace.photos, file)
            if isinstance(made, str):
                say(photo_trouble(made))
            else:
                await latest.current(made)

    return ft.use_memo(lambda: shared.device.pick_photo_action(guarded_picked(came)), [])
