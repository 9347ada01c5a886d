"""The goal coach's small questions, and the parts they ask about."""

from datetime import date

import flet as ft

from app.domain.days import iso_day
from app.domain.examples import Example
from app.domain.smart import Hint
from app.views.parts.bidi import isolate
from app.views.theme import AMBER, LEAF, MAIN, PLUM, SKY, Tone
from app.words import _, full_day, ngettext, number, weekday

PART_SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    "statement": (ft.Icons.FLAG_OUTLINED, SKY),
    "measure": (ft.Icons.VISIBILITY_OUTLINED, MAIN),
    "reason": (ft.Icons.FAVORITE_BORDER, PLUM),
    "due": (ft.Icons.EVENT_OUTLINED, AMBER),
    "attainable": (ft.Icons.STAIRS_OUTLINED, LEAF),
    "competencies": (ft.Icons.EXTENSION_OUTLINED, SKY),
    "supports": (ft.Icons.HANDSHAKE_OUTLINED, LEAF),
    "resources": (ft.Icons.HANDYMAN_OUTLINED, SKY),
    "review": (ft.Icons.RECORD_VOICE_OVER_OUTLINED, PLUM),
    "part": (ft.Icons.GROUPS_OUTLINED, PLUM),
    "target": (ft.Icons.STRAIGHTEN, MAIN),
    "baseline": (ft.Icons.STRAIGHTEN, MAIN),
    "term": (ft.Icons.HIKING, PLUM),
}


def part_name(part: str) -> str:
    """Returns the question that a part of a goal answers."""
    names = {
        "statement": _("What do I want to be able to do?"),
        "measure": _("How will I know?"),
        "due": _("By when?"),
        "reason": _("Why does it matter to me?"),
        "baseline": _("Where am I now?"),
        "target": _("Where do I want to be?"),
        "state": _("Is it reached?"),
        "attainable": _("Can I reach it?"),
        "competencies": _("Which skills is it for?"),
        "supports": _("What or who helps me?"),
        "resources": _("What do I need for it?"),
        "review": _("When do we talk about it?"),
        "part": _("What is my part?"),
        "unit": _("Counted in what?"),
        "term": _("Is it long or short?"),
        "scale": _("How is it measured?"),
    }
    return names.get(part, part)


def part_example(part: str, shown: Example | None = None) -> str:
    """Returns an example for an empty part: with the learner's own interest, where one is known."""
    if shown is not None and shown.interest:
        own = _own_examples().get(part, ())
        if own:
            return own[shown.template % len(own)].format(interest=isolate(shown.interest))
    return {
        "statement": _("For example: Explain ratios to my sister"),
        "measure": _("For example: She can mix the same green without me"),
        "due": _("For example: before the holidays"),
        "reason": _("For example: Because we cook together"),
        "supports": _("For example: Dad, on Sundays"),
        "resources": _("For example: three cups and paint"),
        "unit": _("For example: pages"),
        "part": _("For example: I draw the map"),
    }.get(part, "")


def _own_examples() -> dict[str, tuple[str, ...]]:
    return {
        "statement": (
            _("For example: Explain “{interest}” to somebody who does not know it"),
            _("For example: Find out three new things about “{interest}” and show them"),
            _("For example: Make something about “{interest}” that others can use"),
            _("For example: Write one page about “{interest}” that a friend wants to read"),
        ),
        "measure": (
            _("For example: I can tell three things about “{interest}” without looking"),
            _("For example: Somebody else can do it after I showed them, with “{interest}”"),
            _("For example: 8 of 10 right, with examples from “{interest}”"),
            _("For example: Two people say what they learned about “{interest}”"),
        ),
        "reason": (
            _("For example: Because I need it for “{interest}”"),
            _("For example: Because I like “{interest}”, and this brings me on"),
            _("For example: Because I want to tell others about “{interest}”"),
        ),
        "attainable": (
            _("For example: first only one small thing about “{interest}”"),
            _("For example: the easy half first, with “{interest}”"),
        ),
    }


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
        "no_such_day": _("No calendar has that day. Would {day} be good? It is a {weekday}."),
        "needs_day": _("With a day one can see whether it is too much."),
        "make_parts": _("That is a long way. Make it a long goal, with short ones in it?"),
        "much_soon": ngettext(
            "That is a lot for {n} day. What comes first?",
            "That is a lot for {n} days. What comes first?",
            days,
        ),
        "big_jump": _("From {start} to {target} is a big jump for that time. Is there a step between?"),
        "which_skill": _("You can choose the skills that it is for. You need not."),
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
        word=word,
        day=day,
        weekday=named,
        n=number(days),
        interest=isolate(str(facts.get("interest", ""))),
        start=isolate(str(facts.get("start", ""))),
        target=isolate(str(facts.get("target", ""))),
    )


def offered_day(hint: Hint | None) -> date | None:
    """Returns the day that the coach offers, if it does."""
    return iso_day(str(hint.facts.get("date", ""))) if hint else None
