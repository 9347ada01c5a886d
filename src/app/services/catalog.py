"""The catalog: one view over the starters, all libraries on the device and the open book."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import is_
from typing import TypeVar

from app.domain.finding import Finder
from app.domain.graph import Graph
from app.domain.library import (
    PRECEDES,
    Activity,
    Board,
    Competency,
    Form,
    Framework,
    GroupGoal,
    Link,
    MasteryCriterion,
    Rubric,
)
from app.domain.models import Record
from app.domain.tree import Tree
from app.services.catalog_layers import Layers
from app.services.library_reading import LibraryReader
from app.services.modelled import Modelled
from app.services.ports import Book
from app.services.starters import Starters
from app.sync.fold import Document
from app.sync.vector import Vector

R = TypeVar("R", bound=Record)
FOUND_AT_MOST = 60
_CARDS = ("competencies", "links", "activities")
_DEFAULT = MasteryCriterion()


class Catalog:
    """Frozen at the time it was asked for: ask again after a change (it is the same object until then).

    Lists are in reading order and leave out what is gone; `competency`, `rubric`, `survey` and `quiz` still
    find what is gone, because books refer to it.
    """

    def __init__(self, layers: Layers, own: Modelled | None = None) -> None:
        self._layers = layers
        self._own_cards = {one.id: one for one in own.every(Competency, "competencies")} if own else {}
        self._own_links = {one.id: one for one in own.every(Link, "links")} if own else {}
        activities = own.every(Activity, "activities") if own else ()
        self._own_activities = {one.id: one for one in activities if not one.gone}

    @cached_property
    def _all(self) -> Mapping[str, Competency]:
        """Every competency, gone ones too, the libraries' own words before a book's copy."""
        return {**self._own_cards, **self._layers.competencies}

    @cached_property
    def tree(self) -> Tree:
        """The hierarchy of what is not gone."""
        live = (one for one in self._layers.competencies.values() if not one.gone)
        return Tree({one.id: one.parent for one in live})

    @cached_property
    def graph(self) -> Graph:
        """Which competency comes before which."""
        links = {**self._own_links, **self._layers.links}.values()
        pairs = [(one.origin, one.target) for one in links if one.kind == PRECEDES and not one.gone]
        return Graph(pairs, {rec for rec, one in self._all.items() if not one.gone})

    def frameworks(self) -> tuple[Framework, ...]:
        """Returns every framework: this device's libraries' first, then the starters."""
        return tuple(self._layers.frameworks.values())

    def framework(self, rec: str) -> Framework | None:
        """Returns one framework."""
        return self._layers.frameworks.get(rec)

    def competency(self, rec: str) -> Competency | None:
        """Returns one competency, from the open book's own card where no library here has it."""
        return self._all.get(rec)

    def competencies(self, framework: str = "") -> tuple[Competency, ...]:
        """Returns a framework's competencies, or all, each before what is under it."""
        if framework:
            return self._by_framework.get(framework, ())
        return tuple(self._all[rec] for rec in self.tree.below())

    @cached_property
    def _by_framework(self) -> Mapping[str, tuple[Competency, ...]]:
        found: dict[str, list[Competency]] = {}
        for rec in self.tree.below():
            found.setdefault(self._all[rec].framework, []).append(self._all[rec])
        return {name: tuple(ones) for name, ones in found.items()}

    def children(self, rec: str) -> tuple[Competency, ...]:
        """Returns what is directly under a competency, or at the top of a framework."""
        if rec in self._layers.frameworks:
            tops = self._by_framework.get(rec, ())
            return tuple(one for one in tops if not self._parent_in(one, rec))
        return tuple(self._all[child] for child in self.tree.children(rec)) if rec else ()

    def _parent_in(self, one: Competency, framework: str) -> bool:
        parent = self.tree.parent(one.id)
        return bool(parent) and self._all[parent].framework == framework

    def trail(self, rec: str) -> tuple[Competency, ...]:
        """Returns what a competency is under, the top first."""
        return tuple(self._all[above] for above in self.tree.trail(rec))

    def links(self, rec: str) -> tuple[Link, ...]:
        """Returns the links that a competency has to others, of every kind."""
        links = {**self._own_links, **self._layers.links}.values()
        return tuple(one for one in links if rec in (one.origin, one.target) and not one.gone)

    def links_of(self, framework: str) -> tuple[Link, ...]:
        """Returns a framework's links between competencies."""
        return tuple(
            one for one in self._layers.links.values() if one.framework == framework and not one.gone
        )

    def search(
        self,
        words: str = "",
        subject: str = "",
        level: str = "",
        framework: str = "",
        limit: int = FOUND_AT_MOST,
    ) -> tuple[Competency, ...]:
        """Returns the competencies that have all `words`, the closest first; "" leaves a condition out."""
        return self._finder.found(words, subject, level, framework, limit)

    @cached_property
    def _finder(self) -> Finder:
        subjects = {one.id: one.subjects for one in self.frameworks()}
        own = (one for rec, one in self._own_cards.items() if rec not in self._layers.competencies)
        return Finder([*self.competencies(), *(one for one in own if not one.gone)], subjects)

    def subjects(self, framework: str = "") -> tuple[str, ...]:
        """Returns the subjects that `search` can look for, by name."""
        return self._finder.subjects(framework)

    def levels(self, framework: str = "") -> tuple[str, ...]:
        """Returns the education levels that `search` can look for, in the order in which they occur."""
        return self._finder.levels(framework)

    def activities(self) -> tuple[Activity, ...]:
        """Returns every way to learn, the learner's own first."""
        return tuple({**self._own_activities, **self._layers.activities}.values())

    def activity(self, rec: str) -> Activity | None:
        """Returns one way to learn."""
        return self._layers.activities.get(rec) or self._own_activities.get(rec)

    def activities_for(self, competency: str) -> tuple[Activity, ...]:
        """Returns the ways to a competency."""
        return self._activities_for.get(competency, ())

    @cached_property
    def _activities_for(self) -> Mapping[str, tuple[Activity, ...]]:
        return _by_competency(self.activities(), lambda one: one.competencies)

    def boards(self) -> tuple[Board, ...]:
        """Returns every choice board."""
        return tuple(self._layers.boards.values())

    def board(self, rec: str) -> Board | None:
        """Returns one choice board."""
        return self._layers.boards.get(rec)

    def boards_for(self, competency: str) -> tuple[Board, ...]:
        """Returns the choice boards for a competency."""
        return tuple(one for one in self.boards() if competency in one.competencies)

    def rubrics(self) -> tuple[Rubric, ...]:
        """Returns every rubric."""
        return tuple(one for one in self._layers.rubrics.values() if not one.gone)

    def rubric(self, rec: str) -> Rubric | None:
        """Returns one rubric, also one that is put away."""
        return self._layers.rubrics.get(rec)

    def surveys(self) -> tuple[Form, ...]:
        """Returns every survey."""
        return tuple(one for one in self._layers.surveys.values() if not one.gone)

    def survey(self, rec: str) -> Form | None:
        """Returns one survey, also one that is put away."""
        return self._layers.surveys.get(rec)

    def quizzes(self) -> tuple[Form, ...]:
        """Returns every quiz."""
        return tuple(one for one in self._layers.quizzes.values() if not one.gone)

    def quiz(self, rec: str) -> Form | None:
        """Returns one quiz, also one that is put away."""
        return self._layers.quizzes.get(rec)

    def group_goals(self) -> tuple[GroupGoal, ...]:
        """Returns every goal of a group."""
        return tuple(self._layers.group_goals.values())

    def weights(self, rule: str) -> dict[str, int]:
        """Returns the weights of a rule that a teacher changed, by name."""
        return dict(self._layers.weights.get(rule, {}))

    def criterion(self, competency: str) -> MasteryCriterion:
        """Returns how much must be shown: the competency's own word, its framework's, or the default."""
        one = self.competency(competency)
        if one is None:
            return _DEFAULT
        framework = self.framework(one.framework)
        return one.criterion or (framework.criterion if framework else None) or _DEFAULT


