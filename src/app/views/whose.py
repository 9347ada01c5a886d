"""Whose device and whose book: the person says it, no file does."""

from collections.abc import Callable, Sequence

import flet as ft

from app.domain.device import BookCard
from app.domain.models import Role
from app.services.sharing import Intake
from app.views.navigator import HOME
from app.views.parts.bidi import isolate
from app.views.parts.buttons import outlined, primary
from app.views.parts.cards import card, lines, row, row_card, tinted
from app.views.parts.component import component, keyed
from app.views.parts.frame import screen
from app.views.parts.marks import avatar, disc
from app.views.parts.notices import say
from app.views.parts.text import detail, section, strong
from app.views.state import use_changes, use_layout, use_nav, use_shared
from app.views.theme import PLUM, SKY, Space
from app.words import _, joined

MOST_NAMES = 6


@component
def WhoseDevice(taken: Sequence[Intake], become: Callable[[Role], None]) -> ft.Control:
    """Asks who uses a device on which books were brought back: first the learners they are of."""
    books = {intake.space: intake for intake in taken}
    rows: list[ft.Control] = [section(_("Who uses this device?"))]
    rows += [keyed(space, _Mine, books[space]) for space in list(books)[:MOST_NAMES]]
    names = joined(dict.fromkeys(isolate(intake.name) for intake in books.values()))
    teach, help_ = _("I teach {name}").format(name=names), _("I help {name} at home").format(name=names)
    rows += [
        keyed("teacher", _Other, "teacher", teach, ft.Icons.GROUPS_OUTLINED, become),
        keyed("family", _Other, "family", help_, ft.Icons.HOME_OUTLINED, become),
    ]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Mine(intake: Intake) -> ft.Control:
    workspace, nav = use_shared().workspace, use_nav()

    async def mine() -> None:
        await workspace.restore_as("learner", intake.space)
        nav.go(HOME["learner"])

    head = _("I am {name}").format(name=isolate(intake.name)) if intake.name else _("I am the learner")
    sign = avatar(intake.avatar, intake.space)
    return row_card(sign, head, _("This is my own book"), mine, f"whose-{intake.space}")


@component
def _Other(role: Role, head: str, icon: ft.IconData, become: Callable[[Role], None]) -> ft.Control:
    tone = SKY if role == "teacher" else PLUM
    quiet = _("My class") if role == "teacher" else _("My family")
    return row_card(disc(icon, tone), head, quiet, lambda: become(role), f"whose-{role}")


@component
def Strays() -> ft.Control:
    """The books on a learner's device that are not their own: shown, and theirs if they say so."""
    workspace = use_shared().workspace
    use_changes(workspace.device.id, "books")
    strays = workspace.strays
    rows: list[ft.Control] = [section(_("Other books on this device"))]
    rows += [keyed(one.id, Stray, one) for one in strays]
    return ft.Column(
        rows,
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        visible=bool(strays),
    )


@component
def Stray(book: BookCard, leave: Callable[[], None] | None = None) -> ft.Control:
    """Asks whether a book is one's own; `leave` where that is a question of now."""
    workspace, nav = use_shared().workspace, use_nav()

    async def mine() -> None:
        await workspace.adopt(book.id)
        say(_("This is your book now."))
        nav.go(HOME["learner"])

    name = book.name or _("A book that cannot be opened")
    ways: list[ft.Control] = [outlined(_("Yes, it is mine"), mine, f"adopt-{book.id}")]
    if leave is not None:
        ways.append(outlined(_("No, leave it"), leave, f"leave-{book.id}"))
    said = lines(name, _("Is this your book? It is kept either way."))
    buttons = ft.Row(ways, wrap=True, spacing=Space.S, run_spacing=Space.S)
    face = ft.Column([row(avatar(book.avatar, book.id), said), buttons], spacing=Space.M)
    return tinted(face, SKY) if leave is not None else card(face, pad=Space.M)


@component
def NoBook() -> ft.Control:
    """A learner's device without a book that is theirs: one of those here, or a new one."""
    workspace, nav = use_shared().workspace, use_nav()
    owner = workspace.owner

    async def make() -> None:
        await workspace.begin("learner", owner.name or _("Me"), owner.avatar)
        nav.go(HOME["learner"])

    rows: list[ft.Control] = [
        section(_("Which book is yours?"), level=1),
        detail(_("No book on this device is marked as yours. Nothing was deleted.")),
        keyed("strays", Strays),
        strong(_("None of these, or none is here?")),
        ft.Row([primary(_("Begin a new book"), make, "new-own-book", icon=ft.Icons.ADD)], wrap=True),
    ]
    return screen("no-book", rows, wide=use_layout() != "phone")
