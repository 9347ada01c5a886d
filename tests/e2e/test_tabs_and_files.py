"""A second tab never harms the first, and no file from outside harms a book, on the built site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.e2e.chromium import Device
from tests.e2e.hands import button, calm, names, says, screen, spot, tap
from tests.e2e.sites import Site
from tests.e2e.steps import first_visit, saved, take_in
from tests.samples.hostile import corpus

Devices = Callable[..., Device]


def test_a_second_tab_asks_first_and_takes_over_on_a_tap(site: Site, device: Devices) -> None:
    mia = device("mia")
    first = first_visit(site, mia, "learner", "Mia")
    tap(first, "capture")
    screen(first, "capture")
    calm(first)
    spot(first, "capture-text").locator("textarea").first.click()
    first.wait_for_function("document.activeElement?.tagName === 'TEXTAREA'")
    first.keyboard.type("Not kept yet, and the field not left")
    says(first, "Not saved yet")  # the app has heard it; the field is not left

    second = mia.open(site.address, wait=False)
    screen(second, "elsewhere")
    says(second, "Ownway is open in another tab")
    screen(first, "capture")  # the first goes on undisturbed

    button(second, "retry").dispatch_event("click")
    screen(second, "today")
    screen(first, "elsewhere")
    tap(second, "capture")
    screen(second, "capture")
    tap(second, "keep")
    screen(second, "artefact")
    says(second, "Not kept yet, and the field not left")

    button(first, "retry").dispatch_event("click")
    screen(second, "elsewhere")
    screen(first, "capture")
    tap(first, "close")
    tap(first, "nav-portfolio")
    says(first, "Not kept yet, and the field not left")
    assert not mia.faults


def test_no_hostile_file_gets_in(site: Site, device: Devices, tmp_path: Path) -> None:
    mia = device("mia")
    page = first_visit(site, mia, "learner", "Mia")
    files = []
    for number, (name, (data, _)) in enumerate(corpus().items()):
        if len(data) < 10_000_000 and name != "a packet":  # which is one bundle to the gate alone
            files.append(tmp_path / f"{number} {name[:30].replace('/', ' ')}.json")
            files[-1].write_bytes(data)
    assert len(files) >= 60
    tap(page, "nav-share")
    screen(page, "share")
    before = json.loads(saved(page, tmp_path).read_bytes())["digest"]
    with page.expect_file_chooser() as waiting:
        button(page, "choose-files").click()
    waiting.value.set_files(files)
    says(page, f"Take in {len(files)} files")
    says(page, f"{len(files)} files not readable")
    says(page, "Nothing was changed.")
    assert spot(page, "take-in").count() == 0
    tap(page, "not-now")
    says(page, "Give your book to someone")
    calm(page)
    assert json.loads(saved(page, tmp_path).read_bytes())["digest"] == before
    assert "failed" not in names(page)
    assert not mia.faults
    take_in(page, files[0])  # and one alone
    says(page, "Nothing was changed.")
