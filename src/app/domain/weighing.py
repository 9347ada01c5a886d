"""Which way to a competency suits this learner today, by visible weights."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.library import Activity
from app.domain.likes import liked_interest, liked_preference
from app.domain.suggestion import SUPPORT, Reason, Scene, Suggestion, Went
from app.domain.weights import Weights

MOST_OTHERS = 4


class Scales:
    """Weighs ways to competencies. What speaks for a way wherever it leads is worked out once."""

    def __init__(self, scene: Scene, weights: Weights) -> None:
        self.scene, self.weights = scene, weights
        self._known: dict[str, tuple[Reason, ...]] = {}
        self._done = {one.activity for one in scene.chosen if one.state == "done"}
        left = [one for one in scene.chosen if one.state == "left"]
        self._left = {(name, one.activity) for one in left for name in one.competencies}

    def with_way(self, one: Suggestion) -> Suggestion:
        """Returns the suggestion with the way that has most points, and the others behind it."""
        ways = self.scene.ways(one.competency)
        if not ways:
            return one
        tired = frozenset(way.modality for way in ways if (one.competency, way.id) in self._left)
        weighed = [self._reasons(one, way, tired) for way in ways]
        points = [sum(reason.points for reason in reasons) for reasons in weighed]
        order = sorted(range(len(ways)), key=lambda n: (-points[n], n))
        best = order[0]
        return replace(
            one,
            activity=ways[best].id,
            points=one.points + points[best],
            reasons=(*one.reasons, *(reason for reason in weighed[best] if reason.points)),
            others=tuple(ways[n].id for n in order[1 : MOST_OTHERS + 1]),
        )

    def ordered(self, ways: Sequence[Activity]) -> tuple[Activity, ...]:
        """Returns ways, the one that suits best first."""
        points = [sum(reason.points for reason in self._alone(way)) for way in ways]
        return tuple(ways[n] for n in sorted(range(len(ways)), key=lambda n: (-points[n], n)))

    def _reasons(self, one: Suggestion, way: Activity, tired: frozenset[str]) -> tuple[Reason, ...]:
        own = self._alone(way)
        if one.kind != SUPPORT:
            return own
        if way.modality in tired or self.scene.went.get(way.modality, Went()).badly:
            return (*own, Reason("same_way", -self.weights.struggling))
        return (*own, Reason("other_way", self.weights.went_well, {"modality": way.modality}))

    def _alone(self, way: Activity) -> tuple[Reason, ...]:
        own = self._known.get(way.id)
        if own is None:
            own = self._known[way.id] = (*self._likes(way), *self._place(way), *self._past(way))
        return own

    def _likes(self, way: Activity) -> Iterator[Reason]:
        scene, weights = self.scene, self.weights
        interest = liked_interest(way, scene.interests)
        if interest:
            yield Reason("interest", weights.interest, {"text": interest})
        preference = liked_preference(way, scene.preferences)
        if preference:
            yield Reason("preference", weights.preference, {"text": preference})
        helps = next((act for act in way.supports if act in scene.acts), "")
        if helps:
            yield Reason("accommodation", weights.accommodation, {"act": helps})

    def _place(self, way: Activity) -> Iterator[Reason]:
        today = self.scene.settings
        if today and way.settings:
            here = next((place for place in way.settings if place in today), "")
            if here:
                yield Reason("setting", self.weights.setting, {"setting": here})
            else:
                yield Reason("not_here", -self.weights.setting)

    def _past(self, way: Activity) -> Iterator[Reason]:
        went = self.scene.went.get(way.modality, Went())
        if went.well > went.badly:
            yield Reason("went_well", self.weights.went_well, {"modality": way.modality})
        elif went.badly > went.well:
            yield Reason("went_badly", -self.weights.went_badly, {"modality": way.modality})
        if way.id in self._done:
            yield Reason("done_before", -self.weights.done_before)
