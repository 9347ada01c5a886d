"""The workspace: this device, opened. Who uses it, which books lie here, and the one that is open."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import cast

from app.domain.device import BookCard, Owner
from app.domain.models import ROLES, Role
from app.domain.text import tidy_line
from app.services.announcer import Announcer
from app.services.catalog import Catalog, Catalogs
from app.services.class_ import ClassService
from app.services.drafts import DraftService
from app.services.frameworks import FrameworkService
from app.services.libraries import LibraryService
from app.services.library_pen import OpenLibrary
from app.services.open_book import OpenBook, opened
from app.services.own_frameworks import OwnFrameworks
from app.services.own_records import OwnRecords
from app.services.ports import Blobs, Book, Photos, Random, Shelf, Wall
from app.services.reading import Reader
from app.services.reviewing import ReviewService
from app.services.sharing import ShareService
from app.services.sweeping import removed
from app.services.unnoted import begun_book, unnoted_cards
from app.services.writing import Pen
from app.sync.fold import replica_of

__all__ = ["OpenBook", "Workspace"]

LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
SPACE_LENGTH = 20


Values = Mapping[str, object]


class Workspace:
    """The device as services see it. `open` first; `owner` has no role before `begin`."""

    def __init__(self, shelf: Shelf, blobs: Blobs, photos: Photos, wall: Wall, random: Random) -> None:
        self.shelf, self.blobs, self.photos = shelf, blobs, photos
        self.wall, self.random = wall, random
        self.announcer = Announcer()
        self._open_books: dict[str, OpenBook] = {}
        self._open_libraries: dict[str, OpenLibrary] = {}
        self.catalogs = Catalogs()
        self._unnoted: list[BookCard] = []
        self._device: Book | None = None

    async def open(self) -> None:
        """Opens the device's own book, and looks for books that it does not know; once open, nothing.

        Such a book is left where the device stopped between taking a book in and noting it. It is
        shown like the others, and noted at the next change that a person makes to it. A removal that
        was begun is finished first.
        """
        if self._device is not None:
            return
        device = await self.shelf.device()
        for doc in device.find("books", "removing", True):
            with suppress(OSError, ValueError):  # then at the next start; until then it is not shown
                await removed(
                    [doc["id"]], self.shelf, self.blobs, Pen(device, "learner", "", self.wall, self.announcer)
                )
        self._unnoted = await unnoted_cards(self.shelf, device)
        self._device = device

    @property
    def is_open(self) -> bool:
        """Whether the device's own book is open."""
        return self._device is not None

    @property
    def device(self) -> Book:
        """The device's own book. Raises RuntimeError before `open`."""
        if self._device is None:
            raise RuntimeError("the workspace is not open yet")
        return self._device

    @property
    def owner(self) -> Owner:
        """Who uses this device."""
        return Owner.model_validate(self.device.get("owner", "me") or {"id": "me"})

    @property
    def cards(self) -> tuple[BookCard, ...]:
        """The books on this device, by name."""
        cards = {doc["id"]: BookCard.model_validate(doc) for doc in self.device.all("books")}
        cards = {card.id: card for card in self._unnoted} | cards
        kept = (card for card in cards.values() if not card.removing)
        return tuple(sorted(kept, key=lambda card: (card.name.casefold(), card.id)))

    @property
    def own_card(self) -> BookCard | None:
        """The book of the learner who uses this device."""
        return next((card for card in self.cards if card.own), None)

    @property
    def strays(self) -> tuple[BookCard, ...]:
        """On a learner's device, the books that nobody said are theirs; `adopt` says so."""
        if self.owner.role != "learner":
            return ()
        return tuple(card for card in self.cards if not (card.own or card.sample))

    @property
    def drafts(self) -> DraftService:
        """Words not kept yet."""
        return DraftService(self.device_pen)

    @property
    def share(self) -> ShareService:
        """Files out and in."""
        return ShareService(self.shelf, self.blobs, self.device_pen, self.wall)

    @property
    def library_service(self) -> LibraryService:
        """What is shared by many learners."""
        return LibraryService(self.shelf, self.device_pen, self._new_space, self._open_libraries)

    @property
    def frameworks(self) -> FrameworkService:
        """Frameworks in from files, out to files, and away."""
        return FrameworkService(self.own_library, self.open_libraries, self.catalog, self.wall)

    @property
    def own_frameworks(self) -> OwnFrameworks:
        """Frameworks and competencies of one's own."""
        return OwnFrameworks(self.own_library, self.catalog, self.random, self._in_open_book)

    def _in_open_book(self, competency: str) -> bool:
        return any(one.book.get("competencies", competency) for one in self._open_books.values())

    @property
    def classroom(self) -> ClassService:
        """All books at once, for a teacher or family."""
        return ClassService(self.shelf, self.device, self.cards, self.wall)

    @property
    def own_records(self) -> OwnRecords:
        """Ways to learn, boards and rubrics of one's own."""
        return OwnRecords(self.own_library, self.catalog, self.blobs)

    @property
    def reviewing(self) -> ReviewService:
        """The work that waits, of all books, for a teacher or family."""
        return ReviewService(self.shelf, self.cards, self.owner.role, self.wall)

    @property
    def device_pen(self) -> Pen:
        """Writes in the device's own book."""
        owner = self.owner
        return Pen(self.device, owner.role or "learner", owner.name, self.wall, self.announcer)

    async def begin(self, role: Role, name: str, avatar: str = "") -> None:
        """Says who uses this device; for a learner, makes their own book. Raises ValueError without a
        name, or for an unknown role.

        The book is made first and then noted together with the role: where the device stops in
        between, nobody uses it yet, and the next `begin` goes on with that book.
        """
        name = tidy_line(name)
        if not name or role not in ROLES:
            raise ValueError("a device needs a name and a role")
        owner: dict[str, object] = {"role": role, "name": name, "avatar": avatar}
        if role != "learner" or self.own_card is not None:
            self.device_pen.set("owner", "me", **owner)
            await self.library_service.adopt()
            return
        book = await begun_book(self.shelf, self.device) or await self.shelf.create(self._new_space())
        self._as(Owner(id="me", role=role, name=name, avatar=avatar), book).profile.introduce(name, avatar)
        self._note({"me": owner}, {book.id: self._new_card(name, avatar, own=True)})

    async def adopt(self, space: str) -> None:
        """Makes a book that is here the learner's own, and the device theirs where nobody uses it yet.

        Raises FileNotFoundError where there is no such book, ValueError on a device of another role.
        """
        owner = self.owner
        if owner.role not in ("", "learner"):
            raise ValueError(f"this is the device of a {owner.role}")
        learner = Reader(await self.shelf.open(space)).learner()
        cards: dict[str, dict[str, object]] = {c.id: {"own": False} for c in self.cards if c.own}
        cards[space] = {"own": True}
        if self.device.get("books", space) is None:
            cards[space] = self._new_card(learner.name, learner.avatar, own=True)
        me: dict[str, object] = {"role": "learner", "name": learner.name, "avatar": learner.avatar}
        self._note({} if owner.role else {"me": me}, cards)

    async def restore_as(self, role: str, space: str, name: str = "", avatar: str = "") -> None:
        """Begins with a book that was brought back; the person says who they are, no file does.

        For a learner the book becomes their own, and gives name and sign; others need a `name`. Raises
        ValueError for an unknown role or without a name, FileNotFoundError where there is no such book.
        """
        if role == "learner":
            await self.adopt(space)
        elif role in ("teacher", "family"):
            await self.begin(cast("Role", role), name, avatar)
        else:
            raise ValueError("a device needs a role")

    def _note(self, owner: Mapping[str, Values], books: Mapping[str, Values]) -> None:
        """Notes who uses the device and what its cards say in one commit."""
        pen = self.device_pen
        edits = [edit for rec, values in owner.items() for edit in pen.edits("owner", rec, **values)]
        edits += [edit for rec, values in books.items() for edit in pen.edits("books", rec, **values)]
        if edits:
            pen.commit(edits)

    def _new_space(self) -> str:
        return "".join(LETTERS[self.random(5)] for _ in range(SPACE_LENGTH))

    def _new_card(self, name: str, avatar: str, own: bool) -> dict[str, object]:
        card: dict[str, object] = {"name": tidy_line(name), "avatar": avatar, "own": own}
        return card | {"sample": False, "opened": self.wall(), "backup": 0, "sent_ops": 0}

    async def new_book(self, name: str, avatar: str = "", own: bool = False) -> str:
        """Makes a learner's book and returns its id; a family or teacher can hold many."""
        space = self._new_space()
        book = await self.shelf.create(space)
        self.device_pen.set("books", space, **self._new_card(name, avatar, own))
        self._as(self.owner, book).profile.introduce(name, avatar)
        return space

    async def open_book(self, space: str) -> OpenBook:
        """Opens one book to work in, the same object each time. Raises FileNotFoundError."""
        book = await self.shelf.open(space)
        await self.open_libraries()
        opened = self._open_books.get(space)
        if opened is None or opened.book is not book or opened.by != self.owner:
            opened = self._open_books[space] = self._as(self.owner, book)
        return opened

    async def own_library(self) -> OpenLibrary:
        """Opens what this device's person put together for many learners, or makes it: ask for it only
        where something is about to be written. Raises ValueError before `begin`."""
        library = await self.library_service.own()
        await self.open_libraries()
        return library

    async def open_libraries(self) -> tuple[OpenLibrary, ...]:
        """Opens every library here that can be opened, this device's own first, then by name."""
        found = await self.library_service.opened()
        self.catalogs.libraries = tuple(library.book for library in found)
        return found

    def catalog(self) -> Catalog:
        """Returns competencies and ways to them, of the libraries that `open_libraries` opened last."""
        return self.catalogs.of()

    async def libraries(self) -> tuple[Book, ...]:
        """Returns the books of `open_libraries`."""
        return tuple(library.book for library in await self.open_libraries())

    async def look_around(self, role: Role, name: str, files: Iterable[tuple[str, bytes]]) -> None:
        """Fills an unused device with sample books, seen as `role`; `remove_sample` takes all back.

        For a learner the first book is their own. Raises ValueError where somebody uses the device.
        """
        if self.owner.role:
            raise ValueError("somebody uses this device already")
        share = self.share
        for file, data in files:
            await share.take_in(await share.look_all(file, data), sample=True)
        first = next(iter(self.cards), None)
        avatar = first.avatar if first is not None and role == "learner" else ""
        own: dict[str, Values] = {first.id: {"own": True}} if first is not None and role == "learner" else {}
        self._note({"me": {"role": role, "name": tidy_line(name), "avatar": avatar}}, own)

    async def sample_touched(self) -> bool:
        """Tells whether anybody wrote in a sample book on this device."""
        for card in self.cards:
            if card.sample:
                with suppress(OSError, ValueError):  # in what cannot be opened nobody wrote
                    book = await self.shelf.open(card.id)
                    if any(replica_of(name) == book.replica for name in book.vector):
                        return True
        return any(card.own and card.sample for card in self.library_service.cards)

    async def remove_sample(self) -> None:
        """Removes every sample book and what was written while looking around from this device.

        The name that the sample lent goes with it: a learner who has their own book by now has its name,
        anybody else says again who they are. Books that are no sample stay.
        """
        samples = [card.id for card in self.cards if card.sample]
        libraries = [card.id for card in self.library_service.cards if card.sample]
        if not samples and not libraries:
            return
        await self._remove(samples)
        await removed(libraries, self.shelf, self.blobs, self.device_pen)
        own = self.own_card
        if own is not None and self.owner.role == "learner":
            self.device_pen.set("owner", "me", name=own.name, avatar=own.avatar)
            return
        if not self.cards:
            for draft in self.device.all("drafts"):
                self.device_pen.remove("drafts", draft["id"])
        self.device_pen.set("owner", "me", role="", name="", avatar="")

    async def remove_book(self, space: str) -> None:
        """Removes a book from this device for good, with the photos that nothing else here names.

        It is marked first: where the device stops in between, the book is not shown any more, and the
        next `open` finishes the removal.
        """
        await self._remove([space])

    async def _remove(self, spaces: Sequence[str]) -> None:
        self._note({}, {space: {"removing": True} for space in spaces})
        for space in spaces:
            self._open_books.pop(space, None)
        await removed(spaces, self.shelf, self.blobs, self.device_pen)
        self._unnoted = [card for card in self._unnoted if card.id not in spaces]

    def prefer(self, language: str | None = None, theme: str | None = None) -> None:
        """Sets the language or the theme ("light", "dark", "" for the device's own)."""
        wanted = {"language": language, "theme": theme}
        self.device_pen.set("owner", "me", **{k: v for k, v in wanted.items() if v is not None})

    async def close(self) -> None:
        """Lets go of every file, so that another tab can take over."""
        self._device = None
        self._open_books.clear()
        self._open_libraries.clear()
        await self.shelf.close()

    def _as(self, owner: Owner, book: Book) -> OpenBook:
        pen = Pen(book, owner.role or "learner", owner.name, self.wall, self.announcer, owner.avatar)
        return opened(pen, self.blobs, owner, self.catalogs)
