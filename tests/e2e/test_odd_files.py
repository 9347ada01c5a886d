"""What is odd in files and fields: told in words, taken as far as it can be, never by half."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.e2e.chromium import Device
from tests.e2e.hands import first, named, says, screen, spot, tap, to_goals, write
from tests.e2e.sites import Site
from tests.e2e.steps import begin, choose, keep_with_photo
from tests.samples.frameworks import data, item, package, tie

Devices = Callable[..., Device]
WORDS = "I saw a heron at the river."


def test_an_odd_framework_is_taken_as_far_as_it_makes_sense(
    site: Site, device: Devices, tmp_path: Path
) -> None:
    rosa = device("rosa")
    page = begin(site, rosa, "teacher", "Ms Rosa")
    tap(page, "nav-library")
    tap(page, "import-framework")
    none, odd = tmp_path / "none.json", tmp_path / "odd.json"
    none.write_text('{"title": "A shopping list"}')
    choose(page, "choose-file", none)
    says(page, "This is no framework")
    says(page, "Nothing was changed.")
    tap(page, "retry")

    # a ring, a ring of what comes first, a link to nowhere, and one identifier twice
    ties = [("isChildOf", "A", "B"), ("isChildOf", "B", "A"), ("precedes", "C", "D"), ("precedes", "D", "C")]
    items = [item("A"), item("B"), item("C", "I can row"), item("D"), item("C", "I can row back")]
    links = [tie(*one) for one in (*ties, ("isChildOf", "D", "Z"))]
    odd.write_bytes(data(package(items, links, title="Odd rivers")))
    choose(page, "choose-file", odd)
    says(page, "4 new competencies")
    for said in (
        "1 ring, where each is under the other, was opened.",
        "1 ring, where each comes before the other, is not used to hold anybody back.",
        "1 link leads nowhere.",
        "1 competency has the identifier of another and was left out.",
    ):
        says(page, said)
    tap(page, "take-in-framework")
    spot(page, "import-done").wait_for(state="attached")
    tap(page, "show-framework")
    screen(page, "framework")
    write(page, "framework-search", "row")
    says(page, "I can row")
    tap(page, named(page, "competency-", "I can row"))
    screen(page, "competency")
    says(page, "Odd rivers")
    assert not rosa.faults


def test_odd_photos_and_days_leave_the_words_and_nothing_by_half(
    site: Site, device: Devices, tmp_path: Path
) -> None:
    mia = device("mia")
    page = begin(site, mia, "learner", "Mia")
    to_goals(page)
    tap(page, "first-step")
    write(page, "goal-statement", "Swim 25 metres")
    tap(page, "next")
    tap(page, "next")
    write(page, "goal-due", "31.2.2027")
    says(page, "No calendar has that day")
    tap(page, "keep-goal")
    screen(page, "goal")
    says(page, "31.2.2027")  # her words stay as they are
    tap(page, "back")
    tap(page, "nav-today")
    tap(page, "capture")
    write(page, "capture-text", WORDS)
    empty, text, huge, large = (
        tmp_path / name for name in ("empty.jpg", "text.jpg", "huge.png", "large.png")
    )
    empty.write_bytes(b"")
    text.write_text("I am no photo.")
    huge.write_bytes(_png(20_000, 10_000, whole=False))
    large.write_bytes(_png(8_700, 5_800))
    for file, said in (
        (empty, "This photo is empty: nothing is in the file"),
        (text, "This photo could not be opened"),
        (huge, "This photo is too large to open here"),
    ):
        choose(page, "pick-photo", file)
        says(page, said)
        says(page, "Your words are safe.")
    assert spot(page, "capture-text").locator("textarea").first.input_value() == WORDS

    # 50 megapixels are a photo like any other, made small
    keep_with_photo(mia, page, large, WORDS)
    tap(page, "back")
    first(page, "piece-")
    assert page.locator('[flt-semantics-identifier^="piece-"]').count() == 1
    assert not mia.faults


def _png(width: int, height: int, *, whole: bool = True) -> bytes:
    """A picture that is small as a file; without `whole` its head alone, which says how large it would be."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    if not whole:
        return head
    rows = (b"\0" + bytes(x * 255 // width for x in range(width))) * height
    return head + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")
