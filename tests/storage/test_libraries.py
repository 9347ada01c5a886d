"""Libraries on the shelf: a kind of their own, apart from the learners' books."""

import random

import pytest

from app.storage.memory import MemoryFolder
from app.storage.shelf import FolderShelf
from app.sync.bundle import Checked, Refusal, Sender, Title, write_bundle
from app.sync.gate import check
from app.sync.keeping import StorageLost
from app.sync.op import ADD, Edit
from tests.storage.workbench import Wall, add, bundle

MIA, SHARED = "miasbook2026", "riveraslibrary"
ACTIVITY = Edit(ADD, "activities", "", "", {"title": "Mix two greens"})


def shelf_over(folder: MemoryFolder, seed: int = 1) -> FolderShelf:
    return FolderShelf(folder, Wall(), random.Random(seed).getrandbits)


async def test_a_library_is_made_opened_and_discarded_apart_from_books() -> None:
    folder = MemoryFolder()
    shelf = shelf_over(folder)
    library = await shelf.create(SHARED, "library")
    await shelf.create(MIA)
    library.commit([ACTIVITY], "teacher")
    assert (library.kind, await shelf.libraries(), await shelf.spaces()) == ("library", [SHARED], [MIA])
    assert await shelf.open(SHARED) is library
    await shelf.close()
    with pytest.raises(StorageLost):
        await shelf.libraries()
    again = shelf_over(folder, 2)
    opened = await again.open(SHARED)
    assert (opened.kind, opened.count("activities")) == ("library", 1)
    await again.discard(SHARED)
    assert (await again.libraries(), await again.spaces()) == ([], [MIA])
    with pytest.raises(FileNotFoundError):
        await again.open(SHARED)


@pytest.mark.parametrize(("first", "second"), [("learner", "library"), ("library", "learner")])
async def test_an_id_is_given_once_over_both_kinds(first: str, second: str) -> None:
    shelf = shelf_over(MemoryFolder())
    made = await shelf.create(MIA, first)
    for kind in (first, second):
        with pytest.raises(FileExistsError):
            await shelf.create(MIA, kind)
    assert (await shelf.open(MIA)) is made
    assert len([*await shelf.spaces(), *await shelf.libraries()]) == 1


async def test_each_kind_has_the_collections_of_its_own() -> None:
    shelf = shelf_over(MemoryFolder())
    library, book = await shelf.create(SHARED, "library"), await shelf.create(MIA)
    with pytest.raises(ValueError, match="unknown collection"):
        library.commit([add("goal")], "teacher")
    with pytest.raises(ValueError, match="unknown collection"):
        book.commit([Edit(ADD, "boards", "", "", {"title": "Greens"})], "teacher")
    with pytest.raises(ValueError, match="not this role"):
        library.commit([ACTIVITY], "learner")


async def test_a_bundle_of_a_library_is_staged_and_taken_in_as_one() -> None:
    giver, taker = shelf_over(MemoryFolder()), shelf_over(MemoryFolder(), 2)
    library = await giver.create(SHARED, "library")
    library.commit([ACTIVITY], "teacher")
    checked = bundle(library)
    assert checked.kind == "library"
    staged = await taker.stage_new(checked)
    assert not isinstance(staged, Refusal)
    assert dict(staged.difference.added) == {"activities": 1}
    assert await taker.libraries() == []
    here = await taker.create(SHARED, checked.kind)
    here.accept(staged)
    assert here.vector == library.vector


@pytest.mark.parametrize(("here", "there"), [("learner", "library"), ("library", "learner")])
async def test_a_bundle_of_the_other_kind_is_refused(here: str, there: str) -> None:
    shelf = shelf_over(MemoryFolder())
    book = await shelf.create(MIA, here)
    checked = check(write_bundle(Title(MIA, "x", there), Sender("r.1", "teacher", "R"), 1, {}, []))
    assert isinstance(checked, Checked)
    assert book.stage(checked) == Refusal("other_kind")
