"""What belongs under what: a hierarchy that holds although parents are missing or go round in a ring."""

from collections.abc import Iterable, Mapping

TOP = ""


class Tree:
    """Children by parent, in the order of `parents` (child to parent, "" for the top).

    One whose parent is not here stands at the top. Of a ring of parents the first one does, and the others
    stay below it: everything is reached from the top, once.
    """

    def __init__(self, parents: Mapping[str, str]) -> None:
        self._parent = {rec: parent if parent in parents else TOP for rec, parent in parents.items()}
        self._break_rings()
        self._children: dict[str, list[str]] = {}
        for rec, parent in self._parent.items():
            self._children.setdefault(parent, []).append(rec)

    def _break_rings(self) -> None:
        safe: set[str] = {TOP}
        for start in self._parent:
            walked: dict[str, None] = {}
            rec = start
            while rec not in safe and rec not in walked:
                walked[rec] = None
                rec = self._parent[rec]
            if rec not in safe:  # came back to where it was
                self._parent[rec] = TOP
            safe.update(walked)

    def children(self, rec: str = TOP) -> tuple[str, ...]:
        """Returns what is directly under `rec`."""
        return tuple(self._children.get(rec, ()))

    def parent(self, rec: str) -> str:
        """Returns what `rec` is under, "" for the top."""
        return self._parent.get(rec, TOP)

    def trail(self, rec: str) -> tuple[str, ...]:
        """Returns all that `rec` is under, the top first."""
        found: list[str] = []
        parent = self.parent(rec)
        while parent:
            found.append(parent)
            parent = self.parent(parent)
        return tuple(reversed(found))

    def below(self, rec: str = TOP) -> tuple[str, ...]:
        """Returns all under `rec`, each before its children, in reading order."""
        found: list[str] = []
        todo = list(reversed(self.children(rec)))
        while todo:
            one = todo.pop()
            found.append(one)
            todo.extend(reversed(self.children(one)))
        return tuple(found)


def rings_broken(parents: Mapping[str, str]) -> Iterable[str]:
    """Yields those that `Tree` puts at the top although their parent is here."""
    tree = Tree(parents)
    return (rec for rec, parent in parents.items() if parent in parents and not tree.parent(rec))
