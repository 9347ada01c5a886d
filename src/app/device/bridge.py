"""The worker's end of the bridge to the page, where only a page may act (see docs/bridge.md)."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, cast

import js
import ownway_bridge
from pyodide.ffi import JsException, create_proxy, to_js


class Bridge(Protocol):
    """The page's powers by name."""

    async def call(self, name: str, args: Mapping[str, Any] | None = None) -> Any:
        """Does something on the page and returns its answer as Python values.

        Raises OSError with the page's own words where it could not.
        """

    def send(self, name: str, args: Mapping[str, Any]) -> None:
        """Lets something be done on the page before anything that is sent there later; no answer comes."""

    def on(self, event: str, callback: Callable[[Any], None]) -> None:
        """Calls back for every event of that name, and at once with the last one."""


class PageBridge:
    """The bridge of the built site."""

    def __init__(self) -> None:
        self._page = cast("Any", ownway_bridge)

    async def call(self, name: str, args: Mapping[str, Any] | None = None) -> Any:
        """Does something on the page; see `Bridge.call`."""
        try:
            answer = await self._page.call(name, _given(args or {}))
        except JsException as error:
            raise OSError(f"the page could not {name}: {error}") from error
        return answer.to_py() if hasattr(answer, "to_py") else answer

    def send(self, name: str, args: Mapping[str, Any]) -> None:
        """Lets something be done on the page; see `Bridge.send`."""
        self._page.call(name, _given(args))

    def on(self, event: str, callback: Callable[[Any], None]) -> None:
        """Calls back for every event of that name; see `Bridge.on`."""
        self._page.on(event, create_proxy(callback))


def _given(args: Mapping[str, Any]) -> Any:
    return to_js(dict(args), dict_converter=js.Object.fromEntries)
