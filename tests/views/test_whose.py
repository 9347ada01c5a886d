"""Whose device and whose book: the person says it, and no book is hidden or waits for ever."""

import pytest

from app.services.ports import Picked
from app.services.workspace import Workspace
from app.views.state import Shared
from tests.fakes import FakeDevice, FakeWall
from tests.harness import Screen, settle
from tests.views import worlds
from tests.views.opening import app_of, own_book


async def pick(screen: Screen, identifier: str, *files: Picked) -> None:
    """Chooses files as the picker would report them."""
    await screen.find(identifier).action.on_picked(files)
    await settle()


async def file_of(workspace: Workspace, space: str) -> Picked:
    file = await workspace.share.export((await workspace.open_book(space)).book)
    return Picked(file.name, file.data)


async def chidis_file() -> tuple[str, Picked]:
    """Returns a book of another learner, as its file."""
    space, other = await worlds.pupil("Chidi", "rocket", 21, FakeWall())
    return space, await file_of(other, space)


@pytest.mark.parametrize("role", ["teacher", "family"])
async def test_a_learner_is_asked_first_whoever_made_the_file(role: str) -> None:
    teacher = await worlds.teacher(role)
    space = next(card.id for card in teacher.workspace.cards if card.name == "Mia")
    file = await file_of(teacher.workspace, space)
    shared = await worlds.nobody()
    async with app_of(shared) as screen:
        await pick(screen, "bring-back", file)
        await screen.tap("take-in")
        await screen.tap(f"whose-{space}")
        assert screen.name == "today"
        assert shared.workspace.owner.role == "learner"
        assert shared.workspace.owner.name == "Mia"
        assert [card.own for card in shared.workspace.cards] == [True]


async def test_a_teacher_says_so_and_gives_a_name() -> None:
    _space, file = await chidis_file()
    shared = await worlds.nobody()
    async with app_of(shared) as screen:
        await pick(screen, "bring-back", file)
        await screen.tap("take-in")
        assert screen.says("I teach Chidi")
        await screen.tap("whose-teacher")
        await screen.write("name", "Ms Adeyemi")
        await screen.tap("begin")
        assert screen.name == "class"
        owner = shared.workspace.owner
        assert (owner.role, owner.name) == ("teacher", "Ms Adeyemi")
        assert shared.workspace.own_card is None


async def test_a_book_of_another_learner_is_asked_about_and_can_be_left() -> None:
    space, file = await chidis_file()
    shared = await worlds.new_learner()
    async with app_of(shared, "/share") as screen:
        await pick(screen, "choose-files", file)
        await screen.tap("take-in")
        assert screen.says("Is this your book?")
        await screen.tap(f"leave-{space}")
        assert screen.name == "share"
        assert screen.says("Other books on this device")
        assert screen.says("Chidi")
        assert (shared.workspace.own_card or shared.workspace.cards[0]).name == "Mia"


async def test_a_book_of_ones_own_from_another_device_becomes_the_own_one() -> None:
    space, file = await chidis_file()
    shared = await worlds.new_learner()
    async with app_of(shared, "/share") as screen:
        await pick(screen, "choose-files", file)
        await screen.tap("take-in")
        await screen.tap(f"adopt-{space}")
        assert screen.name == "today"
        assert screen.says("Hello, Chidi")
        assert shared.workspace.own_card is not None
        assert shared.workspace.own_card.id == space
        await screen.tap("nav-share")
        assert screen.says("Mia")


async def test_a_learners_own_file_brings_no_question() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    file = await file_of(shared.workspace, book.id)
    book.goals.write(statement="Swim")
    async with app_of(shared, "/share") as screen:
        await pick(screen, "choose-files", file)
        assert not screen.says("Is this your book?")
        assert "Other books on this device" not in screen.texts()


async def test_a_learner_without_a_book_chooses_one_or_begins_anew() -> None:
    space, file = await chidis_file()
    shared = await worlds.nobody()
    await shared.workspace.share.take_in([await shared.workspace.share.look(file.name, file.data)])
    shared.workspace.device_pen.set("owner", "me", role="learner", name="Mia")
    async with app_of(shared, "/today") as screen:
        assert "loading" not in screen.identifiers()
        assert screen.name == "no-book"
        assert f"adopt-{space}" in screen.identifiers()
        await screen.tap("new-own-book")
        assert screen.name == "today"
        assert screen.says("Hello, Mia")
        assert [card.name for card in shared.workspace.strays] == ["Chidi"]


async def test_what_could_not_be_taken_back_is_named() -> None:
    space, file = await chidis_file()
    shared: Shared = await worlds.nobody(FakeDevice())
    await shared.workspace.begin("teacher", "Ms Adeyemi")
    async with app_of(shared, "/share") as screen:
        await pick(screen, "choose-files", file)
        await screen.tap("take-in")
        (await shared.workspace.open_book(space)).goals.write(statement="Since then")
        await screen.tap("undo-take-in")
        assert screen.says("Not taken back, because something changed there since: Chidi")
        assert [card.name for card in shared.workspace.cards] == ["Chidi"]
