"""Judging a piece of work: for each thing it shows, how far; by a rubric's words where there is one."""

from collections.abc import Mapping

import flet as ft

from app.domain.learning import Assessment
from app.domain.library import Rubric
from app.domain.models import Evidence
from app.domain.points import Points
from app.domain.rubrics import words_of
from app.views.judging_form import JudgeForm, words_for
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, link
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.marks import pill
from app.views.parts.text import detail, strong
from app.views.people import voice_of
from app.views.piece_skills import PieceSkills
from app.views.sentences.levels import LEVEL_SIGNS, judged_name
from app.views.sentences.looks import LOOK_SIGNS, look_name, points_words
from app.views.state import use_book, use_changes, use_shared
from app.views.theme import QUIET, SKY, Space
from app.words import _, number, short_date


@component
def Judgements(artefact: str) -> ft.Control:
    """What was judged of a piece so far, and the way to judge it; its maker looks back."""
    book, shared = use_book(), use_shared()
    use_changes(book.id, "assessments", "evidence", "goals")
    found = book.assessing.of(artefact)
    mine = shared.workspace.owner.role == "learner"
    shown = book.assessing.competencies_of(artefact)
    rows: list[ft.Control] = [keyed(one.id, _Judged, one) for one in found]
    # Two goals of one piece hold the same marks.
    own = {(one.rubric, *one.marks.items()): one for one in book.reader.evidence_of(artefact) if one.marks}
    rows += [keyed(one.id, _OwnMarks, one) for one in own.values()]
    if shown:
        rows.append(keyed("judge", _Judge, artefact, shown, mine))
    rows.append(keyed("choose", PieceSkills, artefact))
    return ft.Column(
        rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, visible=bool(rows)
    )


@component
def _Judged(one: Assessment) -> ft.Control:
    """One judgement: who, when, how far, and by which words."""
    book, workspace = use_book(), use_shared().workspace
    own = one.kind == "self" and not one.most  # points of a test are no view
    who = voice_of(book.reader, one).name
    if own and one.by == "learner":
        who = _own_view(who, workspace.owner.role)
    if one.peer:
        who = _("{name}, a friend").format(name=isolate(one.peer))
    head = detail(f"{isolate(who)} · {short_date(one.at, workspace.wall())}")
    rows: list[ft.Control] = [head, *_kind_and_points(one)]
    for rec, level in one.levels.items():
        icon, tone = LEVEL_SIGNS.get(level, LEVEL_SIGNS[1])
        rows.append(
            ft.Column([strong(words_for(book, rec)), flow([pill(judged_name(level), tone, icon)])], spacing=4)
        )
    rows += _marks(book.catalog.rubric(one.rubric), one.marks)
    if one.kind in ("self", "peer") and one.text:
        rows.append(detail(one.text))
    return card(ft.Column(rows, spacing=Space.S), pad=Space.M)


def _own_view(name: str, role: str) -> str:
    """Returns what a learner's view of their own work is called on a device of `role`."""
    return _("My own view") if role == "learner" else _("How {name} sees it").format(name=isolate(name))


@component
def _OwnMarks(one: Evidence) -> ft.Control:
    """How its maker saw the piece by the rubric's words, when it was shown."""
    book, workspace = use_book(), use_shared().workspace
    who = _own_view(voice_of(book.reader, one).name, workspace.owner.role)
    head = detail(f"{isolate(who)} · {short_date(one.at, workspace.wall())}")
    rows = [head, *_marks(book.catalog.rubric(one.rubric), one.marks)]
    return card(ft.Column(rows, spacing=Space.S), pad=Space.M)


def _kind_and_points(one: Assessment) -> list[ft.Control]:
    """What kind of look it was, and the points of a test on paper or of a quiz."""
    pills: list[ft.Control] = []
    if look_name(one.kind):
        pills.append(pill(look_name(one.kind), QUIET, LOOK_SIGNS[one.kind]))
    if one.most:
        of_quiz = _("{score} of {most} points").format(score=number(one.score), most=number(one.most))
        said = of_quiz if one.quiz else points_words(Points(one.score, one.most))
        pills.append(pill(said, SKY, ft.Icons.QUIZ_OUTLINED))
    return [flow(pills)] if pills else []


def _marks(rubric: Rubric | None, marks: Mapping[str, int]) -> list[ft.Control]:
    """What was marked, in the rubric's words; a level whose words are gone keeps its number."""
    known = {criterion.id: criterion for criterion in rubric.criteria} if rubric else {}
    rows: list[ft.Control] = []
    for name, level in sorted(marks.items()):
        criterion = known.get(name)
        said = words_of(criterion, level) if criterion else None
        title = criterion.title if criterion else _("A part of the rubric that is gone")
        rows.append(detail(f"{isolate(title)}: {number(level)} · {isolate(said or judged_name(level))}"))
    return rows


@component
def _Judge(artefact: str, shown: tuple[str, ...], own: bool) -> ft.Control:
    """The way to judge; closed until it is wanted."""
    open_, set_open = ft.use_state(False)
    if open_:
        return keyed("form", JudgeForm, artefact, shown, own, lambda: set_open(False))
    word = _("How do I see it now?") if own else _("How far is it?")
    return flow([link(word, lambda: set_open(True), "judge", icon=ft.Icons.STAIRS_OUTLINED)])
