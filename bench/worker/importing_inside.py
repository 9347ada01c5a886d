"""What `bench/importing.py` runs inside the worker: a bundle of 10,000 ops taken in, and again."""

import gc
import json
import time
from statistics import median

from app.services.sample.many import sample_ops
from app.services.workspace import Workspace
from app.storage.blobs import FolderBlobs
from app.storage.opfs import origin_folder
from app.storage.shelf import FolderShelf

OPS, ROUNDS = 10_000, 5


class Chance:
    """Ids that differ from round to round, and are the same in every run."""

    def __init__(self) -> None:
        self.last = 0

    def __call__(self, bits: int) -> int:
        self.last += 1
        return (self.last * 0x9E3779B97F4A7C15) % (1 << bits)


def timed(work):
    began = time.perf_counter()
    done = work()
    return done, (time.perf_counter() - began) * 1000


async def journal_bytes(folder, space):
    inside = await (await folder.folder("spaces")).folder(space)
    handle = await inside._handle.getFileHandle("journal")
    return (await handle.getFile()).size


async def one_round(chance, data):
    name = f"import-{chance(40):x}"
    root = await origin_folder()
    folder = await root.folder(name)
    shelf = FolderShelf(folder, lambda: 1_760_000_000_000, chance)
    workspace = Workspace(shelf, FolderBlobs(await folder.folder("blobs")), None, lambda: 1, chance)
    await workspace.open()
    await workspace.begin("teacher", "Ms Adeyemi")
    gc.collect()
    _, loads = timed(lambda: json.loads(data))
    began = time.perf_counter()
    look = await workspace.share.look("many.json", data)
    (taken,) = await workspace.share.take_in([look])
    first = (time.perf_counter() - began) * 1000
    size = await journal_bytes(folder, taken.space)
    device = workspace.device.vector
    began = time.perf_counter()
    again = await workspace.share.look("many.json", data)
    done = await workspace.share.take_in([again])
    second = (time.perf_counter() - began) * 1000
    unwritten = size == await journal_bytes(folder, taken.space) and device == workspace.device.vector
    await workspace.close()
    await root.remove_folder(name)
    if not (again.known and not done and unwritten):
        raise AssertionError("taking the file in again did something")
    return loads, first, second


async def measure():
    data = sample_ops(OPS, 1).data
    chance = Chance()
    rounds = [await one_round(chance, data) for _ in range(ROUNDS + 1)][1:]
    loads, first, second = (median(column) for column in zip(*rounds, strict=True))
    return {"loads": loads, "first": first, "second": second, "bytes": len(data)}
