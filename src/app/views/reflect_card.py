"""A small card that offers to look back, where something has just happened."""

import flet as ft

from app.views.asking import offered_in
from app.views.parts.buttons import outlined
from app.views.parts.cards import tinted
from app.views.parts.component import component
from app.views.parts.marks import white_pill
from app.views.parts.text import strong
from app.views.sentences.prompting import MOMENT_SIGNS, moment_name, prompt_words
from app.views.state import use_book, use_nav, use_related, use_shared
from app.views.theme import PLUM
from app.words import _


@component
def ReflectCard(moment: str, about_col: str, about: str, since: int = 0) -> ft.Control:
    """Asks the learner one question about a record; nothing once they have looked back at it `since` then."""
    book, nav, shared = use_book(), use_nav(), use_shared()
    use_related(book.book, "reflections", "about", about)
    if shared.workspace.owner.role != "learner" or book.reflecting.looked_back(moment, about, since):
        return ft.Container(visible=False)
    offered = offered_in(shared.workspace.drafts, book.id)
    code = ft.use_memo(
        lambda: book.reflecting.question(moment, about_col, about, offered), [moment, about, offered]
    )
    rows: list[ft.Control] = [
        ft.Row([white_pill(moment_name(moment), PLUM, MOMENT_SIGNS[moment][0])]),
        strong(prompt_words(code)),
        ft.Row(
            [
                outlined(
                    _("Look back"),
                    lambda: nav.to("reflect", moment, about_col, about),
                    f"reflect-{moment}",
                    icon=ft.Icons.EDIT_NOTE,
                    tone=PLUM,
                )
            ]
        ),
    ]
    return tinted(ft.Column(rows, spacing=10), PLUM)
