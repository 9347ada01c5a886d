"""A friend looks at a piece of work: the device goes from hand to hand, and back."""

from collections.abc import Callable

import flet as ft

from app.services.assessing import Judgement
from app.views.judging_form import ByRubric, LevelChoices, Levels, by_marks, turned
from app.views.parts.bidi import isolate
from app.views.parts.buttons import chip, flow, link, primary
from app.views.parts.cards import card, tinted
from app.views.parts.component import component, keyed
from app.views.parts.fields import Field
from app.views.parts.frame import screen
from app.views.parts.marks import disc
from app.views.parts.notices import say
from app.views.parts.states import empty
from app.views.parts.text import body, detail, section, title
from app.views.review_piece import work_of
from app.views.state import use_book, use_changes, use_layout, use_nav
from app.views.theme import LEAF, PLUM, Space
from app.words import _

LONGEST_NAME = 60
Tap = Callable[[], None]


@component
def AskFriend(rec: str) -> ft.Control:
    """On a piece's page: the way to a friend's view of it."""
    nav = use_nav()
    return flow(
        [link(_("Ask a friend"), lambda: nav.to("peer", rec), "ask-friend", icon=ft.Icons.PEOPLE_OUTLINE)]
    )


@component
def PeerView(rec: str) -> ft.Control:
    """The screen that goes to the friend and back: who it is, what they see, thanks."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "artefacts", "evidence", "goals")
    friend, set_friend = ft.use_state("")
    kept, set_kept = ft.use_state(False)
    wide, artefact = use_layout() != "phone", book.reader.artefact(rec)

    def home() -> None:
        nav.to("portfolio", rec)

    if artefact is None:
        gone = empty(
            ft.Icons.PHOTO_LIBRARY_OUTLINED,
            _("This piece is not here"),
            _("It may have been deleted."),
            step=_("Back"),
            on_step=lambda: nav.to("portfolio"),
        )
        return screen("peer", [gone], wide=wide)
    if kept:
        return screen("peer", [keyed("thanks", _Thanks, friend, home)], wide=wide, foot=Space.XL)
    if not friend:
        return screen("peer", [keyed("who", _Who, set_friend, home)], wide=wide, foot=Space.XL)
    look = keyed("look", _Look, rec, friend, lambda: set_kept(True), home)
    return screen("peer", [*work_of(artefact), look], wide=wide, foot=Space.XL)


def _owner() -> str:
    return use_book().reader.learner().name or _("the owner")


@component
def _Who(choose: Callable[[str], None], close: Tap) -> ft.Control:
    """The friend says who they are: the device is in their hands now."""
    typed, set_typed = ft.use_state("")

    def begin() -> None:
        if typed.strip():
            choose(typed.strip()[:LONGEST_NAME])
        else:
            say(_("Write your name first."))

    rows: list[ft.Control] = [
        disc(ft.Icons.PEOPLE_OUTLINE, PLUM, 72),
        title(_("Give this to a friend")),
        body(
            _("Hello, friend! {name} would like to know what you see in this piece.").format(
                name=isolate(_owner())
            )
        ),
        keyed(
            "name",
            Field,
            "friend-name",
            _("What is your name?"),
            "",
            set_typed,
            typing=set_typed,
            longest=LONGEST_NAME,
        ),
        flow(
            [
                primary(_("I begin"), begin, "friend-begin", big=True),
                link(_("Not now"), close, "friend-close"),
            ]
        ),
    ]
    return ft.Column(rows, spacing=Space.M)


@component
def _Look(rec: str, friend: str, done: Tap, close: Tap) -> ft.Control:
    """What the friend sees: levels by pictures, a rubric's words, and their own."""
    book = use_book()
    nothing: Levels = ()
    levels, set_levels = ft.use_state(nothing)
    marks, set_marks = ft.use_state(nothing)
    text, set_text = ft.use_state("")
    shown = book.assessing.competencies_of(rec)
    rubric = book.assessing.rubric_of(rec)

    def keep() -> None:
        if not (levels or marks or text.strip()):
            say(_("Choose something or write a word first."))
            return
        named = rubric.id if rubric and marks else ""
        given = {**by_marks(marks, shown), **dict(levels)}
        said = Judgement(given, "peer", rubric=named, marks=dict(marks), text=text, peer=friend)
        book.assessing.judge(rec, said)
        done()

    rows: list[ft.Control] = [section(_("What do you see, {name}?").format(name=isolate(friend)))]
    rows += [
        keyed("rubric", ByRubric, rubric, marks, lambda *one: set_marks(turned(marks, *one))),
        keyed("levels", LevelChoices, shown, levels, lambda *one: set_levels(turned(levels, *one))),
        keyed("words", _Words, set_text),
        flow([primary(_("Keep it"), keep, "keep-peer", big=True), link(_("Not now"), close, "friend-close")]),
    ]
    return card(
        ft.Column(rows, spacing=Space.M, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), pad=Space.M
    )


@component
def _Words(put: Callable[[str], None]) -> ft.Control:
    """A kind word, with beginnings to choose from; each makes a new field with it written in."""
    begun, set_begun = ft.use_state("")
    starters = (_("I like that you"), _("I learned that"), _("You could also"))

    def begin(text: str) -> None:
        set_begun(f"{text} ")
        put(f"{text} ")

    field = keyed(
        f"field-{begun}",
        Field,
        "peer-words",
        _("A word to your friend"),
        begun,
        put,
        typing=put,
        lines=2,
        longest=1000,
    )
    chips: list[ft.Control] = [keyed(n, _Starter, n, text, begin) for n, text in enumerate(starters)]
    return ft.Column(
        [flow(chips), field], spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


@component
def _Starter(place: int, text: str, begin: Callable[[str], None]) -> ft.Control:
    return chip(f"{text} …", lambda: begin(text), f"peer-starter-{place}")


@component
def _Thanks(friend: str, home: Tap) -> ft.Control:
    """The friend gives the device back; its owner goes on where they were."""
    owner = _owner()
    rows: list[ft.Control] = [
        disc(ft.Icons.VOLUNTEER_ACTIVISM_OUTLINED, LEAF, 72),
        title(_("Thank you, {name}!").format(name=isolate(friend))),
        body(_("Now give it back to {name}.").format(name=isolate(owner))),
        detail(_("What you said stands with this piece, under your name.")),
        flow([primary(_("I have it back"), home, "have-it-back", big=True)]),
    ]
    return tinted(ft.Column(rows, spacing=Space.M), LEAF)
