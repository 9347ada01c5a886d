"""The place for a photo: empty with one big button, or the photo with ways to change it."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from app.services.ports import Picture
from app.views.device import OnPicked, Picked
from app.views.parts.buttons import flow, link, outlined
from app.views.parts.component import component, use_slot
from app.views.parts.guard import guarded_picked
from app.views.parts.marks import disc
from app.views.parts.text import least, strong
from app.views.state import use_shared
from app.views.theme import CARD, LINE, MAIN, RADIUS, Space, Tone
from app.words import _


@component
def PhotoPlace(picture: Picture | None, picked: OnPicked, drop: Callable[[], None]) -> ft.Control:
    """Offers camera or library; `picked` gets the file."""
    device = use_shared().device
    latest = use_slot(picked)
    latest.current = picked

    def came(files: Sequence[Picked]) -> Awaitable[None] | None:
        return latest.current(files)

    action = ft.use_memo(lambda: device.pick_photo_action(guarded_picked(came)), [])
    return _empty(action) if picture is None else _shown(picture, action, drop)


def _empty(action: ft.ClientAction) -> ft.Control:
    face = ft.Container(
        ft.Column(
            [
                disc(ft.Icons.ADD_A_PHOTO_OUTLINED, Tone(MAIN.ink, CARD), 64),
                strong(_("Take or choose a photo"), color=MAIN.ink),
                least(_("It is made small, and place and date are taken out"), center=True),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=Space.S,
        ),
        bgcolor=MAIN.soft,
        border_radius=RADIUS,
        padding=Space.XL,
        alignment=ft.Alignment.CENTER,
        ink=True,
        action=action,
    )
    return ft.Semantics(identifier="pick-photo", button=True, container=True, content=face)


def _shown(picture: Picture, action: ft.ClientAction, drop: Callable[[], None]) -> ft.Control:
    shape = max(picture.width, 1) / max(picture.height, 1)
    image = ft.Container(
        ft.Image(src=picture.data, fit=ft.BoxFit.COVER, semantics_label=_("Your photo"), expand=True),
        aspect_ratio=min(max(shape, 0.9), 1.9),
        border_radius=RADIUS,
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
        border=ft.Border.all(1, LINE),
    )
    another = outlined(
        _("Another photo"), None, "pick-photo", icon=ft.Icons.ADD_A_PHOTO_OUTLINED, action=action
    )
    ways = flow([another, link(_("Without a photo"), drop, "drop-photo")])
    return ft.Column([image, ways], spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
