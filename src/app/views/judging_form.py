"""The form of a judgement: a rubric's words, levels for each skill, points of a test, and one's own words."""

from collections.abc import Callable

import flet as ft

from app.domain.library import Rubric
from app.domain.marking import level_of
from app.domain.points import Points, read_points
from app.domain.rubrics import suggested
from app.services.assessing import Judgement
from app.services.open_book import OpenBook
from app.views.capture_for import Criterion
from app.views.looks import Looks, TestResult
from app.views.parts.buttons import chip, flow, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.more import use_more
from app.views.parts.notices import say
from app.views.parts.text import detail, section, strong
from app.views.sentences.levels import LEVEL_SIGNS, judged_name
from app.views.sentences.looks import points_trouble
from app.views.state import use_book
from app.views.theme import Space
from app.words import _

LEVELS_AT_ONCE = 4
Levels = tuple[tuple[str, int], ...]
Choose = Callable[[str, int], None]


def words_for(book: OpenBook, rec: str) -> str:
    """Returns what a competency says, in its short form."""
    known = book.catalog.competency(rec)
    return (known.short or known.statement) if known else _("Something that is not on this device")


def turned(now: Levels, name: str, level: int) -> Levels:
    """Returns `now` with a level chosen, or taken away where it was."""
    rest = tuple(one for one in now if one[0] != name)
    return rest if (name, level) in now else (*rest, (name, level))


@component
def JudgeForm(artefact: str, shown: tuple[str, ...], own: bool, close: Callable[[], None]) -> ft.Control:
    """Levels for what is shown, by a rubric or at once, with words; an adult's with the kind of look."""
    book = use_book()
    nothing: Levels = ()
    levels, set_levels = ft.use_state(nothing)
    marks, set_marks = ft.use_state(nothing)
    text, set_text = ft.use_state("")
    look, set_look = ft.use_state("formative")
    points, set_points = ft.use_state(("", ""))
    typed = use_slot(points)  # with what is still being typed, which is not drawn back
    rubric = book.assessing.rubric_of(artefact)

    def keep() -> None:
        found = read_points(*typed.current)
        if isinstance(found, str):
            say(points_trouble(found))
            return
        if not (levels or marks or found):
            say(_("Choose how far it is first."))
            return
        named = rubric.id if rubric and marks else ""
        kind = "self" if own else look
        given = {**by_marks(marks, shown), **_by_points(found, shown), **dict(levels)}
        said = Judgement(given, kind, rubric=named, marks=dict(marks), text=text, points=found)
        book.assessing.judge(artefact, said)
        close()
        say(_("Kept.") if own else _("Said. It goes out with the next file."))

    def put(score: str, most: str) -> None:
        typed.current = (score, most)
        set_points(typed.current)

    rows: list[ft.Control] = [section(_("How do I see it now?") if own else _("How far is it?"))]
    if not own:
        rows.append(keyed("look", Looks, look, set_look))
    rows.append(keyed("rubric", ByRubric, rubric, marks, lambda *one: set_marks(turned(marks, *one))))
    if not own:
        rows.append(keyed("test", _Test, typed.current, put, lambda now: setattr(typed, "current", now)))
    rows.append(keyed("levels", LevelChoices, shown, levels, lambda *one: set_levels(turned(levels, *one))))
    field = Field("judge-text", _("Your words"), "", set_text, lines=2, typing=set_text, longest=2000)
    rows += [field, flow([primary(_("Keep it"), keep, "keep-judgement")])]
    return card(
        ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )


def by_marks(marks: Levels, shown: tuple[str, ...]) -> dict[str, int]:
    """Returns the levels that a rubric's marks stand for, for all that is shown."""
    level = suggested(dict(marks))
    return dict.fromkeys(shown, level) if level else {}


def _by_points(points: Points | None, shown: tuple[str, ...]) -> dict[str, int]:
    """Returns the levels that points stand for, for all that is shown."""
    return dict.fromkeys(shown, level_of(points.score, points.most)) if points else {}


@component
def _Test(
    now: tuple[str, str], put: Callable[[str, str], None], typing: Callable[[tuple[str, str]], None]
) -> ft.Control:
    """Points of a test on paper, and the level that they stand for."""
    held = use_slot(now)

    def type_(part: str, text: str) -> None:
        score, most = held.current
        held.current = (text, most) if part == "score" else (score, text)
        typing(held.current)

    def left(part: str, text: str) -> None:
        type_(part, text)
        put(*held.current)

    score, most = now
    fields = keyed(
        "fields",
        TestResult,
        score,
        most,
        lambda text: left("score", text),
        lambda text: left("most", text),
        type_,
    )
    rows: list[ft.Control] = [fields]
    found = read_points(score, most)
    if isinstance(found, Points):
        rows.append(detail(points_say(found)))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def points_say(points: Points) -> str:
    """Returns the level that points stand for where nobody chooses another."""
    text = _("These points together say: {level}. A level you choose goes first.")
    return text.format(level=judged_name(level_of(points.score, points.most)))


@component
def ByRubric(rubric: Rubric | None, marks: Levels, mark: Choose) -> ft.Control:
    """A rubric's criteria to mark, and what the marks say together; nothing without a rubric."""
    marked = dict(marks)
    rows: list[ft.Control] = [detail(rubric.title)] if rubric else []
    criteria = rubric.criteria if rubric else ()
    rows += [keyed(one.id, Criterion, one, marked.get(one.id, 0), mark) for one in criteria]
    if suggested(marked):
        together = _("These marks together say: {level}. A level you choose goes first.")
        rows.append(detail(together.format(level=judged_name(suggested(marked)))))
    return ft.Column(
        rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, visible=bool(rows)
    )


@component
def LevelChoices(shown: tuple[str, ...], levels: Levels, choose: Choose) -> ft.Control:
    """Every skill of a piece with its levels: some at once, the rest on demand."""
    given = dict(levels)
    count, more = use_more(len(shown), "more-levels", LEVELS_AT_ONCE)
    rows: list[ft.Control] = [
        keyed(rec, LevelChoice, rec, given.get(rec, 0), choose) for rec in shown[:count]
    ]
    return ft.Column(
        [*rows, *([flow(more)] if more else [])],
        spacing=Space.M,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        visible=bool(rows),
    )


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
        judged_name(level), lambda: choose(rec, level), f"level-{rec}-{level}", on=on, icon=icon, tone=tone
    )
