"""Adapting a goal and saying why: each change with its reason in one commit, and with a way back.

What was learned is kept twice on purpose: in the goal's story, and as the learner's own reflection.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.adapting import nearer_target
from app.domain.measuring import standing
from app.domain.text import tidy_text
from app.services.reading import Reader
from app.services.way_back import WayBack, commit, names_for
from app.services.writing import Pen
from app.sync.op import ADD, SET, Edit

MOMENT = "goal_missed"


@dataclass(frozen=True)
class Why:
    """Why a goal is changed, what was learned on the way, and the question that was asked for it."""

    why: str = ""
    learned: str = ""
    prompt: str = ""


NO_REASON = Why()


class AdaptService:
    """Changes to the goals of one book."""

    def __init__(self, reader: Reader, pen: Pen) -> None:
        self.reader, self.pen = reader, pen

    def extend(self, rec: str, day: date, why: Why = NO_REASON) -> WayBack:
        """Gives a goal time until `day`."""
        return self._adapt(rec, "extended", {"due": day.isoformat()}, why)

    def easier(self, rec: str, with_help: str, why: Why = NO_REASON) -> WayBack:
        """Makes a goal easier: its number goes half of the way back to where the learner is; where it has
        none, `with_help` is written among what helps."""
        goal = self.reader.goal(rec)
        if goal is None:
            return _nothing
        near = nearer_target(standing(goal, self.reader.measures_of(rec)))
        if near:
            return self._adapt(rec, "easier", {"target": f"{near} {goal.unit}".strip()}, why)
        supports = "\n".join(part for part in (goal.supports, with_help) if part)
        return self._adapt(rec, "easier", {"supports": tidy_text(supports)}, why)

    def let_go(self, rec: str, why: Why = NO_REASON) -> WayBack:
        """Lets a goal go."""
        return self._adapt(rec, "let_go", {"state": "letgo"}, why)

    def say_why(self, rec: str, why: Why) -> WayBack:
        """Says why a goal's words were changed; nothing where nothing is said."""
        return self._adapt(rec, "changed", {}, why) if why.why.strip() or why.learned.strip() else _nothing

    def split(self, rec: str, statements: Sequence[str], why: Why = NO_REASON) -> WayBack:
        """Makes short goals of the parts of a goal, which becomes the long one that holds them; without a
        day of its own, so that only its parts have one. Raises ValueError for fewer than two parts."""
        goal = self.reader.goal(rec)
        parts = [part for part in map(tidy_text, statements) if part]
        if goal is None:
            return _nothing
        if len(parts) < 2:
            raise ValueError("a goal is split into two parts at least")
        names = names_for(self.pen, len(parts))
        shared = {"state": goal.state, "term": "short", "parent": rec, "reason": goal.reason}
        made = [
            Edit(
                ADD, "goals", name, "", {**shared, "statement": part, "competencies": list(goal.competencies)}
            )
            for name, part in zip(names, parts, strict=True)
        ]
        values = {"term": "long", "due": "", "parent": ""}
        return self._adapt(rec, "split", values, why, made)

    def _adapt(
        self, rec: str, how: str, values: Mapping[str, str], why: Why, made: Sequence[Edit] = ()
    ) -> WayBack:
        if self.reader.goal(rec) is None:
            return _nothing
        learned = tidy_text(why.learned)
        names = names_for(self.pen, len(made) + 2)
        change = {"goal": rec, "how": how, "why": tidy_text(why.why), "learned": learned}
        edits = [*made, Edit(ADD, "goal_changes", names[-1], "", {**change, "into": [m.rec for m in made]})]
        if learned and self.pen.role == "learner":
            thought = {"about": rec, "about_col": "goals", "prompt": why.prompt, "text": learned}
            edits.append(Edit(ADD, "reflections", names[-2], "", {**thought, "moment": MOMENT}))
        now = self.pen.book.get("goals", rec) or {}
        edits += [
            Edit(SET, "goals", rec, name, value)
            for name, value in values.items()
            if now.get(name, "") != value
        ]
        return commit(self.pen, edits)


def _nothing() -> None:
    """What takes back nothing."""
