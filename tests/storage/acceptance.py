"""What every storage adapter must do, as plain async functions of an empty folder.

`CASES` runs under pytest for memory and the OS, and inside a real Chromium worker for OPFS. So there is
nothing of pytest in here.
"""

from collections.abc import Awaitable, Callable

from app.storage.files import File, Folder
from app.sync.keeping import StorageLost

Case = Callable[[Folder], Awaitable[None]]
CASES: list[Case] = []


def case(function: Case) -> Case:
    """Adds a function to the suite."""
    CASES.append(function)
    return function


def lost(call: Callable[[], object]) -> bool:
    """Tells whether a call raises StorageLost."""
    try:
        call()
    except StorageLost:
        return True
    return False


async def refused(awaitable: Awaitable[object]) -> bool:
    """Tells whether an awaitable raises StorageLost."""
    try:
        await awaitable
    except StorageLost:
        return True
    return False


def whole(file: File) -> bytes:
    """Returns all bytes of a file."""
    return file.read(0, file.size())


@case
async def a_new_file_is_empty(folder: Folder) -> None:
    file = await folder.open("one")
    assert file.size() == 0
    assert file.read(0, 10) == b""
    file.close()


@case
async def what_is_written_is_read(folder: Folder) -> None:
    file = await folder.open("one")
    file.write(0, b"hello")
    file.write(5, b" world")
    assert file.size() == 11
    assert whole(file) == b"hello world"
    assert file.read(6, 3) == b"wor"
    file.close()


@case
async def what_was_flushed_is_there_after_reopening(folder: Folder) -> None:
    file = await folder.open("one")
    file.write(0, b"kept")
    file.flush()
    file.close()
    again = await folder.open("one")
    assert whole(again) == b"kept"
    again.close()


@case
async def every_byte_value_survives(folder: Folder) -> None:
    file = await folder.open("bytes")
    data = bytes(range(256)) * 300
    file.write(0, data)
    file.flush()
    assert whole(file) == data
    file.close()


@case
async def reading_past_the_end_gives_what_there_is(folder: Folder) -> None:
    file = await folder.open("one")
    file.write(0, b"abc")
    assert file.read(2, 100) == b"c"
    assert file.read(3, 1) == b""
    assert file.read(50, 1) == b""
    assert file.read(1, 0) == b""
    file.close()


@case
async def a_write_replaces_only_its_own_bytes(folder: Folder) -> None:
    file = await folder.open("one")
    file.write(0, b"abcdef")
    file.write(2, b"XY")
    assert whole(file) == b"abXYef"
    file.write(5, b"longer")
    assert whole(file) == b"abXYelonger"
    file.close()


@case
async def a_write_past_the_end_leaves_zeros(folder: Folder) -> None:
    file = await folder.open("one")
    file.write(0, b"ab")
    file.write(4, b"cd")
    assert whole(file) == b"ab\0\0cd"
    file.close()


@case
async def an_empty_write_changes_nothing(folder: Folder) -> None:
    file = await folder.open("one")
    file.write(0, b"ab")
    file.write(1, b"")
    assert whole(file) == b"ab"
    file.close()


@case
async def truncating_cuts_and_fills(folder: Folder) -> None:
    file = await folder.open("one")
    file.write(0, b"abcdef")
    file.truncate(2)
    assert whole(file) == b"ab"
    file.truncate(4)
    assert whole(file) == b"ab\0\0"
    file.write(2, b"zz")
    assert whole(file) == b"abzz"
    file.truncate(0)
    assert file.size() == 0
    file.close()


@case
async def megabytes_go_through(folder: Folder) -> None:
    file = await folder.open("big")
    data = bytes(i * 7 & 255 for i in range(1 << 16)) * 48
    file.write(0, data)
    file.flush()
    assert file.size() == len(data)
    assert whole(file) == data
    file.close()


@case
async def an_open_file_is_not_opened_twice(folder: Folder) -> None:
    file = await folder.open("one")
    assert await refused(folder.open("one"))
    file.write(0, b"still mine")
    file.flush()
    file.close()
    again = await folder.open("one")
    assert whole(again) == b"still mine"
    again.close()


@case
async def a_closed_file_says_so(folder: Folder) -> None:
    file = await folder.open("one")
    file.close()
    file.close()
    assert lost(file.size)
    assert lost(lambda: file.read(0, 1))
    assert lost(lambda: file.write(0, b"x"))
    assert lost(lambda: file.truncate(0))
    assert lost(file.flush)


@case
async def names_are_those_of_files_and_folders(folder: Folder) -> None:
    assert await folder.names() == []
    for name in ("b", "a"):
        (await folder.open(name)).close()
    await folder.folder("c")
    assert await folder.names() == ["a", "b", "c"]


@case
async def removing_removes_and_may_be_repeated(folder: Folder) -> None:
    file = await folder.open("one")
    file.write(0, b"gone")
    file.close()
    await folder.remove("one")
    await folder.remove("one")
    assert await folder.names() == []
    again = await folder.open("one")
    assert again.size() == 0
    again.close()


@case
async def folders_keep_their_files_apart(folder: Folder) -> None:
    for name in ("x", "y"):
        file = await (await folder.folder(name)).open("same")
        file.write(0, name.encode())
        file.flush()
        file.close()
    file = await (await folder.folder("x")).open("same")
    assert whole(file) == b"x"
    file.close()
    assert await folder.names() == ["x", "y"]


@case
async def removing_a_folder_removes_all_in_it(folder: Folder) -> None:
    inner = await (await folder.folder("x")).folder("y")
    (await inner.open("deep")).close()
    await folder.remove_folder("x")
    await folder.remove_folder("x")
    assert await folder.names() == []
    assert await (await folder.folder("x")).names() == []
