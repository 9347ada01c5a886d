"""The device as a native app: its files are its own, and nothing evicts them."""

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import flet as ft

from app.device import actions
from app.services.ports import Platform, Protection, Sound


class NativeDevice:
    """What screens need of the operating system. `home` is the folder the books lie in."""

    can_share = True

    def __init__(self, page: ft.Page, home: Path) -> None:
        self._page, self._home = page, home

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the system asks for."""
        locales = self._page.locale_configuration
        current = locales.current_locale if locales else None
        return (current.language_code,) if current and current.language_code else ()

    async def protection(self) -> Protection:
        """A native app's files stay until it is removed."""
        platforms: dict[ft.PagePlatform | None, Platform] = {
            ft.PagePlatform.IOS: "ios",
            ft.PagePlatform.ANDROID: "android",
        }
        free = shutil.disk_usage(self._home).free
        return Protection(True, True, platforms.get(self._page.platform, "desktop"), free_bytes=free)

    async def protect(self) -> bool:
        """Nothing to ask for."""
        return True

    async def install(self) -> bool:
        """It is installed."""
        return True

    def pick_photo_action(self, on_picked: actions.OnPicked) -> ft.ClientAction:
        """Opens camera or library for one photo."""
        return actions.pick_photo(on_picked)

    def pick_files_action(self, on_picked: actions.OnPicked) -> ft.ClientAction:
        """Opens the file picker."""
        return actions.pick_files(on_picked)

    def save_action(self, name: str, data: bytes) -> ft.ClientAction:
        """Opens the system's save dialog."""
        return actions.SaveFile(name, data)

    def share_action(self, name: str, data: bytes) -> ft.ClientAction:
        """Opens the share sheet."""
        return actions.ShareFileAction(name, data, actions.JSON)

    async def announce(self, text: str) -> None:
        """Tells screen readers something."""
        await ft.SemanticsService().announce_message(text)

    def on_update(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Updates come through the store: never calls back."""
        return lambda: None

    async def apply_update(self) -> None:
        """Updates come through the store."""

    async def set_language(self, language: str, direction: str) -> None:
        """There is no page around the app."""

    async def scale_text(self, scale: float) -> None:
        """The system's own setting for large text acts on the native app; it is not moved from within."""

    async def speak(self, text: str, language: str) -> bool:
        """The native app has no voice of its own yet: the system's screen reader has."""
        return False

    async def start_recording(self) -> str:
        """The native app records no sound yet; a file from the system's recorder can be added."""
        return "unavailable"

    async def stop_recording(self) -> Sound | None:
        """There is no recording to end."""
        return None

    async def cancel_recording(self) -> None:
        """There is no recording to let go."""

    async def play(self, data: bytes, mime: str) -> bool:
        """The native app plays no sound yet."""
        return False

    def on_leaving(self, callback: Callable[[], None]) -> None:
        """Calls back when the app goes to the background."""

        def changed(event: ft.AppLifecycleStateChangeEvent) -> None:
            if event.state in (ft.AppLifecycleState.HIDE, ft.AppLifecycleState.PAUSE):
                callback()

        self._page.on_app_lifecycle_state_change = changed


class NoGuard:
    """A native app is the only one of itself."""

    async def acquire(self) -> bool:
        """Always."""
        return True

    async def take_over(self) -> bool:
        """Always."""
        return True

    def on_wanted(self, let_go: Callable[[], Awaitable[None]]) -> None:
        """Nobody else can want them."""

    def release(self) -> None:
        """Nothing to let go."""
