"""Where one is: routes, and how to go to another.

A route is what stands in the browser's address, so its back button works: every `go` is a step there.
A teacher's or family's routes into a learner's book begin with ``/class/<space>``; what follows is the
same as on the learner's own device.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

HOME = {"learner": "today", "teacher": "class", "family": "class", "": "start"}
CLASS, LEARNER, PORTFOLIO, CAPTURE, GROUPS = "class", "learner", "portfolio", "capture", "groups"
ON_THE_PATH = ("activity", "board", "way", "competency")
"""Pages without a list of their own: back leads to what they were opened from, else to the path."""
ASKED = ("quiz", "survey")
"""Questions, and with a name behind theirs what came of them: back leads to what they were opened from, their
list being one of those places, and never into the questions again."""
LEADS = frozenset(
    {*ON_THE_PATH, "today", "path", "skills", "growth", "week", "goals", "portfolio", "me", LEARNER} - {"way"}
)
FORMS = frozenset({"new", "edit", "more", "skills"})
MOST = 24  # so many pages are remembered on the way here

PATH = "path"
ON_PATH = frozenset({PATH, "goals", "week", "activity", "board", "way", "competency", "growth", "skills"})
"""The screens that the place "Path" of the navigation leads to."""


@dataclass(frozen=True)
class Place:
    """A parsed route: ``space`` of the book it leads into ("" for the device's own), the screen's
    name, and what follows it."""

    screen: str
    rest: tuple[str, ...] = ()
    space: str = ""

    @property
    def rec(self) -> str:
        """The first part after the screen's name, "" where there is none."""
        return self.rest[0] if self.rest else ""

    @property
    def more(self) -> str:
        """The second part after the screen's name, "" where there is none."""
        return self.rest[1] if len(self.rest) > 1 else ""

    @property
    def spot(self) -> str:
        """Which of the places in the navigation it belongs to."""
        if self.space or self.screen == GROUPS:
            return CLASS
        return PATH if self.screen in ON_PATH else self.screen


def parse(route: str) -> Place:
    """Returns the place of a route; a query behind it is left out."""
    screen, *rest = [part for part in route.partition("?")[0].split("/") if part] or [""]
    if screen == CLASS and rest:
        inner, *more = rest[1:] or [LEARNER]
        return Place(inner, tuple(more), rest[0])
    return Place(screen, tuple(rest))


def stepped(trail: tuple[str, ...], route: str) -> tuple[str, ...]:
    """Returns the routes that lead to `route`, itself last; one that was on the way already ends there."""
    if route in trail:
        return trail[: trail.index(route) + 1]
    return (*trail, route)[-MOST:]


@dataclass(frozen=True)
class Navigator:
    """Goes to other screens. ``place`` is the current one, ``home`` the role's first; ``trail`` the routes
    that led here, this one last."""

    place: Place
    home: str
    push: Callable[[str], None] = field(compare=False)
    trail: tuple[str, ...] = field(default=(), compare=False)

    def go(self, *parts: str) -> None:
        """Goes to a screen of this device: ``go("share")``."""
        self.push("/" + "/".join(parts))

    def to(self, *parts: str) -> None:
        """Goes to a screen of the book that is open: ``to("goals", rec)``."""
        base = (CLASS, self.place.space) if self.place.space else ()
        self.go(*base, *parts)

    def up(self) -> None:
        """Goes to what the current screen belongs to: its record, list, the learner's page, or home."""
        place = self.place
        if place.screen in ASKED and place.rec and (came := self._came_from()):
            self.push(came)
        elif place.more and place.screen not in ASKED:
            self.to(place.screen, place.rec)
        elif place.screen == CAPTURE and place.rec:
            self.to(*_shown_for(place.rec))
        elif place.screen in ON_THE_PATH and place.rec:
            came = self._came_from()
            self.push(came) if came else self.to(*((LEARNER, "path") if place.space else ("path",)))
        elif place.screen == "peer":
            self.to(PORTFOLIO, place.rec)
        elif place.space:
            side = (LEARNER, PORTFOLIO) if place.screen in (PORTFOLIO, CAPTURE) else ()
            self.go(*((CLASS,) if place.screen == LEARNER else (CLASS, place.space, *side)))
        elif place.rest:
            self.go(place.screen)
        else:
            self.go(self.home)

    def _came_from(self) -> str:
        """Returns the last page before this one, in the same book, that is no form; "" for none."""
        for route in reversed(self.trail[:-1]):
            place = parse(route)
            leads = place.screen in LEADS or (place.screen in ASKED and not place.rest)
            if place.space == self.place.space and leads and FORMS.isdisjoint(place.rest):
                return route
        return ""


def _shown_for(about: str) -> tuple[str, str]:
    """Returns the page of what is being shown for: an activity, a competency, or else a goal."""
    kind, _, rec = about.partition(":")
    known = {"way": "activity", "for": "competency"}.get(kind)
    return (known, rec) if known and rec else ("goals", about)
