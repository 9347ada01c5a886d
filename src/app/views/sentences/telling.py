"""A goal's story, in sentences: who did what."""

from datetime import date

import flet as ft

from app.domain.days import Facts
from app.domain.goal_story import Happening
from app.views.checkin import feeling_name
from app.views.parts.bidi import isolate
from app.views.parts.days import due_words
from app.views.sentences.coaching import part_name
from app.views.theme import AMBER, LEAF, MAIN, PLUM, QUIET, SKY, Tone
from app.words import _, ngettext, number

SIGNS: dict[str, tuple[ft.IconData, Tone]] = {
    "made": (ft.Icons.FLAG_OUTLINED, SKY),
    "idea": (ft.Icons.LIGHTBULB_OUTLINE, AMBER),
    "asked": (ft.Icons.FRONT_HAND_OUTLINED, PLUM),
    "proposed": (ft.Icons.FRONT_HAND_OUTLINED, PLUM),
    "agreed": (ft.Icons.HANDSHAKE_OUTLINED, LEAF),
    "wished": (ft.Icons.EDIT_NOTE, PLUM),
    "began": (ft.Icons.PLAY_ARROW_OUTLINED, MAIN),
    "reached": (ft.Icons.CELEBRATION_OUTLINED, LEAF),
    "let_go": (ft.Icons.AIR, QUIET),
    "checked": (ft.Icons.DIRECTIONS_WALK, MAIN),
    "measured": (ft.Icons.STRAIGHTEN, MAIN),
    "reworded": (ft.Icons.EDIT_OUTLINED, SKY),
    "adapted_split": (ft.Icons.CALL_SPLIT, AMBER),
    "adapted_extended": (ft.Icons.MORE_TIME, AMBER),
    "adapted_easier": (ft.Icons.TRENDING_DOWN, AMBER),
    "adapted_let_go": (ft.Icons.AIR, QUIET),
}


def sign(one: Happening) -> tuple[ft.IconData, Tone]:
    """Returns the sign of a line."""
    return SIGNS.get(one.code, SIGNS["reworded"])


def told(one: Happening, name: str, today: date, unit: str = "") -> str:
    """Returns one line of the story."""
    facts = dict(one.facts)
    times = int(facts.get("times", 0))
    who = isolate(name)
    if one.code == "checked":
        return _checked(who, str(facts["feeling"]), times)
    if one.code == "measured":
        value = " ".join(part for part in (str(facts["value"]), unit) if part)
        text = ngettext("{name} measured: {value}.", "{name} measured {n} times, last: {value}.", times)
        return text.format(name=who, value=isolate(value), n=number(times))
    return _sentence(one).format(
        name=who,
        statement=isolate(str(facts.get("statement", "")) or _("A goal without words yet")),
        text=isolate(str(facts.get("text", ""))),
        part=isolate(part_name(str(facts.get("field", "")))),
        after=isolate(_value(facts, "after", today) or _("nothing")),
        n=number(int(facts.get("into", 0))),
    )


def _checked(who: str, feeling: str, times: int) -> str:
    text = ngettext("{name} checked in: {feeling}.", "{name} checked in {n} times: {feeling}.", times)
    return text.format(name=who, feeling=feeling_name(feeling), n=number(times))


def _sentence(one: Happening) -> str:
    later = "after" in one.facts
    sentences = {
        "made": _("{name} wrote this goal: “{statement}”."),
        "idea": _("{name} kept it as an idea."),
        "asked": _("{name} put it up for a yes."),
        "proposed": _("{name} asked for a yes."),
        "agreed": _("{name} said yes."),
        "wished": _("{name} wished: “{text}”"),
        "began": _("{name} began again.")
        if one.facts.get("before") in ("achieved", "letgo")
        else _("{name} began."),
        "reached": _("{name} said that it is reached."),
        "let_go": _("{name} let it go."),
        "reworded": _("{name} changed “{part}” to: “{after}”"),
        "adapted_split": _("{name} made {n} short goals of it."),
        "adapted_extended": _("{name} gave it more time: {after}.")
        if later
        else _("{name} gave it more time."),
        "adapted_easier": _("{name} made it easier: {after}.") if later else _("{name} made it easier."),
        "adapted_let_go": _("{name} let it go."),
        "adapted_again": _("{name} began again."),
        "adapted_reached": _("{name} said that it is reached."),
    }
    return sentences.get(one.code, _("{name} said why the goal was changed."))


def _value(facts: Facts, name: str, today: date) -> str:
    text = str(facts.get(name, ""))
    return due_words(text, today) if facts.get("field") == "due" else text


def reasons(one: Happening) -> list[str]:
    """Returns what was said with a line: why, what was learned, a note."""
    facts = dict(one.facts)
    said = [
        _("Because: {why}").format(why=isolate(str(facts["why"]))) if facts.get("why") else "",
        _("What I learned: {text}").format(text=isolate(str(facts["learned"])))
        if facts.get("learned")
        else "",
        f"“{facts['note']}”" if facts.get("note") else "",
    ]
    return [line for line in said if line]
