"""Activities on the screen: chosen, begun, shown, swapped, one's own; and a board to pick from."""

import pytest

from app.domain.learning import Choice, Session
from app.services.kept_here import KeptHere
from app.services.workspace import OpenBook
from app.views.sentences.planning import minutes_words
from tests.fakes import FakeDevice
from tests.harness import settle, until
from tests.views import worlds
from tests.views.opening import app_of, own_book

OWN = {
    "title": "Build a marble run",
    "modality": "make",
    "minutes": 30,
    "settings": ["quiet"],
    "groupings": ["pair"],
    "show": ["photo"],
    "steps": ["Find some tubes", "Let it roll"],
    "success": "It rolls to the end.",
    "competencies": ["c1"],
    "resources": [
        {"kind": "link", "link": "https://example.org/run", "title": "Ideas"},
        {"kind": "link", "link": "javascript:alert(1)", "title": "Bad"},
        {"kind": "text", "text": "Marbles like gentle slopes."},
    ],
}


def two_ways(book: OpenBook) -> tuple[str, str]:
    found = [book.choosing.propose({**OWN, "title": title}) for title in ("Build a marble run", "Draw a run")]
    for choice in book.choosing.in_hand():
        book.choosing.leave(choice.id)
    return found[0], found[1]


async def test_a_way_is_chosen_begun_and_left_with_a_way_back() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec, _other = two_ways(book)
    async with app_of(shared, f"/activity/{rec}") as screen:
        assert screen.says("Let it roll")
        assert screen.says("This link cannot be opened safely.")
        await screen.tap("choose-way")
        await screen.tap("start-way")
        assert book.choosing.in_hand()[0].state == "started"
        await screen.tap("leave-way")
        assert not book.choosing.in_hand()
        await screen.undo()
        assert book.choosing.in_hand()[0].state == "started"
        await screen.tap("way-to-week")
        (session,) = book.reader.every(Session, "sessions")
        assert session.activity == rec


async def test_the_week_does_not_tell_of_help_that_is_kept_on_the_device() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = book.choosing.propose(OWN)
    KeptHere(shared.workspace.device_pen, book.id).tell("accommodation", "More time", "extra_time")
    async with app_of(shared, f"/activity/{rec}") as screen:
        assert screen.says("45 minutes")
        await screen.tap("way-to-week")
        (session,) = book.reader.every(Session, "sessions")
        assert session.minutes == 30


async def test_a_way_is_read_aloud_and_leads_to_its_quiz() -> None:
    shared = await worlds.new_learner()
    device = shared.device
    assert isinstance(device, FakeDevice)
    book = await own_book(shared)
    rec = book.choosing.propose({**OWN, "quiz": "starter-quiz-counting"})
    async with app_of(shared, f"/activity/{rec}") as screen:
        await screen.tap("aloud")
        (spoken,) = device.spoken
        assert spoken.startswith("Build a marble run. ")
        assert "2. Let it roll. It rolls to the end" in spoken
        await screen.tap("quiz-starter-quiz-counting")
        assert "begin-quiz" in screen.identifiers()


async def test_a_way_says_what_good_work_looks_like_when_it_is_asked() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rubric = next(one for one in book.catalog.rubrics() if one.id == "s-fair-ratio")
    named, found = {**OWN, "rubric": rubric.id}, {**OWN, "competencies": [rubric.competencies[0]]}
    *ways, plain = [book.choosing.propose(way) for way in (named, found, OWN)]
    for way in ways:
        async with app_of(shared, f"/activity/{way}") as screen:
            assert not screen.says(rubric.criteria[0].levels[0].words)
            await screen.tap("good-work")
            words = [level.words for one in rubric.criteria for level in one.levels]
            assert all(map(screen.says, [*words, *(one.title for one in rubric.criteria)]))
            await screen.tap("good-work")
            assert not screen.says(words[0])
    async with app_of(shared, f"/activity/{plain}") as screen:
        assert "good-work" not in screen.identifiers()


async def test_a_chosen_way_is_swapped_for_another_in_one_tap() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec, other = two_ways(book)
    book.choosing.choose(rec)
    async with app_of(shared, f"/activity/{rec}") as screen:
        await screen.tap(f"swap-{other}")
        assert [choice.activity for choice in book.choosing.in_hand()] == [other]
        await screen.undo()
        assert [choice.activity for choice in book.choosing.in_hand()] == [rec]
        assert "swap-" + other in screen.identifiers()
    assert [choice.activity for choice in book.choosing.choices() if choice.state == "left"] == [other, rec]


async def test_a_template_that_is_swapped_for_is_about_what_the_learner_likes() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    way = next(one for one in book.catalog.activities() if "{interest}" in one.title)
    rec = book.choosing.propose({**OWN, "competencies": list(way.competencies)})
    async with app_of(shared, f"/activity/{rec}") as screen:
        await screen.tap(f"swap-{way.id}")
        assert screen.says(way.title.replace("{interest}", "something I like"))
        await screen.undo()
        book.profile.tell("interest", "Snails")
        await settle()
        await screen.tap(f"swap-{way.id}")
    (choice,) = book.choosing.in_hand()
    assert choice.title == way.title.replace("{interest}", "Snails")
    assert choice.interest == "Snails"


