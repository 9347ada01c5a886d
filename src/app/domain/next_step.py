"""The explained next step: at most three suggestions, each with its reasons, by visible weights.

The same scene gives the same suggestions: points first, then the order of the path. ``docs/next-step.md``
says the rule in words.
"""

from collections.abc import Iterator, Sequence

from app.domain.days import Facts
from app.domain.standing import BEGUN, GROWING, MASTERED, UNSEEN, Standing
from app.domain.struggling import low
from app.domain.suggestion import BEGIN, GO_ON, REVISIT, SUPPORT, Reason, Scene, Suggestion
from app.domain.weighing import Scales
from app.domain.weights import Weights

MOST_SUGGESTED = 3
LOOKED_AT = 24
"""So many competencies, those with most points of their own, are looked at with their ways."""
RESTED_DAYS = 7
_DAY_MS = 86_400_000
_FIRMNESS = {UNSEEN: 0, BEGUN: 1, GROWING: 2, MASTERED: 3}

Ranked = tuple[int, int, str, str]


def next_steps(scene: Scene, weights: Weights) -> tuple[Suggestion, ...]:
    """Returns at most MOST_SUGGESTED suggestions, the best first; at most one of them a revisit."""
    ranked = sorted(_open(scene, weights))[:LOOKED_AT]
    found = [_weighed(name, level, scene, weights) for _points, _place, name, level in ranked]
    found += _revisit(scene, weights)
    scales = Scales(scene, weights)
    found = [scales.with_way(one) for one in found]
    return tuple(sorted(found, key=lambda one: -one.points)[:MOST_SUGGESTED])


def is_open(name: str, level: str, needed: Sequence[str], scene: Scene) -> bool:
    """Tells whether a competency may be worked on now: it was begun, or all that it needs was mastered."""
    return level != MASTERED and (level != UNSEEN or not needed or all(map(scene.met, needed)))


def _open(scene: Scene, weights: Weights) -> Iterator[Ranked]:
    """Yields what may be worked on now with its points, negative so that the most come first.

    Of what has no points, only as many as can count: most of a path is not begun.
    """
    level_of, before, plain = scene.level, scene.before, 0
    for place, name in enumerate(scene.order):
        level = level_of(name)
        if level == MASTERED:
            continue
        needed = before(name)
        if level == UNSEEN and not needed and name not in scene.goals and name not in scene.left:
            plain += 1
            if plain <= LOOKED_AT:
                yield 0, place, name, level
        elif is_open(name, level, needed, scene):
            yield -_points(name, level, scene, weights), place, name, level


def _points(name: str, level: str, scene: Scene, weights: Weights) -> int:
    """Returns the sum of `_reasons`, without making them: this is asked of every open competency."""
    points = weights.goal if name in scene.goals else 0
    if level == UNSEEN:
        points += weights.prerequisites if scene.before(name) else 0
    else:
        standing = scene.standing(name)
        points += weights.growing + weights.rested * _rested(standing, scene)
        if low(standing):
            return points + weights.struggling
    return points + weights.struggling * (name in scene.stuck or name in scene.left)


def _rested(standing: Standing, scene: Scene) -> bool:
    return scene.now - standing.last >= RESTED_DAYS * _DAY_MS


def _weighed(name: str, level: str, scene: Scene, weights: Weights) -> Suggestion:
    standing, needed = scene.standing(name), scene.before(name)
    hard = list(_struggling(name, standing, scene, weights))
    reasons = [*hard, *_reasons(name, level, needed, standing, scene, weights)]
    kept = tuple(reason for reason in reasons if reason.points)
    points = sum(reason.points for reason in kept)
    if hard:
        weakest = min(needed, key=lambda one: _FIRMNESS[scene.level(one)], default="")
        return Suggestion(SUPPORT, name, "", points, kept, before=weakest, person=scene.person)
    return Suggestion(BEGIN if level == UNSEEN else GO_ON, name, "", points, kept)


def _struggling(name: str, standing: Standing, scene: Scene, weights: Weights) -> Iterator[Reason]:
    if low(standing):
        yield Reason("struggling_low", weights.struggling, {"pieces": standing.low})
    elif name in scene.stuck:
        yield Reason("struggling_stuck", weights.struggling, {"goal": scene.stuck[name]})
    elif name in scene.left:
        yield Reason("struggling_left", weights.struggling)


def _reasons(
    name: str, level: str, needed: Sequence[str], standing: Standing, scene: Scene, weights: Weights
) -> Iterator[Reason]:
    if name in scene.goals:
        yield Reason("goal", weights.goal, {"goal": scene.goals[name]})
    if level == UNSEEN:
        if needed:
            yield Reason("prerequisites", weights.prerequisites, {"competency": needed[-1], "n": len(needed)})
        return
    facts: Facts = {"good": standing.good, "pieces": standing.need.pieces, "faded": int(standing.faded)}
    yield Reason("growing", weights.growing, facts)
    if _rested(standing, scene):
        yield Reason("rested", weights.rested, {"days": (scene.now - standing.last) // _DAY_MS})


def _revisit(scene: Scene, weights: Weights) -> list[Suggestion]:
    if not scene.due or not weights.revisit:
        return []
    reason = Reason("revisit", weights.revisit)
    return [Suggestion(REVISIT, scene.due[0], "", weights.revisit, (reason,))]
