"""What every screen can reach, and the hooks that redraw only what changed.

Hooks hold what dies with a screen (typed text, an open dialog); all else is in the books, and the
announcer says what changed there.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, TypeVar

import flet as ft

from app.services.days import local_day
from app.services.ports import Book
from app.services.workspace import OpenBook, Workspace
from app.views.device import Device
from app.views.navigator import Navigator, Place
from app.views.parts.component import Slot, use_slot
from app.views.parts.unsaved import Unsaved

Layout = Literal["phone", "tablet", "desktop"]
SampleFiles = Callable[[str], Awaitable[Sequence[tuple[str, bytes]]]]
Changed = Mapping[str, frozenset[str]]
T = TypeVar("T")
logger = logging.getLogger(__name__)


@dataclass(eq=False)
class Shared:
    """What lives as long as the app: the workspace, the device, and the samples to look around in.

    ``sample`` returns files (name, bytes) for a role, as `ShareService.look` takes them; ``redraw``
    draws the whole app again (after the language changed); ``first_language`` is the device's own;
    ``unsaved`` saves the words of the fields on the screen.
    """

    workspace: Workspace
    device: Device
    sample: SampleFiles | None = None
    redraw: Callable[[], None] = lambda: None
    first_language: str = ""
    unsaved: Unsaved = field(default_factory=Unsaved)


SharedContext: ft.ContextProvider[Shared | None] = ft.create_context(None)
NavContext: ft.ContextProvider[Navigator] = ft.create_context(
    Navigator(Place("start"), "start", lambda route: None)
)
LayoutContext: ft.ContextProvider[Layout] = ft.create_context("phone")
BigTextContext: ft.ContextProvider[bool] = ft.create_context(False)
ScrollContext: ft.ContextProvider[Slot[Callable[[bool], None]] | None] = ft.create_context(None)


def use_shared() -> Shared:
    """Returns the workspace and the device. Raises RuntimeError outside of the app."""
    shared = ft.use_context(SharedContext)
    if shared is None:
        raise RuntimeError("a screen needs the app around it")
    return shared


def use_nav() -> Navigator:
    """Returns the navigator of the screen being drawn."""
    return ft.use_context(NavContext)


def use_layout() -> Layout:
    """Returns the window's class."""
    return ft.use_context(LayoutContext)


def use_big_text() -> bool:
    """Tells whether the person reads at 140 % or more."""
    return ft.use_context(BigTextContext)


def use_scrolling() -> Slot[Callable[[bool], None]] | None:
    """Returns what wants to know whether the screen stands amid its scrolling (not at its start or end)."""
    return ft.use_context(ScrollContext)


def layout_of(width: float | None, scale: float = 1.0) -> Layout:
    """Returns the class of a window: below 700 a phone, from 1100 a desktop.

    Big text needs room: a window counts as narrower by as much as its text is bigger.
    """
    room = (width or 0) / max(scale, 1.0)
    if room < 700:
        return "phone"
    return "tablet" if room < 1100 else "desktop"


def use_today() -> date:
    """Returns the day it is."""
    return local_day(use_shared().workspace.wall())


Touches = Callable[[str, Changed], bool]


def use_announcements(touches: Touches, key: object) -> int:
    """Redraws when an announcement `touches` what is shown; returns how often that happened.

    `key` says when to listen anew (another record, another book).
    """
    shared = use_shared()
    tick, set_tick = ft.use_state(0)
    leave: Slot[Callable[[], None] | None] = use_slot(None)

    def listen() -> None:
        leave.current = shared.workspace.announcer.subscribe(heard)

    def heard(space: str, changed: Changed) -> None:
        if touches(space, changed):
            set_tick(lambda now: now + 1)

    def stop() -> None:
        if leave.current is not None:
            leave.current()
            leave.current = None

    ft.use_effect(listen, [key], stop)
    return tick


def use_changes(space: str, *cols: str) -> int:
    """Redraws when one of these collections of a book changed."""
    wanted = frozenset(cols)
    return use_announcements(
        lambda where, changed: where == space and not wanted.isdisjoint(changed), (space, *cols)
    )


def use_record(space: str, col: str, rec: str) -> int:
    """Redraws when one record changed."""
    return use_announcements(
        lambda where, changed: where == space and rec in changed.get(col, ()), (space, col, rec)
    )


def use_related(book: Book, col: str, field: str, rec: str) -> int:
    """Redraws when a record of `col` changed whose `field` names `rec`, or one was taken away."""

    def touches(where: str, changed: Changed) -> bool:
        if where != book.id:
            return False
        found = (book.get(col, one) for one in changed.get(col, ()))
        return any(doc is None or doc.get(field) == rec for doc in found)

    return use_announcements(touches, (book.id, col, field, rec))


def use_calm(tick: int, seconds: float = 0.4) -> int:
    """Returns `tick` once it has rested for some time: for what is costly to work out anew.

    The part that was tapped draws itself at once; what follows from all of a book may come after. Of many
    ticks close together only the last counts.
    """
    calm, set_calm = ft.use_state(tick)
    latest = use_slot(tick)
    latest.current = tick

    async def wait() -> None:
        if tick != calm:  # a screen that only just opened has nothing to wait for
            await asyncio.sleep(seconds)
            if tick == latest.current:
                set_calm(tick)

    ft.use_effect(wait, [tick])
    return calm


def use_records(book: Book, col: str, load: Callable[[], Iterable[str]]) -> tuple[str, ...]:
    """Returns the ids of a list, read again only when a record came or went, not when one changed."""
    held: Slot[frozenset[str] | None] = use_slot(None)
    ids: frozenset[str] | None = held.current

    def touches(where: str, changed: Changed) -> bool:
        if where != book.id or held.current is None:
            return False
        known: frozenset[str] = held.current
        return any((rec in known) != (book.get(col, rec) is not None) for rec in changed.get(col, ()))

    tick = use_announcements(touches, (book.id, col))
    shown = ft.use_memo(lambda: tuple(load()), [book.id, col, tick])
    if ids is None or tick >= 0:
        held.current = frozenset(shown)
    return shown


@dataclass(frozen=True)
class Loaded(Generic[T]):
    """Something that is fetched: ``state`` is loading, ready or failed; ``value`` is there when ready."""

    state: Literal["loading", "ready", "failed"] = "loading"
    value: T | None = None


def use_loaded(load: Callable[[], Awaitable[T]], *key: object) -> tuple[Loaded[T], Callable[[], None]]:
    """Fetches something when the screen opens and whenever `key` changes; returns it and a retry.

    While it is fetched anew for another `key`, what was there before stays.
    """
    start: Loaded[T] = Loaded()
    loaded, set_loaded = ft.use_state(start)
    attempt, set_attempt = ft.use_state(0)

    async def fetch() -> None:
        try:
            value = await load()
        except Exception:
            logger.exception("loading failed")
            set_loaded(Loaded("failed"))
        else:
            set_loaded(Loaded("ready", value))

    def again() -> None:
        set_loaded(Loaded())
        set_attempt(attempt + 1)

    ft.use_effect(fetch, [attempt, *key])
    return loaded, again


BookContext: ft.ContextProvider[OpenBook | None] = ft.create_context(None)


def use_book() -> OpenBook:
    """Returns the book that is open around this screen. Raises RuntimeError outside of one."""
    book = ft.use_context(BookContext)
    if book is None:
        raise RuntimeError("a screen of a book needs the book around it")
    return book
