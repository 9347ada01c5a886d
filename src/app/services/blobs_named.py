"""Photos, sounds and files that a book's documents name now."""

from collections.abc import Iterator

from app.domain.models import Blob
from app.services.ports import Book
from app.sync.fold import Document

HOLDERS = ("artefacts", "reflections", "activities")
"""The collections whose records can name one, of a learner's book or a library."""


def names_in(document: Document) -> list[Document]:
    """Returns the blobs that a document names, as they lie in it."""
    places = (document, *(document.get("resources") or ()))
    return [place["blob"] for place in places if place.get("blob")]


def all_named(book: Book) -> Iterator[tuple[str, Document]]:
    """Yields each document that names a blob, with its collection."""
    for col in HOLDERS:
        for document in book.all(col):
            if names_in(document):
                yield col, document


def newest_blobs(book: Book) -> list[Blob]:
    """Returns each blob of a book once, those of the newest records first."""
    documents = sorted((doc for _, doc in all_named(book)), key=lambda doc: (doc["_at"], doc["id"]))
    found = {blob["sha256"]: blob for doc in documents for blob in names_in(doc)}
    return [Blob.model_validate(blob) for blob in reversed(found.values())]
