"""Review: work that waits for an answer, each with one tap to say that it was seen."""

import flet as ft

from app.domain.learning import Assessment
from app.domain.models import Artefact, Evidence
from app.domain.text import host_of
from app.domain.voices import waiting_evidence, waits_since
from app.views.parts.buttons import flow, link, outlined, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.marks import disc, pill
from app.views.parts.notices import say
from app.views.parts.text import body, detail, section, strong
from app.views.photo import Photo
from app.views.state import use_book, use_changes, use_nav, use_shared
from app.views.sure import SURE_SIGNS, sure_name
from app.views.theme import AMBER, HUSH, PLUM, SKY, Space
from app.words import _, ngettext, number, short_date

SHOWN_AT_ONCE = 5


@component
def Waiting() -> ft.Control:
    """The pieces of the open book that nobody in this role has answered, the oldest first."""
    book = use_book()
    tick = use_changes(book.id, "artefacts", "evidence", "feedback", "assessments")
    shown, set_shown = ft.use_state(SHOWN_AT_ONCE)
    workspace = use_shared().workspace
    role, wall, reader = workspace.owner.role, workspace.wall, book.reader
    waiting = ft.use_memo(
        lambda: waiting_evidence(
            reader.evidence(),
            reader.feedback(),
            role,
            reader.artefacts(),
            reader.every(Assessment, "assessments"),
            waits_since(role, wall()),
        ),
        [book.id, tick],
    )
    pieces = {one.artefact: one for one in reversed(waiting) if one.artefact}
    if not pieces:
        return ft.Container(visible=False)
    count = len(pieces)
    text = ngettext("{n} piece waits for you", "{n} pieces wait for you", count)
    oldest = list(reversed(pieces.values()))
    rows: list[ft.Control] = [section(text.format(n=number(count)))]
    rows += [keyed(piece.artefact, _Piece, piece) for piece in oldest[:shown]]
    if count > shown:
        more = _("Show more ({n})").format(n=number(count - shown))
        rows.append(link(more, lambda: set_shown(shown + SHOWN_AT_ONCE), "more-waiting"))
    rows.append(section(_("Everything")))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Piece(piece: Evidence) -> ft.Control:
    book, nav = use_book(), use_nav()
    now = use_shared().workspace.wall()
    artefact = book.reader.artefact(piece.artefact)
    if artefact is None:
        return ft.Container(visible=False)
    goal = book.reader.goal(piece.goal)
    words = _("I saw it. Well done!")

    def seen() -> None:
        book.portfolio.answer(piece.artefact, "artefacts", "well_done", words)
        say(_("Said. It goes out with the next file."))

    quiet = " · ".join(part for part in (goal.statement if goal else "", short_date(piece.at, now)) if part)
    said: list[ft.Control] = [strong(artefact.title or artefact.text or _("A photo"), lines=3)]
    if artefact.title and artefact.text:
        said.append(body(artefact.text, lines=3))
    said.append(detail(quiet))
    if piece.sure:
        icon, tone = SURE_SIGNS[piece.sure]
        said.append(flow([pill(sure_name(piece.sure), tone, icon)]))
    top = ft.Row(
        [_sign(artefact), ft.Column(said, spacing=4, expand=True)],
        spacing=Space.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    ways = flow(
        [
            primary(
                _("Answer"),
                lambda: nav.to("portfolio", piece.artefact),
                f"answer-{piece.artefact}",
                icon=ft.Icons.CHAT_BUBBLE_OUTLINE,
            ),
            outlined(words, seen, f"seen-{piece.artefact}", icon=ft.Icons.AUTO_AWESOME_OUTLINED, tone=AMBER),
        ]
    )
    return card(ft.Column([top, ways], spacing=Space.M), pad=Space.M)


def _sign(artefact: Artefact) -> ft.Control:
    if artefact.kind == "photo":
        return ft.Container(
            keyed(artefact.id, Photo, artefact),
            width=96,
            height=96,
            border_radius=14,
            bgcolor=HUSH,
            clip_behavior=ft.ClipBehavior.HARD_EDGE,
        )
    if artefact.kind == "link":
        sign = disc(ft.Icons.LINK, SKY)
        sign.tooltip = host_of(artefact.link)
        return sign
    return disc(ft.Icons.FORMAT_QUOTE, PLUM)
