"""The surveys and quizzes of a library: one's own, those taken in, those that come with the app."""

from collections.abc import Callable, Sequence

import flet as ft

from app.domain.form_edit import new_form
from app.domain.library import Form
from app.services.form_shelf import FORMATS, QUIZZES, SURVEYS, FileRead, keep_form, read_file
from app.services.ports import Picked
from app.sync.refusals import SENTENCES
from app.views.form_icons import tone_of
from app.views.form_page import FormPage
from app.views.library_section import Rest, Section
from app.views.parts.buttons import flow, outlined, primary
from app.views.parts.cards import card, row_card
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded_picked
from app.views.parts.marks import disc
from app.views.parts.more import use_more
from app.views.parts.notices import note, say
from app.views.parts.states import empty
from app.views.sentences.forms import form_kind, read_words
from app.views.sentences.refusing import OTHERWISE
from app.views.state import use_announcements, use_nav, use_shared
from app.views.theme import Space
from app.words import _, language, ngettext, number


def use_forms(col: str) -> tuple[Form, ...]:
    """Returns the surveys or quizzes there are, and redraws when a library changes."""
    workspace = use_shared().workspace
    use_announcements(lambda space, changed: col in changed, col)
    catalog = workspace.catalog()
    return catalog.quizzes() if col == QUIZZES else catalog.surveys()


def own_forms(col: str) -> frozenset[str]:
    """Returns the ids of those that can be written at: they lie in this device's own library."""
    libraries = use_shared().workspace.library_service
    own = next((card.id for card in libraries.cards if card.own), "")
    books = (book for book in use_shared().workspace.catalogs.libraries if book.id == own)
    return frozenset(str(doc["id"]) for book in books for doc in book.all(col))


@component
def FormList(col: str) -> ft.Control:
    """The list of one kind of forms, with ways to make one and to take one in."""
    forms, mine = use_forms(col), own_forms(col)
    none: tuple[FileRead, ...] = ()
    came, set_came = ft.use_state(none)
    rows: list[ft.Control] = [keyed("ways", _Ways, col, lambda read: set_came((read,)))]
    rows += [keyed(n, _Came, read) for n, read in enumerate(came)]
    if not forms:
        text = _("Make one, or take in a file.")
        rows.append(empty(ft.Icons.POLL_OUTLINED, _("Nothing here yet"), text))
    ordered = sorted(forms, key=lambda one: one.id not in mine)
    shown, more = use_more(len(ordered), f"more-{col}")
    listed = enumerate(ordered[:shown])
    rows += [keyed(form.id, _Row, col, form, form.id in mine, n) for n, form in listed]
    return ft.Column([*rows, *more], spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Ways(col: str, came: Callable[[FileRead], None]) -> ft.Control:
    shared, nav = use_shared(), use_nav()
    workspace = shared.workspace

    async def make() -> None:
        library = await workspace.own_library()
        kind = "formative" if col == QUIZZES else "other"
        rec = keep_form(library, col, new_form(FORMATS[col], kind), language())
        nav.go("library", col, rec)

    async def picked(files: Sequence[Picked]) -> None:
        for file in files:
            read = read_file(file.data)
            if read.form is not None:
                keep_form(await workspace.own_library(), read.col, read.form, language())
                say(_("Taken in."))
            came(read)

    pick = ft.use_memo(lambda: shared.device.pick_files_action(guarded_picked(picked)), [col])
    new = _("New quiz") if col == QUIZZES else _("New survey")
    return flow(
        [
            primary(new, make, f"new-{col}", icon=ft.Icons.ADD),
            outlined(
                _("Take in a file"), None, f"take-in-{col}", icon=ft.Icons.FILE_OPEN_OUTLINED, action=pick
            ),
        ]
    )


@component
def _Came(read: FileRead) -> ft.Control:
    """What became of a file: why not, or what was odd in it; nothing where all was well."""
    if read.refusal is not None:
        texts = [_(SENTENCES.get(read.refusal.code, OTHERWISE)).format(**read.refusal.facts)]
    else:
        texts = read_words(read.refused, read.odd)
    if not texts:
        return ft.Container()
    parts: list[ft.Control] = [note(text, ft.Icons.INFO_OUTLINE) for text in texts]
    return ft.Semantics(
        identifier="file-report",
        live_region=True,
        container=True,
        content=card(ft.Column(parts, spacing=Space.XS), pad=Space.M),
    )


@component
def _Row(col: str, form: Form, mine: bool, place: int) -> ft.Control:
    nav = use_nav()
    count = len(form.form.get("questions", ()))
    text = ngettext("{n} question", "{n} questions", count).format(n=number(count))
    whose = _("my own") if mine else _("ready to use")
    icon = ft.Icons.QUIZ_OUTLINED if col == QUIZZES else ft.Icons.POLL_OUTLINED
    return row_card(
        disc(icon, tone_of(place)),
        form.title or _("Without a name yet"),
        f"{form_kind(form.kind)} · {text} · {whose}",
        lambda: nav.go("library", col, form.id),
        f"form-{form.id}",
    )


@component
def SurveyForms() -> ft.Control:
    """The list of the surveys."""
    return FormList(SURVEYS)


@component
def QuizForms() -> ft.Control:
    """The list of the quizzes."""
    return FormList(QUIZZES)


def _page(name: str, rest: Rest) -> ft.Control | None:
    return keyed(f"{name}-{rest[0]}", FormPage, name, rest[0]) if rest else None


SURVEY_SECTION = Section(
    SURVEYS,
    lambda: _("Surveys"),
    ft.Icons.POLL_OUTLINED,
    SurveyForms,
    _page,
)
QUIZ_SECTION = Section(
    QUIZZES,
    lambda: _("Quizzes"),
    ft.Icons.QUIZ_OUTLINED,
    QuizForms,
    _page,
)
