"""Levels and stations, in words."""

from collections.abc import Sequence
from datetime import date

from app.domain.library import Competency
from app.domain.standing import BEGUN, GROWING, MASTERED, UNSEEN, Standing
from app.domain.trail import BEHIND, HERE, NEXT, Station
from app.services.days import local_day
from app.services.open_book import OpenBook
from app.views.parts.bidi import isolate
from app.words import _, month, ngettext, number

LONGEST_NAME = 90


def mastery_name(level: str) -> str:
    """Returns what a level is called."""
    names = {UNSEEN: _("Not begun"), BEGUN: _("Begun"), GROWING: _("Growing"), MASTERED: _("Mastered")}
    return names.get(level, level)


def short_name(one: Competency | None) -> str:
    """Returns what a competency is called where room is scarce; its code is never the headline."""
    if one is None:
        return _("Something from another device")
    name = one.short or one.statement or one.code or _("Something without words")
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"


def name_of(book: OpenBook, competency: str) -> str:
    """Returns a competency's short name."""
    return short_name(book.catalog.competency(competency))


def station_line(book: OpenBook, station: Station, today: date) -> str:
    """Returns the quiet line of a station: where it is, and how far."""
    if station.place == BEHIND:
        return reached_line(station.standing, today)
    if station.place == HERE:
        return missing_line(station.standing)
    if station.place == NEXT:
        return _("Open now")
    return _("After {name}").format(name=isolate(name_of(book, station.after)))


def reached_line(standing: Standing, today: date) -> str:
    """Returns since when something is mastered."""
    day = local_day(standing.reached)
    if day.year == today.year:
        return _("Mastered in {month}").format(month=month(day))
    return _("Mastered in {month} {year}").format(month=month(day), year=day.year)


def explained(standing: Standing, today: date) -> str:
    """Returns why a level is what it is: since when it is mastered, or what is still asked for."""
    return reached_line(standing, today) if standing.level == MASTERED else missing_line(standing)


def own_view(level: int) -> str:
    """Returns what the learner says of it, as a sentence."""
    views = {
        1: _("You say: I have begun."),
        2: _("You say: I am getting there."),
        3: _("You say: I can do it."),
        4: _("You say: I can do more than that."),
    }
    return views.get(level, "")


def credits_line(many: int) -> str:
    """Returns how many credits there are in all."""
    return ngettext("{n} credit in all", "{n} credits in all", many).format(n=number(many))


def missing_line(standing: Standing) -> str:
    """Returns how much is shown, and what for one more is needed."""
    need = standing.need
    if standing.faded:
        return _("You knew it well. One good piece brings it back.")
    counted = ngettext("{n} of {all} piece", "{n} of {all} pieces", need.pieces)
    said = counted.format(n=number(min(standing.good, need.pieces)), all=number(need.pieces))
    return " · ".join((said, *_missing(standing)))


def _missing(standing: Standing) -> list[str]:
    need, said = standing.need, []
    if standing.kinds < need.kinds and standing.good:
        said.append(_("one more of another kind"))
    if standing.good >= need.pieces and standing.eyes < need.others:
        said.append(_("needs a grown-up’s eyes"))
    elif standing.waiting:
        waits = ngettext("{n} waits to be looked at", "{n} wait to be looked at", standing.waiting)
        said.append(waits.format(n=number(standing.waiting)))
    if not standing.together:
        said.append(_("one more soon: these are far apart"))
    return said


def listed(parts: Sequence[str]) -> str:
    """Returns parts of a sentence as a list: "a, b and c"."""
    if len(parts) == 1:
        return parts[0]
    first = parts[0]
    for part in parts[1:-1]:
        first = _("{list}, {next}").format(list=first, next=part)
    return _("{list} and {last}").format(list=first, last=parts[-1])
