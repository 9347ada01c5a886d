"""What a learner can do is shown in other ways on the built site: a quiz, a friend's look, a group's goal."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.chromium import Device
from tests.e2e.hands import first, names, says, screen, spot, tap, write
from tests.e2e.sites import Site
from tests.e2e.steps import first_visit

Devices = Callable[..., Device]


def test_a_quiz_becomes_a_piece_at_which_a_friend_looks(site: Site, device: Devices) -> None:
    page = first_visit(site, device("mia"), "learner", "Mia")
    site.stop()
    tap(page, "nav-me")
    tap(page, "to-quizzes")
    tap(page, "quiz-starter-quiz-counting")
    tap(page, "begin-quiz")
    write(page, "answer", "40")
    tap(page, "next")
    tap(page, "pick-o2")
    tap(page, "next")
    spot(page, "up-o1").or_(spot(page, "down-o1")).first.wait_for(state="attached")
    tap(page, "next")
    write(page, "answer", "41")
    tap(page, "next")
    tap(page, "next")
    for left in ("p1", "p2", "p3"):
        tap(page, f"match-{left}-{left}")
    tap(page, "next")
    says(page, "You left out")
    tap(page, "hand-in")
    screen(page, "result")
    says(page, "You said: 41")
    tap(page, "to-piece")
    screen(page, "artefact")
    says(page, "Counting and adding")

    # the device goes to a friend, who sees this one piece and nothing beside it, and comes back
    tap(page, "ask-friend")
    screen(page, "peer")
    assert not [name for name in names(page) if name.startswith("nav-")]
    write(page, "friend-name", "Ada")
    tap(page, "friend-begin")
    tap(page, first(page, "level-").rpartition("-")[0] + "-3")
    write(page, "peer-words", "I like that you tried it twice")
    tap(page, "keep-peer")
    says(page, "Now give it back to")
    tap(page, "have-it-back")
    screen(page, "artefact")
    says(page, "I like that you tried it twice")
    page.reload()
    says(page, "Ada")


def test_a_class_has_a_goal_to_which_each_adds(site: Site, device: Devices) -> None:
    page = device("rosa").open(site.address)
    tap(page, "sample")
    tap(page, "sample-teacher")
    screen(page, "class")
    site.stop()
    tap(page, "open-groups")
    screen(page, "groups")
    says(page, "Our class reads 500 books together")  # known from a book alone
    tap(page, "new-group")
    write(page, "group-statement", "Collect 100 leaves")
    write(page, "group-target", "100")
    write(page, "group-unit", "leaves")
    tap(page, "member-all")
    tap(page, "make-group")
    screen(page, "group")
    says(page, "Has not said yes yet")
    write(page, "group-words", "On we go")
    tap(page, "tell-group")
    says(page, "Told in ")
    tap(page, first(page, "member-"))
    says(page, "Collect 100 leaves")
    says(page, "On we go")
