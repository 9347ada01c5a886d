"""The queue on the screen: one piece at a time, answered in a tap or opened, and the next one by itself."""

import pytest

from app.services.portfolio import Capture
from app.services.workspace import OpenBook
from app.views.state import Shared
from tests.fakes import DAY, NOW
from tests.harness import DESKTOP, Screen, until
from tests.views import worlds
from tests.views.opening import app_of
from tests.views.test_teaching import book_of


async def ready(screen: Screen) -> None:
    await until(lambda: "review-truth" in screen.identifiers() and not screen.says("books looked at"))


async def shown_by(name: str, shared: Shared, captures: list[Capture], day: int = 0) -> OpenBook:
    """Lets a learner of the class show something on their own device and hand it over."""
    wall = shared.workspace.wall
    book = await book_of(shared, name)
    other = worlds.new_workspace(wall, 90)
    await other.open()
    await worlds.hand_over(shared.workspace, other, book.id)
    await other.adopt(book.id)
    wall.now = NOW - day * DAY  # type: ignore[attr-defined]
    own = await other.open_book(book.id)
    for capture in captures:
        await own.portfolio.keep(capture)
    wall.now = NOW  # type: ignore[attr-defined]
    await worlds.hand_over(other, shared.workspace, book.id)
    return await book_of(shared, name)


@pytest.mark.parametrize("size", [(390, 844), DESKTOP], ids=["phone", "desktop"])
async def test_the_oldest_piece_of_all_books_comes_first_and_a_tap_brings_the_next(
    size: tuple[int, int],
) -> None:
    shared = await worlds.teacher()
    chidi = await shown_by("Chidi", shared, [Capture(text="My oldest drawing")], day=40)
    mia = await book_of(shared, "Mia")
    count = len(mia.reader.artefacts()) + 1
    async with app_of(shared, "/class", size) as screen:
        await screen.tap("nav-review")
        await ready(screen)
        assert screen.says("My oldest drawing")
        assert screen.says(f"{count} pieces wait for you")
        await screen.tap("seen")
        await until(lambda: screen.says(f"{count - 1} pieces wait for you"))
        (said,) = chidi.reader.feedback()
        assert (said.by, said.kind) == ("teacher", "well_done")
        assert not screen.says("My oldest drawing")
        assert screen.says("The penalty area is 40 by 16 metres")
        assert screen.says("Explain ratios to my sister")  # what it shows


async def test_judging_and_answering_happen_in_the_queue_and_then_the_next_comes() -> None:
    shared = await worlds.teacher()
    book = await shown_by(
        "Chidi", shared, [Capture(text="My oldest", competencies=["c1"]), Capture(text="Second")], day=40
    )
    async with app_of(shared, "/review") as screen:
        await ready(screen)
        assert screen.says("My oldest")
        await screen.tap("say-more")
        await screen.write("answer-text", "How did you do it?", leave=False)
        await screen.tap("answer-send")
        assert screen.says("My oldest")  # it can still be judged
        await screen.tap("judge")
        await screen.tap("level-c1-3")
        await screen.tap("keep-judgement")
        await until(lambda: screen.says("Second"))
        assert not screen.says("My oldest")
        await screen.tap("say-more")
        await screen.write("answer-text", "Fine", leave=False)
        await screen.tap("answer-send")  # there is nothing to judge
        await until(lambda: not screen.says("Second"))
        assert "seen" in screen.identifiers()
    (judged,) = book.assessing.of(next(a.id for a in book.reader.artefacts() if a.text == "My oldest"))
    assert judged.levels == {"c1": 3}


async def test_one_learner_can_be_chosen_and_a_piece_put_off() -> None:
    shared = await worlds.teacher()
    chidi = await shown_by("Chidi", shared, [Capture(text="One"), Capture(text="Two")], day=40)
    async with app_of(shared, "/review") as screen:
        await ready(screen)
        await screen.tap(f"whose-{chidi.id}")
        assert screen.says("One")
        await screen.tap("later")
        assert screen.says("Two")
        assert "One" not in screen.texts()  # it waits below, with its day
        await screen.tap("seen")
        await until(lambda: screen.says("One"))
        await screen.tap("seen")
        await until(lambda: screen.says("The penalty area is 40 by 16 metres"))  # then all of them again


async def test_when_all_is_answered_it_says_so_and_without_books_what_to_do() -> None:
    shared = await worlds.teacher()
    mia = await book_of(shared, "Mia")
    for artefact in mia.reader.artefacts():
        mia.portfolio.answer(artefact.id, "artefacts", "comment", "Seen")
    async with app_of(shared, "/review") as screen:
        await ready(screen)
        assert screen.says("Nothing waits for you")
    nobody = await worlds.nobody()
    await nobody.workspace.begin("teacher", "Ms R")
    async with app_of(nobody, "/review") as screen:
        await screen.tap("first-step")
        assert screen.name == "class"


async def test_a_family_reaches_it_from_home_and_a_learner_never() -> None:
    shared = await worlds.teacher("family", "Dad")
    async with app_of(shared, "/class") as screen:
        assert "nav-review" not in screen.identifiers()
        await screen.tap("to-review")
        assert screen.name == "review"
    async with app_of(await worlds.new_learner(), "/review") as screen:
        assert screen.name == "today"


async def test_a_book_that_cannot_be_opened_is_named_and_a_failure_can_be_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = await worlds.teacher()
    shelf = shared.workspace.shelf
    opens, broken = shelf.open, (await book_of(shared, "Elif")).id

    async def fails(space: str) -> object:
        if space == broken:
            raise OSError("torn")
        return await opens(space)

    monkeypatch.setattr(shelf, "open", fails)
    async with app_of(shared, "/review") as screen:
        await ready(screen)
        assert screen.says("The book of")
        assert "seen" in screen.identifiers()

    async def worse(space: str) -> object:
        raise RuntimeError("unthought of")

    monkeypatch.setattr(shelf, "open", worse)
    async with app_of(shared, "/review") as screen:
        assert "failed" in screen.identifiers()
        monkeypatch.setattr(shelf, "open", opens)
        await screen.tap("retry")
        await ready(screen)
        assert "seen" in screen.identifiers()


async def test_well_done_by_mistake_is_taken_back_and_the_piece_waits_again() -> None:
    shared = await worlds.teacher()
    book = await shown_by("Chidi", shared, [Capture(text="My oldest")], day=40)
    async with app_of(shared, "/review") as screen:
        await ready(screen)
        assert screen.says("My oldest")
        await screen.tap("seen")
        assert not screen.says("My oldest")
        await screen.undo()
        await until(lambda: screen.says("My oldest"))
    assert not [one for one in book.reader.feedback() if one.by == "teacher"]
