"""Keys for components: rows of a list keep what they hold when the list around them changes."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def keyed(key: object, component: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Returns ``component(*args, **kwargs)`` under `key`: what flet takes, but its types do not say."""
    return component(*args, key=key, **kwargs)  # type: ignore[call-arg]
