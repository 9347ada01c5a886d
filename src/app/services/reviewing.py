"""Reviewing: the work that waits for an answer, of all books on the device, oldest first."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from app.domain.device import BookCard
from app.domain.learning import Assessment
from app.domain.voices import waiting_evidence, waits_since
from app.services.ports import Book, Shelf, Wall
from app.services.reading import Reader

REVIEWED = frozenset({"learner", "artefacts", "evidence", "feedback", "assessments"})
"""What a book's part of the queue follows from."""


@dataclass(frozen=True)
class WaitingPiece:
    """One piece that waits: whose it is, since when (wall clock), and what its maker called it."""

    space: str
    learner: str
    avatar: str
    artefact: str
    at: int
    title: str = ""

    @property
    def key(self) -> str:
        """Names it among all books."""
        return f"{self.space}/{self.artefact}"


@dataclass(frozen=True)
class ReviewPage:
    """The queue as far as it is read: ``read`` of ``books`` books; ``unreadable`` names those that could
    not be opened."""

    pieces: tuple[WaitingPiece, ...] = ()
    read: int = 0
    books: int = 0
    unreadable: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every book was looked at."""
        return self.read >= self.books

    @property
    def waiting(self) -> dict[str, int]:
        """How many pieces wait in each book, whoever waits longest first."""
        found: dict[str, int] = {}
        for piece in self.pieces:
            found[piece.space] = found.get(piece.space, 0) + 1
        return found

    def of(self, space: str) -> tuple[WaitingPiece, ...]:
        """Returns the pieces of one book, of all books for ""."""
        return tuple(one for one in self.pieces if not space or one.space == space)


class ReviewService:
    """The queue of one person, in whose role it is answered. It remembers what it read of each book."""

    def __init__(self, shelf: Shelf, cards: Sequence[BookCard], role: str, wall: Wall) -> None:
        self.shelf, self.role, self.wall = shelf, role, wall
        self._cards = {card.id: card for card in cards}
        self._found: dict[str, tuple[WaitingPiece, ...]] = {}
        self._unreadable: dict[str, str] = {}

    async def read(self) -> AsyncIterator[ReviewPage]:
        """Opens one book after the other and yields the queue after each; whoever stops asking stops it.

        A book that cannot be opened is named, not hidden.
        """
        yield self.page()
        for space in self._cards:
            await self._look(space)
            yield self.page()
            await asyncio.sleep(0)

    async def again(self, spaces: Sequence[str]) -> ReviewPage:
        """Reads these books anew, where they were read before, and returns the queue."""
        for space in spaces:
            if space in self._found:
                await self._look(space)
        return self.page()

    def page(self) -> ReviewPage:
        """Returns the queue as far as it is read."""
        pieces = [piece for some in self._found.values() for piece in some]
        pieces.sort(key=lambda one: (one.at, one.key))
        read = len(self._found) + len(self._unreadable)
        return ReviewPage(tuple(pieces), read, len(self._cards), tuple(self._unreadable.values()))

    async def _look(self, space: str) -> None:
        card = self._cards[space]
        try:
            book = await self.shelf.open(space)
        except (OSError, ValueError):
            self._found.pop(space, None)
            self._unreadable[space] = card.name
        else:
            self._found[space] = self._waiting(card, book)

    def _waiting(self, card: BookCard, book: Book) -> tuple[WaitingPiece, ...]:
        reader = Reader(book)
        waiting = waiting_evidence(
            reader.evidence(),
            reader.feedback(),
            self.role,
            reader.artefacts(),
            reader.every(Assessment, "assessments"),
            waits_since(self.role, self.wall()),
        )
        oldest = {one.artefact: one.at for one in reversed(waiting) if one.artefact}
        return tuple(
            WaitingPiece(card.id, card.name, card.avatar, rec, at, work.title or work.text)
            for rec, at in oldest.items()
            if (work := reader.artefact(rec)) is not None
        )
