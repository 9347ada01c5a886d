"""Every storage call fails once: nothing half-done remains, and what was acknowledged is all there."""

from collections.abc import Callable
from typing import Any

import pytest

from app.storage.blobs import FolderBlobs
from app.storage.memory import MemoryFolder
from app.storage.space import SNAPSHOT_EVERY, SpaceBook
from app.sync.bundle import Checked
from app.sync.keeping import StorageFull, StorageLost
from tests.storage.workbench import (
    Faults,
    FaultyFolder,
    PowerCut,
    add,
    added,
    bundle,
    done,
    opened,
    picture,
    setting,
    sound,
    staged,
)

FULL_OR_LOST = (StorageFull, StorageLost)


def other_device() -> Checked:
    """Returns a bundle of another device's book."""
    book = opened(MemoryFolder(), 50)
    added(book, "theirs", "and theirs")
    return bundle(book)


THEIRS = other_device()


def steps(book: SpaceBook) -> list[Callable[[], Any]]:
    """Returns what a person does in a while, each step acknowledged or not."""

    def tidy() -> None:
        book._ledger.ops += SNAPSHOT_EVERY
        done(book.tidy())

    def take() -> None:
        book.accept(staged(book, THEIRS))

    return [
        lambda: book.commit([add("one"), add("two")], "learner"),
        tidy,
        lambda: book.commit([add("three")], "learner"),
        take,
        tidy,
        book.undo,
        take,
        lambda: book.commit([add("four")], "learner"),
        tidy,
        lambda: book.wall_of(book.replica + ".1", 1),
        lambda: book.commit([add("five")], "learner"),
    ]


def live(folder: MemoryFolder, faults: Faults) -> tuple[list[Any], set[bytes]]:
    """Lives through the steps once; returns the faults met and the lines acknowledged.

    After each fault the book must show what it showed before.
    """
    met: list[Any] = []
    try:
        book = opened(FaultyFolder(folder, faults))
    except FULL_OR_LOST as fault:
        return [fault], set()
    for number, step in enumerate(steps(book)):
        before = safe_picture(book, faults)
        try:
            step()
        except FULL_OR_LOST as fault:
            met.append((number, fault))
            assert safe_picture(book, faults) == before
        except ValueError as refusal:  # an undo of the import that was refused one step before
            assert met, refusal
    acknowledged = set(quietly(faults, lambda: list(book.lines())))
    quietly(faults, lambda: sound(book))
    done(book.close())
    return met, acknowledged


def quietly(faults: Faults, look: Callable[[], Any]) -> Any:
    """Looks without being counted, and without failing."""
    kept = faults.at, faults.calls, faults.lasting
    faults.at, faults.lasting = 0, False
    try:
        return look()
    finally:
        faults.at, faults.calls, faults.lasting = kept


def safe_picture(book: SpaceBook, faults: Faults) -> Any:
    return quietly(faults, lambda: picture(book))


def calls_of_a_life() -> int:
    faults = Faults()
    met, _ = live(MemoryFolder(), faults)
    assert not met
    return faults.calls


CALLS = calls_of_a_life()


def test_a_life_is_long_enough_to_be_worth_failing() -> None:
    assert CALLS > 40


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("kind", FULL_OR_LOST)
@pytest.mark.parametrize("at", range(1, CALLS + 1))
def test_each_call_fails(at: int, kind: type[Exception], lasting: bool) -> None:
    folder, faults = MemoryFolder(), Faults(at, kind, lasting=lasting)
    _, acknowledged = live(folder, faults)
    assert faults.calls >= at
    folder.crash()
    book = opened(folder, 2)
    assert acknowledged <= set(book.lines())
    sound(book)
    if not faults.lasting:
        assert acknowledged == set(book.lines())
        assert book.damage is None or not acknowledged
    added(book, "after all")
    before = picture(book)
    done(book.close())
    assert picture(opened(folder, 3)) == before


@pytest.mark.parametrize("at", range(1, CALLS + 1))
def test_the_power_fails_at_each_call(at: int) -> None:
    folder, faults = MemoryFolder(), Faults(at, PowerCut)
    acknowledged: list[bytes] = []
    try:
        book = opened(FaultyFolder(folder, faults))
        for step in steps(book):
            acknowledged = quietly(faults, lambda: list(book.lines()))
            step()
    except PowerCut:
        pass
    for kept in (0, 10, 10_000):
        folder.crash(kept)
        again = opened(folder, 2)
        assert missing(acknowledged, again) <= 1
        sound(again)
        done(again.close())


