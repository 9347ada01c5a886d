"""Writing a choice board: its name, the skills it is for, and the ways to pick from."""

from collections.abc import Callable

import flet as ft

from app.domain.finding import plain
from app.domain.library import Activity, Board
from app.services.catalog import Catalog
from app.services.own_records import BOARDS, Item
from app.views.form_skills import FormSkills
from app.views.own_page import drafted, use_draft
from app.views.parts.buttons import flow, icon_button, primary
from app.views.parts.cards import card, lines, row, row_card
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.marks import disc
from app.views.parts.notices import say
from app.views.parts.text import body, detail, heading, section
from app.views.state import use_shared
from app.views.theme import MAIN, Space
from app.views.ways import facts_line, modality_sign, title_of
from app.words import _

MOST_OFFERED, MOST_ON_BOARD = 8, 30
DRAFT = "own-board"
Names = tuple[str, ...]


@component
def BoardForm(rec: str, one: Item | None, done: Callable[[str], None]) -> ft.Control:
    """The form for a board."""
    workspace = use_shared().workspace
    begun = ft.use_memo(lambda: None if rec else drafted(workspace, DRAFT, Board), [])
    was = one if isinstance(one, Board) else begun or Board(id="")
    words = use_slot({"title": was.title, "note": was.note})
    skills, set_skills = ft.use_state(was.competencies)
    ways, set_ways = ft.use_state(was.activities)

    def now() -> Board:
        return Board(id="", **words.current, competencies=skills, activities=ways)

    end_draft = use_draft("" if rec else DRAFT, now)

    async def keep() -> None:
        if not words.current["title"].strip():
            say(_("Give it a name first."))
        elif not ways:
            say(_("Put at least one way on the board."))
        else:
            values = now().model_dump(mode="json", include={"title", "note", "competencies", "activities"})
            kept = await workspace.own_records.keep(BOARDS, values, rec)
            end_draft()
            done(kept)

    def toggle(way: str) -> None:
        rest = tuple(name for name in ways if name != way)
        set_ways(rest if way in ways else (*rest, way)[:MOST_ON_BOARD])

    rows: list[ft.Control] = [
        keyed(
            "title",
            Field,
            "board-title",
            _("What is the board called?"),
            words.current["title"],
            _put(words.current, "title"),
        ),
        keyed(
            "note",
            Field,
            "board-note",
            _("A word to the learners"),
            words.current["note"],
            _put(words.current, "note"),
            lines=2,
        ),
        keyed("skills", FormSkills, skills, set_skills),
        section(_("Ways on the board")),
        *[keyed(f"on-{way}", _OnBoard, way, toggle) for way in ways],
        keyed("offered", _Offered, skills, ways, toggle),
        flow([primary(_("Keep it"), keep, "keep-item", big=True)]),
    ]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _put(words: dict[str, str], part: str) -> Callable[[str], None]:
    def put(text: str) -> None:
        words[part] = text

    return put


@component
def _OnBoard(way: str, toggle: Callable[[str], None]) -> ft.Control:
    one = use_shared().workspace.catalog().activity(way)
    icon, tone = modality_sign(one.modality if one else "")
    said = lines(title_of(one), facts_line(one)) if one else lines(_("A way that is not on this device"))
    away = icon_button(ft.Icons.CLOSE, _("Take it out"), lambda: toggle(way), f"off-{way}")
    return card(row(disc(icon, tone, 36), said, away), pad=Space.M)


@component
def _Offered(skills: Names, ways: Names, toggle: Callable[[str], None]) -> ft.Control:
    """Ways to put on the board: found by words, or those to its skills."""
    catalog = use_shared().workspace.catalog()
    words, set_words = ft.use_state("")
    found = [one for one in _found(catalog, words, skills) if one.id not in ways][:MOST_OFFERED]
    rows: list[ft.Control] = [
        keyed(
            "search",
            Field,
            "board-search",
            _("Look for a way"),
            words,
            set_words,
            submit=set_words,
            show_label=False,
            hint=_("Look for a way"),
        )
    ]
    rows += [keyed(one.id, _Offer, one, toggle) for one in found]
    if words.strip() and not found:
        rows.append(detail(_("Nothing is found by these words. Try others, or fewer.")))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _found(catalog: Catalog, words: str, skills: Names) -> list[Activity]:
    parts = plain(words).split()
    if not parts:
        fitting = {one.id: one for skill in skills for one in catalog.activities_for(skill)}
        return list(fitting.values() if skills else catalog.activities())
    return [
        one for one in catalog.activities() if all(part in plain(f"{one.title} {one.how}") for part in parts)
    ]


@component
def _Offer(one: Activity, toggle: Callable[[str], None]) -> ft.Control:
    icon, tone = modality_sign(one.modality)
    add = ft.Icon(ft.Icons.ADD, color=MAIN.ink)
    return row_card(
        disc(icon, tone, 36), title_of(one), facts_line(one), lambda: toggle(one.id), f"put-{one.id}", end=add
    )


@component
def BoardLook(one: Board) -> ft.Control:
    """A board of somebody else, to read."""
    catalog = use_shared().workspace.catalog()
    rows: list[ft.Control] = [heading(one.title), *([body(one.note)] if one.note else [])]
    for way in map(catalog.activity, one.activities):
        if way is not None:
            icon, tone = modality_sign(way.modality)
            rows.append(card(row(disc(icon, tone, 36), lines(title_of(way), facts_line(way))), pad=Space.M))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
