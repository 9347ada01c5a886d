"""Judging a piece of work: for each thing it shows, how far; by a rubric's words where there is one."""

from collections.abc import Callable

import flet as ft

from app.domain.learning import Assessment
from app.domain.library import Rubric
from app.domain.rubrics import suggested, words_of
from app.services.assessing import Judgement
from app.services.open_book import OpenBook
from app.views.capture_for import Criterion
from app.views.parts.bidi import isolate
from app.views.parts.buttons import chip, flow, link, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.marks import pill
from app.views.parts.notices import say
from app.views.parts.text import detail, section, strong
from app.views.people import voice_of
from app.views.sentences.levels import LEVEL_SIGNS, level_name
from app.views.state import use_book, use_changes, use_shared
from app.views.theme import SKY, Space
from app.words import _, number, short_date

SHOWN = 4
Levels = tuple[tuple[str, int], ...]


@component
def Judgements(artefact: str) -> ft.Control:
    """What was judged of a piece so far, and the way to judge it; its maker looks back."""
    book, shared = use_book(), use_shared()
    use_changes(book.id, "assessments", "evidence", "goals")
    found = book.assessing.of(artefact)
    mine = shared.workspace.owner.role == "learner"
    shown = book.assessing.competencies_of(artefact)
    rows: list[ft.Control] = [keyed(one.id, _Judged, one) for one in found]
    if shown:
        word = _("How do I see it now?") if mine else _("How far is it?")
        rows.append(keyed("judge", _Judge, artefact, shown, word, "self" if mine else "formative"))
    elif not mine:
        rows.append(keyed("choose", _ChooseWhat, artefact))
    return ft.Column(
        rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, visible=bool(rows)
    )


def words_for(book: OpenBook, rec: str) -> str:
    """Returns what a competency says, in its short form."""
    known = book.catalog.competency(rec)
    return (known.short or known.statement) if known else _("Something that is not on this device")


@component
def _Judged(one: Assessment) -> ft.Control:
    """One judgement: who, when, how far, and by which words."""
    book, now = use_book(), use_shared().workspace.wall()
    voice = voice_of(book.reader, one)
    own = one.kind == "self"
    who = _("My own view") if own and one.by == "learner" else voice.name
    if one.peer:
        who = _("{name}, a friend").format(name=isolate(one.peer))
    head = detail(f"{isolate(who)} · {short_date(one.at, now)}")
    rows: list[ft.Control] = [head]
    for rec, level in one.levels.items():
        icon, tone = LEVEL_SIGNS.get(level, LEVEL_SIGNS[1])
        rows.append(
            ft.Column([strong(words_for(book, rec)), flow([pill(level_name(level), tone, icon)])], spacing=4)
        )
    rubric = book.catalog.rubric(one.rubric) if one.rubric else None
    rows += _marks(rubric, one)
    if one.most:
        points = _("{score} of {most} points").format(score=number(one.score), most=number(one.most))
        rows.append(flow([pill(points, SKY, ft.Icons.QUIZ_OUTLINED)]))
    if one.kind in ("self", "peer") and one.text:
        rows.append(detail(one.text))
    return card(ft.Column(rows, spacing=Space.S), pad=Space.M)


def _marks(rubric: Rubric | None, one: Assessment) -> list[ft.Control]:
    """What was marked, in the rubric's words; a level whose words are gone keeps its number."""
    known = {criterion.id: criterion for criterion in rubric.criteria} if rubric else {}
    rows: list[ft.Control] = []
    for name, level in sorted(one.marks.items()):
        criterion = known.get(name)
        said = words_of(criterion, level) if criterion else None
        title = criterion.title if criterion else _("A part of the rubric that is gone")
        rows.append(detail(f"{isolate(title)}: {number(level)} · {isolate(said or level_name(level))}"))
    return rows


@component
def _Judge(artefact: str, shown: tuple[str, ...], word: str, kind: str) -> ft.Control:
    """The way to judge; closed until it is wanted."""
    open_, set_open = ft.use_state(False)
    if open_:
        return keyed("form", _Form, artefact, shown, word, kind, lambda: set_open(False))
    return flow([link(word, lambda: set_open(True), "judge", icon=ft.Icons.STAIRS_OUTLINED)])


