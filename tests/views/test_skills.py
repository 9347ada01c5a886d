"""The skills a learner can look for: by words, subject and level, and from what they are in to each."""

from app.services.starters import Starters
from tests.harness import DESKTOP, Screen, until
from tests.views import worlds
from tests.views.opening import app_of


def named(screen: Screen, prefix: str) -> list[str]:
    return [one for one in screen.identifiers() if one.startswith(prefix)]


async def test_a_learner_finds_a_skill_by_words_and_goes_to_it() -> None:
    async with app_of(await worlds.new_learner(), "/skills") as screen:
        assert screen.name == "skills"
        await screen.write("framework-search", "chart is fair")
        (found,) = named(screen, "competency-")
        assert screen.says("Not begun")
        assert screen.says("Year 7")
        await screen.tap(found)
        assert screen.name == "competency"
        assert screen.says("Ways to learn it")


async def test_words_that_find_nothing_are_told_so() -> None:
    async with app_of(await worlds.new_learner(), "/skills") as screen:
        await screen.write("framework-search", "submarine xylophones")
        assert screen.says("Nothing is found by these words.")


async def test_a_learner_finds_skills_by_subject_and_level_without_a_word() -> None:
    async with app_of(await worlds.new_learner(), "/skills", DESKTOP) as screen:
        assert len(named(screen, "subject-")) > 1
        await screen.tap("level-07")
        assert screen.says("I can tell whether a chart is fair")
        assert not screen.says("I can count things up to 100")
        await screen.tap("level-07")
        assert named(screen, "skills-")


async def test_a_learner_leafs_through_and_back_to_the_path() -> None:
    numbers = Starters.of("en").frameworks[1]
    async with app_of(await worlds.new_learner(), "/skills") as screen:
        await screen.tap(f"skills-{numbers.id}")
        assert screen.says(numbers.title)
        inner = next(one for one in named(screen, "skills-"))
        await screen.tap(inner)
        assert "whole" in screen.identifiers()
        assert named(screen, "competency-")
        await screen.tap("back")
        assert screen.says(numbers.title)
        await screen.tap("back")
        assert "framework-search" in screen.identifiers()
        await screen.tap("back")
        assert screen.name == "path"


async def test_a_place_that_is_not_here_leads_back_to_all_skills() -> None:
    async with app_of(await worlds.new_learner(), "/skills/f-nowhere") as screen:
        assert screen.says("Nothing is in here yet.")
        await screen.tap("back")
        assert "framework-search" in screen.identifiers()


async def test_a_teacher_looks_through_the_skills_of_one_learners_book() -> None:
    shared = await worlds.teacher()
    card = shared.workspace.cards[0]
    async with app_of(shared, f"/class/{card.id}/skills") as screen:
        await screen.write("framework-search", "chart is fair")
        await screen.tap(named(screen, "competency-")[0])
        assert screen.name == "competency"


async def test_on_a_phone_the_filters_open_by_a_tap_and_the_path_leads_here() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/path") as screen:
        await until(lambda: "open-skills" in screen.identifiers())
        await screen.tap("open-skills")
        assert not named(screen, "subject-")
        await screen.tap("open-filters")
        assert len(named(screen, "subject-")) > 1
