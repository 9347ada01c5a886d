"""What a merge did to a record is said where the record is shown, and what a book holds back on Share."""

import flet as ft
import pytest

from app.services.ports import Picked
from app.sync.keeping import Damage
from app.views.state import Shared
from tests.fakes import NOW, FakeDevice, FakeWall, new_workspace
from tests.harness import Screen, settle
from tests.views import worlds
from tests.views.opening import app_of, own_book


async def deleted_there() -> tuple[Shared, str, str]:
    """Returns Mia's device with a goal and a piece that a teacher deleted while she changed them."""
    wall = FakeWall(NOW)
    mine, other = new_workspace(wall, 1), new_workspace(wall, 2)
    await mine.open()
    await other.open()
    await mine.begin("learner", "Mia")
    await other.begin("teacher", "Ms Adeyemi")
    card = mine.own_card
    assert card is not None
    book = await mine.open_book(card.id)
    goal = book.goals.write(statement="Swim 25 metres")
    piece = await book.portfolio.keep(worlds.Capture(text="I swam 10 metres"))
    await worlds.hand_over(mine, other, card.id)
    theirs = await other.open_book(card.id)
    theirs.goals.drop(goal)
    theirs.portfolio.drop(piece)
    book.goals.change(goal, due="in summer")
    book.portfolio.choose_best(piece, True)
    await worlds.hand_over(other, mine, card.id)
    return Shared(mine, FakeDevice()), goal, piece


async def test_what_was_deleted_elsewhere_and_changed_here_says_that_it_was_kept() -> None:
    shared, goal, piece = await deleted_there()
    for route in (f"/goals/{goal}", f"/portfolio/{piece}", "/goals"):
        async with app_of(shared, route) as screen:
            assert screen.says("Deleted elsewhere, changed here: kept")


async def test_words_of_a_voice_that_were_changed_later_say_so() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    thought = next(one for one in book.reader.reflections() if one.about)
    async with app_of(shared, f"/portfolio/{thought.about}") as screen:
        assert screen.says(thought.text)
        assert not screen.says("Changed later")
        book.goals.pen.set("reflections", thought.id, text="First I only added one more cup.")
        await settle()
        assert screen.says("Changed later")


async def test_what_a_book_holds_back_and_what_was_damaged_is_said_on_share(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = await worlds.new_learner()
    book = (await own_book(shared)).book
    async with app_of(shared, "/share") as screen:
        assert not screen.says("not shown")
    monkeypatch.setattr(type(book), "held", 3)
    monkeypatch.setattr(type(book), "damage", Damage(10, "aside", torn=False))
    async with app_of(shared, "/share") as screen:
        assert screen.says("3 changes are kept but not shown: from a newer Ownway, or not theirs to make")
        assert screen.says("A damaged piece of the book was set aside")
        assert not screen.says("in it")


async def test_damage_is_told_in_numbers_until_a_person_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = await worlds.new_learner()
    book = (await own_book(shared)).book
    told: list[Damage] = [Damage(10, "aside-1", torn=False, saved=3, waiting=1, unread=2)]

    async def know(_book: object) -> None:
        told.clear()

    monkeypatch.setattr(type(book), "damage", property(lambda _book: next(iter(told), None)))
    monkeypatch.setattr(type(book), "know_damage", know)
    async with app_of(shared, "/share") as screen:
        assert screen.says("3 changes in it were saved")
        assert screen.says("1 change waits until a backup brings what came before it")
        assert screen.says("2 places in it cannot be read")
        await screen.tap("know-damage")
        assert not told
        assert not screen.says("A damaged piece of the book was set aside")


def root_of(screen: Screen) -> ft.Semantics:
    return next(
        c for c in screen.walk() if isinstance(c, ft.Semantics) and (c.identifier or "").startswith("screen-")
    )


async def test_another_screen_is_another_node() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/share") as screen:
        share = root_of(screen)._i
        await screen.find("choose-files").action.on_picked((Picked("x.json", b"{}"),))
        await settle()
        assert screen.name == "take-in"
        assert root_of(screen)._i != share
