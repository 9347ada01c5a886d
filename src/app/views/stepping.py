"""Going through a survey or quiz: where one is, back and on."""

import flet as ft

from app.views.form_draft import FormDraft
from app.views.parts.buttons import outlined, primary
from app.views.theme import HUSH, MAIN, MUTE, Tone
from app.words import _, number

MOST_DOTS = 24


def steps(draft: FormDraft, at: int, *, answered: bool, first: int = 0) -> ft.Control:
    """Returns the row with back and on; what is not answered may be skipped."""
    icon = ft.Icons.ARROW_BACK
    back = outlined(_("Back"), lambda: draft.go(at - 1), "previous", icon=icon, disabled=at <= first)
    # One button whatever its words: a tap that first leaves a field must find it again.
    label, tone = (_("Next"), MAIN) if answered else (_("Skip"), Tone(MUTE, HUSH))
    on = primary(label, lambda: draft.go(at + 1), "next", icon=ft.Icons.ARROW_FORWARD, tone=tone)
    return ft.Row([back, on], alignment=ft.MainAxisAlignment.SPACE_BETWEEN, wrap=True)


def dots(at: int, count: int) -> ft.Control:
    """Returns a row of dots that shows how far one is."""
    row = ft.Row(
        [_dot(n, at) for n in range(min(count, MOST_DOTS))],
        spacing=4,
        alignment=ft.MainAxisAlignment.CENTER,
        wrap=True,
        run_spacing=4,
    )
    label = _("Question {n} of {most}").format(n=number(at + 1), most=number(count))
    return ft.Semantics(label=label, exclude_semantics=True, content=row)


def _dot(n: int, at: int) -> ft.Control:
    return ft.Container(
        width=22 if n == at else 8, height=8, border_radius=8, bgcolor=MAIN.ink if n <= at else HUSH
    )
