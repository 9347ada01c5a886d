"""Nothing a person taps can end the app: every handler of the screens is guarded."""

import ast
from collections.abc import Iterator
from pathlib import Path

import flet as ft
import pytest

from app.services.ports import Picked
from app.services.sharing import ShareService
from app.views.state import Shared
from tests.harness import Screen, settle
from tests.views import worlds
from tests.views.opening import app_of

VIEWS = Path(__file__).parents[2] / "src/app/views"
GUARDS = {"guarded", "guarded_event", "guarded_picked"}
ALLOWED = {
    ("state.py", "listen"): "subscribes, reads nothing and writes nothing",
    ("state.py", "stop"): "takes the subscription back",
    ("state.py", "wait"): "sleeps and redraws",
    ("state.py", "fetch"): "catches all itself: that is the failed state",
    ("app.py", "listen"): "binds handlers, each guarded",
    ("top.py", "listen"): "subscribes to the device",
    ("top.py", "lambda: leave.current() if leave.current else None"): "takes the subscription back",
    ("root.py", "listen"): "subscribes to the other tabs",
}


def handlers(tree: ast.AST) -> Iterator[ast.expr]:
    """Yields all that flet will call: events of its controls, effects, and what pickers give."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called.startswith("ft.") and called not in ("ft.use_effect", "ft.ColorScheme"):
                yield from (key.value for key in node.keywords if (key.arg or "").startswith("on_"))
            if called == "ft.use_effect":
                yield from (arg for n, arg in enumerate(node.args) if n != 1)
                yield from (key.value for key in node.keywords if key.arg == "cleanup")
            if called.endswith(("pick_files_action", "pick_photo_action")):
                yield from node.args
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).startswith("page.on_"):
            yield node.value


def safe(value: ast.expr) -> bool:
    """Tells whether a handler is guarded, or does nothing."""
    if isinstance(value, ast.IfExp):
        return safe(value.body) and safe(value.orelse)
    if isinstance(value, ast.Call):
        return ast.unparse(value.func) in GUARDS
    return ast.unparse(value) in ("None", "lambda: None")


def naked(path: Path) -> list[str]:
    """Returns the handlers of a file that could raise into flet."""
    found = (value for value in handlers(ast.parse(path.read_text())) if not safe(value))
    names = [(path.name, ast.unparse(value)) for value in found]
    return [f"{file}: {name}" for file, name in names if (file, name) not in ALLOWED]


def test_every_handler_of_every_screen_is_guarded() -> None:
    assert [name for path in sorted(VIEWS.rglob("*.py")) for name in naked(path)] == []


@pytest.mark.parametrize(
    "code",
    [
        "ft.Container(on_click=lambda: go())",
        "ft.TextField(on_submit=go if x else None)",
        "ft.use_effect(lambda: None, [], leave)",
        "device.pick_files_action(came)",
        "page.on_resize = go",
    ],
)
def test_a_naked_handler_would_be_found(code: str, tmp_path: Path) -> None:
    path = tmp_path / "screen.py"
    path.write_text(code)
    assert naked(path)


def breaks(*_args: object) -> object:
    raise OSError("the disk does not answer")


async def said(screen: Screen) -> bool:
    """Tells whether the last word was the one about a tap that failed, on a screen that stays."""
    await settle()
    screen.check()
    return "What was saved before is safe" in screen.snacks()[-1]


async def test_words_that_could_not_be_kept_are_tried_again_when_the_field_is_left_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/goals/new") as screen:
        monkeypatch.setattr(shared.workspace.device, "commit", breaks)
        await screen.write("goal-statement", "Swim")
        assert await said(screen)
        monkeypatch.undo()
        await screen.fire(screen.find("goal-statement"), "blur")
        assert draft(shared) == {"statement": "Swim"}


async def test_words_that_cannot_be_kept_on_the_way_out_do_not_end_the_app(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/goals/new") as screen:
        await screen.write("goal-statement", "Swim", leave=False)
        monkeypatch.setattr(shared.workspace.device, "commit", breaks)
        await screen.tap("back")
        assert await said(screen)
        assert screen.name == "goals"


async def test_a_file_that_cannot_be_looked_at_does_not_leave_the_screen_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/share") as screen:
        monkeypatch.setattr(ShareService, "look", breaks)
        await screen.find("choose-files").action.on_picked((Picked("x.json", b"{}"),))
        assert await said(screen)
        assert screen.name == "share"


def draft(shared: Shared) -> dict[str, str]:
    """Returns the draft of a new goal in the learner's own book."""
    card = shared.workspace.own_card
    assert card is not None
    words = shared.workspace.drafts.load(f"goal-new-{card.id}")
    return {part: said for part, said in words.items() if said}


async def test_a_short_word_floats_above_the_footer() -> None:
    async with app_of(await worlds.new_learner(), "/goals/new") as screen:
        await screen.tap("next")
        theme = screen.session.page.theme
        assert theme is not None
        look = theme.snackbar_theme
        assert isinstance(look, ft.SnackBarTheme)
        assert look.behavior == ft.SnackBarBehavior.FLOATING
        assert isinstance(look.inset_padding, ft.Padding)
        assert look.inset_padding.bottom >= 100


@pytest.mark.parametrize(("size", "width"), [((1280, 800), 480), ((820, 1180), 480), ((360, 640), None)])
async def test_a_short_word_is_compact_in_a_wide_window_and_fits_it_turned(
    size: tuple[int, int], width: int | None
) -> None:
    """Flutter keeps a margin for as long as a bar stands, so none is given: a width gives way.

    And the client heeds a width only where the bar itself says that it floats."""
    async with app_of(await worlds.new_learner(), "/goals/new", size) as screen:
        await screen.tap("next")
        (bar,) = [d for d in screen.session.page._dialogs.controls if isinstance(d, ft.SnackBar)]
        assert (bar.behavior, bar.width, bar.margin) == (ft.SnackBarBehavior.FLOATING, width, None)
