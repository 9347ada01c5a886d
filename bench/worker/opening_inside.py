"""What `bench/opening.py` runs inside the worker: opening a space, beside reading its ops' bytes."""

import gc
import json
import random
import re
import time
from statistics import median

from app.domain.collections import COLLECTIONS
from app.storage.opening import Setting
from app.storage.opfs import origin_folder
from app.storage.space import SpaceBook
from app.sync.op import Edit
from app.sync.policy import Policy

OPS, ROUNDS = 10_000, 9
SPACE = "spaceabcde"
WORDS = tuple(
    re.findall(r"\w+", "I can explain to my group why plants lean to the light and show two photos")
)


def wall():
    return int(time.time() * 1000)


async def opened(root, name):
    folder = await root.folder(name)
    policy = Policy(COLLECTIONS)
    return await SpaceBook.open(Setting(folder, SPACE, "learner", policy, wall, random.getrandbits))


def text(n):
    chance = random.Random(n)
    return " ".join(chance.choices(WORDS, k=14))


def filled(book):
    """Writes what a learner's years look like: goals, their changes, check-ins and reflections."""
    goals = []
    made = 0
    while made < OPS:
        edits = []
        for _ in range(250):
            edits.append(edit(goals, made))
            made += 1
        changed = book.commit(edits, "learner")
        goals += sorted(changed.get("goals", ()))
    return goals


def edit(goals, n):
    kind = n % 5
    if kind == 0 or not goals:
        return Edit("add", "goals", "", "", {"statement": text(n), "state": "active", "reason": text(n + 1)})
    about = goals[n % len(goals)]
    if kind in (1, 2):
        return Edit("set", "goals", about, "statement" if kind == 1 else "measure", text(n))
    if kind == 3:
        values = {"goal": about, "feeling": "on_my_way", "steps": 2, "note": text(n)}
        return Edit("add", "checkins", "", "", values)
    return Edit("add", "reflections", "", "", {"about": about, "about_col": "goals", "text": text(n)})


async def timed(times, name, work):
    gc.collect()
    gc.disable()  # or collections would make `json.loads` look slower than it is
    before = time.perf_counter()
    result = await work()
    times.setdefault(name, []).append((time.perf_counter() - before) * 1000)
    gc.enable()
    return result


async def measure():
    root = await origin_folder()
    book = await opened(root, "full")
    goals = filled(book)
    rec = goals[len(goals) // 2]
    right = json.loads(json.dumps(book.get("goals", rec)))
    data = b"[" + b",".join(book.lines()) + b"]"
    await book.tidy()
    await book.close()
    del book, goals
    times: dict[str, list[float]] = {}

    async def parse():
        return json.loads(data)

    async def open_and_ask():
        book = await opened(root, "full")
        assert book.get("goals", rec) == right
        return book

    for _ in range(ROUNDS):
        await timed(times, "json.loads", parse)
        book = await timed(times, "open", open_and_ask)
        await book.close()
    folder = await root.folder("full")
    for slot in ("snapshot-a", "snapshot-b"):
        await folder.remove(slot)
    for _ in range(3):
        book = await timed(times, "open without a snapshot", open_and_ask)
        await book.close()
    await root.remove_folder("full")
    return {name: median(values) for name, values in times.items()} | {"bytes": len(data)}
