"""What a learner does with a way to learn: choose it, plan it, begin, show, finish or leave it."""

from collections.abc import Callable

import flet as ft

from app.domain.accommodations import activity_facts, acts_of
from app.domain.learning import Choice
from app.domain.library import Activity
from app.services.plan import Thing
from app.views.parts.buttons import chip, flow, link, outlined, primary
from app.views.parts.cards import tinted
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.notices import say
from app.views.parts.text import strong
from app.views.state import use_book, use_nav, use_shared, use_today
from app.views.suggesting import Suggest
from app.views.theme import MAIN, Space
from app.words import _, weekday


@component
def Mine(found: Activity, shown: Activity, choice: Choice | None, board: str = "") -> ft.Control:
    """What the learner does with this way now: choose it (from a `board`), begin, show, swap or leave it."""
    book, nav = use_book(), use_nav()
    mine = use_shared().workspace.owner.role == "learner"
    if not mine:
        return keyed("suggest", Suggest, found, choice)
    if choice is None:
        return keyed("choose", _Choose, found, board)
    service = book.choosing

    def start() -> None:
        service.start(choice.id)
        say(_("Off you go!"))

    def done() -> None:
        service.done(choice.id)
        say(_("Done. Show what you made when you like."), lambda: service.again(choice.id))

    def leave() -> None:
        begun = choice.state == "started"
        service.leave(choice.id)
        say(_("Left. There are other ways."), lambda: service.again(choice.id, begun=begun))

    ways: list[ft.Control] = []
    if choice.state == "chosen":
        ways.append(primary(_("I begin"), start, "start-way", icon=ft.Icons.PLAY_ARROW))
    else:
        show = _("Show what I made")
        ways.append(primary(show, lambda: nav.to("capture", f"way:{found.id}"), "show-way"))
        ways.append(outlined(_("It is done"), done, "done-way", icon=ft.Icons.CHECK))
    more: list[ft.Control] = [
        keyed("plan", _ToWeek, shown),
        link(_("Not for me"), leave, "leave-way", icon=ft.Icons.UNDO),
    ]
    state = _("You have begun") if choice.state == "started" else _("You chose this")
    return tinted(ft.Column([strong(state), flow(ways), flow(more, spacing=0)], spacing=Space.S), MAIN)


@component
def _Choose(found: Activity, board: str) -> ft.Control:
    """Choosing a way; a template first asks for the interest that fills it."""
    book = use_book()
    interest, set_interest = ft.use_state("")

    def choose() -> None:
        gap = _("something I like")
        rec = book.choosing.choose(found.id, board=board, interest=interest, otherwise=gap)
        if rec:
            say(_("Chosen. It is yours now."), lambda: book.choosing.unchoose(rec))

    rows: list[ft.Control] = []
    if found.template:
        likes = [one.text for one in book.reader.entries("interest") if not one.past][:6]
        rows.append(strong(_("What is it about?")))
        rows.append(
            flow(
                [keyed(text, _Like, n, text, text == interest, set_interest) for n, text in enumerate(likes)]
            )
        )
        rows.append(
            keyed(
                "interest",
                Field,
                "way-interest",
                _("Something else"),
                "",
                set_interest,
                longest=80,
                typing=set_interest,
                show_label=False,
                hint=_("For example: bees, trains, my street"),
            )
        )
    rows.append(ft.Row([primary(_("I choose this"), choose, "choose-way", icon=ft.Icons.CHECK)]))
    return ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@component
def _Like(place: int, text: str, on: bool, choose: Callable[[str], None]) -> ft.Control:
    return chip(text, lambda: choose("" if on else text), f"like-{place}", on=on)


@component
def _ToWeek(shown: Activity) -> ft.Control:
    """Puts the way into the week, where it fits."""
    book, today = use_book(), use_today()

    def plan() -> None:
        # The plan leaves the device: what is kept on it says nothing there.
        minutes = activity_facts(shown, acts_of(book.reader.profile())).minutes
        thing = Thing(shown.title, activity=shown.id, minutes=minutes)
        rec, day = book.plan.add_where_it_fits(thing, today)
        said = _("Added to {day}.").format(day=weekday(day)) if day else _("It waits for a day in your week.")
        say(said, lambda: book.plan.drop(rec))

    return link(_("Add to my week"), plan, "way-to-week", icon=ft.Icons.CALENDAR_MONTH_OUTLINED)
