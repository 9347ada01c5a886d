"""The frame of a screen: its root, its head, and how wide it gets."""

from collections.abc import Callable

import flet as ft

from app.views.parts.buttons import Tap, icon_button
from app.views.parts.component import Slot
from app.views.parts.guard import guarded_event
from app.views.parts.text import heading, title
from app.views.state import use_big_text, use_scrolling
from app.views.theme import LINE, Space
from app.words import _

SCROLL_MS, NEAR = 50, 24


def screen(
    name: str,
    rows: list[ft.Control],
    *,
    wide: bool = False,
    width: int = Space.PAGE_WIDTH,
    foot: int = 96,
    footer: ft.Control | None = None,
    big: bool = False,
) -> ft.Control:
    """The root of every screen: scrolls as a whole, at a readable width, centred.

    `foot` keeps the last row clear of what floats; `footer` stays below and does not scroll (with `big` text
    it ends the screen instead: it would cover too much).
    """
    amid = use_scrolling()
    if footer is not None and big:
        rows, footer = [*rows, footer], None
    edge = Space.WIDE_EDGE if wide else Space.EDGE
    inner = ft.Column(
        [*rows, ft.Container(height=foot)],
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    scroll: ft.Control = ft.Column(
        [_centred(inner, width, edge, ft.Padding.only(left=edge, right=edge, top=edge - 4))],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        spacing=0,
        scroll_interval=SCROLL_MS,
        on_scroll=guarded_event(_told(amid)) if amid is not None else None,
    )
    if footer is not None:
        below = _centred(footer, width, edge, ft.Padding.symmetric(horizontal=edge, vertical=Space.M))
        scroll = ft.Column(
            [scroll, below],
            expand=True,
            spacing=0,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    # The key makes a new node: in a browser a node keeps the identifier that it was made with.
    return ft.Semantics(
        key=f"screen-{name}", identifier=f"screen-{name}", content=scroll, expand=True, container=True
    )


def _told(amid: Slot[Callable[[bool], None]]) -> Callable[[ft.OnScrollEvent], None]:
    def scrolled(e: ft.OnScrollEvent) -> None:
        amid.current(min(e.extent_before, e.extent_after) > NEAR)

    return scrolled


def _centred(inner: ft.Control, width: int, edge: int, padding: ft.Padding) -> ft.Control:
    return ft.Container(
        ft.Container(inner, width=width + 2 * edge, padding=padding),
        alignment=ft.Alignment.TOP_CENTER,
    )


def page_head(name: str, *ends: ft.Control) -> ft.Control:
    """The head of a place: its name, and what is at the end; below it where the text is big."""
    if ends and use_big_text():
        return ft.Column([title(name), *ends], spacing=Space.S)
    return ft.Row([title(name, expand=True), *ends], spacing=Space.S)


def back_head(name: str, on_back: Tap, end: ft.Control | None = None) -> ft.Control:
    """The head of a page below a list: the way back, its kind, and one thing at the end."""
    return ft.Row(
        [
            icon_button(ft.Icons.ARROW_BACK, _("Back"), on_back, "back"),
            heading(name, level=1, expand=True),
            *([end] if end is not None else []),
        ],
        spacing=Space.XS,
    )


def two_panes(left: ft.Control, right: ft.Control) -> ft.Control:
    """A list and a page side by side; the list keeps its width."""
    return ft.Row(
        [
            ft.Container(left, width=Space.LIST_WIDTH),
            ft.Container(width=1, bgcolor=LINE),
            ft.Container(right, expand=True),
        ],
        spacing=0,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )
