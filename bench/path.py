"""The next step to one pass over the records, one piece more at 2,000 to 20, and Today after three years.

Run it with ``python -m bench path``. All run natively, each pair in turns in one process.

The bound of four passes is for the next step after a change, as it is asked for from then on. The first one
of a book that was only just opened does not keep it, by far: it makes the models of all records and the
levels of all competencies once. Its time is printed and no bound stands for it; screens have the book read
bit by bit before they ask (`PathService.read`), and `Today cold` below holds what a person waits for.
"""

import asyncio
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import flet as ft

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from app.domain.library import MasteryCriterion  # noqa: E402 - from the folder just put on the path
from app.domain.mastery import Tally  # noqa: E402
from app.domain.pieces import Piece  # noqa: E402
from app.services.days import local_day  # noqa: E402
from app.services.open_book import OpenBook  # noqa: E402
from app.sync.op import ADD, Edit  # noqa: E402
from app.views.app import App  # noqa: E402
from app.views.state import Shared  # noqa: E402
from bench.sampled import WEEK, YEARS, with_mia  # noqa: E402
from bench.worker.report import Bound, judge  # noqa: E402
from tests.fakes import FakeDevice  # noqa: E402
from tests.harness import MemoryConnection, Screen, opened  # noqa: E402
from tests.services.devices import DeviceUnderTest, device  # noqa: E402

EVIDENCE, COMPETENCIES, FRAMEWORK = 2_000, 1_500, "bench"
FEW, MANY, ROUNDS = 20, 2_000, 400
TURNS, OPENINGS = 15, 9
DAY_MS = 86_400_000
KINDS = ("photo", "words", "link", "audio")


def main() -> int:
    """Prints the ratios; returns 1 where one is out of bounds."""
    few, many = _pieces()
    step, one_pass, cold = asyncio.run(_next_step())
    week, years = asyncio.run(_today())
    print(f"  one piece more at 20 {few * 1e6:7.2f} us, at 2,000 {many * 1e6:7.2f} us")
    print(f"  one pass {one_pass * 1e3:7.2f} ms, next step {step * 1e3:7.2f} ms")
    print(
        f"  the first next step of an unread book {cold * 1e3:.0f} ms, {cold / one_pass:.0f} times one pass: "
        "not within 4, and no bound stands for it"
    )
    print(f"  Today cold with a week {week * 1e3:7.2f} ms, with three years {years * 1e3:7.2f} ms")
    return judge(
        Bound("one piece more at 2,000 to one at 20", many / few, most=1.5),
        Bound("the next step to one pass over the records", step / one_pass, most=4),
        Bound("Today cold with three years to one week", years / week, most=1.5),
    )


