"""Things to tap. Every one has words, an identifier and at least 44 of height, whatever the text size."""

import flet as ft

from app.views.parts.guard import Tap, guarded
from app.views.parts.marks import marked
from app.views.parts.text import least, words
from app.views.theme import HUSH, INK, LINE, MAIN, MUTE, ON_FILL, PILL_RADIUS, Size, Space, Tone

__all__ = ["Tap", "chip", "flow", "icon_button", "link", "outlined", "primary", "round_choice"]

Action = ft.ClientAction | list[ft.ClientAction] | None


def _style(ground: str | None, ink: str, *, big: bool, edge: str | None = None) -> ft.ButtonStyle:
    pad = ft.Padding.symmetric(horizontal=24 if big else 18, vertical=17 if big else 13)
    return ft.ButtonStyle(
        bgcolor={
            ft.ControlState.DISABLED: HUSH if ground else ft.Colors.TRANSPARENT,
            ft.ControlState.DEFAULT: ground or ft.Colors.TRANSPARENT,
        },
        color={ft.ControlState.DISABLED: MUTE, ft.ControlState.DEFAULT: ink},
        icon_color={ft.ControlState.DISABLED: MUTE, ft.ControlState.DEFAULT: ink},
        padding=pad,
        side=ft.BorderSide(1, edge) if edge else None,
        shape=ft.StadiumBorder(),
        elevation=0,
        visual_density=ft.VisualDensity.STANDARD,
    )


def _face(label: str, ink: str, icon: ft.IconData | None, *, big: bool) -> ft.Control:
    text = ft.Text(
        label,
        size=Size.BODY + 1 if big else Size.BODY - 1,
        weight=ft.FontWeight.W_700,
        text_align=ft.TextAlign.CENTER,
        expand=None if icon is None else True,
        expand_loose=icon is not None,
    )
    if icon is None:
        return text
    return ft.Row(
        [ft.Icon(icon, size=20), text], spacing=Space.S, tight=True, alignment=ft.MainAxisAlignment.CENTER
    )


def primary(  # noqa: PLR0913 - a control has many looks
    label: str,
    on_tap: Tap | None,
    identifier: str,
    *,
    icon: ft.IconData | None = None,
    tone: Tone = MAIN,
    big: bool = False,
    disabled: bool = False,
    action: Action = None,
    expand: bool = False,
) -> ft.Control:
    """The one thing to do here. `action` runs inside the tap, before `on_tap`."""
    button = ft.FilledButton(
        content=_face(label, ON_FILL, icon, big=big),
        style=_style(tone.ink, ON_FILL, big=big),
        on_click=guarded(on_tap),
        disabled=disabled,
        action=action,
        expand=expand or None,
    )
    return marked(identifier, button)


def outlined(  # noqa: PLR0913 - a control has many looks
    label: str,
    on_tap: Tap | None,
    identifier: str,
    *,
    icon: ft.IconData | None = None,
    tone: Tone = MAIN,
    action: Action = None,
    disabled: bool = False,
    expand: bool = False,
) -> ft.Control:
    """Another thing to do here."""
    button = ft.OutlinedButton(
        content=_face(label, tone.ink, icon, big=False),
        style=_style(None, tone.ink, big=False, edge=ft.Colors.OUTLINE),
        on_click=guarded(on_tap),
        disabled=disabled,
        action=action,
        expand=expand or None,
    )
    return marked(identifier, button)


def link(
    label: str,
    on_tap: Tap | None,
    identifier: str,
    *,
    icon: ft.IconData | None = None,
    tone: Tone = MAIN,
    action: Action = None,
) -> ft.Control:
    """A way to choose otherwise."""
    button = ft.TextButton(
        content=_face(label, tone.ink, icon, big=False),
        style=_style(None, tone.ink, big=False),
        on_click=guarded(on_tap),
        action=action,
    )
    return marked(identifier, button)


def icon_button(
    icon: ft.IconData, label: str, on_tap: Tap, identifier: str, *, color: str = INK
) -> ft.Control:
    """A sign to tap; its words are the tooltip, which readers speak."""
    button = ft.IconButton(
        icon=icon,
        icon_color=color,
        icon_size=24,
        tooltip=label,
        on_click=guarded(on_tap),
        size_constraints=ft.BoxConstraints(min_width=Space.TOUCH, min_height=Space.TOUCH),
    )
    return marked(identifier, button)


def _loose(text: ft.Text) -> ft.Text:
    """Lets text wrap within a tight row that may not get wider than its place."""
    text.expand, text.expand_loose = True, True
    return text


def chip(
    label: str,
    on_tap: Tap,
    identifier: str,
    *,
    on: bool = False,
    icon: ft.IconData | None = None,
    tone: Tone = MAIN,
    keeps_icon: bool = False,
) -> ft.Control:
    """A choice among several: chosen ones carry a tick as well as a colour.

    The tick takes the icon's place; where the icon tells the choices apart (`keeps_icon`), both are there.
    """
    ink = tone.ink if on else INK
    tick: list[ft.Control] = [ft.Icon(ft.Icons.CHECK, size=18, color=ink)] if on else []
    row: list[ft.Control] = [_loose(words(label, Size.DETAIL + 1, bold=on, color=ink))]
    if icon is None or (on and not keeps_icon):
        row = [*tick, *row]
    else:
        row = [ft.Icon(icon, size=18, color=tone.ink if keeps_icon else ink), *row, *tick]
    face = ft.Container(
        ft.Row(row, spacing=6, tight=True),
        padding=ft.Padding.symmetric(horizontal=14, vertical=11),
        border_radius=PILL_RADIUS,
        bgcolor=tone.soft if on else HUSH,
        ink=True,
        on_click=guarded(on_tap),
    )
    return ft.Semantics(identifier=identifier, button=True, selected=on, container=True, content=face)


def round_choice(
    icon: ft.IconData, label: str, on_tap: Tap, identifier: str, *, on: bool, tone: Tone
) -> ft.Control:
    """A picture to choose, with its word beneath."""
    ink = tone.ink if on else MUTE
    face = ft.Container(
        ft.Column(
            [
                ft.Container(
                    ft.Icon(icon, size=30, color=ink),
                    width=60,
                    height=60,
                    border_radius=60,
                    bgcolor=tone.soft if on else HUSH,
                    border=ft.Border.all(2, tone.ink if on else LINE),
                    alignment=ft.Alignment.CENTER,
                ),
                least(label, bold=on, color=tone.ink if on else INK, center=True),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=6,
        ),
        padding=Space.XS,
        border_radius=16,
        ink=True,
        on_click=guarded(on_tap),
        expand=True,
    )
    return ft.Semantics(
        identifier=identifier, button=True, selected=on, container=True, content=face, expand=True
    )


def flow(items: list[ft.Control], *, spacing: int = Space.S) -> ft.Row:
    """A row that wraps."""
    return ft.Row(items, wrap=True, spacing=spacing, run_spacing=Space.S)
