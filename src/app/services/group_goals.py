"""Goals of a group: made once in the library, brought into the book of each learner who is in it.

Each learner says yes to it and adds their own part in their own book; how far the group is, is the sum over
the books on this device, and goes back into them as news.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.days import iso_day
from app.domain.device import BookCard
from app.domain.goal_life import Stage, stage
from app.domain.library import GroupGoal
from app.domain.measuring import number_in, number_typed, plain, standing
from app.domain.models import Goal
from app.domain.text import tidy_line, tidy_text
from app.services.open_book import OpenBook
from app.services.way_back import WayBack
from app.services.workspace import Workspace


@dataclass(frozen=True)
class Member:
    """One learner of a group: ``goal`` is None where their book has none of it (yet, or any more), or could
    not be opened (``unread``)."""

    space: str
    name: str
    avatar: str
    goal: Goal | None = None
    stage: Stage = "asking"
    done: Decimal = Decimal(0)
    unread: bool = False


@dataclass(frozen=True)
class GroupPage:
    """A group's goal as it stands on this device; ``own`` where it was made here."""

    group: GroupGoal
    members: tuple[Member, ...]
    own: bool
    target: Decimal | None

    @property
    def done(self) -> Decimal:
        """How much all have together."""
        return sum((member.done for member in self.members), Decimal(0))

    @property
    def share(self) -> int:
        """How much of the target that is, 0 to 100."""
        if not self.target:
            return 0
        return max(0, min(100, int(self.done * 100 / self.target)))

    @property
    def parts(self) -> int:
        """How many added something."""
        return sum(1 for member in self.members if member.done)


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
        return await self._in_each(found[0].spaces, lambda book: _bring(book, found[0]))

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
        found = [(group, own) for library, own in await self._libraries() for group in library]
        return tuple([await self._page(group, own) for group, own in found])

    async def page(self, rec: str) -> GroupPage | None:
        """Returns one group's goal, or None where it is not there."""
        found = await self._group(rec)
        return await self._page(*found) if found else None

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

    async def _libraries(self) -> list[tuple[tuple[GroupGoal, ...], bool]]:
        return [(one.reader.group_goals(), one.own) for one in await self.workspace.open_libraries()]

    async def _group(self, rec: str) -> tuple[GroupGoal, bool] | None:
        for groups, own in await self._libraries():
            for group in groups:
                if group.id == rec:
                    return group, own
        return None

    async def _page(self, group: GroupGoal, own: bool) -> GroupPage:
        cards = {card.id: card for card in self.workspace.cards}
        here = [cards[space] for space in group.spaces if space in cards]
        members = [await self._member(card, group) for card in here]
        return GroupPage(group, tuple(members), own, number_in(group.target))

    async def _member(self, card: BookCard, group: GroupGoal) -> Member:
        try:
            reader = (await self.workspace.open_book(card.id)).reader
        except (OSError, ValueError):
            return Member(card.id, card.name, card.avatar, unread=True)
        goal = next((one for one in reader.goals() if one.group == group.id), None)
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
