"""Receiving: files come in after a look at what they bring, and can be taken back."""

from collections.abc import Iterable, Sequence
from contextlib import suppress

from app.domain.device import Taken
from app.services.blobs_named import all_named, names_in
from app.services.intake import Intake, avatar_of, vector_in, vector_text
from app.services.noted import card_values, cards_of
from app.services.ports import Blobs, Book, Shelf, Wall
from app.services.sweeping import sweep
from app.services.writing import Pen
from app.sync.bundle import LIBRARY, Checked, Refusal
from app.sync.gate import check, file_hash
from app.sync.keeping import Changed, Staged, StaleStage
from app.sync.packet import unpacked
from app.sync.raw import MOST_BYTES


class Receiver:
    """What comes in. ``pen`` writes in the device's own book."""

    def __init__(self, shelf: Shelf, blobs: Blobs, pen: Pen, wall: Wall) -> None:
        self.shelf, self.blobs, self.pen, self.wall = shelf, blobs, pen, wall

    def too_big(self, file: str, size: int) -> Intake:
        """Returns the refusal of a file so large that its bytes were not even read."""
        facts = {"megabytes": size // 2**20, "most": MOST_BYTES // 2**20}
        return Intake(file, size, refusal=Refusal("too_big", facts))

    async def look_all(self, file: str, data: bytes, before: Iterable[Intake] = ()) -> list[Intake]:
        """Returns what each book and library in a file would bring, libraries first. Changes nothing.

        A library that is in a file looked at `before`, byte for byte, is not looked at again: many files
        of one class carry the same. A file that is put together wrongly is refused as a whole.
        """
        parts = unpacked(data)
        if isinstance(parts, Refusal):
            return [Intake(file, len(data), refusal=parts)]
        seen = {one.checked.file for one in before if one.kind == LIBRARY and one.checked is not None}
        looks = [await self.look(file, part) for part in parts if not seen or file_hash(part) not in seen]
        spaces = [look.space for look in looks if look.space]
        if len(set(spaces)) < len(spaces):
            return [Intake(file, len(data), refusal=Refusal("twice"))]
        return sorted(looks, key=lambda look: look.kind != LIBRARY)

    async def look(self, file: str, data: bytes) -> Intake:
        """Returns what a file of one book or library would bring. Changes nothing, whatever is in it.

        A file whose book cannot be opened here is refused; others are not in its way.
        """
        try:
            return await self._look(file, data)
        except (OSError, ValueError):
            return Intake(file, len(data), refusal=Refusal("book_unreadable"))

    async def _look(self, file: str, data: bytes) -> Intake:
        known = await self._taken_before(data)
        if known is not None:
            name, kind = self._name(known.space), (await self.shelf.open(known.space)).kind
            return Intake(file, len(data), space=known.space, name=name, known=True, kind=kind)
        checked = check(data)
        if isinstance(checked, Refusal):
            return Intake(file, len(data), refusal=checked)
        fresh = checked.space not in await self._here()
        staged = await self._stage(checked, fresh)
        if isinstance(staged, Refusal):
            return Intake(file, len(data), refusal=staged)
        return await self._intake(file, len(data), checked, staged, fresh)

    async def take_in(self, intakes: Sequence[Intake], sample: bool = False) -> list[Intake]:
        """Takes in what `look` returned, each file all or nothing; returns those taken in.

        A file whose book changed since the look is looked at again first.

        Photos are stored first, so no document ever names a photo that the file had and we lost.
        Raises StorageFull; files before that one stay taken in.
        """
        done: list[Intake] = []
        for intake in intakes:
            if intake.refusal is None and not intake.known and intake.checked is not None:
                await self._take(intake, intake.checked, sample)
                done.append(intake)
        return done

    async def undo(self, intakes: Iterable[Intake]) -> tuple[Intake, ...]:
        """Takes files back, the last first, as long as nothing came after them in their book.

        Returns those taken back. A book that was new with them goes once nothing is in it any more, with
        the photos that nothing else names.
        """
        by_space: dict[str, list[Intake]] = {}
        for intake in intakes:
            by_space.setdefault(intake.space, []).append(intake)
        here = await self._here()
        undone: list[Intake] = []
        for space, group in by_space.items():
            if space in here:
                with suppress(OSError):  # not taken back then: what is returned says so
                    await self._undo(space, group, undone)
        return tuple(undone)

    async def _undo(self, space: str, group: Sequence[Intake], done: list[Intake]) -> None:
        book = await self.shelf.open(space)
        for intake in reversed(group):
            if intake.checked is None or book.last_import != intake.checked.file:
                continue
            changed = book.undo()
            self.pen.set("taken", intake.checked.file, undone=True)
            self.pen.announcer.announce(space, changed)
            done.append(intake)
        if not book.vector and any(intake.fresh for intake in group):
            self.pen.remove(cards_of(book), space)
            await self.shelf.discard(space)
            came = {blob.sha256 for one in group if one.checked for blob in one.checked.blobs}
            await sweep(came, self.shelf, self.blobs, self.pen.book)

    async def _stage(self, checked: Checked, fresh: bool) -> Staged | Refusal:
        if fresh:
            return await self.shelf.stage_new(checked)
        book = await self.shelf.open(checked.space)
        return book.stage(checked)

    async def _intake(self, file: str, size: int, checked: Checked, staged: Staged, fresh: bool) -> Intake:
        lacking = [blob for blob in checked.blobs if not await self.blobs.has(blob.sha256)]
        new_blobs = sum(blob.data is not None for blob in lacking)
        return Intake(
            file,
            size,
            space=checked.space,
            name=checked.name,
            avatar=avatar_of(checked),
            sender_name=checked.sender.name,
            sender_role=checked.sender.role,
            fresh=fresh,
            known=not (staged.new_ops or fresh or new_blobs or self._removing(checked.space)),
            difference=staged.difference,
            blobs=sum(blob.data is not None for blob in checked.blobs),
            new_blobs=new_blobs,
            missing=len(lacking) - new_blobs,
            checked=checked,
            staged=staged,
            kind=checked.kind,
        )

    async def _take(self, intake: Intake, checked: Checked, sample: bool) -> None:
        came: set[str] = set()
        for blob in checked.blobs:
            if blob.data is not None and not await self.blobs.has(blob.sha256):
                came.add(await self.blobs.put(blob.data))
        if intake.fresh and checked.space not in await self._here():
            book = await self.shelf.create(checked.space, checked.kind)
        else:
            book = await self.shelf.open(checked.space)
        new_ops, changed = _accept(book, checked, intake.staged)
        self._note(book, checked, new_ops, sample and intake.fresh)
        self.pen.announcer.announce(book.id, _with_photos(book, changed, came))

    def _note(self, book: Book, checked: Checked, ops: int, sample: bool) -> None:
        sender = checked.sender
        seen = max(
            (
                book.wall_of(replica, seq)
                for replica, (seq, _) in checked.to.items()
                if replica.partition(".")[0] == book.replica
            ),
            default=0,
        )
        values: dict[str, object] = {"space": book.id, "sender": sender.replica, "role": sender.role}
        values |= {"name": sender.name, "ops": ops, "undone": False, "made": checked.made, "seen": seen}
        self.pen.set("taken", checked.file, **values, to=vector_text(checked.to))
        card = card_values(book, checked.name)
        known = self.pen.book.get(cards_of(book), book.id)
        if known is None:
            card |= {"sample": sample, "own": False, "opened": 0, "backup": 0, "sent_ops": 0}
            card |= {"by_name": sender.name} if book.kind == LIBRARY else {}
        elif known.get("removing"):
            card["removing"] = False
        self.pen.set(cards_of(book), book.id, **card)

    async def _taken_before(self, data: bytes) -> Taken | None:
        """Returns the note of a file that can bring nothing: its book still holds all of it, and lacks
        no photo. A note alone proves nothing: books are undone, damaged, removed and restored."""
        found = self.pen.book.get("taken", file_hash(data))
        taken = None if found is None else Taken.model_validate(found)
        if taken is None or taken.undone or not taken.to or taken.space not in await self._here():
            return None
        if self._removing(taken.space):
            return None
        book = await self.shelf.open(taken.space)
        whole = book.holds(vector_in(taken.to)) and await self._has_photos(book)
        return taken if whole else None

    async def _has_photos(self, book: Book) -> bool:
        for _, document in all_named(book):
            for blob in names_in(document):
                if not await self.blobs.has(blob["sha256"]):
                    return False
        return True

    async def _here(self) -> set[str]:
        return {*await self.shelf.spaces(), *await self.shelf.libraries()}

    def _removing(self, space: str) -> bool:
        """Tells whether a book is here only because its removal was torn: to take it in again is new."""
        return bool((self.pen.book.get("books", space) or {}).get("removing"))

    def _name(self, space: str) -> str:
        found = self.pen.book.get("books", space) or self.pen.book.get("libraries", space) or {}
        name = found.get("name", "")
        return name if isinstance(name, str) else ""


def _accept(book: Book, checked: Checked, staged: Staged | None) -> tuple[int, Changed]:
    """Commits a stage; one that another file of the same batch overtook is made again first."""
    if staged is not None:
        try:
            return staged.new_ops, book.accept(staged)
        except StaleStage:
            pass  # what it brings is looked at anew below, against the book as it is now
    again = book.stage(checked)
    if isinstance(again, Refusal):
        raise ValueError(f"{checked.space} no longer fits: {again.code}")  # noqa: TRY004
    return again.new_ops, book.accept(again)


def _with_photos(book: Book, changed: Changed, came: set[str]) -> Changed:
    """Returns what changed, with the records whose photo came."""
    every = {col: set(records) for col, records in changed.items()}
    for col, document in all_named(book) if came else ():
        if any(blob["sha256"] in came for blob in names_in(document)):
            every.setdefault(col, set()).add(document["id"])
    return {col: frozenset(records) for col, records in every.items()}
