"""Pickers, saving and sharing as client actions: they run inside the tap, which iOS insists on."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft
from flet.controls.client_action import shared_service

from app.services.ports import Picked

OnPicked = Callable[[Sequence[Picked]], Awaitable[None] | None]
JSON, TEXT = "application/json", "text/plain"


class SaveFile(ft.ClientAction):
    """Saves bytes as a file; a download in the browser."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__()
        args = {"file_name": name, "src_bytes": data, "file_type": ft.FilePickerFileType.ANY}
        self._bind(shared_service(ft.FilePicker), "save_file", args)


class ShareFileAction(ft.ClientAction):
    """Hands one file to the share sheet."""

    def __init__(self, name: str, data: bytes, mime: str) -> None:
        super().__init__()
        file = ft.ShareFile.from_bytes(data, mime_type=mime, name=name)
        self._bind(shared_service(ft.Share), "share_files", {"files": [file]})


def pick_photo(on_picked: OnPicked, *, with_data: bool = True) -> ft.ClientAction:
    """Opens camera or library for one photo; without data only its name comes."""
    return ft.PickFiles(_picker(on_picked), file_type=ft.FilePickerFileType.IMAGE, with_data=with_data)


def pick_files(on_picked: OnPicked, *, with_data: bool = True) -> ft.ClientAction:
    """Opens the file picker for any number of files; without data only their names come.

    It does not filter by extension: iOS greys out ``.json`` files that came by a messenger under
    another type, and the gate says in words what a wrong file is.
    """
    return ft.PickFiles(
        _picker(on_picked), file_type=ft.FilePickerFileType.ANY, allow_multiple=True, with_data=with_data
    )


def as_text_name(name: str) -> str:
    """Returns the name under which Chromium shares a JSON file: it lets only known types through."""
    return f"{name.removesuffix('.json')}.txt"


def _picker(on_picked: OnPicked) -> ft.FilePicker:
    async def picked(event: ft.FilePickerResultEvent) -> None:
        files = [Picked(file.name, file.bytes or b"") for file in event.files]
        waiting = on_picked(files)
        if waiting is not None:
            await waiting

    return ft.FilePicker(on_result=picked)
