"""Photos of the portfolio: fetched when they are shown, named by their content."""

import flet as ft

from app.domain.models import Artefact, Blob
from app.views.parts.buttons import Tap, link
from app.views.parts.component import component
from app.views.parts.text import least
from app.views.state import Loaded, use_book, use_loaded, use_shared
from app.views.theme import HUSH, MUTE, Space
from app.words import _


@component
def Photo(artefact: Artefact, *, whole: bool = False) -> ft.Control:
    """An artefact's photo; a quiet place where it has not come here yet."""
    book = use_book()
    name = artefact.blob.sha256 if artefact.blob else ""
    loaded, again = use_loaded(lambda: book.portfolio.photo(artefact), name)
    return _drawn(loaded, again, artefact.title or artefact.text[:80], whole=whole)


@component
def BlobPhoto(blob: Blob, label: str) -> ft.Control:
    """A photo that is not a piece of the portfolio: one to look at in an activity."""
    blobs = use_shared().workspace.blobs
    loaded, again = use_loaded(lambda: blobs.get(blob.sha256), blob.sha256)
    return _drawn(loaded, again, label, whole=True)


def _drawn(loaded: Loaded[bytes | None], again: Tap, label: str, *, whole: bool) -> ft.Control:
    if loaded.state == "loading":
        # Not said to readers: a ring's role would become the card's own while the photo is fetched, and
        # its tap and its name would be gone for good once the role changed back.
        ring = ft.ProgressRing(width=24, height=24, stroke_width=3, color=MUTE)
        return _ground(ft.Semantics(exclude_semantics=True, content=ring))
    if loaded.state == "failed":
        # In a list the whole card is tapped: its page has the way to try again.
        ways = [link(_("Try again"), again, "photo-again", icon=ft.Icons.REFRESH)] if whole else []
        return _missing(ft.Icons.SUPPORT_OUTLINED, _("The photo could not be read just now"), *ways)
    if loaded.value is None:
        return _missing(ft.Icons.IMAGE_OUTLINED, _("The photo is still to come"))
    return ft.Image(
        src=loaded.value,
        fit=ft.BoxFit.CONTAIN if whole else ft.BoxFit.COVER,
        # In a list the card says what it is; an image's role would take the place of the card's own, and
        # the card could not be tapped by a screen reader any more.
        exclude_from_semantics=not whole,
        semantics_label=label or _("A photo"),
        expand=True,
        gapless_playback=True,
        error_content=_ground(ft.Icon(ft.Icons.BROKEN_IMAGE_OUTLINED, color=MUTE, size=32)),
    )


def _missing(icon: ft.IconData, said: str, *ways: ft.Control) -> ft.Control:
    return _ground(
        ft.Column(
            [ft.Icon(icon, color=MUTE, size=32), least(said, center=True), *ways],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            tight=True,
            spacing=Space.XS,
        )
    )


def _ground(content: ft.Control) -> ft.Control:
    return ft.Container(content, bgcolor=HUSH, alignment=ft.Alignment.CENTER, expand=True)


def shape_of(artefact: Artefact) -> float:
    """Returns width by height of a photo as it is shown in lists: never a thin strip."""
    blob = artefact.blob
    if blob is None or not blob.width or not blob.height:
        return 4 / 3
    return min(max(blob.width / blob.height, 0.8), 1.8)
