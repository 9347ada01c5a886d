"""The library of a teacher or family: frameworks found, taken in, made, changed and handed on."""

import asyncio
import json

import pytest

from app.formats.framework_file import REFUSALS, Refused
from app.formats.report import CODES, Oddity
from app.services.cards import card_edits
from app.services.frameworks import FrameworkService
from app.services.portfolio import Capture
from app.services.ports import Picked
from app.services.starters import Starters
from app.sync.keeping import StorageFull, StorageLost
from app.views.sentences.frameworks import odd_words, refused_words
from app.views.state import Shared
from tests.harness import DESKTOP, Screen, settle
from tests.samples.frameworks import big, data, item, package, tie
from tests.views import worlds
from tests.views.opening import app_of, own_book

TABLE = "To read:\n\n| A | B |\n|---|---|\n| 1 | **2** |\n\n- $\\frac{1}{2}$ of [it](https://example.org)"
FRAMEWORK = package(
    [item("M", "Maths"), item("M.1", "I can count", educationLevel=["01"]), item("M.2", TABLE)],
    [tie("isChildOf", "M.1", "M"), tie("isChildOf", "M.2", "M"), tie("precedes", "M.1", "M.2"), 7],
    title="Our maths",
    subject=["Maths"],
)


async def grown_up(role: str = "teacher") -> Shared:
    shared = await worlds.nobody()
    await shared.workspace.begin(role, "Ms Ito", "sun")  # type: ignore[arg-type]
    return shared


async def pick(screen: Screen, *files: Picked) -> None:
    await screen.find("choose-file").action.on_picked(files)
    await settle()


async def bring(screen: Screen, value: object = FRAMEWORK, name: str = "maths.json") -> None:
    """Chooses a file on the import screen and waits until it was looked at."""
    await pick(screen, Picked(name, value if isinstance(value, bytes) else data(value)))
    await until(screen, "framework-preview", "failed")


async def until(screen: Screen, *wanted: str) -> None:
    for _turn in range(400):
        if not set(wanted).isdisjoint(screen.identifiers()):
            return
        await settle()
    raise AssertionError(screen.identifiers())


@pytest.mark.parametrize("role", ["teacher", "family"])
async def test_the_starters_are_there_from_the_first_day(role: str) -> None:
    shared = await grown_up(role)
    async with app_of(shared) as screen:
        await screen.tap("nav-library")
        assert screen.name == "library"
        assert screen.says("Numbers, ratios and data")
        assert screen.says("in 5 parts")
        assert screen.says("22 competencies")  # as growth counts them: without what only holds them together
        await screen.write("framework-search", "recipe")
        found = next(i for i in screen.identifiers() if i.startswith("competency-"))
        await screen.tap(found)
        assert screen.name == "competency"
        assert screen.says("First comes")
        assert screen.says("Half the recipe, double the recipe")
        await screen.tap("back")
        assert screen.name == "framework"


async def test_a_learner_has_no_library() -> None:
    async with app_of(await worlds.new_learner(), "/library") as screen:
        assert screen.name == "today"
        assert "nav-library" not in screen.identifiers()


async def test_a_framework_comes_in_with_a_preview_in_words() -> None:
    shared = await grown_up()
    async with app_of(shared, "/library") as screen:
        await screen.tap("import-framework")
        await bring(screen)
        assert screen.says("3 new competencies")
        assert screen.says("1 new link between them")
        assert screen.says("1 entry is no competency.")
        assert screen.says("To read: A · B 1 · 2 • ½ of it")
        await screen.tap("take-in-framework")
        await until(screen, "import-done")
        await screen.tap("show-framework")
        assert screen.name == "framework"
        (top,) = [i for i in screen.identifiers() if i.startswith("competency-")]
        await screen.tap(top)
        assert screen.says("I can count")
        assert screen.says("Year 1")
        await screen.write("framework-search", "M.2")
        await screen.tap(next(i for i in screen.identifiers() if i.startswith("competency-")))
        assert screen.says("First comes")


