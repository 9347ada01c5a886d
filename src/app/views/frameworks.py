"""The library's frameworks: what is here, searched by words, taken in, or made."""

import flet as ft

from app.domain.library import Framework
from app.services.catalog import Catalog
from app.views.competency import CompetencyView
from app.views.competency_form import CompetencyForm
from app.views.enough import EnoughView
from app.views.framework import FrameworkView
from app.views.framework_form import FrameworkForm
from app.views.framework_import import FrameworkImport
from app.views.framework_search import Found, Search
from app.views.library_section import Rest, Section, use_library
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, outlined, primary
from app.views.parts.cards import card, lines, row, row_card
from app.views.parts.component import component, keyed
from app.views.parts.marks import disc
from app.views.parts.more import use_more
from app.views.parts.notices import say
from app.views.state import use_loaded, use_nav, use_shared
from app.views.theme import AMBER, MAIN, PLUM, SKY, Space
from app.words import _, joined, ngettext, number


@component
def Frameworks() -> ft.Control:
    """The list of frameworks, with a search through all of them."""
    workspace, nav = use_shared().workspace, use_nav()
    tick = use_library()
    words, set_words = ft.use_state("")
    mine, _again = use_loaded(workspace.frameworks.mine, tick)
    catalog = workspace.catalog()
    ways: list[ft.Control] = [
        primary(
            _("Take in a framework"),
            lambda: nav.go("library", "frameworks", "import"),
            "import-framework",
            icon=ft.Icons.MOVE_TO_INBOX,
        ),
        outlined(
            _("Make your own"),
            lambda: nav.go("library", "frameworks", "new"),
            "new-framework",
            icon=ft.Icons.EDIT_OUTLINED,
        ),
    ]
    rows: list[ft.Control] = [flow(ways), keyed("unfinished", _Unfinished, tick)]
    rows.append(keyed("search", Search, words, set_words, _("Search in all frameworks")))
    listed = catalog.frameworks()
    shown, more = use_more(len(listed), "more-frameworks")
    if words.strip():
        rows.append(keyed("found", Found, words, "", "", ""))
    else:
        own = mine.value or frozenset()
        rows += [*(keyed(one.id, _Row, one, one.id in own, tick) for one in listed[:shown]), *more]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Row(one: Framework, mine: bool, tick: int) -> ft.Control:
    catalog, nav = use_shared().workspace.catalog(), use_nav()
    tone = MAIN if one.own else SKY if mine else PLUM
    icon = ft.Icons.EDIT_NOTE if one.own else ft.Icons.ACCOUNT_TREE_OUTLINED
    return row_card(
        disc(icon, tone),
        one.title,
        framework_facts(catalog, one),
        lambda: nav.go("library", "frameworks", one.id),
        f"framework-{one.id}",
    )


def framework_facts(catalog: Catalog, one: Framework) -> str:
    """Returns how much is in a framework, and of what subject."""
    count = len(catalog.competencies(one.id))
    said = ngettext("{n} competency", "{n} competencies", count).format(n=number(count))
    return joined(isolate(part) for part in (said, *one.subjects[:2], one.creator) if part)


@component
def _Unfinished(tick: int) -> ft.Control:
    """Frameworks whose taking in was cut off: taken in again they go on, or they go."""
    loaded, _again = use_loaded(use_shared().workspace.frameworks.unfinished, tick)
    rows: list[ft.Control] = [keyed(one.id, _Cut, one) for one in loaded.value or ()]
    return ft.Column(rows, spacing=Space.M, visible=bool(rows))


@component
def _Cut(one: Framework) -> ft.Control:
    service = use_shared().workspace.frameworks
    busy, set_busy = ft.use_state(False)

    async def remove() -> None:
        set_busy(True)
        async for _step in service.remove(one.id):
            pass
        say(_("Removed"))

    said = lines(
        _("{title} was cut off").format(title=isolate(one.title)),
        _("It is not shown. Take the same file in again to go on, or remove what is here."),
    )
    way = outlined(_("Remove"), remove, f"remove-cut-{one.id}", disabled=busy)
    return card(ft.Column([row(disc(ft.Icons.CONTENT_CUT, AMBER), said), way], spacing=Space.M))


def _page(name: str, rest: Rest) -> ft.Control | None:
    """Returns the screen of a route below ``/library/frameworks`` and beside it."""
    rec, more, end = (*rest, "", "", "")[:3]
    if name in ("competency", "enough"):
        return _inner(name, rec, more)
    if rec in ("import", "new"):
        return keyed(rec, FrameworkImport) if rec == "import" else keyed(rec, FrameworkForm, "")
    if more == "edit":
        return keyed(f"{rec}-edit", FrameworkForm, rec)
    if more == "add":
        return keyed(f"{rec}-add-{end}", CompetencyForm, "", rec, end)
    return keyed(f"{rec}-{more}", FrameworkView, rec, more)


def _inner(name: str, rec: str, more: str) -> ft.Control:
    """Returns the screen of a competency, or of how much is enough for it or for a framework."""
    if name == "enough":
        return keyed(rec, EnoughView, rec)
    if more == "edit":
        return keyed(f"{rec}-edit", CompetencyForm, rec, "", "")
    return keyed(rec, CompetencyView, rec)


def _word() -> str:
    return _("Frameworks")


FRAMEWORKS = Section(
    "frameworks", _word, ft.Icons.ACCOUNT_TREE_OUTLINED, Frameworks, _page, ("competency", "enough")
)
