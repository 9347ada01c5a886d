"""What a quiz came to: what is there already, what comes next, question by question."""

from typing import Any

import flet as ft

from app.domain.forms import said
from app.domain.learning import Assessment
from app.domain.library import Form
from app.domain.marking import Mark
from app.domain.quiz import Quiz, Task
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, link, outlined
from app.views.parts.cards import card, lines, row, tinted
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc, pill
from app.views.parts.states import empty
from app.views.parts.text import body, detail, heading, section
from app.views.sentences.levels import LEVEL_SIGNS, level_name
from app.views.sentences.profile import ACT_SIGNS, act_name
from app.views.state import use_book, use_layout, use_nav
from app.views.theme import AMBER, LEAF, MAIN, QUIET, SKY, Space
from app.words import _, joined, language, number


@component
def ResultView(form: Form, quiz: Quiz, rec: str) -> ft.Control:
    """The screen of one result."""
    book, nav = use_book(), use_nav()
    view = book.quizzes.result(rec)
    title = said(quiz.title, language()) or form.title
    if view is None:
        gone = empty(ft.Icons.QUIZ_OUTLINED, _("This result is not here"), _("It may have been deleted."))
        return screen("result", [back_head(title, nav.up), gone])
    marked = book.quizzes.marked(form, quiz, view.answers)
    rows: list[ft.Control] = [back_head(title, nav.up), _head(view, quiz)]
    if view.levels:
        rows.append(section(_("What it shows")))
        rows += [keyed(name, _Level, name, level) for name, level in view.levels.items()]
    rows.append(section(_("Question by question")))
    for task, mark in zip(quiz.tasks, marked.marks, strict=True):
        rows.append(keyed(task.id, _Marked, task, mark, view.answers.get(task.id)))
    ways: list[ft.Control] = [
        outlined(_("See it in the portfolio"), lambda: nav.to("portfolio", view.artefact), "to-piece")
    ]
    if not form.gone:
        ways.append(link(_("Do it again"), lambda: nav.to("quiz", form.id), "again"))
    rows.append(flow(ways))
    return screen("result", rows, wide=use_layout() != "phone", foot=Space.XL)


def _head(view: Assessment, quiz: Quiz) -> ft.Control:
    if quiz.kind == "diagnostic":
        text = _("Thank you. Now it is clearer where to begin.")
    elif view.score == view.most:
        text = _("Everything right. You can do this!")
    elif 2 * view.score >= view.most:
        text = _("Much of it is there already.")
    else:
        text = _("This is a beginning. Look what comes next.")
    points = _("{n} of {most} points").format(n=number(view.score), most=number(view.most))
    helped = [pill(act_name(act), LEAF, ACT_SIGNS[act]) for act in view.supports if act in ACT_SIGNS]
    parts: list[ft.Control] = [heading(text), body(points), *([flow([*helped])] if helped else [])]
    return tinted(ft.Column(parts, spacing=Space.S), LEAF if view.score == view.most else MAIN)


@component
def _Level(competency: str, level: int) -> ft.Control:
    one = use_book().catalog.competency(competency)
    icon, tone = LEVEL_SIGNS.get(level, LEVEL_SIGNS[1])
    name = (one.short or one.statement) if one else _("Something this device does not know")
    return card(row(disc(icon, tone, 40), lines(name, level_name(level))), pad=Space.M)


@component
def _Marked(task: Task, mark: Mark, given: Any) -> ft.Control:
    if mark.right:
        icon, tone, word = ft.Icons.CHECK_CIRCLE_OUTLINE, LEAF, _("Right")
    elif not mark.given:
        icon, tone, word = ft.Icons.MORE_HORIZ, QUIET, _("Left out")
    elif mark.points:
        icon, tone, word = ft.Icons.TIMELAPSE, AMBER, _("Partly right")
    else:
        icon, tone, word = ft.Icons.TRENDING_UP, SKY, _("Not yet")
    parts: list[ft.Control] = [row(disc(icon, tone, 36), lines(said(task.text, language()), word))]
    if given is not None and not mark.right:
        parts.append(detail(_("You said: {words}").format(words=isolate(given_words(task, given)))))
    if not mark.right and task.known and mark.given:
        parts.append(detail(_("Right is: {words}").format(words=isolate(right_words(task)))))
        hint = said(task.hint, language())
        parts += [detail(hint)] if hint else []
    return card(ft.Column(parts, spacing=Space.XS), pad=Space.M)


def given_words(task: Task, given: Any) -> str:
    """Returns an answer as people read it."""
    names = {pick.id: said(pick.text, language()) for pick in task.picks}
    others = {pick.id: said(pick.other, language()) for pick in task.picks}
    if isinstance(given, dict):
        return joined(
            f"{names.get(left, left)} – {others.get(right, right)}" for left, right in given.items()
        )
    if isinstance(given, list):
        return joined(str(names.get(name, name)) for name in given)
    return str(given)


def right_words(task: Task) -> str:
    """Returns the right answer as people read it."""
    if task.kind == "number":
        return f"{task.number} {task.unit}".strip()
    if task.kind == "short":
        return task.accept[0]
    if task.kind == "match":
        return given_words(task, {pick.id: pick.id for pick in task.picks})
    return given_words(task, [pick.id for pick in task.picks if pick.right or task.kind == "order"])
