"""A bad frame in the middle: what goes on behind it from what is held is taken back, the rest waits."""

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from zlib import crc32

import pytest

from app.storage.journal import (
    IMPORT,
    OPS,
    SALVAGE,
    UNDO,
    JournalNewer,
    frame,
    frames,
    sound_frames,
    standing,
)
from app.storage.ledger import lines_of
from app.storage.memory import MemoryFolder
from app.storage.space import SpaceBook
from app.sync.keeping import Damage, StorageFull, StorageLost
from tests.storage.test_faults import quietly
from tests.storage.test_recovery import STORIES, laid
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
    put,
    shown,
    sound,
    staged,
    take,
)

STORY = STORIES["plain"]
FRAMES = list(frames(STORY.journal))


def id_of(line: bytes) -> str:
    return str(json.loads(line)["id"])


def provable(bad: int) -> list[bytes]:
    """Returns what a book must hold where frame `bad` is spoiled, by the plainest reading of the rules."""
    held = {id_of(line): line for one in standing(FRAMES[:bad]) for line in lines_of(one)}
    for one in standing(FRAMES[bad + 1 :]):
        for line in lines_of(one):
            op = json.loads(line)
            replica, _, seq = op["id"].rpartition(":")
            before = held.get(f"{replica}:{int(seq) - 1}")
            chained = op["prev"] == ("" if before is None else sha256(before).hexdigest())
            if op["id"] not in held and chained and set(op["pred"]) <= set(held):
                held[op["id"]] = line
    return list(held.values())


@cache
def spoiled(place: int) -> tuple[bytes, int]:
    """Returns the story's journal with a byte flipped, and which frame that is in."""
    data = bytearray(STORY.journal)
    data[place] ^= 0x20
    return bytes(data), next(i for i, one in enumerate(FRAMES) if one.end > place)


def whole() -> SpaceBook:
    return opened(laid(STORY.journal, {}), 5)


WHOLE = bundle(whole())
EVERY = {id_of(line) for line in WHOLE.lines}


@pytest.mark.parametrize("bad", range(len(FRAMES)))
def test_whichever_byte_is_flipped_all_that_can_be_proven_is_there(bad: int) -> None:
    wanted = provable(bad)
    for place in range(FRAMES[bad].start, FRAMES[bad].end):
        data, _ = spoiled(place)
        folder = laid(data, {})
        book = opened(folder, 9)
        assert list(book.lines()) == wanted
        assert folder.bytes_of("aside-1") == data[FRAMES[bad].start :]
        sound(book)


@pytest.mark.parametrize("bad", range(len(FRAMES)))
def test_whichever_byte_is_flipped_the_book_goes_on_and_a_backup_heals_it(bad: int) -> None:
    for place in {
        *range(FRAMES[bad].start, FRAMES[bad].start + 16),
        *range(FRAMES[bad].start, FRAMES[bad].end, 5),
    }:
        folder = laid(spoiled(place)[0], {})
        book = opened(folder, 9)
        before = set(book.lines())
        added(book, "after")
        new = {id_of(line) for line in set(book.lines()) - before}
        assert len(new) == 1
        assert not new & EVERY
        book = reopened(folder, book)
        book.accept(staged(book, WHOLE))
        assert {id_of(line) for line in book.lines()} == EVERY | new
        sound(book)
        assert book.damage is None or book.damage.waiting == 0
        book = reopened(folder, book)
        added(book, "and on")
        reopened(folder, book)


def reopened(folder: MemoryFolder, book: SpaceBook) -> SpaceBook:
    """Closes a book and opens it again: it must show and tell the same."""
    before, told = picture(book), book.damage
    done(book.close())
    again = opened(folder, 10 + len(folder.bytes_of("journal")))
    assert picture(again) == before
    assert again.damage == told
    return again


def three(spoil: int | None = 1) -> tuple[MemoryFolder, list[int]]:
    """Returns a folder whose journal has three commits, one of them spoiled, and where each ends."""
    folder, ends = MemoryFolder(), list[int]()
    book = opened(folder, 1)
    for text in ("one", "two", "three"):
        added(book, text)
        ends.append(len(folder.bytes_of("journal")))
    data = bytearray(folder.bytes_of("journal"))
    if spoil is not None:
        data[ends[spoil] - 60] ^= 1
    return laid(bytes(data), {}), ends


def statements(book: SpaceBook) -> set[str]:
    return {doc["statement"] for doc in shown(book).get("goals", {}).values()}


def other_with(folder: MemoryFolder, end: int) -> SpaceBook:
    """Returns another device's book that has what this journal's beginning says."""
    first, other = opened(laid(folder.bytes_of("journal")[:end], {}), 60), opened(MemoryFolder(), 61)
    take(other, first)
    return other


