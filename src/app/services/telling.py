"""A goal's story, read from the book's history: only what the book shows, in the order in which it came."""

from collections.abc import Iterator
from typing import cast

from app.domain.collections import COLLECTIONS
from app.domain.goal_story import Happening, Written, story
from app.services.ports import Book
from app.services.reading import Reader
from app.sync.fold import replica_of
from app.sync.op import ADD, SET, Op
from app.sync.policy import Policy

_POLICY = Policy(COLLECTIONS)


def story_of(reader: Reader, rec: str) -> tuple[Happening, ...]:
    """Returns what happened to a goal, the oldest first."""
    return story(
        _written(reader.book, rec),
        reader.consents_on(rec),
        reader.changes_of(rec),
        reader.check_ins(rec),
        reader.measures_of(rec),
    )


def _written(book: Book, rec: str) -> Iterator[Written]:
    for op in book.history("goals", rec):
        if op["kind"] not in (ADD, SET) or _POLICY.held(cast("Op", op)):
            continue
        made = op["kind"] == ADD
        values = op["val"] if made else {op["field"]: op["val"]}
        yield Written(int(op["wall"]), replica_of(op["id"]), op["by"], values, made)
