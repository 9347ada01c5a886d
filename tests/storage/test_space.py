"""What a book promises to services, one promise a test."""

from dataclasses import replace

import pytest

from app.storage.journal import frames
from app.storage.memory import MemoryFolder
from app.storage.space import SNAPSHOT_EVERY, SpaceBook
from app.sync.bundle import Checked
from app.sync.keeping import StaleStage, StorageLost
from app.sync.op import Edit, canonical, digest
from tests.storage.workbench import (
    SPACE,
    add,
    added,
    bundle,
    done,
    opened,
    picture,
    put,
    refused,
    setting,
    shown,
    sound,
    staged,
    take,
)


def new_book(seed: int = 1) -> tuple[MemoryFolder, SpaceBook]:
    folder = MemoryFolder()
    return folder, opened(folder, seed)


def test_a_new_book_is_empty_and_names_itself() -> None:
    _, book = new_book()
    assert (book.id, book.kind, book.vector, book.held, book.undoable) == (SPACE, "learner", {}, 0, False)
    assert len(book.replica) == 16
    assert book.damage is None
    assert book.all("goals") == []
    assert book.get("goals", "none") is None
    assert book.find("goals", "state", "active") == []
    assert book.count("goals") == 0
    assert list(book.lines()) == []


def test_a_commit_is_one_write_of_one_frame_and_says_what_changed() -> None:
    folder, book = new_book()
    before = len(folder.bytes_of("journal"))
    changed = book.commit([add("one"), add("two"), add("hm", "reflections", "text")], "learner")
    assert {col: len(recs) for col, recs in changed.items()} == {"goals": 2, "reflections": 1}
    assert len(list(frames(folder.bytes_of("journal"), before))) == 1
    (rec,) = changed["reflections"]
    assert book.get("reflections", rec)["text"] == "hm"  # type: ignore[index]
    assert rec.startswith(book.replica + ".1-")


def test_a_later_edit_of_a_commit_sees_an_earlier_one() -> None:
    _, book = new_book()
    book.commit([put("g", "first"), put("g", "second")], "learner")
    doc = book.get("goals", "g")
    assert doc is not None
    assert doc["statement"] == "second"
    assert "_versions" not in doc


def test_an_edit_that_the_policy_would_hold_is_refused_whole() -> None:
    folder, book = new_book()
    data = folder.bytes_of("journal")
    for bad in (
        Edit("set", "nowhere", "x", "f", 1),
        Edit("set", "goals", "g", "statement", 7),
        Edit("set", "goals", "g", "nothing", "x"),
        Edit("add", "reflections", "", "", {}),
        Edit("resolve", "goals", "g", "statement", "x"),
    ):
        with pytest.raises(ValueError, match="on "):
            book.commit([add("good"), bad], "learner")
    assert folder.bytes_of("journal") == data
    assert picture(book) == ({}, {}, 0, False, [])


def test_values_are_kept_apart_from_the_callers_own() -> None:
    _, book = new_book()
    ids = ["c1"]
    book.commit([Edit("set", "goals", "g", "competencies", ids)], "teacher")
    ids[0] = "changed later"
    assert book.get("goals", "g")["competencies"] == ["c1"]  # type: ignore[index]
    sound(book)


def test_nothing_to_commit_writes_nothing() -> None:
    folder, book = new_book()
    data = folder.bytes_of("journal")
    assert book.commit([], "learner") == {}
    assert folder.bytes_of("journal") == data


def test_each_op_is_chained_to_the_last_across_reopening() -> None:
    folder, book = new_book()
    added(book, "one")
    done(book.close())
    book = opened(folder, 2)
    added(book, "two")
    first, second = book.lines()
    assert f'"prev":"{digest(first)}"'.encode() in second
    assert book.vector == {f"{book.replica}.1": (2, digest(second))}


