"""The device in a browser: what the page and its storage can say and do."""

from collections.abc import Callable
from typing import Any, cast

import flet as ft
import js

from app.device import actions
from app.device.bridge import Bridge
from app.services.ports import Platform, Protection, Sound

PLATFORMS: tuple[Platform, ...] = ("ios", "android", "desktop")


class BrowserDevice:
    """What screens need of the page; made by `open`, which asks the page what it is."""

    def __init__(self, bridge: Bridge, facts: dict[str, Any]) -> None:
        self._bridge, self._facts = bridge, facts
        self._updates: list[Callable[[], None]] = []
        self._update_ready = False
        bridge.on("update", self._heard_of_update)

    @classmethod
    async def open(cls, bridge: Bridge) -> "BrowserDevice":
        """Asks the page what it is."""
        return cls(bridge, await bridge.call("describe"))

    @property
    def can_share(self) -> bool:
        """Whether the browser shares files."""
        return bool(self._facts.get("can_share_files"))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the browser asks for, the first wanted first."""
        return tuple(self._facts.get("languages", ()))

    async def protection(self) -> Protection:
        """Returns what is true now; never prompts."""
        facts = self._facts = await self._bridge.call("describe")
        platform = facts.get("platform")
        return Protection(
            protected=bool(await self._bridge.call("persisted")),
            installed=bool(facts.get("installed")),
            platform=platform if platform in PLATFORMS else "desktop",
            can_install=bool(facts.get("can_install")),
            free_bytes=await _free_bytes(),
        )

    async def protect(self) -> bool:
        """Asks the browser to keep the data for good."""
        return bool(await self._bridge.call("persist"))

    async def install(self) -> bool:
        """Opens the browser's question to install."""
        return bool(await self._bridge.call("install") == "accepted")

    def pick_photo_action(self, on_picked: actions.OnPicked) -> ft.ClientAction:
        """Opens camera or library for one photo."""
        return actions.pick_photo(on_picked)

    def pick_files_action(self, on_picked: actions.OnPicked) -> ft.ClientAction:
        """Opens the file picker."""
        return actions.pick_files(on_picked)

    def save_action(self, name: str, data: bytes) -> ft.ClientAction:
        """Downloads a file."""
        return actions.SaveFile(name, data)

    def share_action(self, name: str, data: bytes) -> ft.ClientAction:
        """Hands a file to the share sheet, as text where the browser shares no JSON."""
        return actions.ShareFileAction(actions.as_text_name(name), data, actions.TEXT)

    async def announce(self, text: str) -> None:
        """Tells screen readers something."""
        await ft.SemanticsService().announce_message(text)

    def on_update(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Calls back when a new version is ready, at once if it is already."""
        self._updates.append(callback)
        if self._update_ready:
            callback()

        def leave() -> None:
            if callback in self._updates:
                self._updates.remove(callback)

        return leave

    async def apply_update(self) -> None:
        """Switches to the new version; the page then loads anew."""
        await self._bridge.call("apply_update")

    async def set_language(self, language: str, direction: str) -> None:
        """Tells the page its language and direction, for its own title and for screen readers."""
        await self._bridge.call("set_language", {"language": language, "direction": direction})

    async def speak(self, text: str, language: str) -> bool:
        """Reads a text aloud; False where the browser has no voice for the language."""
        return bool(await self._bridge.call("speak", {"text": text, "language": language}) == "speaking")

    async def start_recording(self) -> str:
        """Begins to record; returns ``recording``, or why not."""
        return str(await self._bridge.call("record_start"))

    async def stop_recording(self) -> Sound | None:
        """Ends a recording and returns it."""
        found = await self._bridge.call("record_stop")
        if not isinstance(found, dict):
            return None
        data = bytes(found["bytes"])
        return Sound(data, str(found["type"]), int(found["seconds"])) if data else None

    async def cancel_recording(self) -> None:
        """Lets a recording go."""
        await self._bridge.call("record_cancel")

    async def play(self, data: bytes, mime: str) -> bool:
        """Plays a sound; without bytes it only stops."""
        return bool(await self._bridge.call("play", {"bytes": data, "type": mime}))

    def on_leaving(self, callback: Callable[[], None]) -> None:
        """Calls back when the page is hidden or left: the last moment to save words."""
        self._bridge.on("leaving", lambda _: callback())

    def _heard_of_update(self, state: Any) -> None:
        self._update_ready = state == "ready"
        if self._update_ready:
            for callback in tuple(self._updates):
                callback()


async def _free_bytes() -> int | None:
    estimate = await cast("Any", js).navigator.storage.estimate()
    quota, usage = getattr(estimate, "quota", None), getattr(estimate, "usage", None)
    return None if quota is None or usage is None else max(0, int(quota) - int(usage))
