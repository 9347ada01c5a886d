"""Shelves on the screen: by goal, skill and month, one's own, the best with why; shown to a visitor."""

import pytest

from app.domain.learning import Shelf
from app.services.portfolio import Attachment, Capture
from app.services.workspace import OpenBook
from app.views.present import by_key
from app.views.state import Shared
from app.words import use
from tests.harness import DESKTOP, PHONE, TABLET, Screen
from tests.views import worlds
from tests.views.opening import app_of, own_book


async def works(book: OpenBook) -> tuple[str, str, str]:
    goal = book.goals.write(statement="Swim 25 metres", supports="extra breaks")
    one = await book.portfolio.keep(Capture(title="10 metres", text="I swam it.", goals=[goal]))
    other = await book.portfolio.keep(Capture(text="A drawing", supports=("extra_time",), goals=[goal]))
    return goal, one, other


async def filled() -> tuple[Shared, OpenBook, str, str, str]:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    return (shared, book, *await works(book))


async def test_the_portfolio_is_seen_by_goal_skill_month_and_shelf() -> None:
    shared, _book, goal, _one, _other = await filled()
    async with app_of(shared, "/portfolio") as screen:
        await screen.tap("show-goal")
        assert screen.says("2 pieces")
        await screen.tap("show-competency")
        assert screen.says("No piece is shown for one yet")
        await screen.tap("show-time")
        assert screen.says("November 2026")
        await screen.tap("show-own")
        assert screen.says("On a shelf you put pieces together")
        await screen.tap("show-goal")
        await screen.tap(f"shelf-goal-{goal}")
        assert screen.name == "shelf"
        assert screen.says("Swim 25 metres")
        await screen.tap("back")
        assert screen.name == "portfolio"


async def test_a_voice_without_words_still_has_a_name_in_the_portfolio() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    await book.portfolio.keep(Capture(attachment=Attachment("audio", b"v" * 30, "audio/webm")))
    async with app_of(shared, "/portfolio") as screen:
        assert screen.says("A voice")


async def test_a_shelf_is_made_named_filled_and_taken_away_with_a_way_back() -> None:
    shared, book, _goal, one, other = await filled()
    async with app_of(shared, "/portfolio") as screen:
        await screen.tap("show-own")
        await screen.tap("make-shelf")
        await screen.tap("shelf-made")
        assert "Give your shelf a name first." in screen.snacks()
        await screen.write("shelf-title", "For grandma", leave=False)
        await screen.tap("shelf-made")
        assert screen.name == "shelf"
        await screen.tap(f"pick-{other}")
        await screen.tap(f"pick-{one}")
        await screen.tap(f"pick-{other}")
        await screen.tap("pick-pieces")
        (shelf,) = book.reader.every(Shelf, "shelves")
        assert shelf.artefacts == (one,)
        assert f"piece-{one}" in screen.identifiers()
        await screen.tap("say-why")
        await screen.write("shelf-why", "She likes water")
        await screen.tap("why-done")
        assert screen.says("She likes water")
        await screen.tap("name-shelf")
        await screen.write("shelf-title", "For my grandma")
        assert screen.says("For my grandma")
        await screen.tap("drop-shelf")
        assert screen.name == "portfolio"
        assert not book.shelves.own()
        await screen.undo()
        assert [one.title for one in book.shelves.own()] == ["For my grandma"]


async def test_a_star_that_is_tapped_asks_why_and_keeps_it() -> None:
    shared, book, _goal, one, other = await filled()
    async with app_of(shared, "/shelf/best") as screen:
        await screen.tap(f"pick-{one}")
        await screen.tap("why-starter-0")
        assert screen.find("why-best").value == "It was hard, and I "
        await screen.write("why-best", "It was hard, and I kept going.", leave=False)
        await screen.tap("why-kept")
        await screen.tap(f"pick-{other}")
        await screen.tap("why-later")
        await screen.tap("pick-pieces")
        assert screen.says("It was hard, and I kept going.")
        await screen.tap(f"why-{other}")
        await screen.write("why-best", "Look at the blue.")
        await screen.go("/portfolio")
    kept = {work.id: (work.best, work.why_best) for work in book.reader.artefacts()}
    assert kept == {one: (True, "It was hard, and I kept going."), other: (True, "Look at the blue.")}


async def test_a_shelf_that_is_gone_says_so() -> None:
    async with app_of(await worlds.new_learner(), "/shelf/own/gone") as screen:
        assert screen.says("This shelf is not here")