def test_find_follows_commits_imports_and_undo() -> None:
    _, book = new_book()
    _, other = new_book(2)
    goal, other_goal = *added(book, "x"), *added(other, "x")
    assert [doc["id"] for doc in book.find("goals", "statement", "x")] == [goal]
    take(book, other)
    assert {doc["id"] for doc in book.find("goals", "statement", "x")} == {goal, other_goal}
    book.undo()
    assert [doc["id"] for doc in book.find("goals", "statement", "x")] == [goal]
    book.commit([put(goal, "y")], "learner")
    assert book.find("goals", "statement", "x") == []
    book.commit([Edit("del", "goals", goal)], "learner")
    assert book.find("goals", "statement", "y") == []
    assert book.count("goals") == 0


def test_staging_changes_nothing_and_says_what_would() -> None:
    folder, book = new_book()
    _, other = new_book(2)
    (goal,) = added(book, "mine")
    take(other, book)
    other.commit([put(goal, "theirs"), add("new")], "teacher")
    book.commit([put(goal, "mine too")], "learner")
    before, data = picture(book), folder.bytes_of("journal")
    stage = staged(book, bundle(other))
    assert stage.new_ops == 2
    assert stage.difference.added == {"goals": 1}
    assert stage.difference.both == (("goals", goal, "statement"),)
    assert (picture(book), folder.bytes_of("journal")) == (before, data)
    changed = book.accept(stage)
    assert len(changed["goals"]) == 2
    sound(book)


def test_the_same_bundle_again_writes_no_byte() -> None:
    folder, book = new_book()
    _, other = new_book(2)
    added(other, "theirs")
    take(book, other)
    before, data = picture(book), folder.bytes_of("journal")
    stage = staged(book, bundle(other))
    assert stage.new_ops == 0
    assert stage.difference.empty
    assert book.accept(stage) == {}
    assert (picture(book), folder.bytes_of("journal")) == (before, data)
    assert book.undoable


def test_a_stage_is_good_for_the_book_as_it_was() -> None:
    _, book = new_book()
    _, other = new_book(2)
    third = opened(MemoryFolder(), 3, "strangerbook")
    added(other, "theirs")
    stage = staged(book, bundle(other))
    with pytest.raises(ValueError, match="another book"):
        third.accept(stage)
    added(book, "meanwhile")
    with pytest.raises(StaleStage):
        book.accept(stage)
    book.accept(staged(book, bundle(other)))
    sound(book)


def test_a_stage_made_for_an_empty_book_is_good_for_another_empty_one_of_the_space() -> None:
    """So that a new book's bundle is folded once: for the preview, before any file is made."""
    folder, book = new_book()
    _, passing = new_book(8)
    _, other = new_book(2)
    added(other, "theirs")
    book.accept(staged(passing, bundle(other)))
    assert shown(book) == shown(other)
    assert shown(passing) == {}
    sound(book)
    done(book.close())
    assert shown(opened(folder, 4)) == shown(other)
    _, filled = new_book(5)
    added(filled, "not empty")
    with pytest.raises(StaleStage):
        filled.accept(staged(passing, bundle(other)))


def test_a_bundle_of_another_space_is_refused() -> None:
    _, book = new_book()
    stranger = opened(MemoryFolder(), 2, "strangerbook")
    added(stranger, "x")
    assert refused(book, bundle(stranger)).code == "other_space"


def part(whole: Checked, start: int) -> Checked:
    """Returns a one-replica bundle without its first ops."""
    (replica,) = whole.to
    return replace(
        whole,
        start={replica: start},
        ops=whole.ops[start:],
        lines=whole.lines[start:],
        hashes=whole.hashes[start:],
    )


def test_a_part_joins_on_and_a_gap_is_refused() -> None:
    _, book = new_book()
    _, other = new_book(2)
    added(other, "one")
    take(book, other)
    added(other, "two")
    added(other, "three")
    whole = bundle(other)
    refusal = refused(book, part(whole, 2))
    assert (refusal.code, dict(refusal.facts)) == ("gap", {"begins": 2, "has": 1})
    assert staged(book, part(whole, 1)).new_ops == 2
    book.accept(staged(book, part(whole, 1)))
    assert shown(book) == shown(other)


