"""What a piece is shown for besides goals: a way and its competencies, one's own view of it, what helped."""

from collections.abc import Callable

import flet as ft

from app.domain.accommodations import recorded
from app.domain.library import Rubric, RubricCriterion
from app.domain.rubrics import levels_of
from app.services.open_book import OpenBook
from app.views.drafting import Drafting, marks_text
from app.views.parts.buttons import chip, flow
from app.views.parts.cards import card, lines
from app.views.parts.component import component, keyed
from app.views.parts.marks import disc
from app.views.parts.text import detail, section, strong
from app.views.sentences.profile import act_name
from app.views.state import use_book, use_shared
from app.views.theme import LEAF, MAIN, Space
from app.views.ways import first_interest, modality_sign, title_of
from app.words import _, number

MOST_SHOWN = 8


def competencies_for(book: OpenBook, draft: Drafting) -> tuple[str, ...]:
    """Returns the competencies that a draft could be shown for: its own, its way's, its goals'."""
    way = book.catalog.activity(draft.now.way) if draft.now.way else None
    goals = [goal for goal in map(book.reader.goal, draft.now.chosen) if goal is not None]
    found = [*draft.now.competencies.split(), *(way.competencies if way else ())]
    found += [rec for goal in goals for rec in goal.competencies]
    return tuple(dict.fromkeys(found))


@component
def ShownFor(draft: Drafting) -> ft.Control:
    """The way, the competencies to tick, the rubric to look by, and what helped."""
    book = use_book()
    catalog, now = book.catalog, draft.now
    way = catalog.activity(now.way) if now.way else None
    rows: list[ft.Control] = []
    if way is not None:
        icon, tone = modality_sign(way.modality)
        choice = book.choosing.of(way.id)
        title = choice.title if choice else title_of(way, first_interest(book.reader))
        rows.append(
            card(
                ft.Row([disc(icon, tone), lines(title, _("The way you chose"))], spacing=Space.M), pad=Space.M
            )
        )
    possible = competencies_for(book, draft)
    if possible:
        rows.append(section(_("This shows that I can")))
        ticked = tuple(now.competencies.split())
        rows += [keyed(rec, _Tick, rec, rec in ticked, draft) for rec in possible[:MOST_SHOWN]]
    rubric = _rubric(book, way.rubric if way else "", possible)
    if rubric is not None and use_shared().workspace.owner.role == "learner":
        rows.append(keyed(f"rubric-{rubric.id}", _OwnView, rubric, draft))
    helps = recorded(book.reader.profile(), _acts(book))
    if helps:
        rows.append(section(_("What helped me?")))
        used = tuple(now.supports.split())
        rows.append(flow([keyed(act, _Help, act, act in used, draft) for act in helps]))
    return ft.Column(
        rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, visible=bool(rows)
    )


def _acts(book: OpenBook) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.act for entry in book.reader.profile() if entry.act and not entry.past))


def _rubric(book: OpenBook, named: str, competencies: tuple[str, ...]) -> Rubric | None:
    """Returns the rubric to look by: the way's own, else the first for one of the competencies."""
    found = book.catalog.rubric(named) if named else None
    wanted = set(competencies)
    return found or next((one for one in book.catalog.rubrics() if wanted & set(one.competencies)), None)


@component
def _Tick(rec: str, on: bool, draft: Drafting) -> ft.Control:
    known = use_book().catalog.competency(rec)
    words = (known.short or known.statement) if known else _("Something that is not on this device")

    def toggle() -> None:
        now = [one for one in draft.now.competencies.split() if one != rec]
        draft.change("competencies", " ".join(now if on else [*now, rec]))

    return chip(words, toggle, f"can-{rec}", on=on, tone=MAIN)


@component
def _Help(act: str, on: bool, draft: Drafting) -> ft.Control:
    def toggle() -> None:
        now = [one for one in draft.now.supports.split() if one != act]
        draft.change("supports", " ".join(now if on else [*now, act]))

    return chip(act_name(act), toggle, f"helped-{act}", on=on, tone=LEAF)


@component
def _OwnView(rubric: Rubric, draft: Drafting) -> ft.Control:
    """The learner's own view, criterion by criterion, in the rubric's words."""
    marks = draft.now.marked if draft.now.rubric == rubric.id else {}

    def mark(criterion: str, level: int) -> None:
        after = {name: given for name, given in marks.items() if name != criterion}
        if marks.get(criterion) != level:
            after[criterion] = level
        draft.change("rubric", rubric.id)
        draft.change("marks", marks_text(after))

    rows: list[ft.Control] = [section(_("How do I see it myself?")), detail(rubric.title)]
    rows += [keyed(one.id, Criterion, one, marks.get(one.id, 0), mark) for one in rubric.criteria]
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def Criterion(one: RubricCriterion, marked: int, mark: Callable[[str, int], None]) -> ft.Control:
    """One criterion with its levels in words; a tap marks one, another takes it away."""
    rows: list[ft.Control] = [strong(one.title)]
    rows += [
        keyed(str(level.level), _Level, one.id, level.level, level.words, level.level == marked, mark)
        for level in levels_of(one)
    ]
    return card(ft.Column(rows, spacing=Space.S), pad=Space.M)


@component
def _Level(criterion: str, level: int, words: str, on: bool, mark: Callable[[str, int], None]) -> ft.Control:
    return chip(
        f"{number(level)} · {words}", lambda: mark(criterion, level), f"mark-{criterion}-{level}", on=on
    )
