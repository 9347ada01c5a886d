"""Opening a space: the newest sound snapshot, the frames after it, and what to do about damage.

The first frame that is not whole and sound ends the journal. All from there is kept in a file of its
own, ``aside-<n>``, before it is cut off, and this device goes on under a new incarnation: ids of ops
that are perhaps known elsewhere are so never given twice. Rotating when it was not needed costs a few
bytes and nothing else; not rotating when it was makes two ops with one id. So it is always done.

What in the files set aside goes on from what the book holds is then written again, at this opening or,
where something before it came back since, at a later one.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from zlib import crc32

from app.storage.asides import Aside, aside_of, check_version, mark_healed, read_asides, set_aside, told
from app.storage.files import File, Folder
from app.storage.journal import (
    REPLICA,
    SALVAGE,
    SPACE,
    VERSION,
    Frame,
    Journal,
    JournalNewer,
    frame,
    frames,
    standing,
    undoable_imports,
)
from app.storage.ledger import FIRST_INCARNATION, Ledger, drawn_incarnation, replay, salvage_payload
from app.storage.oplog import OpLog
from app.storage.records import Records
from app.storage.salvage import joining
from app.storage.slots import Slots
from app.storage.snapshot import fingerprint
from app.sync.keeping import Damage, StorageFull, StorageLost
from app.sync.op import canonical
from app.sync.policy import Policy
from app.sync.stage import documents

REPLICA_BITS = 80
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
    """A space read from its folder; ``asides`` is what was set aside and may not all be back."""

    journal: Journal
    log: OpLog
    ledger: Ledger
    records: Records
    slots: Slots
    asides: list[Aside]
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
    _fold(found, setting, ledger, records)
    journal = Journal(file, end, crc32(memoryview(data)[:end]))
    asides, written = await _salvage(setting, journal, ledger, data[end:])
    _fold(written, setting, ledger, records)
    log = OpLog(journal)
    damage, healed = told(asides, log.lines)
    if not ledger.undoable:
        await mark_healed(setting.folder, healed)
    if damage is None and asides and asides[-1].torn:
        damage = Damage(asides[-1].size, asides[-1].name, torn=True)
    return Opened(journal, log, ledger, records, slots, asides, damage)


async def _salvage(
    setting: Setting, journal: Journal, ledger: Ledger, tail: bytes
) -> tuple[list[Aside], Iterable[Frame]]:
    """Mends the journal; returns what is set aside, and the frames that count from now on."""
    asides = await read_asides(setting.folder, setting.space)
    if tail:
        check_version(tail)
        asides.append(aside_of("", tail, setting.space))
    written, name = await _mend(setting, journal, _missing(setting, journal, ledger, asides), tail)
    if tail:
        asides[-1] = replace(asides[-1], name=name)
    return asides, written


def _fold(found: Iterable[Frame], setting: Setting, ledger: Ledger, records: Records) -> None:
    """Takes in frames in the order in which they lie in the journal."""
    every = list(found)
    stage = replay(standing(every), ledger, setting.policy, records.own)
    records.publish(stage.states, documents(stage, setting.policy))
    ledger.undoable = max(0, undoable_imports(every, ledger.undoable))


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


def _missing(setting: Setting, journal: Journal, ledger: Ledger, asides: list[Aside]) -> bytes:
    """Returns the frames that the journal lacks: its first, who writes here from now on, and what can be
    taken back of what was set aside."""
    lines = joining((line for one in asides for line in one.piece.lines), ledger.vector, setting.space)
    cut = bool(asides) and not asides[-1].name
    missing = b"" if journal.end else _space_frame(setting)
    inc = drawn_incarnation(setting.random_bits) if cut or lines else FIRST_INCARNATION
    if not ledger.replica:
        writers = [one.piece.writer for one in asides if one.piece.writer]
        ledger.replica = writers[-1] if writers else replica_id(setting.random_bits)
        missing += ledger.replica_frame(inc)
    elif cut or lines:
        missing += ledger.replica_frame(inc)
    if lines:
        missing += frame(SALVAGE, salvage_payload(setting.wall(), lines))
    return missing


async def _mend(
    setting: Setting, journal: Journal, missing: bytes, tail: bytes
) -> tuple[Iterable[Frame], str]:
    """Sets aside what lies after the journal's end and writes what is missing; returns the frames that
    count from now on, and the name of the file set aside.

    The name is "" where the tail stays in the journal's file: then nothing more can be written there.
    """
    name = ""
    try:
        if tail:
            name = await set_aside(setting.folder, tail)
            journal.mend(missing)
        elif missing:
            journal.append(missing)
    except (StorageFull, StorageLost) as fault:
        if not tail and not journal.end:
            raise
        if tail:
            journal.refuse(type(fault))
        return [one for one in frames(missing) if tail and one.kind == REPLICA], ""
    return frames(missing), name
