"""The device in a browser: what the page and its storage can say and do."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn, cast

import flet as ft
import js

from app.device import actions
from app.device.bridge import Bridge
from app.services.ports import Picked, Platform, Protection, Sound

MOST_PICKED = 128 * 1024 * 1024
HELD_FROM = 256 * 1024
STAND_IN = b"held by the page"
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
        return actions.pick_photo(self._directly(on_picked), with_data=False)

    def pick_files_action(self, on_picked: actions.OnPicked) -> ft.ClientAction:
        """Opens the file picker."""
        return actions.pick_files(self._directly(on_picked), with_data=False)

    def save_action(self, name: str, data: bytes) -> ft.ClientAction:
        """Downloads a file."""
        return actions.SaveFile(name, self._handed(name, data, "application/octet-stream"))

    def share_action(self, name: str, data: bytes) -> ft.ClientAction:
        """Hands a file to the share sheet, as text where the browser shares no JSON."""
        shared = actions.as_text_name(name)
        return actions.ShareFileAction(shared, self._handed(shared, data, actions.TEXT), actions.TEXT)

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

    async def scale_text(self, scale: float) -> None:
        """Scales the root's letters, from which the renderer takes the size of all words."""
        await self._bridge.call("scale_text", {"scale": scale})

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

    def _directly(self, on_picked: actions.OnPicked) -> actions.OnPicked:
        """Returns what takes chosen files' names from the client, and hands on the files themselves, which
        come from the page at once."""

        async def came(names: Sequence[Picked]) -> None:
            waiting = on_picked(await self._read(len(names)) if names else ())
            if waiting is not None:
                await waiting

        return came

    async def _read(self, count: int) -> Sequence[Picked]:
        """Returns the files that were chosen last, where the page has so many."""
        try:
            found = await self._bridge.call("picked", {"most": MOST_PICKED})
        except OSError as fault:
            return Unread(fault)
        if len(found) != count:
            return Unread(OSError(f"{count} files were chosen, the page has {len(found)}"))
        return [_picked(one) for one in found]

    def _handed(self, name: str, data: bytes, mime: str) -> bytes:
        """Returns what the client needs of a file that it will save or share: of a large one a stand-in,
        because the page then has the file itself, before anybody can tap."""
        if len(data) < HELD_FROM:
            return data
        self._bridge.send("hold", {"name": name, "type": mime, "bytes": data})
        return STAND_IN


class Unread(Sequence[Picked]):
    """Chosen files that could not be read: who looks at them gets the fault, and can tell it."""

    def __init__(self, fault: OSError) -> None:
        self._fault = fault

    def __len__(self) -> int:
        raise self._fault

    def __getitem__(self, place: object) -> NoReturn:
        raise self._fault


def _picked(file: Mapping[str, Any]) -> Picked:
    return Picked(file["name"], _bytes(file["bytes"]), int(file["size"]))


def _bytes(value: Any) -> bytes:
    """Returns the bytes that the page sent, b"" where it sent none."""
    return bytes(value) if isinstance(value, bytes | bytearray | memoryview) else b""


async def _free_bytes() -> int | None:
    estimate = await cast("Any", js).navigator.storage.estimate()
    quota, usage = getattr(estimate, "quota", None), getattr(estimate, "usage", None)
    return None if quota is None or usage is None else max(0, int(quota) - int(usage))
