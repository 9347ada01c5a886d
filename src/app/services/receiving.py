"""Receiving: files come in after a look at what they bring, and can be taken back."""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from app.domain.device import Taken
from app.services.ports import Blobs, Book, Shelf, Wall
from app.services.reading import Reader
from app.services.sweeping import sweep
from app.services.writing import Pen
from app.sync.bundle import Checked, Refusal, vector_of
from app.sync.gate import check, file_hash
from app.sync.keeping import Changed, Staged, StaleStage
from app.sync.op import canonical_text
from app.sync.stage import Difference
from app.sync.vector import Vector


@dataclass(frozen=True)
class Intake:
    """One file that could be taken in, as it is shown before anything changes.

    ``refusal`` says why not; otherwise ``name`` is the learner, ``sender_name`` and ``sender_role``
    whose device made it, ``fresh`` whether the book is new here, ``known`` whether nothing in it is
    new, ``difference`` what would change, ``blobs`` how many photos come, ``new_blobs`` how many of
    these are not here yet, and ``missing`` how many are named but neither in the file nor here.
    """

    file: str
    size: int
    refusal: Refusal | None = None
    space: str = ""
    name: str = ""
    avatar: str = ""
    sender_name: str = ""
    sender_role: str = ""
    fresh: bool = False
    known: bool = False
    difference: Difference | None = None
    blobs: int = 0
    missing: int = 0
    checked: Checked | None = None
    staged: Staged | None = None
    new_blobs: int = 0


class Receiver:
    """What comes in. ``pen`` writes in the device's own book."""

    def __init__(self, shelf: Shelf, blobs: Blobs, pen: Pen, wall: Wall) -> None:
        self.shelf, self.blobs, self.pen, self.wall = shelf, blobs, pen, wall

    async def look(self, file: str, data: bytes) -> Intake:
        """Returns what a file would bring. Changes nothing, whatever is in it.

        A file whose book cannot be opened here is refused; others are not in its way.
        """
        try:
            return await self._look(file, data)
        except (OSError, ValueError):
            return Intake(file, len(data), refusal=Refusal("book_unreadable"))

    async def _look(self, file: str, data: bytes) -> Intake:
        known = await self._taken_before(data)
        if known is not None:
            return Intake(file, len(data), space=known.space, name=self._name(known.space), known=True)
        checked = check(data)
        if isinstance(checked, Refusal):
            return Intake(file, len(data), refusal=checked)
        fresh = checked.space not in await self.shelf.spaces()
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
        here = set(await self.shelf.spaces())
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
            self.pen.remove("books", space)
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
            avatar=_avatar(checked),
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
        )

    async def _take(self, intake: Intake, checked: Checked, sample: bool) -> None:
        came: set[str] = set()
        for blob in checked.blobs:
            if blob.data is not None and not await self.blobs.has(blob.sha256):
                came.add(await self.blobs.put(blob.data))
        if intake.fresh and checked.space not in await self.shelf.spaces():
            book = await self.shelf.create(checked.space)
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
        learner = Reader(book).learner()
        card: dict[str, object] = {"name": learner.name or checked.name, "avatar": learner.avatar}
        known = self.pen.book.get("books", book.id)
        if known is None:
            card |= {"sample": sample, "own": False, "opened": 0, "backup": 0, "sent_ops": 0}
        elif known.get("removing"):
            card["removing"] = False
        self.pen.set("books", book.id, **card)

    async def _taken_before(self, data: bytes) -> Taken | None:
        """Returns the note of a file that can bring nothing: its book still holds all of it, and lacks
        no photo. A note alone proves nothing: books are undone, damaged, removed and restored."""
        found = self.pen.book.get("taken", file_hash(data))
        taken = None if found is None else Taken.model_validate(found)
        if taken is None or taken.undone or not taken.to or taken.space not in await self.shelf.spaces():
            return None
        if self._removing(taken.space):
            return None
        book = await self.shelf.open(taken.space)
        whole = book.holds(vector_in(taken.to)) and await self._has_photos(book)
        return taken if whole else None

    async def _has_photos(self, book: Book) -> bool:
        for artefact in book.all("artefacts"):
            blob = artefact.get("blob")
            if blob and not await self.blobs.has(blob["sha256"]):
                return False
        return True

    def _removing(self, space: str) -> bool:
        """Tells whether a book is here only because its removal was torn: to take it in again is new."""
        return bool((self.pen.book.get("books", space) or {}).get("removing"))

    def _name(self, space: str) -> str:
        found = self.pen.book.get("books", space) or {}
        name = found.get("name", "")
        return name if isinstance(name, str) else ""


def vector_text(vector: Vector) -> str:
    """Returns a vector as the device's own book notes it."""
    return canonical_text({replica: list(head) for replica, head in vector.items()})


def vector_in(text: str) -> Vector:
    """Returns the vector that `vector_text` noted, empty for ""."""
    return vector_of(json.loads(text)) if text else {}


def _avatar(checked: Checked) -> str:
    """Returns the last sign that the file's learner chose."""
    chosen = [op["val"] for op in checked.ops if (op["col"], op["field"]) == ("learner", "avatar")]
    return next((sign for sign in reversed(chosen) if isinstance(sign, str)), "")


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
    """Returns what changed, with the artefacts whose photo came."""
    shown = {doc["id"] for doc in book.all("artefacts") if (doc.get("blob") or {}).get("sha256") in came}
    if not shown:
        return changed
    return {**changed, "artefacts": changed.get("artefacts", frozenset()) | shown}
