"""The second step of the start: a name, a sign, and how this device keeps it."""

from collections.abc import Callable

import flet as ft

from app.domain.models import Role
from app.domain.people import AVATARS
from app.views.parts.buttons import icon_button, primary
from app.views.parts.component import component, use_slot
from app.views.parts.fields import Field
from app.views.parts.notices import note
from app.views.parts.text import heading, section, words
from app.views.protection import ProtectionLine
from app.views.signs import Signs
from app.views.state import use_nav, use_shared
from app.views.theme import Size, Space
from app.words import _


@component
def Naming(role: Role, back: Callable[[], None], given: str = "") -> ft.Control:
    """Asks for a name, `given` where one is known, and a sign."""
    shared, nav = use_shared(), use_nav()
    name = use_slot(given)
    sign, set_sign = ft.use_state(AVATARS[0])
    trouble, set_trouble = ft.use_state("")

    async def begin() -> None:
        chosen = name.current
        if not chosen.strip():
            set_trouble(_("Type a name first. A nickname is fine."))
            return
        await shared.workspace.begin(role, chosen, sign)
        nav.go("today" if role == "learner" else "class")

    def typing(text: str) -> None:
        name.current = text

    ask = {
        "learner": _("What shall we call you?"),
        "teacher": _("What do your learners call you?"),
        "family": _("What do the children call you?"),
    }[role]
    hint = {
        "learner": _("A nickname is fine"),
        "teacher": _("For example: Ms Adeyemi"),
        "family": _("For example: Dad"),
    }[role]
    rows: list[ft.Control] = [
        ft.Row(
            [
                icon_button(ft.Icons.ARROW_BACK, _("Back"), back, "back"),
                heading(ask, level=1, expand=True),
            ],
            spacing=Space.XS,
        ),
        Field("name", ask, name.current, typing, hint=hint, longest=60, typing=typing, show_label=False),
    ]
    if trouble:
        rows.append(words(trouble, Size.DETAIL, color=ft.Colors.ON_PRIMARY_FIXED))
    rows += [section(_("Choose your sign")), Signs(sign, set_sign)]
    rows.append(
        ft.Row([primary(_("Start"), begin, "begin", big=True, expand=True)]),
    )
    rows += [
        note(_("Only this. You can change it later."), ft.Icons.EDIT_OUTLINED),
        ProtectionLine(),
    ]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
