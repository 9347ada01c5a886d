"""The one way services write: edits of one person, committed to one book, announced."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.services.announcer import Announcer
from app.services.kinds import COLLECTIONS_OF
from app.services.ports import Book, Wall
from app.sync.keeping import Changed
from app.sync.op import ADD, DEL, SET, Edit


@dataclass(eq=False)
class Pen:
    """Writes in one person's name. ``role`` and ``name`` say whose; ``wall`` is the device's clock."""

    book: Book
    role: str
    name: str
    wall: Wall
    announcer: Announcer
    avatar: str = ""

    def commit(self, edits: Sequence[Edit]) -> Changed:
        """Commits `edits` all or nothing and announces what changed.

        The first write of a person in a book also says who they are (a ``people`` record), so that the
        other copies can show a name. Raises StorageFull or StorageLost.
        """
        changed = self.book.commit([*self._introduction(), *edits], self.role)
        self.announcer.announce(self.book.id, changed)
        return changed

    def add(self, col: str, values: dict[str, object]) -> str:
        """Makes a record and returns its id."""
        changed = self.commit([Edit(ADD, col, "", "", values)])
        (made,) = changed[col]
        return made

    def names(self, count: int) -> tuple[str, ...]:
        """Returns the ids that the first `count` edits of the next `commit` give, where they are adds without
        one: so records made together can name each other."""
        name, _, number = self.book.next_record().rpartition("-")
        first = int(number) + len(self._introduction())
        return tuple(f"{name}-{first + n}" for n in range(count))

    def set(self, col: str, rec: str, **values: object) -> Changed:
        """Sets fields of a record; a value that is shown already is not written again.

        So it never settles a field that has two versions by saying the shown one again: `settle` does.
        """
        edits = self.edits(col, rec, **values)
        return self.commit(edits) if edits else {}

    def edits(self, col: str, rec: str, **values: object) -> list[Edit]:
        """Returns the edits that `set` would commit, for a commit together with others."""
        now = self.book.get(col, rec) or {}
        return [
            Edit(SET, col, rec, field, value)
            for field, value in values.items()
            if field not in now or now[field] != value
        ]

    def settle(self, col: str, rec: str, field: str, value: object) -> Changed:
        """Sets a field to what somebody chose of its versions, though it may be shown already."""
        now = self.book.get(col, rec) or {}
        if field not in now.get("_versions", ()):
            return self.set(col, rec, **{field: value})
        return self.commit([Edit(SET, col, rec, field, value)])

    def remove(self, col: str, rec: str) -> Changed:
        """Deletes a record as it is seen here."""
        return self.commit([Edit(DEL, col, rec)])

    def bring_back(self, col: str, rec: str) -> Changed:
        """Brings a deleted record back as it was; nothing where it is not deleted.

        A field is set to the value that it had, which lifts the deletion: one with two versions, or of
        others to write, only where there is no other.
        """
        was = self.book.hidden(col, rec)
        if was is None:
            return {}
        collection = COLLECTIONS_OF.get(self.book.kind, {}).get(col)
        others = collection.parts or {} if collection else {}
        several = was.get("_versions", {})
        fields = [field for field in was if field != "id" and not field.startswith("_")]
        field = min(fields, key=lambda name: (name in others, name in several, name))
        return self.commit([Edit(SET, col, rec, field, was[field])])

    def _introduction(self) -> list[Edit]:
        if self.book.kind not in COLLECTIONS_OF:  # the device's own book, which nobody else reads
            return []
        known = self.book.get("people", self.book.replica) or {}
        me = {"name": self.name, "role": self.role, "avatar": self.avatar}
        return [
            Edit(SET, "people", self.book.replica, field, value)
            for field, value in me.items()
            if value and known.get(field) != value
        ]