def _timed(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _pieces() -> tuple[float, float]:
    """The newest piece put in and its competency's standing read, all pieces being of that one competency.

    They are of one kind, so the competency is not mastered however many there are: the longest way.
    """
    chance = random.Random(1)
    tallies = [_tally(size, chance) for size in (FEW, MANY)]
    times: list[list[float]] = [[], []]
    for turn in range(ROUNDS):
        more = Piece(f"more-{turn}", "c", "photo", 10**12 + turn, 3, True)
        for tally, spent in zip(tallies, times, strict=True):
            start = time.perf_counter()
            tally.add(more)
            tally.standing("c")
            spent.append(time.perf_counter() - start)
            tally.remove(more)
    return statistics.median(times[0]), statistics.median(times[1])


def _tally(size: int, chance: random.Random) -> Tally:
    tally = Tally(lambda _: MasteryCriterion())
    tally.update(Piece(f"p{n}", "c", "photo", chance.randrange(10**12), 3, True) for n in range(size))
    return tally


async def _next_step() -> tuple[float, float, float]:
    """The next step after each new piece, and one pass over all records as plain documents."""
    mia = await device(1, "learner", "Mia")
    own = await mia.own()
    _fill(mia, own)
    today = local_day(mia.clock())
    cold = _timed(lambda: own.path.suggestions(today))
    plain = [[dict(doc) for doc in own.book.all(col)] for col in ("evidence", "competencies")]
    steps: list[float] = []
    passes: list[float] = []
    for turn in range(TURNS):
        changed = own.book.commit([_judged(f"c{turn * 3}", 3)], "teacher")
        own.goals.pen.announcer.announce(own.id, changed)
        passes.append(_timed(lambda: _one_pass(*plain)))
        steps.append(_timed(lambda: own.path.suggestions(today)))
    assert len(own.path.suggestions(today)) == 3
    return statistics.median(steps), statistics.median(passes), cold


def _one_pass(evidence: list[dict[str, Any]], competencies: list[dict[str, Any]]) -> int:
    """Looks once at each record, as plain Python that reads documents does: what was shown for which
    competency last and how often, and which of all competencies that leaves."""
    last: dict[str, int] = {}
    many: dict[str, int] = {}
    for doc in evidence:
        at = doc["_at"]
        for name in doc["competencies"]:
            many[name] = many.get(name, 0) + 1
            if at > last.get(name, 0):
                last[name] = at
    left = 0
    for doc in competencies:
        if many.get(doc["id"], 0) < 3 and not doc.get("gone"):
            left += 1
    return left


def _judged(competency: str, level: int) -> Edit:
    values = {"kind": "observation", "levels": {competency: level}, "evidence": "", "artefact": ""}
    return Edit(ADD, "assessments", "", "", values)


def _fill(mia: DeviceUnderTest, own: OpenBook) -> None:
    chance = random.Random(2)
    cards = [
        {"framework": FRAMEWORK, "statement": f"Do {n}", "code": str(n), "place": n}
        for n in range(COMPETENCIES)
    ]
    edits = [Edit(ADD, "competencies", f"c{n}", "", card) for n, card in enumerate(cards)]
    for n in range(COMPETENCIES - 3):
        link = {"framework": FRAMEWORK, "kind": "precedes", "origin": f"c{n}", "target": f"c{n + 3}"}
        edits.append(Edit(ADD, "links", f"l{n}", "", link))
    for n in range(60):
        way = {
            "title": f"Way {n}",
            "competencies": [f"c{c}" for c in range(n * 25, n * 25 + 25)],
            "modality": "make",
        }
        edits.append(Edit(ADD, "activities", f"a{n}", "", way))
    for n in range(6):
        goal = {"statement": f"Goal {n}", "state": "active", "competencies": [f"c{chance.randrange(900)}"]}
        edits.append(Edit(ADD, "goals", f"g{n}", "", goal))
    own.book.commit(edits, "learner")
    works = [{"kind": KINDS[n % len(KINDS)], "title": f"Work {n}"} for n in range(EVIDENCE)]
    own.book.commit([Edit(ADD, "artefacts", f"w{n}", "", work) for n, work in enumerate(works)], "learner")
    made = own.book.commit([_shown(n, chance) for n in range(EVIDENCE)], "learner")["evidence"]
    own.book.commit([_judged_piece(rec, own, chance) for rec in sorted(made)], "teacher")
    mia.clock.days(3 * 365)


def _shown(n: int, chance: random.Random) -> Edit:
    values = {"artefact": f"w{n}", "competencies": [f"c{n // 3}"], "activity": f"a{chance.randrange(60)}"}
    return Edit(ADD, "evidence", "", "", values)


def _judged_piece(evidence: str, own: OpenBook, chance: random.Random) -> Edit:
    (name,) = (own.book.get("evidence", evidence) or {})["competencies"]
    values = {"kind": "formative", "evidence": evidence, "levels": {name: chance.choice((2, 3, 3, 4))}}
    return Edit(ADD, "assessments", "", "", values)


async def _today() -> tuple[float, float]:
    """From an unopened device to Today drawn, with the last week of the sample and with its three years."""
    devices = [await with_mia(7 + days, days) for days in (WEEK, YEARS)]
    times: list[list[float]] = [[], []]
    for _turn in range(OPENINGS):
        for made, spent in zip(devices, times, strict=True):
            spent.append(await _drawn(made))
    return statistics.median(times[0]), statistics.median(times[1])


async def _drawn(made: DeviceUnderTest) -> float:
    """Returns how long it takes until the offer stands on the screen; what goes on behind it may go on."""
    seen: list[asyncio.Task[float]] = []

    def draw(page: ft.Page) -> None:
        seen.append(asyncio.ensure_future(_offered(page)))
        page.render_views(App, shared)

    start = time.perf_counter()
    workspace = await made.start()
    shared = Shared(workspace, FakeDevice())
    async with opened(draw, "/today"):
        spent = await seen[0] - start
    await workspace.close()
    return spent


async def _offered(page: ft.Page) -> float:
    screen = Screen(cast("MemoryConnection", page.session.connection))
    while "offer" not in screen.identifiers():
        await asyncio.sleep(0)
    return time.perf_counter()


if __name__ == "__main__":
    sys.exit(main())
