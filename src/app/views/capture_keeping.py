"""Keeping what is shown: all of it or nothing, and what went wrong in words, with the draft still there."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from app.domain.accommodations import recorded
from app.domain.points import read_points
from app.services.portfolio import Attachment
from app.services.ports import Picture
from app.services.workspace import Workspace
from app.views.device import Picked
from app.views.draft_held import Attached, Held, save_photo
from app.views.drafting import Drafting
from app.views.parts.buttons import Tap, flow, link
from app.views.parts.guard import why
from app.views.parts.notices import say
from app.views.parts.states import failed, loading
from app.views.picked_files import PHOTO_TROUBLES, small_photo
from app.views.sentences.looks import points_trouble
from app.views.state import use_book, use_nav, use_shared
from app.views.supports import use_acts
from app.words import _

Say = Callable[[str], None]


def use_keeping(
    draft: Drafting, picture: Held[Picture], attached: Held[Attached], set_busy: Say, set_trouble: Say
) -> tuple[Tap, Tap]:
    """Returns what keeps all that is shown, and what keeps its words alone."""
    shared, book, nav = use_shared(), use_book(), use_nav()
    observed = shared.workspace.owner.role != "learner"
    acts = recorded(book.reader.profile(), use_acts())

    async def finish(photo: Picture | None, attachment: Attachment | None) -> None:
        points = read_points(draft.latest().score, draft.latest().most)
        if isinstance(points, str):
            say(points_trouble(points))
            return
        set_busy(_("Keeping it…"))
        try:
            capture = replace(draft.latest().capture(photo, attachment, acts), observed=observed)
            rec = await book.portfolio.keep(capture)
        except Exception as error:  # noqa: BLE001 - the draft stays, and what happened is said
            set_busy("")
            set_trouble(why(error))
            return
        set_busy("")
        if not rec:
            set_trouble("nothing")
            return
        nav.to("portfolio", rec)
        say(_("Kept in your portfolio."))
        draft.forget()

    async def keep() -> None:
        if picture.missing or attached.missing:  # keeping would let it go without a word
            say(_("What you added is not here yet. Try again, or take it out first."))
            return
        await finish(picture.value, attached.value.attachment if attached.value else None)

    async def keep_words() -> None:
        await finish(None, None)

    return keep, keep_words


async def take_photo(workspace: Workspace, draft: Drafting, file: Picked) -> str:
    """Makes a photo small and puts it into the draft; returns what went wrong, "" for nothing."""
    try:
        made = await small_photo(workspace.photos, file)
        if isinstance(made, str):
            return made
        draft.change("photo", await save_photo(workspace.blobs, made))
    except Exception as error:  # noqa: BLE001 - the words stay, and what happened is said
        return why(error)
    return ""


def held_back(state: str, again: Tap, drop: Tap) -> ft.Control:
    """In the place of what a draft holds, while it is not here."""
    if state == "loading":
        return loading(_("Your draft is being opened…"))
    if state == "failed":
        told = failed(
            _("What you added could not be read just now"),
            _("It is still in your draft, and so are your words."),
            retry=again,
        )
    else:
        told = failed(
            _("What you added is not on this device any more"),
            _("Your words are safe."),
            _("Take it out, then add it again."),
        )
    way = link(_("Take it out"), drop, "drop-held", icon=ft.Icons.CLOSE)
    return ft.Column([told, flow([way])], horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def trouble_card(kind: str, without: Tap) -> ft.Control:
    """What went wrong with choosing or keeping, what is safe, and what to do."""
    if kind == "photo" or kind in PHOTO_TROUBLES:
        happened = {
            "empty": _("This photo is empty: nothing is in the file"),
            "too_large": _("This photo is too large to open here"),
        }
        return failed(
            happened.get(kind) or _("This photo could not be opened"),
            _("Your words are safe."),
            _("Choose another photo, or keep the words without one."),
        )
    if kind == "nothing":
        return failed(
            _("There is nothing to keep yet"),
            _("Nothing is lost."),
            _("Add a photo, some words or a link that begins with https://"),
        )
    if kind == "device":
        return failed(
            _("It could not be kept just now"),
            _("Your words are safe on this screen."),
            _("Try again. If it stays so, close other tabs with Ownway and open it again."),
        )
    return failed(
        _("There is no room for it on this device"),
        _("Your words are safe as a draft."),
        _("Keep the words without the photo, or make room and try again."),
        retry=without,
        retry_label=_("Keep it without the photo"),
    )
