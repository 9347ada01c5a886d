"""One framework: browsed branch by branch, searched, handed on, and changed where it is one's own."""

from dataclasses import astuple
from functools import partial

import flet as ft

from app.domain.library import Competency, Framework
from app.views.enough import Enough
from app.views.framework_out import FrameworkOut
from app.views.framework_search import CompetencyRow, Filters, Found, Search, use_asked
from app.views.library_section import not_read, use_library
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, icon_button, link, outlined, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.parts.text import body, detail, heading, strong
from app.views.readable import Readable, short_words
from app.views.state import use_layout, use_loaded, use_nav, use_shared
from app.views.theme import MUTE, Size, Space
from app.words import _, joined, ngettext, number

AT_ONCE = 60


@component
def FrameworkView(rec: str, branch: str) -> ft.Control:
    """The screen of a framework, or of one branch of it."""
    workspace, nav = use_shared().workspace, use_nav()
    tick = use_library()
    asked, ask = use_asked()
    mine, again = use_loaded(workspace.frameworks.mine, tick)
    catalog = workspace.catalog()
    one, inside = catalog.framework(rec), catalog.competency(branch) if branch else None
    wide = use_layout() != "phone"
    if one is None or (branch and inside is None):
        return screen("framework", [back_head(_("Framework"), lambda: nav.go("library")), _gone()], wide=wide)
    above = catalog.trail(branch) if branch else ()
    back = above[-1].id if above else ""
    up = ("library", "frameworks", rec, back) if branch else ("library",)
    rows: list[ft.Control] = [back_head(_("Framework"), lambda: nav.go(*filter(None, up)))]
    here = rec in (mine.value or frozenset())
    rows += [_branch_head(one, inside, above)] if inside else [heading(one.title), _about(one)]
    rows += not_read(mine, again)
    rows.append(keyed("search", Search, asked.words, partial(ask, "words"), _("Search in this framework")))
    rows.append(keyed("filters", Filters, rec, asked, ask))
    if asked.said:
        rows.append(keyed(astuple(asked), Found, asked, rec))
    else:
        rows.append(keyed(f"tree-{branch}", _Inner, rec, branch, one.own and here))
    if not branch:
        rows += [keyed("enough", Enough, rec), keyed("out", FrameworkOut, rec, tick)]
        if here:
            rows.append(keyed("own", _Own, one))
    return screen("framework", rows, wide=wide, foot=Space.XL)


def _gone() -> ft.Control:
    return empty(
        ft.Icons.ACCOUNT_TREE_OUTLINED,
        _("This framework is not here"),
        _("It may have been removed. What learners showed for it is still in their books."),
    )


def _about(one: Framework) -> ft.Control:
    said = joined(isolate(part) for part in (one.creator, one.publisher, one.version, one.status) if part)
    rows: list[ft.Control] = [detail(said)] if said else []
    if one.description:
        rows.append(keyed("about", Readable, one.description))
    if one.licence:
        rows.append(detail(_("Licence: {licence}").format(licence=isolate(one.licence))))
    return ft.Column(rows, spacing=Space.S, visible=bool(rows))


def _branch_head(one: Framework, inside: Competency, above: tuple[Competency, ...]) -> ft.Control:
    trail = [one.title, *(short_words(part.short or part.statement, 40) for part in above)]
    rows: list[ft.Control] = [
        detail(" › ".join(isolate(part) for part in trail)),
        keyed("words", Readable, inside.statement, Size.SECTION, True),
    ]
    rows.append(keyed("whole", _Whole, inside))
    return ft.Column(rows, spacing=Space.S)


@component
def _Whole(one: Competency) -> ft.Control:
    nav = use_nav()
    label = _("About this part")
    go = link(label, lambda: nav.go("library", "competency", one.id), "whole", icon=ft.Icons.INFO_OUTLINE)
    return ft.Row([go])


@component
def _Inner(rec: str, branch: str, own: bool) -> ft.Control:
    """What is directly in a framework or branch; a long list comes part by part."""
    workspace, nav = use_shared().workspace, use_nav()
    more, set_more = ft.use_state(1)
    inner = workspace.catalog().children(branch or rec)
    shown = inner[: AT_ONCE * more]
    rows: list[ft.Control] = [keyed(one.id, _Child, one, own, len(inner)) for one in shown]
    if len(inner) > len(shown):
        left = len(inner) - len(shown)
        label = ngettext("Show {n} more", "Show {n} more", left).format(n=number(left))
        rows.append(outlined(label, lambda: set_more(more + 1), "more"))
    if own:
        add = ("library", "frameworks", rec, "add", *([branch] if branch else []))
        label = _("Add a competency")
        rows.append(primary(label, lambda: nav.go(*add), "add-competency", icon=ft.Icons.ADD))
    if not inner:
        rows.insert(0, body(_("Nothing is in here yet."), color=MUTE))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Child(one: Competency, own: bool, many: int) -> ft.Control:
    row = keyed("row", CompetencyRow, one)
    if not own or many < 2:
        return row
    service = use_shared().workspace.own_frameworks

    async def up() -> None:
        await service.shift(one.id, -1)

    handle = icon_button(ft.Icons.ARROW_UPWARD, _("Move up"), up, f"up-{one.id}", color=MUTE)
    return ft.Row([ft.Container(row, expand=True), handle], spacing=Space.XS)


@component
def _Own(one: Framework) -> ft.Control:
    """What may be done with a framework of this device's library."""
    workspace, nav = use_shared().workspace, use_nav()
    asking, set_asking = ft.use_state(False)
    busy, set_busy = ft.use_state(False)

    async def remove() -> None:
        set_busy(True)
        async for _step in workspace.frameworks.remove(one.id):
            pass
        nav.go("library")
        say(_("Removed. Learners' books keep what they refer to."))

    if asking:
        sure: list[ft.Control] = [
            strong(_("Remove {title}?").format(title=isolate(one.title))),
            detail(_("Learners' books keep their own copy of what they refer to.")),
            flow(
                [
                    link(_("Not now"), lambda: set_asking(False), "keep-framework"),
                    outlined(_("Remove"), remove, "remove-for-good", disabled=busy),
                ]
            ),
        ]
        return card(ft.Column(sure, spacing=Space.S))
    ways: list[ft.Control] = []
    if one.own:
        edit = ("library", "frameworks", one.id, "edit")
        ways.append(
            outlined(_("Change"), lambda: nav.go(*edit), "edit-framework", icon=ft.Icons.EDIT_OUTLINED)
        )
    ways.append(link(_("Remove from this device"), lambda: set_asking(True), "remove-framework"))
    return flow(ways)