def missing(acknowledged: list[bytes], book: SpaceBook) -> int:
    """Returns how many acknowledged lines are gone: an undo under way may have been done or not."""
    gone = set(acknowledged) - set(book.lines())
    theirs = set(THEIRS.lines)
    assert gone <= theirs
    return 1 if gone else 0


@pytest.mark.parametrize("kind", FULL_OR_LOST)
def test_each_call_of_opening_a_torn_journal_fails(kind: type[Exception]) -> None:
    whole = MemoryFolder()
    book = opened(whole)
    added(book, "one")
    before = picture(book)
    torn = whole.bytes_of("journal") + b"OW\x01 a write that never came to its end"
    at = 0
    while True:
        at += 1
        folder, faults = MemoryFolder(), Faults(at, kind)
        folder.put("journal", torn)
        try:
            opening = opened(FaultyFolder(folder, faults), 7)
        except FULL_OR_LOST:
            folder.crash()
        else:
            assert quietly(faults, lambda opening=opening: picture(opening)) == before
            done(opening.close())
            if faults.calls < at:
                break
        again = opened(folder, 8)
        assert picture(again) == before
        assert again._ledger.inc != 1  # whatever failed: the torn tail's ids are never given again
    assert at > 8


def test_a_book_whose_end_cannot_be_mended_reads_and_refuses_to_write() -> None:
    whole = MemoryFolder()
    book = opened(whole)
    added(book, "one")
    before = picture(book)
    folder = MemoryFolder()
    folder.put("journal", whole.bytes_of("journal") + b"torn")
    names: list[str] = []
    faults = Faults()
    opened(FaultyFolder(folder, faults), 7)
    names = faults.names
    folder = MemoryFolder()
    folder.put("journal", whole.bytes_of("journal") + b"torn")
    faults = Faults(names.index("write") + 1, StorageFull, lasting=True)
    full = opened(FaultyFolder(folder, faults), 7)
    assert full.damage is not None
    assert full.damage.aside == ""
    assert quietly(faults, lambda: picture(full)) == before
    with pytest.raises(StorageFull):
        full.commit([add("no room")], "learner")
    assert folder.bytes_of("journal") == whole.bytes_of("journal") + b"torn"


@pytest.mark.parametrize("kind", FULL_OR_LOST)
def test_each_call_of_keeping_a_photo_fails(kind: type[Exception]) -> None:
    at = 0
    while True:
        at += 1
        inner, faults = MemoryFolder(), Faults(at, kind)
        blobs = FolderBlobs(FaultyFolder(inner, faults))
        try:
            done(blobs.put(b"photo" * 100))
        except FULL_OR_LOST:
            inner.crash(at)
            fresh = FolderBlobs(inner)
            for name in done(inner.names()):
                assert done(fresh.get(name)) is None
            assert done(fresh.get(done(fresh.put(b"photo" * 100)))) == b"photo" * 100
            continue
        if faults.calls < at:
            break
    assert at > 4


def test_creating_a_book_on_a_full_device_leaves_nothing_to_trip_over() -> None:
    at = 0
    while True:
        at += 1
        folder, faults = MemoryFolder(), Faults(at, StorageFull)
        try:
            done(SpaceBook.open(setting(FaultyFolder(folder, faults))))
        except StorageFull:
            folder.crash()
            book = opened(folder, 2)
            assert list(book.lines()) == []
            continue
        break
    assert at > 3


def test_a_snapshot_without_room_gives_its_room_back() -> None:
    folder = MemoryFolder()
    faults = Faults(0, StorageFull)
    book = opened(FaultyFolder(folder, faults))
    added(book, *(f"goal {i}" for i in range(SNAPSHOT_EVERY)))
    before = picture(book)
    at = 0
    while True:
        at += 1
        faults.at = faults.calls + at
        done(book.tidy())
        if faults.calls < faults.at:
            break
        faults.at = 0
        assert folder.bytes_of("snapshot-a") == b"" or at == 1
        assert picture(book) == before
        assert book._ledger.ops >= SNAPSHOT_EVERY
    assert at > 4
    assert len(folder.bytes_of("snapshot-a")) > 0
