"""The page of a skill: how far one is, in full, and always something that can be done."""

import pytest

from app.services.open_book import OpenBook
from app.views.state import Shared
from tests.fakes import DAY, NOW, FakeWall
from tests.harness import Screen, settle
from tests.views import worlds
from tests.views.opening import app_of, own_book


async def skill() -> tuple[Shared, OpenBook, str]:
    """A learner with a skill that came from elsewhere: nothing leads to it, nothing was shown for it."""
    shared = await worlds.new_learner()
    book = await own_book(shared)
    return shared, book, book.goals.pen.add("competencies", {"statement": "I can whistle"})


def show(book: OpenBook, name: str, kind: str, level: int = 0, *, by: str = "teacher") -> None:
    """Shows a piece for a skill; with a level it is judged, by a test where `by` is the learner."""
    pen = book.goals.pen
    work = pen.add("artefacts", {"kind": kind, "title": "t"})
    piece = pen.add("evidence", {"artefact": work, "competencies": [name]})
    if level:
        judged = {"kind": "formative", "evidence": piece, "levels": {name: level}}
        pen.role = by
        pen.add("assessments", {**judged, "quiz": "q"} if by == "learner" else judged)
        pen.role = "learner"


async def test_a_skill_without_any_way_says_so_and_can_be_shown() -> None:
    shared, _book, name = await skill()
    async with app_of(shared, f"/competency/{name}") as screen:
        assert screen.says("Not begun")
        assert screen.says("0 of 3 pieces")
        assert screen.says("No way is written here yet.")
        assert screen.says("Nothing is shown yet.")
        assert not screen.says("Choose your way")
        await screen.tap("show-skill")
        assert screen.name == "capture"
        assert screen.says("I can whistle")


async def test_an_own_idea_for_it_is_on_its_page_then() -> None:
    shared, book, name = await skill()
    async with app_of(shared, f"/competency/{name}") as screen:
        await screen.tap("own-way")
        await screen.write("way-title", "Ask my uncle")
        await screen.tap("keep-way")
        await screen.go(f"/competency/{name}")
        assert screen.says("Ask my uncle")
        assert not screen.says("No way is written here yet.")
    assert [way.competencies for way in book.catalog.activities_for(name)] == [(name,)]


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        ((("photo", 3, "teacher"), ("photo", 3, "teacher")), "one more of another kind"),
        ((("photo", 3, "learner"), ("words", 3, "learner"), ("link", 3, "learner")), "needs a grown-up"),
        ((("photo", 0, ""),), "1 waits to be looked at"),
    ],
)
async def test_what_is_still_missing_is_said_in_full(
    pieces: tuple[tuple[str, int, str], ...], said: str
) -> None:
    shared, book, name = await skill()
    for kind, level, by in pieces:
        show(book, name, kind, level, by=by)
    async with app_of(shared, f"/competency/{name}") as screen:
        assert screen.says(said)
        assert not credit(screen)


def credit(screen: Screen) -> list[str]:
    return [text for text in screen.texts() if text.startswith("Credit earned")]


async def test_credit_is_earned_once_on_the_day_on_which_enough_was_there() -> None:
    shared, book, name = await skill()
    wall = book.goals.pen.wall
    assert isinstance(wall, FakeWall)
    for days, kind in ((40, "photo"), (33, "words"), (30, "link"), (5, "file")):
        wall.now = NOW - days * DAY
        show(book, name, kind, 3)
    wall.now = NOW
    async with app_of(shared, f"/competency/{name}") as screen:
        assert screen.says("Mastered in October")
        assert credit(screen) == ["Credit earned on 20 October"]
        assert screen.says("1 credit in all")
        book.path.revisit(name, "again")
        await settle()
        assert (book.path.level(name), book.path.now().mastered()) == ("growing", ())
        assert screen.says("One good piece brings it back.")
        assert credit(screen) == ["Credit earned on 20 October"]
        for piece in book.reader.artefacts():
            book.portfolio.drop(piece.id)
        await settle()
        assert screen.says("Not begun")
        assert credit(screen) == []


async def test_a_teacher_sees_how_far_it_is_and_is_not_asked_to_show_it() -> None:
    shared = await worlds.teacher()
    space = next(card.id for card in shared.workspace.cards if card.name == "Mia")
    book = await shared.workspace.open_book(space)
    name = book.path.areas()[0].competencies[0]
    async with app_of(shared, f"/class/{space}/competency/{name}") as screen:
        assert "competency-level" in screen.identifiers()
        assert "show-skill" not in screen.identifiers()
