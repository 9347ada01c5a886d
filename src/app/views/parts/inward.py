"""What comes from outside of flet: a word of the browser knows no page, but drawing needs one."""

import contextvars
from collections.abc import Callable
from typing import ParamSpec

P = ParamSpec("P")


def inward(call: Callable[P, None]) -> Callable[P, None]:
    """Returns `call` as it would run here and now, to be handed to what is outside of flet."""
    here = contextvars.copy_context()

    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        here.run(call, *args, **kwargs)

    return run
