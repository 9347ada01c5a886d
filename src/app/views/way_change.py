"""Correcting a way to learn that the learner thought of, on the same form on which it was written."""

import flet as ft

from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.state import use_book, use_layout, use_nav, use_shared
from app.views.theme import Space
from app.views.way_form import Values, WayForm, begun_of
from app.words import _

FIRST = ("title", "how", "modality", "show", "minutes")
REST = ("settings", "groupings", "steps", "materials", "resources", "success")


@component
def ChangeWayView(rec: str) -> ft.Control:
    """The screen on which a learner changes an own way; others' ways are not theirs to change."""
    book, nav, shared = use_book(), use_nav(), use_shared()
    wide = use_layout() != "phone"
    drafts, name = shared.workspace.drafts, f"way-{rec}"
    found = book.catalog.activity(rec)
    head = back_head(_("My own idea"), nav.up)
    if found is None or shared.workspace.owner.role != "learner" or not book.choosing.is_own(rec):
        gone = empty(
            ft.Icons.LIGHTBULB_OUTLINE,
            _("Only your own ideas can be changed"),
            _("You can write an idea of your own for the same skill."),
        )
        return screen("way", [head, gone], wide=wide)
    every = begun_of(found)
    was = {part: every[part] for part in (*FIRST, *REST)}

    def keep(values: Values) -> None:
        after = {part: values[part] for part in was if values[part] != was[part]}
        before = {part: was[part] for part in after}
        book.choosing.change_own(rec, after)
        drafts.forget(name)
        nav.to("activity", rec)
        say(_("Your idea is changed."), lambda: book.choosing.change_own(rec, before))

    form = keyed(
        "form",
        WayForm,
        {**was, **drafts.load(name)},
        keep,
        lambda values: drafts.save(name, {part: str(values[part]) for part in ("title", "how")}),
        full=any(was[part] for part in REST),
    )
    return screen("way", [head, form], wide=wide, foot=Space.XL)
