"""OPFS in a real Chromium worker: the acceptance suite, and a book that survives a reload."""

from collections.abc import Iterator

import pytest
from bench.worker.harness import ROOT, Chromium
from tests.storage.acceptance import CASES

pytestmark = pytest.mark.e2e

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
def chromium() -> Iterator[Chromium]:
    with Chromium(ROOT / "src", ROOT / "tests") as worker:
        yield worker


def test_opfs_passes_the_acceptance_suite(chromium: Chromium) -> None:
    outcome = chromium.run(SUITE)
    assert set(outcome) == {case.__name__ for case in CASES}
    assert {name: fault for name, fault in outcome.items() if fault} == {}


def test_a_book_survives_the_loss_of_its_worker(chromium: Chromium) -> None:
    made = chromium.run(
        BOOK
        + """
book = await shelf.create("abcdefghij1")
for i in range(300):
    book.commit([Edit("add", "goals", "", "", {"statement": f"goal {i}"})], "learner")
await book.tidy()
changed = book.commit([Edit("add", "goals", "", "", {"statement": "the last"})], "learner")
json.dumps([book.replica, book.vector, sorted(changed["goals"])])
"""
    )
    chromium.reload()  # the handle was never closed: the page is simply gone
    found = chromium.run(
        BOOK
        + f"""
book = await shelf.open("abcdefghij1")
last = book.get("goals", {made[2][0]!r})
damage = book.damage
result = [book.replica, book.vector, last["statement"], book.count("goals"), damage is None]
await shelf.discard("abcdefghij1")
json.dumps(result + [await shelf.spaces()])
"""
    )
    assert found == [made[0], made[1], "the last", 301, True, []]


def test_a_second_handle_is_refused_in_words_of_storage(chromium: Chromium) -> None:
    said = chromium.run(
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
"""
    )
    assert "NoModificationAllowedError" in said
