"""Two tabs and one lock, over a stand-in for the browser's locks and channels."""

import asyncio
import importlib
import sys
from collections.abc import Callable, Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest


class Locks:
    """`navigator.locks`, for one name."""

    def __init__(self) -> None:
        self.held = False
        self.queue: list[Callable[[Any], Any]] = []

    def request(self, _name: str, options: dict[str, bool], granted: Callable[[Any], Any]) -> None:
        if not self.held:
            self._grant(granted)
        elif options["ifAvailable"]:
            granted(None)
        else:
            self.queue.append(granted)

    def _grant(self, granted: Callable[[Any], Any]) -> None:
        promise = granted(SimpleNamespace())
        if promise is None:
            self._next()
        else:
            self.held = True
            promise.then = self._next

    def _next(self) -> None:
        self.held = False
        if self.queue:
            self._grant(self.queue.pop(0))


class Channel:
    """`BroadcastChannel`: all but the sender hear."""

    def __init__(self, every: list["Channel"]) -> None:
        self.every, self.heard = every, []  # type: tuple[list[Channel], list[Callable[[Any], None]]]
        every.append(self)

    def postMessage(self, data: str) -> None:  # noqa: N802 - JavaScript's name
        for other in self.every:
            for listener in other.heard if other is not self else ():
                asyncio.get_running_loop().call_soon(listener, SimpleNamespace(data=data))

    def addEventListener(self, _event: str, listener: Callable[[Any], None]) -> None:  # noqa: N802
        self.heard.append(listener)


def _resolvers() -> SimpleNamespace:
    promise = SimpleNamespace(then=lambda: None)

    def resolve() -> None:
        promise.then()

    return SimpleNamespace(promise=promise, resolve=resolve)


@pytest.fixture
def guards(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The module, in a browser of its own."""
    js, pyodide, ffi = ModuleType("js"), ModuleType("pyodide"), ModuleType("pyodide.ffi")
    every: list[Channel] = []
    vars(js).update(
        BroadcastChannel=SimpleNamespace(new=lambda _name: Channel(every)),
        navigator=SimpleNamespace(locks=Locks()),
        Promise=SimpleNamespace(withResolvers=_resolvers),
        Object=SimpleNamespace(fromEntries=None),
    )
    vars(ffi).update(create_proxy=lambda f: f, to_js=lambda value, dict_converter: value)
    for module in (js, pyodide, ffi):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    sys.modules.pop("app.device.guard", None)
    module = importlib.import_module("app.device.guard")
    monkeypatch.setattr(module, "PATIENCE_S", 0.05)
    yield module
    sys.modules.pop("app.device.guard", None)


async def test_a_tab_that_has_the_lock_need_not_wait_for_itself(guards: Any) -> None:
    tab = guards.TabGuard()
    assert await tab.acquire()
    assert await tab.take_over()
    assert await tab.take_over()


async def test_the_other_tab_lets_go(guards: Any) -> None:
    first, second = guards.TabGuard(), guards.TabGuard()
    closed: list[str] = []

    async def let_go() -> None:
        closed.append("books")

    first.on_wanted(let_go)
    assert await first.acquire()
    assert not await second.acquire()
    assert await second.take_over()
    assert closed == ["books"]
    assert not await first.acquire()


async def test_a_tab_whose_books_do_not_close_lets_the_lock_go_all_the_same(guards: Any) -> None:
    first, second = guards.TabGuard(), guards.TabGuard()

    async def fails() -> None:
        raise OSError("a handle did not close")

    first.on_wanted(fails)
    await first.acquire()
    assert await second.take_over()


async def test_a_tab_that_does_not_answer_keeps_the_lock(guards: Any) -> None:
    first, second = guards.TabGuard(), guards.TabGuard()
    await first.acquire()
    assert not await second.take_over()
    assert not await second.acquire()
