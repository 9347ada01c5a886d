"""Goals: written in any state, made clearer with help, agreed, worked on, reached or let go."""

from dataclasses import dataclass, field
from datetime import date

from app.domain.models import FEELINGS, GOAL_STATES, CheckIn, Goal
from app.domain.progress import Progress, progress
from app.domain.smart import Hint, coach
from app.domain.text import tidy_line, tidy_text
from app.services.days import local_day
from app.services.reading import Reader
from app.services.writing import Pen

PARTS = ("statement", "measure", "baseline", "target", "reason", "due")


@dataclass(frozen=True)
class GoalPage:
    """A goal with all that its page shows."""

    goal: Goal
    hints: tuple[Hint, ...]
    progress: Progress
    check_ins: tuple[CheckIn, ...] = field(default=())


class GoalService:
    """The goals of one book."""

    def __init__(self, reader: Reader, pen: Pen) -> None:
        self.reader, self.pen = reader, pen

    def page(self, rec: str, today: date) -> GoalPage | None:
        """Returns a goal's page, or None where it is not there."""
        goal = self.reader.goal(rec)
        if goal is None:
            return None
        check_ins = self.reader.check_ins(rec)
        return GoalPage(goal, self.hints(goal, today), progress(rec, check_ins, today, local_day), check_ins)

    def hints(self, goal: Goal, today: date) -> tuple[Hint, ...]:
        """Returns the coach's questions, with examples from this learner's interests."""
        interests = [entry.text for entry in self.reader.entries("interest")]
        return coach(goal, today, interests)

    def write(self, **parts: str) -> str:
        """Makes a goal of whatever parts there are and returns its id; "" where all are empty."""
        values: dict[str, object] = {name: _tidy(name, parts.get(name, "")) for name in PARTS}
        if not any(values.values()):
            return ""
        return self.pen.add("goals", {**values, "state": "open"})

    def change(self, rec: str, **parts: str) -> None:
        """Changes parts of a goal."""
        known = {name: _tidy(name, value) for name, value in parts.items() if name in PARTS}
        self.pen.set("goals", rec, **known)

    def choose(self, rec: str, part: str, value: object) -> None:
        """Settles a part that has two versions on one of them; nothing where `may_choose` says no."""
        if self.may_choose(part):
            self.pen.settle("goals", rec, part, value)

    def may_choose(self, part: str) -> bool:
        """Tells whether this person may settle a part: who agreed is not the learner's to say."""
        return part != "agreed" or self.pen.role != "learner"

    def move(self, rec: str, state: str) -> None:
        """Opens a goal again, or marks it reached or let go. Raises ValueError for another state."""
        if state not in GOAL_STATES:
            raise ValueError(f"not a state of a goal: {state}")
        self.pen.set("goals", rec, state=state)

    def agree(self, rec: str) -> None:
        """Agrees to a goal's words as they stand, in this person's name; for a teacher or family."""
        goal = self.reader.goal(rec)
        if goal is None:
            return
        pen = self.pen
        agreed = {"role": pen.role, "name": pen.name, "wall": pen.wall(), "words": goal.words}
        pen.set("goals", rec, agreed=agreed)

    def drop(self, rec: str) -> None:
        """Deletes a goal; `bring_back` undoes it."""
        self.pen.remove("goals", rec)

    def bring_back(self, rec: str) -> None:
        """Brings a deleted goal back as it was."""
        self.pen.bring_back("goals", rec)

    def check_in(self, goal: str, feeling: str, steps: int, note: str = "") -> str:
        """Says how a goal goes, in one tap. Raises ValueError for an unknown feeling or steps."""
        if feeling not in FEELINGS or not 0 <= steps <= 4:
            raise ValueError(f"not a check-in: {feeling}, {steps}")
        return self.pen.add(
            "checkins", {"goal": goal, "feeling": feeling, "steps": steps, "note": tidy_text(note)}
        )


def _tidy(name: str, value: str) -> str:
    return tidy_line(value) if name in ("baseline", "target", "due") else tidy_text(value)
