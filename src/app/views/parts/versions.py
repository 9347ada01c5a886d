"""Two versions of a field: both are shown, with who and when, and a person chooses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from app.views.parts.buttons import outlined
from app.views.parts.cards import beside, card
from app.views.parts.component import component, keyed
from app.views.parts.marks import pill
from app.views.parts.text import body, least
from app.views.state import use_big_text
from app.views.theme import AMBER, LINE, Space
from app.words import _, ngettext


@dataclass(frozen=True)
class Choice:
    """One version as it is shown: the words, who wrote it and when, and the value to keep."""

    text: str
    who: str
    when: str
    value: object


@component
def TwoVersions(
    identifier: str, label: str, choices: Sequence[Choice], keep: Callable[[object], None]
) -> ft.Control:
    """The versions of one field under each other; none is lost until one is kept."""
    count = len(choices)
    head = ft.Row(
        [
            pill(
                ngettext("{n} version", "{n} versions", count).format(n=count),
                AMBER,
                ft.Icons.CALL_SPLIT,
            ),
            least(label, bold=True, expand=True),
        ],
        spacing=Space.S,
    )
    rows: list[ft.Control] = [
        keyed(n, _Version, f"{identifier}-{n}", choice, keep) for n, choice in enumerate(choices)
    ]
    return card(
        ft.Column(
            [head, least(_("This was changed in two places. Which one is right?")), *rows],
            spacing=Space.M,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        pad=Space.M,
    )


@component
def _Version(identifier: str, choice: Choice, keep: Callable[[object], None]) -> ft.Control:
    said = ft.Column(
        [least(f"{choice.who} · {choice.when}", bold=True, color=AMBER.ink), body(choice.text or "–")],
        spacing=2,
        expand=True,
    )
    button = outlined(_("Keep this one"), lambda: keep(choice.value), f"keep-{identifier}")
    return ft.Container(
        beside(said, button, big=use_big_text()),
        border=ft.Border.only(top=ft.BorderSide(1, LINE)),
        padding=ft.Padding.only(top=Space.S),
    )
