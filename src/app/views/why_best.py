"""Best work, each piece with why its maker chose it."""

from collections.abc import Callable

import flet as ft

from app.domain.models import Artefact
from app.views.about import WORK_SIGNS, work_name
from app.views.parts.buttons import chip, flow, link, primary
from app.views.parts.cards import card, tap_card, tinted
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.marks import disc, white_pill
from app.views.parts.text import body, least, strong
from app.views.photo import Photo
from app.views.state import use_book, use_nav, use_record, use_shared
from app.views.theme import AMBER, PLUM, RADIUS, Space
from app.words import _, short_date

SIDE, CLIP = 64, ft.ClipBehavior.HARD_EDGE


@component
def BestWorks(ids: tuple[str, ...]) -> ft.Control:
    """The pieces chosen as best, each with why."""
    rows: list[ft.Control] = [keyed(rec, _Best, rec) for rec in ids]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Best(rec: str) -> ft.Control:
    book, nav = use_book(), use_nav()
    use_record(book.id, "artefacts", rec)
    asking, set_asking = ft.use_state(False)
    work = book.reader.artefact(rec)
    if work is None:
        return ft.Container(visible=False)
    workspace = use_shared().workspace
    mine = workspace.owner.role == "learner"
    rows: list[ft.Control] = [
        tap_card(small(work, workspace.wall()), lambda: nav.to("portfolio", rec), f"work-{rec}", pad=Space.S)
    ]
    if asking:
        rows.append(keyed("asking", WhyBest, work, lambda: set_asking(False)))
    elif work.why_best:
        rows.append(body(work.why_best))
    if mine and not asking:
        rows.append(_way_to_say(work, lambda: set_asking(True)))
    return card(
        ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )


@component
def WhyChosen(work: Artefact, asking: bool, ask: Callable[[bool], None]) -> ft.Control:
    """On the page of a piece: why it was chosen as best, and for its maker the way to say so."""
    if not work.best:
        return ft.Container(visible=False)
    if asking:
        return keyed("asking", WhyBest, work, lambda: ask(False))
    mine = use_shared().workspace.owner.role == "learner"
    rows: list[ft.Control] = []
    if work.why_best:
        rows += [ft.Row([white_pill(_("Why I chose it"), AMBER, ft.Icons.STAR)]), body(work.why_best)]
    if mine:
        rows.append(_way_to_say(work, lambda: ask(True)))
    if not work.why_best:
        return ft.Column(rows, visible=bool(rows))
    return tinted(ft.Column(rows, spacing=Space.S), AMBER)


def _way_to_say(work: Artefact, ask: Callable[[], None]) -> ft.Control:
    word = _("Change why") if work.why_best else _("Say why you chose it")
    return ft.Row([link(word, ask, f"why-{work.id}", icon=ft.Icons.EDIT_OUTLINED, tone=AMBER)])


@component
def WhyBest(work: Artefact, done: Callable[[], None]) -> ft.Control:
    """Asks why a piece was chosen; that may stay unsaid. A beginning that is tapped makes a new field."""
    shelves = use_book().shelves
    begun, set_begun = ft.use_state((0, work.why_best))
    typed, turn = use_slot(work.why_best), use_slot(0)

    def typing(text: str) -> None:
        typed.current = text

    def left(written: int, text: str) -> None:
        if written == turn.current:  # a field that was begun anew, or let go, has nothing more to keep
            shelves.say_why_best(work.id, text)

    def start(words: str) -> None:
        typed.current = f"{typed.current.rstrip()} {words} ".lstrip()
        turn.current += 1
        set_begun((turn.current, typed.current))

    def keep() -> None:
        turn.current += 1
        shelves.say_why_best(work.id, typed.current)
        done()

    def later() -> None:
        turn.current += 1
        done()

    field = keyed(
        f"why-{begun[0]}",
        Field,
        "why-best",
        _("Why did you choose it?"),
        begun[1],
        lambda text: left(begun[0], text),
        hint=_("What did you do here that you are glad about?"),
        lines=2,
        longest=1000,
        typing=typing,
    )
    starts: list[ft.Control] = [keyed(words, _Start, n, words, start) for n, words in enumerate(starters())]
    keeping = primary(_("Keep it"), keep, "why-kept", tone=AMBER)
    rows: list[ft.Control] = [field, flow(starts), flow([keeping, link(_("Not now"), later, "why-later")])]
    return tinted(
        ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        AMBER,
        pad=Space.M,
    )


def starters() -> tuple[str, ...]:
    """Returns beginnings of sentences that say why."""
    return (_("It was hard, and I"), _("It shows that I can"), _("I tried another way when"))


@component
def _Start(place: int, words: str, start: Callable[[str], None]) -> ft.Control:
    return chip(f"{words} …", lambda: start(words), f"why-starter-{place}", tone=AMBER)


def small(work: Artefact, now: int, end: ft.Control | None = None) -> ft.Control:
    """A piece in a row: a small picture, its name, its day, and one thing at the end."""
    words: list[ft.Control] = [strong(work_name(work), lines=2), least(short_date(work.at, now))]
    items: list[ft.Control] = [picture_of(work), ft.Column(words, spacing=2, expand=True)]
    return ft.Row([*items, *([end] if end is not None else [])], spacing=Space.M)


def picture_of(work: Artefact) -> ft.Control:
    """A piece's photo, small; a sign for what is no photo."""
    if work.kind != "photo":
        return ft.Container(
            disc(WORK_SIGNS.get(work.kind, ft.Icons.FORMAT_QUOTE), PLUM),
            width=SIDE,
            alignment=ft.Alignment.CENTER,
        )
    return ft.Container(
        keyed(work.id, Photo, work), width=SIDE, height=SIDE, border_radius=RADIUS / 2, clip_behavior=CLIP
    )
