"""What a quiz came to: what is there already, what comes next, question by question."""

from typing import Any

import flet as ft

from app.domain.forms import said
from app.domain.learning import Assessment
from app.domain.library import Form
from app.domain.marking import LEFT_OUT, NOT_YET, PARTLY, RIGHT, MarkThen, then
from app.domain.quiz import Quiz, Task
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, link, outlined
from app.views.parts.cards import card, lines, row, tinted
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import disc, pill
from app.views.parts.notices import note
from app.views.parts.states import empty
from app.views.parts.text import body, detail, heading, section
from app.views.sentences.levels import LEVEL_SIGNS, judged_name
from app.views.sentences.profile import ACT_SIGNS, act_name
from app.views.state import use_book, use_layout, use_nav
from app.views.theme import AMBER, LEAF, MAIN, QUIET, SKY, Space, Tone
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
    past = then(quiz, book.quizzes.marked(form, quiz, view.answers), view)
    rows: list[ft.Control] = [back_head(title, nav.up), _head(view, quiz)]
    if past.changed:
        rows.append(
            note(
                _("The questions were changed since then. The points are those of that day."),
                ft.Icons.INFO_OUTLINE,
            )
        )
    if view.levels:
        rows.append(section(_("What it shows")))
        rows += [keyed(name, _Level, name, level) for name, level in view.levels.items()]
    rows.append(section(_("Question by question")))
    rows += [keyed(one.task.id, _Marked, one, view.answers.get(one.task.id)) for one in past.marks]
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
    return card(row(disc(icon, tone, 40), lines(name, judged_name(level))), pad=Space.M)


@component
def _Marked(one: MarkThen, given: Any) -> ft.Control:
    icon, tone, word = _sign(one.worth)
    task = one.task
    parts: list[ft.Control] = [row(disc(icon, tone, 36), lines(said(task.text, language()), word))]
    # Where the question is another one now, a choice by its old name would read as something not said.
    if given is not None and one.worth != RIGHT and (one.same or isinstance(given, str)):
        parts.append(detail(_("You said: {words}").format(words=isolate(given_words(task, given)))))
    if not one.same and one.worth is not None:
        parts.append(detail(_("This question was changed since then.")))
    elif one.worth in (PARTLY, NOT_YET) and task.known:
        parts.append(detail(_("Right is: {words}").format(words=isolate(right_words(task)))))
        hint = said(task.hint, language())
        parts += [detail(hint)] if hint else []
    return card(ft.Column(parts, spacing=Space.XS), pad=Space.M)


def _sign(worth: int | None) -> tuple[ft.IconData, Tone, str]:
    """Returns how an answer's worth looks and what it is called; None for one that nobody knows any more."""
    if worth is None:
        return ft.Icons.CHAT_BUBBLE_OUTLINE, QUIET, _("Answered")
    signs = {
        LEFT_OUT: (ft.Icons.MORE_HORIZ, QUIET, _("Left out")),
        PARTLY: (ft.Icons.TIMELAPSE, AMBER, _("Partly right")),
        RIGHT: (ft.Icons.CHECK_CIRCLE_OUTLINE, LEAF, _("Right")),
    }
    return signs.get(worth, (ft.Icons.TRENDING_UP, SKY, _("Not yet")))


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
