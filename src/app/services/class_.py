"""The class: every book a teacher or family holds, and whom to see first."""

from dataclasses import dataclass, replace

from app.domain.attention import LearnerFacts, Reason, rank
from app.domain.device import BookCard, Taken
from app.services.ports import Book, Shelf, Wall
from app.services.reading import Reader

DAY_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True)
class ClassRow:
    """One learner in the list: the card, why to see them (if there is a reason), and counts."""

    card: BookCard
    reason: Reason | None
    goals: int
    artefacts: int
    last_file: int


@dataclass(frozen=True)
class ClassPage:
    """All learners: those to see first by weight, then the others by name; and what is true of all.

    ``unreadable`` names books that could not be opened.
    """

    rows: tuple[ClassRow, ...]
    taken_today: int
    backup: int
    unreadable: tuple[str, ...] = ()


class ClassService:
    """All books on this device at once."""

    def __init__(self, shelf: Shelf, device: Book, wall: Wall) -> None:
        self.shelf, self.device, self.wall = shelf, device, wall

    async def page(self) -> ClassPage:
        """Returns the class as it is now; a book that cannot be opened is named, not hidden."""
        now = self.wall()
        last_files = self._last_files()
        facts: list[LearnerFacts] = []
        rows: dict[str, ClassRow] = {}
        unreadable: list[str] = []
        for card in self._cards():
            last = last_files.get(card.id, 0)
            try:
                reader = Reader(await self.shelf.open(card.id))
            except (OSError, ValueError):
                unreadable.append(card.name)
                continue
            facts.append(learner_facts(card, reader, last, now))
            rows[card.id] = ClassRow(
                card, None, reader.book.count("goals"), reader.book.count("artefacts"), last
            )
        return self._arranged(rows, facts, unreadable, now)

    def _arranged(
        self, rows: dict[str, ClassRow], facts: list[LearnerFacts], unreadable: list[str], now: int
    ) -> ClassPage:
        ranked = rank(facts)
        first = [replace(rows[space], reason=reason) for space, reason in ranked]
        named = {space for space, _ in ranked}
        others = [row for space, row in rows.items() if space not in named]
        others.sort(key=lambda row: (row.card.name.casefold(), row.card.id))
        today = sum(now - doc["_changed"] < DAY_MS for doc in self.device.all("taken"))
        backups = [row.card.backup for row in rows.values()]
        return ClassPage((*first, *others), today, min(backups, default=0), tuple(unreadable))

    def _cards(self) -> list[BookCard]:
        return [BookCard.model_validate(doc) for doc in self.device.all("books")]

    def _last_files(self) -> dict[str, int]:
        latest: dict[str, int] = {}
        for doc in self.device.all("taken"):
            taken = Taken.model_validate(doc)
            if not taken.undone:
                latest[taken.space] = max(latest.get(taken.space, 0), taken.changed)
        return latest
