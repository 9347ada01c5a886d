"""Asking learners to do a survey or quiz: a voice in their book, which goes out with the next file."""

import flet as ft

from app.domain.device import BookCard
from app.domain.library import Form
from app.views.parts.bidi import isolate
from app.views.parts.buttons import link, outlined
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.marks import avatar
from app.views.parts.notices import note, say
from app.views.parts.text import section, strong
from app.views.state import use_changes, use_nav, use_shared
from app.views.theme import Space
from app.words import _

FIRST_SHOWN = 8


@component
def AskLearners(col: str, form: Form) -> ft.Control:
    """The learners whose books are here, each with one tap to ask."""
    workspace = use_shared().workspace
    use_changes(workspace.device.id, "books")
    shown, set_shown = ft.use_state(FIRST_SHOWN)
    cards = workspace.cards
    if not cards:
        return ft.Container()
    rows: list[ft.Control] = [
        section(_("Ask a learner")),
        note(_("It stands in their book, and goes to them with the next file."), ft.Icons.INFO_OUTLINE),
        *(keyed(one.id, _Ask, col, form, one) for one in cards[:shown]),
    ]
    if len(cards) > shown:
        rows.append(link(_("Show all"), lambda: set_shown(len(cards)), "all-learners"))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Ask(col: str, form: Form, learner: BookCard) -> ft.Control:
    workspace, nav = use_shared().workspace, use_nav()
    asked, set_asked = ft.use_state(False)

    async def ask() -> None:
        book = await workspace.open_book(learner.id)
        book.surveys.ask(form.id, form.title, col)
        set_asked(True)
        say(_("Asked. It goes out with the next file for {name}.").format(name=isolate(learner.name)))

    def beside() -> None:
        nav.go("class", learner.id, "quiz" if col == "quizzes" else "survey", form.id)

    label = _("Asked") if asked else _("Ask")
    ways = [
        outlined(label, ask, f"ask-{learner.id}", disabled=asked),
        link(_("Do it together"), beside, f"beside-{learner.id}"),
    ]
    name = ft.Row(
        [avatar(learner.avatar, learner.id, 36), strong(learner.name, expand=True)], spacing=Space.M
    )
    return card(ft.Column([name, ft.Row(ways, wrap=True, spacing=Space.S)], spacing=Space.S), pad=Space.M)
