"""Two versions: what is offered to choose, to whom, and what is no conflict at all."""

import pytest

from app.services.workspace import Workspace
from app.views.state import Shared
from tests.fakes import DAY, NOW, FakeDevice, FakeWall, new_workspace
from tests.views import worlds
from tests.views.opening import app_of, own_book


async def agreed_twice(*, same: bool = True) -> tuple[Shared, Shared, str, str]:
    """Returns the devices of Mia and of Dad on which a teacher and he agreed to a goal, not knowing of
    each other; unless `same`, the goal's words changed between. Also the goal and the space."""
    wall = FakeWall(NOW - 3 * DAY)
    mine, teacher, dad = (new_workspace(wall, seed) for seed in (1, 2, 3))
    people = ((mine, "learner", "Mia"), (teacher, "teacher", "Ms Adeyemi"), (dad, "family", "Dad"))
    for device, role, name in people:
        await device.open()
        await device.begin(role, name)  # type: ignore[arg-type]
    card = mine.own_card
    assert card is not None
    book = await mine.open_book(card.id)
    rec = book.goals.write(statement="Swim 25 metres")
    await worlds.hand_over(mine, teacher, card.id)
    await agree(teacher, card.id, rec)
    wall.now += DAY
    if not same:
        book.goals.change(rec, statement="Swim 50 metres")
    await worlds.hand_over(mine, dad, card.id)
    await agree(dad, card.id, rec)
    await worlds.hand_over(teacher, mine, card.id)
    await worlds.hand_over(dad, mine, card.id)
    await worlds.hand_over(mine, dad, card.id)
    return Shared(mine, FakeDevice()), Shared(dad, FakeDevice()), rec, card.id


async def agree(workspace: Workspace, space: str, rec: str) -> None:
    (await workspace.open_book(space)).goals.agree(rec)


async def test_two_who_agreed_to_the_same_words_are_both_named_and_nothing_is_to_choose() -> None:
    mia, dad, rec, space = await agreed_twice()
    goal = (await own_book(mia)).reader.goal(rec)
    assert goal is not None
    assert goal.versions == {}
    for shared, route in ((mia, f"/goals/{rec}"), (dad, f"/class/{space}/goals/{rec}")):
        async with app_of(shared, route) as screen:
            assert screen.says("Ms Adeyemi, Dad")
            assert not screen.says("2 versions")
            assert "agree" not in screen.identifiers()


async def test_only_who_agreed_to_the_words_of_now_is_named() -> None:
    mia, _dad, rec, _space = await agreed_twice(same=False)
    async with app_of(mia, f"/goals/{rec}") as screen:
        assert screen.says("Agreed: Dad")
        assert not screen.says("Ms Adeyemi, Dad")


@pytest.mark.parametrize("role", ["learner", "teacher", "family"])
async def test_what_is_offered_to_choose_can_be_chosen(role: str) -> None:
    shared = await worlds.versions()
    book = await own_book(shared)
    (goal,) = book.reader.goals()
    if role != "learner":
        shared.workspace.device_pen.set("owner", "me", role=role)
    route = f"/goals/{goal.id}" if role == "learner" else f"/class/{book.id}/goals/{goal.id}"
    async with app_of(shared, route) as screen:
        await screen.tap(f"keep-{goal.id}-due-1")
        assert book.reader.goals()[0].versions == {}


async def test_giving_a_piece_a_name_settles_nothing_else() -> None:
    wall = FakeWall(NOW - 3 * DAY)
    mine, other = new_workspace(wall, 1), new_workspace(wall, 2)
    await mine.open()
    await other.open()
    await mine.begin("learner", "Mia")
    await other.begin("teacher", "Ms Adeyemi")
    card = mine.own_card
    assert card is not None
    book = await mine.open_book(card.id)
    rec = await book.portfolio.keep(worlds.Capture(text="Green"))
    await worlds.hand_over(mine, other, card.id)
    (await other.open_book(card.id)).portfolio.retitle(rec, "", "Green, twice")
    book.portfolio.retitle(rec, "", "Same green")
    await worlds.hand_over(other, mine, card.id)
    async with app_of(Shared(mine, FakeDevice()), f"/portfolio/{rec}") as screen:
        await screen.tap("name-piece")
        await screen.write("title", "My green")
        made = book.reader.artefact(rec)
        assert made is not None
        assert (made.title, set(made.versions)) == ("My green", {"text"})
        await screen.tap(f"keep-{rec}-text-1")
        made = book.reader.artefact(rec)
        assert made is not None
        assert (made.title, made.text, made.versions) == ("My green", "Green, twice", {})
