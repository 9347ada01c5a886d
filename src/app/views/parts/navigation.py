"""Where one can go: a bar below on phones, a rail on tablets, a rail with words on desktops."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from app.views.parts.buttons import Tap
from app.views.parts.guard import guarded
from app.views.parts.text import strong, words
from app.views.theme import CARD, INK, LINE, MAIN, MUTE, ON_FILL, Size, Space
from app.words import _

CAPTURE = "capture"
BOLD_ROOM, PLAIN_ROOM = 11, 10  # the bold word of the place where one is gets more of the bar
Push = Callable[[str], None]


def _to(push: Push, screen: str) -> Tap:
    return lambda: push(screen)


@dataclass(frozen=True)
class Spot:
    """One of the places: the screen it opens, its word and its sign (plain and chosen)."""

    screen: str
    word: str
    icon: ft.IconData
    chosen: ft.IconData


def spots(role: str) -> tuple[Spot, ...]:
    """Returns the places of a role, in order."""
    share = Spot("share", _("Share"), ft.Icons.SEND_OUTLINED, ft.Icons.SEND)
    if role == "learner":
        return (
            Spot("today", _("Today"), ft.Icons.WB_SUNNY_OUTLINED, ft.Icons.WB_SUNNY),
            Spot("path", _("Path"), ft.Icons.ROUTE_OUTLINED, ft.Icons.ROUTE),
            Spot("portfolio", _("Portfolio"), ft.Icons.PHOTO_LIBRARY_OUTLINED, ft.Icons.PHOTO_LIBRARY),
            Spot("me", _("Me"), ft.Icons.FACE_OUTLINED, ft.Icons.FACE),
            share,
        )
    word = _("Home") if role == "family" else _("Class")
    plain = ft.Icons.HOME_OUTLINED if role == "family" else ft.Icons.GROUPS_OUTLINED
    chosen = ft.Icons.HOME if role == "family" else ft.Icons.GROUPS
    library = Spot("library", _("Library"), ft.Icons.LOCAL_LIBRARY_OUTLINED, ft.Icons.LOCAL_LIBRARY)
    settings = Spot("settings", _("Settings"), ft.Icons.TUNE_OUTLINED, ft.Icons.TUNE)
    home = Spot("class", word, plain, chosen)
    if role == "family":
        return home, library, share, settings
    review = Spot("review", _("Review"), ft.Icons.RATE_REVIEW_OUTLINED, ft.Icons.RATE_REVIEW)
    return home, review, library, share, settings


def bottom_bar(places: Sequence[Spot], current: str, push: Push, *, big: bool = False) -> ft.Control:
    """The bar of a phone: signs with words, at most five; with big text only here is a word seen."""
    items: list[ft.Control] = [_bar_item(spot, spot.screen == current, push, big=big) for spot in places]
    return ft.Container(
        ft.SafeArea(ft.Row(items, spacing=0), avoid_intrusions_top=False),
        bgcolor=CARD,
        border=ft.Border.only(top=ft.BorderSide(1, LINE)),
        padding=ft.Padding.only(top=6, bottom=6, left=4, right=4),
    )


def _bar_item(spot: Spot, here: bool, push: Push, *, big: bool) -> ft.Control:
    sign = ft.Container(
        ft.Icon(spot.chosen if here else spot.icon, size=24, color=MAIN.ink if here else MUTE),
        bgcolor=MAIN.soft if here else None,
        border_radius=16,
        padding=ft.Padding.symmetric(horizontal=16, vertical=3),
    )
    word = words(spot.word, Size.LEAST, bold=here, color=INK if here else MUTE, lines=1, center=True)
    face = ft.Container(
        ft.Column(
            [sign] if big and not here else [sign, word],
            spacing=2,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            tight=True,
        ),
        ink=True,
        border_radius=16,
        padding=ft.Padding.symmetric(vertical=4),
        on_click=guarded(_to(push, spot.screen)),
        expand=None if big and here else True,
    )
    room = 0 if big and here else BOLD_ROOM if here else PLAIN_ROOM
    return _spot(spot, here, face, expand=room, wordless=big and not here)


def rail(places: Sequence[Spot], current: str, push: Push, *, wide: bool, capture: bool) -> ft.Control:
    """The rail at the side: the one big action on top, then the places."""
    items: list[ft.Control] = []
    if wide:
        items.append(_brand())
    if capture:
        items.append(_rail_capture(push, wide=wide))
    items += [_rail_item(spot, spot.screen == current, push, wide=wide) for spot in places]
    return ft.Container(
        ft.SafeArea(
            ft.Column(
                items,
                spacing=Space.S,
                scroll=ft.ScrollMode.HIDDEN,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            avoid_intrusions_right=False,
        ),
        width=248 if wide else 96,
        bgcolor=CARD,
        border=ft.Border.only(right=ft.BorderSide(1, LINE)),
        padding=ft.Padding.symmetric(horizontal=Space.M if wide else Space.S, vertical=Space.L),
    )


def _brand() -> ft.Control:
    return ft.Container(
        ft.Row([ft.Icon(ft.Icons.ROUTE, color=MAIN.ink, size=26), strong("Ownway")], spacing=Space.S),
        padding=ft.Padding.only(left=Space.M, bottom=Space.S),
    )


def _rail_item(spot: Spot, here: bool, push: Push, *, wide: bool) -> ft.Control:
    icon = ft.Icon(spot.chosen if here else spot.icon, size=24, color=MAIN.ink if here else MUTE)
    ink = INK if here else MUTE
    face: ft.Control
    if wide:
        text = words(spot.word, Size.BODY, bold=here, color=ink, expand=True)
        face = ft.Row([icon, text], spacing=Space.M)
    else:
        text = words(spot.word, Size.LEAST, bold=here, color=ink, center=True)
        face = ft.Column([icon, text], spacing=4, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
    box = ft.Container(
        face,
        bgcolor=MAIN.soft if here else None,
        border_radius=16,
        ink=True,
        padding=ft.Padding.symmetric(horizontal=Space.M if wide else 2, vertical=Space.M),
        on_click=guarded(_to(push, spot.screen)),
    )
    return _spot(spot, here, box)


def _spot(spot: Spot, here: bool, face: ft.Control, *, expand: int = 0, wordless: bool = False) -> ft.Control:
    return ft.Semantics(
        identifier=f"nav-{spot.screen}",
        label=spot.word if wordless else None,
        button=True,
        selected=here,
        container=True,
        content=face,
        expand=expand or None,
    )


def _rail_capture(push: Push, *, wide: bool) -> ft.Control:
    label = _("Show what I learned")
    icon = ft.Icon(ft.Icons.ADD_A_PHOTO, color=ON_FILL, size=24)
    text = words(
        label, Size.BODY - 1 if wide else Size.LEAST, bold=True, color=ON_FILL, expand=wide, center=not wide
    )
    column = ft.Column([icon, text], spacing=4, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
    box = ft.Container(
        ft.Row([icon, text], spacing=Space.S) if wide else column,
        bgcolor=MAIN.ink,
        border_radius=28 if wide else 20,
        padding=ft.Padding.symmetric(horizontal=Space.L if wide else Space.XS, vertical=Space.L),
        alignment=ft.Alignment.CENTER,
        ink=True,
        on_click=guarded(_to(push, CAPTURE)),
        margin=ft.Margin.only(bottom=Space.M),
    )
    return ft.Semantics(identifier="capture", button=True, container=True, content=box)
