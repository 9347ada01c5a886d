"""Words on the screen, in their six sizes."""

import flet as ft

from app.views.parts.bidi import isolate
from app.views.theme import INK, MUTE, Size, Space

BOLD, PLAIN = ft.FontWeight.W_700, ft.FontWeight.W_400


def words(
    value: str,
    size: int = Size.BODY,
    *,
    color: str = INK,
    bold: bool = False,
    expand: bool = False,
    lines: int | None = None,
    center: bool = False,
) -> ft.Text:
    """Returns text; with `lines`, cut off after that many with an ellipsis."""
    return ft.Text(
        isolate(value),
        size=size,
        color=color,
        weight=BOLD if bold else PLAIN,
        style=ft.TextStyle(height=1.3),
        expand=expand or None,
        max_lines=lines,
        overflow=ft.TextOverflow.ELLIPSIS if lines else ft.TextOverflow.CLIP,
        text_align=ft.TextAlign.CENTER if center else ft.TextAlign.START,
    )


def _head(value: str, size: int, level: int, *, expand: bool, color: str) -> ft.Control:
    return ft.Semantics(
        header=True,
        heading_level=level,
        expand=expand or None,
        content=words(value, size, bold=True, color=color),
    )


def title(value: str, *, expand: bool = False) -> ft.Control:
    """The name of a screen: one a screen."""
    return _head(value, Size.TITLE, 1, expand=expand, color=INK)


def heading(value: str, *, level: int = 2, expand: bool = False, color: str = INK) -> ft.Control:
    """The head of what matters most on a screen."""
    return _head(value, Size.HEADING, level, expand=expand, color=color)


def section(value: str, *, level: int = 2, expand: bool = False) -> ft.Control:
    """The head of a part of a screen: it stands nearer to what it names than to what is above."""
    head = _head(value, Size.SECTION, level, expand=expand, color=INK)
    return head if expand else ft.Container(head, padding=ft.Padding.only(top=Space.S))


def body(value: str, *, color: str = INK, expand: bool = False, lines: int | None = None) -> ft.Text:
    """Running text."""
    return words(value, color=color, expand=expand, lines=lines)


def strong(value: str, *, color: str = INK, expand: bool = False, lines: int | None = None) -> ft.Text:
    """The bold line of a card."""
    return words(value, bold=True, color=color, expand=expand, lines=lines)


def detail(value: str, *, color: str = MUTE, expand: bool = False, lines: int | None = None) -> ft.Text:
    """The quiet line of a card."""
    return words(value, Size.DETAIL, color=color, expand=expand, lines=lines)


def least(
    value: str, *, color: str = MUTE, bold: bool = False, expand: bool = False, center: bool = False
) -> ft.Text:
    """The smallest words there are."""
    return words(value, Size.LEAST, color=color, bold=bold, expand=expand, center=center)
