"""The one way services write: edits of one person, committed to one book, announced."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.services.announcer import Announcer
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

    def set(self, col: str, rec: str, **values: object) -> Changed:
        """Sets fields of a record; a value that stands already is not written again."""
        now = self.book.get(col, rec) or {}
        versions = now.get("_versions", {})
        edits = [
            Edit(SET, col, rec, field, value)
            for field, value in values.items()
            if field not in now or now[field] != value or field in versions
        ]
        return self.commit(edits) if edits else {}

    def remove(self, col: str, rec: str) -> Changed:
        """Deletes a record as it is seen here."""
        return self.commit([Edit(DEL, col, rec)])

    def _introduction(self) -> list[Edit]:
        if self.book.kind != "learner":
            return []
        known = self.book.get("people", self.book.replica) or {}
        me = {"name": self.name, "role": self.role, "avatar": self.avatar}
        return [
            Edit(SET, "people", self.book.replica, field, value)
            for field, value in me.items()
            if value and known.get(field) != value
        ]
