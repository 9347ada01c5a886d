"""Showing what one learned: a photo, words or a link; for which goals; how sure; a thought about it."""

from collections.abc import Sequence

import flet as ft

from app.services.portfolio import Attachment
from app.views.attaching import Showing
from app.views.capture_fields import fields
from app.views.capture_keeping import held_back, take_photo, trouble_card, use_keeping
from app.views.device import Picked
from app.views.draft_held import load_attached, load_photo, save_attached, use_held
from app.views.drafting import Drafting, use_draft
from app.views.parts.bidi import isolate
from app.views.parts.buttons import Tap, icon_button, primary
from app.views.parts.component import component, keyed
from app.views.parts.frame import screen
from app.views.parts.guard import why
from app.views.parts.notices import status_line
from app.views.parts.text import heading, least
from app.views.state import use_big_text, use_book, use_layout, use_nav, use_shared
from app.views.theme import Space
from app.words import _


@component
def CaptureView(about: str = "") -> ft.Control:
    """The screen to show something; everything on it is a draft until it is kept."""
    shared, nav = use_shared(), use_nav()
    draft, blobs = use_draft(about), shared.workspace.blobs
    picture, photo_again = use_held(draft.now.photo, lambda saved: load_photo(blobs, saved))
    attached, attached_again = use_held(draft.now.attached, lambda saved: load_attached(blobs, saved))
    trouble, set_trouble = ft.use_state("")
    busy, set_busy = ft.use_state("")

    async def picked(files: Sequence[Picked]) -> None:
        if files:
            set_busy(_("Making the photo small…"))
            set_trouble(await take_photo(shared.workspace, draft, files[0]))
            set_busy("")

    async def attach(attachment: Attachment, seconds: int) -> None:
        try:
            draft.change("attached", await save_attached(blobs, attachment, seconds))
        except Exception as error:  # noqa: BLE001 - the words stay, and what happened is said
            set_trouble(why(error))

    def drop() -> None:
        draft.change("photo", "")
        draft.change("attached", "")

    keep, keep_words = use_keeping(draft, picture, attached, set_busy, set_trouble)
    if picture.missing:
        place = held_back(picture.state, photo_again, drop)
    elif attached.missing:
        place = held_back(attached.state, attached_again, drop)
    else:
        place = keyed("showing", Showing, picture.value, attached.value, picked, attach, drop)
    rows: list[ft.Control] = [_head(nav.up, _title()), place]
    if trouble:
        rows.append(trouble_card(trouble, keep_words))
    rows += fields(draft)
    footer = _footer(draft, busy, keep)
    return screen(
        "capture", rows, wide=use_layout() != "phone", foot=Space.M, footer=footer, big=use_big_text()
    )


def _title() -> str:
    """Whose learning is shown: one's own, or a child's by an adult."""
    if use_shared().workspace.owner.role == "learner":
        return _("Show what I learned")
    name = isolate(use_book().reader.learner().name)
    return _("Show what {name} learned").format(name=name)


def _head(close: Tap, title: str) -> ft.Control:
    return ft.Row(
        [
            icon_button(ft.Icons.CLOSE, _("Close; the draft stays"), close, "close"),
            heading(title, level=1, expand=True),
        ],
        spacing=Space.XS,
    )


def _footer(draft: Drafting, busy: str, keep: Tap) -> ft.Control:
    button = primary(busy or _("Keep it"), keep, "keep", big=True, disabled=bool(busy), expand=True)
    return ft.Column([ft.Row([button]), keyed("saved", _Saved, draft)], spacing=Space.S)


@component
def _Saved(draft: Drafting) -> ft.Control:
    """What is true of the draft: saved, not yet, or nothing there to save."""
    saved, set_saved = ft.use_state(draft.saved())
    draft.heard.current = set_saved
    if saved and not draft.latest().begun:
        return least(_("What you begin here is saved as a draft on this device"))
    if saved:
        return status_line(_("Saved as a draft on this device until you keep it"))
    return status_line(_("Not saved yet: the draft is saved when you pause"), good=False)
