"""Devices in memory: the real services over the real storage, with a clock and chance of their own."""

import random
from dataclasses import dataclass, field

from app.services.ports import Picture
from app.services.workspace import OpenBook, Workspace
from app.storage.blobs import FolderBlobs
from app.storage.memory import MemoryFolder
from app.storage.shelf import FolderShelf

PICTURE = Picture(b"\xff\xd8\xff" + b"small photo" * 30, "image/jpeg", 640, 480)


class NoPhotos:
    """Photos for tests that show none."""

    async def shrink(self, data: bytes) -> Picture | str:
        return PICTURE if data else "empty"


@dataclass
class Clock:
    """A wall clock that moves on by a second each time it is read, and by days when told."""

    ms: int = 1_760_000_000_000

    def __call__(self) -> int:
        self.ms += 1000
        return self.ms

    def days(self, days: int) -> None:
        self.ms += days * 86_400_000


@dataclass
class DeviceUnderTest:
    """One device. `restart` closes it and opens what is on its files anew."""

    seed: int
    folder: MemoryFolder = field(default_factory=MemoryFolder)
    clock: Clock = field(default_factory=Clock)
    workspace: Workspace = field(init=False)

    async def start(self) -> Workspace:
        bits = random.Random(self.seed).getrandbits
        self.seed += 1000
        shelf = FolderShelf(self.folder, self.clock, bits)
        blobs = FolderBlobs(await self.folder.folder("blobs"))
        self.workspace = Workspace(shelf, blobs, NoPhotos(), self.clock, bits)
        await self.workspace.open()
        return self.workspace

    async def restart(self) -> Workspace:
        await self.workspace.close()
        return await self.start()

    async def own(self) -> OpenBook:
        card = self.workspace.own_card
        assert card is not None
        return await self.workspace.open_book(card.id)


async def device(seed: int, role: str, name: str) -> DeviceUnderTest:
    """A device that somebody has begun to use."""
    made = DeviceUnderTest(seed)
    workspace = await made.start()
    await workspace.begin(role, name, "paw")  # type: ignore[arg-type]
    return made


async def hand_over(giver: DeviceUnderTest, space: str, taker: DeviceUnderTest) -> bytes:
    """One device's book goes to another by file, looked at and taken in."""
    book = (await giver.workspace.open_book(space)).book
    file = await giver.workspace.share.export(book)
    giver.workspace.share.handed_over(book, file)
    intakes = await taker.workspace.share.look_all(file.name, file.data)
    assert all(intake.refusal is None for intake in intakes), intakes
    await taker.workspace.share.take_in(intakes)
    return file.data
