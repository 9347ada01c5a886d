"""What came in with files; and on a device that nobody uses yet, whose it is."""

from collections.abc import Callable, Sequence

import flet as ft

from app.domain.models import Role
from app.services.sharing import Intake
from app.views.naming import Naming
from app.views.parts.bidi import isolate
from app.views.parts.buttons import Tap, link, primary
from app.views.parts.cards import card, tinted
from app.views.parts.component import component, keyed
from app.views.parts.marks import white_pill
from app.views.parts.text import body, strong
from app.views.sentences.library import whose
from app.views.state import use_changes, use_shared
from app.views.theme import LEAF, Space
from app.views.whose import Stray, WhoseDevice
from app.words import _, joined, ngettext, number


@component
def Taken(taken: Sequence[Intake], undo: Tap, done: Callable[[], None]) -> ft.Control:
    """What came in; and whose it is, where nobody uses the device yet or the book is not their own."""
    workspace = use_shared().workspace
    use_changes(workspace.device.id, "books")
    nobody: Role | None = None
    role, set_role = ft.use_state(nobody)
    if role:
        given = next((one.sender_name for one in taken if one.sender_role == role), "")
        return Naming(role, lambda: set_role(None), given)
    names = joined(dict.fromkeys(isolate(whose(intake)) for intake in taken))
    files, books = len({intake.file for intake in taken}), [one for one in taken if not one.is_library]
    said = ngettext("{n} file taken in", "{n} files taken in", files).format(n=number(files))
    ways: list[ft.Control] = [link(_("Undo"), undo, "undo-take-in", icon=ft.Icons.UNDO, tone=LEAF)]
    rows: list[ft.Control] = []
    if workspace.owner.role or not books:
        ways.insert(0, primary(_("Good"), done, "taken-done", tone=LEAF))
        spaces = {intake.space for intake in taken}
        rows = [keyed(one.id, Stray, one, done) for one in workspace.strays if one.id in spaces]
    else:
        rows = [keyed("whose", WhoseDevice, books, set_role)]
    came: list[ft.Control] = [
        ft.Row([white_pill(said, LEAF, ft.Icons.CHECK)]),
        body(names),
        ft.Row(ways, wrap=True),
    ]
    return ft.Column(
        [tinted(ft.Column(came, spacing=Space.M), LEAF), *rows],
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def undone(done: Callable[[], None], left: Sequence[str]) -> ft.Control:
    """What was taken back, and which books stay because something was written in them since."""
    said = strong(_("Taken back. The books are as they were.")) if not left else _left(left)
    return card(ft.Column([said, ft.Row([primary(_("Good"), done, "undone-done")])], spacing=Space.M))


def _left(names: Sequence[str]) -> ft.Control:
    text = _("Not taken back, because something changed there since: {names}. Nothing is lost.")
    return strong(text.format(names=joined(isolate(name) for name in names)))
