"""The library of a teacher or family: what is shared by many learners.

Another part is added to SECTIONS: it then has its tab here and its pages below ``/library/<name>``.
"""

import flet as ft

from app.views.form_list import QUIZ_SECTION, SURVEY_SECTION
from app.views.frameworks import FRAMEWORKS
from app.views.library_section import Section, not_read
from app.views.own_list import ACTIVITY_SECTION, BOARD_SECTION, RUBRIC_SECTION
from app.views.parts.buttons import chip, flow
from app.views.parts.component import component, keyed
from app.views.parts.frame import page_head, screen
from app.views.parts.states import loading
from app.views.parts.tabs import Tab, tabs
from app.views.state import use_announcements, use_layout, use_loaded, use_nav, use_shared
from app.views.theme import Space
from app.words import _

SECTIONS: tuple[Section, ...] = (
    FRAMEWORKS,
    ACTIVITY_SECTION,
    BOARD_SECTION,
    RUBRIC_SECTION,
    SURVEY_SECTION,
    QUIZ_SECTION,
)


@component
def LibraryView() -> ft.Control:
    """The screen of the library, or of what is below it; it opens all libraries first."""
    workspace, nav = use_shared().workspace, use_nav()
    device = workspace.device.id
    use_announcements(lambda space, changed: space == device and "libraries" in changed, "libraries")
    loaded, again = use_loaded(workspace.open_libraries, len(workspace.library_service.cards))
    if loaded.state == "failed":
        return screen("library", [page_head(_("Library")), *not_read(loaded, again)])
    if loaded.value is None:
        return screen("library", [page_head(_("Library")), loading(_("Opening the library…"))])
    name, *rest = nav.place.rest or ("",)
    section = next((one for one in SECTIONS if name in (one.name, *one.also)), SECTIONS[0])
    page = section.page(name, tuple(rest)) if rest else None
    return page if page is not None else keyed(section.name, _Shelf, section)


@component
def _Shelf(section: Section) -> ft.Control:
    """The tabs, and one part's list."""
    rows: list[ft.Control] = [page_head(_("Library"))]
    if len(SECTIONS) > 1:
        rows.append(keyed("sides", _Sides, section.name))
    rows.append(keyed(section.name, section.rows))
    return screen("library", rows, wide=use_layout() != "phone", foot=Space.XL)


@component
def _Sides(now: str) -> ft.Control:
    """The parts: a strip of tabs, or, on a phone, where that has no room for their words, chips."""
    nav = use_nav()
    if use_layout() != "phone":
        return tabs([one.tab for one in SECTIONS], now, lambda name: nav.go("library", name))
    return flow([keyed(one.name, _Side, one.tab, one.name == now) for one in SECTIONS])


@component
def _Side(side: Tab, here: bool) -> ft.Control:
    nav = use_nav()
    return chip(side.word, lambda: nav.go("library", side.name), f"tab-{side.name}", on=here)
