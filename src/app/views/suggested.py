"""What may come next, as cards: what, why, other ways, and looking back."""

from collections.abc import Callable

import flet as ft

from app.domain.learning import WENT
from app.domain.library import Activity
from app.domain.suggestion import REVISIT, SUPPORT, Suggestion
from app.services.open_book import OpenBook
from app.views.board import boards_of
from app.views.navigator import Navigator
from app.views.parts.bidi import isolate
from app.views.parts.buttons import chip, flow, link, primary
from app.views.parts.cards import row_card, tinted
from app.views.parts.component import component, keyed
from app.views.parts.marks import disc, white_pill
from app.views.parts.notices import say
from app.views.parts.text import body, detail, heading, section, strong
from app.views.path_state import use_noticing
from app.views.sentences.path import name_of
from app.views.sentences.reasons import every_reason, kind_word, points_line, together_line, why
from app.views.state import use_book, use_nav, use_today
from app.views.supports import use_acts
from app.views.theme import AMBER, INK, MAIN, PLUM, SKY, Space, Tone
from app.views.ways import first_interest, title_of, way_row
from app.words import _

SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    "go_on": (ft.Icons.DIRECTIONS_WALK, MAIN),
    "begin": (ft.Icons.EXPLORE_OUTLINED, AMBER),
    SUPPORT: (ft.Icons.SUPPORT_OUTLINED, PLUM),
    REVISIT: (ft.Icons.HISTORY, SKY),
}


@component
def Suggested(found: tuple[Suggestion, ...]) -> ft.Control:
    """The suggestions: one is open, the others open with a tap."""
    opened, set_opened = ft.use_state(0)
    rows: list[ft.Control] = [section(_("What may come next"))]
    for place, one in enumerate(found):
        key = f"{one.kind}-{one.competency}-{one.activity}"
        if place == min(opened, len(found) - 1):
            rows.append(keyed(key, SuggestionCard, one))
        else:
            rows.append(keyed(f"{key}-closed", _Closed, one, place, set_opened))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def NextUp(one: Suggestion) -> ft.Control:
    """The first suggestion in one line, which leads to it."""
    book, nav = use_book(), use_nav()
    icon, tone = SIGNS[one.kind]
    way = bool(one.activity) and one.kind != REVISIT
    place = ("activity", one.activity) if way else ("competency", one.competency)
    return row_card(
        disc(icon, tone), head_of(book, one), kind_word(one.kind), lambda: nav.to(*place), "next-up"
    )


@component
def _Closed(one: Suggestion, place: int, open_: Callable[[int], None]) -> ft.Control:
    book = use_book()
    icon, tone = SIGNS[one.kind]
    return row_card(
        disc(icon, tone), head_of(book, one), kind_word(one.kind), lambda: open_(place), f"suggested-{place}"
    )


def head_of(book: OpenBook, one: Suggestion) -> str:
    """Returns what a suggestion is called: the way, or the competency where there is none."""
    way = book.catalog.activity(one.activity) if one.activity and one.kind != REVISIT else None
    return title_of(way, first_interest(book.reader)) if way else name_of(book, one.competency)


@component
def SuggestionCard(one: Suggestion) -> ft.Control:
    """One suggestion with its why, and what else one could do."""
    book, nav = use_book(), use_nav()
    more, set_more = ft.use_state("")
    icon, tone = SIGNS[one.kind]
    rows: list[ft.Control] = [
        ft.Row([white_pill(kind_word(one.kind), tone, icon)]),
        heading(head_of(book, one)),
        *([detail(name_of(book, one.competency), color=INK)] if one.activity and one.kind != REVISIT else []),
        body(why(book, one), color=INK),
        *_support(book, nav, one),
    ]
    if one.kind == REVISIT:
        rows.append(keyed("looking", _LookBack, one.competency))
    else:
        rows.append(_Doing(one, tone))
    asked: list[ft.Control] = [
        link(_("Tell me why"), lambda: set_more("" if more == "why" else "why"), "tell-why", tone=tone)
    ]
    if one.others:
        label = _("Other ways")
        asked.append(link(label, lambda: set_more("" if more == "ways" else "ways"), "more-ways", tone=tone))
    boards = boards_of(book, one.competency) if one.kind != REVISIT else ()
    if boards:
        label = _("Choose your way")
        asked.append(link(label, lambda: nav.to("board", boards[0].id), "choose-board", tone=tone))
    rows.append(ft.Row(asked, spacing=Space.XS, wrap=True))
    if more == "why":
        rows.append(_reasons(book, one))
    if more == "ways":
        rows.append(keyed("others", OtherWays, one.others))
    return tinted(ft.Column(rows, spacing=10), tone)


