"""What `bench/writes.py` runs inside the worker: durable writes, each contender in every round."""

import json
import random
import time
from pathlib import Path
from statistics import median

import bare
from tinydb import TinyDB

from app.domain.collections import COLLECTIONS
from app.storage.opening import Setting
from app.storage.opfs import OpfsFile, OpfsFolder, origin_folder
from app.storage.space import SpaceBook
from app.sync.op import Edit
from app.sync.policy import Policy

SMALL, LARGE = 100, 50_000
ROUNDS, WRITES, PEER_WRITES = 7, 60, 1
WORDS = "I can explain to my group why plants lean to the light, and show two photos"


class Counted:
    """A file that counts what is asked of it."""

    def __init__(self, file: OpfsFile) -> None:
        self.file = file
        self.flushes = self.bytes = 0

    def __getattr__(self, name):
        return getattr(self.file, name)

    def write(self, offset, data):
        self.bytes += len(data)
        self.file.write(offset, data)

    def flush(self):
        self.flushes += 1
        self.file.flush()


class Counting:
    """A folder whose journal is counted."""

    def __init__(self, folder: OpfsFolder) -> None:
        self.folder = folder
        self.journal = None

    def __getattr__(self, name):
        return getattr(self.folder, name)

    async def open(self, name):
        file = await self.folder.open(name)
        if name != "journal":
            return file
        self.journal = Counted(file)
        return self.journal


def goal(n):
    values = {"statement": f"{n} {WORDS}", "state": "active", "due": "2026-12-01"}
    return Edit("add", "goals", "", "", values)


async def book_of(root, name, n):
    folder = Counting(await root.folder(name))
    policy = Policy(COLLECTIONS)
    setting = Setting(folder, name, "learner", policy, lambda: int(time.time() * 1000), random.getrandbits)
    book = await SpaceBook.open(setting)
    for at in range(0, n, 1000):
        book.commit([goal(i) for i in range(at, min(n, at + 1000))], "learner")
    return book, folder.journal


def write(book, i):
    edits = [goal(i)]
    before = time.perf_counter()
    book.commit(edits, "learner")
    return (time.perf_counter() - before) * 1000


def in_turn(count, times, **contenders):
    """Lets each write once, `count` times over, so that all meet a device just as busy.

    A device that has just flushed flushes again sooner: the same append costs more after a pause of a
    millisecond than in a loop of its own. ``loop`` says what it costs there.
    """
    for i in range(count):
        for name, act in contenders.items():
            times[name].append(act(i))


def stock(n):
    bare.mount("/idb")
    rows = {str(i + 1): goal(i).val for i in range(n)}
    Path("/idb/db.json").write_text(json.dumps({"goals": rows}), "utf-8")
    return TinyDB("/idb/db.json").table("goals")


async def stock_writes(table, count):
    times = []
    for i in range(count):
        before = time.perf_counter()
        table.insert(goal(i).val)
        await bare.syncfs(False)
        times.append((time.perf_counter() - before) * 1000)
    return times


async def measure():
    root = await origin_folder()
    small, _ = await book_of(root, "small" * 3, SMALL)
    large, large_file = await book_of(root, "large" * 3, LARGE)
    table = stock(LARGE)
    await bare.syncfs(False)
    size = len(list(large.lines())[-1]) + 16
    peer = await bare.opened("bare", size)
    acts = {
        "small": lambda i: write(small, i),
        "bare": lambda _: peer.append(),
        "large": lambda i: write(large, i),
    }
    in_turn(WRITES, {name: [] for name in acts}, **acts)
    flushes, written = large_file.flushes, large_file.bytes
    times = {"small": [], "large": [], "bare": [], "loop": [], "stock": []}
    for _ in range(ROUNDS):
        in_turn(WRITES, times, **acts)
        times["loop"] += [peer.append() for _ in range(WRITES)]
        times["stock"] += await stock_writes(table, PEER_WRITES)
    await peer.close()
    ops = list(large.lines())[-ROUNDS * WRITES :]
    result = {name: median(values) for name, values in times.items()}
    result["p99"] = sorted(times["large"])[int(len(times["large"]) * 0.99)]
    result["flushes"] = (large_file.flushes - flushes) / len(ops)
    result["bytes"] = (large_file.bytes - written) / sum(map(len, ops))
    for book in (small, large):
        await book.close()
    await root.remove_folder("small" * 3)
    await root.remove_folder("large" * 3)
    return result
