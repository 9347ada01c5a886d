"""Sharing: a book goes out as one file, and files come in after a look at what they bring."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.device import BookCard, Taken
from app.services.ports import Blobs, Book, Shelf, Wall
from app.services.reading import Reader
from app.services.writing import Pen
from app.sync.bundle import BlobPart, Checked, Refusal, Sender, write_bundle
from app.sync.gate import check, file_hash
from app.sync.keeping import Changed, Staged, StaleStage
from app.sync.stage import Difference
from app.sync.vector import total


@dataclass(frozen=True)
class ExportFile:
    """A file to hand over: its name, its bytes, and how many changes it holds."""

    name: str
    data: bytes
    ops: int


@dataclass(frozen=True)
class Intake:
    """One file that could be taken in, as it is shown before anything changes.

    ``refusal`` says why not; otherwise ``name`` is the learner, ``sender_name`` and ``sender_role``
    whose device made it, ``fresh`` whether the book is new here, ``known`` whether nothing in it is
    new, ``difference`` what would change, ``blobs`` how many photos come and ``missing`` how many are
    named but not in the file.
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


@dataclass(frozen=True)
class ShareStatus:
    """The truth about one book's copies, wall clocks in milliseconds, 0 for never.

    ``unsent`` changes were made since the last file; ``seen`` tells, by person, up to when their
    device had this device's changes in the last file that came from it.
    """

    backup: int
    unsent: int
    seen: tuple[tuple[str, str, int], ...]


class ShareService:
    """What goes out of this device and what comes in. ``pen`` writes in the device's own book."""

    def __init__(self, shelf: Shelf, blobs: Blobs, pen: Pen, wall: Wall) -> None:
        self.shelf, self.blobs, self.pen, self.wall = shelf, blobs, pen, wall

    async def export(self, book: Book) -> ExportFile:
        """Returns the whole book as a file. Changes nothing; `handed_over` notes that it went out."""
        reader = Reader(book)
        name = reader.learner().name
        made = self.wall()
        sender = Sender(book.replica, self.pen.role, self.pen.name)
        lines = list(book.lines())
        data = write_bundle(book.id, name, sender, made, book.vector, lines, await self._parts(reader))
        return ExportFile(_file_name(name, self.pen.role, made), data, len(lines))

    def handed_over(self, book: Book, file: ExportFile) -> None:
        """Notes that a file left this device: the last backup, and what it held."""
        self.pen.set("books", book.id, backup=self.wall(), sent_ops=file.ops)

    def status(self, book: Book) -> ShareStatus:
        """Returns what is true of a book's copies."""
        found = self.pen.book.get("books", book.id) or {"id": book.id}
        card = BookCard.model_validate(found)
        seen: dict[tuple[str, str], int] = {}
        for doc in self.pen.book.find("taken", "space", book.id):
            taken = Taken.model_validate(doc)
            if not taken.undone:
                person = (taken.name, taken.role)
                seen[person] = max(seen.get(person, 0), taken.seen)
        unsent = max(0, total(book.vector) - card.sent_ops)
        return ShareStatus(card.backup, unsent, tuple((*who, at) for who, at in sorted(seen.items())))

    async def look(self, file: str, data: bytes) -> Intake:
        """Returns what a file would bring. Changes nothing, whatever is in it."""
        known = self._taken_before(data)
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

    async def undo(self, intakes: Iterable[Intake]) -> None:
        """Takes files back that were taken in last, where nothing was written since."""
        for intake in intakes:
            book = await self.shelf.open(intake.space)
            if book.undoable:
                changed = book.undo()
                self.pen.set("taken", intake.checked.file if intake.checked else "", undone=True)
                self.pen.announcer.announce(book.id, changed)
            if intake.fresh:
                self.pen.remove("books", intake.space)
                await self.shelf.discard(intake.space)

    async def _stage(self, checked: Checked, fresh: bool) -> Staged | Refusal:
        if fresh:
            return await self.shelf.stage_new(checked)
        book = await self.shelf.open(checked.space)
        return book.stage(checked)

    async def _intake(self, file: str, size: int, checked: Checked, staged: Staged, fresh: bool) -> Intake:
        missing = 0
        for blob in checked.blobs:
            if blob.data is None and not await self.blobs.has(blob.sha256):
                missing += 1
        return Intake(
            file,
            size,
            space=checked.space,
            name=checked.name,
            avatar=_avatar(checked),
            sender_name=checked.sender.name,
            sender_role=checked.sender.role,
            fresh=fresh,
            known=staged.new_ops == 0 and not fresh,
            difference=staged.difference,
            blobs=sum(blob.data is not None for blob in checked.blobs),
            missing=missing,
            checked=checked,
            staged=staged,
        )

    async def _take(self, intake: Intake, checked: Checked, sample: bool) -> None:
        for blob in checked.blobs:
            if blob.data is not None:
                await self.blobs.put(blob.data)
        if intake.fresh and checked.space not in await self.shelf.spaces():
            book = await self.shelf.create(checked.space)
        else:
            book = await self.shelf.open(checked.space)
        new_ops, changed = _accept(book, checked, intake.staged)
        self._note(book, checked, new_ops, sample and intake.fresh)
        self.pen.announcer.announce(book.id, changed)

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
        self.pen.set("taken", checked.file, **values)
        learner = Reader(book).learner()
        card: dict[str, object] = {"name": learner.name or checked.name, "avatar": learner.avatar}
        if self.pen.book.get("books", book.id) is None:
            card |= {"sample": sample, "own": False, "opened": 0, "backup": 0, "sent_ops": 0}
        self.pen.set("books", book.id, **card)

    def _taken_before(self, data: bytes) -> Taken | None:
        found = self.pen.book.get("taken", file_hash(data))
        taken = None if found is None else Taken.model_validate(found)
        return None if taken is None or taken.undone else taken

    def _name(self, space: str) -> str:
        found = self.pen.book.get("books", space) or {}
        name = found.get("name", "")
        return name if isinstance(name, str) else ""

    async def _parts(self, reader: Reader) -> list[BlobPart]:
        parts: dict[str, BlobPart] = {}
        for artefact in reader.artefacts():
            blob = artefact.blob
            if blob is not None and blob.sha256 not in parts:
                data = await self.blobs.get(blob.sha256)
                parts[blob.sha256] = BlobPart(blob.sha256, blob.mime, blob.size, data)
        return [parts[name] for name in sorted(parts)]


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


def _file_name(name: str, role: str, made: int) -> str:
    plain = " ".join("".join(c if c.isalnum() or c in "-_" else " " for c in name).split())
    moment = datetime.fromtimestamp(made / 1000, UTC).astimezone()
    return f"{plain or 'book'} - Ownway {role} - {moment:%Y-%m-%d %H.%M.%S}.json"
