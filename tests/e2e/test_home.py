"""A parent beside a child who cannot read yet: an interview by pictures alone, and what stays at home."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.chromium import ROOT, Device
from tests.e2e.hands import says, screen, spot, tap, write
from tests.e2e.sites import Site
from tests.e2e.steps import first_visit, learner_of, saved

if TYPE_CHECKING:
    from playwright.sync_api import Page

Devices = Callable[..., Device]
SURVEYS = ROOT / "src/app/starters/surveys.json"
PRIVATE = "Ada hears badly on the left"


def test_a_parent_talks_with_a_child_by_pictures_and_some_stays_at_home(
    site: Site, device: Devices, tmp_path: Path
) -> None:
    page = first_visit(site, device("dad"), "family", "Dad")
    site.stop()
    tap(page, "add-learner")
    write(page, "learner-name", "Ada")
    tap(page, "make-book")
    tap(page, "close-add")
    spot(page, "learner-name").wait_for(state="detached")
    tap(page, learner_of(page))
    tap(page, "tab-about")

    # every question is answered by one tap on a picture, none by reading or writing
    tap(page, "to-surveys")
    screen(page, "surveys")
    tap(page, "survey-starter-interview")
    _answer_all(page)
    says(page, "Thank you, Ada!")
    tap(page, "to-profile")
    screen(page, "learner")

    # nothing was written by itself: a person takes an idea, or leaves it
    tap(page, "not-now-1")
    tap(page, "accept-0")
    says(page, "Because of the answers to")

    # what is most private stays on this device, and acts here
    tap(page, "add-accommodation")
    tap(page, "where-here-accommodation")
    write(page, "tell-accommodation", PRIVATE)
    says(page, PRIVATE)
    says(page, "Only on this device")
    tap(page, "tab-share")
    file = saved(page, tmp_path)
    assert PRIVATE not in file.read_text()
    page.reload()
    tap(page, "tab-about")
    says(page, PRIVATE)


def _answer_all(page: Page) -> None:
    """Answers every question by one picture of it."""
    (form,) = [one["form"] for one in json.loads(SURVEYS.read_text()) if one["id"] == "starter-interview"]
    for question in form["questions"]:
        assert question["kind"] in ("faces", "many", "choice"), (
            "a question that cannot be answered by pictures"
        )
        options = question.get("options")
        tap(page, f"option-{options[0]['id']}" if options else "face-2")
        tap(page, "next")
    tap(page, "finish-survey")
