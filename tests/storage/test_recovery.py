"""Every byte of a journal and of a snapshot is a place to be cut or flipped: never a wrong state."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from app.storage.journal import frames
from app.storage.memory import MemoryFolder
from app.storage.slots import SLOTS
from app.storage.space import SNAPSHOT_EVERY, SpaceBook
from tests.storage.workbench import (
    add,
    added,
    done,
    opened,
    picture,
    put,
    shown,
    sound,
    take,
)

Picture = tuple[Any, ...]


class Story(NamedTuple):
    """A journal, what the book showed after each acknowledged step by where the journal then ended, and
    snapshots taken on the way."""

    journal: bytes
    pictures: dict[int, Picture]
    slots: dict[str, bytes]


def tell(*, tidy_after: tuple[str, ...] = ()) -> Story:
    """Lives through commits, an import taken back, an import kept, a deletion and commits after."""
    folder = MemoryFolder()
    book, other = opened(folder, 1), opened(MemoryFolder(), 2)
    pictures: dict[int, Picture] = {}
    goals: list[str] = []
    steps: dict[str, Callable[[], object]] = {
        "add": lambda: goals.extend(added(book, "read", "write")),
        "set": lambda: book.commit([put(goals[0], "läsa 📚"), put(goals[1], "x")], "learner"),
        "import": lambda: (take(other, book), added(other, "theirs"), take(book, other)),
        "undo": book.undo,
        "again": lambda: (other.commit([put(goals[0], "both")], "teacher"), take(book, other)),
        "own": lambda: book.commit([put(goals[1], "mine"), add("hm", "reflections", "text")], "learner"),
        "del": lambda: book.commit([put(goals[0], "x")._replace(kind="del", field="", val=None)], "learner"),
    }
    for name, step in steps.items():
        step()
        pictures[len(folder.bytes_of("journal"))] = picture(book)
        if name in tidy_after:
            tidy(book)
    slots = {slot: folder.bytes_of(slot) for slot in SLOTS if slot in done(folder.names())}
    return Story(folder.bytes_of("journal"), pictures, slots)


def tidy(book: SpaceBook) -> None:
    """Writes a snapshot now."""
    book._ledger.ops += SNAPSHOT_EVERY
    done(book.tidy())
    assert book._ledger.ops == 0


STORIES = {
    "plain": tell(),
    "snapshot early": tell(tidy_after=("set",)),
    "snapshot of an undone import": tell(tidy_after=("set", "import")),
    "snapshots late": tell(tidy_after=("undo", "own")),
}
EMPTY: Picture = ({}, {}, 0, False, [])


def laid(journal: bytes, slots: dict[str, bytes]) -> MemoryFolder:
    folder = MemoryFolder()
    folder.put("journal", journal)
    for slot, data in slots.items():
        folder.put(slot, data)
    return folder


def wanted(story: Story, upto: int) -> Picture:
    """Returns what the last step showed that ended at or before `upto`."""
    ends = [end for end in story.pictures if end <= upto]
    return story.pictures[max(ends)] if ends else EMPTY


@pytest.mark.parametrize("name", STORIES)
def test_a_journal_cut_at_any_byte_opens_as_what_was_acknowledged(name: str) -> None:
    story = STORIES[name]
    ends = [0] + [one.end for one in frames(story.journal)]
    for cut in range(len(story.journal) + 1):
        folder = laid(story.journal[:cut], story.slots)
        book = opened(folder, 9)
        assert picture(book) == wanted(story, cut)
        sound(book)
        tail = story.journal[max(end for end in ends if end <= cut) : cut]
        check_aside(folder, book, tail, torn=True)


def check_aside(folder: MemoryFolder, book: SpaceBook, tail: bytes, *, torn: bool) -> None:
    """Checks that the tail is kept, told of, and not held against the next opening."""
    if not tail:
        assert book.damage is None
        return
    assert book.damage is not None
    assert (book.damage.bytes, book.damage.torn) == (len(tail), torn)
    assert folder.bytes_of(book.damage.aside) == tail
    if len(tail) % 4 != 1:  # reopening a quarter of them is enough
        return
    before = picture(book)
    done(book.close())
    again = opened(folder, 10)
    assert again.damage == (None if torn else book.damage)  # what may be lost is told again
    assert picture(again) == before


@pytest.mark.parametrize("name", ["plain", "snapshots late"])
def test_a_journal_flipped_at_any_byte_keeps_what_is_before_and_never_a_wrong_state(name: str) -> None:
    """What is taken back of what is behind it: ``test_salvage.py``."""
    story = STORIES[name]
    found = list(frames(story.journal))
    every = {line for seen in story.pictures.values() for line in seen[-1]}
    for place in range(0, len(story.journal), 2):
        flipped = bytearray(story.journal)
        flipped[place] ^= 0x20
        folder = laid(bytes(flipped), story.slots)
        book = opened(folder, 9)
        start = next(one.start for one in found if one.end > place)
        before = wanted(story, start)[-1]
        assert list(book.lines())[: len(before)] == before
        assert set(book.lines()) <= every
        assert folder.bytes_of("aside-1") == bytes(flipped[start:])
        assert book.damage is None or not book.damage.torn
        sound(book)


@pytest.mark.parametrize("name", ["snapshot early", "snapshots late"])
def test_a_snapshot_cut_or_flipped_at_any_byte_changes_nothing(name: str) -> None:
    story = STORIES[name]
    last = wanted(story, len(story.journal))
    for slot, data in story.slots.items():
        for place in range(len(data)):
            flipped = bytearray(data)
            flipped[place] ^= 0x01
            for broken in (data[:place], bytes(flipped)):
                book = opened(laid(story.journal, {**story.slots, slot: broken}), 9)
                assert picture(book) == last
                assert book.damage is None


def test_a_snapshot_is_really_used() -> None:
    """Or the tests above would pass with none: a value changed in a resealed snapshot shows."""
    story = STORIES["snapshots late"]
    book = opened(laid(story.journal, story.slots), 9)
    assert 0 < book._ledger.ops < 3
    assert opened(laid(story.journal, {}), 9)._ledger.ops > 3


def test_the_snapshot_of_an_undone_import_is_not_used_but_the_older_one_is() -> None:
    story = STORIES["snapshot of an undone import"]
    book = opened(laid(story.journal, story.slots), 9)
    plain = opened(laid(story.journal, {}), 9)
    assert 0 < book._ledger.ops < plain._ledger.ops
    assert picture(book) == picture(plain)


def test_a_snapshot_of_another_journal_is_not_used() -> None:
    one, two = STORIES["snapshot early"], tell()
    other = MemoryFolder()
    stranger = opened(other, 77)
    added(stranger, *(f"g{i}" for i in range(40)))
    book = opened(laid(other.bytes_of("journal"), one.slots), 9)
    assert picture(book) == picture(stranger)
    assert len(two.journal) > 0


def test_a_snapshot_of_a_fold_set_up_otherwise_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    story = STORIES["snapshots late"]
    monkeypatch.setattr("app.storage.snapshot.FOLD", 99)
    book = opened(laid(story.journal, story.slots), 9)
    assert book._ledger.ops > 3
    assert picture(book) == wanted(story, len(story.journal))


def test_damage_gives_a_new_incarnation_and_ids_are_never_given_twice() -> None:
    story = STORIES["plain"]
    whole = opened(laid(story.journal, {}), 9)
    ids = {line.split(b'"id":"')[1].split(b'"')[0] for line in whole.lines()}
    for cut in range(1, len(story.journal)):
        book = opened(laid(story.journal[:cut], {}), 1000 + cut)
        kept = set(book.lines())
        book.commit([add("after")], "learner")
        new = [line for line in book.lines() if line not in kept]
        made = {line.split(b'"id":"')[1].split(b'"')[0] for line in new}
        if book.damage is not None:
            assert not made & ids
        sound(book)


def test_a_power_cut_at_any_byte_of_any_commit_loses_nothing_acknowledged() -> None:
    for kept in range(0, 400, 3):
        folder = MemoryFolder()
        book = opened(folder, 3)
        added(book, "one")
        before = picture(book)
        end = len(folder.bytes_of("journal"))
        added(book, "two")
        after = picture(book)
        size = len(folder.bytes_of("journal")) - end
        data = folder.bytes_of("journal")[end:]
        done(book.close())
        folder.put("journal", folder.bytes_of("journal")[:end])
        done(folder.open("journal")).write(end, data)
        folder.crash(kept)
        again = opened(folder, 4)
        assert picture(again) == (after if kept >= size else before)


def test_mending_can_be_cut_at_any_byte_and_is_done_again() -> None:
    """The power fails while opening mends a torn tail: the new incarnation is never forgotten."""
    story = STORIES["plain"]
    cut = len(story.journal) - 7
    start = max(one.end for one in frames(story.journal[:cut]))
    good = wanted(story, cut)
    mended = laid(story.journal[:cut], {})
    opened(mended, 5)
    new = mended.bytes_of("journal")[start:]
    for kept in range(len(new) + 1):
        half = new[:kept] + story.journal[start + kept : cut]
        folder = laid(story.journal[:start] + half, {})
        book = opened(folder, 6)
        assert picture(book) == good
        assert book.damage is not None
        assert book._ledger.inc != 1


def test_a_whole_frame_after_damage_is_said_to_be_more_than_a_torn_tail() -> None:
    folder = MemoryFolder()
    book = opened(folder)
    added(book, "one")
    end = len(folder.bytes_of("journal"))
    added(book, "two")
    added(book, "three")
    data = bytearray(folder.bytes_of("journal"))
    data[end + 30] ^= 1
    again = opened(laid(bytes(data), {}), 2)
    assert again.damage is not None
    assert not again.damage.torn
    assert {doc["statement"] for doc in shown(again)["goals"].values()} == {"one"}
