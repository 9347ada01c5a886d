"""What the device's own book notes of a book here: in which collection, and whose it says it is."""

from app.services.library_reading import LibraryReader
from app.services.ports import Book
from app.services.reading import Reader
from app.sync.bundle import LIBRARY


def cards_of(book: Book) -> str:
    """Returns the collection of the device's own book that notes books of this one's kind."""
    return "libraries" if book.kind == LIBRARY else "books"


def card_values(book: Book, otherwise: str = "") -> dict[str, object]:
    """Returns whose book or library it is, as its card shows it; named `otherwise` where it is nameless."""
    if book.kind == LIBRARY:
        return {"name": LibraryReader(book).about().name or otherwise}
    learner = Reader(book).learner()
    return {"name": learner.name or otherwise, "avatar": learner.avatar}
