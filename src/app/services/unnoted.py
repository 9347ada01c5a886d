"""Books on the shelf that the device's own book does not know: left where the device stopped."""

from contextlib import suppress

from app.domain.collections import COLLECTIONS
from app.domain.device import BookCard
from app.services.ports import Book, Shelf
from app.services.reading import Reader
from app.sync.fold import replica_of


async def unnoted_cards(shelf: Shelf, device: Book) -> list[BookCard]:
    """Returns a card for each such book, nameless where it cannot be opened."""
    noted = {doc["id"] for doc in device.all("books")}
    return [await _card(shelf, space) for space in await shelf.spaces() if space not in noted]


async def _card(shelf: Shelf, space: str) -> BookCard:
    try:
        learner = Reader(await shelf.open(space)).learner()
    except (OSError, ValueError):
        return BookCard(id=space)
    return BookCard(id=space, name=learner.name, avatar=learner.avatar)


async def begun_book(shelf: Shelf, device: Book) -> Book | None:
    """Returns the book that a torn beginning left: made here, with nothing in it but whose it is."""
    for card in await unnoted_cards(shelf, device):
        with suppress(OSError, ValueError):
            book = await shelf.open(card.id)
            if all(replica_of(name) == book.replica for name in book.vector) and not _content(book):
                return book
    return None


def _content(book: Book) -> int:
    return sum(book.count(col) for col in COLLECTIONS if col not in ("learner", "people"))