def turned(now: Levels, name: str, level: int) -> Levels:
    """Returns `now` with a level chosen, or taken away where it was."""
    rest = tuple(one for one in now if one[0] != name)
    return rest if (name, level) in now else (*rest, (name, level))


@component
def _Form(
    artefact: str, shown: tuple[str, ...], word: str, kind: str, close: Callable[[], None]
) -> ft.Control:
    """Levels for what is shown, by a rubric or at once, with words."""
    book = use_book()
    nothing: Levels = ()
    levels, set_levels = ft.use_state(nothing)
    marks, set_marks = ft.use_state(nothing)
    text, set_text = ft.use_state("")
    rubric = rubric_for(book, shown)

    def keep() -> None:
        if not (levels or marks):
            say(_("Choose how far it is first."))
            return
        named = rubric.id if rubric and marks else ""
        judgement = Judgement(dict(levels), kind, rubric=named, marks=dict(marks), text=text)
        book.assessing.judge(artefact, judgement)
        close()
        say(_("Kept.") if kind == "self" else _("Said. It goes out with the next file."))

    given, marked = dict(levels), dict(marks)
    rows: list[ft.Control] = [section(word)]
    if rubric is not None:
        rows.append(detail(rubric.title))
        rows += [
            keyed(
                one.id,
                Criterion,
                one,
                marked.get(one.id, 0),
                lambda name, level: set_marks(turned(marks, name, level)),
            )
            for one in rubric.criteria
        ]
    if suggested(marked):
        together = _("These marks together say: {level}")
        rows.append(detail(together.format(level=level_name(suggested(marked)))))
    rows += [
        keyed(
            rec,
            LevelChoice,
            rec,
            given.get(rec, 0),
            lambda name, level: set_levels(turned(levels, name, level)),
        )
        for rec in shown[:SHOWN]
    ]
    field = Field("judge-text", _("Your words"), "", set_text, lines=2, typing=set_text, longest=2000)
    rows += [field, flow([primary(_("Keep it"), keep, "keep-judgement")])]
    return card(
        ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )


def rubric_for(book: OpenBook, shown: tuple[str, ...]) -> Rubric | None:
    """Returns the rubric to judge by: the first for one of the competencies."""
    wanted = set(shown)
    return next((one for one in book.catalog.rubrics() if wanted & set(one.competencies)), None)


@component
def LevelChoice(rec: str, now: int, choose: Callable[[str, int], None]) -> ft.Control:
    """How far one competency is: four levels to choose from, each with its picture."""
    book = use_book()
    chips: list[ft.Control] = [keyed(str(n), _Level, rec, n, n == now, choose) for n in LEVEL_SIGNS]
    return ft.Column([strong(words_for(book, rec)), flow(chips)], spacing=Space.S)


@component
def _Level(rec: str, level: int, on: bool, choose: Callable[[str, int], None]) -> ft.Control:
    icon, tone = LEVEL_SIGNS[level]
    return chip(
        level_name(level), lambda: choose(rec, level), f"level-{rec}-{level}", on=on, icon=icon, tone=tone
    )


@component
def _ChooseWhat(artefact: str) -> ft.Control:
    """For a piece that was shown for nothing to be able to do: an adult says what it shows."""
    book = use_book()
    looking, look = ft.use_state("")
    open_, set_open = ft.use_state(False)
    if not open_:
        word = _("Say what this shows")
        return flow([link(word, lambda: set_open(True), "say-shows", icon=ft.Icons.CHECKLIST)])
    found = book.catalog.search(looking, limit=8) if looking.strip() else ()

    def shows(rec: str) -> None:
        book.portfolio.shows(artefact, (rec,))
        set_open(False)

    rows: list[ft.Control] = [
        keyed(
            "look",
            Field,
            "find-competency",
            _("What can they do?"),
            "",
            look,
            typing=look,
            longest=80,
            hint=_("For example: compare, explain, read"),
        ),
        *[keyed(one.id, _Found, one.id, one.short or one.statement, shows) for one in found],
    ]
    if looking.strip() and not found:
        rows.append(detail(_("Nothing was found. Try other words.")))
    return card(
        ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )


@component
def _Found(rec: str, words: str, shows: Callable[[str], None]) -> ft.Control:
    return chip(words, lambda: shows(rec), f"shows-{rec}")
