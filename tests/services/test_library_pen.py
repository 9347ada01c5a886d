"""Much is written into a library part by part, and goes on, or away again, wherever that stopped."""

import asyncio
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest

from app.services.library_pen import QUICK_S, SLOW_S, OpenLibrary, _next_size
from app.sync.op import ADD, DEL, SET, Edit
from tests.services.devices import DeviceUnderTest, device

RECORD = "case-greens"


@pytest.fixture
async def teacher() -> AsyncIterator[DeviceUnderTest]:
    made = await device(2, "teacher", "Ms Rivera")
    yield made
    await made.workspace.close()


@pytest.fixture
async def library(teacher: DeviceUnderTest) -> OpenLibrary:
    return await teacher.workspace.own_library()


def framework(count: int = 30) -> list[Edit]:
    """A framework as an import writes it: not ready first, ready last."""
    items = [
        Edit(
            ADD, "competencies", f"case-{n}", "", {"framework": RECORD, "statement": f"Skill {n}", "place": n}
        )
        for n in range(count)
    ]
    head = Edit(ADD, "frameworks", RECORD, "", {"title": "Greens", "subjects": ("Art",), "ready": False})
    return [head, *items, Edit(SET, "frameworks", RECORD, "ready", True)]


async def steps(library: OpenLibrary, edits: list[Edit], size: int = 10) -> list[tuple[int, int]]:
    return [step async for step in library.commit_in_parts(edits, size)]


async def some_steps(library: OpenLibrary, edits: list[Edit], most: int) -> None:
    parts = library.commit_in_parts(edits, 10)
    for _ in range(most):
        await anext(parts)
    await parts.aclose()


async def test_all_is_written_part_by_part_and_the_screen_has_its_turn(library: OpenLibrary) -> None:
    turns: list[int] = []

    async def screen() -> None:
        while True:
            turns.append(library.book.count("competencies"))
            await asyncio.sleep(0)

    drawing = asyncio.create_task(screen())
    assert await steps(library, framework()) == [(0, 32), (10, 32), (20, 32), (30, 32), (32, 32)]
    drawing.cancel()
    assert len(set(turns)) >= 4
    (found,) = library.reader.frameworks()
    assert (found.title, found.subjects) == ("Greens", ("Art",))
    assert [one.statement for one in library.reader.competencies(RECORD)][:2] == ["Skill 0", "Skill 1"]


@pytest.mark.parametrize(
    ("size", "took", "after"),
    [(10, QUICK_S / 2, 20), (30, QUICK_S / 2, 40), (20, SLOW_S / 2, 20), (20, SLOW_S, 10), (1, SLOW_S, 1)],
)
def test_parts_are_as_long_as_a_turn_may_take(size: int, took: float, after: int) -> None:
    assert _next_size(size, took, 40) == after


async def test_parts_that_grow_write_the_same(library: OpenLibrary) -> None:
    done = [step async for step in library.commit_in_parts(framework(), 5, most=20, sound=True)]
    assert (done[0], done[1], done[-1]) == ((0, 32), (5, 32), (32, 32))
    assert all(0 < after[0] - before[0] <= 20 for before, after in pairwise(done))
    assert len(library.reader.competencies(RECORD)) == 30


async def test_edits_said_to_be_sound_that_are_not_stop_at_the_commit(library: OpenLibrary) -> None:
    wrong = Edit(SET, "competencies", "x", "place", "third")
    with pytest.raises(ValueError, match="wrong shape"):
        async for _step in library.commit_in_parts([*framework(5), wrong], 100, sound=True):
            pass
    assert library.book.count("competencies") == 0


async def test_one_wrong_edit_among_many_and_nothing_is_written(library: OpenLibrary) -> None:
    before = library.book.vector
    for wrong in (
        Edit(SET, "competencies", "x", "place", "third"),
        Edit(ADD, "goals", "", "", {"statement": "x"}),
        Edit("rotate", "competencies", "x", "place", 1),
        Edit(SET, "people", "anotherreplica22", "name", "x"),
    ):
        with pytest.raises(ValueError, match=r"on |change of kind"):
            await steps(library, [*framework(), wrong])
    assert library.book.vector == before


async def test_a_half_written_framework_is_not_shown_and_is_gone_on_with(
    teacher: DeviceUnderTest, library: OpenLibrary
) -> None:
    await some_steps(library, framework(), 3)
    assert (library.book.count("competencies"), library.reader.frameworks()) == (19, ())
    assert [one.id for one in library.reader.unfinished()] == [RECORD]
    await teacher.restart()
    again = await teacher.workspace.own_library()
    assert again.reader.frameworks() == ()
    assert await steps(again, framework()) == [(0, 12), (10, 12), (12, 12)]
    assert len(again.reader.competencies(RECORD)) == 30
    assert [one.ready for one in again.reader.frameworks()] == [True]


async def test_a_half_written_framework_can_be_taken_back_and_brought_again(library: OpenLibrary) -> None:
    await some_steps(library, framework(), 3)
    done = [step async for step in library.take_back(library.records_of(RECORD), 10)]
    assert done[-1] == (20, 20)
    assert (library.book.count("competencies"), library.book.count("frameworks")) == (0, 0)
    assert [step async for step in library.take_back([("frameworks", RECORD)])] == [(0, 0)]
    await steps(library, framework())
    assert len(library.reader.competencies(RECORD)) == 30
    assert not any(one.kept for one in library.reader.competencies(RECORD))


async def test_the_same_again_writes_no_more_than_that_it_is_ready_again(library: OpenLibrary) -> None:
    await steps(library, framework())
    before = sum(seq for seq, _ in library.book.vector.values())
    assert await steps(library, framework()) == [(0, 2), (2, 2)]  # not ready meanwhile, and ready
    assert [one.ready for one in library.reader.frameworks()] == [True]
    assert sum(seq for seq, _ in library.book.vector.values()) == before + 2


async def test_an_add_of_what_is_here_changes_it_and_makes_no_second_version(library: OpenLibrary) -> None:
    await steps(library, framework())
    await steps(library, [Edit(ADD, "competencies", "case-3", "", {"statement": "Skill three", "place": 3})])
    changed = library.reader.competency("case-3")
    assert changed is not None
    assert (changed.statement, changed.versions, changed.framework) == ("Skill three", {}, RECORD)


async def test_edits_of_one_record_are_seen_one_after_the_other(library: OpenLibrary) -> None:
    edits = [
        Edit(SET, "boards", "b", "title", "One"),
        Edit(SET, "boards", "b", "title", "Two"),
        Edit(DEL, "boards", "b"),
        Edit(ADD, "boards", "b", "", {"title": "Three"}),
        Edit(SET, "boards", "b", "title", "Three"),
        Edit(ADD, "boards", "", "", {"title": "Nameless"}),
        Edit(DEL, "boards", "never"),
    ]
    await steps(library, edits, 2)
    assert sorted(board.title for board in library.reader.boards()) == ["Nameless", "Three"]
    board = library.reader.board("b")
    assert board is not None
    assert not board.versions
