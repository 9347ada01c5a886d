"""One survey or quiz of the library: written question by question, tried, handed out, asked for."""

import flet as ft

from app.domain.form_edit import questions, words_in
from app.domain.library import Form
from app.services.form_shelf import QUIZZES, file_of, keep_form, put_away
from app.views.form_ask import AskLearners
from app.views.form_writing import FormWriting
from app.views.parts.buttons import flow, link, outlined, primary
from app.views.parts.component import component, keyed
from app.views.parts.frame import back_head, screen
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.parts.text import body, heading
from app.views.sentences.forms import question_kind
from app.views.state import use_announcements, use_layout, use_nav, use_shared
from app.views.theme import Space
from app.words import _, language, number


@component
def FormPage(col: str, rec: str) -> ft.Control:
    """The screen of one form; one's own can be written at."""
    workspace, nav = use_shared().workspace, use_nav()
    use_announcements(lambda space, changed: rec in changed.get(col, ()), (col, rec))
    catalog = workspace.catalog()
    form = catalog.quiz(rec) if col == QUIZZES else catalog.survey(rec)
    head = back_head(_("Quiz") if col == QUIZZES else _("Survey"), lambda: nav.go("library", col))
    wide = use_layout() != "phone"
    if form is None or form.gone:
        gone = empty(ft.Icons.POLL_OUTLINED, _("This is not in the library"), _("It may have been put away."))
        return screen("form", [head, gone], wide=wide)
    own = next((one.id for one in workspace.library_service.cards if one.own), "")
    mine = any(book.id == own and book.get(col, rec) for book in workspace.catalogs.libraries)
    inner = keyed("edit", FormWriting, col, form) if mine else keyed("look", _Look, col, form)
    rows: list[ft.Control] = [
        head,
        inner,
        *([keyed("ask", AskLearners, col, form)] if questions(form.form) else []),
        keyed("more", _More, col, form, mine),
    ]
    return screen("form", rows, wide=wide, foot=Space.XL)


@component
def _Look(col: str, form: Form) -> ft.Control:
    """A form that is not one's own: its questions, and a copy to change."""
    workspace, nav = use_shared().workspace, use_nav()

    async def copy() -> None:
        library = await workspace.own_library()
        rec = keep_form(library, col, form.form, language(), competencies=form.competencies)
        nav.go("library", col, rec)

    rows: list[ft.Control] = [heading(form.title)]
    for place, question in enumerate(questions(form.form)):
        text = words_in(question, "text", language())
        kind = question_kind(str(question.get("kind", "")))
        rows.append(body(f"{number(place + 1)}. {text} · {kind}"))
    rows.append(ft.Row([primary(_("Make my own of it"), copy, "copy-form", icon=ft.Icons.EDIT_OUTLINED)]))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _More(col: str, form: Form, mine: bool) -> ft.Control:
    shared, nav = use_shared(), use_nav()
    name, data = file_of(form, language())
    save = ft.use_memo(lambda: shared.device.save_action(name, data), [name, data])

    async def away() -> None:
        library = await shared.workspace.own_library()
        put_away(library, col, form.id)
        say(_("Put away."), lambda: put_away(library, col, form.id, gone=False))
        nav.go("library", col)

    ways: list[ft.Control] = [
        outlined(_("Save it as a file"), None, "save-form", icon=ft.Icons.SAVE_ALT, action=save)
    ]
    if mine:
        ways.append(link(_("Put it away"), away, "put-away", icon=ft.Icons.ARCHIVE_OUTLINED))
    return flow(ways)
