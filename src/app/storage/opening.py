"""Opening a space: the newest sound snapshot, the frames after it, and what to do about damage.

The first frame that is not whole and sound ends the journal. All from there is kept in a file of its
own, ``aside-<n>``, before it is cut off, and this device goes on under a new incarnation: ids of ops
that are perhaps known elsewhere are so never given twice. Rotating when it was not needed costs a few
bytes and nothing else; not rotating when it was makes two ops with one id. So it is always done.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from zlib import crc32

from app.storage.files import File, Folder
from app.storage.journal import (
    SPACE,
    VERSION,
    Journal,
    JournalNewer,
    frame,
    frames,
    is_torn,
    standing,
    undoable_imports,
)
from app.storage.ledger import FIRST_INCARNATION, Ledger, drawn_incarnation, replay
from app.storage.records import Records
from app.storage.slots import Slots
from app.storage.snapshot import fingerprint
from app.sync.keeping import Damage, StorageFull, StorageLost
from app.sync.op import canonical
from app.sync.policy import Policy
from app.sync.stage import documents

REPLICA_BITS = 80
ASIDE = "aside-"
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"


@dataclass(frozen=True)
class Setting:
    """What a book is opened with: the folder of its own, what it should be, and the outside world."""

    folder: Folder
    space: str
    kind: str
    policy: Policy
    wall: Callable[[], int]
    random_bits: Callable[[int], int]


@dataclass(frozen=True)
class Opened:
    """A space read from its folder."""

    journal: Journal
    ledger: Ledger
    records: Records
    slots: Slots
    damage: Damage | None


def replica_id(random_bits: Callable[[int], int]) -> str:
    """Returns a new replica's id: 80 random bits in sixteen letters and digits."""
    bits = random_bits(REPLICA_BITS)
    return "".join(_BASE32[bits >> shift & 31] for shift in range(0, REPLICA_BITS, 5))


async def read_space(setting: Setting) -> Opened:
    """Opens a space, or makes it where its folder is empty.

    Raises JournalNewer, or ValueError where another space lies in the folder; nothing is changed then.
    Where a damaged end can be neither kept nor mended, the space opens and refuses writes.
    """
    file = await setting.folder.open("journal")
    try:
        return await _read(setting, file)
    except BaseException:
        file.close()
        raise


async def _read(setting: Setting, file: File) -> Opened:
    data = file.read(0, file.size())
    slots = Slots(setting.folder)
    snapshot = await slots.newest(data, fingerprint(setting.policy), setting.space)
    start = snapshot.end if snapshot else 0
    found = list(frames(data, start))
    ledger, records = (
        (snapshot.ledger, snapshot.records) if snapshot else (Ledger(setting.space, setting.kind), Records())
    )
    _check_space(setting, data)
    end = found[-1].end if found else start
    stage = replay(standing(found), ledger, setting.policy, records.own)
    records.publish(stage.states, documents(stage, setting.policy))
    ledger.undoable = max(0, undoable_imports(found, ledger.undoable))
    journal = Journal(file, end, crc32(memoryview(data)[:end]))
    damage = await _mend(setting, journal, ledger, data)
    return Opened(journal, ledger, records, slots, damage)


def _space_frame(setting: Setting) -> bytes:
    return frame(SPACE, canonical({"space": setting.space, "kind": setting.kind, "v": VERSION}))


def _check_space(setting: Setting, data: bytes) -> None:
    first = next(frames(data), None)
    if first is None:
        return
    if first.kind != SPACE:
        raise ValueError("the journal does not begin with its space")
    said = json.loads(first.payload)
    if said["v"] > VERSION:
        raise JournalNewer(f"a journal of version {said['v']}")
    if (said["space"], said["kind"]) != (setting.space, setting.kind):
        raise ValueError(f"the journal is of the {said['kind']} space {said['space']}")


async def _mend(setting: Setting, journal: Journal, ledger: Ledger, data: bytes) -> Damage | None:
    """Sets aside what lies after the journal's end, and writes the frames that are missing."""
    end = journal.end
    damaged = len(data) > end
    missing = b"" if end else _space_frame(setting)
    if not ledger.replica:
        ledger.replica, ledger.inc = replica_id(setting.random_bits), FIRST_INCARNATION
        missing += ledger.replica_frame(ledger.inc)
    elif damaged:
        ledger.inc = drawn_incarnation(setting.random_bits)
        missing += ledger.replica_frame(ledger.inc)
    if not damaged:
        if missing:
            journal.mend(missing)
        return await _damage_before(setting.folder)
    aside = await _keep_and_cut(setting.folder, journal, data[end:], missing)
    return Damage(len(data) - end, aside, is_torn(data, end))


async def _keep_and_cut(folder: Folder, journal: Journal, tail: bytes, missing: bytes) -> str:
    """Returns the name under which the tail was kept, or "" where it stays in the journal's file."""
    try:
        name = await _set_aside(folder, tail)
        journal.mend(missing)
    except (StorageFull, StorageLost) as fault:
        journal.refuse(type(fault))
        return ""
    return name


async def _damage_before(folder: Folder) -> Damage | None:
    """Returns the last damage that an earlier opening set aside: what is lost is told until it is found.

    Torn tails are told of once: nothing that was acknowledged was in them.
    """
    try:
        asides = [name for name in await folder.names() if name.startswith(ASIDE)]
        for name in sorted(asides, key=lambda name: (len(name), name), reverse=True):
            file = await folder.open(name)
            try:
                tail = file.read(0, file.size())
            finally:
                file.close()
            if not is_torn(tail, 0):
                return Damage(len(tail), name, torn=False)
    except (StorageFull, StorageLost):
        pass  # the book opens all the same
    return None


async def _set_aside(folder: Folder, tail: bytes) -> str:
    taken = await folder.names()
    name = next(n for n in (f"{ASIDE}{i}" for i in range(1, len(taken) + 2)) if n not in taken)
    file = await folder.open(name)
    kept = False
    try:
        file.write(0, tail)
        file.flush()
        kept = True
    finally:
        file.close()
        if not kept:
            await folder.remove(name)
    return name
