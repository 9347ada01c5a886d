"""A learner's book of any size, for measuring: many small ops, made quickly."""

from datetime import date

from app.domain.days import ms_of
from app.services.sample.compose import SampleBook, made_up_id
from app.sync.author import Hand, write
from app.sync.bundle import Sender, Title, write_bundle
from app.sync.fold import RecordState
from app.sync.op import ADD, SET, Edit

FIRST_DAY = date(2024, 9, 2)
STEP_MS = 7 * 60 * 1000
_WORDS = (
    "I counted again and it was right",
    "Sam said try it with the small cups",
    "The second one was easier because I drew it first",
    "It fell over, then I put the heavy one below",
    "Tomorrow I want to show it to the little ones",
    "I read it out loud and heard the mistake",
)


def sample_ops(n_ops: int, seed: int) -> SampleBook:
    """Returns one learner's book of exactly `n_ops` ops, in the mixture that months of use give.

    Of ten ops about four are check-ins, two artefacts, two evidence, one a reflection and one a change
    to a goal. Deterministic by `seed`. Raises ValueError for fewer than one op.
    """
    if n_ops < 1:
        raise ValueError("a book has one op at least")
    space = made_up_id(seed, "many", n_ops)
    replica = made_up_id(seed, "many", n_ops, "learner", length=10)
    hand, wall = Hand(space, f"{replica}.1", "learner"), ms_of(FIRST_DAY)
    states: dict[tuple[str, str], RecordState] = {}
    lines: list[bytes] = []
    for number in range(n_ops):
        edit = _edit(hand.replica, number, seed)
        written = write(hand, [edit], lambda col, rec: states.setdefault((col, rec), RecordState()), wall)
        hand, wall = written.hand, wall + STEP_MS
        lines += written.lines
    sender = Sender(replica, "learner", "Many")
    data = write_bundle(Title(space, "Many"), sender, wall, {hand.replica: hand.last}, lines)
    return SampleBook(space, "Many", "star", data, wall)


def _edit(replica: str, number: int, seed: int) -> Edit:
    if number == 0:
        return Edit(SET, "learner", "me", "name", "Many")
    text = f"{_WORDS[(number * 7 + seed) % len(_WORDS)]} ({number})"
    if number % 100 == 1:
        return Edit(ADD, "goals", "", "", {"statement": text, "measure": "5 of 5", "state": "active"})
    # The record of an add is named after its op, so the goal that this one belongs to is known.
    goal = f"{replica}-{(number - 1) // 100 * 100 + 2}"
    turn = number % 10
    if turn == 9:
        return Edit(SET, "goals", goal, "target", f"{number} pages")
    col, values = _record(turn, goal, f"{replica}-{number}", text)
    return Edit(ADD, col, "", "", values)


def _record(turn: int, goal: str, before: str, text: str) -> tuple[str, dict[str, str | int]]:
    if turn in (2, 5):
        return "artefacts", {"kind": "words", "title": text[:24], "text": text}
    if turn in (3, 6):
        return "evidence", {"artefact": before, "goal": goal, "narrative": text, "sure": "growing"}
    if turn == 7:
        return "reflections", {"about": goal, "about_col": "goals", "text": text}
    return "checkins", {"goal": goal, "feeling": "on_my_way", "steps": turn % 5, "note": ""}