def test_a_fork_is_refused_wherever_it_begins() -> None:
    """Two copies of one device that went different ways, compared shorter, equal and longer."""
    folder, one = new_book()
    added(one, "shared")
    twin = MemoryFolder()
    twin.put("journal", folder.bytes_of("journal"))
    two = opened(twin, 2)
    added(one, "this way")
    added(two, "that way")
    third = opened(MemoryFolder(), 3)
    take(third, one)
    assert refused(third, bundle(two)).code == "fork"  # as long as ours
    added(two, "and on")
    assert refused(third, bundle(two)).code == "fork"  # longer than ours
    added(one, "a"), added(one, "b"), added(one, "c")
    take(third, one)
    assert refused(third, bundle(two)).code == "fork"  # shorter than ours
    assert shown(third) == shown(one)


def test_an_op_that_overwrites_what_nobody_has_is_refused() -> None:
    _, book = new_book()
    _, other = new_book(2)
    (goal,) = added(other, "one")
    other.commit([put(goal, "two")], "learner")
    whole = bundle(other)
    ops = [dict(op) for op in whole.ops]
    ops[1]["pred"] = ["nobody.1:4"]
    bad = replace(whole, ops=ops)  # type: ignore[arg-type]
    assert refused(book, bad).code == "dangling"


def test_undo_takes_back_the_last_import_until_the_next_commit() -> None:
    folder, book = new_book()
    _, other = new_book(2)
    (goal,) = added(book, "mine")
    before = picture(book)
    take(other, book)
    other.commit([put(goal, "theirs"), add("new")], "teacher")
    for reopen in (False, True):
        take(book, other)
        after = picture(book)
        assert book.undoable
        if reopen:
            done(book.close())
            book = opened(folder, 5)
            assert picture(book) == after
        assert set(book.undo()["goals"]) >= {goal}
        assert picture(book) == before
        with pytest.raises(ValueError, match="nothing to undo"):
            book.undo()
    take(book, other)
    added(book, "mine again")
    assert not book.undoable
    with pytest.raises(ValueError, match="nothing to undo"):
        book.undo()
    sound(book)


def test_imports_in_a_row_are_taken_back_one_by_one_also_after_a_restart() -> None:
    folder, book = new_book()
    _, other = new_book(2)
    added(book, "mine")
    pictures, files = [picture(book)], []
    for text in ("first", "second", "third"):
        added(other, text)
        checked = bundle(other)
        book.accept(staged(book, checked))
        files.append(checked.file)
        pictures.append(picture(book))
    for left in (2, 1, 0):
        book._ledger.ops += SNAPSHOT_EVERY
        done(book.tidy())
        done(book.close())
        book = opened(folder, 9)
        assert book.last_import == files[left]
        book.undo()
        assert picture(book)[0] == pictures[left][0]
        assert book.vector == pictures[left][1]
    assert (book.undoable, book.last_import) == (False, "")
    sound(book)


def test_a_book_holds_what_it_has_by_number_and_hash() -> None:
    _, book = new_book()
    added(book, "one")
    before = book.vector
    added(book, "two")
    (name,) = before
    assert book.holds(before)
    assert book.holds(book.vector)
    assert not book.holds({name: (1, "f" * 64)})
    assert not book.holds({name: (3, before[name][1])})
    assert not book.holds({"other.1": before[name]})


def test_undo_leaves_nothing_behind_that_a_snapshot_would_keep() -> None:
    _, book = new_book()
    _, other = new_book(2)
    added(book, "mine")
    added(other, "theirs")
    before = book._records.blocks()
    take(book, other)
    assert book._records.blocks() != before
    book.undo()
    assert book._records.blocks() == before


