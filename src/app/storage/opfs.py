"""Files of the origin private file system, through sync access handles; for a worker under Pyodide.

The browser lets one tab hold a handle: opening a file that another tab has raises StorageLost.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import js
from pyodide.code import run_js
from pyodide.ffi import JsException, to_js

from app.sync.keeping import StorageFull, StorageLost

_MADE = """async (target, method, ...args) => {
  try { return [await target[method](...args, { create: true }), "", ""]; }
  catch (fault) { return [null, fault.name, fault.message]; }
}"""

_SMALL = 4096
_WRITER = """(handle, most) => {
  const room = new Uint8Array(most), place = { at: 0 };
  return (text, at) => {
    const n = text.length;
    for (let i = 0; i < n; i++) room[i] = text.charCodeAt(i);
    place.at = at;
    return handle.write(room.subarray(0, n), place);
  };
}"""
"""Writes what is at most `_SMALL` bytes, handed over as a text of one character a byte: making JavaScript's
array of bytes anew for each write costs as much as the write itself."""


def _said(fault: Any) -> StorageFull | StorageLost:
    """Returns what the browser threw in storage's words."""
    kind = StorageFull if fault.name == "QuotaExceededError" else StorageLost
    return kind(f"{fault.name}: {fault.message}")


async def _made(target: Any, method: str, *args: str) -> Any:
    """Returns what a method of JavaScript's makes. Raises StorageFull or StorageLost where it cannot.

    Chromium rejects with a `QuotaExceededError` that is a class of its own; this Pyodide does not know it for
    an error, cannot raise it in who waits, and would let them wait for ever. So a fault comes as a value.
    """
    value, name, message = await run_js(_MADE)(target, method, *args)
    if name:
        kind = StorageFull if name == "QuotaExceededError" else StorageLost
        raise kind(f"{name}: {message}")
    return value


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except JsException as fault:
        raise _said(fault) from fault


class OpfsFile:
    """One open file: a sync access handle.

    Each crossing to JavaScript costs microseconds, so the handle's methods are looked up once, a small write
    is one crossing, and ``_at`` is the one options object of all other calls.
    """

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._write, self._flush = handle.write, handle.flush
        self._write_small = run_js(_WRITER)(handle, _SMALL)
        self._at = js.Object.new()

    def size(self) -> int:
        with _faults():
            return int(self._handle.getSize())

    def read(self, offset: int, n: int) -> bytes:
        with _faults():
            room = js.Uint8Array.new(max(0, min(n, int(self._handle.getSize()) - offset)))
            self._at.at = offset
            got = int(self._handle.read(room, self._at))
            data: bytes = room.to_bytes()
        return data if got == len(data) else data[:got]

    def write(self, offset: int, data: bytes) -> None:
        try:
            if len(data) <= _SMALL:
                done = self._write_small(data.decode("latin-1"), offset)
            else:
                self._at.at = offset
                done = self._write(to_js(data), self._at)
        except JsException as fault:
            raise _said(fault) from fault
        if done != len(data):
            raise StorageFull(f"{done} of {len(data)} bytes were written")

    def truncate(self, n: int) -> None:
        with _faults():
            self._handle.truncate(n)

    def flush(self) -> None:
        try:
            self._flush()
        except JsException as fault:
            raise _said(fault) from fault

    def close(self) -> None:
        with _faults():
            self._handle.close()


class OpfsFolder:
    """A folder of the origin private file system, by its directory handle."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    async def open(self, name: str) -> OpfsFile:
        entry = await _made(self._handle, "getFileHandle", name)
        return OpfsFile(await _made(entry, "createSyncAccessHandle"))

    async def names(self) -> list[str]:
        with _faults():
            return sorted([name async for name in self._handle.keys()])  # noqa: SIM118 - JavaScript

    async def remove(self, name: str) -> None:
        await self._remove(name)

    async def folder(self, name: str) -> "OpfsFolder":
        return OpfsFolder(await _made(self._handle, "getDirectoryHandle", name))

    async def remove_folder(self, name: str) -> None:
        await self._remove(name)

    async def _remove(self, name: str) -> None:
        with _faults():
            try:
                await self._handle.removeEntry(name, recursive=True)
            except JsException as fault:
                if fault.name != "NotFoundError":
                    raise


async def origin_folder() -> OpfsFolder:
    """Returns the root of this origin's private file system."""
    with _faults():
        return OpfsFolder(await js.navigator.storage.getDirectory())
