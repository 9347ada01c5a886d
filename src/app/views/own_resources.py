"""What there is to look at for an activity: words, links, photos and small files, kept for offline use."""

from collections.abc import Callable
from typing import Any

import flet as ft

from app.domain.models import Blob
from app.domain.text import host_of, safe_link
from app.services.ports import Picked, Picture
from app.views.kept_file import KeptFile
from app.views.parts.buttons import flow, icon_button, link, outlined
from app.views.parts.cards import card, lines, row
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.marks import disc
from app.views.parts.notices import say
from app.views.picked_files import use_file_action, use_photo_action
from app.views.state import use_shared
from app.views.theme import SKY, Space
from app.words import _

Resource = dict[str, Any]
Found = tuple[Resource, ...]
Keep = Callable[[list[Resource]], None]
SIGNS: dict[str, ft.IconData] = {
    "text": ft.Icons.NOTES,
    "link": ft.Icons.LINK,
    "photo": ft.Icons.IMAGE_OUTLINED,
    "file": ft.Icons.ATTACH_FILE,
}


@component
def Resources(now: Found, keep: Keep) -> ft.Control:
    """What is there, each to be taken out, and ways to add."""
    adding, set_adding = ft.use_state("")
    latest = use_slot(now)
    latest.current = now

    def add(one: Resource) -> None:
        keep([*latest.current, one])
        set_adding("")

    def drop(place: int) -> None:
        keep([one for n, one in enumerate(latest.current) if n != place])

    rows: list[ft.Control] = [keyed(f"{n}-{_name(one)}", _One, n, one, drop) for n, one in enumerate(now)]
    if adding:
        rows.append(keyed(adding, _Words, adding, add))
    else:
        rows.append(
            flow(
                [
                    link(_("Words"), lambda: set_adding("text"), "add-text", icon=SIGNS["text"]),
                    link(_("A link"), lambda: set_adding("link"), "add-link", icon=SIGNS["link"]),
                    keyed("photo", _AddPhoto, add),
                    keyed("file", _AddFile, add),
                ]
            )
        )
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _name(one: Resource) -> str:
    """Returns what a resource is called."""
    return str(one.get("title") or one.get("text", "")[:60] or host_of(str(one.get("link", ""))))


@component
def _One(place: int, one: Resource, drop: Callable[[int], None]) -> ft.Control:
    kind = str(one.get("kind", "text"))
    names = {"photo": _("A photo"), "file": _("A file"), "link": _("A link"), "text": _("Words")}
    said = lines(_name(one) or names.get(kind, kind), names.get(kind, kind))
    away = icon_button(ft.Icons.CLOSE, _("Take it out"), lambda: drop(place), f"drop-resource-{place}")
    return card(row(disc(SIGNS.get(kind, ft.Icons.NOTES), SKY, 36), said, away), pad=Space.M)


@component
def _Words(kind: str, add: Callable[[Resource], None]) -> ft.Control:
    """Words or a link's address, and what it is called."""
    title, set_title = ft.use_state("")
    typed, set_typed = ft.use_state("")

    def keep() -> None:
        if kind == "link" and safe_link(typed) is None:
            say(_("A link begins with https://"))
        elif not typed.strip():
            say(_("Write something first."))
        else:
            add({"kind": kind, "title": title.strip(), kind: typed.strip()})

    label = _("The link") if kind == "link" else _("The words")
    hint = "https://" if kind == "link" else ""
    lines_ = 1 if kind == "link" else 3
    rows: list[ft.Control] = [
        keyed("title", Field, "resource-title", _("What is it called?"), title, set_title, typing=set_title),
        keyed(
            "typed",
            Field,
            "resource-words",
            label,
            typed,
            set_typed,
            typing=set_typed,
            hint=hint,
            lines=lines_,
            longest=2000 if kind == "link" else 8000,
        ),
        flow([outlined(_("Add it"), keep, "keep-resource", icon=ft.Icons.ADD)]),
    ]
    return card(ft.Column(rows, spacing=Space.M), pad=Space.M)


@component
def _AddPhoto(add: Callable[[Resource], None]) -> ft.Control:
    records = use_shared().workspace.own_records

    async def take(picture: Picture) -> None:
        add(await records.photo(picture))

    return link(_("A photo"), None, "add-photo", icon=SIGNS["photo"], action=use_photo_action(take))


@component
def _AddFile(add: Callable[[Resource], None]) -> ft.Control:
    records = use_shared().workspace.own_records

    async def take(file: Picked) -> None:
        add(await records.file(file.name, file.data))

    return link(_("A small file"), None, "add-file", icon=SIGNS["file"], action=use_file_action(take))


@component
def ResourceFile(blob: Blob, name: str) -> ft.Control:
    """A file of an activity, to save where other apps open it."""
    blobs = use_shared().workspace.blobs
    return keyed("kept", KeptFile, name, blob.sha256, lambda: blobs.get(blob.sha256), f"save-{name}")
