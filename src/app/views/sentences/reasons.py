"""Why something is suggested, in words."""

from collections.abc import Callable, Mapping

from app.domain.suggestion import BEGIN, REVISIT, SUPPORT, Reason, Suggestion
from app.services.open_book import OpenBook
from app.views.parts.bidi import isolate
from app.views.sentences.path import listed, name_of
from app.views.sentences.profile import act_name
from app.words import _, ngettext, number

Facts = Mapping[str, str | int]
MOST_CLAUSES = 3


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
    kept = [reason for reason in one.reasons if reason in ranked[:MOST_CLAUSES]]
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
