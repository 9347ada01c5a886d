"""One piece in the queue: what was made, what it shows, and the ways to answer it."""

from collections.abc import Callable

import flet as ft

from app.domain.models import Artefact, Evidence
from app.services.open_book import OpenBook
from app.services.reviewing import WaitingPiece
from app.views.judging import Judgements
from app.views.judging_form import words_for
from app.views.link_card import link_card
from app.views.other_work import OtherWork
from app.views.parts.buttons import flow, link, outlined, primary
from app.views.parts.cards import card, lines
from app.views.parts.component import component, keyed
from app.views.parts.guard import guarded
from app.views.parts.marks import avatar, pill
from app.views.parts.notices import say
from app.views.parts.states import failed, loading
from app.views.parts.text import body, detail, heading, section
from app.views.photo import Photo, shape_of
from app.views.state import BookContext, use_book, use_changes, use_loaded, use_nav, use_shared
from app.views.sure import SURE_SIGNS, sure_name
from app.views.talk import Talk
from app.views.theme import AMBER, HUSH, MAIN, RADIUS, SKY, Space
from app.words import _, short_date

Tap = Callable[[], None]


@component
def ReviewPiece(
    piece: WaitingPiece, opened: bool, set_opened: Callable[[bool], None], later: Tap
) -> ft.Control:
    """A piece in its own book, which is opened for it; `opened` where it is answered in more than a tap."""
    workspace = use_shared().workspace
    loaded, again = use_loaded(lambda: workspace.open_book(piece.space), piece.space)
    if loaded.state == "failed":
        return failed(
            _("This book could not be opened"),
            _("Nothing was deleted. The other books are safe."),
            retry=again,
        )
    if loaded.value is None:
        return loading(_("Opening the book…"))
    return BookContext(loaded.value, lambda: keyed("piece", _Whole, piece, opened, set_opened, later))


@component
def _Whole(piece: WaitingPiece, opened: bool, set_opened: Callable[[bool], None], later: Tap) -> ft.Control:
    book, nav = use_book(), use_nav()
    use_changes(book.id, "artefacts", "evidence", "goals", "feedback", "assessments")
    artefact = book.reader.artefact(piece.artefact)
    if artefact is None:
        return detail(_("This piece is not here any more."))
    who = ft.Row([avatar(piece.avatar, piece.space), lines(piece.learner, _when(piece))], spacing=Space.M)
    rows: list[ft.Control] = [
        who,
        *work_of(artefact),
        *_shows(book, book.reader.evidence_of(piece.artefact)),
        keyed("ways", _Ways, piece, opened, set_opened, later),
    ]
    if opened:
        rows.append(keyed("answer", _Answering, piece.artefact, lambda: set_opened(False)))
    rows.append(
        flow(
            [
                link(
                    _("Open its page"),
                    lambda: nav.go("class", piece.space, "portfolio", piece.artefact),
                    "open-piece",
                    icon=ft.Icons.OPEN_IN_FULL,
                )
            ]
        )
    )
    return card(ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


def _when(piece: WaitingPiece) -> str:
    return short_date(piece.at, use_shared().workspace.wall())


def work_of(artefact: Artefact) -> list[ft.Control]:
    """Returns what was made: the photo, voice or file, and the words."""
    rows: list[ft.Control] = []
    if artefact.kind == "photo":
        photo = ft.Container(
            keyed(artefact.id, Photo, artefact, whole=True),
            aspect_ratio=max(shape_of(artefact), 1.2),
            border_radius=RADIUS,
            bgcolor=HUSH,
            clip_behavior=ft.ClipBehavior.HARD_EDGE,
        )
        rows.append(photo)
    if artefact.kind in ("audio", "file"):
        rows.append(keyed(f"other-{artefact.id}", OtherWork, artefact))
    if artefact.title:
        rows.append(heading(artefact.title))
    if artefact.text:
        rows.append(body(artefact.text))
    if artefact.link:
        rows.append(link_card(artefact.link))
    return rows


def _shows(book: OpenBook, pieces: tuple[Evidence, ...]) -> list[ft.Control]:
    """What it is shown for, each thing once, and how sure its maker is."""
    goals = [goal.statement for goal in map(book.reader.goal, {one.goal: 0 for one in pieces}) if goal]
    can = (
        [words_for(book, rec) for rec in book.assessing.competencies_of(pieces[0].artefact)] if pieces else []
    )
    pills: list[ft.Control] = [pill(words, SKY, ft.Icons.FLAG_OUTLINED) for words in goals]
    pills += [pill(words, MAIN, ft.Icons.CHECKLIST) for words in can]
    for sure in dict.fromkeys(one.sure for one in pieces if one.sure):
        icon, tone = SURE_SIGNS[sure]
        pills.append(pill(sure_name(sure), tone, icon))
    said = [body(one.narrative) for one in pieces if one.narrative]
    if not (pills or said):
        return [detail(_("Shown for no goal yet."))]
    return [section(_("What it shows"), level=3), *([flow(pills)] if pills else []), *said]


@component
def _Ways(piece: WaitingPiece, opened: bool, set_opened: Callable[[bool], None], later: Tap) -> ft.Control:
    book = use_book()
    words = _("I saw it. Well done!")

    def seen() -> None:
        rec = book.portfolio.answer(piece.artefact, "artefacts", "well_done", words)
        say(_("Said. It goes out with the next file."), lambda: book.portfolio.unsay(rec))

    if opened:
        return flow(
            [link(_("Next piece"), lambda: set_opened(False), "close-piece", icon=ft.Icons.ARROW_FORWARD)]
        )
    return flow(
        [
            primary(words, seen, "seen", icon=ft.Icons.AUTO_AWESOME_OUTLINED, tone=AMBER),
            outlined(_("Say more"), lambda: set_opened(True), "say-more", icon=ft.Icons.CHAT_BUBBLE_OUTLINE),
            link(_("Later"), later, "later", icon=ft.Icons.SCHEDULE),
        ]
    )


@component
def _Answering(artefact: str, done: Tap) -> ft.Control:
    """The place to judge and to answer. A judgement ends it; words do where there is nothing to judge."""
    book = use_book()
    use_changes(book.id, "assessments", "feedback", "evidence")
    role = book.by.role
    judged = any(one.by == role and one.kind not in ("self", "peer") for one in book.assessing.of(artefact))
    said = any(one.by == role for one in book.reader.feedback_on(artefact))
    over = judged or (said and not book.assessing.competencies_of(artefact))

    def end() -> None:
        if over:
            done()

    ft.use_effect(guarded(end), [over])
    rows: list[ft.Control] = [
        keyed("judge", Judgements, artefact),
        section(_("Voices"), level=3),
        keyed("talk", Talk, "artefacts", artefact),
    ]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
