"""The one big action of a learner's phone, which floats above the bar and keeps out of the rows' way."""

from collections.abc import Callable

import flet as ft

from app.views.parts.component import Slot, component
from app.views.parts.guard import guarded
from app.views.parts.marks import marked
from app.views.parts.navigation import CAPTURE, Push
from app.views.parts.text import words
from app.views.theme import MAIN, ON_FILL, PAGE, Size, Space
from app.words import _

SHADE = 112
Amid = Callable[[bool], None]


def unheard(amid: bool) -> None:
    """Hears nothing: what listens where no button floats."""


@component
def CaptureFloat(push: Push, scrolling: Slot[Amid], big: bool = False) -> ft.Control:
    """The one big action of a phone: floats, centred, above the bar. Amid a list that scrolls, and with big
    text, it is its round sign: it must not lie on the words and buttons of the rows."""
    amid, set_amid = ft.use_state(False)
    scrolling.current = set_amid
    label, small = _("Show what I learned"), amid or big
    icon = ft.Icon(ft.Icons.ADD_A_PHOTO, size=32 if big else 24)
    text = words(label, Size.BODY, bold=True, color=ON_FILL)
    button = ft.FilledButton(
        content=icon if small else ft.Row([icon, text], spacing=10, tight=True),
        style=ft.ButtonStyle(
            bgcolor=MAIN.ink,
            color=ON_FILL,
            icon_color=ON_FILL,
            elevation=4,
            shape=ft.StadiumBorder(),
            padding=ft.Padding.symmetric(horizontal=18 if small else 24, vertical=18),
        ),
        tooltip=label if small else None,
        on_click=guarded(lambda: push(CAPTURE)),
    )
    shade = _shade(seen=not small)
    above = ft.Container(marked("capture", button), alignment=ft.Alignment.BOTTOM_CENTER, padding=Space.L)
    above.bottom = above.left = above.right = 0
    return ft.Stack([shade, above], height=SHADE, bottom=0, left=0, right=0)


def _shade(*, seen: bool) -> ft.Control:
    """Lets the rows fade out beneath the words of the button, as what goes on below does."""
    return ft.Container(
        gradient=ft.LinearGradient(
            begin=ft.Alignment.TOP_CENTER,
            end=ft.Alignment.BOTTOM_CENTER,
            colors=[ft.Colors.with_opacity(0, PAGE), PAGE, PAGE],
        ),
        height=SHADE,
        bottom=0,
        left=0,
        right=0,
        ignore_interactions=True,
        opacity=1 if seen else 0,
        animate_opacity=150,
    )
