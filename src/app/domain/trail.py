"""The path as a trail: what lies behind, where one is, what opens next, and where it leads later.

Of a path with a thousand competencies only what is near is drawn; how many more there are is counted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.domain.standing import MASTERED, UNSEEN, Standing

BEHIND, HERE, NEXT, LATER = "behind", "here", "next", "later"
MOST = {BEHIND: 3, HERE: 4, NEXT: 3, LATER: 3}


@dataclass(frozen=True)
class Station:
    """One competency on the trail; ``after`` is what it waits for, "" where it is open."""

    competency: str
    place: str
    standing: Standing
    after: str = ""


@dataclass(frozen=True)
class Trail:
    """The stations near here in walking order, and how many of each place there are in all."""

    stations: tuple[Station, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    def more(self, place: str) -> int:
        """Returns how many of a place are not drawn."""
        drawn = sum(1 for one in self.stations if one.place == place)
        return self.counts.get(place, 0) - drawn


@dataclass(frozen=True)
class Land:
    """What a trail is drawn of: competencies in reading order, levels, prerequisites and what they open;
    ``wanted`` are those of open goals."""

    order: Sequence[str]
    level: Callable[[str], str]
    met: Callable[[str], bool]
    standing: Callable[[str], Standing]
    before: Callable[[str], Sequence[str]]
    after: Callable[[str], Sequence[str]]
    wanted: frozenset[str] = frozenset()


def trail(land: Land, most: dict[str, int] | None = None) -> Trail:
    """Returns the trail around where the learner is; with `most`, so many of each place."""
    limits = {**MOST, **(most or {})}
    sides: dict[str, list[str]] = {BEHIND: [], HERE: [], NEXT: [], LATER: []}
    for name in land.order:
        sides[_place(name, land)].append(name)
    places = {name: place for place, name in enumerate(land.order)}
    sides[BEHIND].sort(key=lambda name: (land.standing(name).reached, places[name]))
    sides[HERE].sort(key=lambda name: (name not in land.wanted, -land.standing(name).last, places[name]))
    chosen = {BEHIND: sides[BEHIND][-limits[BEHIND] :] if limits[BEHIND] else []}
    chosen[HERE] = sides[HERE][: limits[HERE]]
    near = {after for name in (*chosen[BEHIND], *chosen[HERE]) for after in land.after(name)}
    chosen[NEXT] = _nearest(sides[NEXT], near, land, places)[: limits[NEXT]]
    beyond = {after for name in (*chosen[HERE], *chosen[NEXT]) for after in land.after(name)}
    chosen[LATER] = _nearest(sides[LATER], beyond, land, places)[: limits[LATER]]
    stations = [_station(name, place, land) for place, names in chosen.items() for name in names]
    return Trail(tuple(stations), {place: len(names) for place, names in sides.items()})


def _place(name: str, land: Land) -> str:
    level = land.level(name)
    if level == MASTERED:
        return BEHIND
    if level != UNSEEN:
        return HERE
    return NEXT if all(map(land.met, land.before(name))) else LATER


def _nearest(names: list[str], near: set[str], land: Land, places: dict[str, int]) -> list[str]:
    """Returns names with those of goals first, then those that are just opened, then in reading order."""
    return sorted(names, key=lambda name: (name not in land.wanted, name not in near, places[name]))


def _station(name: str, place: str, land: Land) -> Station:
    missing = "" if place != LATER else next(one for one in land.before(name) if not land.met(one))
    return Station(name, place, land.standing(name), missing)
