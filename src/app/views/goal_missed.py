"""When a goal's day is past: what was learned, and four ways to go on, each one tap with a way back."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from app.domain.adapting import later_day, parts_in
from app.domain.models import Goal
from app.services.adapting import Why
from app.services.way_back import WayBack
from app.views.parts.bidi import isolate
from app.views.parts.buttons import link, outlined
from app.views.parts.cards import tinted
from app.views.parts.component import component, keyed, use_slot
from app.views.parts.fields import Field
from app.views.parts.marks import white_pill
from app.views.parts.notices import say
from app.views.parts.text import body, least
from app.views.parts.unsaved import use_later, use_unsaved
from app.views.state import use_book, use_nav, use_shared, use_today
from app.views.theme import AMBER, Space
from app.words import _, full_day, ngettext, number

Adapt = Callable[[Why], tuple[WayBack, str]]


@dataclass(frozen=True)
class Going:
    """The four ways to go on."""

    split: Adapt
    extend: Adapt
    easier: Adapt
    let_go: Adapt


@component
def Missed(goal: Goal, days: int) -> ft.Control:
    """The card of a day that is past."""
    text = ngettext(
        "The day you chose was {n} day ago. That happens. What did you learn on the way?",
        "The day you chose was {n} days ago. That happens. What did you learn on the way?",
        days,
    )
    return tinted(
        ft.Column(
            [
                ft.Row([white_pill(_("Look back"), AMBER, ft.Icons.REPLAY)]),
                body(text.format(n=number(days))),
                keyed("ways", Ways, goal),
            ],
            spacing=10,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        AMBER,
    )


@component
def Adapting(goal: Goal) -> ft.Control:
    """The same ways at any time, behind one link."""
    open_, set_open = ft.use_state(False)
    shown = link(_("Change the plan"), lambda: set_open(not open_), "adapt", icon=ft.Icons.ALT_ROUTE)
    rows: list[ft.Control] = [ft.Row([shown])]
    if open_:
        rows.append(tinted(keyed("ways", Ways, goal), AMBER))
    return ft.Column(rows, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@dataclass(frozen=True)
class Learned:
    """What is typed and not written yet: the field of each ``turn`` begins with ``first``."""

    turn: int
    first: str
    typing: Callable[[str], None]
    latest: Callable[[], str]
    put: Callable[[str], None]


def use_learned(rec: str) -> Learned:
    """Returns what is typed of a goal, a draft until a way takes it along; an undo puts it back."""
    book, drafts = use_book(), use_shared().workspace.drafts
    slot = f"learned-{book.id}-{rec}"
    first = ft.use_memo(lambda: drafts.load(slot).get("text", ""), [])
    (turn, began), set_shown = ft.use_state((0, first))
    typed, kept, now, later = use_slot(first), use_slot(first), use_slot(0), use_later()

    def save() -> None:
        if typed.current != kept.current:
            drafts.save(slot, {"text": typed.current})
            kept.current = typed.current

    def typing(text: str) -> None:
        if turn == now.current and text != typed.current:  # a field that goes says its words once more
            typed.current = text
            later.call(save)

    def put(text: str) -> None:
        later.stop()
        typed.current, now.current = text, now.current + 1
        save()
        set_shown((now.current, text))

    use_unsaved(save)
    return Learned(turn, began, typing, lambda: typed.current, put)


@component
def Ways(goal: Goal) -> ft.Control:
    """A field for what was learned, and the ways to go on."""
    book, today = use_book(), use_today()
    learner = use_shared().workspace.owner.role == "learner"
    learned, later = use_learned(goal.id), later_day(today)
    question = _("What did we learn?")

    def adapt(do: Adapt) -> None:
        text = learned.latest()
        back, words = do(Why(learned=text, prompt=question))
        learned.put("")

        def undo() -> None:
            back()
            learned.put("\n".join(part for part in (text, learned.latest()) if part))

        say(words, undo)

    def split(why: Why) -> tuple[WayBack, str]:
        back = book.adapting.split(goal.id, _parts(goal), why)
        return back, _("Now it is a long goal with short ones in it. Change their words as you like.")

    def extend(why: Why) -> tuple[WayBack, str]:
        return book.adapting.extend(goal.id, later, why), _("More time is there.")

    def easier(why: Why) -> tuple[WayBack, str]:
        return book.adapting.easier(goal.id, _("With somebody who helps"), why), _("Made easier.")

    def let_go(why: Why) -> tuple[WayBack, str]:
        return book.adapting.let_go(goal.id, why), _("Let go. You can open it again any time.")

    field = keyed(
        f"learned-{learned.turn}",
        Field,
        "learned",
        question if learner else _("What was learned?"),
        learned.first,
        learned.typing,
        hint=_("For example: I need a quiet hour for it"),
        lines=2,
        longest=2000,
        typing=learned.typing,
    )
    buttons = keyed("buttons", _Buttons, goal, adapt, Going(split, extend, easier, let_go))
    hint = least(_("Nothing is lost: the story of the goal keeps it all, and each tap can be undone."))
    return ft.Column(
        [field, buttons, hint], spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


@component
def _Buttons(goal: Goal, adapt: Callable[[Adapt], None], going: Going) -> ft.Control:
    nav, today = use_nav(), use_today()
    until = isolate(full_day(later_day(today), today))
    ways: list[ft.Control] = []
    if goal.term != "long":
        ways.append(_way(_("Split it into parts"), lambda: adapt(going.split), "split", ft.Icons.CALL_SPLIT))
    more = _("More time: until {day}").format(day=until)
    ways += [
        _way(more, lambda: adapt(going.extend), "extend", ft.Icons.MORE_TIME),
        _way(_("Make it easier"), lambda: adapt(going.easier), "easier", ft.Icons.TRENDING_DOWN),
        _way(_("Let it go"), lambda: adapt(going.let_go), "let-go", ft.Icons.AIR),
        link(
            _("Say it in other words"),
            lambda: nav.to("goals", goal.id, "edit"),
            "adapt-words",
            icon=ft.Icons.EDIT_OUTLINED,
            tone=AMBER,
        ),
    ]
    return ft.Column(ways, spacing=Space.S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _way(label: str, on_tap: Callable[[], None], name: str, icon: ft.IconData) -> ft.Control:
    return outlined(label, on_tap, f"adapt-{name}", icon=icon, tone=AMBER)


def _parts(goal: Goal) -> tuple[str, ...]:
    """Returns the parts that the goal names itself, else a first half and the rest, to be worded anew."""
    named = parts_in(goal.statement)
    words = goal.statement or _("A goal without words yet")
    return named or (
        _("First part of: {goal}").format(goal=words),
        _("The rest of: {goal}").format(goal=words),
    )
