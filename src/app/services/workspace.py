"""The workspace: this device, opened. Who uses it, which books lie here, and the one that is open."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.device import BookCard, Owner
from app.domain.models import ROLES, Role
from app.domain.text import tidy_line
from app.services.announcer import Announcer
from app.services.class_ import ClassService
from app.services.drafts import DraftService
from app.services.goals import GoalService
from app.services.portfolio import PortfolioService
from app.services.ports import Blobs, Book, Photos, Random, Shelf, Wall
from app.services.profile import ProfileService
from app.services.reading import Reader
from app.services.sharing import ShareService
from app.services.today import TodayService
from app.services.writing import Pen

LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
SPACE_LENGTH = 20


@dataclass(eq=False)
class OpenBook:
    """One learner's book with all that a person can do in it."""

    book: Book
    reader: Reader
    profile: ProfileService
    goals: GoalService
    portfolio: PortfolioService
    today: TodayService
    by: Owner

    @property
    def id(self) -> str:
        """The space's id."""
        return self.book.id


class Workspace:
    """The device as services see it. `open` first; `owner` has no role before `begin`."""

    def __init__(self, shelf: Shelf, blobs: Blobs, photos: Photos, wall: Wall, random: Random) -> None:
        self.shelf, self.blobs, self.photos = shelf, blobs, photos
        self.wall, self.random = wall, random
        self.announcer = Announcer()
        self._open_books: dict[str, OpenBook] = {}
        self._unnoted: list[BookCard] = []
        self._device: Book | None = None

    async def open(self) -> None:
        """Opens the device's own book, and looks for books that it does not know; once open, nothing.

        Such a book is left where the device stopped between taking a book in and noting it. It is
        shown like the others, and noted at the next change that a person makes to it.
        """
        if self._device is not None:
            return
        self._device = await self.shelf.device()
        noted = {doc["id"] for doc in self._device.all("books")}
        self._unnoted = [await self._unnoted_card(s) for s in await self.shelf.spaces() if s not in noted]

    async def _unnoted_card(self, space: str) -> BookCard:
        learner = Reader(await self.shelf.open(space)).learner()
        return BookCard(id=space, name=learner.name, avatar=learner.avatar)

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
        return tuple(sorted(cards.values(), key=lambda card: (card.name.casefold(), card.id)))

    @property
    def own_card(self) -> BookCard | None:
        """The book of the learner who uses this device."""
        return next((card for card in self.cards if card.own), None)

    @property
    def drafts(self) -> DraftService:
        """Words not kept yet."""
        return DraftService(self.device_pen)

    @property
    def share(self) -> ShareService:
        """Files out and in."""
        return ShareService(self.shelf, self.blobs, self.device_pen, self.wall)

    @property
    def classroom(self) -> ClassService:
        """All books at once, for a teacher or family."""
        return ClassService(self.shelf, self.device, self.cards, self.wall)

    @property
    def device_pen(self) -> Pen:
        """Writes in the device's own book."""
        owner = self.owner
        return Pen(self.device, owner.role or "learner", owner.name, self.wall, self.announcer)

    async def begin(self, role: Role, name: str, avatar: str = "") -> None:
        """Says who uses this device; for a learner, makes their own book. Raises ValueError without a
        name, or for an unknown role."""
        name = tidy_line(name)
        if not name or role not in ROLES:
            raise ValueError("a device needs a name and a role")
        self.device_pen.set("owner", "me", role=role, name=name, avatar=avatar)
        if role == "learner" and self.own_card is None:
            await self.new_book(name, avatar, own=True)

    async def new_book(self, name: str, avatar: str = "", own: bool = False) -> str:
        """Makes a learner's book and returns its id; a family or teacher can hold many."""
        space = "".join(LETTERS[self.random(5)] for _ in range(SPACE_LENGTH))
        book = await self.shelf.create(space)
        card: dict[str, object] = {"name": tidy_line(name), "avatar": avatar, "own": own}
        card |= {"sample": False, "opened": self.wall(), "backup": 0, "sent_ops": 0}
        self.device_pen.set("books", space, **card)
        self._opened(book).profile.introduce(name, avatar)
        return space

    async def open_book(self, space: str) -> OpenBook:
        """Opens one book to work in, the same object each time. Raises FileNotFoundError."""
        book = await self.shelf.open(space)
        opened = self._open_books.get(space)
        if opened is None or opened.book is not book or opened.by != self.owner:
            opened = self._open_books[space] = self._opened(book)
        return opened

    async def look_around(self, role: Role, name: str, files: Iterable[tuple[str, bytes]]) -> None:
        """Fills an unused device with sample books, seen as `role`; `remove_sample` takes all back.

        For a learner the first book is their own. Raises ValueError where somebody uses the device.
        """
        if self.owner.role:
            raise ValueError("somebody uses this device already")
        share = self.share
        for file, data in files:
            await share.take_in([await share.look(file, data)], sample=True)
        first = next(iter(self.cards), None)
        avatar = first.avatar if first is not None and role == "learner" else ""
        if first is not None and role == "learner":
            self.device_pen.set("books", first.id, own=True)
        self.device_pen.set("owner", "me", role=role, name=tidy_line(name), avatar=avatar)

    async def remove_sample(self) -> None:
        """Removes every sample book and what was written while looking around from this device."""
        for card in self.cards:
            if card.sample:
                await self.remove_book(card.id)
        if not self.cards:
            for draft in self.device.all("drafts"):
                self.device_pen.remove("drafts", draft["id"])
            self.device_pen.set("owner", "me", role="", name="", avatar="")

    async def remove_book(self, space: str) -> None:
        """Removes a book from this device for good; the card first, so a torn removal shows no ghost."""
        self._open_books.pop(space, None)
        self._unnoted = [card for card in self._unnoted if card.id != space]
        self.device_pen.remove("books", space)
        for taken in self.device.find("taken", "space", space):
            self.device_pen.remove("taken", taken["id"])
        await self.shelf.discard(space)

    def prefer(self, language: str | None = None, theme: str | None = None) -> None:
        """Sets the language or the theme ("light", "dark", "" for the device's own)."""
        wanted = {"language": language, "theme": theme}
        self.device_pen.set("owner", "me", **{k: v for k, v in wanted.items() if v is not None})

    async def close(self) -> None:
        """Lets go of every file, so that another tab can take over."""
        self._device = None
        self._open_books.clear()
        await self.shelf.close()

    def _opened(self, book: Book) -> OpenBook:
        owner = self.owner
        pen = Pen(book, owner.role or "learner", owner.name, self.wall, self.announcer, owner.avatar)
        reader = Reader(book)
        portfolio = PortfolioService(reader, pen, self.blobs)
        today = TodayService(book, reader, self.wall)
        profile, goals = ProfileService(reader, pen), GoalService(reader, pen)
        return OpenBook(book, reader, profile, goals, portfolio, today, owner)
