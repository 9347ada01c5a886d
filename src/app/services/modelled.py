"""A book's documents as models, each made once."""

from collections.abc import Iterable
from typing import TypeVar

from app.domain.models import Record
from app.services.ports import Book
from app.sync.fold import Document

R = TypeVar("R", bound=Record)


class Modelled:
    """What a book says, as models. Lists come newest first.

    A model is made once for each document and kept until the document is another: a book puts a new
    document in the place of a changed one, so reading 2,000 records after one tap makes one model.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self._made: dict[tuple[str, str], tuple[Document, Record]] = {}

    def one(self, model: type[R], col: str, rec: str) -> R | None:
        """Returns one record of a collection, or None."""
        found = self.book.get(col, rec)
        return None if found is None else self._model(model, col, found)

    def every(self, model: type[R], col: str) -> tuple[R, ...]:
        """Returns every record of a collection."""
        return _newest_first(self._model(model, col, doc) for doc in self.book.all(col))

    def found(self, model: type[R], col: str, field: str, value: str) -> tuple[R, ...]:
        """Returns the records of a collection whose `field` is `value`; reads no others."""
        return _newest_first(self._model(model, col, doc) for doc in self.book.find(col, field, value))

    def _model(self, model: type[R], col: str, doc: Document) -> R:
        key = (col, doc["id"])
        made = self._made.get(key)
        if made is not None and made[0] is doc and isinstance(made[1], model):
            return made[1]
        record = model.model_validate(doc)
        self._made[key] = (doc, record)
        return record


def _newest_first(records: Iterable[R]) -> tuple[R, ...]:
    return tuple(sorted(records, key=lambda record: (record.at, record.id), reverse=True))
