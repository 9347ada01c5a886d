"""Which places there are to learn in today: what the path suggests then fits them."""

import flet as ft

from app.domain.library import SETTINGS
from app.views.parts.buttons import chip, flow
from app.views.parts.component import component, keyed
from app.views.parts.text import detail, strong
from app.views.state import use_book, use_changes, use_today
from app.views.theme import SKY, Space
from app.views.ways import SETTING_SIGNS, setting_name
from app.words import _


@component
def PlacesToday() -> ft.Control:
    """The places as chips to tap; none tapped says nothing of them."""
    book, today = use_book(), use_today()
    use_changes(book.id, "days")
    here = book.plan.day(today).settings
    chips: list[ft.Control] = [keyed(one, _Place, one, here) for one in SETTINGS]
    return ft.Column(
        [
            strong(_("Where can you be today?")),
            detail(_("What is suggested to you then fits the place.")),
            flow(chips),
        ],
        spacing=Space.S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def _Place(one: str, here: tuple[str, ...]) -> ft.Control:
    book, today = use_book(), use_today()

    def turn() -> None:
        kept = [there for there in SETTINGS if (there in here) is not (there == one)]
        book.plan.settings_on(today, kept)

    return chip(
        setting_name(one), turn, f"place-{one}", on=one in here, icon=SETTING_SIGNS.get(one), tone=SKY
    )
