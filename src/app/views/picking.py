"""Choosing pieces for a shelf, or as best work: a star that is tapped asks why."""

import flet as ft

from app.domain.models import Artefact
from app.views.parts.buttons import link
from app.views.parts.cards import tap_card
from app.views.parts.component import component, keyed
from app.views.parts.notices import say
from app.views.state import use_book, use_changes, use_shared
from app.views.theme import AMBER, MAIN, MUTE, Space
from app.views.why_best import WhyBest, small
from app.words import _, number

SHOWN_AT_ONCE = 20


@component
def Picker(kind: str, shelf: str, on: tuple[str, ...]) -> ft.Control:
    """All pieces, those `on` the shelf marked; a tap puts one there or takes it away."""
    book = use_book()
    use_changes(book.id, "artefacts")
    shown, set_shown = ft.use_state(SHOWN_AT_ONCE)
    works = book.reader.artefacts()
    rows: list[ft.Control] = [
        keyed(work.id, _Pick, work, work.id in on, kind, shelf) for work in works[:shown]
    ]
    if len(works) > shown:
        more = _("Show more ({n})").format(n=number(len(works) - shown))
        rows.append(link(more, lambda: set_shown(shown + SHOWN_AT_ONCE), "more-pieces"))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Pick(work: Artefact, on: bool, kind: str, shelf: str) -> ft.Control:
    book, now = use_book(), use_shared().workspace.wall()
    asking, set_asking = ft.use_state(False)
    best = kind == "best"

    def tap() -> None:
        if best:
            book.portfolio.choose_best(work.id, not on)
            set_asking(not on)
        elif not book.shelves.put(shelf, work.id, not on):
            say(_("This shelf is full. Take a piece away first."))

    signs = (
        (ft.Icons.STAR, ft.Icons.STAR_BORDER) if best else (ft.Icons.CHECK_CIRCLE, ft.Icons.CIRCLE_OUTLINED)
    )
    ink = (AMBER if best else MAIN).ink if on else MUTE
    sign = ft.Icon(signs[0] if on else signs[1], color=ink, size=28)
    row = tap_card(small(work, now, sign), tap, f"pick-{work.id}", pad=Space.S, chosen=on)
    if not asking:
        return row
    why = keyed("why", WhyBest, work, lambda: set_asking(False))
    return ft.Column([row, why], spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