def test_ones_own_ops_from_before_a_restore_come_back_and_ids_go_on_elsewhere() -> None:
    folder, book = new_book()
    added(book, "one")
    old = folder.bytes_of("journal")
    added(book, "two")
    family = opened(MemoryFolder(), 2)
    take(family, book)
    restored = MemoryFolder()
    restored.put("journal", old)
    book = opened(restored, 3)
    take(book, family)
    assert shown(book) == shown(family)
    added(book, "three")
    writers = sorted(book.vector)
    assert len(writers) == 2
    assert {writer.partition(".")[0] for writer in writers} == {book.replica}
    done(book.close())
    again = opened(restored, 4)
    assert shown(again) == shown(book)
    added(again, "four")
    assert sorted(again.vector) == writers
    take(family, again)
    assert shown(family) == shown(again)


def test_what_this_version_does_not_know_is_held_and_passed_on() -> None:
    _, book = new_book()
    _, other = new_book(2)
    added(other, "known")
    whole = bundle(other)
    op = {**whole.ops[0], "kind": "sing", "id": whole.ops[0]["id"][:-1] + "2", "new": {"key": 1}}
    op["prev"] = whole.hashes[0]
    line = canonical(op)
    (replica,) = whole.to
    more = replace(
        whole,
        to={replica: (2, digest(line))},
        ops=[*whole.ops, op],  # type: ignore[list-item]
        lines=[*whole.lines, line],
        hashes=[*whole.hashes, digest(line)],
    )
    stage = staged(book, more)
    assert stage.difference.held == 1
    book.accept(stage)
    assert book.held == 1
    assert list(book.lines())[1] == line
    book.undo()
    assert book.held == 0


def test_a_clock_far_ahead_pulls_ours_by_a_day_at_most_also_after_reopening() -> None:
    folder, book = new_book()
    _, other = new_book(2)
    other._setting.wall.now += 10**12  # type: ignore[attr-defined]
    added(other, "from the future")
    take(book, other)
    clock = book._ledger.clock
    now = book._setting.wall()
    assert now < clock.ms <= now + 86_400_000
    done(book.close())
    assert opened(folder, 3)._ledger.clock == clock


def test_walls_and_histories_of_ops() -> None:
    _, book = new_book()
    _, other = new_book(2)
    (goal,) = added(book, "one")
    book.commit([put(goal, "two")], "learner")
    writer = f"{book.replica}.1"
    assert book.wall_of(writer, 2) == 1_700_000_000_002
    assert book.wall_of(writer, 3) == 0
    assert book.wall_of(writer, 0) == 0
    assert book.wall_of("nobody.1", 1) == 0
    take(other, book)
    other.commit([put(goal, "three")], "teacher")
    take(book, other)
    assert book.wall_of(f"{other.replica}.1", 1) > 0
    assert [op["by"] for op in book.history("goals", goal)] == ["learner", "learner", "teacher"]
    book.undo()
    assert book.wall_of(f"{other.replica}.1", 1) == 0
    assert len(book.history("goals", goal)) == 2
    assert book.history("reflections", goal) == []


def test_a_journal_of_another_space_is_left_alone() -> None:
    folder, book = new_book()
    done(book.close())
    data = folder.bytes_of("journal")
    with pytest.raises(ValueError, match="spaceabcde"):
        opened(folder, 1, "anotherone")
    assert folder.bytes_of("journal") == data
    assert opened(folder).id == SPACE


def test_a_closed_book_writes_no_more() -> None:
    _, book = new_book()
    done(book.close())
    with pytest.raises(StorageLost):
        added(book, "too late")


async def test_tidying_and_writing_take_turns() -> None:
    folder = MemoryFolder()
    book = await SpaceBook.open(setting(folder))
    for number in range(30):
        book.commit([add(f"{number}-{i}") for i in range(20)], "learner")
        await book.tidy()
    assert len(folder.bytes_of("snapshot-a")) > 0
    assert len(folder.bytes_of("snapshot-b")) > 0
    before = picture(book)
    await book.close()
    again = await SpaceBook.open(setting(folder, 2))
    assert again._ledger.ops < 300
    assert picture(again) == before
