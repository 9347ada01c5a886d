"""The learning loop on the built site: choose, do, show, be judged, see what is next.

A learner, without a network, chooses a way, shows what came of it and sees what still is missing. A
teacher judges it, and writes a way of their own, which travels back with the learner's book in one file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.chromium import Device
from tests.e2e.hands import first, named, record, says, screen, spot, tap, write
from tests.e2e.sites import Site
from tests.e2e.steps import first_visit, open_learner, saved, take_in, taken_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

Devices = Callable[..., Device]
WAY, BOARD = "Build a strength tower", "Ways for a rainy day"
SKILL = "practise a little"
SHOWN = "I am good at explaining. I explained snow to my brother."


def test_the_loop_goes_round_between_two_devices(site: Site, device: Devices, tmp_path: Path) -> None:
    mia, rosa = device("mia"), device("rosa")
    learner = first_visit(site, mia, "learner", "Mia")
    teacher = first_visit(site, rosa, "teacher", "Ms Rosa")
    site.stop()

    # the learner sees where to go and why, and picks a way
    tap(learner, "nav-path")
    screen(learner, "path")
    says(learner, "Open now")
    tap(learner, "tell-why")
    says(learner, "Something new")
    tap(learner, "do-suggested")
    screen(learner, "activity")
    tap(learner, "choose-way")
    tap(learner, "start-way")
    tap(learner, "show-way")
    screen(learner, "capture")
    says(learner, "The way you chose")
    write(learner, "capture-text", SHOWN)
    tap(learner, "sure-growing")
    tap(learner, "keep")
    screen(learner, "artefact")
    tap(learner, "back")
    tap(learner, "nav-path")
    says(learner, "1 waits to be looked at")
    tap(learner, "nav-share")
    screen(learner, "share")
    taken = saved(learner, tmp_path)

    # the teacher finds it in the queue, judges it, and writes another way for the same
    tap(teacher, "nav-share")
    screen(teacher, "share")
    taken_in(teacher, taken)
    tap(teacher, "nav-review")
    screen(teacher, "review")
    says(teacher, SHOWN)
    tap(teacher, "say-more")
    tap(teacher, "judge")
    level = first(teacher, "level-").removesuffix("-1")
    tap(teacher, f"{level}-3")
    write(teacher, "judge-text", "You gave a real example.")
    tap(teacher, "keep-judgement")
    says(teacher, "Said. It goes out with the next file.")
    _writes_a_way(teacher)
    _writes_a_board(teacher)
    _says_what_is_enough(teacher)
    open_learner(teacher)
    tap(teacher, "tab-share")
    back = saved(teacher, tmp_path)

    # it comes back with the library, and the learner sees both
    tap(learner, "nav-share")
    take_in(learner, back)
    says(learner, "Ms Rosa")
    tap(learner, "take-in")
    says(learner, "1 file taken in")
    tap(learner, "nav-portfolio")
    tap(learner, record(learner, "piece-"))
    screen(learner, "artefact")
    says(learner, "You gave a real example.")
    learner.reload()
    mia.first_screen(learner, "artefact")
    says(learner, "You gave a real example.")

    # by the teacher's word that was enough: it is told warmly once, and the path goes on
    tap(learner, "back")
    tap(learner, "nav-path")
    says(learner, "You have mastered something")
    says(learner, "You showed it, and others saw it.")
    says(learner, "That is 1 credit for you.")
    tap(learner, "mastered-seen")
    spot(learner, "mastered-now").wait_for(state="detached")

    # the board is met at its skill; a way of it is chosen, and stands in the week and on Today
    tap(learner, "open-skills")
    screen(learner, "skills")
    write(learner, "framework-search", SKILL)
    tap(learner, first(learner, "competency-"))
    screen(learner, "competency")
    tap(learner, named(learner, "board-", BOARD))
    screen(learner, "board")
    tap(learner, first(learner, "tile-"))
    screen(learner, "activity")
    tap(learner, "choose-way")
    tap(learner, "way-to-week")
    says(learner, "Added to")
    for place in ("board", "competency", "skills"):  # back leads the way one came
        tap(learner, "back")
        screen(learner, place)
    tap(learner, "nav-today")
    says(learner, "You planned this for today")


def _writes_a_way(teacher: Page) -> None:
    """Writes an activity with three ways to show it into the own library."""
    tap(teacher, "nav-library")
    tap(teacher, "tab-activities")
    tap(teacher, "new-activities")
    screen(teacher, "item")
    write(teacher, "way-title", WAY)
    for way in ("photo", "words", "audio"):
        tap(teacher, f"show-{way}")
    tap(teacher, "minutes-20")
    tap(teacher, "keep-way")
    says(teacher, WAY)


def _writes_a_board(teacher: Page) -> None:
    """Puts two ways on a board for a skill."""
    tap(teacher, "tab-boards")
    tap(teacher, "new-boards")
    screen(teacher, "item")
    write(teacher, "board-title", BOARD)
    write(teacher, "form-skills", SKILL)
    tap(teacher, first(teacher, "skill-"))
    write(teacher, "board-search", WAY)
    tap(teacher, named(teacher, "put-", WAY))
    says(teacher, "Nothing is found by these words.")
    write(teacher, "board-search", "")
    tap(teacher, first(teacher, "put-"))
    tap(teacher, "keep-item")
    says(teacher, BOARD)


def _says_what_is_enough(teacher: Page) -> None:
    """One good piece is enough for all of the first framework."""
    tap(teacher, "tab-frameworks")
    tap(teacher, first(teacher, "framework-f"))
    tap(teacher, "change-enough")
    for part in ("pieces-1", "kinds-1", "others-1", "level-3"):
        tap(teacher, part)
    tap(teacher, "keep-enough")
    says(teacher, "Kept. Levels follow it at once.")
    tap(teacher, "back")
