"""The path as a picture: stations to tap, suggestions with their why, growth in numbers, weights to move."""

import inspect
import re

import flet as ft

from app.domain import next_step, weighing
from app.domain.suggestion import Reason, Suggestion
from app.domain.weights import Weights
from app.services.open_book import OpenBook
from app.views.sentences.path import name_of
from app.views.sentences.reasons import CLAUSES, every_reason, why
from app.views.state import Shared
from tests.fakes import DAY, NOW, FakeWall
from tests.harness import DESKTOP, PHONE, Screen, settle, until
from tests.views import worlds
from tests.views.opening import app_of, own_book


async def on_the_way() -> tuple[Shared, OpenBook, tuple[str, ...]]:
    """A learner who has mastered the first competency of a path and begun the second."""
    shared = await worlds.new_learner()
    book = await own_book(shared)
    names = book.path.areas()[0].competencies
    wall = book.goals.pen.wall
    assert isinstance(wall, FakeWall)
    wall.now = NOW - 30 * DAY
    for kind in ("photo", "words", "link"):
        judge(book, show(book, names[0], kind), names[0], 3)
    judge(book, show(book, names[1], "photo"), names[1], 2)
    wall.now = NOW
    return shared, book, names


def show(book: OpenBook, name: str, kind: str) -> str:
    work = book.goals.pen.add("artefacts", {"kind": kind, "title": "t"})
    return book.goals.pen.add("evidence", {"artefact": work, "competencies": [name]})


def judge(book: OpenBook, evidence: str, name: str, level: int) -> None:
    pen = book.goals.pen
    pen.role = "teacher"
    pen.add("assessments", {"kind": "formative", "evidence": evidence, "levels": {name: level}})
    pen.role = "learner"


async def read(screen: Screen, mark: str) -> None:
    await until(lambda: mark in screen.identifiers())


def chosen(screen: Screen) -> list[str]:
    """Returns the words of the station that was tapped, without the number of its level."""
    (box,) = (one for one in screen.walk() if getattr(one, "identifier", "") == "chosen-station")
    said = [one.value for one in screen.walk(box) if isinstance(one, ft.Text)]
    return [said[0], *said[2:]]


async def test_the_path_shows_where_one_was_is_and_may_go() -> None:
    shared, _book, names = await on_the_way()
    async with app_of(shared, "/path") as screen:
        await read(screen, f"station-{names[1]}")
        stations = [one for one in screen.identifiers() if one.startswith("station-")]
        assert stations[:2] == [f"station-{names[0]}", f"station-{names[1]}"]
        assert len(stations) <= 13
        assert screen.says("Mastered in October")
        assert screen.says("0 of 3 pieces")
        assert "nav-path" in screen.identifiers()


async def test_a_station_that_is_tapped_says_how_far_it_is() -> None:
    shared, _book, names = await on_the_way()
    async with app_of(shared, "/path") as screen:
        await read(screen, f"station-{names[0]}")
        assert chosen(screen)[1:3] == ["Growing", "0 of 3 pieces"]
        await screen.tap(f"station-{names[0]}")
        assert chosen(screen)[1:4] == ["Mastered", "Mastered in October", "Credit earned on 20 October"]
        await screen.tap("about-station")
        assert screen.name == "competency"


async def test_path_goals_and_week_are_side_by_side() -> None:
    shared, _book, names = await on_the_way()
    async with app_of(shared, "/path") as screen:
        await read(screen, f"station-{names[0]}")
        await screen.tap("place-goals")
        assert screen.name == "goals"
        await screen.tap("place-week")
        assert screen.name == "week"
        (nav,) = (one for one in screen.walk() if getattr(one, "identifier", "") == "nav-path")
        assert nav.selected  # type: ignore[attr-defined]
        await screen.tap("place-path")
        assert screen.name == "path"


async def test_a_suggestion_says_why_and_with_how_many_points() -> None:
    shared, _book, _names = await on_the_way()
    async with app_of(shared, "/path") as screen:
        await read(screen, "tell-why")
        assert any(text.startswith("Because ") for text in screen.texts())
        await screen.tap("tell-why")
        assert screen.says(f"{Weights().growing} points")
        await screen.tap("suggested-1")
        assert screen.identifiers().count("tell-why") == 1


async def test_reaching_mastery_is_told_warmly_once() -> None:
    shared, book, names = await on_the_way()
    async with app_of(shared, "/path") as screen:
        await read(screen, "mastered-now")
        assert screen.says("You have mastered something")
        assert screen.says("That is 1 credit for you.")
        assert screen.says("1 credit in all")
        assert "reflect-mastered" in screen.identifiers()
        await screen.tap("mastered-seen")
        await settle()
        await until(lambda: "mastered-now" not in screen.identifiers())
        for kind in ("photo", "words", "link"):
            judge(book, show(book, names[1], kind), names[1], 4)
        await read(screen, "mastered-now")
    async with app_of(shared, "/today") as again:
        await read(again, "mastered-now")


async def test_a_look_back_is_noted_or_put_off() -> None:
    shared, book, names = await on_the_way()
    async with app_of(shared, "/path") as screen:
        await read(screen, f"station-{names[0]}")
        closed = [one for one in screen.identifiers() if one.startswith("suggested-")]
        for one in closed:
            if "put-off" in screen.identifiers():
                break
            await screen.tap(one)
        await screen.tap("went-good")
        assert [(one["competency"], one["went"]) for one in book.book.all("revisits")] == [(names[0], "good")]
        await until(lambda: "put-off" not in screen.identifiers())


