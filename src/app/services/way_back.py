"""Edits with a way back: what one tap changed, one tap more takes back."""

from collections.abc import Callable, Iterator, Sequence

from app.domain.models import Goal
from app.services.writing import Pen
from app.sync.op import ADD, DEL, SET, Edit

WayBack = Callable[[], None]
_FRESH = Goal(id="").model_dump(mode="json")


def names_for(pen: Pen, count: int) -> list[str]:
    """Returns ids for so many records, which the next commit has to make."""
    first, _, number = pen.book.next_record().rpartition("-")
    return [f"{first}-{int(number) + n}" for n in range(count)]


def commit(pen: Pen, edits: Sequence[Edit]) -> WayBack:
    """Commits edits (adds under ids of `names_for`, and sets of goals) and returns what takes them back.

    Going back touches only what still is as it was set here: what somebody changed since then stays.
    """
    before = [_shown(pen, edit) for edit in edits]
    pen.commit(edits)

    def back() -> None:
        pairs = list(zip(edits, before, strict=True))
        undone = [one for edit, was in reversed(pairs) for one in _undone(pen, edit, was)]
        if undone:
            pen.commit(undone)

    return back


def _shown(pen: Pen, edit: Edit) -> object:
    return (pen.book.get(edit.col, edit.rec) or {}).get(edit.field, _FRESH.get(edit.field))


def _undone(pen: Pen, edit: Edit, was: object) -> Iterator[Edit]:
    now = pen.book.get(edit.col, edit.rec)
    if now is None:
        return
    if edit.kind == ADD:
        yield Edit(DEL, edit.col, edit.rec)
    elif edit.kind == SET and now.get(edit.field) == _plain(edit.val) and was != now.get(edit.field):
        yield Edit(SET, edit.col, edit.rec, edit.field, was)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
