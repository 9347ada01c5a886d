"""Levels, worked out of pieces one by one: a fold that never reads what it has read.

Equal sets of facts give equal levels, in whatever order they came and left. ``docs/mastery.md`` says the rule
in words, with an example.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from typing import Any

from app.domain.library import MasteryCriterion
from app.domain.pieces import Fact, OwnView, Piece, Retry
from app.domain.standing import BEGUN, GROWING, MASTERED, UNSEEN, Standing, sound

FAILED = "again"
GROWS_FROM = 2
DAY_MS = 86_400_000
LOW_COUNTED = 5

Put = Callable[[list[Any], Any], None]
Row = tuple[int, str, str, bool]


class _Count:
    """What is counted for one competency. Each list stays sorted, so one fact more costs a binary search."""

    def __init__(self, need: MasteryCriterion) -> None:
        self.need = need
        self.waiting: list[tuple[int, str]] = []
        self.judged: list[tuple[int, str, int]] = []
        self.good: list[Row] = []
        self.eyes: list[tuple[int, str]] = []
        self.by_kind: dict[str, list[tuple[int, str]]] = {}
        self.grown = 0
        self.own: list[tuple[int, str, int]] = []
        self.failed: list[tuple[int, str]] = []
        self.went_well: list[tuple[int, str]] = []

    def change(self, fact: Fact, put: Put, by: int) -> None:
        """Puts a fact in or takes it out: `put` does that for each list, `by` is 1 or -1."""
        if isinstance(fact, OwnView):
            put(self.own, (fact.at, fact.id, fact.level))
        elif isinstance(fact, Retry):
            put(self.failed if fact.went == FAILED else self.went_well, (fact.at, fact.id))
        else:
            self._piece(fact, put, by)

    def _piece(self, piece: Piece, put: Put, by: int) -> None:
        when = (piece.at, piece.id)
        if not piece.level:
            put(self.waiting, when)
            return
        put(self.judged, (*when, piece.level))
        self.grown += by * (piece.level >= GROWS_FROM)
        if piece.level < self.need.level:
            return
        put(self.good, (*when, piece.kind, piece.eyes))
        put(self.by_kind.setdefault(piece.kind, []), when)
        if not self.by_kind[piece.kind]:
            del self.by_kind[piece.kind]
        if piece.eyes:
            put(self.eyes, when)

    def standing(self) -> Standing:
        reached = self._reached()
        faded = bool(reached) and self._failed_since(reached)
        return Standing(
            level=self._level(reached, faded),
            need=self.need,
            shown=len(self.waiting) + len(self.judged),
            good=len(self.good),
            kinds=len(self.by_kind),
            eyes=len(self.eyes),
            waiting=len(self.waiting),
            together=bool(reached) or not self._enough(),
            reached=reached,
            faded=faded,
            low=_low(self.judged),
            own=self.own[-1][2] if self.own else 0,
            last=_latest(self.waiting, self.judged, self.failed, self.went_well),
        )

    def _level(self, reached: int, faded: bool) -> str:
        if reached and not faded:
            return MASTERED
        if self.grown or faded:
            return GROWING
        return BEGUN if self.waiting or self.judged else UNSEEN

    def _enough(self) -> bool:
        need = self.need
        return (
            len(self.good) >= need.pieces
            and len(self.by_kind) >= need.kinds
            and len(self.eyes) >= need.others
        )

    def _reached(self) -> int:
        """Returns when the criterion was first met, at least 1; 0 for never."""
        if not self._enough():
            return 0
        if self.need.days:
            return _first_window(self.good, self.need)
        need = self.need
        times = [self.good[need.pieces - 1][0]]
        if need.kinds:
            times.append(sorted(rows[0][0] for rows in self.by_kind.values())[need.kinds - 1])
        if need.others:
            times.append(self.eyes[need.others - 1][0])
        return max(1, *times)

    def _failed_since(self, reached: int) -> bool:
        """Tells whether a revisit failed after `reached`, and nothing went well since."""
        if not self.failed or self.failed[-1][0] <= reached:
            return False
        return self.failed[-1][0] > _latest(self.good, self.went_well)


def _latest(*sorted_rows: list[Any]) -> int:
    return max((rows[-1][0] for rows in sorted_rows if rows), default=0)


def _low(judged: list[tuple[int, str, int]]) -> int:
    run = 0
    for _at, _id, level in judged[: -LOW_COUNTED - 1 : -1]:
        if level >= GROWS_FROM:
            break
        run += 1
    return run


def _first_window(good: list[Row], need: MasteryCriterion) -> int:
    """Returns the first time at which enough good pieces lie within `need.days`; 0 for never.

    Only a criterion with days reads the competency's pieces again.
    """
    span, start, eyes = need.days * DAY_MS, 0, 0
    kinds: dict[str, int] = {}
    for end, (at, _id, kind, seen) in enumerate(good):
        kinds[kind], eyes = kinds.get(kind, 0) + 1, eyes + seen
        while at - good[start][0] > span:
            old = good[start]
            kinds[old[2]], eyes, start = kinds[old[2]] - 1, eyes - old[3], start + 1
        of_kinds = sum(1 for many in kinds.values() if many)
        if end - start + 1 >= need.pieces and of_kinds >= need.kinds and eyes >= need.others:
            return max(1, at)
    return 0


def _put_in(rows: list[Any], row: Any) -> None:
    if rows and row < rows[-1]:
        insort(rows, row)
    else:  # as nearly always: the newest
        rows.append(row)


def _take_out(rows: list[Any], row: Any) -> None:
    place = bisect_left(rows, row)
    if place == len(rows) or rows[place] != row:
        raise KeyError(f"not counted: {row}")
    del rows[place]


class Tally:
    """Levels of competencies by the facts put in. ``criterion`` says what a competency asks for."""

    def __init__(self, criterion: Callable[[str], MasteryCriterion]) -> None:
        self._criterion = criterion
        self._counts: dict[str, _Count] = {}
        self._standings: dict[str, Standing] = {}

    def add(self, fact: Fact) -> None:
        """Counts one fact more. The cost does not grow with what is counted already."""
        self._count(fact.competency).change(fact, _put_in, 1)

    def remove(self, fact: Fact) -> None:
        """Takes a fact out that was put in. Raises KeyError where it was not."""
        self._count(fact.competency).change(fact, _take_out, -1)

    def update(self, facts: Iterable[Fact]) -> None:
        """Counts many facts."""
        for fact in facts:
            self.add(fact)

    def standing(self, competency: str) -> Standing:
        """Returns how far a competency is; a new object only where a fact changed it."""
        found = self._standings.get(competency)
        if found is None:
            count = self._counts.get(competency)
            found = count.standing() if count else Standing(need=sound(self._criterion(competency)))
            self._standings[competency] = found
        return found

    def level(self, competency: str) -> str:
        """Returns a competency's level, one of MASTERY_LEVELS."""
        return self.standing(competency).level if competency in self._counts else UNSEEN

    def met(self, competency: str) -> bool:
        """Tells whether a competency was ever mastered, faded since or not."""
        return competency in self._counts and self.standing(competency).reached > 0

    def need(self, competency: str) -> MasteryCriterion:
        """Returns what a competency that facts were put in for is held against."""
        return self._counts[competency].need

    def touched(self) -> tuple[str, ...]:
        """Returns the competencies that facts were ever put in for, in no set order."""
        return tuple(self._counts)

    def ask_anew(self) -> None:
        """Forgets what competencies without a fact ask for: a criterion may have changed."""
        for name in self._standings.keys() - self._counts.keys():
            del self._standings[name]

    def _count(self, competency: str) -> _Count:
        self._standings.pop(competency, None)
        found = self._counts.get(competency)
        if found is None:
            found = self._counts[competency] = _Count(sound(self._criterion(competency)))
        return found