async def test_today_offers_the_first_suggestion_when_nothing_is_more_urgent() -> None:
    shared, book, _names = await on_the_way()
    async with app_of(shared, "/today") as screen:
        assert screen.says("Make your first goal")
        book.goals.write(statement="Explain ratios", measure="3 of 3", reason="r", due="2027-06-01")
        await read(screen, "do-suggested")
        assert screen.says("Go on here")
        await screen.go("/today")


async def test_growth_says_its_numbers_and_opens_competencies() -> None:
    shared, _book, names = await on_the_way()
    async with app_of(shared, "/growth") as screen:
        await read(screen, "growth-levels")
        assert screen.name == "growth"
        levels = next(c for c in screen.walk() if getattr(c, "identifier", "") == "growth-levels")
        assert "Mastered: 1, Growing: 1" in str(levels.label)  # type: ignore[attr-defined]
        weeks = next(c for c in screen.walk() if getattr(c, "identifier", "") == "growth-weeks")
        assert "4 pieces" in str(weeks.label)  # type: ignore[attr-defined]
        about = [one for one in screen.identifiers() if one.startswith("about-")]
        assert about  # one square's name stands there before anything is tapped
        await screen.tap(f"square-{names[0]}")
        assert f"about-{names[0]}" in screen.identifiers()
        assert screen.says("Mastered")
        await screen.tap(f"about-{names[0]}")
        assert screen.name == "competency"


async def test_in_a_wide_window_every_square_of_growth_has_its_name() -> None:
    shared, book, names = await on_the_way()
    async with app_of(shared, "/growth", DESKTOP) as screen:
        await read(screen, "growth-levels")
        assert all(screen.says(name_of(book, one)) for one in names)
        await screen.tap(f"square-{names[0]}")
        assert screen.name == "competency"


async def test_an_empty_book_says_what_growth_is_for() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/growth") as screen:
        await read(screen, "empty")
        assert screen.says("Nothing is lost by a week of rest")


async def test_a_teacher_sees_path_and_growth_and_moves_the_weights() -> None:
    shared = await worlds.teacher()
    space = next(card.id for card in shared.workspace.cards if card.name == "Mia")
    async with app_of(shared, f"/class/{space}/learner/path") as screen:
        await until(lambda: screen.name == "learner")
        await screen.tap("open-path")
        await until(lambda: any(one.startswith("station-") for one in screen.identifiers()))
        await screen.go(f"/class/{space}/growth")
        await read(screen, "growth-levels")
        await screen.go("/settings")
        await screen.tap("open-weights")
        await read(screen, "weight-goal")
        slider = screen.find("weight-goal")
        screen.session.apply_patch(slider._i, {"value": 9})
        await screen.fire(slider, "change_end", "9")
        book = await shared.workspace.open_book(space)
        await until(lambda: book.path.now().weights().goal == 9)
        await screen.tap("reset-weights")
        await until(lambda: book.path.now().weights() == Weights())


async def test_on_a_wide_screen_the_ways_stand_beside_the_trail() -> None:
    shared, _book, names = await on_the_way()
    beside = {}
    for size in (PHONE, DESKTOP):
        async with app_of(shared, "/path", size) as screen:
            await read(screen, f"station-{names[0]}")
            rows = [one for one in screen.walk() if isinstance(one, ft.Row)]
            halves = [[marks_in(screen, half) for half in row.controls] for row in rows]
            beside[size] = any(
                len(two) == 2
                and f"station-{names[0]}" in two[0]
                and {"chosen-station", "tell-why"} <= {*two[1]}
                for two in halves
            )
    assert beside == {PHONE: False, DESKTOP: True}


def marks_in(screen: Screen, node: ft.Control) -> list[str]:
    return [one.identifier for one in screen.walk(node) if isinstance(one, ft.Semantics) and one.identifier]


async def test_the_strongest_reason_is_said_first() -> None:
    _shared, book, names = await on_the_way()
    reasons = (
        Reason("rested", 2, {"days": 9}),
        Reason("not_here", -3),
        Reason("interest", 5, {"text": "Bees"}),
    )
    one = Suggestion("go_on", names[1], reasons=reasons)
    assert [points for _clause, points in every_reason(book, one)] == [5, 2, -3]
    assert "another place" not in why(book, one)


async def test_the_points_that_are_shown_add_up_and_what_speaks_against_a_way_is_told() -> None:
    shared, book, names = await on_the_way()
    for way in (one for name in names for one in book.catalog.activities_for(name)):
        book.choosing.done(book.choosing.choose(way.id))
    async with app_of(shared, "/path") as screen:
        await read(screen, "tell-why")
        await screen.tap("tell-why")
        assert screen.says("2 points less: you have done this one already")
        shown = [found for text in screen.texts() if (found := re.match(r"(\d+) points?( less)?: ", text))]
        together = sum(int(one[1]) * (-1 if one[2] else 1) for one in shown)
        assert len(shown) > 1
        assert screen.says(f"Together {together} points.")


async def test_every_reason_that_the_rule_may_give_has_words() -> None:
    _shared, book, _names = await on_the_way()
    codes = set(re.findall(r'Reason\(\s*"(\w+)"', "".join(map(inspect.getsource, (next_step, weighing)))))
    assert len(codes) >= 14
    assert codes <= CLAUSES.keys()
    for setting in ("attic", "home"):
        (said,) = every_reason(
            book, Suggestion("go_on", "c", reasons=(Reason("setting", 3, {"setting": setting}),))
        )
        assert said[0].startswith("you ")
