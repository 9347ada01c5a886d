"""One writer: the tab that holds the lock is the one that has the books open.

A Web Lock belongs to one worker of this site at a time and is let go by the browser itself when a tab
ends, however it ends. "Use here" asks the tab that holds it, over a channel, to write what it has and
let go; it is never taken by force, so nothing unwritten is lost.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, cast

import js
from pyodide.ffi import create_proxy, to_js

NAME = "ownway-books"
PATIENCE_S = 5.0


class TabGuard:
    """The lock of the books in a browser."""

    def __init__(self) -> None:
        self._js = cast("Any", js)
        self._release: Callable[[], None] | None = None
        self._channel = self._js.BroadcastChannel.new(NAME)
        self._keep: list[Any] = []

    async def acquire(self) -> bool:
        """Takes the lock if no other tab has it; returns whether this tab has it now."""
        return await self._request(if_available=True)

    async def take_over(self) -> bool:
        """Asks the other tab to let go and waits for it; False where it does not answer.

        True at once where this tab has the lock: it would wait for itself.
        """
        if self._release is not None:
            return True
        self._channel.postMessage("want")
        try:
            return await asyncio.wait_for(self._request(if_available=False), PATIENCE_S)
        except TimeoutError:
            return False

    def on_wanted(self, let_go: Callable[[], Awaitable[None]]) -> None:
        """Calls `let_go` when another tab wants the books, then releases the lock."""

        async def hand_over() -> None:
            try:
                await let_go()
            finally:  # whatever could not be closed: the lock is all that the other tab waits for
                self.release()

        def heard(event: Any) -> None:
            if event.data == "want" and self._release is not None:
                self._keep.append(asyncio.ensure_future(hand_over()))

        proxy = create_proxy(heard)
        self._keep.append(proxy)
        self._channel.addEventListener("message", proxy)

    def release(self) -> None:
        """Lets the lock go."""
        if self._release is not None:
            self._release()
            self._release = None

    async def _request(self, if_available: bool) -> bool:
        got: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def granted(lock: Any) -> Any:
            if not lock or got.cancelled():  # JavaScript's null comes as an object that is not None
                if not got.done():
                    got.set_result(False)
                return None
            held = self._js.Promise.withResolvers()
            self._release = held.resolve
            got.set_result(True)
            return held.promise

        options = to_js({"ifAvailable": if_available}, dict_converter=self._js.Object.fromEntries)
        proxy = create_proxy(granted)
        self._keep.append(proxy)
        self._keep.append(self._js.navigator.locks.request(NAME, options, proxy))
        return await got
