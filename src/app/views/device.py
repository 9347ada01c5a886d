"""The port of the screens to the page and the operating system.

`app.device` satisfies it in the browser and natively, tests with a fake. Buttons that need the user's
gesture (pickers, share sheets: iOS opens them only inside the tap) take an **action**: an object for a
control's ``action=``, run by the client itself. Actions are made while a component renders (so inside
the page's context), once and kept by `ft.use_memo`; bytes they carry must be ready before the tap. The
button's ``on_click`` still fires, after the tap.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

import flet as ft

from app.services.ports import Picked, Platform, Protection, Sound

__all__ = ["Device", "OnPicked", "Picked", "Platform", "Protection"]

OnPicked = Callable[[Sequence[Picked]], Awaitable[None] | None]


class Device(Protocol):
    """What screens need of page and operating system. No call raises for a refusal: it says False."""

    @property
    def can_share(self) -> bool:
        """Whether a share sheet for files is there; where not, only saving is offered."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the system asks for (BCP 47), the first wanted first."""

    def on_leaving(self, callback: Callable[[], None]) -> None:
        """Calls back when the page or app is hidden or left: the last moment to save words."""

    async def set_language(self, language: str, direction: str) -> None:
        """Tells the page around the app its language and direction."""

    async def scale_text(self, scale: float) -> None:
        """Shows every word `scale` times as large as the person has set it on the device."""

    async def protection(self) -> Protection:
        """Returns what is true now. May be called often; must not prompt."""

    async def protect(self) -> bool:
        """Asks the browser to keep the data for good; returns whether it will."""

    async def install(self) -> bool:
        """Opens the browser's question to install, if there is one; returns whether it was taken."""

    def pick_photo_action(self, on_picked: OnPicked) -> ft.ClientAction:
        """Opens camera or library for one photo. `on_picked` gets no file where the person turned back."""

    def pick_files_action(self, on_picked: OnPicked) -> ft.ClientAction:
        """Opens the file picker for any number of Ownway files (.json, .txt)."""

    def save_action(self, name: str, data: bytes) -> ft.ClientAction:
        """Saves `data` as a file called `name` (a download in the browser)."""

    def share_action(self, name: str, data: bytes) -> ft.ClientAction:
        """Hands `data` to the share sheet; Chromium shares no ``.json``, so it goes as ``.txt`` there."""

    async def announce(self, text: str) -> None:
        """Tells screen readers something that changed on the screen."""

    async def speak(self, text: str, language: str) -> bool:
        """Reads `text` aloud instead of what is being read, "" only stops; False where there is no voice."""

    async def start_recording(self) -> str:
        """Begins to record a voice: ``recording``; or ``refused`` by the person, ``none`` where there is no
        microphone, ``unavailable`` where this device cannot."""

    async def stop_recording(self) -> Sound | None:
        """Ends the recording and returns it; None where nothing was recorded."""

    async def cancel_recording(self) -> None:
        """Lets the recording go."""

    async def play(self, data: bytes, mime: str) -> bool:
        """Plays a sound instead of what is being played, b"" only stops; False where it cannot be played."""

    def on_update(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Calls back when a new version of Ownway is ready; the returned function stops that."""

    async def apply_update(self) -> None:
        """Switches to the new version. The screen saves drafts and flushes before it calls this."""
