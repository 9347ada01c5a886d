"""The levels of one book, kept up to date by what was announced: a change costs what it touches."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from weakref import WeakMethod

from app.domain.learning import Assessment, Revisit
from app.domain.library import MasteryCriterion
from app.domain.mastery import Tally
from app.domain.models import Artefact, Evidence
from app.domain.pieces import Fact, Piece, Retry, Work, facts_of, work_of
from app.domain.standing import sound
from app.services.announcer import Announcer
from app.services.catalog import Catalog
from app.services.ports import Wall
from app.services.reading import Reader
from app.sync.keeping import Changed

COLS = ("artefacts", "assessments", "evidence", "revisits")
AT_ONCE = 40
GOOD, LOW = 3, 2
_DAY_MS = 86_400_000


class Levels:
    """Counts a book's works into a `Tally`. It reads all once, then only what changed."""

    def __init__(self, reader: Reader, announcer: Announcer, wall: Wall) -> None:
        self.reader, self.wall = reader, wall
        self._dirty: set[tuple[str, str]] | None = None
        self._made_for: Catalog | None = None
        self._clear()
        heard = WeakMethod(self._heard)
        leave: list[Callable[[], None]] = []

        def hear(space: str, changed: Changed) -> None:
            listener = heard()
            if listener is None:
                leave.pop()()
            else:
                listener(space, changed)

        leave.append(announcer.subscribe(hear))

    def tally(self, catalog: Catalog) -> Tally:
        """Returns the levels as the book is now, by the criteria of `catalog`."""
        dirty = self._unread(catalog) | self._waiting
        self._dirty = set()
        if dirty:
            self._take_in(dirty)
        return self._tally

    async def read(self, catalog: Catalog) -> None:
        """Reads what is not read yet bit by bit, so that taps are answered meanwhile."""
        while unread := self._unread(catalog):
            # Judgements first: evidence that comes after its judgements is counted once.
            now = sorted(unread)[:AT_ONCE]
            unread.difference_update(now)
            self._take_in(now)
            await asyncio.sleep(0)

    def _unread(self, catalog: Catalog) -> set[tuple[str, str]]:
        if self._dirty is None or self._asks_otherwise(catalog):
            self._made_for = catalog
            self._clear()
            self._dirty = {(col, doc["id"]) for col in COLS[1:] for doc in self.reader.book.all(col)}
        if catalog is not self._made_for:
            self._made_for = catalog
            self._tally.ask_anew()
        return self._dirty

    @property
    def outcomes(self) -> Mapping[str, tuple[int, int]]:
        """How often works made by each activity were judged good, and low, as of the last `tally`."""
        return self._went

    def practised(self, competency: str) -> tuple[Piece, ...]:
        """Returns the pieces for a competency, the latest first, as of the last `tally`."""
        found = (fact for facts in self._facts.values() for fact in facts if fact.competency == competency)
        pieces = [fact for fact in found if isinstance(fact, Piece)]
        return tuple(sorted(pieces, key=lambda one: (one.at, one.id), reverse=True))

    def _clear(self) -> None:
        self._tally = Tally(self._criterion)
        self._evidence: dict[str, Evidence] = {}
        self._work: dict[tuple[str, str], str] = {}
        self._members: dict[str, set[tuple[str, str]]] = {}
        self._about: dict[str, set[str]] = {}
        self._facts: dict[str, tuple[Fact, ...]] = {}
        self._went: dict[str, tuple[int, int]] = {}
        self._outcome: dict[str, tuple[str, int]] = {}
        self._waiting: set[tuple[str, str]] = set()

    def _criterion(self, competency: str) -> MasteryCriterion:
        return self._made_for.criterion(competency) if self._made_for else MasteryCriterion()

    def _heard(self, space: str, changed: Changed) -> None:
        if space == self.reader.book.id and self._dirty is not None:
            self._dirty |= {(col, rec) for col in COLS for rec in changed.get(col, ())}

    def _asks_otherwise(self, catalog: Catalog) -> bool:
        """Tells whether what a counted competency asks for was changed."""
        if catalog is self._made_for:
            return False
        counted = self._tally.touched()
        return any(self._tally.need(name) != sound(catalog.criterion(name)) for name in counted)

    def _take_in(self, dirty: Iterable[tuple[str, str]]) -> None:
        works: set[str] = set()
        judged = {rec for col, rec in dirty if col == "assessments"}
        for col, rec in dirty:
            if col == "revisits":
                self._retry(rec)
            elif col == "artefacts":
                works.add(rec)
            elif col == "evidence":
                works |= self._move_evidence(rec)
                judged |= self._about.get(rec, set())
        for rec in judged:
            works |= self._move_assessment(rec)
        for work in works:
            self._count(work)

    def _move_evidence(self, rec: str) -> set[str]:
        found = self.reader.one(Evidence, "evidence", rec)
        if found is None:
            self._evidence.pop(rec, None)
        else:
            self._evidence[rec] = found
        return self._move(("evidence", rec), work_of(found, {}) if found else "")

    def _move_assessment(self, rec: str) -> set[str]:
        found = self.reader.one(Assessment, "assessments", rec)
        if found is not None and found.evidence:
            self._about.setdefault(found.evidence, set()).add(rec)
        return self._move(("assessments", rec), work_of(found, self._evidence) if found else "")

    def _move(self, member: tuple[str, str], work: str) -> set[str]:
        """Puts a record with its work, and returns the works that this changes."""
        was = self._work.pop(member, "")
        if was:
            self._members[was].discard(member)
        if work:
            self._work[member] = work
            self._members.setdefault(work, set()).add(member)
        return {one for one in (was, work) if one}

    def _count(self, work: str) -> None:
        members = sorted(self._members.get(work, ()))
        shown = [self._evidence[rec] for col, rec in members if col == "evidence"]
        said = (self.reader.one(Assessment, "assessments", rec) for col, rec in members if col != "evidence")
        judged = [one for one in said if one is not None]
        artefact = self.reader.one(Artefact, "artefacts", work)
        facts = facts_of(Work(work, artefact, shown, judged)) if shown or judged else ()
        self._replace(work, facts)
        levels = [fact.level for fact in facts if isinstance(fact, Piece) and fact.level]
        made_by = next((one.activity for one in shown if one.activity), "")
        self._note(work, made_by, levels)

    def _replace(self, key: str, facts: tuple[Fact, ...]) -> None:
        for fact in self._facts.pop(key, ()):
            self._tally.remove(fact)
        if facts:
            self._facts[key] = facts
            self._tally.update(facts)

    def _retry(self, rec: str) -> None:
        """Counts a revisit; one from a day that has not come yet waits for it."""
        found = self.reader.one(Revisit, "revisits", rec)
        ahead = found is not None and found.at > self.wall() + _DAY_MS
        member = ("revisits", rec)
        (self._waiting.add if ahead else self._waiting.discard)(member)
        here = found is not None and not ahead
        facts = (Retry(found.id, found.competency, found.at, found.went),) if found and here else ()
        self._replace(f"revisit {rec}", facts)

    def _note(self, work: str, activity: str, levels: list[int]) -> None:
        """Notes how the activity that a work was made by went."""
        was_by, was = self._outcome.pop(work, ("", 0))
        now = (
            0 if not levels or not activity else 1 if max(levels) >= GOOD else -1 if max(levels) < LOW else 0
        )
        for name, outcome, by in ((was_by, was, -1), (activity, now, 1)):
            if outcome:
                well, badly = self._went.get(name, (0, 0))
                self._went[name] = (well + by * (outcome > 0), badly + by * (outcome < 0))
        if now:
            self._outcome[work] = (activity, now)
