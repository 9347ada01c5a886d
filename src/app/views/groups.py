"""Goals of a group, for a teacher or family: how far all are together, and who added what."""

import flet as ft

from app.services.group_goals import GroupService
from app.services.group_known import GroupPage
from app.views.group import GroupView, together, use_group_news
from app.views.group_form import GroupFormView
from app.views.parts.buttons import flow, outlined
from app.views.parts.cards import row_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc
from app.views.parts.states import empty, failed, loading
from app.views.state import use_layout, use_loaded, use_nav, use_shared
from app.views.theme import PLUM, Space
from app.words import _, ngettext, number


@component
def GroupsView() -> ft.Control:
    """The screens of the groups' goals: the list, a new one, or one of them."""
    rest = use_nav().place.rest
    if not rest:
        return keyed("list", _List)
    if rest[0] == "new":
        return keyed("new", GroupFormView)
    return keyed(rest[0], GroupView, rest[0])


@component
def _List() -> ft.Control:
    shared, nav = use_shared(), use_nav()
    loaded, again = use_loaded(GroupService(shared.workspace).pages, use_group_news())
    new = outlined(_("New goal of a group"), lambda: nav.go("groups", "new"), "new-group", icon=ft.Icons.ADD)
    rows: list[ft.Control] = [back_head(_("Goals of a group"), lambda: nav.go(nav.home))]
    pages = loaded.value
    if loaded.state == "failed":
        rows.append(failed(_("The goals could not be read"), _("All books are still here."), retry=again))
    elif pages is None:
        rows.append(loading(_("Opening the books…")))
    elif not pages:
        what = _("Many learners, one goal: each says yes to it and adds their own part in their own book.")
        rows.append(
            empty(
                ft.Icons.GROUPS_OUTLINED,
                _("No group has a goal yet"),
                what,
                step=_("Make the first one"),
                on_step=lambda: nav.go("groups", "new"),
            )
        )
    else:
        rows += [flow([new]), *[keyed(page.group.id, _Row, page) for page in pages]]
    return screen("groups", rows, wide=use_layout() != "phone", foot=Space.XL)


@component
def _Row(page: GroupPage) -> ft.Control:
    nav = use_nav()
    count = len(page.members)
    learners = ngettext("{n} learner", "{n} learners", count)
    if not page.all_here:
        learners = ngettext("{n} learner here", "{n} learners here", count)
    return row_card(
        disc(ft.Icons.GROUPS_OUTLINED, PLUM),
        page.group.statement,
        f"{together(page)} {learners.format(n=number(count))}",
        lambda: nav.go("groups", page.group.id),
        f"group-{page.group.id}",
    )