async def test_the_same_file_again_has_nothing_to_take_in() -> None:
    shared = await grown_up()
    async with app_of(shared, "/library/frameworks/import") as screen:
        await bring(screen)
        await screen.tap("take-in-framework")
        await until(screen, "import-done")
        await screen.go("/library")
        await screen.tap("import-framework")
        await bring(screen)
        assert screen.says("Everything in this file is here already.")
        assert "take-in-framework" not in screen.identifiers()


async def test_taken_in_and_taken_back() -> None:
    shared = await grown_up()
    async with app_of(shared, "/library/frameworks/import") as screen:
        await bring(screen)
        await screen.tap("take-in-framework")
        await until(screen, "import-done")
        await screen.tap("take-back")
        await until(screen, "empty")
        assert screen.says("Nothing of it is left here")
    assert shared.workspace.catalog().frameworks()[0].title == "Learning to learn"


async def test_stopping_midway_leaves_nothing() -> None:
    shared = await grown_up()
    async with app_of(shared, "/library/frameworks/import") as screen:
        await bring(screen, big(400))
        take = screen.find("take-in-framework")
        running = asyncio.ensure_future(screen.session.dispatch_event(take._i, "click", None))
        while "stop-import" not in screen.identifiers():
            assert not running.done()
            await asyncio.sleep(0)
        await screen.tap("stop-import")
        await running
        await until(screen, "empty")
        assert screen.says("Nothing of it is left here")
    library = await shared.workspace.own_library()
    assert library.book.count("competencies") == 0
    assert library.book.count("frameworks") == 0


async def test_a_full_device_says_so_and_what_came_can_go() -> None:
    shared = await grown_up()
    library = await shared.workspace.own_library()
    async with app_of(shared, "/library/frameworks/import") as screen:
        await bring(screen, big(200))
        commit, room = library.book.commit, iter(range(1))

        def full(*edits: object) -> object:
            if next(room, None) is None:
                raise StorageFull
            return commit(*edits)  # type: ignore[arg-type]

        library.book.commit = full  # type: ignore[method-assign, assignment]
        await screen.tap("take-in-framework")
        await until(screen, "failed")
        assert screen.says("Make room on this device")
        library.book.commit = commit  # type: ignore[method-assign]
        await screen.go("/library")
        assert screen.says("A big framework was cut off")
        cut = next(i for i in screen.identifiers() if i.startswith("remove-cut-"))
        await screen.tap(cut)
        await settle()
        assert not screen.says("was cut off")
    assert library.book.count("competencies") == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{}", "This is no framework"),
        (b"", "There is nothing in this file"),
        (b"[" * 900, "built too deep"),
        (b'{"CFItems": [}', "a mistake in line 1"),
        (b"PK\x03\x04", "save it as CSV"),
        (b"a,b\n1,2", "names no statements"),
        (b'{"ops": [], "space": {}}', "a book of Ownway"),
    ],
)
async def test_what_is_no_framework_is_told_in_words(content: bytes, said: str) -> None:
    async with app_of(await grown_up(), "/library/frameworks/import") as screen:
        await bring(screen, content, "odd.json")
        assert screen.says(said)
        assert screen.says("Nothing was changed.")
        await screen.tap("retry")
        assert "choose-file" in screen.identifiers()


async def test_one_of_ones_own_is_made_changed_and_handed_on() -> None:
    shared = await grown_up("family")
    async with app_of(shared, "/library") as screen:
        await screen.tap("new-framework")
        await screen.tap("keep-framework-words")
        assert screen.says("It needs a title.")
        await screen.write("title", "Our garden")
        await screen.write("subject", "Nature")
        await screen.tap("keep-framework-words")
        assert screen.name == "framework"
        for words in ("I can tell good soil", "I can sow a seed"):
            await screen.tap("add-competency")
            await screen.write("statement", words)
            await screen.tap("keep-competency")
            assert screen.says(words)
        first, second = (i for i in screen.identifiers() if i.startswith("competency-"))
        await screen.tap(second.replace("competency-", "up-"))
        assert [i for i in screen.identifiers() if i.startswith("competency-")] == [second, first]
        await screen.tap(second)
        await screen.tap("edit-competency")
        await screen.write("framework-search", "good soil")
        await screen.tap(first.replace("competency-", "before-"))
        await screen.tap("move")
        await screen.tap(first.replace("competency-", "under-"))
        await screen.write("code", "G.2")
        await screen.tap("keep-competency")
        assert screen.says("G.2")
        assert screen.says("First comes")
        await screen.tap("back")
        await screen.tap("back")
        await screen.tap("export-framework")
        package = json.loads(screen.find("save-framework").action.data)
        assert len(package["CFItems"]) == 2
        await screen.tap("save-framework")


