"""Me: what I am good at, what I need, what I like, how I learn, and what helps me."""

import flet as ft

from app.views.ideas import AT_ONCE, use_ideas
from app.views.myself import Myself
from app.views.parts.buttons import primary
from app.views.parts.cards import row_card, tinted
from app.views.parts.component import component, keyed
from app.views.parts.frame import screen
from app.views.parts.marks import disc, white_pill
from app.views.parts.text import body, words
from app.views.profile import Profile
from app.views.protection import ProtectionCard
from app.views.settings import Preferences
from app.views.settling import Settle
from app.views.state import use_book, use_changes, use_layout, use_nav, use_shared
from app.views.theme import AMBER, LEAF, MAIN, MUTE, PLUM, SKY, Size, Space
from app.words import _, ngettext, number


@component
def MeView() -> ft.Control:
    """The screen of the learner's own profile, and of the device."""
    book = use_book()
    use_changes(book.id, "learner")
    learner = book.reader.learner()
    rows: list[ft.Control] = [
        keyed("myself", Myself),
        *([keyed("settle", Settle, "learner", learner)] if learner.versions else []),
        body(_("Tell what you want, when you want. Others see it only when you share."), color=MUTE),
        keyed("first", First),
        keyed("profile", Profile),
        keyed("ways", Ways),
        words(_("This device"), Size.HEADING, bold=True),
        keyed("preferences", Preferences),
        keyed("protection", ProtectionCard),
    ]
    return screen("me", rows, wide=use_layout() != "phone")


@component
def First() -> ft.Control:
    """What is offered first: a survey that was asked for, ideas that wait, or getting to know oneself."""
    book, nav = use_book(), use_nav()
    use_changes(book.id, "answers", "feedback")
    ideas, asked = use_ideas(), book.surveys.asked()
    if asked:
        head, why = _("Somebody would like to know more"), _("There is a survey for you. It is short.")
        button, name, tone, to = _("Have a look"), "open-asked", AMBER, "survey"
    elif ideas:
        text = ngettext("{n} idea for your profile", "{n} ideas for your profile", len(ideas))
        some = text.format(n=number(len(ideas)))
        head = some if len(ideas) <= AT_ONCE else _("Ideas for your profile")
        why = _("Look whether they fit. You say yes or no.")
        button, name, tone, to = _("Look at them"), "open-ideas", PLUM, "ideas"
    elif not book.surveys.answers():
        head, why = _("What do you like?"), _("A few questions with pictures. There are no wrong answers.")
        button, name, tone, to = _("Start"), "open-surveys", MAIN, "survey"
    else:
        return ft.Container()
    pill = white_pill(_("For you"), tone, ft.Icons.LIGHTBULB_OUTLINE)
    go = primary(button, lambda: nav.to(to), name, tone=tone)
    rows: list[ft.Control] = [ft.Row([pill]), words(head, Size.HEADING, bold=True), body(why), ft.Row([go])]
    return tinted(ft.Column(rows, spacing=10), tone)


@component
def Ways() -> ft.Control:
    """Where one goes from the profile: growth, surveys, quizzes, ideas, and how it changed."""
    nav, mine = use_nav(), use_shared().workspace.owner.role == "learner"
    rows: list[ft.Control] = [
        row_card(
            disc(ft.Icons.GRID_VIEW, LEAF),
            _("My growth") if mine else _("Growth"),
            _("What is begun, growing and mastered"),
            lambda: nav.to("growth"),
            "open-growth",
        ),
        row_card(
            disc(ft.Icons.POLL_OUTLINED, PLUM),
            _("Getting to know me") if mine else _("Side by side"),
            _("Questions with pictures") if mine else _("Questions with pictures, to answer together"),
            lambda: nav.to("survey"),
            "to-surveys",
        ),
        row_card(
            disc(ft.Icons.QUIZ_OUTLINED, SKY),
            _("What I can do already") if mine else _("What they can do already"),
            _("Small quizzes"),
            lambda: nav.to("quiz"),
            "to-quizzes",
        ),
        row_card(
            disc(ft.Icons.MENU_BOOK_OUTLINED, PLUM),
            _("My journal") if mine else _("Journal"),
            _("Thoughts about learning"),
            lambda: nav.to("journal"),
            "to-journal",
        ),
        row_card(
            disc(ft.Icons.HISTORY, MAIN),
            _("How I grew") if mine else _("How the profile grew"),
            _("What changed, and whose words it was"),
            lambda: nav.to("grew"),
            "to-grew",
        ),
    ]
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
