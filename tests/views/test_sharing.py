"""Files out and in: what is true, the preview, refusals, and undo."""

import asyncio
import json

import pytest

from app.services.ports import Book, Picked
from app.services.sharing import ExportFile, ShareService
from tests.fakes import FakeDevice
from tests.harness import DESKTOP, Screen, settle
from tests.views import worlds
from tests.views.opening import app_of, own_book


async def pick(screen: Screen, identifier: str, *files: Picked) -> None:
    """Chooses files as the picker would report them."""
    result = screen.find(identifier).action.on_picked(files)
    if result is not None:
        await result
    await settle()


async def mias_file(change: bool = False) -> Picked:
    """Returns Mia's book as a file; with `change`, after one more goal."""
    wall = worlds.FakeWall()
    _space, mia = await worlds.pupil("Mia", "paws", 20, wall)
    card = mia.own_card
    assert card is not None
    book = await mia.open_book(card.id)
    if change:
        wall.now = worlds.NOW
        book.goals.write(statement="A goal of today")
    file = await mia.share.export(book.book)
    return Picked(file.name, file.data)


async def test_the_file_is_ready_before_the_tap_and_going_out_is_noted() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/share") as screen:
        assert screen.says("never gone out")
        action = screen.find("send-file").action
        assert json.loads(action.data)["format"] == "ownway-bundle"
        await screen.tap("send-file")
        assert screen.says("Did the file arrive?")
        assert screen.says("never gone out")
        await screen.tap("not-arrived")
        assert screen.says("never gone out")
        await screen.tap("send-file")
        await screen.tap("arrived")
        assert screen.says("Last file: today")


async def test_a_saved_file_is_noted_at_once() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/share") as screen:
        await screen.tap("save-file")
        assert screen.says("Last file: today")


async def test_a_file_from_before_a_change_never_goes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    export, held = ShareService.export, asyncio.Event()

    async def slow(self: ShareService, *args: Book) -> ExportFile:
        await held.wait()
        return await export(self, *args)

    async with app_of(shared, "/share") as screen:
        old = screen.find("send-file").action.data
        monkeypatch.setattr(ShareService, "export", slow)
        book.goals.write(statement="Swim")
        await settle()
        assert "send-file" not in screen.identifiers()
        assert screen.find("save-file").disabled
        assert screen.find("save-file").action is None
        held.set()
        await settle()
        assert not screen.find("save-file").disabled
        new = screen.find("send-file").action.data
        assert b"Swim" in new
        assert new != old
        assert screen.find("save-file").action.data == new


async def test_files_of_a_class_go_out_in_turn_each_noted_by_itself() -> None:
    shared = await worlds.teacher()

    def noted() -> list[str]:
        return [card.name for card in shared.workspace.cards if card.backup]

    names = [card.name for card in shared.workspace.cards]
    async with app_of(shared, "/share") as screen:
        await screen.tap("ready-all")
        await settle()
        await screen.tap("save-file")
        await settle()
        assert noted() == names[:1]
        await screen.tap("next-file")
        await settle()
        await screen.tap("send-file")
        assert noted() == names[:1]
        await screen.tap("arrived")
        assert noted() == [names[0], names[2]]
        await screen.tap("stop")
        assert "ready-all" in screen.identifiers()


async def test_photos_that_are_too_much_for_a_file_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.exporting.MOST_PHOTO_BYTES", 1)
    async with app_of(await worlds.learner(), "/share") as screen:
        assert screen.says("older photos are too much for one file")


async def test_where_nothing_can_be_shared_the_file_is_saved() -> None:
    shared = await worlds.nobody(FakeDevice(can_share=False))
    await shared.workspace.begin("learner", "Mia", "paws")
    async with app_of(shared, "/share") as screen:
        assert "send-file" not in screen.identifiers()
        assert screen.find("save-file").action.name.endswith(".json")


async def test_it_says_how_far_the_teacher_has_seen() -> None:
    async with app_of(await worlds.learner(), "/share") as screen:
        assert screen.says("Ms Adeyemi has seen up to: yesterday")


async def test_a_file_is_previewed_in_words_taken_in_and_taken_back() -> None:
    shared = await worlds.nobody()
    await shared.workspace.begin("teacher", "Ms Adeyemi")
    async with app_of(shared, "/class") as screen:
        await pick(screen, "take-in-files", await mias_file())
        assert screen.name == "take-in"
        assert screen.says("A new book: 4 new goals, 5 new pieces")
        assert shared.workspace.cards == ()
        await screen.tap("take-in")
        assert [card.name for card in shared.workspace.cards] == ["Mia"]
        await screen.tap("undo-take-in")
        assert shared.workspace.cards == ()
        await screen.tap("undone-done")
        assert screen.name == "class"


