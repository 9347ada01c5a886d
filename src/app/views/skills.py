"""The skills there are, for a learner to look for by words, subject and level, or to leaf through."""

from dataclasses import astuple
from functools import partial

import flet as ft

from app.domain.library import Competency, Framework
from app.services.catalog import Catalog
from app.views.framework_search import Filters, Found, Search, use_asked, use_catalog
from app.views.navigator import LEARNER, Navigator
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, link
from app.views.parts.cards import row_card
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.levels import level_square
from app.views.parts.marks import disc
from app.views.parts.more import use_more
from app.views.parts.states import empty, failed, loading
from app.views.parts.text import body, detail, heading
from app.views.path_state import use_path
from app.views.readable import short_words
from app.views.sentences.frameworks import year_name
from app.views.sentences.path import mastery_name
from app.views.state import use_book, use_layout, use_nav
from app.views.theme import MUTE, PLUM, SKY, Space
from app.words import _, joined, ngettext, number

AT_ONCE = 40


@component
def SkillsView(rec: str = "") -> ft.Control:
    """The screen of all skills, or of those in one framework or under one of them."""
    nav, catalog = use_nav(), use_catalog()
    loaded, _tick, again = use_path()
    asked, ask = use_asked()
    wide = use_layout() != "phone"
    inside, framework = catalog.competency(rec), catalog.framework(rec)
    rows: list[ft.Control] = [back_head(_("Find a skill"), lambda: _back(nav, catalog, inside, framework))]
    if loaded.state == "failed":
        told = _("The skills could not be shown")
        rows.append(failed(told, _("All that was shown is still in the book."), retry=again))
        return screen("skills", rows, wide=wide)
    if loaded.value is None:
        return screen("skills", [*rows, loading()], wide=wide)
    if rec:
        rows.append(keyed("inside", _Inside, rec))
        return screen("skills", rows, wide=wide, foot=Space.XL)
    hint = _("For example: fractions, or a story")
    rows.append(keyed("search", Search, asked.words, partial(ask, "words"), _("Look for a skill"), hint))
    rows.append(keyed("filters", Filters, "", asked, ask))
    if asked.said:
        rows.append(keyed(astuple(asked), Found, asked, "", SkillRow))
    else:
        rows.append(keyed("frameworks", _Frameworks))
    return screen("skills", rows, wide=wide, foot=Space.XL)


def _back(nav: Navigator, catalog: Catalog, inside: Competency | None, framework: Framework | None) -> None:
    """Goes to what the skills shown are in; from all of them to the path."""
    if inside is not None:
        nav.to("skills", catalog.tree.parent(inside.id) or inside.framework)
    elif framework is not None or nav.place.rec:
        nav.to("skills")
    else:
        nav.to(*((LEARNER, "path") if nav.place.space else ("path",)))


@component
def _Frameworks() -> ft.Control:
    """What the skills are sorted into, to leaf through."""
    catalog = use_catalog()
    listed = [one for one in catalog.frameworks() if catalog.children(one.id)]
    shown, more = use_more(len(listed), "more-frameworks")
    if not listed:
        return empty(
            ft.Icons.LIGHTBULB_OUTLINE,
            _("No skills are here yet"),
            _("They come with the next file from your teacher or family."),
        )
    rows: list[ft.Control] = [body(_("Or look through them:"), color=MUTE)]
    rows += [keyed(one.id, _FrameworkRow, one) for one in listed[:shown]]
    return ft.Column([*rows, *more], spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _FrameworkRow(one: Framework) -> ft.Control:
    nav, catalog = use_nav(), use_catalog()
    many = len(catalog.competencies(one.id))
    said = ngettext("{n} skill", "{n} skills", many).format(n=number(many))
    quiet = joined(isolate(part) for part in (said, *one.subjects[:2]))
    sign = disc(ft.Icons.ACCOUNT_TREE_OUTLINED, PLUM)
    return row_card(sign, one.title, quiet, lambda: nav.to("skills", one.id), f"skills-{one.id}")


@component
def _Inside(rec: str) -> ft.Control:
    """What is directly in a framework or under a skill; a long list comes part by part."""
    catalog, nav = use_catalog(), use_nav()
    inside, framework = catalog.competency(rec), catalog.framework(rec)
    inner = catalog.children(rec)
    shown, more = use_more(len(inner), "more-skills", AT_ONCE)
    rows: list[ft.Control] = []
    if framework is not None:
        rows.append(heading(framework.title))
    elif inside is not None:
        about = link(
            _("About this part"),
            lambda: nav.to("competency", rec),
            "whole",
            icon=ft.Icons.INFO_OUTLINE,
        )
        rows += [heading(short_words(inside.statement or inside.short or inside.code)), flow([about])]
    if not inner:
        rows.append(detail(_("Nothing is in here yet.")))
    rows += [keyed(one.id, SkillRow, one) for one in inner[:shown]]
    return ft.Column([*rows, *more], spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def SkillRow(one: Competency) -> ft.Control:
    """One skill with how far it is; one that has others in it leads to them."""
    book, nav, catalog = use_book(), use_nav(), use_catalog()
    inner = len(catalog.children(one.id))
    level = book.path.level(one.id)
    if inner:
        said = [ngettext("{n} inside", "{n} inside", inner).format(n=number(inner))]
    else:
        said = [mastery_name(level)]
    said += [year_name(year) for year in one.levels[:3]]
    sign = disc(ft.Icons.FOLDER_OUTLINED, SKY) if inner else level_square(level)
    words = short_words(one.short or one.statement or one.code)
    quiet = joined(isolate(part) for part in said)
    to = "skills" if inner else "competency"
    return row_card(sign, words, quiet, lambda: nav.to(to, one.id), f"{to}-{one.id}")