@component
def _Doing(one: Suggestion, tone: Tone) -> ft.Control:
    nav = use_nav()

    def do() -> None:
        if one.activity:
            nav.to("activity", one.activity)
        else:
            nav.to("competency", one.competency)

    label = _("Let us look at it") if one.activity else _("Look at it")
    ways = [
        primary(label, do, "do-suggested", tone=tone),
        link(_("About it"), lambda: nav.to("competency", one.competency), "about-suggested", tone=tone),
    ]
    return ft.Row(ways if one.activity else ways[:1], spacing=Space.XS, wrap=True)


def _support(book: OpenBook, nav: Navigator, one: Suggestion) -> list[ft.Control]:
    """Somebody to ask, and what it stands on."""
    rows: list[ft.Control] = []
    if one.kind != SUPPORT:
        return rows
    person = book.reader.person(one.person).name if one.person else ""
    if person:
        rows.append(body(_("You could ask {name}.").format(name=isolate(person)), color=INK))
    if one.before:
        label = _("First look again at “{name}”").format(name=isolate(name_of(book, one.before)))
        rows.append(link(label, lambda: nav.to("competency", one.before), "go-before", tone=PLUM))
    return rows


def _reasons(book: OpenBook, one: Suggestion) -> ft.Control:
    reasons = every_reason(book, one)
    said = [detail(points_line(points, clause), color=INK) for clause, points in reasons]
    if not reasons:
        said.append(detail(_("It has no points yet: it is open now, and a good place to begin."), color=INK))
    if len(reasons) > 1:
        said.append(strong(together_line(one.points)))
    foot = detail(_("Rules count these points. Your teacher or family can change them."))
    return ft.Column([*said, foot], spacing=Space.XS)


@component
def OtherWays(ways: tuple[str, ...]) -> ft.Control:
    """Further ways to the same."""
    book, acts = use_book(), use_acts()
    found = [way for way in map(book.catalog.activity, ways) if way is not None]
    rows: list[ft.Control] = [keyed(way.id, _OtherWay, way, acts) for way in found]
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _OtherWay(way: Activity, acts: tuple[str, ...]) -> ft.Control:
    book, nav = use_book(), use_nav()
    like = first_interest(book.reader)
    return way_row(way, lambda: nav.to("activity", way.id), acts=acts, interest=like)


@component
def _LookBack(competency: str) -> ft.Control:
    """Trying something mastered again: how it went, or not today."""
    book, noticing, today = use_book(), use_noticing(), use_today()
    words = {
        "again": _("Not yet"),
        "hard": _("With effort"),
        "good": _("It went well"),
        "easy": _("It was easy"),
    }

    def note(went: str) -> None:
        book.path.revisit(competency, went)
        say(_("Noted. It comes up again when it is time."))

    def later() -> None:
        noticing.put_off(competency, today)
        say(_("It can wait some days."))

    chips: list[ft.Control] = [keyed(went, _Went, went, words[went], note) for went in WENT]
    return ft.Column(
        [
            body(_("Try it once: tell it, draw it or do one. How did it go?"), color=INK),
            flow(chips),
            ft.Row([link(_("Not today"), later, "put-off", tone=SKY)]),
        ],
        spacing=Space.S,
    )


@component
def _Went(went: str, word: str, note: Callable[[str], None]) -> ft.Control:
    return chip(word, lambda: note(went), f"went-{went}", tone=SKY)
