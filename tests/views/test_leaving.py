"""Words that are typed and not kept: what becomes of them when the page goes, and after they are kept."""

import asyncio
import contextlib
import contextvars
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from app.services.workspace import Workspace
from app.views.outside import Outside
from app.views.parts import unsaved
from app.views.parts.inward import inward
from app.views.root import Held, Root
from app.views.state import Shared
from tests.fakes import FakeDevice
from tests.harness import Screen, opened, settle, until
from tests.views import worlds
from tests.views.opening import app_of, own_book


class FakeGuard:
    """A guard whose other tab is the test."""

    def __init__(self) -> None:
        self.wanted: Callable[[], Awaitable[None]] | None = None
        self.asked = 0

    async def acquire(self) -> bool:
        return True

    async def take_over(self) -> bool:
        self.asked += 1
        return True

    def on_wanted(self, let_go: Callable[[], Awaitable[None]]) -> None:
        self.wanted = let_go


@contextlib.asynccontextmanager
async def rooted(
    shared: Shared, route: str, first: Held = "here"
) -> AsyncIterator[tuple[Screen, Outside, FakeGuard]]:
    """Opens the root with what is outside of it."""
    guard = FakeGuard()
    outside = Outside(shared.workspace, shared.device, guard)
    async with opened(lambda page: page.render_views(Root, shared, outside, first), route) as screen:
        yield screen, outside, guard


def drafts(workspace: Workspace) -> dict[str, str]:
    """Returns the drafts on the device."""
    return {doc["id"].partition("-")[0]: str(doc["text"]) for doc in workspace.device.all("drafts")}


@pytest.mark.parametrize(
    ("route", "field", "name"),
    [("/goals/new", "goal-statement", "goal"), ("/capture", "capture-text", "capture")],
)
async def test_words_of_a_field_that_is_not_left_are_saved_when_the_page_goes(
    route: str, field: str, name: str
) -> None:
    shared = await worlds.new_learner()
    async with rooted(shared, route) as (screen, outside, _guard):
        leaving = inward(outside.leaving)
        await screen.write(field, "Half a thou", leave=False)
        assert drafts(shared.workspace) == {}
        contextvars.Context().run(leaving)  # as the browser tells it
        assert "Half a thou" in drafts(shared.workspace)[name]


async def test_a_field_that_is_gone_saves_nothing_more() -> None:
    shared = await worlds.new_learner()
    async with rooted(shared, "/capture") as (screen, outside, _guard):
        await screen.write("capture-text", "Half a thou", leave=False)
        await screen.tap("close")
        shared.workspace.drafts.forget(next(doc["id"] for doc in shared.workspace.device.all("drafts")))
        outside.leaving()
        assert drafts(shared.workspace) == {}


async def test_one_that_cannot_be_saved_does_not_keep_the_others_back() -> None:
    shared = await worlds.new_learner()
    async with rooted(shared, "/capture") as (screen, outside, _guard):

        def breaks() -> None:
            raise OSError("the disk does not answer")

        outside.on_leave.insert(0, breaks)
        shared.unsaved._saves.insert(0, breaks)
        await screen.write("capture-text", "Half a thou", leave=False)
        outside.leaving()
        assert "Half a thou" in drafts(shared.workspace)["capture"]


async def test_another_tab_gets_the_books_with_all_words_saved() -> None:
    shared = await worlds.new_learner()
    async with rooted(shared, "/capture") as (screen, _outside, guard):
        await screen.write("capture-text", "Half a thou", leave=False)
        assert guard.wanted is not None
        # the wish comes from the browser, in a context that knows no page
        await asyncio.get_running_loop().create_task(guard.wanted(), context=contextvars.Context())
        await settle()
        assert not shared.workspace.is_open
        assert screen.says("open in another tab")
        await shared.workspace.open()
        assert "Half a thou" in drafts(shared.workspace)["capture"]


