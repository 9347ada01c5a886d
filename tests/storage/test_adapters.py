"""The acceptance suite on memory and the OS; ``tests/e2e/test_opfs.py`` runs it on OPFS."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.storage.files import Folder
from app.storage.memory import MemoryFolder
from app.storage.osfile import OsFolder
from app.sync.keeping import StorageFull, StorageLost
from tests.storage.acceptance import CASES, Case

FOLDERS: dict[str, Callable[[Path], Folder]] = {
    "memory": lambda _path: MemoryFolder(),
    "os": lambda path: OsFolder(path / "kept"),
}


@pytest.mark.parametrize("kind", FOLDERS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
async def test_acceptance(case: Case, kind: str, tmp_path: Path) -> None:
    await case(FOLDERS[kind](tmp_path))


@pytest.mark.parametrize(
    ("code", "raised"),
    [
        (errno.ENOSPC, StorageFull),
        (errno.EDQUOT, StorageFull),
        (errno.EIO, StorageLost),
        (errno.EROFS, StorageLost),
    ],
)
async def test_os_faults_have_the_words_of_storage(
    code: int, raised: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = await OsFolder(tmp_path).open("one")

    def fail(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "write", fail)
    with pytest.raises(raised):
        file.write(0, b"x")
    file.close()


async def test_a_really_full_device_is_full() -> None:
    """/dev/full is the kernel's own device without room."""
    folder = OsFolder(Path("/dev"))
    file = await folder.open("full")
    with pytest.raises(StorageFull):
        file.write(0, b"x")
    file.close()


async def test_a_crash_keeps_what_was_flushed_and_any_prefix_of_the_rest() -> None:
    for kept in range(8):
        folder = MemoryFolder()
        file = await folder.open("one")
        file.write(0, b"flushed")
        file.flush()
        file.truncate(4)
        file.write(4, b"ABC")
        file.write(7, b"DEF")
        folder.crash(kept)
        wanted = b"flus" + b"ABCDEF"[:kept]
        assert folder.bytes_of("one") == (wanted if kept else b"flus")
    folder.crash()
    assert (await folder.open("one")).size() > 0
