"""The first visit: who, what name, and nothing more."""

import flet as ft
import pytest

from app.services.ports import Picked, Protection
from app.views.state import Shared
from tests.fakes import FakeDevice
from tests.harness import Screen, settle
from tests.views import worlds
from tests.views.opening import app_of


@pytest.mark.parametrize(("role", "home"), [("learner", "today"), ("teacher", "class"), ("family", "class")])
async def test_a_person_begins_with_a_name_and_a_sign(role: str, home: str) -> None:
    shared = await worlds.nobody()
    async with app_of(shared) as screen:
        assert screen.name == "start"
        await screen.tap(f"role-{role}")
        await screen.write("name", "Mia")
        await screen.tap("sign-rocket")
        await screen.tap("begin")
        assert screen.name == home
        owner = shared.workspace.owner
        assert (owner.role, owner.name, owner.avatar) == (role, "Mia", "rocket")
        assert [card.name for card in shared.workspace.cards] == (["Mia"] if role == "learner" else [])


async def test_without_a_name_it_asks_for_one_and_nothing_begins() -> None:
    shared = await worlds.nobody()
    async with app_of(shared) as screen:
        await screen.tap("role-learner")
        await screen.tap("begin")
        assert screen.says("Type a name first")
        assert shared.workspace.owner.role == ""


async def test_one_can_go_back_and_choose_another_role() -> None:
    async with app_of(await worlds.nobody()) as screen:
        await screen.tap("role-teacher")
        await screen.tap("back")
        assert "role-learner" in screen.identifiers()


@pytest.mark.parametrize(("platform", "words"), [("ios", "Add to Home Screen"), ("android", "three dots")])
async def test_a_phone_is_told_the_way_to_the_home_screen(platform: str, words: str) -> None:
    device = FakeDevice(state=Protection(False, False, platform))  # type: ignore[arg-type]
    async with app_of(await worlds.nobody(device)) as screen:
        await screen.tap("role-learner")
        assert not screen.says(words)  # one calm line at first
        await screen.tap("about-keeping")
        assert screen.says(words)


async def test_it_says_plainly_that_data_is_not_protected_and_asks_for_it_on_a_tap() -> None:
    device = FakeDevice(state=Protection(False, True, "android"))
    async with app_of(await worlds.nobody(device)) as screen:
        await screen.tap("role-learner")
        assert screen.says("It is not protected yet")
        assert "protect" not in screen.identifiers()
        await screen.tap("about-keeping")
        assert screen.says("Saved, but not protected yet")
        await screen.tap("protect")
        assert screen.says("Protected on this device")


async def sampled() -> Shared:
    """A device at its start whose sample is Mia's book."""
    shared = await worlds.nobody()
    source = await worlds.learner()
    card = source.workspace.own_card
    assert card is not None
    book = await source.workspace.open_book(card.id)
    file = await source.workspace.share.export(book.book)

    async def sample(_role: str) -> list[tuple[str, bytes]]:
        return [(file.name, file.data)]

    shared.sample = sample
    return shared


async def test_a_sample_can_be_looked_at_and_is_removed_in_one_tap() -> None:
    shared = await sampled()
    async with app_of(shared) as screen:
        await screen.tap("sample")
        await screen.tap("sample-teacher")
        await settle()
        assert screen.name == "class"
        assert screen.says("sample books")
        await screen.tap("remove-sample")
        assert screen.name == "start"
        assert shared.workspace.cards == ()


def dialog(screen: Screen, identifier: str) -> ft.Control:
    """Returns the button of an open dialog."""
    boxes = [d for d in screen.session.page._dialogs.controls if isinstance(d, ft.AlertDialog) and d.open]
    found = [c for c in screen.walk(boxes) if isinstance(c, ft.Semantics) and c.identifier == identifier]
    (one,) = found
    assert one.content is not None
    return one.content


async def test_what_was_written_in_a_sample_is_not_removed_without_asking() -> None:
    shared = await sampled()
    async with app_of(shared) as screen:
        await screen.tap("sample")
        await screen.tap("sample-learner")
        await settle()
        card = shared.workspace.own_card
        assert card is not None
        (await shared.workspace.open_book(card.id)).goals.write(statement="My own words")
        await screen.tap("remove-sample")
        assert len(shared.workspace.cards) == 1
        await screen.fire(dialog(screen, "keep-sample"))
        assert len(shared.workspace.cards) == 1
        await screen.tap("remove-sample")
        await screen.fire(dialog(screen, "save-sample"))
        assert screen.name == "share"
        await screen.tap("remove-sample")
        await screen.fire(dialog(screen, "remove-sample-now"))
        await settle()
        assert screen.name == "start"
        assert shared.workspace.cards == ()


async def test_a_sample_that_cannot_be_had_leaves_the_start_as_it_was() -> None:
    shared = await worlds.nobody()

    async def fails(_role: str) -> list[tuple[str, bytes]]:
        raise OSError("?")

    shared.sample = fails
    async with app_of(shared) as screen:
        await screen.tap("sample")
        await screen.tap("sample-learner")
        assert "role-learner" in screen.identifiers()
        assert "What was saved before is safe" in screen.snacks()[-1]


async def test_the_sample_is_seen_as_a_learner_too() -> None:
    async with app_of(await sampled()) as screen:
        await screen.tap("sample")
        await screen.tap("sample-learner")
        await settle()
        assert screen.name == "today"
        assert screen.says("Hello, Mia")


async def test_name_and_sign_can_be_changed_later() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/me") as screen:
        await screen.tap("change-me")
        await screen.write("my-name", "Mia B.")
        await screen.tap("sign-rocket")
        await screen.tap("keep-me")
        assert (shared.workspace.owner.name, shared.workspace.owner.avatar) == ("Mia B.", "rocket")
        await screen.tap("nav-today")
        assert screen.says("Hello, Mia B.")


async def pick(screen: Screen, identifier: str, *files: Picked) -> None:
    """Chooses files as the picker would report them."""
    action = screen.find(identifier).action
    result = action.on_picked(files)
    if result is not None:
        await result
    await settle()


async def test_a_backup_brings_a_learner_back() -> None:
    source = await worlds.learner()
    card = source.workspace.own_card
    assert card is not None
    file = await source.workspace.share.export((await source.workspace.open_book(card.id)).book)
    shared = await worlds.nobody()
    async with app_of(shared) as screen:
        await pick(screen, "bring-back", Picked(file.name, file.data))
        assert screen.says("Mia")
        await screen.tap("take-in")
        assert screen.says("Who uses this device?")
        assert screen.says("I am Mia")
        await screen.tap(f"whose-{card.id}")
        assert screen.name == "today"
        assert screen.says("Hello, Mia")
        assert len(shared.workspace.cards) == 1
