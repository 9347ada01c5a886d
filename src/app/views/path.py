"""The path: where I have been, where I am, what opens next and where it leads, as a winding trail."""

from collections.abc import Callable

import flet as ft

from app.domain.suggestion import Suggestion
from app.domain.trail import BEHIND, HERE, LATER, NEXT, Station, Trail
from app.services.areas import Area
from app.views.board import Boards
from app.views.how_far import how_far
from app.views.mastered import FreshlyMastered
from app.views.parts.buttons import chip, flow, icon_button, link, outlined
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, page_head, screen
from app.views.parts.more import use_more
from app.views.parts.places import places
from app.views.parts.states import empty, failed, loading
from app.views.parts.text import detail, section
from app.views.parts.trail import Turn, stop
from app.views.path_state import use_noticing, use_path
from app.views.sentences.path import name_of, station_line
from app.views.state import use_big_text, use_book, use_layout, use_nav, use_shared, use_today
from app.views.suggested import NextUp, OtherWays, Suggested
from app.views.supports import use_acts
from app.views.theme import Space
from app.words import _, ngettext, number

MOST_WAYS = 4
MOST_CHIPS = 12


@component
def PathView() -> ft.Control:
    """The screen of the learner's path; a teacher or family sees it as well."""
    nav, layout = use_nav(), use_layout()
    loaded, tick, again = use_path()
    learner = use_shared().workspace.owner.role == "learner"
    grown = ft.Row(
        [
            icon_button(ft.Icons.SEARCH, _("Look for a skill"), lambda: nav.to("skills"), "open-skills"),
            icon_button(ft.Icons.GRID_VIEW, _("My growth"), lambda: nav.to("growth"), "open-growth"),
        ],
        spacing=0,
        tight=True,
    )
    rows: list[ft.Control] = (
        [page_head(_("My path"), grown), places("path", nav.to)]
        if learner
        else [back_head(_("Path"), nav.up, grown)]
    )
    if loaded.state == "failed":
        told = _("The path could not be worked out")
        rows.append(failed(told, _("All that was shown is still in the book."), retry=again))
    elif loaded.value is None:
        rows.append(loading(_("Looking where you are…")))
    else:
        rows.append(keyed("path", _Path, tick, learner))
    width = Space.CLASS_WIDTH if layout == "desktop" else Space.PAGE_WIDTH
    return screen("path", rows, wide=layout != "phone", width=width)


@component
def _Path(tick: int, learner: bool) -> ft.Control:
    book, today, noticing, acts = use_book(), use_today(), use_noticing(), use_acts()
    area, set_area = ft.use_state("")
    later = noticing.later()
    areas = ft.use_memo(book.path.areas, [book.id, tick])
    found = ft.use_memo(lambda: book.path.trail(area), [book.id, tick, area])
    steps = ft.use_memo(
        lambda: book.path.suggestions(today, later, acts), [book.id, tick, today, str(later), acts]
    )
    if not areas:
        return empty(
            ft.Icons.ROUTE_OUTLINED,
            _("Your path begins here"),
            _("It is drawn from what there is to learn. It comes with a file from your teacher or family."),
        )
    rows: list[ft.Control] = [keyed("fresh", FreshlyMastered, tick)] if learner else []
    rows += [keyed("areas", _Areas, areas, area, set_area), keyed("trail", TrailCard, found, area, steps)]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Areas(areas: tuple[Area, ...], now: str, choose: Callable[[str], None]) -> ft.Control:
    """Nearer or farther: a framework, and within it what stands at its top."""
    top = next((one for one in areas if now == one.id or any(now == i.id for i in one.inner)), areas[0])
    tops, more_tops = use_more(len(areas), "more-areas", MOST_CHIPS)
    inners, more_inners = use_more(len(top.inner), "more-inner", MOST_CHIPS)
    rows: list[ft.Control] = []
    if len(areas) > 1:
        rows.append(
            flow([*(keyed(one.id, _Area, one, one is top, choose) for one in areas[:tops]), *more_tops])
        )
    if top.inner and (now or len(areas) == 1):
        whole = chip(_("All of it"), lambda: choose(top.id), "area-all", on=now in ("", top.id))
        inner = [keyed(one.id, _Area, one, one.id == now, choose) for one in top.inner[:inners]]
        rows.append(flow([whole, *inner, *more_inners]))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Area(one: Area, on: bool, choose: Callable[[str], None]) -> ft.Control:
    return chip(one.title or _("From others"), lambda: choose(one.id), f"area-{one.id}", on=on)


