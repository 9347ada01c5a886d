"""A competency of one's own: its words, where it belongs, and what comes before it."""

from collections.abc import Awaitable, Callable

import flet as ft

from app.domain.library import Competency
from app.views.framework_form import Keeps, Words
from app.views.framework_search import Search
from app.views.parts.buttons import chip, flow, link, outlined, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.frame import back_head, screen
from app.views.parts.more import use_more
from app.views.parts.notices import say
from app.views.parts.text import detail, section, strong
from app.views.readable import short_words
from app.views.state import use_layout, use_nav, use_shared
from app.views.theme import AMBER, SKY, Space
from app.words import _

MOST_FOUND, MOST_PLACES = 6, 40
Choose = Callable[[str], Awaitable[None]]


@component
def CompetencyForm(rec: str, framework: str, parent: str) -> ft.Control:
    """The screen that makes a competency under `parent`, or changes `rec`."""
    workspace, nav = use_shared().workspace, use_nav()
    was = workspace.catalog().competency(rec) if rec else None
    said = use_slot(
        {
            "statement": was.statement if was else "",
            "code": was.code if was else "",
            "levels": ", ".join(was.levels) if was else "",
        }
    )
    missing, set_missing = ft.use_state(False)
    home = was.framework if was else framework

    def keeps(name: str, text: str) -> None:
        said.current = {**said.current, name: text}

    def leave() -> None:
        nav.go(
            *(
                ("library", "competency", rec)
                if rec
                else filter(None, ("library", "frameworks", home, parent))
            )
        )

    async def done() -> None:
        words, own = said.current, workspace.own_frameworks
        if not words["statement"].strip():
            set_missing(True)
            return
        levels = words["levels"].replace("،", ",").split(",")
        if rec:
            await own.reword(rec, words["statement"], words["code"], levels)
        else:
            await own.add(home, words["statement"], code=words["code"], levels=levels, parent=parent)
        leave()

    rows: list[ft.Control] = [back_head(_("A competency"), leave), *_fields(said.current, keeps)]
    if missing:
        rows.append(detail(_("It needs words."), color=AMBER.ink))
    rows.append(primary(_("Done"), done, "keep-competency", big=True))
    if was is not None:
        rows += [keyed("before", _Before, was), keyed("place", _Place, was), keyed("remove", _Remove, was)]
    return screen("competency-form", rows, wide=use_layout() != "phone", foot=Space.XL)


def _fields(said: dict[str, str], keeps: Keeps) -> list[ft.Control]:
    labels = {
        "statement": (_("What can somebody do then?"), _("For example: I can tell good soil"), 2, 2000),
        "code": (_("A short code, if you like"), _("For example: G.1"), 1, 60),
        "levels": (_("For which years? (1, 2, 3)"), "", 1, 120),
    }
    return [keyed(name, Words, name, label, said[name], keeps) for name, label in labels.items()]


@component
def _Before(one: Competency) -> ft.Control:
    """What comes before it: chosen by a tap, found by words."""
    workspace = use_shared().workspace
    words, set_words = ft.use_state("")
    none: tuple[str, ...] = workspace.catalog().graph.before(one.id)
    chosen, set_chosen = ft.use_state(none)
    catalog = workspace.catalog()
    after = {one.id, *catalog.graph.all_after(one.id), *chosen}
    found = catalog.search(words, limit=MOST_FOUND + len(after)) if words.strip() else ()
    free = [other.id for other in found if other.id not in after][:MOST_FOUND]

    async def choose(rec: str) -> None:
        wanted = tuple(other for other in chosen if other != rec) if rec in chosen else (*chosen, rec)
        await workspace.own_frameworks.set_before(one.id, wanted)
        set_chosen(wanted)

    rows: list[ft.Control] = [
        section(_("What comes before it")),
        flow([keyed(rec, _Choice, rec, "before", True, choose) for rec in chosen]),
        keyed("search", Search, words, set_words, _("Look for what comes before")),
        flow([keyed(rec, _Choice, rec, "before", False, choose) for rec in free]),
    ]
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Place(one: Competency) -> ft.Control:
    """Where it belongs: at the top, or under another of its framework."""
    open_, set_open = ft.use_state(False)
    if open_:
        return keyed("places", _Places, one)
    label = _("Put it somewhere else")
    return flow([outlined(label, lambda: set_open(True), "move", icon=ft.Icons.DRIVE_FILE_MOVE_OUTLINE)])


@component
def _Places(one: Competency) -> ft.Control:
    """Every place it can have: those found by words, or all, in the framework's order."""
    workspace = use_shared().workspace
    catalog = workspace.catalog()
    parent, set_parent = ft.use_state(catalog.tree.parent(one.id))
    words, set_words = ft.use_state("")
    below = {one.id, *catalog.tree.below(one.id)}
    every = catalog.competencies(one.framework)
    found = catalog.search(words, framework=one.framework, limit=len(every)) if words.strip() else every
    places = [other.id for other in found if other.id not in below]
    shown, more = use_more(len(places), "more-places", MOST_PLACES)

    async def choose(rec: str) -> None:
        await workspace.own_frameworks.move(one.id, rec)
        set_parent(rec)
        say(_("Moved"))

    chips: list[ft.Control] = [keyed("top", _Choice, "", "under", not parent, choose)]
    here = [*([parent] if parent else []), *(rec for rec in places[:shown] if rec != parent)]
    chips += [keyed(rec, _Choice, rec, "under", rec == parent, choose) for rec in here]
    rows: list[ft.Control] = [section(_("It belongs under"))]
    if len(every) > MOST_PLACES:
        look = _("Look for where it belongs")
        rows.append(
            keyed(
                "look",
                Field,
                "place-search",
                look,
                words,
                set_words,
                submit=set_words,
                hint=look,
                show_label=False,
            )
        )
    rows += [flow(chips), *more]
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Choice(rec: str, kind: str, on: bool, choose: Choose) -> ft.Control:
    one = use_shared().workspace.catalog().competency(rec)
    label = short_words(one.short or one.statement, 60) if one else _("The top")

    async def chosen() -> None:
        await choose(rec)

    return chip(label, chosen, f"{kind}-{rec or 'top'}", on=on, tone=SKY)


@component
def _Remove(one: Competency) -> ft.Control:
    """Removing it, asked twice."""
    workspace, nav = use_shared().workspace, use_nav()
    asking, set_asking = ft.use_state(False)

    async def remove() -> None:
        kept = await workspace.own_frameworks.remove(one.id)
        nav.go("library", "frameworks", one.framework)
        say(_("It is put away, because something refers to it.") if kept else _("Removed"))

    if not asking:
        return flow([link(_("Remove this competency"), lambda: set_asking(True), "remove-competency")])
    rows: list[ft.Control] = [
        strong(_("Remove it? What is under it moves up.")),
        flow(
            [
                link(_("Not now"), lambda: set_asking(False), "keep-it"),
                outlined(_("Remove"), remove, "remove-for-good"),
            ]
        ),
    ]
    return card(ft.Column(rows, spacing=Space.S))