async def test_an_own_idea_is_written_kept_and_chosen() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/way/c1") as screen:
        await screen.tap("keep-way")
        assert not book.catalog.activities_for("c1")
        await screen.write("way-title", "Teach my brother")
        await screen.tap("modality-talk")
        await screen.tap("show-audio")
        await screen.tap("more-parts")
        await screen.write("way-steps", "Ask him\n\nTell him")
        await screen.write("way-link", "ftp://no")
        await screen.tap("keep-way")
        assert screen.name == "activity"
    (found,) = [one for one in book.catalog.activities_for("c1") if one.by == "learner"]
    assert (found.modality, found.show, found.steps) == ("talk", ("audio",), ("Ask him", "Tell him"))
    assert found.resources == ()
    (choice,) = book.reader.every(Choice, "choices")
    assert choice.activity == found.id


async def test_an_own_idea_is_corrected_and_the_change_taken_back() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = book.choosing.propose(OWN)
    async with app_of(shared, f"/activity/{rec}") as screen:
        await screen.tap("change-way")
        assert screen.find("way-title").value == OWN["title"]
        assert screen.find("way-steps").value == "Find some tubes\nLet it roll"
        await screen.write("way-title", " ")
        await screen.tap("keep-way")
        assert screen.snacks()[-1] == "Give it a name first."
        await screen.write("way-title", "Build a long marble run")
        await screen.tap("modality-play")
        await screen.tap("keep-way")
        assert screen.name == "activity"
        found = book.catalog.activity(rec)
        assert found is not None and (found.title, found.modality) == ("Build a long marble run", "play")
        assert (found.steps, len(found.resources)) == (("Find some tubes", "Let it roll"), 3)
        assert [choice.title for choice in book.choosing.in_hand()] == ["Build a long marble run"]
        await screen.undo()
        assert screen.says("Build a marble run")
        assert [choice.title for choice in book.choosing.in_hand()] == ["Build a marble run"]


async def test_only_an_own_idea_can_be_changed() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    starter = next(one for one in book.catalog.activities() if not one.template)
    book.choosing.choose(starter.id)
    assert book.book.get("activities", starter.id)
    with pytest.raises(ValueError, match="own way"):
        book.choosing.change_own(starter.id, {"title": "Mine"})
    async with app_of(shared, f"/activity/{starter.id}") as screen:
        assert "change-way" not in screen.identifiers()
        await screen.go(f"/activity/{starter.id}/edit")
        assert "empty" in screen.identifiers()


async def test_a_half_written_idea_is_still_there_after_a_restart() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/way/c1") as screen:
        await screen.write("way-title", "Teach my brother")
    async with app_of(shared, "/way/c1") as screen:
        assert screen.find("way-title").value == "Teach my brother"


async def test_what_is_not_here_says_so() -> None:
    shared = await worlds.new_learner()
    for route in ("/activity/none", "/board/none"):
        async with app_of(shared, route) as screen:
            assert "empty" in screen.identifiers()


async def test_a_board_is_met_at_its_competency_and_remembered_with_the_choice() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    board = next(one for one in book.catalog.boards() if one.id == "s-ratios")
    async with app_of(shared, f"/competency/{board.competencies[0]}") as screen:
        assert screen.says("Choose your way")
        assert screen.says(f"{len(board.activities)} ways to choose from")
        await screen.tap("board-s-ratios")
        assert screen.name == "board"
        tiles = [name for name in screen.identifiers() if name.startswith("tile-")]
        assert {name.removeprefix("tile-") for name in tiles} == {*board.activities}
        await screen.tap(tiles[0])
        assert screen.name == "activity"
        await screen.tap("choose-way")
        await screen.tap("back")
        assert screen.name == "board"
        await screen.tap("back")
        assert screen.name == "competency"
        await screen.tap("back")
        assert screen.name == "path"
    (choice,) = book.choosing.in_hand()
    assert (f"tile-{choice.activity}", choice.board) == (tiles[0], "s-ratios")


async def test_a_way_that_is_not_on_the_board_is_not_noted_as_chosen_from_it() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec, _other = two_ways(book)
    async with app_of(shared, f"/board/s-ratios/{rec}") as screen:
        await screen.tap("choose-way")
    assert [choice.board for choice in book.choosing.in_hand()] == [""]


async def test_the_path_leads_to_the_board_of_a_station_and_of_a_suggestion() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    first = book.path.areas()[0].competencies[0]
    (board,) = book.catalog.boards_for(first)
    async with app_of(shared, "/path") as screen:
        await until(lambda: "choose-board" in screen.identifiers())
        await screen.tap("choose-board")
        assert screen.says(board.title)
        await screen.tap("back")
        await until(lambda: f"station-{first}" in screen.identifiers())
        await screen.tap(f"station-{first}")
        await screen.tap(f"board-{board.id}")
        assert screen.name == "board"


async def test_no_list_of_ways_shows_the_gap_of_a_template() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    way = next(one for one in book.catalog.activities() if "{interest}" in one.title)
    async with app_of(shared, f"/competency/{way.competencies[0]}") as screen:
        assert screen.says("something I like")
        assert not screen.says("{interest}")
        book.profile.tell("interest", "Snails")
    async with app_of(shared, f"/competency/{way.competencies[0]}") as screen:
        assert screen.says(way.title.replace("{interest}", "Snails"))
    helper = await worlds.teacher()
    async with app_of(helper, "/library/activities") as screen:
        await screen.write("own-search", way.title.partition("{")[0])
        await until(lambda: f"item-{way.id}" in screen.identifiers())
        assert screen.says("something I like")
        assert not screen.says("{interest}")


def test_a_long_time_is_said_in_hours() -> None:
    said = [minutes_words(minutes) for minutes in (1, 90, 120, 270)]
    assert said == ["1 minute", "90 minutes", "2 hours", "4 hours 30 minutes"]