async def test_a_new_version_is_taken_with_all_words_saved() -> None:
    device = FakeDevice()
    shared = await worlds.nobody(device)
    await shared.workspace.begin("learner", "Mia")
    async with app_of(shared, "/capture") as screen:
        await screen.write("capture-text", "Half a thou", leave=False)
        for told in device.updates:
            contextvars.Context().run(told)  # as the browser tells it
        await settle()
        await screen.tap("apply-update")
        assert "Half a thou" in drafts(shared.workspace)["capture"]
        assert "updated" in device.announced


async def test_a_draft_is_saved_when_typing_rests_not_at_every_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsaved, "REST_S", 1.0)
    shared = await worlds.new_learner()
    async with app_of(shared, "/capture") as screen:
        assert screen.says("What you begin here is saved as a draft")
        assert not screen.says("Saved as a draft")
        for words in ("H", "Ha", "Half"):
            await screen.write("capture-text", words, leave=False)
        assert screen.says("Not saved yet")
        assert drafts(shared.workspace) == {}
        await until(lambda: screen.says("Saved as a draft"))
        assert "Half" in drafts(shared.workspace)["capture"]
        assert screen.find("capture-text").value == "Half"


@pytest.mark.parametrize("leave", [True, False])
async def test_a_kept_goal_does_not_come_back_as_a_draft(*, leave: bool) -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/goals/new") as screen:
        await screen.write("goal-statement", "Swim", leave=leave)
        await screen.tap("keep-goal")
        assert screen.name == "goal"
        assert drafts(shared.workspace) == {}


@pytest.mark.parametrize("leave", [True, False])
async def test_a_kept_piece_does_not_come_back_as_a_draft(*, leave: bool) -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/capture") as screen:
        await screen.write("capture-text", "I can swim", leave=leave)
        await screen.tap("keep")
        assert screen.name == "artefact"
        assert drafts(shared.workspace) == {}


@pytest.mark.parametrize("leave", [True, False])
async def test_what_was_said_does_not_come_back_as_a_draft(*, leave: bool) -> None:
    shared = await worlds.learner()
    goal = (await own_book(shared)).reader.goals()[1]
    async with app_of(shared, f"/goals/{goal.id}") as screen:
        await screen.write("answer-text", "I think so", leave=leave)
        await screen.tap("answer-send")
        assert drafts(shared.workspace) == {}
        await screen.write("answer-text", "And then", leave=False)
        await screen.tap("answer-starter-0")
        assert drafts(shared.workspace)["talk"].count("And then I think") == 1


async def test_changing_a_goal_writes_only_what_was_changed() -> None:
    shared = await worlds.versions()
    book = await own_book(shared)
    (goal,) = book.reader.goals()
    async with app_of(shared, f"/goals/{goal.id}/edit") as screen:
        await screen.write("goal-measure", "25 metres in one go")
        book.goals.change(goal.id, reason="I like water")  # as a file would bring it meanwhile
        await screen.tap("keep-goal")
        changed = book.reader.goals()[0]
        assert changed.reason == "I like water"
        assert changed.measure == "25 metres in one go"
        assert "due" in changed.versions


async def test_books_that_did_not_open_are_tried_again_without_asking_for_the_lock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = await worlds.new_learner()
    await shared.workspace.close()
    async with rooted(shared, "/today", "failed") as (screen, _outside, guard):
        assert screen.says("could not open its books")
        await screen.tap("retry")
        await settle()
        assert screen.name == "today"
        assert guard.asked == 0


@pytest.mark.parametrize("error", [ValueError("another space"), OSError("?")])
async def test_books_that_cannot_be_opened_end_in_words(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = await worlds.new_learner()
    await shared.workspace.close()

    async def breaks() -> None:
        raise error

    monkeypatch.setattr(shared.workspace, "open", breaks)
    async with rooted(shared, "/today", "elsewhere") as (screen, _outside, _guard):
        await screen.tap("retry")
        await settle()
        assert screen.says("could not open its books")
        assert screen.says("Try again")


async def test_books_that_do_not_close_are_let_go_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = await worlds.new_learner()

    async def breaks() -> None:
        raise OSError("?")

    async with rooted(shared, "/today") as (_screen, _outside, guard):
        monkeypatch.setattr(shared.workspace, "close", breaks)
        assert guard.wanted is not None
        await guard.wanted()
