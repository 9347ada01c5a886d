"""What the storage tests share: books over memory, faults on demand, and the plain model of a book."""

import json
import random
from collections.abc import Coroutine, Iterable
from typing import Any, TypeVar

from app.domain.collections import COLLECTIONS
from app.storage.files import File, Folder
from app.storage.memory import MemoryFolder
from app.storage.opening import Setting
from app.storage.space import SpaceBook
from app.sync.bundle import Checked, Refusal, Sender, Title, write_bundle
from app.sync.fold import Document, RecordState
from app.sync.gate import check
from app.sync.keeping import Staged
from app.sync.op import Edit
from app.sync.policy import Policy
from app.sync.stage import documents, fold_onto

SPACE = "spaceabcde"
POLICY = Policy(COLLECTIONS)
T = TypeVar("T")


def done(work: Coroutine[Any, Any, T]) -> T:
    """Runs a coroutine that waits for nothing, as none over memory does, though it lets others go first."""
    while True:
        try:
            waits_for = work.send(None)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        assert waits_for is None, "it waited"


class Wall:
    """A clock that moves a millisecond a reading."""

    def __init__(self, now: int = 1_700_000_000_000) -> None:
        self.now = now

    def __call__(self) -> int:
        self.now += 1
        return self.now


def setting(folder: Folder, seed: int = 1, space: str = SPACE) -> Setting:
    """Returns what opens a learner's book in `folder`."""
    return Setting(folder, space, "learner", POLICY, Wall(), random.Random(seed).getrandbits)


def opened(folder: Folder, seed: int = 1, space: str = SPACE) -> SpaceBook:
    """Opens a learner's book over memory."""
    return done(SpaceBook.open(setting(folder, seed, space)))


def add(text: str, col: str = "goals", field: str = "statement") -> Edit:
    """Returns an edit that adds a record."""
    return Edit("add", col, "", "", {field: text})


def put(rec: str, text: str, field: str = "statement") -> Edit:
    """Returns an edit that sets a field of a goal."""
    return Edit("set", "goals", rec, field, text)


def added(book: SpaceBook, *texts: str) -> list[str]:
    """Adds goals in one commit; returns their ids."""
    return sorted(book.commit([add(text) for text in texts], "learner")["goals"])


def bundle(book: SpaceBook) -> Checked:
    """Returns what another device would read from this book's whole bundle."""
    sender = Sender(next(iter(book.vector), "nobody.1"), "teacher", "T")
    checked = check(write_bundle(Title(book.id, "Mia", book.kind), sender, 1, book.vector, book.lines()))
    assert isinstance(checked, Checked), checked
    return checked


def staged(book: SpaceBook, checked: Checked) -> Staged:
    """Stages a bundle that is not refused."""
    outcome = book.stage(checked)
    assert isinstance(outcome, Staged), outcome
    return outcome


def refused(book: SpaceBook, checked: Checked) -> Refusal:
    """Stages a bundle that is refused."""
    outcome = book.stage(checked)
    assert isinstance(outcome, Refusal), outcome
    return outcome


def take(book: SpaceBook, other: SpaceBook) -> None:
    """Takes all that another book has into this one."""
    book.accept(staged(book, bundle(other)))


Shown = dict[str, dict[str, Document]]


def shown(book: SpaceBook) -> Shown:
    """Returns every document of a book."""
    return {col: rows for col in COLLECTIONS if (rows := {doc["id"]: dict(doc) for doc in book.all(col)})}


def folded(lines: Iterable[bytes]) -> tuple[Shown, int]:
    """Returns the documents that ops fold to, and how many are held: the plain model of a book."""
    ops = [json.loads(line) for line in lines]
    stage = fold_onto(ops, _fresh, POLICY)
    rows: Shown = {}
    for (col, rec), document in documents(stage, POLICY).items():
        if document is not None:
            rows.setdefault(col, {})[rec] = json.loads(json.dumps(document))
    return rows, len(stage.held)


def _fresh(_col: str, _rec: str) -> RecordState:
    return RecordState()


def picture(book: SpaceBook) -> tuple[Any, ...]:
    """Returns all that can be seen of a book; two equal pictures are the same book."""
    return shown(book), book.vector, book.held, book.undoable, list(book.lines())


def sound(book: SpaceBook) -> None:
    """Checks a book against the plain model of its own ops."""
    rows, held = folded(book.lines())
    assert shown(book) == rows
    assert book.held == held
    for col, documents_of_col in rows.items():
        assert book.count(col) == len(documents_of_col)


class PowerCut(BaseException):
    """The device went off in the middle of a call."""


class Faults:
    """Decides at which of all storage calls something goes wrong.

    ``at`` counts calls from 1; ``lasting`` makes every later write and flush fail as well; ``half``
    lets half of the bytes of a failing write through.
    """

    def __init__(self, at: int = 0, kind: type[BaseException] = OSError, *, lasting: bool = False) -> None:
        self.at, self.kind, self.lasting = at, kind, lasting
        self.calls = 0
        self.names: list[str] = []

    def fails(self, name: str) -> bool:
        self.calls += 1
        self.names.append(name)
        if self.lasting and name in ("write", "flush", "truncate"):
            return self.at > 0 and self.calls >= self.at
        return self.calls == self.at

    def check(self, name: str) -> None:
        if self.fails(name):
            raise self.kind(f"call {self.calls}: {name}")


class FaultyFile:
    """A file that fails when told to."""

    def __init__(self, file: File, faults: Faults) -> None:
        self._file, self._faults = file, faults

    def size(self) -> int:
        self._faults.check("size")
        return self._file.size()

    def read(self, offset: int, n: int) -> bytes:
        self._faults.check("read")
        return self._file.read(offset, n)

    def write(self, offset: int, data: bytes) -> None:
        if self._faults.fails("write"):
            self._file.write(offset, data[: len(data) // 2])
            raise self._faults.kind("write")
        self._file.write(offset, data)

    def truncate(self, n: int) -> None:
        self._faults.check("truncate")
        self._file.truncate(n)

    def flush(self) -> None:
        self._faults.check("flush")
        self._file.flush()

    def close(self) -> None:
        self._file.close()


class FaultyFolder:
    """A folder whose every call, and every call of whose files, may fail."""

    def __init__(self, folder: MemoryFolder, faults: Faults) -> None:
        self.inner, self._faults = folder, faults

    async def open(self, name: str) -> FaultyFile:
        self._faults.check("open")
        return FaultyFile(await self.inner.open(name), self._faults)

    async def names(self) -> list[str]:
        self._faults.check("names")
        return await self.inner.names()

    async def remove(self, name: str) -> None:
        self._faults.check("remove")
        await self.inner.remove(name)

    async def folder(self, name: str) -> "FaultyFolder":
        self._faults.check("folder")
        return FaultyFolder(await self.inner.folder(name), self._faults)

    async def remove_folder(self, name: str) -> None:
        self._faults.check("remove_folder")
        await self.inner.remove_folder(name)
