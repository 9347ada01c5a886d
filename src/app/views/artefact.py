"""A piece of work: seen whole, what it shows, what was thought and said about it."""

from collections.abc import Callable

import flet as ft

from app.domain.models import Artefact
from app.services.portfolio import ArtefactPage
from app.views.fate import fate
from app.views.judging import Judgements
from app.views.link_card import link_card
from app.views.other_work import OtherWork
from app.views.parts.buttons import flow, icon_button, link
from app.views.parts.cards import tinted
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.frame import back_head, screen
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.parts.text import body, heading, least, section
from app.views.peer import AskFriend
from app.views.photo import Photo, shape_of
from app.views.piece_shows import PieceShows
from app.views.reflect_card import ReflectCard
from app.views.settling import Settle
from app.views.state import use_book, use_layout, use_nav, use_record, use_related, use_shared
from app.views.talk import Talk
from app.views.theme import AMBER, CARD, PLUM, RADIUS, Space
from app.views.why_best import WhyChosen
from app.words import _, short_date

FRESH_MS = 2 * 24 * 3600 * 1000


@component
def ArtefactView(rec: str) -> ft.Control:
    """The screen of one piece."""
    book, nav, now = use_book(), use_nav(), use_shared().workspace.wall()
    use_record(book.id, "artefacts", rec)
    use_related(book.book, "evidence", "artefact", rec)
    asking, set_asking = ft.use_state(False)
    page = book.portfolio.page(rec)
    wide = use_layout() != "phone"
    if page is None:
        gone = empty(
            ft.Icons.PHOTO_LIBRARY_OUTLINED, _("This piece is not here"), _("It may have been deleted.")
        )
        return screen("artefact", [back_head(_("Portfolio"), nav.up), gone], wide=wide)
    artefact = page.artefact
    rows: list[ft.Control] = [
        back_head(_("Portfolio"), nav.up, keyed("star", _Star, artefact, lambda: set_asking(True))),
        keyed("work", _Work, artefact),
        keyed("why", WhyChosen, artefact, asking and artefact.best, set_asking),
        *([keyed("settle", Settle, "artefacts", artefact)] if artefact.versions else []),
        *(
            [keyed("reflect", ReflectCard, "after_evidence", "artefacts", rec)]
            if _just_shown(page, now)
            else []
        ),
        section(_("What it shows")),
        keyed("shows", PieceShows, page),
        keyed("judgements", Judgements, rec),
        keyed("friend", AskFriend, rec),
        section(_("Voices")),
        keyed("talk", Talk, "artefacts", rec),
        keyed("more", _More, artefact),
    ]
    return screen("artefact", rows, wide=wide, foot=Space.XL)


def _just_shown(page: ArtefactPage, now: int) -> bool:
    """Tells whether its maker showed something by it so lately that looking back is near."""
    return any(piece.by == "learner" and now - piece.at < FRESH_MS for piece, _goal in page.shown_for)


@component
def _Star(artefact: Artefact, ask: Callable[[], None]) -> ft.Control:
    portfolio = use_book().portfolio
    mine = use_shared().workspace.owner.role == "learner"

    def choose() -> None:
        portfolio.choose_best(artefact.id, not artefact.best)
        if mine and not artefact.best:
            ask()

    icon = ft.Icons.STAR if artefact.best else ft.Icons.STAR_BORDER
    label = _("Best work: take the star away") if artefact.best else _("Choose as best work")
    return icon_button(
        icon,
        label,
        choose,
        "best",
        color=AMBER.ink,
    )


@component
def _Work(artefact: Artefact) -> ft.Control:
    now = use_shared().workspace.wall()
    rows: list[ft.Control] = []
    if artefact.kind == "photo":
        rows.append(
            ft.Container(
                keyed("photo", Photo, artefact, whole=True),
                aspect_ratio=shape_of(artefact),
                border_radius=RADIUS,
                clip_behavior=ft.ClipBehavior.HARD_EDGE,
                bgcolor=CARD,
            )
        )
    if artefact.kind in ("audio", "file"):
        rows.append(keyed("other", OtherWork, artefact))
    if artefact.title:
        rows.append(heading(artefact.title))
    if artefact.text:
        said = body(artefact.text)
        rows.append(tinted(said, PLUM) if artefact.kind == "words" else said)
    if artefact.link:
        rows.append(link_card(artefact.link))
    rows.append(least(short_date(artefact.at, now)))
    rows += fate(artefact)
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _More(artefact: Artefact) -> ft.Control:
    portfolio, nav = use_book().portfolio, use_nav()
    naming, set_naming = ft.use_state(False)

    def rename(title: str) -> None:
        portfolio.retitle(artefact.id, title, artefact.text)
        set_naming(False)

    def drop() -> None:
        portfolio.drop(artefact.id)
        nav.up()
        say(_("Taken out of the portfolio."), lambda: portfolio.bring_back(artefact.id))

    if naming:
        return Field("title", _("Its name"), artefact.title, rename, submit=rename, autofocus=True)
    return flow(
        [
            link(_("Give it a name"), lambda: set_naming(True), "name-piece", icon=ft.Icons.EDIT_OUTLINED),
            link(_("Take it out"), drop, "drop-piece", icon=ft.Icons.DELETE_OUTLINE),
        ],
        spacing=0,
    )
