"""Blobs: what comes out is what went in, or nothing."""

import asyncio
import hashlib
from collections.abc import Callable

import pytest

from app.storage.blobs import FolderBlobs
from app.storage.memory import MemoryFolder
from app.sync.keeping import StorageFull
from tests.storage.workbench import Faults, FaultyFolder

PHOTO = bytes(range(256)) * 8
NAME = hashlib.sha256(PHOTO).hexdigest()


async def test_a_blob_is_kept_by_its_hash() -> None:
    folder = MemoryFolder()
    blobs = FolderBlobs(folder)
    assert not await blobs.has(NAME)
    assert await blobs.get(NAME) is None
    assert await blobs.put(PHOTO) == NAME
    assert await blobs.put(PHOTO) == NAME
    assert await blobs.has(NAME)
    folder.crash()
    assert await FolderBlobs(folder).get(NAME) == PHOTO
    assert await folder.names() == [NAME]


async def test_a_blob_can_be_removed_and_kept_again() -> None:
    blobs = FolderBlobs(MemoryFolder())
    await blobs.put(PHOTO)
    await blobs.remove(NAME)
    await blobs.remove(NAME)
    assert not await blobs.has(NAME)
    assert await blobs.get(NAME) is None
    await blobs.put(PHOTO)
    assert await blobs.get(NAME) == PHOTO


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: b"", lambda data: b"x" + data[1:]])
async def test_a_spoiled_blob_counts_as_absent_and_is_written_anew(spoil: Callable[[bytes], bytes]) -> None:
    folder = MemoryFolder()
    folder.put(NAME, spoil(PHOTO))
    blobs = FolderBlobs(folder)
    assert not await blobs.has(NAME)
    assert await blobs.get(NAME) is None
    assert await blobs.put(PHOTO) == NAME
    assert await blobs.get(NAME) == PHOTO


async def test_a_power_cut_at_any_byte_leaves_the_blob_whole_or_absent() -> None:
    for kept in range(0, len(PHOTO) + 1, 64):
        folder = MemoryFolder()
        file = await folder.open(NAME)
        file.write(0, PHOTO)
        folder.crash(kept)
        found = await FolderBlobs(folder).get(NAME)
        assert found == (PHOTO if kept == len(PHOTO) else None)


async def test_no_path_can_be_made_of_a_name() -> None:
    folder = MemoryFolder()
    folder.put("journal", b"secret")
    blobs = FolderBlobs(folder)
    for name in ("journal", "../journal", "", "A" * 64):
        assert await blobs.get(name) is None
        assert not await blobs.has(name)
        await blobs.remove(name)
    assert folder.bytes_of("journal") == b"secret"


async def test_a_full_device_keeps_nothing_of_the_photo() -> None:
    folder = MemoryFolder()
    blobs = FolderBlobs(FaultyFolder(folder, Faults(4, StorageFull)))
    with pytest.raises(StorageFull):
        await blobs.put(PHOTO)
    assert await folder.names() == []
    assert not await blobs.has(NAME)


async def test_calls_at_the_same_time_do_not_meet() -> None:
    blobs = FolderBlobs(MemoryFolder())
    assert await asyncio.gather(blobs.put(PHOTO), blobs.put(PHOTO)) == [NAME, NAME]
    assert await asyncio.gather(blobs.get(NAME), blobs.get(NAME), blobs.has(NAME)) == [PHOTO, PHOTO, True]
    fresh = FolderBlobs(blobs._folder)
    assert await asyncio.gather(fresh.has(NAME), fresh.get(NAME), fresh.put(PHOTO)) == [True, PHOTO, NAME]
    await asyncio.gather(blobs.remove(NAME), blobs.get(NAME), blobs.remove(NAME))
    assert await blobs.get(NAME) is None
