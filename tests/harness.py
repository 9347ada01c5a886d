"""An in-memory browser: a real flet session whose client is the test."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import flet as ft
import msgpack
from flet.components.public_utils import unwrap_component
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    Message,
    MessageAction,
    RegisterClientResponseBody,
    configure_encode_object_for_msgpack,
)
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

CHILDREN = ("controls", "content", "title", "actions", "action", "leading", "destinations")
PHONE, TABLET, DESKTOP = (390, 844), (820, 1180), (1280, 800)


class MemoryConnection(Connection):
    """Packs every message as the wire would, and answers what the client is asked to do."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.get_running_loop()
        self.pubsubhub = PubSubHub()
        self.page_url = "http://test"
        self.messages: list[Any] = []
        self.packed = 0
        self.tasks: list[asyncio.Future[Any]] = []
        self.session: Session = Session(self)

    def send_message(self, message: Any) -> None:
        """Keeps a message. Packing is not decoration: it seeds flet's snapshots for its diffs."""
        self.packed += len(
            msgpack.packb(
                [message.action, message.body], default=configure_encode_object_for_msgpack(BaseControl)
            )
        )
        self.messages.append(message)
        if message.action == MessageAction.INVOKE_METHOD:
            self.loop.call_soon(self.answer, message.body)

    def answer(self, call: Any) -> None:
        """Does what the client would: goes to a route, and says yes to everything else."""
        if call.name == "push_route":
            route = call.args["route"]
            self.session.apply_page_patch({"route": route})
            task = self.session.dispatch_event(self.session.page._i, "route_change", {"route": route})
            self.tasks.append(asyncio.ensure_future(task))
        self.session.handle_invoke_method_results(call.control_id, call.call_id, None, None)


class Screen:
    """What a person sees and can do."""

    def __init__(self, connection: MemoryConnection) -> None:
        self.connection, self.session = connection, connection.session

    def walk(self, node: Any = None) -> Iterator[BaseControl]:
        """Yields every control on the screen, from the outside in."""
        node = unwrap_component(self.session.page.views if node is None else node)
        if isinstance(node, (list, tuple)):
            for item in node:
                yield from self.walk(item)
        elif isinstance(node, BaseControl):
            if not getattr(node, "visible", True):
                return
            yield node
            for name in CHILDREN:
                child = getattr(node, name, None)
                if isinstance(child, (BaseControl, list)):
                    yield from self.walk(child)

    def texts(self) -> list[str]:
        """Returns all words on the screen."""
        return [c.value for c in self.walk() if isinstance(c, ft.Text)]

    def says(self, words: str) -> bool:
        """Tells whether `words` stand somewhere on the screen."""
        return any(words in text for text in self.texts())

    def identifiers(self) -> list[str]:
        """Returns the identifiers on the screen."""
        return [c.identifier for c in self.walk() if isinstance(c, ft.Semantics) and c.identifier]

    @property
    def name(self) -> str:
        """The screen's name."""
        return next(i for i in self.identifiers() if i.startswith("screen-")).removeprefix("screen-")

    def find(self, identifier: str) -> Any:
        """Returns the control under an identifier: the innermost content that can be acted on."""
        found = [c for c in self.walk() if isinstance(c, ft.Semantics) and c.identifier == identifier]
        assert len(found) == 1, f"{identifier}: {len(found)} among {self.identifiers()}"
        inner = unwrap_component(found[0].content)
        while isinstance(inner, ft.MergeSemantics | ft.Semantics):
            inner = unwrap_component(inner.content)
        return inner

    async def tap(self, identifier: str) -> None:
        """Taps what is under an identifier."""
        control = self.find(identifier)
        assert control.on_click is not None or control.action is not None, identifier
        await self.fire(control, "click")

    async def write(self, identifier: str, text: str, *, leave: bool = True) -> None:
        """Types into a field and leaves it."""
        field = self.find(identifier)
        self.session.apply_patch(field._i, {"value": text})
        await self.fire(field, "change", text)
        if leave:
            await self.fire(self.find(identifier), "blur")

    async def fire(self, control: BaseControl, event: str = "click", data: Any = None) -> None:
        """Lets the client report an event."""
        await self.session.dispatch_event(control._i, event, data)
        await settle()
        self.check()

    def check(self) -> None:
        """Fails where the session crashed."""
        crashes = [m.body for m in self.connection.messages if m.action == MessageAction.SESSION_CRASHED]
        assert not crashes, crashes[0].message

    def snacks(self) -> list[str]:
        """Returns the words of every snack bar shown so far."""
        dialogs = self.session.page._dialogs.controls
        return [d.content.value for d in dialogs if isinstance(d, ft.SnackBar)]

    async def undo(self) -> None:
        """Taps the last snack bar's way back."""
        bar = [d for d in self.session.page._dialogs.controls if isinstance(d, ft.SnackBar)][-1]
        await self.fire(bar.action, "click")

    async def turn(self, width: int, height: int) -> None:
        """Gives the window another size, as a turned device does."""
        self.session.apply_page_patch({"width": width, "height": height})
        await self.fire(self.session.page, "resize", {"width": width, "height": height})

    async def go(self, route: str) -> None:
        """Goes to a route as the browser's address line would."""
        self.session.apply_page_patch({"route": route})
        await self.fire(self.session.page, "route_change", {"route": route})


async def settle(turns: int = 30) -> None:
    """Lets everything that is under way come to rest."""
    for _ in range(turns):
        await asyncio.sleep(0)
    await asyncio.sleep(0.01)
    for _ in range(turns):
        await asyncio.sleep(0)


async def until(holds: Callable[[], bool], patience_s: float = 10.0) -> None:
    """Waits until `holds`. Raises TimeoutError where it never does."""
    async with asyncio.timeout(patience_s):
        while not holds():
            await settle()


@contextlib.asynccontextmanager
async def opened(
    main: Callable[[ft.Page], Any], route: str = "/", size: tuple[int, int] = PHONE
) -> AsyncIterator[Screen]:
    """Opens an app in a window of `size` at `route`."""
    connection = MemoryConnection()
    session = connection.session
    session.apply_page_patch({"route": route, "width": size[0], "height": size[1]})
    body = RegisterClientResponseBody(session.id, session.get_page_patch(), "")
    connection.send_message(Message(MessageAction.REGISTER_CLIENT, body))
    token = _context_page.set(session.page)
    try:
        result = main(session.page)
        if asyncio.iscoroutine(result):
            await result
        await settle()
        screen = Screen(connection)
        screen.check()
        yield screen
    finally:
        session.close()
        await settle()
        _context_page.reset(token)
