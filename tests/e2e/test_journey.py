"""The whole way through, once: two devices, no network after the first visit, a file there and back."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.e2e.chromium import Device
from tests.e2e.hands import button, names, record, says, screen, spot, tap, to_goals, write
from tests.e2e.sites import Site
from tests.e2e.steps import first_visit, saved, take_in

Devices = Callable[..., Device]


def photo(path: Path) -> Path:
    """A 3,000 x 2,000 picture with words in its metadata that must not leave the device."""
    width, height = 3000, 2000
    row = b"\0" + b"".join(bytes((x * 255 // width, 120, 160)) for x in range(width))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"tEXt", b"Location\0 12 Secret Street")
        + chunk(b"IDAT", zlib.compress(row * height, 1))
        + chunk(b"IEND", b"")
    )
    return path


def test_the_whole_way_there_and_back(site: Site, device: Devices, tmp_path: Path) -> None:
    mia, teacher = device("mia", new=True), device("teacher", width=820, height=1180)
    page = first_visit(site, mia, "learner", "Mia")
    assert mia.started_from(page) == "nothing"
    hers = first_visit(site, teacher, "teacher", "Ms Adeyemi")
    site.stop()

    # the profile, at their own pace
    tap(page, "nav-me")
    screen(page, "me")
    tap(page, "add-interest")
    write(page, "tell-interest", "Football")
    tap(page, "suggest-strength-0")
    says(page, "Football")

    # a goal, with one small question, kept though it is not perfect
    to_goals(page)
    tap(page, "first-step")
    screen(page, "goal-form")
    write(page, "goal-statement", "Explain ratios to my sister")
    tap(page, "next")
    says(page, "One small question")
    write(page, "goal-measure", "She can mix the same green without me")
    tap(page, "next")
    write(page, "goal-due", "before the holidays")
    tap(page, "next")
    tap(page, "keep-goal")
    screen(page, "goal")
    says(page, "Explain ratios to my sister")

    # progress in one tap
    tap(page, "feeling-on_my_way")
    says(page, "1 check-in so far")

    # something to show: a photo with words, a thought, and how sure
    tap(page, "show-for")
    screen(page, "capture")
    with page.expect_file_chooser() as waiting:
        button(page, "pick-photo").click()
    waiting.value.set_files(photo(tmp_path / "paint.png"))
    says(page, "Your photo")
    write(page, "capture-text", "I mixed 2 cups yellow with 3 cups blue. Same green!")
    write(page, "capture-reflection", "I was just going too fast.")
    tap(page, "sure-growing")
    tap(page, "keep")
    screen(page, "artefact")
    says(page, "I was just going too fast.")

    # the browser dies; without a network everything is there
    mia.kill()
    page = mia.open(site.address)
    mia.first_screen(page, "today")
    tap(page, "nav-portfolio")
    screen(page, "portfolio")
    says(page, "I mixed 2 cups yellow")

    # out as a file, without what the photo would tell
    tap(page, "nav-share")
    says(page, "It has never gone out as a file yet")
    file = saved(page, tmp_path)
    bundle = json.loads(file.read_bytes())
    assert bundle["counts"]["blobs"] == 1
    assert bundle["blobs"][0]["mime"] == "image/jpeg"
    assert bundle["blobs"][0]["size"] < 400_000
    assert b"Secret Street" not in file.read_bytes()
    says(page, "Last file: today")

    # the teacher looks first, then takes it in
    tap(hers, "nav-share")
    screen(hers, "share")
    take_in(hers, file)
    says(hers, "1 new goal")
    says(hers, "Mia")
    tap(hers, "take-in")
    says(hers, "1 file taken in")
    tap(hers, "taken-done")
    tap(hers, "nav-class")
    screen(hers, "class")
    says(hers, "Mia")
    space = next(name for name in names(hers) if name.startswith("do-")).removeprefix("do-")

    # agrees the goal and answers the evidence
    tap(hers, f"learner-{space}")
    screen(hers, "learner")
    tap(hers, record(hers, "goal-"))
    screen(hers, "goal")
    tap(hers, "agree")
    says(hers, "Agreed")
    tap(hers, "back")
    tap(hers, "tab-portfolio")
    tap(hers, record(hers, "piece-"))
    screen(hers, "artefact")
    tap(hers, "answer-kind-question")
    write(hers, "answer-text", "What would happen with three cups?")
    tap(hers, "answer-send")
    says(hers, "What would happen with three cups?")

    # meanwhile the learner goes on
    to_goals(page)
    tap(page, record(page, "goal-"))
    screen(page, "goal")
    tap(page, "feeling-stuck")
    says(page, "2 check-ins so far")

    # back by file
    tap(hers, "back")
    tap(hers, "tab-share")
    answer = saved(hers, tmp_path)
    tap(page, "back")
    tap(page, "nav-share")
    screen(page, "share")
    take_in(page, answer)
    says(page, "From Ms Adeyemi")
    tap(page, "take-in")
    says(page, "1 file taken in")
    tap(page, "taken-done")
    tap(page, "nav-today")
    says(page, "What would happen with three cups?")
    to_goals(page)
    says(page, "Agreed")
    tap(page, record(page, "goal-"))
    says(page, "2 check-ins so far")

    # the same file again brings nothing
    tap(page, "back")
    tap(page, "nav-share")
    take_in(page, answer)
    says(page, "Already here, nothing new")
    assert spot(page, "take-in").count() == 0
    assert not mia.faults
    assert not teacher.faults
