"""What a teacher and a family do: see whom first, answer, agree, help a child who has no device."""

import pytest

from app.domain.attention import Reason
from app.domain.goal_life import standing
from app.services.workspace import OpenBook
from app.views.sentences.differences import why_first
from app.views.state import Shared
from tests.harness import DESKTOP, Screen, until
from tests.views import worlds
from tests.views.opening import app_of


async def book_of(shared: Shared, name: str) -> OpenBook:
    """Returns a learner's book by name."""
    space = next(card.id for card in shared.workspace.cards if card.name == name)
    return await shared.workspace.open_book(space)


def order(screen: Screen) -> list[str]:
    """Returns the learners as they stand in the list."""
    names = {name for name, _sign in worlds.NAMES}
    return [text for text in screen.texts() if text in names]


@pytest.mark.parametrize("size", [(390, 844), DESKTOP], ids=["phone", "desktop"])
async def test_the_class_shows_first_who_is_stuck_with_the_reason(size: tuple[int, int]) -> None:
    async with app_of(await worlds.teacher(), "/class", size) as screen:
        assert order(screen)[-1] == "Grace"
        assert set(order(screen)[:2]) == {"Chidi", "Mia"}
        assert screen.says("Stuck on “Find the unit rate”")
        assert screen.says("Proposes a goal: A film about bees")
        assert screen.says("No file for 9 days")
        assert screen.says("4 of 5")


async def test_the_button_beside_a_proposed_goal_leads_to_agreeing() -> None:
    shared = await worlds.teacher()
    book = await book_of(shared, "Elif")
    async with app_of(shared, "/class") as screen:
        await screen.tap(f"do-{book.id}")
        assert screen.name == "goal"
        await screen.tap("agree")
        (goal,) = book.reader.goals()
        (yes,) = standing(goal, book.reader.consents_on(goal.id))
        assert book.reader.person(yes.who).name == "Ms Adeyemi"
        assert goal.state == "active"
        assert "agree" not in screen.identifiers()
        assert screen.says("Agreed")


async def test_evidence_is_answered_with_one_tap() -> None:
    shared = await worlds.teacher()
    book = await book_of(shared, "Mia")
    async with app_of(shared, f"/class/{book.id}/learner/portfolio") as screen:
        pieces = len(book.reader.artefacts())
        assert screen.says(f"{pieces} pieces wait for you")  # what is shown for no goal waits as well
        first = next(i for i in screen.identifiers() if i.startswith("seen-"))
        await screen.tap(first)
        assert screen.says(f"{pieces - 1} pieces wait for you")
        (said,) = book.reader.feedback_on(first.removeprefix("seen-"))
        assert (said.by, said.kind) == ("teacher", "well_done")


async def test_an_answer_has_a_kind_and_a_beginning() -> None:
    shared = await worlds.teacher()
    book = await book_of(shared, "Mia")
    piece = book.reader.artefacts()[0]
    async with app_of(shared, f"/class/{book.id}/portfolio/{piece.id}") as screen:
        await screen.tap("answer-kind-question")
        await screen.tap("answer-starter-1")
        begun = screen.find("answer-text").value
        assert begun == "What would happen if "
        await screen.write("answer-text", begun + "you used milk?", leave=False)
        await screen.tap("answer-send")
        (said,) = book.reader.feedback_on(piece.id)
        assert (said.kind, said.text) == ("question", "What would happen if you used milk?")
        assert screen.find("answer-text").value == ""


async def test_a_teacher_tells_something_of_a_learner_in_their_own_name() -> None:
    shared = await worlds.teacher()
    book = await book_of(shared, "Mia")
    async with app_of(shared, f"/class/{book.id}/learner/about") as screen:
        await screen.tap("add-strength")
        await screen.write("tell-strength", "Sees patterns at once")
        assert screen.says("Says Ms Adeyemi")


async def test_a_family_makes_a_book_for_a_child() -> None:
    shared = await worlds.nobody()
    await shared.workspace.begin("family", "Dad")
    async with app_of(shared, "/") as screen:
        assert screen.says("No learner's book is here yet")
        await screen.tap("add-learner")
        await screen.write("learner-name", "Tom", leave=False)
        await screen.tap("make-book")
        assert [card.name for card in shared.workspace.cards] == ["Tom"]
        assert screen.says("Tom")


async def test_back_leads_from_a_goal_to_the_learner_and_on_to_the_class() -> None:
    shared = await worlds.teacher()
    book = await book_of(shared, "Elif")
    (goal,) = book.reader.goals()
    async with app_of(shared, f"/class/{book.id}/goals/{goal.id}") as screen:
        await screen.tap("back")
        assert screen.name == "learner"
        await screen.tap("back")
        assert screen.name == "class"


@pytest.mark.parametrize("route", ["/nowhere", "/today", "/me", "/capture", "/goals/x"])
async def test_a_route_that_leads_nowhere_leads_home(route: str) -> None:
    async with app_of(await worlds.teacher(), route) as screen:
        assert screen.name == "class"


async def test_on_a_desktop_the_class_stands_beside_the_learner_and_follows_what_is_done() -> None:
    shared = await worlds.teacher()
    book = await book_of(shared, "Elif")
    (goal,) = book.reader.goals()
    async with app_of(shared, f"/class/{book.id}/goals/{goal.id}", DESKTOP) as screen:
        assert {"screen-class", "screen-goal"} <= set(screen.identifiers())
        assert screen.says("Proposes a goal: A film about bees")
        await screen.tap("agree")
        await until(lambda: not screen.says("Proposes a goal: A film about bees"))


def test_how_long_ago_an_old_book_began_is_not_said() -> None:
    def said(days: int) -> str:
        return why_first(Reason("waiting", {"pieces": 3, "days": days}, "review", 1))[0]

    assert said(5) == "3 pieces wait for you, for 5 days"
    assert said(61) == "3 pieces wait for you"


async def test_the_page_of_a_learner_who_is_stuck_offers_what_a_grown_up_can_do() -> None:
    shared = await worlds.teacher()
    book = await book_of(shared, "Chidi")
    (goal,) = book.reader.goals()
    async with app_of(shared, f"/class/{book.id}") as screen:
        assert screen.says("Needs help")
        await screen.tap("stuck-offer")
        assert screen.name == "suggest"
        await screen.go(f"/class/{book.id}")
        await screen.tap("stuck-open")
        assert screen.name == "goal"
        await screen.go(f"/class/{book.id}")
        await screen.tap("stuck-say")
        await screen.write("answer-text", "Shall we look at it together?", leave=False)
        await screen.tap("answer-send")
        assert [one.text for one in book.reader.feedback_on(goal.id)] == ["Shall we look at it together?"]
        assert "stuck" not in screen.identifiers()  # help is under way


async def test_nobody_who_is_not_stuck_is_said_to_need_help() -> None:
    shared = await worlds.teacher()
    book = await book_of(shared, "Elif")
    async with app_of(shared, f"/class/{book.id}") as screen:
        assert "stuck" not in screen.identifiers()