def test_what_waits_is_taken_in_at_the_opening_after_what_it_follows_came_back() -> None:
    sane, ends = three(None)
    folder, _ = three(1)
    book = opened(folder, 2)
    assert statements(book) == {"one"}
    assert book.damage == Damage(len(sane.bytes_of("journal")) - ends[0], "aside-1", False, 0, 1, 1)
    take(book, other_with(sane, ends[1]))
    assert statements(book) == {"one", "two"}
    assert book.damage is not None
    assert (book.damage.saved, book.damage.waiting, book.damage.unread) == (0, 1, 0)
    done(book.close())
    book = opened(folder, 3)
    assert statements(book) == {"one", "two", "three"}
    assert book.damage is None
    assert set(book.lines()) == set(opened(sane, 4).lines())
    size = len(folder.bytes_of("journal"))
    reopened(folder, book)
    assert len(folder.bytes_of("journal")) == size  # nothing is taken in twice
    assert folder.bytes_of("aside-1-mark") == b"healed"


def test_an_import_that_healed_and_is_taken_back_is_told_of_again() -> None:
    sane, _ = three(None)
    folder, _ = three(1)
    book = opened(folder, 2)
    before, told = picture(book), book.damage
    take(book, opened(sane, 3))
    assert book.damage is None
    book = reopened(folder, book)
    book.undo()
    assert picture(book) == before
    assert book.damage == told
    reopened(folder, book)


def test_once_a_person_knows_it_is_not_told_again_and_what_waits_still_comes() -> None:
    sane, ends = three(None)
    folder, _ = three(1)
    book = opened(folder, 2)
    kept = folder.bytes_of("aside-1")
    done(book.know_damage())
    assert book.damage is None
    book = reopened(folder, book)
    take(book, other_with(sane, ends[1]))
    done(book.close())
    assert statements(opened(folder, 3)) == {"one", "two", "three"}
    assert folder.bytes_of("aside-1") == kept


@pytest.mark.parametrize("kind", [StorageFull, StorageLost])
def test_knowing_that_cannot_be_kept_goes_on_being_told(kind: type[Exception]) -> None:
    folder, _ = three(1)
    faults = Faults()
    book = opened(FaultyFolder(folder, faults), 2)
    told = book.damage
    for call in range(1, 5):  # open, write, truncate, flush
        faults.at = faults.calls + call
        with pytest.raises(kind):
            faults.kind = kind
            done(book.know_damage())
        assert book.damage == told
    faults.at = 0
    done(book.know_damage())
    assert book.damage is None


def test_a_second_hole_is_told_beside_the_first() -> None:
    folder, _ = three(1)
    book = opened(folder, 2)
    added(book, "four")
    end = len(folder.bytes_of("journal"))
    done(book.close())
    data = bytearray(folder.bytes_of("journal"))
    data[end - 60] ^= 1
    folder.put("journal", bytes(data))
    book = opened(folder, 3)
    assert book.damage is not None
    assert (book.damage.aside, book.damage.saved, book.damage.waiting, book.damage.unread) == (
        "aside-2",
        0,
        1,
        2,
    )
    assert statements(book) == {"one"}


def test_a_torn_tail_does_not_hide_what_was_damaged_before() -> None:
    folder, _ = three(1)
    told = opened(folder, 2).damage
    folder.crash()
    folder.put("journal", folder.bytes_of("journal") + b"OW\x01torn")
    assert opened(folder, 3).damage == told


def test_ops_of_another_book_and_ops_that_overwrite_what_is_lost_stay_aside() -> None:
    mine, theirs = MemoryFolder(), MemoryFolder()
    book, other = opened(mine, 1), opened(theirs, 2)
    (goal,) = added(book, "one")
    start = len(mine.bytes_of("journal"))
    book.commit([put(goal, "lost")], "learner")
    end = len(mine.bytes_of("journal"))
    take(other, book)
    added(other, "theirs")
    other.commit([put(goal, "over what is lost")], "teacher")
    take(book, other)
    stranger = MemoryFolder()
    added(opened(stranger, 3, "anotherspace"), "not ours")
    data = bytearray(mine.bytes_of("journal") + stranger.bytes_of("journal"))
    data[start + 40] ^= 1
    folder = laid(bytes(data), {})
    saved = opened(folder, 4)
    assert statements(saved) == {"one", "theirs"}
    assert saved.damage is not None
    assert (saved.damage.saved, saved.damage.waiting, saved.damage.unread) == (1, 2, 1)
    assert end > start
    empty = opened(MemoryFolder(), 5)
    take(empty, saved)  # a book with a hole can be passed on whole
    assert statements(empty) == {"one", "theirs"}


def test_who_writes_here_is_known_again_where_the_first_frames_are_lost() -> None:
    sane, _ = three(None)
    book = opened(sane, 7)
    for gone in range(2):
        data = bytearray(sane.bytes_of("journal"))
        data[list(frames(bytes(data)))[gone].start + 20] ^= 1
        again = opened(laid(bytes(data), {}), 8)
        assert again.replica == book.replica
        assert again._ledger.inc != 1
        assert picture(again)[:3] == picture(book)[:3]
        assert again.damage is None  # a frame without ops is proven to have held none