async def test_in_a_long_framework_every_place_can_be_found() -> None:
    shared = await grown_up()
    own = shared.workspace.own_frameworks
    framework = await own.make("Ours")
    every = [await own.add(framework, f"Skill number {n:02}") for n in range(45)]
    moved = every[0]
    async with app_of(shared, f"/library/competency/{moved}/edit") as screen:
        await screen.tap("move")
        assert f"under-{every[1]}" in screen.identifiers()
        assert f"under-{every[-1]}" not in screen.identifiers()
        await screen.tap("more-places")
        assert set(every[1:]) <= {name.removeprefix("under-") for name in screen.identifiers()}
        await screen.write("place-search", "number 44")
        assert f"under-{every[1]}" not in screen.identifiers()
        await screen.tap(f"under-{every[-1]}")
        assert shared.workspace.catalog().tree.parent(moved) == every[-1]
        await screen.write("place-search", "")
        assert f"under-{every[1]}" in screen.identifiers()


async def test_removing_what_is_ones_own() -> None:
    shared = await grown_up()
    own = shared.workspace.own_frameworks
    framework = await own.make("Ours")
    rec = await own.add(framework, "One")
    async with app_of(shared, f"/library/competency/{rec}/edit") as screen:
        await screen.tap("remove-competency")
        await screen.tap("remove-for-good")
        assert screen.name == "framework"
        assert screen.says("Nothing is in here yet.")
        await screen.tap("remove-framework")
        await screen.tap("keep-framework")
        await screen.tap("remove-framework")
        await screen.tap("remove-for-good")
        assert screen.name == "library"
        assert not screen.says("Ours")


async def test_filters_by_level_and_a_framework_that_is_not_here() -> None:
    shared = await grown_up()
    numbers = Starters.of("en").frameworks[1]
    async with app_of(shared, f"/library/frameworks/{numbers.id}", DESKTOP) as screen:
        await screen.tap("level-07")
        assert screen.says("I can tell whether a chart is fair")
        assert not screen.says("I can count things up to 100")
        await screen.tap("level-07")
        assert screen.says("Count and compare")
        await screen.go("/library/frameworks/f-nowhere")
        assert screen.says("This framework is not here")
        await screen.go("/library/competency/c-nowhere")
        assert screen.says("This competency is not here")


async def test_a_search_through_all_frameworks_can_be_by_subject_and_level_alone() -> None:
    shared = await grown_up()
    async with app_of(shared, "/library", DESKTOP) as screen:
        await screen.tap("level-07")
        assert screen.says("I can tell whether a chart is fair")
        assert not screen.says("I can count things up to 100")
        subjects = [one for one in screen.identifiers() if one.startswith("subject-")]
        maths = next(one for one in subjects if "ath" in one)
        other = next(one for one in subjects if one != maths)
        await screen.tap(other)
        assert not screen.says("I can tell whether a chart is fair")
        await screen.tap(other)
        await screen.write("framework-search", "chart")
        assert screen.says("I can tell whether a chart is fair")
        await screen.tap("level-07")
        await screen.write("framework-search", "")
        assert screen.says("Take in a framework")
        assert "found" not in screen.identifiers()


