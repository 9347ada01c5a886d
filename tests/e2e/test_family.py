"""A family's device beside a child's: the book comes home, goes back with words, and an import is undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.chromium import Device
from tests.e2e.hands import record, says, screen, spot, tap, to_goals, words, write
from tests.e2e.sites import Site
from tests.e2e.steps import begin, digest, make_goal, open_goal, open_learner, saved, taken_in

Devices = Callable[..., Device]
COMMENT = "We mixed paint on Sunday, and you told us why."
SEEN = "She halved the recipe for the pancakes alone"


def test_a_family_writes_home_into_the_book_and_the_child_may_undo(
    site: Site, device: Devices, tmp_path: Path
) -> None:
    mia, dad = device("mia"), device("dad", width=820, height=1180)
    page = begin(site, mia, "learner", "Mia")
    home = begin(site, dad, "family", "Dad")
    make_goal(page, "Explain ratios to my sister", "She can mix the same green")
    tap(page, "back")
    tap(page, "nav-share")
    first = saved(page, tmp_path)

    # at home: taken in, undone at once, and taken in again
    says(home, "Home")
    says(home, "No learner's book is here yet")
    taken_in(home, first, by="take-in-files")
    tap(home, "undo-take-in")
    says(home, "Taken back. The books are as they were.")
    tap(home, "undone-done")
    says(home, "No learner's book is here yet")
    taken_in(home, first, by="take-in-files")
    tap(home, "taken-done")

    # a comment on the goal, and something seen at home
    open_learner(home)
    open_goal(home)
    assert spot(home, "feeling-stuck").count() == 0  # how it goes is the child's own word
    write(home, "answer-text", COMMENT)
    tap(home, "answer-send")
    says(home, "Dad · today")
    tap(home, "back")
    tap(home, "tab-portfolio")
    tap(home, "show-for")
    screen(home, "capture")
    says(home, "Show what Mia learned")
    write(home, "capture-text", SEEN)
    tap(home, record(home, "for-"))
    tap(home, "keep")
    screen(home, "artefact")
    says(home, "Explain ratios to my sister")
    tap(home, "back")
    tap(home, "tab-share")
    answer = saved(home, tmp_path)

    # the child takes it in, undoes it, and has the book as it was
    taken_in(page, answer)
    tap(page, "undo-take-in")
    says(page, "Taken back. The books are as they were.")
    tap(page, "undone-done")
    screen(page, "share")
    assert digest(saved(page, tmp_path)) == digest(first)
    tap(page, "nav-portfolio")
    says(page, "Nothing here yet")
    assert SEEN not in words(page)

    # the same file once more: this time it stays
    tap(page, "nav-share")
    taken_in(page, answer)
    tap(page, "taken-done")
    tap(page, "nav-portfolio")
    says(page, SEEN)
    to_goals(page)
    open_goal(page)
    says(page, COMMENT)
    says(page, "Dad · today")
    assert not mia.faults
    assert not dad.faults
