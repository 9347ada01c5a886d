"""The files ``aside-<n>``: what openings cut off damaged journals, and what a person knows of it.

They are never changed or removed. A mark beside one says that everything in it is back, or that a person
was told.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from app.storage.files import Folder
from app.storage.journal import KINDS, JournalNewer, is_torn, sound_frames
from app.storage.salvage import Piece, holding, read_piece, unread
from app.sync.keeping import Damage, StorageFull, StorageLost

HEALED, KNOWN = b"healed", b"known"
_ASIDE = re.compile(r"aside-([1-9][0-9]*)")
_MARK = "-mark"


@dataclass(frozen=True)
class Aside:
    """One file set aside; ``name`` is "" where it could not be kept and still ends the journal."""

    name: str
    size: int
    torn: bool
    piece: Piece
    known: bool = False


def aside_of(name: str, data: bytes, space: str, *, known: bool = False) -> Aside:
    """Reads what was set aside."""
    return Aside(name, len(data), is_torn(data, 0), read_piece(data, space), known)


def check_version(tail: bytes) -> None:
    """Raises JournalNewer where a newer version wrote a frame after damage."""
    newer = next((one.kind for one in sound_frames(tail) if one.kind not in KINDS), None)
    if newer is not None:
        raise JournalNewer(f"a frame of kind {newer}")


async def read_asides(folder: Folder, space: str) -> list[Aside]:
    """Returns what earlier openings set aside and what may not all be back, the oldest first.

    Torn tails are told of once: nothing that was acknowledged was in them. Where the files cannot be read,
    the book opens all the same.
    """
    try:
        names = await folder.names()
        found = [await _read(folder, name, space, names) for name in sorted(names, key=_number)]
    except (StorageFull, StorageLost):
        return []
    return [aside for aside in found if aside is not None and not aside.torn]


def _number(name: str) -> int:
    match = _ASIDE.fullmatch(name)
    return int(match[1]) if match else 0


async def _read(folder: Folder, name: str, space: str, names: Sequence[str]) -> Aside | None:
    if not _number(name):
        return None
    mark = await _bytes_of(folder, name + _MARK) if name + _MARK in names else b""
    if mark == HEALED:
        return None
    return aside_of(name, await _bytes_of(folder, name), space, known=mark == KNOWN)


async def _bytes_of(folder: Folder, name: str) -> bytes:
    file = await folder.open(name)
    try:
        return file.read(0, file.size())
    finally:
        file.close()


async def set_aside(folder: Folder, tail: bytes) -> str:
    """Keeps bytes durably in a file of their own and returns its name."""
    name = f"aside-{max(map(_number, await folder.names()), default=0) + 1}"
    kept = False
    try:
        await _put(folder, name, tail)
        kept = True
    finally:
        if not kept:
            await folder.remove(name)
    return name


async def _put(folder: Folder, name: str, data: bytes) -> None:
    file = await folder.open(name)
    try:
        file.write(0, data)
        file.truncate(len(data))
        file.flush()
    finally:
        file.close()


async def mark_known(folder: Folder, asides: Iterable[Aside]) -> None:
    """Ends the telling of these. Raises StorageFull or StorageLost; then it goes on."""
    for aside in asides:
        await _put(folder, aside.name + _MARK, KNOWN)


async def mark_healed(folder: Folder, asides: Iterable[Aside]) -> None:
    """Lets later openings pass by these: everything in them is in the book for good."""
    with suppress(StorageFull, StorageLost):
        for aside in asides:
            await _put(folder, aside.name + _MARK, HEALED)


def told(asides: Iterable[Aside], lines: Callable[[], Iterable[bytes]]) -> tuple[Damage | None, list[Aside]]:
    """Returns what a person is told of what was set aside, and the files in which nothing is missing.

    `lines` gives the book's ops. It is asked only where there is something to tell.
    """
    open_ones = [aside for aside in asides if not aside.known and not aside.torn]
    if not open_ones:
        return None, []
    held = holding(lines())
    known = set(held.ids.values())
    bad = [
        (aside, n)
        for aside, n in ((aside, unread(aside.piece, held)) for aside in open_ones)
        if n or not known.issuperset(aside.piece.lines)
    ]
    lacking = [aside for aside, _ in bad]
    healed = [aside for aside in open_ones if aside not in lacking]
    if not bad:
        return None, healed
    ops = {line for aside in lacking for line in aside.piece.lines}
    saved = len(ops & known)
    size = sum(aside.size for aside in lacking)
    return Damage(size, lacking[-1].name, False, saved, len(ops) - saved, sum(n for _, n in bad)), healed
