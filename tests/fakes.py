"""Stand-ins for what screens cannot have in a test: the page's device, a camera, a clock, chance.

Books and files are the real ones, over a folder in memory.
"""

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field

import flet as ft
from PIL import Image

from app.services.ports import Picked, Picture, Protection, Sound
from app.services.workspace import Workspace
from app.storage.blobs import FolderBlobs
from app.storage.memory import MemoryFolder
from app.storage.shelf import FolderShelf
from app.views.device import OnPicked
from app.views.state import Shared

HOUR, DAY = 3_600_000, 86_400_000
NOW = 1_795_082_400_000  # Thursday 19 November 2026, 10:00 UTC


@dataclass
class FakeWall:
    """A clock that stands still until it is moved."""

    now: int = NOW

    def __call__(self) -> int:
        return self.now


class FakePhotos:
    """Makes photos small with Pillow; what is no photo is refused."""

    async def shrink(self, data: bytes) -> Picture | str:
        try:
            with Image.open(io.BytesIO(data)) as opened:
                picture = opened.convert("RGB")
        except OSError:
            return "not a photo"
        picture.thumbnail((1280, 1280))
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=82)
        return Picture(out.getvalue(), "image/jpeg", *picture.size)


@dataclass
class Did(ft.ClientAction):
    """An action that a test runs by hand."""

    name: str = field(default="", metadata={"skip": True})
    data: bytes = field(default=b"", metadata={"skip": True})
    on_picked: OnPicked | None = field(default=None, metadata={"skip": True})


@dataclass(eq=False)
class FakeDevice:
    """A device whose answers a test sets."""

    can_share: bool = True
    state: Protection = field(default_factory=lambda: Protection(True, True, "android", False, 4_200_000_000))
    announced: list[str] = field(default_factory=list)
    updates: list[Callable[[], None]] = field(default_factory=list)
    fails: bool = False
    picking: OnPicked | None = None
    told: tuple[str, str] = ("", "")
    voice: bool = True
    spoken: list[str] = field(default_factory=list)

    async def speak(self, text: str, language: str) -> bool:
        self.spoken.append(text)
        return self.voice

    microphone: str = "recording"
    recorded: Sound | None = field(default_factory=lambda: Sound(b"voice" * 40, "audio/webm", 7))
    played: list[bytes] = field(default_factory=list)

    async def start_recording(self) -> str:
        return self.microphone

    async def stop_recording(self) -> Sound | None:
        return self.recorded

    async def cancel_recording(self) -> None:
        self.recorded = None

    async def play(self, data: bytes, mime: str) -> bool:
        self.played.append(data)
        return self.voice

    scales: list[float] = field(default_factory=list)

    async def scale_text(self, scale: float) -> None:
        self.scales.append(scale)

    async def set_language(self, language: str, direction: str) -> None:
        self.told = (language, direction)

    async def protection(self) -> Protection:
        if self.fails:
            raise OSError("no answer")
        return self.state

    async def protect(self) -> bool:
        self.state = Protection(True, self.state.installed, self.state.platform, False, self.state.free_bytes)
        return True

    async def install(self) -> bool:
        return True

    def pick_photo_action(self, on_picked: OnPicked) -> ft.ClientAction:
        return Did("photo", on_picked=on_picked)

    def pick_files_action(self, on_picked: OnPicked) -> ft.ClientAction:
        self.picking = on_picked
        return Did("files", on_picked=on_picked)

    def save_action(self, name: str, data: bytes) -> ft.ClientAction:
        return Did(name, data)

    def share_action(self, name: str, data: bytes) -> ft.ClientAction:
        return Did(name, data)

    async def announce(self, text: str) -> None:
        self.announced.append(text)

    def on_update(self, callback: Callable[[], None]) -> Callable[[], None]:
        self.updates.append(callback)
        return lambda: self.updates.remove(callback)

    async def apply_update(self) -> None:
        self.announced.append("updated")


def picked(name: str, data: bytes) -> Picked:
    """Returns a picked file."""
    return Picked(name, data)


def new_workspace(wall: FakeWall | None = None, seed: int = 1) -> Workspace:
    """Returns a workspace over memory; `open` it first."""
    chance = random.Random(seed)
    wall = wall or FakeWall()
    folder = MemoryFolder()
    shelf = FolderShelf(folder, wall, chance.getrandbits)
    return Workspace(shelf, FolderBlobs(MemoryFolder()), FakePhotos(), wall, chance.getrandbits)


def shared(workspace: Workspace, device: FakeDevice | None = None) -> Shared:
    """Returns what an app needs around it."""
    return Shared(workspace, device or FakeDevice())
