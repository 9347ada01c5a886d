"""Removing books from this device, and the photos that nothing on it names any more."""

import re
from collections.abc import Iterable
from contextlib import suppress

from app.services.ports import Blobs, Book, Shelf
from app.services.writing import Pen
from app.sync.op import DEL, SET, Edit

_IN_DRAFT = re.compile(r"\b[0-9a-f]{64}\b")
_NAME = re.compile(rb'"sha256":"([0-9a-f]{64})"')


def photos_named(book: Book) -> set[str]:
    """Returns every photo that any change in a book names, deleted ones and other versions included."""
    return {name.decode() for line in book.lines() for name in _NAME.findall(line)}


async def removed(spaces: Iterable[str], shelf: Shelf, blobs: Blobs, pen: Pen) -> None:
    """Removes books, what ``pen``'s own book of the device notes of them, and their photos."""
    photos: set[str] = set()
    for space in spaces:
        with suppress(OSError, ValueError):  # what cannot be opened can still be removed
            photos |= photos_named(await shelf.open(space))
        await shelf.discard(space)
        notes = [
            (col, note["id"]) for col in ("taken", "kept_here") for note in pen.book.find(col, "space", space)
        ]
        # Drafts are named after the screen and the book they were written for.
        drafts = [doc for doc in pen.book.all("drafts") if space in doc["id"]]
        photos |= {name for doc in drafts for name in _IN_DRAFT.findall(str(doc.get("text", "")))}
        notes += [("drafts", doc["id"]) for doc in drafts]
        cards = [(col, space) for col in ("books", "libraries", "noticed") if pen.book.get(col, space)]
        # A card that is made anew keeps what it said before: this must not be said of the next book.
        edits = [Edit(SET, col, rec, "removing", False) for col, rec in cards if col == "books"]
        edits += [Edit(DEL, col, rec) for col, rec in (*cards, *notes)]
        if edits:
            pen.commit(edits)
    await sweep(photos, shelf, blobs, pen.book)


async def sweep(names: Iterable[str], shelf: Shelf, blobs: Blobs, device: Book) -> None:
    """Removes those of `names` that no book here and no draft names.

    Where one book cannot be opened, nothing is removed: it may name any of them.
    """
    left = set(names)
    drafts = "".join(str(draft.get("text", "")) for draft in device.all("drafts"))
    left = {name for name in left if name not in drafts}
    try:
        for space in [*await shelf.spaces(), *await shelf.libraries()]:
            left -= photos_named(await shelf.open(space)) if left else set()
        for name in left:
            await blobs.remove(name)
    except (OSError, ValueError):
        return
