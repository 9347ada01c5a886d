"""The library's frameworks: what is here, searched by words, taken in, or made."""

from dataclasses import astuple
from functools import partial

import flet as ft

from app.domain.library import Framework
from app.services.catalog import Catalog
from app.services.frameworks import FrameworkService
from app.views.competency import CompetencyView
from app.views.competency_form import CompetencyForm
from app.views.enough import EnoughView
from app.views.framework import FrameworkView
from app.views.framework_form import FrameworkForm
from app.views.framework_import import FrameworkImport
from app.views.framework_search import Filters, Found, Search, use_asked
from app.views.library_section import Rest, Section, not_read, use_library
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
    asked, ask = use_asked()
    loaded, again = use_loaded(lambda: _here(workspace.frameworks), tick)
    mine, cut = loaded.value or (frozenset(), ())
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
    rows: list[ft.Control] = [flow(ways), *not_read(loaded, again)]
    rows += [keyed(f"cut-{one.id}", _Cut, one) for one in cut]
    rows.append(keyed("search", Search, asked.words, partial(ask, "words"), _("Search in all frameworks")))
    rows.append(keyed("filters", Filters, "", asked, ask))
    listed = catalog.frameworks()
    shown, more = use_more(len(listed), "more-frameworks")
    if asked.said:
        rows.append(keyed(astuple(asked), Found, asked, ""))
    else:
        rows += [*(keyed(one.id, _Row, one, one.id in mine, tick) for one in listed[:shown]), *more]
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
    """Returns how much is in a framework, and of what subject. What holds others together is a part, not a
    competency, as in growth: a file's items are both together."""
    every = catalog.competencies(one.id)
    parts = sum(1 for each in every if catalog.tree.children(each.id))
    count = len(every) - parts
    said = [ngettext("{n} competency", "{n} competencies", count).format(n=number(count))]
    said += [ngettext("in {n} part", "in {n} parts", parts).format(n=number(parts))] if parts else []
    return joined(isolate(part) for part in (*said, *one.subjects[:2], one.creator) if part)


async def _here(service: FrameworkService) -> tuple[frozenset[str], tuple[Framework, ...]]:
    """Returns which frameworks can be changed here, and those whose taking in was cut off."""
    return await service.mine(), await service.unfinished()


@component
def _Cut(one: Framework) -> ft.Control:
    """A framework whose taking in was cut off: taken in again it goes on, or it goes."""
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
