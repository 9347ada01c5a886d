"""The goal coach's small questions, and the parts they ask about."""

from datetime import date

import flet as ft

from app.domain.days import iso_day
from app.domain.smart import Hint
from app.views.parts.bidi import isolate
from app.views.theme import AMBER, MAIN, PLUM, SKY, Tone
from app.words import _, full_day, ngettext, number, weekday

PART_SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    "statement": (ft.Icons.FLAG_OUTLINED, SKY),
    "measure": (ft.Icons.VISIBILITY_OUTLINED, MAIN),
    "reason": (ft.Icons.FAVORITE_BORDER, PLUM),
    "due": (ft.Icons.EVENT_OUTLINED, AMBER),
}


def part_name(part: str) -> str:
    """Returns the question that a part of a goal answers."""
    names = {
        "statement": _("What do I want to do?"),
        "measure": _("How will I know?"),
        "due": _("By when?"),
        "reason": _("Why does it matter to me?"),
        "baseline": _("Where am I now?"),
        "target": _("Where do I want to be?"),
        "state": _("Is it reached?"),
    }
    return names.get(part, part)


def part_example(part: str) -> str:
    """Returns an example for an empty part."""
    return {
        "statement": _("For example: Explain ratios to my sister"),
        "measure": _("For example: She can mix the same green without me"),
        "due": _("For example: before the holidays"),
        "reason": _("For example: Because we cook together"),
    }.get(part, "")


def question(hint: Hint, today: date) -> str:
    """Returns the coach's question; "" where nothing is to ask."""
    facts = dict(hint.facts)
    offered = iso_day(str(facts.get("date", "")))
    day = full_day(offered, today) if offered else ""
    named = weekday(offered) if offered else ""
    word = str(facts.get("word", ""))
    days = int(facts.get("days", 0))
    questions = {
        "what": _("What do you want to be able to do?"),
        "what_exactly": _("“{word}” can mean many things. What exactly will you do?")
        if word
        else _("Can you say a little more? What exactly will you do?"),
        "one_thing": _("That is a lot for one goal. Which one thing comes first?"),
        "see_or_hear": _("“{word}” is hard to see from outside. What will we see or hear?")
        if word
        else _("What will you see or hear when you can do it?"),
        "how_count": _("How much is “{word}”? A number helps, like 8 out of 10."),
        "which_day": _("Which day? {day} is a {weekday}."),
        "past": _("That day has passed. Would {day} be good? It is a {weekday}."),
        "too_far": ngettext(
            "That is {n} day away. What could you reach in a few weeks?",
            "That is {n} days away. What could you reach in a few weeks?",
            days,
        ),
        "because": _("Why does it matter to you? Has it to do with “{interest}”?")
        if facts.get("interest")
        else _("Why does it matter to you?"),
        "for_you": _("That sounds like somebody else's reason. What is in it for you?"),
    }
    template = questions.get(hint.code, "")
    return template.format(
        word=word, day=day, weekday=named, n=number(days), interest=isolate(str(facts.get("interest", "")))
    )


def offered_day(hint: Hint | None) -> date | None:
    """Returns the day that the coach offers, if it does."""
    return iso_day(str(hint.facts.get("date", ""))) if hint else None
