"""Ways to learn, choice boards and rubrics of the library: one's own first, searched by words."""

from collections.abc import Callable, Mapping

import flet as ft

from app.domain.finding import plain
from app.domain.library import Activity, Board, Rubric
from app.services.own_records import ACTIVITIES, BOARDS, RUBRICS, Item
from app.views.library_section import Rest, Section, use_library
from app.views.own_activity import ActivityForm, ActivityLook
from app.views.own_board import BoardForm, BoardLook
from app.views.own_page import OwnPage, Sides, listed, mine
from app.views.own_rubric import RubricForm, RubricLook
from app.views.parts.buttons import flow, outlined, primary
from app.views.parts.cards import row_card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.marks import disc
from app.views.parts.states import empty
from app.views.parts.text import detail
from app.views.state import use_nav, use_shared
from app.views.theme import PLUM, SKY, Space, Tone
from app.views.ways import facts_line, modality_sign, title_of
from app.words import _, joined, ngettext, number

AT_ONCE = 30
Sign = tuple[ft.IconData, Tone]


@component
def OwnList(col: str) -> ft.Control:
    """The list of one kind, with a way to write one and a search."""
    workspace, nav = use_shared().workspace, use_nav()
    use_library()
    words, set_words = ft.use_state("")
    more, set_more = ft.use_state(1)
    every = listed(workspace.catalog(), col)
    found = [one for one in every if _has(one, words)] if words.strip() else list(every)
    found.sort(key=lambda one: not mine(workspace, col, one.id))
    shown = found[: AT_ONCE * more]
    new = primary(_new(col), lambda: nav.go("library", col, "new"), f"new-{col}", icon=ft.Icons.ADD)
    rows: list[ft.Control] = [flow([new])]
    if every:
        rows.append(keyed("search", _Search, words, set_words))
    else:
        rows.append(empty(_icon(col), _("Nothing here yet"), _what_for(col)))
    if every and not found:
        rows.append(detail(_("Nothing is found by these words. Try others, or fewer.")))
    rows += [keyed(one.id, _Row, col, one, mine(workspace, col, one.id)) for one in shown]
    if len(found) > len(shown):
        left = len(found) - len(shown)
        label = ngettext("Show {n} more", "Show {n} more", left).format(n=number(left))
        rows.append(outlined(label, lambda: set_more(more + 1), "more"))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Search(words: str, set_words: Callable[[str], None]) -> ft.Control:
    return Field(
        "own-search",
        _("Search"),
        words,
        set_words,
        hint=_("Look by its name"),
        submit=set_words,
        show_label=False,
        longest=80,
    )


def _has(one: Item, words: str) -> bool:
    more = (one.how, *one.interests) if isinstance(one, Activity) else ()
    text = plain(" ".join((one.title, *more)))
    return all(part in text for part in plain(words).split())


@component
def _Row(col: str, one: Item, own: bool) -> ft.Control:
    nav = use_nav()
    icon, tone = sign_of(one)
    said = joined(part for part in (facts_of(one), _("my own") if own else "") if part)
    title = (title_of(one) if isinstance(one, Activity) else one.title) or _("Without a name yet")
    return row_card(disc(icon, tone), title, said, lambda: nav.go("library", col, one.id), f"item-{one.id}")


def sign_of(one: Item) -> Sign:
    """Returns the sign of an item."""
    if isinstance(one, Activity):
        return modality_sign(one.modality)
    return (_icon(BOARDS), PLUM) if isinstance(one, Board) else (_icon(RUBRICS), SKY)


def facts_of(one: Item) -> str:
    """Returns how long an activity takes, how many ways a board has, how many criteria a rubric."""
    if isinstance(one, Activity):
        return facts_line(one)
    if isinstance(one, Board):
        count = len(one.activities)
        return ngettext("{n} way", "{n} ways", count).format(n=number(count))
    count = len(one.criteria)
    return ngettext("{n} thing to look at", "{n} things to look at", count).format(n=number(count))


def _icon(col: str) -> ft.IconData:
    icons = {
        ACTIVITIES: ft.Icons.EXTENSION_OUTLINED,
        BOARDS: ft.Icons.DASHBOARD_OUTLINED,
        RUBRICS: ft.Icons.STAIRS_OUTLINED,
    }
    return icons[col]


def _new(col: str) -> str:
    names = {ACTIVITIES: _("New activity"), BOARDS: _("New choice board"), RUBRICS: _("New rubric")}
    return names[col]


def _what_for(col: str) -> str:
    texts = {
        ACTIVITIES: _("A way to learn something, and how to show it. Learners choose it."),
        BOARDS: _("Some ways to the same skill, of which a learner picks."),
        RUBRICS: _("What good work looks like, in words that learners read."),
    }
    return texts[col]


@component
def Activities() -> ft.Control:
    """The list of the activities."""
    return OwnList(ACTIVITIES)


@component
def Boards() -> ft.Control:
    """The list of the choice boards."""
    return OwnList(BOARDS)


@component
def Rubrics() -> ft.Control:
    """The list of the rubrics."""
    return OwnList(RUBRICS)


_SIDES: Mapping[str, Sides] = {
    ACTIVITIES: Sides(
        lambda: _("Activity"),
        lambda rec, one, done: keyed(f"form-{rec}", ActivityForm, rec, one, done),
        lambda one: keyed("look", ActivityLook, one) if isinstance(one, Activity) else ft.Container(),
    ),
    BOARDS: Sides(
        lambda: _("Choice board"),
        lambda rec, one, done: keyed(f"form-{rec}", BoardForm, rec, one, done),
        lambda one: keyed("look", BoardLook, one) if isinstance(one, Board) else ft.Container(),
    ),
    RUBRICS: Sides(
        lambda: _("Rubric"),
        lambda rec, one, done: keyed(f"form-{rec}", RubricForm, rec, one, done),
        lambda one: keyed("look", RubricLook, one) if isinstance(one, Rubric) else ft.Container(),
    ),
}


def _page(name: str, rest: Rest) -> ft.Control | None:
    return keyed(f"{name}-{rest[0]}", OwnPage, name, rest[0], _SIDES[name]) if rest else None


ACTIVITY_SECTION = Section(
    ACTIVITIES,
    lambda: _("Activities"),
    ft.Icons.EXTENSION_OUTLINED,
    Activities,
    _page,
)
BOARD_SECTION = Section(BOARDS, lambda: _("Boards"), ft.Icons.DASHBOARD_OUTLINED, Boards, _page)
RUBRIC_SECTION = Section(RUBRICS, lambda: _("Rubrics"), ft.Icons.STAIRS_OUTLINED, Rubrics, _page)
