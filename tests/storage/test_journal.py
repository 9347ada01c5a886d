"""Frames: what is whole and sound, what is torn, what an UNDO voids, and what a failed append leaves."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app.storage.journal import (
    HEADER,
    IMPORT,
    OPS,
    REPLICA,
    SPACE,
    UNDO,
    Frame,
    Journal,
    JournalNewer,
    frame,
    frames,
    is_torn,
    standing,
)
from app.storage.memory import MemoryFolder
from app.sync.keeping import StorageFull, StorageLost
from tests.storage.workbench import Faults, FaultyFile, done

PARTS = [
    frame(SPACE, b'{"space":"x"}'),
    frame(REPLICA, b'{"inc":1}'),
    frame(OPS, b"one\ntwo"),
    frame(UNDO, b""),
    frame(OPS, b"three" * 9),
]
WHOLE = b"".join(PARTS)
ENDS = [sum(map(len, PARTS[:i])) for i in range(len(PARTS) + 1)]


def test_frames_come_back_as_they_were_written() -> None:
    found = list(frames(WHOLE))
    assert [one.kind for one in found] == [SPACE, REPLICA, OPS, UNDO, OPS]
    assert found[2].payload == b"one\ntwo"
    assert [one.start for one in found] == ENDS[:-1]
    assert [one.end for one in found] == ENDS[1:]
    assert HEADER <= 20


def test_every_cut_gives_the_frames_before_it_and_is_torn() -> None:
    for cut in range(len(WHOLE) + 1):
        found = list(frames(WHOLE[:cut]))
        whole = sum(end <= cut for end in ENDS[1:])
        assert len(found) == whole
        if cut not in ENDS:
            assert is_torn(WHOLE[:cut], ENDS[whole])


def test_every_flipped_bit_ends_the_frames_right_there_and_is_no_torn_tail() -> None:
    for place in range(len(WHOLE)):
        for bit in range(8):
            flipped = bytearray(WHOLE)
            flipped[place] ^= 1 << bit
            before = sum(end <= place for end in ENDS[1:])
            assert len(list(frames(bytes(flipped)))) == before
            assert not is_torn(bytes(flipped), ENDS[before])


def test_a_tail_of_zeros_is_torn_and_one_of_letters_is_not() -> None:
    assert is_torn(WHOLE + bytes(500), len(WHOLE))
    assert not is_torn(WHOLE + b"x" * 500, len(WHOLE))


def test_a_sound_frame_after_rubbish_is_seen() -> None:
    assert not is_torn(WHOLE + b"OW" + PARTS[2], len(WHOLE))


def test_text_that_looks_like_a_frame_is_not_one() -> None:
    inner = frame(OPS, b"x")
    torn = frame(OPS, b"OW\x01" * 40 + inner[:-1])[:-3]
    assert is_torn(WHOLE + torn, len(WHOLE))


def kinds(*given: int) -> list[int]:
    found = [Frame(kind, i, i + 1, b"") for i, kind in enumerate(given)]
    return [one.start for one in standing(found)]


def test_an_undo_voids_the_import_right_before_it_and_nothing_else() -> None:
    assert kinds(OPS, IMPORT, UNDO, OPS) == [0, 3]
    assert kinds(IMPORT, IMPORT, UNDO) == [0]
    assert kinds(IMPORT, REPLICA, UNDO) == [1]
    assert kinds(IMPORT, OPS, UNDO) == [0, 1]
    assert kinds(IMPORT, UNDO, UNDO) == []
    assert kinds(OPS, IMPORT) == [0, 1]


def test_a_kind_of_a_newer_version_is_not_passed_over() -> None:
    with pytest.raises(JournalNewer):
        kinds(OPS, 9)


def journal(faults: Faults) -> tuple[MemoryFolder, Journal]:
    folder = MemoryFolder()
    file = FaultyFile(done(folder.open("journal")), faults)
    return folder, Journal(file, 0, 0)


@pytest.mark.parametrize("kind", [StorageFull, StorageLost])
def test_a_failed_append_leaves_the_file_as_it_was_and_the_next_one_works(
    kind: type[Exception],
) -> None:
    for call in (3, 4):  # the second append's write and flush
        folder, kept = journal(Faults(call, kind))
        kept.append(PARTS[0])
        with pytest.raises(kind):
            kept.append(PARTS[1])
        assert folder.bytes_of("journal") == PARTS[0]
        assert kept.end == len(PARTS[0])
        kept.append(PARTS[2])
        assert folder.bytes_of("journal") == PARTS[0] + PARTS[2]


def test_where_even_taking_back_fails_nothing_more_is_acknowledged() -> None:
    _, kept = journal(Faults(3, StorageFull, lasting=True))
    kept.append(PARTS[0])
    with pytest.raises(StorageFull):
        kept.append(PARTS[1])
    with pytest.raises(StorageLost):
        kept.append(PARTS[1])
    assert kept.end == len(PARTS[0])


def test_a_power_cut_inside_an_append_takes_back_nothing_it_should_not() -> None:
    for kept_bytes in range(len(PARTS[1]) + 1):
        folder = MemoryFolder()
        file = done(folder.open("journal"))
        kept = Journal(file, 0, 0)
        kept.append(PARTS[0])
        file.write(kept.end, PARTS[1])
        folder.crash(kept_bytes)
        found = list(frames(folder.bytes_of("journal")))
        assert len(found) == (2 if kept_bytes == len(PARTS[1]) else 1)


def test_ends_are_where_the_parts_meet() -> None:
    assert [b - a for a, b in pairwise(ENDS)] == [len(part) for part in PARTS]


def test_the_reader_in_the_documentation_reads_it() -> None:
    page = (Path(__file__).parents[2] / "docs" / "journal.md").read_text("utf-8")
    example: dict[str, Any] = {}
    exec(page.split("```python\n")[1].split("```")[0], example)  # noqa: S102 - our own page
    for cut in (0, 20, len(WHOLE) - 1, len(WHOLE)):
        data = WHOLE[:cut]
        assert list(example["frames"](data)) == [(one.kind, one.payload) for one in frames(data)]
