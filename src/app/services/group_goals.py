"""Goals of a group: made once in the library, brought into the book of each learner who is in it.

Each learner says yes to it and adds their own part in their own book; how far the group is, is the sum over
the books on this device, and goes back into them as news.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from app.domain.days import iso_day
from app.domain.device import BookCard
from app.domain.goal_life import stage
from app.domain.library import GroupGoal
from app.domain.measuring import number_in, number_typed, plain, standing
from app.domain.text import tidy_line, tidy_text
from app.services.group_known import GroupPage, Member, last_told, told_by_books
from app.services.open_book import OpenBook
from app.services.reading import Reader
from app.services.way_back import WayBack
from app.services.workspace import Workspace


class Found(NamedTuple):
    """A group's goal: ``own`` where it was made here, ``whole`` where its library says who is in it."""

    group: GroupGoal
    own: bool
    whole: bool


@dataclass(frozen=True)
class Reach:
    """Into how many books something was written, and whose could not be written just now: try those again."""

    count: int = 0
    missed: tuple[BookCard, ...] = ()


class GroupService:
    """The groups' goals on this device, for a teacher or family."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    async def make(self, parts: dict[str, str], spaces: Sequence[str]) -> str:
        """Makes a goal for the learners of `spaces`, in the library, and returns its id. ``parts`` are
        statement, measure, target, unit, due.

        From then on it stands; `bring` takes it into the books, as often as need be. Raises ValueError
        without words or learners, or for a target that is no number or a day that is none.
        """
        statement, due = tidy_text(parts.get("statement", "")), parts.get("due", "")
        target = number_typed(parts.get("target", ""))
        if not statement or not spaces:
            raise ValueError("a group's goal needs words and learners")
        if (parts.get("target", "").strip() and not target) or (due and iso_day(due) is None):
            raise ValueError("not a target or a day")
        values: dict[str, object] = {"statement": statement, "measure": tidy_text(parts.get("measure", ""))}
        values |= {"target": target, "unit": tidy_line(parts.get("unit", "")), "due": due}
        library = await self.workspace.own_library()
        return library.pen.add(
            "group_goals", {**values, "spaces": list(dict.fromkeys(spaces)), "gone": False}
        )

    async def bring(self, rec: str) -> Reach:
        """Brings a group's goal into the books that have never had it; it comes into none twice."""
        found = await self._group(rec)
        if found is None:
            return Reach()
        return await self._in_each(found.group.spaces, lambda book: _bring(book, found.group))

    async def _in_each(self, spaces: Sequence[str], write: Callable[[OpenBook], bool]) -> Reach:
        """Lets `write` write in each book; one that cannot be opened or written does not stop the rest."""
        count, missed = 0, []
        for card in self.workspace.cards:
            if card.id in spaces:
                try:
                    count += write(await self.workspace.open_book(card.id))
                except (OSError, ValueError):
                    missed.append(card)
        return Reach(count, tuple(missed))

    async def pages(self) -> tuple[GroupPage, ...]:
        """Returns every group's goal with how far it is, the newest first."""
        return tuple([await self._page(found) for found in await self._every()])

    async def page(self, rec: str) -> GroupPage | None:
        """Returns one group's goal, or None where it is not there."""
        found = await self._group(rec)
        return await self._page(found) if found else None

    async def tell(self, rec: str, text: str = "", only: Sequence[str] = ()) -> Reach:
        """Tells the group how far it is, in the book of each member; where `only` is given, of those."""
        page = await self.page(rec)
        if page is None:
            return Reach()
        news: dict[str, object] = {"group": rec, "done": plain(page.done), "target": page.group.target}
        news |= {"parts": page.parts, "text": tidy_text(text)}
        members = [one.space for one in page.members if one.goal is not None or one.unread]

        def write(book: OpenBook) -> bool:
            if not any(goal.group == rec for goal in book.reader.goals()):
                return False
            book.goals.pen.add("group_news", dict(news))
            return True

        return await self._in_each([space for space in members if not only or space in only], write)

    async def put_away(self, rec: str) -> WayBack:
        """Takes a group's goal from the list and returns what brings it back; the learners' own stay."""
        library = await self.workspace.own_library()
        library.pen.set("group_goals", rec, gone=True)

        def back() -> None:
            library.pen.set("group_goals", rec, gone=False)

        return back

    async def _every(self) -> list[Found]:
        """Returns the goals of the libraries here, then those that only books tell of; put away is away."""
        made, known = await self._made()
        return [*made, *await self._told(known)]

    async def _made(self) -> tuple[list[Found], Collection[str]]:
        """Returns the goals of the libraries here, and the ids of all they ever made, put away or not."""
        libraries = await self.workspace.open_libraries()
        known = {doc["id"] for one in libraries for doc in one.book.all("group_goals")}
        made = [Found(group, one.own, True) for one in libraries for group in one.reader.group_goals()]
        return made, known

    async def _told(self, known: Collection[str]) -> list[Found]:
        """Returns the goals that only books tell of. It reads every book here."""
        books = [(card.id, await self._reader(card)) for card in self.workspace.cards]
        read = [(space, reader) for space, reader in books if reader is not None]
        return [Found(group, False, False) for group in told_by_books(read, known)]

    async def _reader(self, card: BookCard) -> Reader | None:
        try:
            return (await self.workspace.open_book(card.id)).reader
        except (OSError, ValueError):
            return None

    async def _group(self, rec: str) -> Found | None:
        made, known = await self._made()
        told = [] if rec in known else await self._told(known)
        return next((found for found in (*made, *told) if found.group.id == rec), None)

    async def _page(self, found: Found) -> GroupPage:
        group, cards = found.group, {card.id: card for card in self.workspace.cards}
        here = [cards[space] for space in group.spaces if space in cards]
        books = [(card, await self._reader(card)) for card in here]
        readers = [reader for _, reader in books if reader is not None]
        members = tuple(_member(card, reader, group.id) for card, reader in books)
        all_here = found.whole and len(readers) == len(group.spaces)
        told = None if all_here else last_told(group.id, readers)
        return GroupPage(group, members, found.own, number_in(group.target), all_here, told)


def _member(card: BookCard, reader: Reader | None, group: str) -> Member:
    if reader is None:
        return Member(card.id, card.name, card.avatar, unread=True)
    goal = next((one for one in reader.goals() if one.group == group), None)
    if goal is None:
        return Member(card.id, card.name, card.avatar)
    how = standing(goal, reader.measures_of(goal.id))
    done = how.now or Decimal(0)
    return Member(card.id, card.name, card.avatar, goal, stage(goal, reader.consents_on(goal.id)), done)


def _bring(book: OpenBook, group: GroupGoal) -> bool:
    """Puts the goal into a book. It has the same name on every device, so it never comes twice; what the
    learner took out stays out."""
    rec = f"group-{group.id}"
    if book.book.get("goals", rec) is not None or book.book.hidden("goals", rec) is not None:
        return False
    parts = {"statement": group.statement, "measure": group.measure, "due": group.due}
    parts |= {"scale": "count", "unit": group.unit, "group": group.id}
    return bool(book.goals.make(parts, "proposed", rec=rec))
