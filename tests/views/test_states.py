"""Every screen in its four states, its labels, both directions, three windows, and what a tap redraws."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import flet as ft
import pytest
from flet.components.public_utils import unwrap_component

from app.services.portfolio import Capture
from app.services.workspace import Workspace
from app.sync.keeping import StorageFull, StorageLost
from app.views.state import Shared, layout_of
from tests.fakes import FakeDevice
from tests.harness import DESKTOP, PHONE, TABLET, Screen
from tests.views import worlds
from tests.views.opening import app_of, own_book

LEARNER = (
    "/today",
    "/goals",
    "/goals/new",
    "/portfolio",
    "/capture",
    "/me",
    "/share",
    "/journal",
    "/reflect/any",
    "/shelf/best",
    "/present/best",
)
TEACHER = ("/class", "/share", "/settings")


@pytest.mark.parametrize(
    ("route", "words"),
    [
        ("/today", "Make your first goal"),
        ("/goals", "No goals yet"),
        ("/portfolio", "Nothing here yet"),
        ("/me", "I am good at"),
        ("/share", "never gone out"),
        ("/goals/gone", "This goal is not here"),
        ("/portfolio/gone", "This piece is not here"),
    ],
)
async def test_an_empty_screen_says_what_it_is_for(route: str, words: str) -> None:
    async with app_of(await worlds.new_learner(), route) as screen:
        assert screen.says(words)


@pytest.mark.parametrize("route", ["/goals", "/portfolio"])
async def test_an_empty_screen_offers_the_first_step(route: str) -> None:
    async with app_of(await worlds.new_learner(), route) as screen:
        await screen.tap("first-step")
        assert screen.name in ("goal-form", "capture")


def failing(times: int, work: Callable[..., Awaitable[object]]) -> Callable[..., Awaitable[object]]:
    """Returns `work`, which fails so many times first."""
    left = [times]

    async def tried(*args: object) -> object:
        if left[0]:
            left[0] -= 1
            raise OSError("the disk does not answer")
        return await work(*args)

    return tried


@pytest.mark.parametrize(
    ("route", "port", "words"),
    [
        ("/today", "open_book", "This book could not be opened"),
        ("/today", "open", "could not open its books"),
    ],
)
async def test_a_failed_screen_says_what_is_safe_and_tries_again(
    route: str, port: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = await worlds.learner()
    monkeypatch.setattr(shared.workspace, port, failing(1, getattr(shared.workspace, port)))
    async with app_of(shared, route) as screen:
        assert screen.says(words)
        assert "failed" in screen.identifiers()
        await screen.tap("retry")
        assert screen.name == "today"
        assert screen.says("Hello, Mia")


async def test_a_failed_class_list_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = await worlds.teacher()
    fails = failing(1, shared.workspace.classroom.page)

    class Classroom:
        page = staticmethod(fails)

    monkeypatch.setattr(Workspace, "classroom", Classroom())
    async with app_of(shared, "/class") as screen:
        assert screen.says("The list could not be read")


async def test_a_screen_that_loads_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = await worlds.learner()

    async def never(_space: str) -> object:

        return await asyncio.Event().wait()

    monkeypatch.setattr(shared.workspace, "open_book", never)
    async with app_of(shared, "/goals") as screen:
        assert "loading" in screen.identifiers()
        assert screen.says("Opening the book")


ACTING = ("on_click", "on_tap", "on_change", "action")


def unlabelled(screen: Screen) -> list[str]:
    """Returns what can be acted on and has neither words, nor a tooltip, nor a label above it."""
    labelled: set[int] = set()
    for control in screen.walk():
        if isinstance(control, ft.Semantics) and control.label:
            labelled |= {id(inner) for inner in screen.walk(control.content)}
    bad = []
    for control in screen.walk():
        if not any(getattr(control, name, None) for name in ACTING) or id(control) in labelled:
            continue
        inner = [unwrap_component(c) for c in screen.walk(getattr(control, "content", None) or [])]
        words = [c.value for c in inner if isinstance(c, ft.Text)]
        if not (words or getattr(control, "tooltip", None) or isinstance(control, ft.Page)):
            bad.append(f"{type(control).__name__} {getattr(control, 'hint_text', '')}")
    return bad


@pytest.mark.parametrize("route", LEARNER)
@pytest.mark.parametrize("size", [PHONE, TABLET, DESKTOP], ids=["phone", "tablet", "desktop"])
async def test_everything_a_learner_can_act_on_has_a_label(route: str, size: tuple[int, int]) -> None:
    async with app_of(await worlds.learner(), route, size) as screen:
        assert unlabelled(screen) == []
        assert f"screen-{screen.name}" in screen.identifiers()


@pytest.mark.parametrize("route", TEACHER)
async def test_everything_a_teacher_can_act_on_has_a_label(route: str) -> None:
    async with app_of(await worlds.teacher(), route) as screen:
        assert unlabelled(screen) == []


async def test_a_control_without_a_label_would_be_found() -> None:
    async with app_of(await worlds.learner(), "/today") as screen:
        naked = ft.Container(on_click=lambda: None)
        screen.session.page.views = [ft.View(controls=[naked])]
        assert unlabelled(screen) != []


async def test_identifiers_are_there_once() -> None:
    for route in LEARNER:
        async with app_of(await worlds.learner(), route) as screen:
            names = screen.identifiers()
            assert len(names) == len(set(names)), route


@pytest.mark.parametrize("route", LEARNER)
async def test_every_screen_has_one_head_of_the_first_level(route: str) -> None:
    async with app_of(await worlds.learner(), route) as screen:
        heads = [c for c in screen.walk() if isinstance(c, ft.Semantics) and c.heading_level == 1]
        assert len(heads) == 1


async def test_arabic_mirrors_the_screen_and_is_chosen_in_one_tap() -> None:
    shared = await worlds.learner()
    async with app_of(shared, "/me") as screen:
        await screen.tap("language-ar")
        (view,) = unwrap_component(screen.session.page.views)
        assert unwrap_component(view).rtl is True
        assert screen.session.page.theme.font_family == "Noto Sans Arabic"
        assert not screen.says("I am good at")
        await screen.tap("language-en")
        assert screen.says("I am good at")


async def test_latin_words_are_kept_together_in_arabic() -> None:
    shared = await worlds.learner()
    shared.workspace.prefer(language="ar")
    async with app_of(shared, "/goals") as screen:
        assert "\u2068Explain ratios to my sister\u2069" in screen.texts()


async def test_dark_is_chosen_in_one_tap() -> None:
    shared = await worlds.learner()
    async with app_of(shared, "/me") as screen:
        await screen.tap("theme-dark")
        assert screen.session.page.theme_mode == ft.ThemeMode.DARK


@pytest.mark.parametrize(
    ("width", "scale", "layout"),
    [(360, 1, "phone"), (820, 1, "tablet"), (1280, 1, "desktop"), (820, 2, "phone"), (1280, 2, "phone")],
)
def test_the_window_is_as_wide_as_its_text_allows(width: int, scale: float, layout: str) -> None:
    assert layout_of(width, scale) == layout


async def test_a_new_version_is_offered_and_taken() -> None:
    device = FakeDevice()
    shared = await worlds.nobody(device)
    await shared.workspace.begin("learner", "Mia")
    async with app_of(shared, "/today") as screen:
        for told in device.updates:
            told()
        await screen.go("/goals")
        await screen.tap("apply-update")
        assert "updated" in device.announced


async def filled(count: int) -> Shared:
    """A learner's device with so many goals and pieces."""
    shared = await worlds.new_learner()
    book = await own_book(shared)
    for n in range(count):
        book.goals.write(statement=f"Goal number {n}", measure="3 of 4", reason="I like it")
        await book.portfolio.keep(Capture(text=f"Piece number {n}"))
    return shared


