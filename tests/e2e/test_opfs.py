"""OPFS in a real Chromium worker: the acceptance suite, and a book that survives a reload."""

import random
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from bench.worker.harness import ROOT, Served, run
from tests.e2e.chromium import Device
from tests.storage.acceptance import CASES

pytestmark = pytest.mark.e2e
PATIENCE_MS = 300_000
KILLS, SOAK_KILLS = 10, 200

SUITE = """
import importlib.util, json, traceback
from app.storage.opfs import origin_folder
spec = importlib.util.spec_from_file_location("acceptance", "/site/storage/acceptance.py")
suite = importlib.util.module_from_spec(spec)
spec.loader.exec_module(suite)
root = await origin_folder()
outcome = {}
for case in suite.CASES:
    try:
        await case(await root.folder(case.__name__))
        outcome[case.__name__] = ""
    except Exception:
        outcome[case.__name__] = traceback.format_exc()
    await root.remove_folder(case.__name__)
json.dumps(outcome)
"""

BOOK = """
import json, random
from app.storage.opfs import origin_folder
from app.storage.shelf import FolderShelf
from app.sync.op import Edit
shelf = FolderShelf(await origin_folder(), lambda: 1_000_000, random.getrandbits)
"""


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with Served(ROOT / "src", ROOT / "tests") as site:
        yield site


@pytest.fixture
def page(served: Served, device: Callable[[str], Device]) -> Page:
    return device("mia").open(served.address, wait=False)


def test_opfs_passes_the_acceptance_suite(page: Page) -> None:
    outcome = run(page, SUITE)
    assert set(outcome) == {case.__name__ for case in CASES}
    assert {name: fault for name, fault in outcome.items() if fault} == {}


def test_a_book_survives_the_loss_of_its_worker(page: Page) -> None:
    made = run(
        page,
        BOOK
        + """
book = await shelf.create("abcdefghij1")
for i in range(300):
    book.commit([Edit("add", "goals", "", "", {"statement": f"goal {i}"})], "learner")
await book.tidy()
changed = book.commit([Edit("add", "goals", "", "", {"statement": "the last"})], "learner")
json.dumps([book.replica, book.vector, sorted(changed["goals"])])
""",
    )
    page.reload()  # the handle was never closed: the page is simply gone
    found = run(
        page,
        BOOK
        + f"""
book = await shelf.open("abcdefghij1")
last = book.get("goals", {made[2][0]!r})
damage = book.damage
result = [book.replica, book.vector, last["statement"], book.count("goals"), damage is None]
await shelf.discard("abcdefghij1")
json.dumps(result + [await shelf.spaces()])
""",
    )
    assert found == [made[0], made[1], "the last", 301, True, []]


def test_a_second_handle_is_refused_in_words_of_storage(page: Page) -> None:
    said = run(
        page,
        BOOK
        + """
from app.sync.keeping import StorageLost
await shelf.create("abcdefghij2")
other = FolderShelf(await origin_folder(), lambda: 1_000_000, random.getrandbits)
try:
    await other.open("abcdefghij2")
    said = "opened twice"
except StorageLost as fault:
    said = str(fault)
await shelf.discard("abcdefghij2")
json.dumps(said)
""",
    )
    assert "NoModificationAllowedError" in said


WRITE_FOR_EVER = """
import js
said = js.BroadcastChannel.new("said")
while True:
    book.commit([Edit("add", "goals", "", "", {"statement": "again"})], "learner")
    said.postMessage(book.count("goals"))
    if book.count("goals") % 50 == 0:
        await book.tidy()
"""

COUNT = """
book = await shelf.open("abcdefghij3")
torn = book.damage is None or book.damage.torn
ops = [json.loads(line)["id"] for line in book.lines()]
json.dumps([book.count("goals"), len(ops), len(set(ops)), torn])
"""


@pytest.mark.parametrize("kills", [pytest.param(KILLS), pytest.param(SOAK_KILLS, marks=pytest.mark.soak)])
def test_nothing_acknowledged_is_lost_when_the_browser_is_killed(
    served: Served, device: Callable[[str], Device], kills: int
) -> None:
    mia = device("mia")
    page = mia.open(served.address, wait=False)
    run(page, BOOK + 'await shelf.create("abcdefghij3")\njson.dumps(0)')
    said = 0
    page.reload()
    run(page, BOOK + COUNT)
    for _ in range(kills):
        page.evaluate("source => void window.ask('run', source)", WRITE_FOR_EVER)
        more = said + random.randrange(5, 120)
        page.wait_for_function(f"window.said > {more}", timeout=PATIENCE_MS)
        said = page.evaluate("window.said")
        mia.kill()
        page = mia.open(served.address, wait=False)
        shown, ops, different, torn = run(page, BOOK + COUNT)
        assert shown == ops == different >= said
        assert torn


NO_ROOM = """
from app.storage.blobs import FolderBlobs
from app.sync.keeping import StorageFull
origin = await origin_folder()
book = await shelf.create("abcdefghij4")
book.commit([Edit("add", "goals", "", "", {"statement": "before"})], "learner")
blobs = FolderBlobs(await origin.folder("blobs"))
"""

FILL = """
full = False
for number in range(200):
    try:
        await blobs.put(bytes([number]) * 1_000_000)
    except StorageFull:
        full = True
        break
names = await (await origin.folder("blobs")).names()
sound = [await blobs.has(name) for name in names]
text = "x" * 19_000
refused = 0
for _ in range(400):
    before = book.count("goals")
    try:
        book.commit([Edit("add", "goals", "", "", {"statement": text})], "learner")
    except StorageFull:
        refused += 1
        assert book.count("goals") == before
        break
json.dumps([full, number, all(sound), len(names), refused, book.count("goals")])
"""

# With no byte left the browser refuses to make a file at all, and says so in another way.
NOT_ONE_MORE = """
said = []
for make in (lambda: blobs.put(b"one more"), lambda: origin.folder("another")):
    try:
        await make()
        said.append("")
    except OSError as fault:
        said.append(type(fault).__name__)
json.dumps(said)
"""

AFTER = """
book = await shelf.open("abcdefghij4")
count = book.count("goals")
book.commit([Edit("add", "goals", "", "", {"statement": "room again"})], "learner")
json.dumps([count, book.count("goals"), book.damage is None])
"""


def test_a_full_device_refuses_in_words_and_keeps_what_it_had(page: Page, served: Served) -> None:
    origin = served.address.removesuffix("/page.html")
    run(page, BOOK + "json.dumps(0)")
    browser = page.context.new_cdp_session(page)
    browser.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 8_000_000})
    full, photos, sound, names, refused, goals = run(page, BOOK + NO_ROOM + FILL)
    assert full
    assert sound
    assert names == photos
    assert refused
    browser.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    assert run(page, NOT_ONE_MORE) == ["StorageFull", "StorageFull"]
    browser.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    page.reload()
    assert run(page, BOOK + AFTER) == [goals, goals + 1, True]
