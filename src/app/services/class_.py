"""The class: every book a teacher or family holds, and whom to see first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.attention import Reason, Standing, reasons, see_first
from app.domain.device import BookCard, Taken
from app.domain.learning import Assessment
from app.services.days import local_day
from app.services.ports import Book, Shelf, Wall
from app.services.reading import Reader


@dataclass(frozen=True)
class ClassRow:
    """One learner in the list: the card, why to see them (if there is a reason), and counts."""

    card: BookCard
    reasons: tuple[Reason, ...]
    goals: int
    artefacts: int
    last_file: int


@dataclass(frozen=True)
class ClassPage:
    """All learners: those to `see_first` by weight, the `others` by name; and what is true of all.

    ``backup`` is the oldest of the books' last exports, 0 where one never went out; ``unreadable``
    names books that could not be opened.
    """

    see_first: tuple[ClassRow, ...]
    others: tuple[ClassRow, ...]
    taken_today: int
    backup: int
    unreadable: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many books there are, readable or not."""
        return len(self.see_first) + len(self.others) + len(self.unreadable)


def stuck_on(reader: Reader, role: str, today: date) -> Reason | None:
    """Returns the goal that a learner says to be stuck on, while nobody of `role` has said a word since."""
    return next((one for one in reasons(_said(reader, role), today, local_day) if one.code == "stuck"), None)


def _said(reader: Reader, role: str) -> Standing:
    """Returns what was said of the goals of a book, as one of `role` sees it."""
    return Standing(
        role=role,
        goals=reader.goals(),
        consents=reader.all_consents(),
        checkins=reader.all_check_ins(),
        feedback=reader.feedback(),
    )


class ClassService:
    """All books on this device at once."""

    def __init__(self, shelf: Shelf, device: Book, cards: Sequence[BookCard], wall: Wall) -> None:
        self.shelf, self.device, self.cards, self.wall = shelf, device, cards, wall

    async def page(self) -> ClassPage:
        """Returns the class as it is now; a book that cannot be opened is named, not hidden."""
        last_files = self._last_files()
        rows: dict[str, ClassRow] = {}
        unreadable: list[str] = []
        for card in self.cards:
            try:
                book = await self.shelf.open(card.id)
            except (OSError, ValueError):
                unreadable.append(card.name)
            else:
                rows[card.id] = self._row(card, book, last_files.get(card.id, 0))
        return self._arranged(rows, unreadable)

    def _row(self, card: BookCard, book: Book, last_file: int) -> ClassRow:
        reader = Reader(book)
        owner = self.device.get("owner", "me") or {}
        role = "family" if owner.get("role") == "family" else "teacher"
        artefacts = reader.artefacts()
        standing = replace(
            _said(reader, role),
            evidence=reader.evidence(),
            artefacts=artefacts,
            assessments=reader.every(Assessment, "assessments"),
            last_file=local_day(last_file) if last_file else None,
            others=(*artefacts, reader.learner()),
        )
        why = reasons(standing, local_day(self.wall()), local_day)
        return ClassRow(card, why, book.count("goals"), book.count("artefacts"), last_file)

    def _arranged(self, rows: Mapping[str, ClassRow], unreadable: Sequence[str]) -> ClassPage:
        ranked = [space for space, _ in see_first({space: row.reasons for space, row in rows.items()})]
        others = [row for space, row in rows.items() if space not in ranked]
        others.sort(key=lambda row: (row.card.name.casefold(), row.card.id))
        today = local_day(self.wall())
        taken = sum(
            local_day(doc["_changed"]) == today and self.device.get("libraries", doc["space"]) is None
            for doc in self.device.all("taken")
        )
        backup = min((row.card.backup for row in rows.values()), default=0)
        first = tuple(rows[space] for space in ranked)
        return ClassPage(first, tuple(others), taken, backup, tuple(unreadable))

    def _last_files(self) -> dict[str, int]:
        latest: dict[str, int] = {}
        for doc in self.device.all("taken"):
            taken = Taken.model_validate(doc)
            if not taken.undone:
                # A sender's clock may run ahead by years; no file was made after it was taken in here.
                made = min(taken.made, taken.changed)
                latest[taken.space] = max(latest.get(taken.space, 0), made)
        return latest
