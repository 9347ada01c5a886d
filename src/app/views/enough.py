"""How much is enough: the criterion of mastery of a framework or of one competency, read and changed."""

from collections.abc import Callable

import flet as ft

from app.domain.library import MasteryCriterion
from app.services.catalog import Catalog
from app.views.library_section import use_library
from app.views.parts.buttons import chip, flow, link, primary
from app.views.parts.cards import card, lines, row, tinted
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.parts.text import body, detail, heading, section, strong
from app.views.readable import short_words
from app.views.sentences.enough import SPANS, enough, span_name
from app.views.sentences.levels import LEVEL_SIGNS, judged_name
from app.views.state import use_layout, use_nav, use_shared
from app.views.theme import LEAF, Space
from app.words import _, number

PIECES, KINDS, OTHERS = (1, 2, 3, 4, 5, 6), (1, 2, 3), (0, 1, 2, 3)
Set = Callable[[str, int], None]


def criterion_of(catalog: Catalog, rec: str) -> MasteryCriterion | None:
    """Returns the word of a competency or framework itself, None where it has none of its own."""
    one = catalog.competency(rec) or catalog.framework(rec)
    return one.criterion if one is not None else None


def in_force(catalog: Catalog, rec: str) -> MasteryCriterion:
    """Returns what counts for a competency, or for those of a framework that say nothing else."""
    if catalog.competency(rec) is not None:
        return catalog.criterion(rec)
    return criterion_of(catalog, rec) or MasteryCriterion()


@component
def Enough(rec: str) -> ft.Control:
    """The line on a framework's or competency's page, with the way to change it."""
    workspace, nav = use_shared().workspace, use_nav()
    said = lines(_("Mastered means"), enough(in_force(workspace.catalog(), rec)))
    change = link(_("Change"), lambda: nav.go("library", "enough", rec), "change-enough")
    return card(row(disc(ft.Icons.STAIRS_OUTLINED, LEAF), said, change), pad=Space.M)


@component
def EnoughView(rec: str) -> ft.Control:
    """The screen on which a teacher or family says how much is enough."""
    workspace, nav = use_shared().workspace, use_nav()
    use_library()
    catalog, wide = workspace.catalog(), use_layout() != "phone"
    one, framework = catalog.competency(rec), catalog.framework(rec)
    kind = "competency" if one else "frameworks"
    head = back_head(_("How much is enough?"), lambda: nav.go("library", kind, rec))
    if one is None and framework is None:
        gone = empty(
            ft.Icons.STAIRS_OUTLINED, _("This is not in the library"), _("It may have been put away.")
        )
        return screen(
            "enough", [back_head(_("How much is enough?"), lambda: nav.go("library")), gone], wide=wide
        )
    name = short_words(one.short or one.statement) if one else framework.title if framework else ""
    about = _("For this skill") if one else _("For every skill of this framework that says nothing else")
    rows: list[ft.Control] = [head, heading(name), detail(about), keyed(f"form-{rec}", _Form, rec)]
    return screen("enough", rows, wide=wide, foot=Space.XL)


@component
def _Form(rec: str) -> ft.Control:
    workspace, nav = use_shared().workspace, use_nav()
    was = criterion_of(workspace.catalog(), rec)
    now, set_now = ft.use_state(in_force(workspace.catalog(), rec))
    col = "competencies" if workspace.catalog().competency(rec) else "frameworks"

    async def write(criterion: MasteryCriterion | None) -> None:
        await workspace.own_records.enough(rec, criterion)
        pen = (await workspace.own_library()).pen

        def back() -> None:
            pen.set(col, rec, criterion=was.model_dump(mode="json") if was else None)

        nav.go("library", "competency" if col == "competencies" else col, rec)
        say(_("Kept. Levels follow it at once."), back)

    async def keep() -> None:
        await write(now)

    async def usual() -> None:
        await write(None)

    def put(part: str, value: int) -> None:
        set_now(now.model_copy(update={part: value}))

    rows: list[ft.Control] = [keyed("said", _Sentence, now)]
    for part, word, values in _parts():
        chips: list[ft.Control] = [
            keyed(f"{part}-{value}", _Value, part, value, getattr(now, part) == value, put)
            for value in values
        ]
        rows += [section(word, level=3), flow(chips)]
    ways: list[ft.Control] = [primary(_("Keep it"), keep, "keep-enough", big=True)]
    if was is not None:
        ways.append(link(_("As usual"), usual, "as-usual", icon=ft.Icons.UNDO))
    rows.append(flow(ways))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Sentence(now: MasteryCriterion) -> ft.Control:
    said = ft.Column([strong(_("Mastered means")), body(enough(now))], spacing=Space.XS)
    box = tinted(said, LEAF)
    return ft.Semantics(identifier="enough-words", live_region=True, container=True, content=box)


def _parts() -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    """Returns each part of a criterion: its field, its question, and what may be chosen."""
    return (
        ("pieces", _("How many pieces?"), PIECES),
        ("level", _("How good is good?"), (2, 3, 4)),
        ("kinds", _("How many kinds? (a photo, words, a voice, a quiz…)"), KINDS),
        ("others", _("How many must a teacher or the family have seen?"), OTHERS),
        ("days", _("How close together?"), SPANS),
    )


@component
def _Value(part: str, value: int, on: bool, put: Set) -> ft.Control:
    icon = LEVEL_SIGNS[value][0] if part == "level" else None
    label = judged_name(value) if part == "level" else span_name(value) if part == "days" else number(value)
    return chip(label[:1].upper() + label[1:], lambda: put(part, value), f"{part}-{value}", on=on, icon=icon)
