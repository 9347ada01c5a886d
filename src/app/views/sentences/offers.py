"""Today's one thing, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import flet as ft

from app.domain.desk import NextThing
from app.domain.smart import Hint
from app.services.reading import Reader
from app.views.parts.bidi import isolate
from app.views.sentences.coaching import question
from app.views.sentences.plan_rows import planned_when, who_said
from app.views.theme import AMBER, LEAF, MAIN, PLUM, SKY, Tone
from app.words import _, ngettext, number

Facts = Mapping[str, str | int]


@dataclass(frozen=True)
class Offer:
    """What stands on Today's first card."""

    pill: str
    head: str
    why: str
    button: str
    icon: ft.IconData
    tone: Tone = AMBER


def offer(thing: NextThing, reader: Reader, today: date) -> Offer:
    """Returns the card for the one thing offered."""
    facts = dict(thing.facts)
    goal = str(facts.get("goal", "")) or _("My goal")
    days = int(facts.get("days", 0))
    make = _OFFERS.get(thing.code, _free)
    return make(facts, goal, days, reader, today)


def _answer(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    who = who_said(reader, facts)
    return Offer(
        _("Someone asks you"),
        _("{name} has a question").format(name=isolate(who)),
        f"“{facts.get('text', '')}”",
        _("Answer"),
        ft.Icons.CHAT_BUBBLE_OUTLINE,
        PLUM,
    )


def _suggested(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    who = who_said(reader, facts)
    return Offer(
        _("For you"),
        _("{name} suggests a way to learn").format(name=isolate(who)),
        f"“{facts.get('text', '')}”",
        _("Look at it"),
        ft.Icons.TRENDING_UP,
        PLUM,
    )


def _agreed(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    name = who_said(reader, facts)
    return Offer(
        _("Good news"),
        goal,
        _("{name} agreed to this goal. Now it is yours to do.").format(name=isolate(name)),
        _("Look at it"),
        ft.Icons.HANDSHAKE_OUTLINED,
        LEAF,
    )


def _asked(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    name = who_said(reader, facts)
    return Offer(
        _("Someone asks you"),
        goal,
        _("{name} proposes this goal. Do you want it? You can also wish it were different.").format(
            name=isolate(name)
        ),
        _("Look at it"),
        ft.Icons.FRONT_HAND_OUTLINED,
        PLUM,
    )


def _wished(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    name = isolate(who_said(reader, facts))
    why = _("{name} wishes: “{text}”").format(name=name, text=isolate(str(facts.get("text", ""))))
    return Offer(_("A wish"), goal, why, _("Look at it"), ft.Icons.EDIT_NOTE, PLUM)


def _planned(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    sign = ft.Icons.FLAG_OUTLINED if facts.get("goal") else ft.Icons.EVENT_AVAILABLE_OUTLINED
    button = _("Go to it") if facts.get("goal") or facts.get("activity") else _("I did it")
    why = _("You planned this for today: {when}").format(when=planned_when(facts))
    return Offer(_("My plan"), str(facts.get("title", "")), why, button, sign, SKY)


def _begun(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    begun = facts.get("state") == "started"
    why = _("You have begun this. Go on, or show what you made.")
    return Offer(
        _("Go on"),
        str(facts.get("title", "")),
        why if begun else _("You chose this. Begin when you like."),
        _("Go on") if begun else _("Go to it"),
        ft.Icons.PLAY_ARROW,
        MAIN,
    )


def _missed(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    return Offer(
        _("Look back"),
        goal,
        _("The day you chose has passed. What did you learn? You can change the goal so that it fits."),
        _("Look at it"),
        ft.Icons.REPLAY,
    )


def _review(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    return Offer(
        _("Time to talk"),
        goal,
        _("You wanted to talk about this goal now. Who can sit down with you?"),
        _("Look at it"),
        ft.Icons.RECORD_VOICE_OVER_OUTLINED,
        PLUM,
    )


def _due_soon(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    if days < 0:
        why = _("The day you chose has passed. How did it go?")
    elif days == 0:
        why = _("Today is the day you chose. How is it going?")
    else:
        why = ngettext(
            "{n} day is left until the day you chose. How is it going?",
            "{n} days are left until the day you chose. How is it going?",
            days,
        ).format(n=number(days))
    return Offer(_("Coming up"), goal, why, _("Check in"), ft.Icons.EVENT_OUTLINED)


def _first_goal(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    if facts.get("achieved"):
        head, why = _("What comes next?"), _("You have reached your goals. Choose a new one you care about.")
    else:
        head = _("Make your first goal")
        why = _("A goal can be small. Something you want to be able to do, in your own words.")
    return Offer(_("A good first step"), head, why, _("Make a goal"), ft.Icons.FLAG_OUTLINED)


def _clearer(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    hint = Hint("statement", "vague", str(facts.get("question", "")), facts)
    return Offer(
        _("One small question"),
        goal,
        question(hint, today),
        _("Make it clearer"),
        ft.Icons.LIGHTBULB_OUTLINE,
    )


def _check_in(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    why = ngettext(
        "You last said how it goes {n} day ago. How is it now?",
        "You last said how it goes {n} days ago. How is it now?",
        days,
    ).format(n=number(days))
    return Offer(_("How is it going?"), goal, why, _("Check in"), ft.Icons.TRENDING_UP)


def _about_you(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    return Offer(
        _("About you"),
        _("Tell how you like to learn"),
        _("What are you good at? What helps you? It makes it easier for others to help you."),
        _("Tell something"),
        ft.Icons.FACE_OUTLINED,
        PLUM,
    )


def _show_again(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    return Offer(
        _("A good next step"),
        _("What did you make or find out?"),
        _("It is a while since you showed something. A photo and one sentence are enough."),
        _("Show it"),
        ft.Icons.ADD_A_PHOTO_OUTLINED,
        MAIN,
    )


def _show_first(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    return Offer(
        _("A good next step"),
        _("Show something you learned"),
        _("Take a photo of it or write one sentence. It stays in your portfolio."),
        _("Show it"),
        ft.Icons.ADD_A_PHOTO_OUTLINED,
        MAIN,
    )


def _free(facts: Facts, goal: str, days: int, reader: Reader, today: date) -> Offer:
    return Offer(
        _("All done"),
        _("Nothing waits for you today"),
        _("You can show something new, or look at what you made."),
        _("Show something"),
        ft.Icons.WB_SUNNY_OUTLINED,
        LEAF,
    )


_OFFERS = {
    "answer": _answer,
    "suggested": _suggested,
    "agreed": _agreed,
    "asked": _asked,
    "wished": _wished,
    "planned": _planned,
    "begun": _begun,
    "missed": _missed,
    "review": _review,
    "due_soon": _due_soon,
    "first_goal": _first_goal,
    "clearer": _clearer,
    "check_in": _check_in,
    "about_you": _about_you,
    "show_again": _show_again,
    "show_first": _show_first,
    "free": _free,
}
