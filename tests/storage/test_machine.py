"""Random lives of two devices, against the plainest model there is: a list of acknowledged lines."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.storage.journal import is_torn
from app.storage.memory import MemoryFolder
from app.storage.slots import SLOTS
from app.storage.space import SNAPSHOT_EVERY, SpaceBook
from app.sync.op import Edit
from tests.storage.workbench import (
    add,
    bundle,
    done,
    folded,
    opened,
    shown,
    staged,
)

WHO = st.sampled_from([0, 1])
TEXT = st.text(max_size=8)
ROLES = st.sampled_from(["learner", "teacher", "family"])


class Device:
    """A book over memory, and what it should hold."""

    def __init__(self, seed: int) -> None:
        self.folder, self.seed = MemoryFolder(), seed
        self.book: SpaceBook = opened(self.folder, seed)
        self.lines: list[bytes] = []
        self.before_imports: list[list[bytes]] = []

    def reopen(self) -> None:
        self.seed += 2
        before = self.book.damage
        self.book = opened(self.folder, self.seed)
        self.told = None if before is None or before.torn else before


class Lives(RuleBasedStateMachine):
    """Edits, imports, undos, snapshots, crashes and reopenings in any order."""

    @initialize()
    def begin(self) -> None:
        self.devices = [Device(100), Device(101)]

    @rule(who=WHO, texts=st.lists(TEXT, min_size=1, max_size=3), role=ROLES)
    def add(self, who: int, texts: list[str], role: str) -> None:
        self._commit(who, [add(text) for text in texts], role)

    @rule(who=WHO, data=st.data(), role=ROLES)
    def change(self, who: int, data: st.DataObject, role: str) -> None:
        known = sorted({doc["id"] for doc in self.devices[who].book.all("goals")})
        rec = data.draw(st.sampled_from([*known, "a-goal-of-its-own"]))
        field = data.draw(st.sampled_from(["statement", "measure", "due"]))
        edit = Edit("set", "goals", rec, field, data.draw(TEXT))
        if data.draw(st.booleans()) and known:
            edit = Edit("del", "goals", known[0])
        self._commit(who, [edit], role)

    def _commit(self, who: int, edits: list[Edit], role: str) -> None:
        device = self.devices[who]
        device.book.commit(edits, role)
        new = list(device.book.lines())[len(device.lines) :]
        assert len(new) == len(edits)
        device.lines += new
        device.before_imports.clear()

    @rule(who=WHO)
    def take(self, who: int) -> None:
        device, other = self.devices[who], self.devices[1 - who]
        ours, theirs = device.book.vector, other.book.vector
        new = [line for line in other.lines if line not in set(device.lines)]
        size = len(device.folder.bytes_of("journal"))
        stage = staged(device.book, bundle(other.book))
        assert stage.new_ops == len(new)
        device.book.accept(stage)
        if new:
            device.before_imports.append(list(device.lines))
            device.lines += new
        else:
            assert len(device.folder.bytes_of("journal")) == size
        assert device.book.vector == {**theirs, **ours} | {
            replica: max(head, ours.get(replica, (0, ""))) for replica, head in theirs.items()
        }

    @precondition(lambda self: any(d.before_imports for d in self.devices))
    @rule()
    def undo(self) -> None:
        device = next(d for d in self.devices if d.before_imports)
        device.book.undo()
        device.lines = device.before_imports.pop()

    @rule(who=WHO)
    def tidy(self, who: int) -> None:
        book = self.devices[who].book
        book._ledger.ops += SNAPSHOT_EVERY
        done(book.tidy())

    @rule(who=WHO)
    def reopen(self, who: int) -> None:
        done(self.devices[who].book.close())
        self.devices[who].reopen()
        assert self.devices[who].book.damage == self.devices[who].told

    @rule(who=WHO, junk=st.binary(min_size=1, max_size=40), kept=st.integers(0, 40))
    def crash(self, who: int, junk: bytes, kept: int) -> None:
        device = self.devices[who]
        file = device.book._journal
        file._file.write(file.end, b"OW" + junk)
        device.folder.crash(kept)
        device.reopen()
        assert (device.book.damage is not None) == (kept > 0 or device.told is not None)
        hidden_by_worse = device.told is not None and is_torn((b"OW" + junk)[:kept], 0)
        assert (device.book.damage == device.told) == (kept == 0 or hidden_by_worse)

    @rule(who=WHO, place=st.integers(0, 10_000), slot=st.sampled_from(SLOTS))
    def spoil_a_snapshot(self, who: int, place: int, slot: str) -> None:
        folder = self.devices[who].folder
        data = bytearray(folder.bytes_of(slot))
        if data:
            data[place % len(data)] ^= 0xFF
            folder.put(slot, bytes(data))

    @invariant()
    def each_book_is_the_fold_of_what_was_acknowledged(self) -> None:
        for device in getattr(self, "devices", ()):
            rows, held = folded(device.lines)
            assert shown(device.book) == rows
            assert device.book.held == held
            assert list(device.book.lines()) == device.lines
            assert device.book.undoable == bool(device.before_imports)

    def teardown(self) -> None:
        for device in getattr(self, "devices", ()):
            seen: Any = (shown(device.book), device.book.vector, device.book.undoable)
            done(device.book.close())
            device.reopen()
            assert (shown(device.book), device.book.vector, device.book.undoable) == seen


Lives.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestLives = Lives.TestCase


def test_the_machine_would_see_a_lost_line() -> None:
    """Or the machine proves nothing: a book that misses one line is not the model's."""
    device = Device(7)
    device.book.commit([add("one"), add("two")], "learner")
    assert folded(list(device.book.lines())[:1])[0] != shown(device.book)