@component
def TrailCard(found: Trail, area: str, steps: tuple[Suggestion, ...]) -> ft.Control:
    """The trail, and below it the ways to the station that was tapped and what may come next; beside it
    where there is room."""
    start = next((one for place in (HERE, NEXT) for one in found.stations if one.place == place), None)
    tapped, tap = ft.use_state("")
    chosen = next((one for one in found.stations if one.competency == tapped), start)
    trail = keyed("trail", _Trail, found, tap)
    said: list[ft.Control] = []
    if chosen is not None:
        said.append(keyed(f"ways-{chosen.competency}", _Chosen, chosen))
    if steps:
        said.append(keyed("steps", Suggested, steps))
    if use_layout() != "desktop" or not said:
        # What comes next is below a long picture here: the nearest of it stands above as well.
        return _stacked([*([keyed("next-up", NextUp, steps[0])] if steps else []), trail, *said])
    beside = ft.Container(_stacked(said), expand=True)
    return ft.Row(
        [ft.Container(trail, expand=True), beside],
        spacing=Space.XL,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _stacked(rows: list[ft.Control]) -> ft.Control:
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Trail(found: Trail, tap: Callable[[str], None]) -> ft.Control:
    nav, big = use_nav(), use_big_text()
    last = len(found.stations) - 1
    befores = ["", *(one.place for one in found.stations[:-1])]
    rows: list[ft.Control] = []
    if found.more(BEHIND):
        many = found.more(BEHIND)
        said = ngettext("{n} more behind me", "{n} more behind me", many).format(n=number(many))
        rows.append(link(said, lambda: nav.to("growth"), "more-behind", icon=ft.Icons.EXPAND_LESS))
    rows += [
        keyed(one.competency, _Stop, one, Turn(index, index == last, came), big, tap)
        for index, (one, came) in enumerate(zip(found.stations, befores, strict=True))
    ]
    rows += _ahead(found)
    return card(ft.Column(rows, spacing=0), pad=Space.M)


def _ahead(found: Trail) -> list[ft.Control]:
    open_, later = found.more(NEXT) + found.more(HERE), found.more(LATER)
    said = []
    if open_:
        said.append(ngettext("{n} more is open", "{n} more are open", open_).format(n=number(open_)))
    if later:
        said.append(ngettext("{n} more comes later", "{n} more come later", later).format(n=number(later)))
    return [ft.Container(detail(" · ".join(said)), padding=Space.S)] if said else []


@component
def _Stop(station: Station, turn: Turn, big: bool, tap: Callable[[str], None]) -> ft.Control:
    book, today = use_book(), use_today()
    name = name_of(book, station.competency)
    quiet = station_line(book, station, today)
    return stop(station, name, quiet, lambda: tap(station.competency), turn=turn, big=big)


@component
def _Chosen(station: Station) -> ft.Control:
    """The station that was tapped: how far it is and why, and the ways to it."""
    book, nav, today = use_book(), use_nav(), use_today()
    one, standing = station.competency, station.standing
    ways = book.path.now().ways(one, today, use_acts())
    about = outlined(_("All about it"), lambda: nav.to("competency", one), "about-station")
    rows: list[ft.Control] = [section(name_of(book, one)), how_far(standing, today), ft.Row([about])]
    if ways and station.place != LATER:
        rows += [section(_("Ways to it"), level=3), OtherWays(tuple(way.id for way in ways[:MOST_WAYS]))]
    if station.place != LATER:
        rows.append(keyed("boards", Boards, one, 3))
    return ft.Semantics(
        identifier="chosen-station",
        container=True,
        content=ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
    )
