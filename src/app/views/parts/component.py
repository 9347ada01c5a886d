"""Components as this app uses them: typed, keyed, and unable to take the whole screen down."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Generic, ParamSpec, TypeVar, cast

import flet as ft

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
logger = logging.getLogger(__name__)


class Broken:
    """Called with every error of a drawing component; tests listen here."""

    listeners: list[Callable[[Exception], None]] = []  # noqa: RUF012 - one list for the process is meant


def component(draw: Callable[P, R]) -> Callable[P, R]:
    """Makes a component of a function.

    An error while drawing would end flet's update loop, and so the whole app, without a word: here it
    leaves a small sign in the place of this one component, and goes to the log.
    """

    @wraps(draw)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R | ft.Control:
        try:
            return draw(*args, **kwargs)
        except Exception as error:
            logger.exception("could not draw %s", draw.__name__)
            for listener in Broken.listeners:
                listener(error)
            return ft.Icon(ft.Icons.HEART_BROKEN_OUTLINED, color=ft.Colors.OUTLINE)

    return cast(Callable[P, R], ft.component(guarded))


def keyed(key: object, drawn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Returns ``drawn(*args, **kwargs)`` under `key`: what flet takes, but its types do not say.

    Rows under a key keep what they hold when the list around them changes.
    """
    return cast(Callable[..., R], drawn)(*args, key=key, **kwargs)


@dataclass(eq=False)
class Slot(Generic[T]):
    """Holds a value between draws without causing one."""

    current: T


def use_slot(value: T) -> Slot[T]:
    """Returns the slot of this place in the component; it begins with `value`."""
    return ft.use_memo(lambda: Slot(value), [])
