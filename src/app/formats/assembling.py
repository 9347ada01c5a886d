"""From rows of a file to domain values: ids, hierarchy, order and links."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.graph import Graph
from app.domain.library import PRECEDES, Competency, Framework, Link
from app.domain.naming import competency_id, link_id
from app.domain.tree import Tree, rings_broken
from app.formats.framework_file import SLICE, FrameworkFile, Progress
from app.formats.report import Report
from app.formats.values import natural

CHILD_OF = "isChildOf"
LINK_KINDS = (
    CHILD_OF,
    "isPeerOf",
    "isPartOf",
    "exactMatchOf",
    PRECEDES,
    "isRelatedTo",
    "replacedBy",
    "exemplar",
    "hasSkillLevel",
    "isTranslationOf",
)


@dataclass(slots=True)
class Row:
    """One competency as its file told it. ``enumeration`` is how the file numbers it in its list."""

    source: str
    values: dict[str, object]
    code: str = ""
    enumeration: str = ""
    sequence: int | None = None


@dataclass(slots=True)
class Tie:
    """One association as its file told it, between rows' sources; ``target`` "" is the framework itself."""

    kind: str
    origin: str
    target: str
    source: str = ""
    sequence: int | None = None


@dataclass
class Assembly:
    """All that a file has, once read."""

    framework: Framework
    report: Report
    rows: dict[str, Row] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)

    def run(self) -> Generator[Progress, None, FrameworkFile]:
        """Returns the file's domain values; yields now and then."""
        ids = {source: competency_id(source, self.framework.source) for source in self.rows}
        first, more = self._parents()
        yield 0, len(self.rows)
        tree = self._tree({source: first[source].target if source in first else "" for source in self.rows})
        made: list[Competency] = []
        for source, place in self._in_order(tree, first):
            parent = tree.parent(source)
            made.append(self._competency(source, ids[source], ids.get(parent, ""), place))
            if len(made) % SLICE == 0:
                yield len(made), len(self.rows)
        links = tuple(self._links(more, ids))
        pairs = [(link.origin, link.target) for link in links if link.kind == PRECEDES]
        for ring in Graph(pairs).rings:
            self.report.note("prerequisite_ring", self._code_of(ring[0], ids))
        return FrameworkFile(self.framework, tuple(made), links, self.report.oddities)

    def _competency(self, source: str, rec: str, parent: str, place: int) -> Competency:
        row = self.rows[source]
        return Competency.model_validate(
            {
                **row.values,
                "id": rec,
                "framework": self.framework.id,
                "source": source,
                "code": row.code,
                "parent": parent,
                "place": place,
            }
        )

    def _parents(self) -> tuple[dict[str, Tie], list[Tie]]:
        """Returns the tie to each row's parent, and all other ties.

        Of several parents the first counts, one within the framework before the framework itself.
        """
        parents: dict[str, Tie] = {}
        more: list[Tie] = []
        for tie in self.ties:
            was = parents.get(tie.origin) if tie.kind == CHILD_OF else None
            if tie.kind != CHILD_OF:
                more.append(tie)
            elif was is None or (not was.target and tie.target):
                parents[tie.origin] = tie
            elif tie.target and tie.target != was.target:
                self.report.note("several_parents", self.rows[tie.origin].code)
                more.append(tie)
        return parents, more

    def _tree(self, parents: Mapping[str, str]) -> Tree:
        for source in rings_broken(parents):
            self.report.note("ring", self.rows[source].code or source)
        return Tree(parents)

    def _in_order(self, tree: Tree, first: Mapping[str, Tie]) -> Iterator[tuple[str, int]]:
        """Yields every row after what it is under, with its place among its siblings.

        By number where the file numbers them; then as their lists and codes count, and as they came.
        """
        todo = [(source, place) for place, source in enumerate(self._sorted(tree.children(), first))][::-1]
        while todo:
            source, place = todo.pop()
            yield source, place
            inner = self._sorted(tree.children(source), first)
            todo += [(child, number) for number, child in enumerate(inner)][::-1]

    def _sorted(self, sources: Sequence[str], first: Mapping[str, Tie]) -> list[str]:
        """Returns siblings, which come as the file has them, in their order."""

        def number(source: str) -> int | None:
            tie, own = first.get(source), self.rows[source].sequence
            return own if tie is None or tie.sequence is None else tie.sequence

        def key(source: str) -> tuple[object, ...]:
            row, own = self.rows[source], number(source)
            return own is None, own or 0, natural(row.enumeration), natural(row.code)

        numbers = {own: source for source in sources if (own := number(source)) is not None}
        if len(numbers) == len(sources):  # each has a number of its own: nothing else can count
            return [numbers[own] for own in sorted(numbers)]
        return sorted(sources, key=key)

    def _links(self, ties: Iterable[Tie], ids: Mapping[str, str]) -> Iterator[Link]:
        seen: set[str] = set()
        for place, tie in enumerate(ties):
            rec = link_id(tie.kind, ids[tie.origin], ids[tie.target])
            if rec in seen:
                self.report.note("same_link", self.rows[tie.origin].code)
                continue
            seen.add(rec)
            yield Link(
                id=rec,
                framework=self.framework.id,
                source=tie.source,
                kind=tie.kind,
                origin=ids[tie.origin],
                target=ids[tie.target],
                place=place,
            )

    def _code_of(self, rec: str, ids: Mapping[str, str]) -> str:
        return next((self.rows[source].code for source, one in ids.items() if one == rec), "")
