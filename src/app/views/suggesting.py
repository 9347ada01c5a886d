"""Suggesting a way to learn to one learner, and the suggestion as the learner meets it."""

from collections.abc import Callable

import flet as ft

from app.domain.finding import plain
from app.domain.learning import Choice
from app.domain.library import Activity
from app.domain.models import Feedback
from app.services.open_book import OpenBook
from app.services.own_records import ACTIVITIES
from app.views.own_page import Copy, mine
from app.views.parts.bidi import isolate
from app.views.parts.buttons import flow, link, primary
from app.views.parts.cards import card
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.frame import back_head, screen
from app.views.parts.marks import pill
from app.views.parts.more import use_more
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.parts.text import detail
from app.views.parts.voices import bubble
from app.views.people import voice_of
from app.views.state import use_book, use_changes, use_layout, use_nav, use_shared
from app.views.theme import AMBER, LEAF, MUTE, Space
from app.views.ways import first_interest, way_row
from app.words import _, short_date

AT_ONCE = 20


@component
def SuggestView() -> ft.Control:
    """The screen on which a teacher or family looks for a way for this learner."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "activities", "goals", "feedback")
    words, set_words = ft.use_state("")
    name = book.reader.learner().name or _("Learner")
    head = back_head(_("Suggest to {name}").format(name=isolate(name)), nav.up)
    found = _fitting(book, words)
    shown, more = use_more(len(found), "more-ways", AT_ONCE)
    rows: list[ft.Control] = [
        head,
        detail(_("Choose a way. Say a word why, and it waits on their Today.")),
        keyed(
            "search",
            Field,
            "suggest-search",
            _("Search"),
            "",
            set_words,
            submit=set_words,
            show_label=False,
            hint=_("Look for a way, for example: bridges"),
        ),
    ]
    rows += [*(keyed(one.id, _Way, one) for one in found[:shown]), *more]
    if not found and words.strip():
        rows.append(detail(_("Nothing is found by these words. Try others, or fewer.")))
    elif not found:
        text = _("Write an activity in your library first.")
        rows.append(empty(ft.Icons.EXTENSION_OUTLINED, _("Nothing here yet"), text))
    return screen("suggest", rows, wide=use_layout() != "phone", foot=Space.XL)


def _fitting(book: OpenBook, words: str) -> list[Activity]:
    """Returns ways that have all words and are not chosen yet, those to the skills of open goals first."""
    wanted = {rec for goal in book.reader.goals() if goal.state == "active" for rec in goal.competencies}
    parts, in_hand = plain(words).split(), {choice.activity for choice in book.choosing.in_hand()}
    found = [
        one
        for one in book.catalog.activities()
        if one.id not in in_hand
        and all(part in plain(" ".join((one.title, one.how, *one.interests))) for part in parts)
    ]
    return sorted(found, key=lambda one: wanted.isdisjoint(one.competencies))


@component
def _Way(one: Activity) -> ft.Control:
    book, nav = use_book(), use_nav()
    like = first_interest(book.reader)
    return way_row(one, lambda: nav.to("activity", one.id), identifier=f"look-{one.id}", interest=like)


@component
def Suggest(found: Activity, choice: Choice | None) -> ft.Control:
    """On a way's page in a learner's book, for others: what the learner does with it, and to suggest it."""
    book, workspace = use_book(), use_shared().workspace
    use_changes(book.id, "feedback")
    writing, set_writing = ft.use_state(False)
    before = book.suggesting.of(found.id)
    said = _("Chosen") if choice else _("Not chosen yet")
    rows: list[ft.Control] = [ft.Row([pill(said, LEAF if choice else AMBER)])]
    rows += [keyed(one.id, _Said, one) for one in before]
    name = book.reader.learner().name or _("Learner")
    label = _("Suggest to {name}").format(name=isolate(name))
    if writing:
        rows.append(keyed("writing", _Writing, found.id, label, lambda: set_writing(False)))
    elif choice is None:
        tap = primary(label, lambda: set_writing(True), "suggest-way", icon=ft.Icons.TRENDING_UP)
        rows.append(flow([tap]))
    if found.by == "learner" and not mine(workspace, ACTIVITIES, found.id):
        rows.append(keyed("copy", Copy, ACTIVITIES, found))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Writing(activity: str, label: str, close: Callable[[], None]) -> ft.Control:
    """The words that go with it; they may be left as they are."""
    book = use_book()
    words, set_words = ft.use_state("")

    def send() -> None:
        book.suggesting.suggest(activity, words.strip() or _("I think this could be something for you."))
        close()
        say(_("Said. It goes out with the next file."))

    rows: list[ft.Control] = [
        keyed(
            "words",
            Field,
            "suggest-words",
            _("Why this one?"),
            "",
            set_words,
            typing=set_words,
            lines=2,
            longest=2000,
            hint=_("I think this could be something for you."),
        ),
        flow(
            [primary(label, send, "send-suggestion", icon=ft.Icons.SEND), link(_("Not now"), close, "close")]
        ),
    ]
    return card(
        ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )


@component
def _Said(one: Feedback) -> ft.Control:
    """A suggestion, and what the learner said to it."""
    book, now = use_book(), use_shared().workspace.wall()
    replies = [detail(reply.text, color=MUTE) for reply in book.reader.feedback_on(one.id)]
    more = ft.Column(list[ft.Control](replies), spacing=2) if replies else None
    return bubble(voice_of(book.reader, one), one.text, short_date(one.at, now), kind=one.kind, more=more)


@component
def Suggested(activity: str) -> ft.Control:
    """On a way's page, for the learner: who suggests it and why, and a way to put it off."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "feedback", "choices")
    waiting = [one for one in book.suggesting.waiting() if one.about == activity]

    def later() -> None:
        for one in waiting:
            book.suggesting.put_off(one.id, _("Not now, thank you."))
        nav.to("today")
        say(_("All right. You find it in your path when you want it."))

    rows: list[ft.Control] = [keyed(one.id, _Said, one) for one in waiting]
    rows.append(flow([link(_("Not now"), later, "not-now", icon=ft.Icons.SCHEDULE)]))
    inside = ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Container(card(inside, pad=Space.M), visible=bool(waiting))