async def test_what_is_new_is_counted_and_the_same_file_again_brings_nothing() -> None:
    shared = await worlds.nobody()
    await shared.workspace.begin("teacher", "Ms Adeyemi")
    async with app_of(shared, "/share") as screen:
        await pick(screen, "choose-files", await mias_file())
        await screen.tap("take-in")
        await screen.tap("taken-done")
        await pick(screen, "choose-files", await mias_file(change=True), await mias_file())
        assert screen.says("1 new goal")
        assert screen.says("Already here, nothing new")
        assert "choose-0" in screen.identifiers()
        assert "choose-1" not in screen.identifiers()


@pytest.mark.parametrize("width", [844, 1180])
async def test_a_preview_stays_when_the_device_is_turned(width: int) -> None:
    shared = await worlds.nobody()
    await shared.workspace.begin("teacher", "Ms Adeyemi")
    async with app_of(shared, "/share") as screen:
        await pick(screen, "choose-files", await mias_file())
        await screen.turn(width, 390)
        assert "take-in" in screen.identifiers()
        await screen.tap("take-in")
        assert len(shared.workspace.cards) == 1


async def test_not_now_changes_nothing() -> None:
    shared = await worlds.nobody()
    await shared.workspace.begin("teacher", "Ms Adeyemi")
    async with app_of(shared, "/share") as screen:
        await pick(screen, "choose-files", await mias_file())
        await screen.tap("not-now")
        assert screen.name == "share"
        assert shared.workspace.cards == ()


async def test_a_broken_file_is_refused_in_words_beside_a_good_one() -> None:
    shared = await worlds.nobody()
    await shared.workspace.begin("teacher", "Ms Adeyemi")
    good = await mias_file()
    async with app_of(shared, "/share", DESKTOP) as screen:
        await pick(screen, "choose-files", Picked("mia (2) copy.txt", good.data[:9000]), good)
        assert screen.says("mia (2) copy.txt")
        assert screen.says("Nothing was changed")
        assert screen.says("1 file not readable")
        await screen.tap("take-in")
        assert [card.name for card in shared.workspace.cards] == ["Mia"]


async def test_a_file_that_both_changed_says_which_words() -> None:
    shared = await worlds.teacher()
    space = next(card.id for card in shared.workspace.cards if card.name == "Mia")
    book = await shared.workspace.open_book(space)
    goal = next(g for g in book.reader.goals() if g.statement.startswith("Explain"))
    book.goals.change(goal.id, due="2026-12-01")
    _space, mia = await worlds.pupil("Mia", "paws", 20, worlds.FakeWall(worlds.NOW - 21 * worlds.DAY))
    theirs = await mia.open_book(space)
    theirs.goals.change(goal.id, due="2026-12-12")
    file = await mia.share.export(theirs.book)
    async with app_of(shared, "/class") as screen:
        await pick(screen, "take-in-files", Picked(file.name, file.data))
        assert screen.says("You both changed “By when?”")


async def test_a_teacher_gets_all_files_ready_and_hands_one_over() -> None:
    shared = await worlds.teacher()
    space = next(card.id for card in shared.workspace.cards if card.name == "Elif")
    async with app_of(shared, "/share") as screen:
        await screen.tap(f"ready-{space}")
        await settle()
        assert screen.identifiers().count("send-file") == 1
        await screen.tap("send-file")
        await screen.tap("arrived")
        card = next(card for card in shared.workspace.cards if card.id == space)
        assert card.backup > 0


async def test_the_learner_finds_the_truth_about_the_device_beside_it() -> None:
    async with app_of(await worlds.new_learner(), "/share") as screen:
        assert screen.says("Protected on this device")


async def test_books_that_never_left_are_handed_over_and_others_given_back() -> None:
    shared = await worlds.nobody()
    await shared.workspace.begin("teacher", "Ms Adeyemi")
    await shared.workspace.new_book("Ana")
    async with app_of(shared, "/share") as screen:
        assert screen.says("Hand books over")
        assert not screen.says("Give books back")
        assert screen.says("On their device: Share, then Choose files.")
        await pick(screen, "choose-files", await mias_file())
        await screen.tap("take-in")
        await screen.tap("taken-done")
        assert screen.says("Give books back")