def _by_competency(records: Iterable[R], named: Callable[[R], Iterable[str]]) -> dict[str, tuple[R, ...]]:
    found: dict[str, list[R]] = {}
    for record in records:
        for rec in dict.fromkeys(named(record)):
            found.setdefault(rec, []).append(record)
    return {rec: tuple(ones) for rec, ones in found.items()}


@dataclass(frozen=True, eq=False)
class _Made:
    """A catalog over a book, and what it was made of."""

    layers: Layers
    own: Modelled
    vector: Vector
    docs: list[Document]
    catalog: Catalog


class Catalogs:
    """Makes catalogs, and makes them anew only when something in them changed.

    ``libraries`` are the books to look into, the device's own first; ``speaks`` tells the language.
    """

    def __init__(self, speaks: Callable[[], str] = lambda: "en") -> None:
        self.libraries: Sequence[Book] = ()
        self.speaks = speaks
        self._readers: dict[str, LibraryReader] = {}
        self._state: tuple[Starters, list[tuple[Book, Vector]]] | None = None
        self._layers: Layers
        self._plain: Catalog
        self._made: dict[str, _Made] = {}

    def of(self, own: Modelled | None = None) -> Catalog:
        """Returns the catalog over a learner's book, by what reads it, or without one."""
        self._look()
        if own is None:
            return self._plain
        was = self._made.get(own.book.id)
        if was is not None and (was.layers is not self._layers or was.own is not own):
            was = None
        vector = own.book.vector
        if was is not None and was.vector == vector:
            return was.catalog
        docs = [doc for col in _CARDS for doc in own.book.all(col)]
        same = was is not None and _same(was.docs, docs)
        catalog = was.catalog if was is not None and same else Catalog(self._layers, own)
        self._made[own.book.id] = _Made(self._layers, own, vector, docs, catalog)
        return catalog

    def _look(self) -> None:
        """Reads the libraries again if one of them changed."""
        starters = Starters.of(self.speaks())
        state = (starters, [(book, book.vector) for book in self.libraries])
        if self._state != state:
            self._readers = {book.id: self._reader(book) for book in self.libraries}
            self._layers = Layers(list(self._readers.values()), starters)
            self._plain = Catalog(self._layers)
            self._state = state

    def _reader(self, book: Book) -> LibraryReader:
        was = self._readers.get(book.id)
        return was if was is not None and was.book is book else LibraryReader(book)


def _same(was: Sequence[Document], now: Sequence[Document]) -> bool:
    return len(was) == len(now) and all(map(is_, was, now))
