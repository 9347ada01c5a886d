"""The parts of a path: frameworks, and what stands at their top."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.library import Competency
from app.services.catalog import Catalog


@dataclass(frozen=True)
class Area:
    """A part of the path to look at alone: a framework, or what stands at its top. ``title`` is "" where the
    framework is not on this device, only cards of it."""

    id: str
    title: str
    competencies: tuple[str, ...]
    inner: tuple["Area", ...] = ()


def share(area: Area, near: set[str]) -> int:
    """Returns how many competencies of an area are near."""
    return sum(1 for name in area.competencies if name in near)


def areas_of(catalog: Catalog, cards: Sequence[Competency]) -> tuple[Area, ...]:
    """Returns every framework as an area, then the cards of a book whose framework is not here."""
    areas = []
    for framework in catalog.frameworks():
        leaves = [one for one in catalog.competencies(framework.id) if not catalog.children(one.id)]
        inner = _inner(catalog, framework.id, leaves)
        areas.append(Area(framework.id, framework.title, tuple(one.id for one in leaves), inner))
    known = {framework.id for framework in catalog.frameworks()}
    others: dict[str, list[str]] = {}
    for card in sorted(cards, key=lambda one: (one.place, one.code, one.id)):
        if card.framework not in known and not card.gone:
            others.setdefault(card.framework, []).append(card.id)
    areas += [Area(name or "cards", "", tuple(names)) for name, names in others.items()]
    return tuple(area for area in areas if area.competencies)


def _inner(catalog: Catalog, framework: str, leaves: Sequence[Competency]) -> tuple[Area, ...]:
    """Returns what stands at a framework's top, each with the leaves under it; none where it is one."""
    under: dict[str, list[str]] = {}
    for one in leaves:
        above = catalog.trail(one.id)
        under.setdefault(above[0].id if above else one.id, []).append(one.id)
    if not 1 < len(under) < len(leaves):
        return ()
    tops = [one for one in catalog.children(framework) if one.id in under]
    return tuple(Area(one.id, one.short or one.statement, tuple(under[one.id])) for one in tops)
