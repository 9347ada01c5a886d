"""A library that comes in with a book: what it brings in words, whose it is, and a way back."""

import pytest

from app.services.ports import Picked
from app.services.workspace import Workspace
from tests.fakes import new_workspace
from tests.harness import Screen, settle
from tests.views import worlds
from tests.views.opening import app_of
from tests.views.test_sharing import pick
from tests.views.worlds import Shared


async def teacher_of(shared: Shared) -> tuple[Workspace, str]:
    """A teacher elsewhere who has the learner's book, and a library of two activities."""
    card = shared.workspace.own_card
    assert card is not None
    teacher = new_workspace(seed=7)
    await teacher.open()
    await teacher.begin("teacher", "Ms Rivera", "sun")
    await worlds.hand_over(shared.workspace, teacher, card.id)
    library = await teacher.own_library()
    for title in ("Mix two greens", "Ask a painter"):
        library.pen.add("activities", {"title": title})
    return teacher, card.id


async def file_from(teacher: Workspace, space: str) -> Picked:
    file = await teacher.share.export((await teacher.open_book(space)).book)
    return Picked(file.name, file.data)


def boxes(screen: Screen) -> list[str]:
    return [name for name in screen.identifiers() if name.startswith("choose-") and name[7:].isdigit()]


async def test_a_library_is_told_in_words_taken_in_and_taken_back() -> None:
    shared = await worlds.new_learner()
    teacher, space = await teacher_of(shared)
    (await teacher.open_book(space)).profile.tell("strength", "colours")
    async with app_of(shared, "/share") as screen:
        await pick(screen, "choose-files", await file_from(teacher, space))
        assert screen.says("Take in 1 file")
        assert screen.says("’s library")
        assert screen.says("Ms Rivera")
        assert screen.says("2 new activities")
        assert screen.says("1 new line about themselves")
        assert len(boxes(screen)) == 2
        await screen.tap("take-in")
        assert screen.says("1 file taken in")
        titles = {one.title for one in shared.workspace.catalog().activities()}
        assert {"Mix two greens", "Ask a painter"} <= titles, "a book that stays open knows them at once"
        assert len(await shared.workspace.libraries()) == 1
        await screen.tap("undo-take-in")
        assert screen.says("Taken back")
        assert "Mix two greens" not in {one.title for one in shared.workspace.catalog().activities()}
        assert await shared.workspace.libraries() == ()


async def test_what_changed_in_a_library_is_counted_and_the_same_brings_nothing() -> None:
    shared = await worlds.new_learner()
    teacher, space = await teacher_of(shared)
    share, first = shared.workspace.share, await file_from(teacher, space)
    await share.take_in(await share.look_all(first.name, first.data))
    async with app_of(shared, "/share") as screen:
        await pick(screen, "choose-files", first)
        assert screen.texts().count("Already here, nothing new") == 2
        assert boxes(screen) == []
        await screen.tap("not-now")
        library = await teacher.own_library()
        rec = library.reader.activities()[0].id
        library.pen.set("activities", rec, title="Ask two painters")
        library.pen.add("competencies", {"statement": "Mix colours", "framework": "own"})
        await pick(screen, "choose-files", await file_from(teacher, space))
        assert screen.says("1 new skill, 1 changed activity")


async def test_a_library_alone_asks_nobody_whose_device_it_is() -> None:
    shared = await worlds.new_learner()
    teacher, _space = await teacher_of(shared)
    alone = await teacher.share.export_library((await teacher.own_library()).book)
    new = await worlds.nobody()
    await new.workspace.begin("teacher", "Mr Chen")
    async with app_of(new, "/share") as screen:
        await pick(screen, "choose-files", Picked(alone.name, alone.data))
        await screen.tap("take-in")
        assert not screen.says("Who uses this device?")
        await screen.tap("taken-done")
        assert new.workspace.cards == ()
        assert [card.own for card in new.workspace.library_service.cards] == [False]


async def test_a_new_file_is_made_when_a_library_changes_and_one_left_out_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = await worlds.teacher()
    library = await shared.workspace.own_library()
    async with app_of(shared, "/share") as screen:
        await screen.tap(f"ready-{shared.workspace.cards[0].id}")
        await settle()
        old = screen.find("save-file").action.data
        library.pen.add("boards", {"title": "Greens of the wood"})
        await settle()
        assert b"Greens of the wood" not in old
        assert b"Greens of the wood" in screen.find("save-file").action.data
        monkeypatch.setattr("app.services.exporting.MOST_BYTES", 1)
        library.pen.add("boards", {"title": "Blues"})
        await settle()
        assert screen.says("library is too much for this file")


async def test_a_librarys_file_too_big_to_go_along_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = await worlds.teacher()
    library = await shared.workspace.own_library()
    data = b"a worksheet" * 400
    blob = {"sha256": await shared.workspace.blobs.put(data), "mime": "image/jpeg", "size": len(data)}
    sheet = {"kind": "photo", "title": "Sheet", "blob": blob}
    library.pen.add("activities", {"title": "Leaves", "resources": [sheet]})
    monkeypatch.setattr("app.services.exporting.MOST_LIBRARY_PHOTO_BYTES", 100)
    async with app_of(shared, "/share") as screen:
        await screen.tap(f"ready-{shared.workspace.cards[0].id}")
        await settle()
        assert screen.says("1 photo or file of")
