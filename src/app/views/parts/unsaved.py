"""Words not saved yet: what saves them when the page goes, and a moment after the last key."""

import asyncio
import logging
from collections.abc import Callable

import flet as ft

from app.views.parts.component import Slot, use_slot
from app.views.parts.guard import guarded

REST_S = 1.0  # a person who stops typing for this long has the words saved
Save = Callable[[], None]
logger = logging.getLogger(__name__)


class Unsaved:
    """What saves the words of the fields on the screen."""

    def __init__(self) -> None:
        self._saves: list[Save] = []

    def add(self, save: Save) -> Save:
        """Calls `save` when the page goes, until the returned function is called."""
        self._saves.append(save)
        return lambda: self._saves.remove(save) if save in self._saves else None

    def save(self) -> None:
        """Saves all; one that cannot be saved does not keep the others back."""
        for save in tuple(self._saves):
            try:
                save()
            except Exception:
                logger.exception("words were not saved on leaving")


def _nothing() -> None:
    pass


UnsavedContext: ft.ContextProvider[Unsaved] = ft.create_context(Unsaved())


def use_unsaved(save: Save) -> None:
    """Calls the latest `save` when the page goes while this component is on the screen, or when it goes."""
    unsaved = ft.use_context(UnsavedContext)
    latest = use_slot(save)
    latest.current = save
    leave: Slot[Save] = use_slot(_nothing)

    def stay() -> None:
        leave.current = unsaved.add(lambda: latest.current())  # noqa: PLW0108 - the one of that time

    def go() -> None:
        leave.current()
        latest.current()

    ft.use_effect(guarded(stay), [], guarded(go))


class Later:
    """Does the last thing asked for, once nothing was asked for during `REST_S`."""

    def __init__(self) -> None:
        self._handle: asyncio.TimerHandle | None = None

    def call(self, work: Save) -> None:
        """Does `work` in a moment, and nothing asked for before it."""
        self.stop()
        self._handle = asyncio.get_running_loop().call_later(REST_S, guarded(work))

    def stop(self) -> None:
        """Does nothing of it any more."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None


def use_later() -> Later:
    """Returns the timer of this place in the component; it stops with it."""
    later = use_slot(Later()).current
    ft.use_effect(lambda: None, [], guarded(later.stop))
    return later
