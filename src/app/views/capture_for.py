"""What a piece is shown for besides goals: a way and its competencies, one's own view of it, what helped."""

from collections.abc import Callable

import flet as ft

from app.domain.accommodations import recorded
from app.domain.library import Activity, Rubric, RubricCriterion
from app.domain.rubrics import levels_of
from app.services.open_book import OpenBook
from app.views.drafting import Drafting, marks_text
from app.views.parts.buttons import chip, flow, link
from app.views.parts.cards import card, lines
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.marks import disc
from app.views.parts.more import use_more
from app.views.parts.text import detail, section, strong
from app.views.sentences.profile import act_name
from app.views.skill_search import SkillSearch, each_once
from app.views.state import use_book, use_shared
from app.views.supports import use_acts
from app.views.theme import LEAF, MAIN, Space
from app.views.ways import first_interest, modality_sign, title_of
from app.words import _, number

SKILLS_AT_ONCE = 8


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
    book, now = use_book(), draft.now
    way = book.catalog.activity(now.way) if now.way else None
    possible = competencies_for(book, draft)
    ticked = tuple(now.competencies.split())
    used = (now.rubric,) if now.marks else ()
    rubric = book.assessing.rubric_for((now.way,), ticked or possible, used)
    rows: list[ft.Control] = [_way_card(book, way)] if way is not None else []
    rows.append(keyed("skills", _Skills, possible, ticked, draft))
    if rubric is not None and use_shared().workspace.owner.role == "learner":
        rows.append(keyed(f"rubric-{rubric.id}", _OwnView, rubric, draft))
    rows.append(keyed("helps", _Helps, draft))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _way_card(book: OpenBook, way: Activity) -> ft.Control:
    icon, tone = modality_sign(way.modality)
    choice = book.choosing.of(way.id)
    title = choice.title if choice else title_of(way, first_interest(book.reader))
    return card(
        ft.Row([disc(icon, tone), lines(title, _("The way you chose"))], spacing=Space.M), pad=Space.M
    )


@component
def _Skills(possible: tuple[str, ...], ticked: tuple[str, ...], draft: Drafting) -> ft.Control:
    """Skills to tick: those it was opened for, and any other that is looked for."""
    adding, set_adding = ft.use_state(False)
    seen = use_slot(possible)  # one that is unticked again stays to be ticked
    seen.current = each_once(seen.current, possible)
    offered = seen.current
    shown, more = use_more(len(offered), "more-skills", SKILLS_AT_ONCE)

    def toggle(rec: str) -> None:
        rest = [one for one in draft.latest().competencies.split() if one != rec]
        draft.change("competencies", " ".join(rest if rec in ticked else [*rest, rec]))

    rows: list[ft.Control] = [section(_("This shows that I can"))] if offered else []
    rows += [keyed(rec, _Tick, rec, rec in ticked, toggle) for rec in offered[:shown]]
    rows += more
    if adding:
        rows.append(keyed("search", SkillSearch, offered, toggle))
    else:
        word = _("Another skill") if offered else _("Which skill does it show?")
        rows.append(flow([link(word, lambda: set_adding(True), "add-skill", icon=ft.Icons.SEARCH)]))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Tick(rec: str, on: bool, toggle: Callable[[str], None]) -> ft.Control:
    known = use_book().catalog.competency(rec)
    words = (known.short or known.statement) if known else _("Something that is not on this device")
    return chip(words, lambda: toggle(rec), f"can-{rec}", on=on, tone=MAIN)


@component
def _Helps(draft: Drafting) -> ft.Control:
    """What was offered to help, all ticked: what stays ticked is written with the evidence, and the rest not.

    An accommodation that is kept on this device acts as well, but it is not written and so not offered.
    """
    helps = recorded(use_book().reader.profile(), use_acts())
    used = draft.now.helped(helps)
    mine = use_shared().workspace.owner.role == "learner"
    rows: list[ft.Control] = []
    if helps:
        rows = [
            section(_("What helped me?") if mine else _("What helped?")),
            detail(_("What is ticked is kept with this piece. Tap what did not help.")),
            flow([keyed(act, _Help, act, act in used, draft) for act in helps]),
        ]
    return ft.Column(rows, spacing=Space.S, visible=bool(rows))


@component
def _Help(act: str, on: bool, draft: Drafting) -> ft.Control:
    def toggle() -> None:
        now = [one for one in draft.latest().without.split() if one != act]
        draft.change("without", " ".join([*now, act] if on else now))

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
