"""Long lists: some rows at once, and the next ones on demand."""

import flet as ft

from app.views.parts.buttons import link
from app.words import _, number

AT_ONCE = 20


def use_more(count: int, name: str, at_once: int = AT_ONCE) -> tuple[int, list[ft.Control]]:
    """Returns how many of `count` rows to draw now, and the way to more where there are more."""
    shown, set_shown = ft.use_state(at_once)
    if count <= shown:
        return shown, []
    said = _("Show more ({n})").format(n=number(count - shown))
    return shown, [link(said, lambda: set_shown(shown + at_once), name)]
