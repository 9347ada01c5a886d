"""A link to another site: it says where it leads, and is opened only where that is safe."""

import flet as ft

from app.domain.text import host_of, safe_link
from app.views.parts.cards import lines
from app.views.parts.marks import disc, marked
from app.views.parts.text import detail
from app.views.theme import CARD, LINE, MUTE, RADIUS, SKY, Space
from app.words import _


def link_card(address: str, name: str = "", identifier: str = "open-link") -> ft.Control:
    """Returns a card that opens `address` beside Ownway; plain words where it cannot be opened safely."""
    safe, host = safe_link(address), host_of(address)
    if safe is None:
        return detail(_("This link cannot be opened safely."))
    said = lines(name or _("Open the link"), _("Leads to {host}").format(host=host))
    face = ft.Container(
        ft.Row([disc(ft.Icons.LINK, SKY), said, ft.Icon(ft.Icons.OPEN_IN_NEW, color=MUTE)], spacing=Space.M),
        padding=Space.M,
        border_radius=RADIUS,
        bgcolor=CARD,
        border=ft.Border.all(1, LINE),
        ink=True,
        url=ft.Url(safe, target=ft.UrlTarget.BLANK),
    )
    return marked(identifier, face)
