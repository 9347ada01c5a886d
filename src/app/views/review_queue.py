"""Review: the work of all learners that waits, one piece at a time, the oldest first."""

from collections.abc import Callable

import flet as ft

from app.services.reviewing import ReviewPage, WaitingPiece
from app.views.parts.bidi import isolate
from app.views.parts.buttons import chip, flow, link
from app.views.parts.cards import row_card
from app.views.parts.component import Slot, component, keyed, use_slot
from app.views.parts.frame import page_head, screen
from app.views.parts.marks import avatar
from app.views.parts.notices import status_line
from app.views.parts.states import empty, failed, loading
from app.views.parts.text import detail, section
from app.views.readable import short_words
from app.views.review_piece import ReviewPiece
from app.views.review_reading import use_queue
from app.views.state import use_layout, use_nav, use_shared
from app.views.theme import LEAF, MAIN, Space
from app.words import _, ngettext, number, short_date

NEXT_SHOWN, NAMES_SHOWN = 5, 12


@component
def ReviewView() -> ft.Control:
    """The screen of the queue."""
    workspace, wide = use_shared().workspace, use_layout() != "phone"
    head = page_head(_("Review"))
    if not workspace.cards:
        return screen("review", [head, _nobody()], wide=wide)
    page, trouble, again = use_queue()
    rows: list[ft.Control] = [head]
    if trouble:
        rows.append(
            failed(
                _("The work that waits could not be read"),
                _("All books are still on this device."),
                retry=again,
            )
        )
    elif not page.pieces and not page.whole:
        rows.append(loading(_progress(page)))
    else:
        rows.append(keyed("queue", _Queue, page))
    return screen("review", rows, wide=wide, foot=Space.XL)


def _nobody() -> ft.Control:
    nav = use_nav()
    return empty(
        ft.Icons.RATE_REVIEW_OUTLINED,
        _("No learner's book is here yet"),
        _("What your learners show comes here, the oldest first. Take in a file or make a book first."),
        step=_("To the books"),
        on_step=lambda: nav.go("class"),
    )


def _progress(page: ReviewPage) -> str:
    return _("{n} of {all} books looked at").format(n=number(page.read), all=number(page.books))


@component
def _Queue(page: ReviewPage) -> ft.Control:
    """What waits: how much, of whom, the piece to look at now, and what comes then."""
    role = use_shared().workspace.owner.role
    whose, set_whose = ft.use_state("")
    nothing: tuple[str, ...] = ()
    put_off, set_put_off = ft.use_state(nothing)
    nobody: WaitingPiece | None = None
    opened, set_opened = ft.use_state(nobody)
    held: Slot[str] = use_slot("")
    wanted = whose if page.of(whose) else ""
    shown = sorted(page.of(wanted), key=lambda one: put_off.index(one.key) + 1 if one.key in put_off else 0)
    now = opened or next((one for one in shown if one.key == held.current), shown[0] if shown else None)
    held.current = now.key if now else ""

    def choose(space: str) -> None:
        held.current = ""
        set_opened(None)
        set_whose(space)

    def look(piece: WaitingPiece) -> None:
        held.current = piece.key
        set_opened(None)
        set_put_off(tuple(key for key in put_off if key != piece.key))

    def later() -> None:
        key, held.current = held.current, ""
        set_put_off((*(one for one in put_off if one != key), key))

    rows: list[ft.Control] = [keyed("truth", _Truth, page)]
    if len(page.waiting) > 1:
        rows.append(keyed("whose", _Whose, page, wanted, choose))
    if now is None:
        rows.append(_done(page, role))
    else:
        open_ = opened is not None
        piece = now
        rows.append(
            keyed(now.key, ReviewPiece, now, open_, lambda on: set_opened(piece if on else None), later)
        )
        rest = [one for one in shown if one.key != now.key][:NEXT_SHOWN]
        if rest:
            rows.append(section(_("Then")))
            rows += [keyed(f"then-{one.key}", _Then, one, look) for one in rest]
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _done(page: ReviewPage, role: str) -> ft.Control:
    if page.unreadable:
        said = _("Nothing waits in the books that could be opened. Try the others again.")
    elif role == "family":
        said = _("What was shown lately has your words. Older work is in the books.")
    else:
        said = _("You have seen everything your learners showed. New work comes with their next files.")
    return empty(ft.Icons.CHECK_CIRCLE_OUTLINE, _("Nothing waits for you"), said, tone=LEAF)


@component
def _Truth(page: ReviewPage) -> ft.Control:
    """How much waits, and how far the books are read."""
    count = len(page.pieces)
    rows: list[ft.Control] = []
    if count:
        said = ngettext("{n} piece waits for you", "{n} pieces wait for you", count).format(n=number(count))
        rows.append(detail(said))
    if not page.whole:
        bar = ft.ProgressBar(value=page.read / max(page.books, 1), color=MAIN.ink, height=6, border_radius=6)
        rows += [detail(_progress(page)), bar]
    for name in page.unreadable:
        said = _("The book of {name} could not be opened. The others are safe.")
        rows.append(status_line(said.format(name=isolate(name)), good=False))
    column = ft.Column(rows, spacing=Space.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Semantics(identifier="review-truth", live_region=True, container=True, content=column)


@component
def _Whose(page: ReviewPage, now: str, choose: Callable[[str], None]) -> ft.Control:
    """The learners of whom something waits: one is chosen, or all."""
    every, set_every = ft.use_state(False)
    names = {piece.space: piece.learner for piece in page.pieces}
    waiting = list(page.waiting.items())
    shown = waiting if every or now in dict(waiting[NAMES_SHOWN:]) else waiting[:NAMES_SHOWN]
    chips: list[ft.Control] = [chip(_("Everyone"), lambda: choose(""), "whose-all", on=not now)]
    chips += [keyed(space, _Name, space, names[space], count, space == now, choose) for space, count in shown]
    if len(shown) < len(waiting):
        more = _("Show more ({n})").format(n=number(len(waiting) - len(shown)))
        chips.append(link(more, lambda: set_every(True), "whose-more"))
    return flow(chips)


@component
def _Name(space: str, name: str, count: int, on: bool, choose: Callable[[str], None]) -> ft.Control:
    word = f"{isolate(name)} · {number(count)}"
    return chip(word, lambda: choose("" if on else space), f"whose-{space}", on=on)


@component
def _Then(piece: WaitingPiece, look: Callable[[WaitingPiece], None]) -> ft.Control:
    """A piece further down the queue; a tap brings it up."""
    day = short_date(piece.at, use_shared().workspace.wall())
    sign = avatar(piece.avatar, piece.space, 36)
    said = " · ".join(part for part in (short_words(piece.title, 60), day) if part)
    return row_card(sign, piece.learner, said, lambda: look(piece), f"then-{piece.artefact}")
