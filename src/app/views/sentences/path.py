"""Levels, stations and reasons, in words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from app.domain.library import Competency
from app.domain.standing import BEGUN, GROWING, MASTERED, UNSEEN, Standing
from app.domain.suggestion import BEGIN, REVISIT, SUPPORT, Reason, Suggestion
from app.domain.trail import BEHIND, HERE, NEXT, Station
from app.services.days import local_day
from app.services.open_book import OpenBook
from app.views.parts.bidi import isolate
from app.views.sentences.profile import act_name
from app.words import _, month, ngettext, number

Facts = Mapping[str, str | int]
LONGEST_NAME = 90
MOSTCLAUSES = 3


def level_name(level: str) -> str:
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


def kind_word(kind: str) -> str:
    """Returns what sort of step it is."""
    names = {
        BEGIN: _("Something new"),
        SUPPORT: _("Another way to try"),
        REVISIT: _("Do you remember?"),
    }
    return names.get(kind, _("Go on here"))


def why(book: OpenBook, one: Suggestion) -> str:
    """Returns the sentence that says why something is suggested, by its strongest reasons."""
    ranked = sorted((r for r in one.reasons if r.points > 0), key=lambda reason: -reason.points)
    kept = [reason for reason in one.reasons if reason in ranked[:MOSTCLAUSES]]
    said = [clause for clause in (_clause(book, reason) for reason in kept) if clause]
    if not said:
        return _("A good place to begin: nothing is needed before it.")
    return _("Because {reasons}.").format(reasons=listed(said))


def every_reason(book: OpenBook, one: Suggestion) -> list[tuple[str, int]]:
    """Returns every reason with its points, those against it too: the points add up to the suggestion's own.

    The strongest stands first, what speaks against it last.
    """
    ranked = sorted(one.reasons, key=lambda reason: -reason.points)
    return [(_clause(book, reason) or _("a rule of its own"), reason.points) for reason in ranked]


def points_line(points: int, reason: str) -> str:
    """Returns one reason with its points, as words."""
    if points < 0:
        said = ngettext("{n} point less: {reason}", "{n} points less: {reason}", -points)
    else:
        said = ngettext("{n} point: {reason}", "{n} points: {reason}", points)
    return said.format(n=number(abs(points)), reason=reason)


def together_line(points: int) -> str:
    """Returns what the points of a suggestion add up to."""
    return ngettext("Together {n} point.", "Together {n} points.", points).format(n=number(points))


def listed(parts: Sequence[str]) -> str:
    """Returns parts of a sentence as a list: "a, b and c"."""
    if len(parts) == 1:
        return parts[0]
    first = parts[0]
    for part in parts[1:-1]:
        first = _("{list}, {next}").format(list=first, next=part)
    return _("{list} and {last}").format(list=first, last=parts[-1])


def _clause(book: OpenBook, reason: Reason) -> str:
    make = CLAUSES.get(reason.code)
    return make(book, reason.facts) if make else ""


def _shown(book: OpenBook, facts: Facts) -> str:
    return _("you have shown “{name}”").format(name=isolate(name_of(book, str(facts["competency"]))))


def _growing(book: OpenBook, facts: Facts) -> str:
    if facts["faded"]:
        return _("it slipped away a little")
    if not facts["good"]:
        return _("you have begun it")
    counted = ngettext("you have {n} of {all} piece", "you have {n} of {all} pieces", int(facts["pieces"]))
    return counted.format(n=number(int(facts["good"])), all=number(int(facts["pieces"])))


def _goal(book: OpenBook, facts: Facts) -> str:
    goal = book.reader.goal(str(facts["goal"]))
    words = goal.statement if goal and goal.statement else _("My goal")
    return _("it belongs to your goal “{goal}”").format(goal=isolate(words))


def _rested(book: OpenBook, facts: Facts) -> str:
    days = int(facts["days"])
    said = ngettext("you last worked on it {n} day ago", "you last worked on it {n} days ago", days)
    return said.format(n=number(days))


def _stuck(book: OpenBook, facts: Facts) -> str:
    goal = book.reader.goal(str(facts["goal"]))
    words = goal.statement if goal and goal.statement else _("My goal")
    return _("you said that “{goal}” is stuck").format(goal=isolate(words))


def _liked(book: OpenBook, facts: Facts) -> str:
    return _("you like “{text}”").format(text=isolate(str(facts["text"])))


def _said(book: OpenBook, facts: Facts) -> str:
    return _("you said “{text}”").format(text=isolate(str(facts["text"])))


def _helped(book: OpenBook, facts: Facts) -> str:
    return _("it has what helps you: {help}").format(help=act_name(str(facts["act"])))


def _here(book: OpenBook, facts: Facts) -> str:
    places = {
        "quiet": _("you have a quiet corner today"),
        "table": _("you can sit with others today"),
        "outdoors": _("you can be outdoors today"),
        "home": _("you are at home today"),
        "online": _("you can be online today"),
    }
    return places.get(str(facts["setting"]), _("you can do it where you are today"))


def _went_well(book: OpenBook, facts: Facts) -> str:
    words = {
        "read": _("reading went well for you"),
        "watch": _("watching went well for you"),
        "make": _("making things went well for you"),
        "move": _("moving went well for you"),
        "talk": _("talking went well for you"),
        "play": _("playing went well for you"),
        "project": _("projects went well for you"),
        "practise": _("practising went well for you"),
    }
    return words.get(str(facts["modality"]), _("ways like this went well for you"))


CLAUSES: Mapping[str, Callable[[OpenBook, Facts], str]] = {
    "prerequisites": _shown,
    "growing": _growing,
    "goal": _goal,
    "rested": _rested,
    "interest": _liked,
    "preference": _said,
    "accommodation": _helped,
    "setting": _here,
    "went_well": _went_well,
    "struggling_low": lambda book, facts: _("the last two pieces were hard"),
    "struggling_stuck": _stuck,
    "struggling_left": lambda book, facts: _("two ways did not suit you"),
    "other_way": lambda book, facts: _("this is another way to it"),
    "revisit": lambda book, facts: _("it is a while since you showed it"),
    "not_here": lambda book, facts: _("today you are in another place than it needs"),
    "went_badly": lambda book, facts: _("ways like this were not yours so far"),
    "same_way": lambda book, facts: _("it is like a way that was hard for you"),
    "done_before": lambda book, facts: _("you have done this one already"),
}
