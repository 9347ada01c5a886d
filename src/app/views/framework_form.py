"""A framework of one's own: its title, subject and what it is about."""

from collections.abc import Callable

import flet as ft

from app.views.parts.buttons import primary
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.frame import back_head, screen
from app.views.parts.text import detail
from app.views.state import use_layout, use_nav, use_shared
from app.views.theme import AMBER, Space
from app.words import _

Keeps = Callable[[str, str], None]
Look = tuple[str, str, int, int]


@component
def FrameworkForm(rec: str) -> ft.Control:
    """The screen that makes a framework, or changes one."""
    workspace, nav = use_shared().workspace, use_nav()
    was = workspace.catalog().framework(rec) if rec else None
    said = use_slot(
        {
            "title": was.title if was else "",
            "subject": was.subjects[0] if was and was.subjects else "",
            "description": was.description if was else "",
        }
    )
    missing, set_missing = ft.use_state(False)

    def keeps(name: str, text: str) -> None:
        said.current = {**said.current, name: text}

    async def done() -> None:
        words = said.current
        if not words["title"].strip():
            set_missing(True)
            return
        own = workspace.own_frameworks
        if rec:
            await own.edit(rec, words["title"], words["subject"], words["description"])
            nav.go("library", "frameworks", rec)
        else:
            made = await own.make(words["title"], words["subject"], words["description"])
            nav.go("library", "frameworks", made)

    up = ("library", "frameworks", rec) if rec else ("library",)
    rows: list[ft.Control] = [
        back_head(_("Your own framework"), lambda: nav.go(*up)),
        detail(_("A list of what can be learned, in your words.")),
        *_fields(said.current, keeps),
    ]
    if missing:
        rows.append(detail(_("It needs a title."), color=AMBER.ink))
    rows.append(primary(_("Done"), done, "keep-framework-words", big=True))
    return screen("framework-form", rows, wide=use_layout() != "phone", foot=Space.XL)


def _fields(said: dict[str, str], keeps: Keeps) -> list[ft.Control]:
    labels = {
        "title": (_("What is it called?"), _("For example: Our school garden"), 1, 200),
        "subject": (_("Which subject?"), _("For example: Nature"), 1, 100),
        "description": (_("What is it about?"), "", 3, 2000),
    }
    return [keyed(name, Words, name, label, said[name], keeps) for name, label in labels.items()]


@component
def Words(name: str, look: Look, value: str, keeps: Keeps) -> ft.Control:
    """A field of a form: `look` is its label, hint, lines and longest text."""
    label, hint, lines, longest = look

    def keep(text: str) -> None:
        keeps(name, text)

    return Field(name, label, value, keep, hint=hint, lines=lines, longest=longest, typing=keep)
