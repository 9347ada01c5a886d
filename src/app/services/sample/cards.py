"""What a sample book copies from the starters: cards of competencies, and the ways that were chosen."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from app.domain.library import PRECEDES, Activity, Competency, Link
from app.domain.models import Record
from app.services.starters import Starters
from app.sync.op import ADD, Edit

_LEFT_OUT = {"id", "by", "who", "at", "changed", "versions", "kept", "edited"}


class Cards:
    """The cards of one book: each is copied once, with the first record that names it."""

    def __init__(self) -> None:
        self.starters = Starters.of("en")
        self._here: set[str] = set()

    @cached_property
    def _competencies(self) -> Mapping[str, Competency]:
        return {one.id: one for one in self.starters.competencies}

    @cached_property
    def _activities(self) -> Mapping[str, Activity]:
        return {one.id: one for one in self.starters.activities}

    def competency(self, code: str) -> str:
        """Returns the id of a competency. Raises KeyError for a code that the starters do not have."""
        return self.starters.codes[code]

    def activity(self, name: str) -> Activity:
        """Returns a way that comes with the app. Raises KeyError where there is none."""
        return self._activities[name]

    def of(self, ids: Iterable[str]) -> list[Edit]:
        """Returns the edits that copy the cards which are not in the book yet, and the links that join
        them to those that are."""
        fresh = [rec for rec in dict.fromkeys(ids) if rec not in self._here]
        if not fresh:
            return []
        self._here.update(fresh)
        links = [link for link in self.starters.links if self._joins(link, fresh)]
        return [
            *(_copied("competencies", self._competencies[rec]) for rec in fresh),
            *(_copied("links", link) for link in links),
        ]

    def _joins(self, link: Link, fresh: Iterable[str]) -> bool:
        ends = {link.origin, link.target}
        return link.kind == PRECEDES and ends <= self._here and not ends.isdisjoint(fresh)

    def of_activity(self, activity: Activity) -> list[Edit]:
        """Returns the edits that copy a way and the cards of what it is for."""
        cards = self.of(activity.competencies)
        if activity.id in self._here:
            return cards
        self._here.add(activity.id)
        return [*cards, _copied("activities", activity)]


def _copied(col: str, one: Record) -> Edit:
    values = one.model_dump(mode="json", exclude=_LEFT_OUT)
    return Edit(ADD, col, one.id, "", {name: value for name, value in values.items() if value})
