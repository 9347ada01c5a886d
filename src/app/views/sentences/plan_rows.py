"""The rows of Today's plan, in words."""

from collections.abc import Callable, Mapping
from datetime import date

import flet as ft

from app.domain.desk import Row
from app.services.reading import Reader
from app.views.parts.bidi import isolate
from app.views.parts.days import by_words
from app.views.parts.voices import role_name
from app.views.sentences.planning import block_name, minutes_words
from app.views.theme import AMBER, LEAF, MAIN, PLUM, SKY, Tone
from app.words import _, ngettext, number

Facts = Mapping[str, str | int]
Line = tuple[str, str, ft.IconData, Tone]


def who_said(reader: Reader, facts: Facts) -> str:
    """Returns the name of who said something, or the role where no name is known."""
    return reader.person(str(facts.get("who", ""))).name or role_name(str(facts.get("by", "")))


def planned_when(facts: Facts) -> str:
    """Returns in which block of the day something is planned, and how long it takes."""
    start, minutes = str(facts.get("start", "")), minutes_words(int(facts.get("minutes", 0)))
    block = block_name(str(facts.get("block", "")), str(facts.get("block_title", "")))
    return " · ".join(one for one in (start, block, minutes) if one)


def plan_row(row: Row, reader: Reader, today: date) -> Line:
    """Returns the bold line, the quiet line, the sign and its tone of a row of the plan."""
    return _ROWS[row.kind](row, reader, today)


def _answer(row: Row, reader: Reader, today: date) -> Line:
    head = _("Answer {name}").format(name=isolate(who_said(reader, row.facts)))
    return head, f"“{row.facts.get('text', '')}”", ft.Icons.CHAT_BUBBLE_OUTLINE, PLUM


def _open_way(row: Row, reader: Reader, today: date) -> Line:
    head = _("{name} suggests a way to learn").format(name=isolate(who_said(reader, row.facts)))
    return head, f"“{row.facts.get('text', '')}”", ft.Icons.TRENDING_UP, PLUM


def _form(row: Row, reader: Reader, today: date) -> Line:
    head = _("{name} asks you").format(name=isolate(who_said(reader, row.facts)))
    return head, str(row.facts.get("text", "")), ft.Icons.QUIZ_OUTLINED, PLUM


def _planned(row: Row, reader: Reader, today: date) -> Line:
    sign = ft.Icons.FLAG_OUTLINED if row.facts.get("goal") else ft.Icons.EVENT_AVAILABLE_OUTLINED
    return str(row.facts.get("title", "")), planned_when(row.facts), sign, LEAF if row.done else SKY


def _begun(row: Row, reader: Reader, today: date) -> Line:
    quiet = _("You have begun") if row.facts.get("state") == "started" else _("You chose this")
    return str(row.facts.get("title", "")), quiet, ft.Icons.PLAY_ARROW, MAIN


def _left(row: Row, reader: Reader, today: date) -> Line:
    count = int(row.facts.get("count", 0))
    said = ngettext("{n} thing from earlier days", "{n} things from earlier days", count)
    return said.format(n=number(count)), _("Move it, or leave it out"), ft.Icons.REPLAY, AMBER


def _reflect(row: Row, reader: Reader, today: date) -> Line:
    return _("Look back at your week"), _("One question, a minute"), ft.Icons.WEEKEND_OUTLINED, PLUM


def _check_in(row: Row, reader: Reader, today: date) -> Line:
    due, count = str(row.facts.get("due", "")), int(row.facts.get("count", 0))
    parts = [by_words(due, today)] if due else []
    if row.done:
        parts.append(_("You checked in today"))
    elif count:
        parts.append(_("{n} of 4 steps").format(n=number(int(row.facts.get("steps", 0)))))
    else:
        parts.append(_("How is it going?"))
    head = str(row.facts.get("goal", "")) or _("My goal")
    return head, " · ".join(parts), ft.Icons.FLAG_OUTLINED, LEAF if row.done else SKY


_ROWS: dict[str, Callable[[Row, Reader, date], Line]] = {
    "answer": _answer,
    "open_way": _open_way,
    "survey": _form,
    "quiz": _form,
    "planned": _planned,
    "left": _left,
    "begun": _begun,
    "reflect": _reflect,
    "check_in": _check_in,
}
