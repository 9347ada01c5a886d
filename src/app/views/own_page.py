"""The page of one activity, choice board or rubric of the library: one's own is written at, others' looked at
and copied."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import flet as ft

from app.domain.models import Record
from app.services.catalog import Catalog
from app.services.own_records import ACTIVITIES, BOARDS, Item
from app.services.workspace import Workspace
from app.views.library_section import use_library
from app.views.parts.buttons import flow, link, primary
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.frame import back_head, screen
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.parts.text import detail
from app.views.parts.unsaved import use_unsaved
from app.views.state import use_layout, use_nav, use_shared
from app.views.theme import Space
from app.words import _

NEW = "new"
Done = Callable[[str], None]
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Sides:
    """How one kind is shown: its word; the form for an id ("" for a new one), what is there, and what hears
    of the id that was kept; and the look of one that is not one's own."""

    word: Callable[[], str]
    form: Callable[[str, Item | None, Done], ft.Control]
    look: Callable[[Item], ft.Control]


def listed(catalog: Catalog, col: str) -> tuple[Item, ...]:
    """Returns every item of a kind."""
    if col == ACTIVITIES:
        return catalog.activities()
    return catalog.boards() if col == BOARDS else catalog.rubrics()


def find(catalog: Catalog, col: str, rec: str) -> Item | None:
    """Returns one item that is not put away."""
    if col == ACTIVITIES:
        return catalog.activity(rec)
    if col == BOARDS:
        return catalog.board(rec)
    rubric = catalog.rubric(rec)
    return None if rubric is None or rubric.gone else rubric


def mine(workspace: Workspace, col: str, rec: str) -> bool:
    """Tells whether an item lies in this device's own library, and so can be changed."""
    own = next((card.id for card in workspace.library_service.cards if card.own), "")
    return any(book.id == own and book.get(col, rec) for book in workspace.catalogs.libraries)


def drafted(workspace: Workspace, name: str, model: type[R]) -> R | None:
    """Returns what was typed into a form and not kept; None without, or where it cannot be read any more."""
    parts = workspace.drafts.load(name).get("parts", "")
    try:
        return model.model_validate_json(parts) if parts else None
    except ValueError:
        return None


def use_draft(name: str, now: Callable[[], Record]) -> Callable[[], None]:
    """Keeps what is in a form when it is left ("" for `name`: nothing); returns what ends that, once the form
    itself was kept."""
    drafts = use_shared().workspace.drafts
    over = use_slot(not name)

    def save() -> None:
        if not over.current:
            drafts.save(name, {"parts": now().model_dump_json(exclude_defaults=True)})

    def end() -> None:
        if not over.current:
            over.current = True
            drafts.forget(name)

    use_unsaved(save)
    return end


@component
def OwnPage(col: str, rec: str, sides: Sides) -> ft.Control:
    """The screen of one item."""
    workspace, nav = use_shared().workspace, use_nav()
    use_library()
    wide = use_layout() != "phone"
    head = back_head(sides.word(), lambda: nav.go("library", col))

    def done(kept: str) -> None:
        nav.go("library", col)
        say(_("Kept. Each learner gets it with the next file you make for them."))

    if rec == NEW:
        return screen("item", [head, sides.form("", None, done)], wide=wide, foot=Space.XL)
    one = find(workspace.catalog(), col, rec)
    if one is None:
        gone = empty(
            ft.Icons.LOCAL_LIBRARY_OUTLINED,
            _("This is not in the library"),
            _("It may have been put away."),
        )
        return screen("item", [head, gone], wide=wide)
    if mine(workspace, col, rec):
        rows = [head, sides.form(rec, one, done), keyed("away", _Away, col, rec)]
    else:
        rows = [head, sides.look(one), keyed("copy", Copy, col, one)]
    return screen("item", rows, wide=wide, foot=Space.XL)


@component
def _Away(col: str, rec: str) -> ft.Control:
    """Removes one's own from the lists; what was done with it stays in the learners' books."""
    workspace, nav = use_shared().workspace, use_nav()

    async def away() -> None:
        pen = (await workspace.own_library()).pen

        def back() -> None:
            pen.set(col, rec, gone=False)

        pen.set(col, rec, gone=True)
        nav.go("library", col)
        say(_("Removed. Learners who chose it keep it."), back)

    return flow([link(_("Remove"), away, "remove-item", icon=ft.Icons.DELETE_OUTLINE)])


@component
def Copy(col: str, one: Item) -> ft.Control:
    """Makes an own copy of what came from elsewhere, to change it."""
    workspace, nav = use_shared().workspace, use_nav()

    async def copy() -> None:
        rec = await workspace.own_records.copy(col, one)
        nav.go("library", col, rec)
        say(_("Now there is one of your own. Change what you like."))

    rows: list[ft.Control] = [
        detail(_("This came from somebody else. Your own copy can be changed.")),
        flow([primary(_("Make it mine"), copy, "make-mine", icon=ft.Icons.COPY_ALL_OUTLINED)]),
    ]
    return ft.Column(rows, spacing=Space.S)
