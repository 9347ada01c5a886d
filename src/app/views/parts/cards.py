"""Cards: what lists and screens lie on."""

import flet as ft

from app.views.parts.guard import Tap, guarded
from app.views.parts.text import detail, strong, words
from app.views.theme import CARD, LINE, MAIN, MUTE, RADIUS, Space, Tone


def card(
    content: ft.Control, *, pad: int = Space.L, expand: bool = False, chosen: bool = False
) -> ft.Container:
    """A plain card; `chosen` where its page stands beside it."""
    return ft.Container(
        content,
        padding=pad,
        bgcolor=CARD,
        border_radius=RADIUS,
        border=ft.Border.all(2, MAIN.ink) if chosen else ft.Border.all(1, LINE),
        expand=expand or None,
    )


def tinted(content: ft.Control, tone: Tone, *, pad: int = Space.L) -> ft.Container:
    """A card in a meaning's colour: one a screen, for what is offered first."""
    return ft.Container(content, padding=pad, bgcolor=tone.soft, border_radius=RADIUS)


def tap_card(
    content: ft.Control,
    on_tap: Tap,
    identifier: str,
    *,
    pad: int = Space.M,
    tone: Tone | None = None,
    chosen: bool = False,
    label: str | None = None,
) -> ft.Control:
    """A card that is one button; `chosen` where its page stands beside it."""
    edge = ft.Border.all(2, MAIN.ink) if chosen else ft.Border.all(1, LINE)
    face = ft.Container(
        content,
        padding=pad,
        bgcolor=tone.soft if tone else CARD,
        border_radius=RADIUS,
        border=edge if tone is None or chosen else None,
        ink=True,
        on_click=guarded(on_tap),
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
    )
    return ft.Semantics(
        identifier=identifier, button=True, container=True, selected=chosen, label=label, content=face
    )


def lines(bold: str, quiet: str | ft.Control = "", *, size: int | None = None) -> ft.Column:
    """A bold line above a quiet one, taking the room there is."""
    head = strong(bold) if size is None else words(bold, size, bold=True)
    rows: list[ft.Control] = [head]
    if isinstance(quiet, ft.Control):
        rows.append(quiet)
    elif quiet:
        rows.append(detail(quiet))
    return ft.Column(rows, spacing=2, expand=True)


def row(sign: ft.Control, text: ft.Control, end: ft.Control | None = None) -> ft.Row:
    """A sign, words, and one thing at the end."""
    return ft.Row([sign, text, *([end] if end is not None else [])], spacing=Space.M)


def beside(text: ft.Control, button: ft.Control, *, big: bool) -> ft.Control:
    """Words with a button at their end; below them where the text is big."""
    if not big:
        return ft.Row([text, button], spacing=Space.S)
    text.expand = None
    return ft.Column([text, button], spacing=Space.S)


def row_card(
    sign: ft.Control,
    bold: str,
    quiet: str | ft.Control,
    on_tap: Tap,
    identifier: str,
    *,
    end: ft.Control | None = None,
    chosen: bool = False,
) -> ft.Control:
    """A list's card: a round sign, a bold line, a quiet line, and an arrow or another end."""
    arrow = ft.Icon(ft.Icons.CHEVRON_RIGHT, color=MUTE)
    return tap_card(
        row(sign, lines(bold, quiet), end if end is not None else arrow),
        on_tap,
        identifier,
        chosen=chosen,
    )