def test_a_newer_frame_behind_damage_is_left_alone() -> None:
    folder, _ = three(1)
    data = folder.bytes_of("journal") + frame(99, b"new")
    folder.put("journal", data)
    with pytest.raises(JournalNewer):
        opened(folder, 2)
    assert folder.bytes_of("journal") == data
    assert done(folder.names()) == ["journal", "snapshot-a", "snapshot-b"]


def test_an_undo_behind_a_hole_takes_nothing_back_and_is_told() -> None:
    other = opened(MemoryFolder(), 3)
    added(other, "theirs")
    folder = MemoryFolder()
    book = opened(folder, 1)
    take(book, other)
    added(other, "more")
    take(book, other)
    book.undo()
    found = list(frames(folder.bytes_of("journal")))
    assert [one.kind for one in found[2:]] == [IMPORT, IMPORT, UNDO]
    data = bytearray(folder.bytes_of("journal"))
    data[found[3].start + 40] ^= 1
    again = opened(laid(bytes(data), {}), 2)
    assert statements(again) == {"theirs"}
    assert again.damage is not None
    assert again.damage.unread == 2
    take(again, other)
    assert again.damage is not None
    assert (statements(again), again.damage.unread) == ({"theirs", "more"}, 1)


def test_what_was_saved_ends_what_can_be_taken_back() -> None:
    folder, _ = three(None)
    book = opened(folder, 2)
    other = opened(MemoryFolder(), 3)
    added(other, "theirs")
    take(book, other)
    done(book.close())
    found = list(frames(folder.bytes_of("journal")))
    data = bytearray(folder.bytes_of("journal"))
    data[found[3].start + 40] ^= 1
    saved = opened(laid(bytes(data), {}), 4)
    assert statements(saved) == {"one", "theirs"}
    assert not saved.undoable


MIDDLE = FRAMES[3].start + 50


@pytest.mark.parametrize("kind", [StorageFull, StorageLost, PowerCut])
@pytest.mark.parametrize("kept", [0, 70, 300, 10_000])
def test_each_call_of_salvaging_fails_and_the_next_opening_does_it_again(
    kind: type[BaseException], kept: int
) -> None:
    wanted = provable(3)
    journal = spoiled(MIDDLE)[0]
    at = 0
    while True:
        at += 1
        folder, faults = laid(journal, {}), Faults(at, kind)
        try:
            book = opened(FaultyFolder(folder, faults), 7)
        except (StorageFull, StorageLost, PowerCut):
            pass
        else:
            held = quietly(faults, lambda book=book: list(book.lines()))
            assert set(held) <= set(wanted)
            if faults.calls < at:
                break
        folder.crash(kept)
        again = opened(folder, 8)
        assert set(again.lines()) == set(wanted)
        sound(again)
        assert again.damage is not None
        assert again.damage.waiting == len(WHOLE.lines) - len(wanted) - len(lines_of(FRAMES[3]))
        assert again._ledger.inc != 1
        added(again, "after")
        reopened(folder, again)
    assert at > 8


@pytest.mark.parametrize("length", range(1, 120))
def test_no_part_of_the_mending_makes_what_follows_count(length: int) -> None:
    """Whatever ends where a frame began before: a power cut there must not join on what follows."""
    folder, ends = three(1)
    data = folder.bytes_of("journal")
    data = data[: ends[0]] + b"x" * length + data[ends[1] :]
    for at in range(1, 30):
        folder, faults = laid(data, {}), Faults(at, PowerCut)
        try:
            opened(FaultyFolder(folder, faults), 7)
        except PowerCut:
            folder.crash(10_000)
        else:
            break
        assert statements(opened(folder, 8)) == {"one"}


def test_the_search_for_sound_frames_does_not_read_the_same_bytes_again_and_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Sound headers, each over a payload up to the end that is not sound: every one could cost a reading."""
    read: list[int] = []

    def counted(data: bytes, value: int = 0) -> int:
        read.append(len(data))
        return crc32(data, value)

    n = 2000
    data = b"".join(frame(OPS, bytes(16 * (n - i - 1)))[:16] for i in range(n))
    monkeypatch.setattr("app.storage.journal.crc32", counted)
    assert list(sound_frames(data)) == []
    assert sum(read) < 10 * len(data)


def test_a_salvaged_journal_that_is_damaged_again_is_salvaged_again() -> None:
    journal = spoiled(MIDDLE)[0]
    folder = laid(journal, {})
    opened(folder, 7)
    salvaged = folder.bytes_of("journal")
    kinds = [one.kind for one in frames(salvaged)]
    assert kinds[-1] == SALVAGE
    folder.crash()
    data = bytearray(salvaged)
    data[FRAMES[2].start + 40] ^= 1
    folder.put("journal", bytes(data))
    book = opened(folder, 8)
    assert ids(book.lines()) <= ids(provable(3))
    sound(book)
    book.accept(staged(book, WHOLE))
    assert ids(book.lines()) == EVERY
    book.commit([add("on")], "learner")
    reopened(folder, book)


def ids(lines: Iterable[bytes]) -> set[str]:
    return {id_of(line) for line in lines}
