"""What `bench/framework.py` runs inside the worker: a framework of 700 competencies taken in, and again."""

import asyncio
import gc
import json
import time
from statistics import median

from app.domain.library import Competency
from app.services.workspace import Workspace
from app.storage.blobs import FolderBlobs
from app.storage.opfs import origin_folder
from app.storage.shelf import FolderShelf
from app.sync.op import ADD, Edit

ITEMS, LETTERS, ROUNDS = 700, 1_600, 5
NEVER = {"id", "by", "who", "at", "changed", "versions", "kept", "edited"}


class Chance:
    """Ids that differ from round to round, and are the same in every run."""

    def __init__(self) -> None:
        self.last = 0

    def __call__(self, bits: int) -> int:
        self.last += 1
        return (self.last * 0x9E3779B97F4A7C15) % (1 << bits)


def uuid(number, kind):
    return f"{number:08x}-{kind:04x}-4000-8000-00000000c0de"


def node(number):
    return {
        "title": f"N {number}",
        "identifier": uuid(number, 1),
        "uri": f"https://example.org/{uuid(number, 1)}",
    }


def framework():
    """A file like those that states publish: three levels, long statements, some prerequisites."""
    items, ties = [], []
    for n in range(ITEMS):
        items.append(
            {
                **node(n),
                "humanCodingScheme": f"B.{n // 70}.{n // 7 % 10}.{n}",
                "fullStatement": f"I can do number {n}: " + "and a little more of it " * (LETTERS // 24),
                "educationLevel": ["05", "06"],
                "conceptKeywords": ["number", f"word {n}"],
                "CFItemType": "Standard",
                "lastChangeDateTime": "2026-01-01T00:00:00+00:00",
            }
        )
        above = n - n % 7 if n % 7 else n - n % 70
        if above != n:
            ties.append(tie("isChildOf", n, above, n))
        if n % 5 == 4:
            ties.append(tie("precedes", n - 1, n, 0))
    head = {"identifier": uuid(0, 9), "uri": "https://example.org/doc", "title": "Big", "creator": "Us"}
    return json.dumps({"CFDocument": head, "CFItems": items, "CFAssociations": ties}).encode()


def tie(kind, origin, target, place):
    own = uuid(origin, 2 if kind == "precedes" else 3)
    ends = {"originNodeURI": node(origin), "destinationNodeURI": node(target)}
    return {
        "identifier": own,
        "uri": f"https://example.org/{own}",
        "associationType": kind,
        "sequenceNumber": place,
        **ends,
    }


class Turns:
    """Asks for its turn without a pause, and notes the longest wait."""

    def __init__(self) -> None:
        self.longest, self._going = 0.0, True
        self._task = asyncio.ensure_future(self._ask())

    async def _ask(self):
        last = time.perf_counter()
        while self._going:
            await asyncio.sleep(0)
            now = time.perf_counter()
            self.longest, last = max(self.longest, (now - last) * 1000), now

    async def ended(self):
        self._going = False
        await self._task
        return self.longest


async def one_round(chance, data):
    name = f"framework-{chance(40):x}"
    root = await origin_folder()
    folder = await root.folder(name)
    shelf = FolderShelf(folder, lambda: 1_760_000_000_000, chance)
    workspace = Workspace(shelf, FolderBlobs(await folder.folder("blobs")), None, lambda: 1, chance)
    await workspace.open()
    await workspace.begin("teacher", "Ms Adeyemi")
    await workspace.own_library()
    gc.collect()
    began = time.perf_counter()
    json.loads(data)
    loads = (time.perf_counter() - began) * 1000
    service, turns = workspace.frameworks, Turns()
    began = time.perf_counter()
    look = await service.look("big.json", data)
    looked = time.perf_counter()
    async for _step in service.take_in(look):
        pass
    taken = time.perf_counter()
    gap = await turns.ended()
    began_again = time.perf_counter()
    again = await service.look("big.json", data)
    ended = time.perf_counter()
    if not (again.plan.empty and len(look.plan.added) == ITEMS):
        raise AssertionError("taking the file in again would do something")
    commit = await bulk(shelf, chance, look.file.competencies)
    await workspace.close()
    await root.remove_folder(name)
    return loads, commit, (looked - began) * 1000, (taken - looked) * 1000, (ended - began_again) * 1000, gap


async def bulk(shelf, chance, competencies):
    """Milliseconds for one commit of the same competencies into a library of their own."""
    edits = [Edit(ADD, "competencies", one.id, "", values(one)) for one in competencies]
    book = await shelf.create(f"bulk{chance(60):016x}", "library")
    gc.collect()
    began = time.perf_counter()
    book.commit(edits, "teacher")
    return (time.perf_counter() - began) * 1000


def values(one: Competency):
    return {name: value for name, value in one.model_dump(mode="json", exclude=NEVER).items() if value}


async def measure():
    data, chance = framework(), Chance()
    rounds = [await one_round(chance, data) for _ in range(ROUNDS + 1)][1:]
    names = ("loads", "commit", "look", "take", "again", "gap")
    found = {name: median(column) for name, column in zip(names, zip(*rounds, strict=True), strict=True)}
    # What else runs on the machine only adds to a wait: the calmest round tells of this program.
    return {**found, "gap": min(waits[-1] for waits in rounds), "bytes": len(data)}