async def test_no_subject_and_no_level_is_left_out_of_the_filters() -> None:
    shared = await grown_up()
    items = [item(f"F.{n}", subject=[f"Subject {n:02}"], educationLevel=[f"L{n}"]) for n in range(30)]
    look = await shared.workspace.frameworks.look("many.json", data(package(items, [])))
    async for _step in shared.workspace.frameworks.take_in(look):
        pass
    assert look.plan is not None
    async with app_of(shared, f"/library/frameworks/{look.plan.framework}", DESKTOP) as screen:
        assert "subject-Subject 29" not in screen.identifiers()
        for _turn in range(3):
            await screen.tap("more-subjects")
            await screen.tap("more-levels")
        assert {"subject-Subject 29", "level-L29"} <= set(screen.identifiers())
        await screen.tap("level-L29")
        assert [one for one in screen.identifiers() if one.startswith("competency-")] == [
            f"competency-{look.plan.added[29]}"
        ]


async def test_a_library_that_cannot_be_read_says_so_and_is_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = await grown_up()
    framework = await shared.workspace.own_frameworks.make("Ours")
    real = FrameworkService.mine

    async def lost(service: FrameworkService) -> frozenset[str]:
        raise StorageLost("another tab has it")

    for route, there in (
        ("/library", f"framework-{framework}"),
        (f"/library/frameworks/{framework}", "remove-framework"),
    ):
        monkeypatch.setattr(FrameworkService, "mine", lost)
        async with app_of(shared, route) as screen:
            assert screen.says("The library could not be opened")
            monkeypatch.setattr(FrameworkService, "mine", real)
            await screen.tap("retry")
            assert not screen.says("The library could not be opened")
            assert there in screen.identifiers()


async def test_a_long_framework_is_drawn_part_by_part() -> None:
    shared = await grown_up()
    look = await shared.workspace.frameworks.look(
        "flat.json", data(package([item(f"F.{n}") for n in range(150)], []))
    )
    async for _step in shared.workspace.frameworks.take_in(look):
        pass
    assert look.plan is not None
    async with app_of(shared, f"/library/frameworks/{look.plan.framework}") as screen:
        assert len([i for i in screen.identifiers() if i.startswith("competency-")]) == 60
        await screen.tap("more")
        assert len([i for i in screen.identifiers() if i.startswith("competency-")]) == 120


async def test_a_competency_in_a_learners_book_shows_level_ways_and_what_was_shown() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = Starters.of("en").codes["ND.R1"]
    book.goals.pen.commit(card_edits(book.reader, book.catalog, [rec]))
    piece = await book.portfolio.keep(Capture(title="My ratio", text="2 to 3", competencies=(rec,)))
    async with app_of(shared, f"/competency/{rec}") as screen:
        assert screen.name == "competency"
        assert "competency-level" in screen.identifiers()
        assert screen.says("0 of 3 pieces")
        assert screen.says("Ways to learn it")
        assert screen.says("The best buy")
        assert screen.says("Shown for it")
        before = next(i for i in screen.identifiers() if i.startswith("before-"))
        await screen.tap(before)
        assert screen.name == "competency"
        assert screen.says("It opens")
        await screen.go(f"/competency/{rec}")
        await screen.tap(f"piece-{piece}")
        assert screen.name == "artefact"


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("code", CODES)
def test_every_oddity_has_words(code: str, times: int) -> None:
    said = odd_words(Oddity(code, times, ("6.RP",)))
    assert len(said) > len("For example: 6.RP") + 10
    assert "{" not in said


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_has_words_of_its_own(code: str) -> None:
    facts: dict[str, str | int] = {"megabytes": 40, "most": 32, "line": "7", "column": "2"}
    what, todo = refused_words(Refused(code, facts))
    assert what != refused_words(Refused("unheard of"))[0]
    assert todo
    assert "{" not in what + todo


async def test_every_tab_of_the_library_on_a_phone_has_the_places_below_it() -> None:
    shared = await worlds.teacher()
    for route in ("/library", "/library/activities", "/library/quizzes"):
        async with app_of(shared, route) as screen:
            await until(screen, "nav-class")
            assert "nav-class" in screen.identifiers()