async def test_a_teacher_sees_shelves_and_changes_nothing() -> None:
    shared = await worlds.teacher()
    space = next(card.id for card in shared.workspace.cards if card.name == "Mia")
    async with app_of(shared, f"/class/{space}/shelf/best") as screen:
        assert screen.says("Same green, twice")
        assert not {"pick-pieces", "say-why"} & set(screen.identifiers())
        await screen.tap("back")
        assert screen.name == "learner"


@pytest.mark.parametrize("size", [PHONE, TABLET, DESKTOP])
async def test_a_visitor_sees_slides_and_nothing_beside_them(size: tuple[int, int]) -> None:
    shared, book, goal, one, _other = await filled()
    book.portfolio.choose_best(one, True)
    book.shelves.say_why_best(one, "I did not give up.")
    async with app_of(shared, f"/present/goal/{goal}", size) as screen:
        assert screen.says("Swim 25 metres")
        assert screen.says("Mia")
        assert not [name for name in screen.identifiers() if name.startswith("nav-") or name == "capture"]
        await screen.tap("slide-on")
        assert screen.says("1 of 2")
        assert screen.says("A drawing")
        await screen.tap("slide-on")
        assert screen.says("10 metres")
        assert screen.says("I did not give up.")
        assert "slide-on" not in screen.identifiers()
        assert not any("extra" in text for text in screen.texts())
        await screen.tap("slide-back")
        await screen.tap("end")
        assert screen.name == "shelf"


async def test_a_class_list_is_not_beside_what_a_teacher_shows() -> None:
    shared = await worlds.teacher()
    space = next(card.id for card in shared.workspace.cards if card.name == "Mia")
    async with app_of(shared, f"/class/{space}/present/best", DESKTOP) as screen:
        assert screen.says("1 piece")
        assert not screen.says("Chidi")
        await screen.tap("end")
        assert screen.says("Chidi")


async def key(screen: Screen, name: str) -> None:
    data = {"key": name, "shift": False, "ctrl": False, "alt": False, "meta": False}
    await screen.fire(screen.session.page, "keyboard_event", data)


async def test_keys_move_the_slides_only_while_they_are_shown() -> None:
    shared, _book, goal, _one, _other = await filled()
    async with app_of(shared, f"/present/goal/{goal}") as screen:
        await key(screen, "Arrow Right")
        await key(screen, "Page Down")
        assert screen.says("2 of 2")
        await key(screen, "Page Down")
        await key(screen, "Arrow Left")
        assert screen.says("1 of 2")
        await screen.tap("end")
        assert screen.session.page.on_keyboard_event is None


def test_arrows_point_as_the_words_run() -> None:
    assert (by_key("Arrow Right"), by_key("Arrow Left"), by_key("Tab")) == (1, -1, 0)
    use("ar")
    assert (by_key("Arrow Right"), by_key("Arrow Left"), by_key("Page Down")) == (-1, 1, 1)


async def test_what_others_said_is_shown_only_where_the_learner_ticks_it() -> None:
    shared = await worlds.learner()
    async with app_of(shared, "/present/best") as screen:
        await screen.tap("slide-on")
        assert not screen.says("How did you see it?")
        await screen.tap("slide-back")
        await screen.tap("show-voices")
        await screen.tap("slide-on")
        assert screen.says("How did you see it?")
        assert screen.says("Explain ratios to my sister")
        assert not screen.says("That was bluer")  # thoughts are no visitor's


async def test_a_tap_on_the_photo_goes_on() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    month = book.shelves.groups("time")[0].about
    async with app_of(shared, f"/present/time/{month}") as screen:
        await screen.tap("slide-on")
        assert screen.says("1 of 5")
        await screen.tap("slide-work")
        assert screen.says("2 of 5")


async def test_nothing_to_show_says_what_to_do() -> None:
    async with app_of(await worlds.new_learner(), "/present/best") as screen:
        assert screen.says("Nothing to show yet")
        await screen.tap("end")
        assert screen.name == "shelf"


async def test_a_star_asks_why_where_the_piece_is_seen() -> None:
    shared, book, _goal, one, _other = await filled()
    async with app_of(shared, f"/portfolio/{one}") as screen:
        await screen.tap("best")
        await screen.write("why-best", "I swam without stopping")
        await screen.tap("why-kept")
        assert screen.says("Why I chose it")
        assert "why-best" not in screen.identifiers()
        await screen.tap("best")
        assert not screen.says("Why I chose it")
    work = book.reader.artefact(one)
    assert work is not None and work.why_best == "I swam without stopping"
