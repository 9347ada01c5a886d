"""Libraries on this device: its own, made when something is first put in, and those taken in."""

from collections.abc import Callable
from contextlib import suppress

from app.domain.device import LibraryCard
from app.services.library_pen import OpenLibrary
from app.services.library_reading import LibraryReader
from app.services.ports import Book, Shelf
from app.services.writing import Pen
from app.sync.bundle import LIBRARY
from app.sync.fold import replica_of


class LibraryService:
    """The libraries here. ``pen`` writes in the device's own book; ``known`` keeps what was opened."""

    def __init__(
        self, shelf: Shelf, pen: Pen, new_space: Callable[[], str], known: dict[str, OpenLibrary]
    ) -> None:
        self.shelf, self.pen, self._new_space, self._known = shelf, pen, new_space, known

    @property
    def cards(self) -> tuple[LibraryCard, ...]:
        """What the device notes of its libraries, its own first, then by name."""
        cards = [LibraryCard.model_validate(doc) for doc in self.pen.book.all("libraries")]
        return tuple(sorted(cards, key=lambda card: (not card.own, card.name.casefold(), card.id)))

    async def own(self) -> OpenLibrary:
        """Opens the device's own library, or makes it. Raises ValueError while nobody uses the device.

        The book is made first and then noted: where the device stops in between, `own` goes on with it.
        One made while looking around in the sample goes with the sample.
        """
        if not self.pen.book.get("owner", "me") or not self.pen.name:
            raise ValueError("nobody uses this device yet")
        space = await self._own_space()
        if space:
            book = await self.shelf.open(space)
        else:
            book = await self._begun() or await self.shelf.create(self._new_space(), LIBRARY)
        books = self.pen.book.all("books")
        sample = bool(books) and all(doc.get("sample") for doc in books)
        self.pen.set("libraries", book.id, own=True, name=self.pen.name, sample=sample)
        library = self._opened(book, own=True)
        library.pen.set("about", "me", name=self.pen.name, role=self.pen.role)
        return library

    async def opened(self) -> tuple[OpenLibrary, ...]:
        """Opens every library here that can be opened, the device's own first, then by name."""
        own = {card.id for card in self.cards if card.own}
        found: list[OpenLibrary] = []
        for space in await self.shelf.libraries():
            with suppress(OSError, ValueError):  # the others open as ever; a file brings this one again
                found.append(self._opened(await self.shelf.open(space), space in own))
        names = {one.id: (not one.own, one.reader.about().name.casefold(), one.id) for one in found}
        return tuple(sorted(found, key=lambda one: names[one.id]))

    async def adopt(self) -> None:
        """Makes a library that was brought back the device's own, going by name and role: its person has
        just said who they are. Nothing where there is one already, or where several fit."""
        fitting = [
            one.id
            for one in await self.opened()
            if (one.reader.about().name, one.reader.about().role) == self._person
        ]
        samples = {card.id for card in self.cards if card.sample}
        if len(fitting) == 1 and fitting[0] not in samples and not await self._own_space():
            self.pen.set("libraries", fitting[0], own=True)

    async def _own_space(self) -> str:
        """Returns the id of the device's own library, "" where there is none yet."""
        here = await self.shelf.libraries()
        return next((card.id for card in self.cards if card.own and card.id in here), "")

    async def _begun(self) -> Book | None:
        """Returns the library that a torn beginning left: unnoted, and written by nobody else."""
        noted = {card.id for card in self.cards}
        for space in await self.shelf.libraries():
            if space not in noted:
                with suppress(OSError, ValueError):
                    book = await self.shelf.open(space)
                    if all(replica_of(name) == book.replica for name in book.vector):
                        return book
        return None

    def _opened(self, book: Book, own: bool) -> OpenLibrary:
        """Returns the same object while book and person are the same."""
        was = self._known.get(book.id)
        if was is not None and was.book is book and (was.pen.name, was.pen.role) == self._person:
            was.own = own
            return was
        owner = self.pen.book.get("owner", "me") or {}
        pen = Pen(
            book,
            self.pen.role,
            self.pen.name,
            self.pen.wall,
            self.pen.announcer,
            str(owner.get("avatar", "")),
        )
        opened = self._known[book.id] = OpenLibrary(LibraryReader(book), pen, own)
        return opened

    @property
    def _person(self) -> tuple[str, str]:
        return self.pen.name, self.pen.role
