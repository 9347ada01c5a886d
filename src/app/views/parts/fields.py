"""Fields to write in. What is typed lives in a ref, never set back while somebody types: input methods
of Japanese, Arabic or Korean keyboards would break. It is handed on when the field is left."""

from collections.abc import Callable
from datetime import date, datetime

import flet as ft

from app.views.parts.buttons import outlined
from app.views.parts.component import component, use_slot
from app.views.parts.guard import guarded, guarded_event
from app.views.parts.text import strong
from app.views.parts.unsaved import use_unsaved
from app.views.theme import CARD, INK, MAIN, MUTE, RING, Size, Space
from app.words import _

Keep = Callable[[str], None]


@component
def Field(  # noqa: PLR0913 - a control has many looks
    identifier: str,
    label: str,
    value: str,
    keep: Keep,
    *,
    hint: str = "",
    lines: int = 1,
    longest: int = 500,
    submit: Keep | None = None,
    typing: Keep | None = None,
    autofocus: bool = False,
    show_label: bool = True,
    keyboard: ft.KeyboardType = ft.KeyboardType.TEXT,
) -> ft.Control:
    """A text field. `keep` gets the text when the field or the screen is left and it has changed;
    `submit` on enter; `typing` at every change (not to be shown back in this field)."""
    typed = use_slot(value)
    kept = use_slot(value)
    if value != kept.current and typed.current == kept.current:
        typed.current = kept.current = value

    def changed(e: ft.Event[ft.TextField]) -> None:
        typed.current = e.control.value or ""
        if typing is not None:
            typing(typed.current)

    def leave() -> None:
        words = typed.current
        if words != kept.current:
            keep(words)
            kept.current = words  # only now: where it could not be kept, leaving again tries again

    def entered() -> None:
        words = typed.current
        if submit is not None:
            submit(words)
            kept.current = words

    use_unsaved(leave)
    box = ft.TextField(
        value=typed.current,
        hint_text=hint,
        hint_style=ft.TextStyle(color=MUTE),
        hint_max_lines=3,
        multiline=lines > 1,
        min_lines=lines,
        max_lines=max(lines, 8) if lines > 1 else 1,
        max_length=longest,
        counter="",
        keyboard_type=ft.KeyboardType.MULTILINE if lines > 1 else keyboard,
        capitalization=ft.TextCapitalization.SENTENCES,
        autofocus=autofocus,
        border={
            ft.ControlState.FOCUSED: _edge(2, MAIN.ink),
            ft.ControlState.DEFAULT: _edge(1, RING),
        },
        filled=True,
        hover_color=ft.Colors.TRANSPARENT,
        bgcolor=CARD,
        text_size=Size.BODY,
        color=INK,
        content_padding=14,
        on_change=guarded_event(changed),
        on_blur=guarded(leave),
        on_submit=guarded(entered) if submit is not None else None,
    )
    rows: list[ft.Control] = [strong(label)] if label and show_label else []
    named = ft.MergeSemantics(ft.Semantics(label=label, content=box))
    marked = ft.Semantics(identifier=identifier, container=True, content=named)
    return ft.Column(
        [*rows, marked],
        spacing=Space.XS,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _edge(width: int, color: str) -> ft.OutlineInputBorder:
    return ft.OutlineInputBorder(side=ft.BorderSide(width, color), border_radius=16)


@component
def DayPicker(identifier: str, label: str, today: date, day: date | None, keep: Keep) -> ft.Control:
    """A button that opens a calendar and hands the chosen day on as YYYY-MM-DD."""
    open_, set_open = ft.use_state(False)

    def chosen(e: ft.Event[ft.DatePicker]) -> None:
        set_open(False)
        picked = e.control.value
        if isinstance(picked, date):
            # A picked day comes as midnight in UTC or in local time; noon falls on the right day.
            local = picked.astimezone() if isinstance(picked, datetime) and picked.tzinfo else picked
            keep(local.strftime("%Y-%m-%d"))

    start = datetime(today.year, today.month, today.day)  # noqa: DTZ001 - a calendar day
    picker = ft.DatePicker(
        value=datetime(day.year, day.month, day.day) if day else None,  # noqa: DTZ001
        first_date=min(start, datetime(day.year, day.month, day.day)) if day else start,  # noqa: DTZ001
        last_date=datetime(today.year + 3, 12, 31),  # noqa: DTZ001
        current_date=start,
        help_text=label,
        cancel_text=_("Not now"),
        confirm_text=_("This day"),
        on_change=guarded_event(chosen),
        on_dismiss=guarded(lambda: set_open(False)),
    )
    ft.use_dialog(picker if open_ else None)
    return outlined(label, lambda: set_open(True), identifier, icon=ft.Icons.CALENDAR_MONTH_OUTLINED)
