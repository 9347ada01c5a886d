"""Showing what one learned: a photo, words or a link; for which goals; how sure; a thought about it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import flet as ft

from app.domain.text import safe_link
from app.services.portfolio import Attachment
from app.services.ports import Picture
from app.services.workspace import Workspace
from app.views.attaching import Showing
from app.views.capture_for import ShownFor
from app.views.device import Picked
from app.views.drafting import (
    Attached,
    Drafting,
    load_attached,
    load_photo,
    save_attached,
    save_photo,
    use_draft,
)
from app.views.parts.bidi import isolate
from app.views.parts.buttons import Tap, chip, flow, icon_button, link, primary
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.frame import screen
from app.views.parts.guard import why
from app.views.parts.more import use_more
from app.views.parts.notices import say, status_line
from app.views.parts.states import failed
from app.views.parts.text import detail, heading, section
from app.views.state import use_big_text, use_book, use_layout, use_loaded, use_nav, use_shared
from app.views.sure import Sure
from app.views.theme import AMBER, Space
from app.words import _

MOST_GOALS = 12
PHOTO_TROUBLES = ("empty", "too_large")


@component
def CaptureView(about: str = "") -> ft.Control:
    """The screen to show something; everything on it is a draft until it is kept."""
    shared, nav = use_shared(), use_nav()
    draft, blobs = use_draft(about), shared.workspace.blobs
    found, _again = use_loaded(lambda: load_photo(blobs, draft.now.photo), draft.now.photo)
    held, _once_more = use_loaded(lambda: load_attached(blobs, draft.now.attached), draft.now.attached)
    picture = found.value if draft.now.photo else None
    attached = held.value if draft.now.attached else None
    trouble, set_trouble = ft.use_state("")
    busy, set_busy = ft.use_state("")

    async def picked(files: Sequence[Picked]) -> None:
        if files:
            set_busy(_("Making the photo small…"))
            set_trouble(await _take(shared.workspace, draft, files[0]))
            set_busy("")

    async def attach(attachment: Attachment, seconds: int) -> None:
        try:
            draft.change("attached", await save_attached(blobs, attachment, seconds))
        except Exception as error:  # noqa: BLE001 - the words stay, and what happened is said
            set_trouble(why(error))

    def drop() -> None:
        draft.change("photo", "")
        draft.change("attached", "")

    keep, keep_words = _use_keeping(draft, picture, attached, set_busy, set_trouble)
    place = keyed("showing", Showing, picture, attached, picked, attach, drop)
    rows: list[ft.Control] = [_head(nav.up, _title()), place]
    if trouble:
        rows.append(_trouble(trouble, keep_words))
    rows += _fields(draft)
    footer = _footer(draft, busy, keep)
    return screen(
        "capture", rows, wide=use_layout() != "phone", foot=Space.M, footer=footer, big=use_big_text()
    )


def _use_keeping(
    draft: Drafting,
    picture: Picture | None,
    attached: Attached | None,
    set_busy: Callable[[str], None],
    set_trouble: Callable[[str], None],
) -> tuple[Tap, Tap]:
    """Returns what keeps all that is shown, and what keeps its words alone."""
    shared, book, nav = use_shared(), use_book(), use_nav()
    observed = shared.workspace.owner.role != "learner"

    async def finish(photo: Picture | None, attachment: Attachment | None) -> None:
        set_busy(_("Keeping it…"))
        try:
            capture = replace(draft.latest().capture(photo, attachment), observed=observed)
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
        await finish(picture, attached.attachment if attached else None)

    async def keep_words() -> None:
        await finish(None, None)

    return keep, keep_words


async def _take(workspace: Workspace, draft: Drafting, file: Picked) -> str:
    """Makes a photo small and puts it into the draft; returns what went wrong, "" for nothing."""
    if file.length > len(file.data):
        return "too_large"
    try:
        made = await workspace.photos.shrink(file.data)
        if not isinstance(made, Picture):
            return made if made in PHOTO_TROUBLES else "photo"
        draft.change("photo", await save_photo(workspace.blobs, made))
    except Exception as error:  # noqa: BLE001 - the words stay, and what happened is said
        return why(error)
    return ""


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
    """What is true of the draft: saved, or not yet."""
    saved, set_saved = ft.use_state(draft.saved())
    draft.heard.current = set_saved
    if saved:
        return status_line(_("Saved as a draft on this device until you keep it"))
    return status_line(_("Not saved yet: the draft is saved when you pause"), good=False)


def _fields(draft: Drafting) -> list[ft.Control]:
    return [
        keyed(
            "text",
            _Words,
            draft,
            "text",
            _("What is it? What can you do now?"),
            _("For example: I mixed 2 cups yellow with 3 cups blue. Same green!"),
        ),
        keyed("link", _Link, draft),
        keyed("goals", _Goals, draft.now.chosen, lambda goals: draft.change("goals", goals)),
        keyed("for", ShownFor, draft),
        keyed("sure", Sure, draft.now.sure, lambda sure: draft.change("sure", sure)),
        keyed(
            "reflection",
            _Words,
            draft,
            "reflection",
            _("What did you find out about yourself?"),
            _("What was hard? What would you do next time? You can leave it empty."),
        ),
    ]


@component
def _Words(draft: Drafting, part: str, label: str, hint: str) -> ft.Control:
    return Field(
        f"capture-{part}",
        label,
        str(getattr(draft.now, part)),
        lambda text: draft.left(part, text),
        hint=hint,
        lines=3 if part == "text" else 2,
        longest=4000,
        typing=lambda text: draft.typing(part, text),
    )


def _trouble(kind: str, without: Tap) -> ft.Control:
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


@component
def _Link(draft: Drafting) -> ft.Control:
    address = draft.now.link
    open_, set_open = ft.use_state(bool(address))
    if not open_:
        return ft.Row([link(_("Add a link"), lambda: set_open(True), "add-link", icon=ft.Icons.LINK)])
    field = Field(
        "capture-link",
        _("A link to it"),
        address,
        lambda text: draft.left("link", text),
        hint="https://",
        longest=2000,
        typing=lambda text: draft.typing("link", text),
        keyboard=ft.KeyboardType.URL,
    )
    rows: list[ft.Control] = [field]
    if address and safe_link(address) is None:
        rows.append(detail(_("A link begins with https://"), color=AMBER.ink))
    return ft.Column(rows, spacing=Space.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Goals(chosen: tuple[str, ...], choose: Callable[[str], None]) -> ft.Control:
    book = use_book()
    goals = ft.use_memo(
        lambda: [
            (goal.id, goal.statement) for goal in book.reader.goals() if goal.state in ("active", "proposed")
        ],
        [book.id],
    )

    def toggle(rec: str) -> None:
        kept = [one for one in chosen if one != rec]
        choose(" ".join(kept if rec in chosen else [*kept, rec]))

    shown, more = use_more(len(goals), "more-goals", MOST_GOALS)
    chips: list[ft.Control] = [
        keyed(rec, _GoalChip, rec, words, rec in chosen, toggle) for rec, words in goals[:shown]
    ]
    rows: list[ft.Control] = [section(_("This shows")), flow([*chips, *more])] if chips else []
    return ft.Column(rows, spacing=Space.S, visible=bool(chips))


@component
def _GoalChip(rec: str, words: str, on: bool, toggle: Callable[[str], None]) -> ft.Control:
    return chip(words or _("A goal"), lambda: toggle(rec), f"for-{rec}", on=on)
