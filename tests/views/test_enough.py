"""How much is enough, in plain words: for a framework, for one competency, and back to what is usual."""

import pytest

from app.domain.library import MasteryCriterion
from app.views.sentences.enough import enough
from app.views.state import Shared
from tests.views import worlds
from tests.views.opening import app_of


async def teacher() -> Shared:
    shared = await worlds.nobody()
    await shared.workspace.begin("teacher", "Ms R")
    await shared.workspace.open_libraries()
    return shared


async def test_it_is_said_for_one_competency_of_a_starter_and_taken_back() -> None:
    shared = await teacher()
    catalog = shared.workspace.catalog
    one = next(one for one in catalog().competencies() if not catalog().children(one.id))
    async with app_of(shared, f"/library/competency/{one.id}") as screen:
        assert screen.says("3 pieces at “Can do it”")
        await screen.tap("change-enough")
        for choice in ("pieces-1", "kinds-1", "level-4", "others-0", "days-30"):
            await screen.tap(choice)
        assert screen.says("1 piece at “Goes beyond”, within a month")
        await screen.tap("keep-enough")
        kept = MasteryCriterion(pieces=1, kinds=1, level=4, others=0, days=30)
        assert catalog().criterion(one.id) == kept
        assert screen.says("1 piece at “Goes beyond”")
        await screen.undo()
        assert catalog().criterion(one.id) == MasteryCriterion()
        await screen.tap("change-enough")
        await screen.tap("keep-enough")
        await screen.tap("change-enough")
        await screen.tap("as-usual")
        found = catalog().competency(one.id)
        assert found is not None and found.criterion is None


async def test_a_framework_says_it_for_all_its_competencies() -> None:
    shared = await teacher()
    catalog = shared.workspace.catalog
    framework = catalog().frameworks()[0]
    async with app_of(shared, f"/library/frameworks/{framework.id}") as screen:
        await screen.tap("change-enough")
        await screen.tap("pieces-5")
        await screen.tap("keep-enough")
        assert screen.name == "framework"
        assert screen.says("5 pieces at “Can do it”")
    assert {catalog().criterion(one.id).pieces for one in catalog().competencies(framework.id)} == {5}


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        (MasteryCriterion(), "3 pieces at “Can do it”, of 2 different kinds, 1 of them seen by a grown-up"),
        (MasteryCriterion(pieces=0, kinds=0, others=0), "1 piece at “Can do it”"),
        (MasteryCriterion(pieces=2, kinds=9, others=2, days=7), "within 7 days"),
    ],
)
def test_a_criterion_reads_as_a_sentence(criterion: MasteryCriterion, words: str) -> None:
    assert words in enough(criterion).replace("\u2068", "").replace("\u2069", "")


async def test_what_is_not_here_says_so() -> None:
    async with app_of(await teacher(), "/library/enough/none") as screen:
        assert "empty" in screen.identifiers()