async def tap_cost(shared: Shared, rec: str) -> tuple[float, int]:
    """Returns the seconds and the bytes that a check-in on the list costs, the least of five."""
    best, sent = 1e9, 0
    async with app_of(shared, "/goals") as screen:
        book = await own_book(shared)
        for n in range(5):
            before = screen.connection.packed
            start = time.perf_counter()
            book.goals.check_in(rec, "on_my_way", 1 + n % 3)
            for _ in range(10):
                import asyncio

                await asyncio.sleep(0)
            best = min(best, time.perf_counter() - start)
            sent = screen.connection.packed - before
    return best, sent


async def test_a_tap_redraws_one_row_however_long_the_list() -> None:
    few, many = await filled(20), await filled(400)
    small = await tap_cost(few, (await own_book(few)).reader.goals()[0].id)
    large = await tap_cost(many, (await own_book(many)).reader.goals()[0].id)
    assert small[1] > 0
    assert large[1] <= small[1] * 1.2
    assert large[0] <= small[0] * 3


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (StorageFull(), "no room left"),
        (StorageLost(), "cannot write"),
        (OSError("?"), "What was saved before is safe"),
    ],
)
async def test_a_tap_that_cannot_be_kept_says_so_and_the_screen_stays(
    error: Exception, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    goal = book.reader.goals()[1]

    def fails(*_args: object) -> object:
        raise error

    async with app_of(shared, f"/goals/{goal.id}") as screen:
        monkeypatch.setattr(book.book, "commit", fails)
        await screen.tap("feeling-stuck")
        assert words in screen.snacks()[-1]
        assert screen.name == "goal"
        await screen.go("/me")
        await screen.tap("add-strength")
        await screen.tap("add-need")
        await screen.write("tell-strength", "Not kept")
        assert words in screen.snacks()[-1]
        monkeypatch.undo()
        await screen.write("tell-need", "Kept")
        assert [entry.text for entry in book.reader.entries("need")][-1] == "Kept"


@pytest.mark.parametrize("route", [*LEARNER, "/goals/x", "/portfolio/x"])
async def test_every_screen_can_be_drawn_in_arabic(route: str) -> None:
    shared = await worlds.learner()
    shared.workspace.prefer(language="ar")
    async with app_of(shared, route) as screen:
        assert screen.texts()


async def test_a_device_that_does_not_answer_is_said_plainly() -> None:
    shared = await worlds.nobody(FakeDevice(fails=True))
    await shared.workspace.begin("learner", "Mia")
    async with app_of(shared, "/share") as screen:
        assert screen.says("does not say whether it keeps your books")
