"""Goals: written in any state, made clearer with help, agreed, worked on, reached or let go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.goal_life import STATE_AFTER, Move, Stage, moves, stage, state_after_yes
from app.domain.goal_tree import parts_of, whole
from app.domain.learning import Consent
from app.domain.measuring import standing
from app.domain.models import FEELINGS, CheckIn, Goal
from app.domain.progress import Progress, progress
from app.domain.smart import Hint, coach
from app.domain.text import tidy_text
from app.services.days import local_day
from app.services.goal_words import PARTS, WORDS, consent, new_values, tidied
from app.services.reading import Reader
from app.services.way_back import WayBack, commit, names_for
from app.services.writing import Pen
from app.sync.op import ADD, DEL, Edit


@dataclass(frozen=True)
class GoalPage:
    """A goal with all that its page shows; ``parts`` are the short goals within a long one."""

    goal: Goal
    hints: tuple[Hint, ...]
    progress: Progress
    check_ins: tuple[CheckIn, ...] = field(default=())
    consents: tuple[Consent, ...] = ()
    stage: Stage = "going"
    moves: tuple[Move, ...] = ()
    parts: tuple[Goal, ...] = ()


class GoalService:
    """The goals of one book."""

    def __init__(self, reader: Reader, pen: Pen) -> None:
        self.reader, self.pen = reader, pen

    def page(self, rec: str, today: date) -> GoalPage | None:
        """Returns a goal's page, or None where it is not there."""
        goal = self.reader.goal(rec)
        if goal is None:
            return None
        check_ins, voices = self.reader.check_ins(rec), self.reader.consents_on(rec)
        return GoalPage(
            goal,
            self.hints(goal, today),
            progress(rec, check_ins, today, local_day),
            check_ins,
            voices,
            stage(goal, voices),
            moves(goal, voices, self.pen.role, self.pen.book.replica),
            parts_of(rec, self.reader.goals()),
        )

    def hints(self, goal: Goal, today: date) -> tuple[Hint, ...]:
        """Returns the coach's questions, with examples from this learner's interests."""
        return coach(goal, today, self.interests())

    def interests(self) -> tuple[str, ...]:
        """Returns what the learner likes."""
        return tuple(entry.text for entry in self.reader.entries("interest") if not entry.past)

    def steps_of(self, goal: Goal, today: date) -> int:
        """Returns how far a goal is, in steps from 0 to 4: by what was measured where that tells, else by the
        last check-in; a long one as far as its parts are."""
        share = standing(goal, self.reader.measures_of(goal.id)).share if goal.scale else None
        last = progress(goal.id, self.reader.check_ins(goal.id), today, local_day).steps
        own = last if share is None else share // 25
        parts = parts_of(goal.id, self.reader.goals()) if goal.term == "long" else ()
        return whole([(part.state, self.steps_of(part, today)) for part in parts], own)

    def write(self, **parts: str) -> str:
        """Makes a goal of whatever parts there are, as `make` does."""
        return self.make(parts)

    def make(
        self,
        parts: Mapping[str, str | Sequence[str]],
        state: str = "",
        cards: Sequence[Edit] = (),
        rec: str = "",
    ) -> str:
        """Makes a goal of whatever parts there are and returns its id; "" where all words are empty.

        A learner's goal is under way at once; a grown-up's is proposed, and begins with the learner's yes.
        ``state`` idea, proposed or active says otherwise; `cards` bring its competencies into the book; `rec`
        is an id that it must have. Raises ValueError for a part that cannot be so.
        """
        values = new_values(parts)
        if not any(values[name] for name in WORDS):
            return ""
        state = state or ("active" if self.pen.role == "learner" else "proposed")
        rec = rec or names_for(self.pen, 1)[0]
        made = Edit(ADD, "goals", rec, "", {**values, "state": state})
        self.pen.commit([made, *cards, *self._said_with(Goal.model_validate({"id": rec, **values}), state)])
        return rec

    def _said_with(self, goal: Goal, state: str) -> list[Edit]:
        """Returns the voice that a new goal begins with: who proposes it, or chose it with the learner."""
        if state == "proposed":
            return [consent(goal, "propose")]
        return [consent(goal, "agree")] if state == "active" and self.pen.role != "learner" else []

    def change(self, rec: str, **parts: str) -> None:
        """Changes parts of a goal. Raises ValueError for a part that cannot be so."""
        known = {name: tidied(name, value) for name, value in parts.items() if name in PARTS}
        self.pen.set("goals", rec, **known)

    def align(self, rec: str, competencies: Sequence[str], cards: Sequence[Edit] = ()) -> None:
        """Says which competencies a goal is for; `cards` bring them into the book."""
        edits = self.pen.edits("goals", rec, competencies=list(dict.fromkeys(competencies)))
        if edits:
            self.pen.commit([*edits, *cards])

    def choose(self, rec: str, part: str, value: object) -> None:
        """Settles a part that has two versions on one of them."""
        self.pen.settle("goals", rec, part, value)

    def act(self, rec: str, move: Move, text: str = "") -> WayBack:
        """Makes one move in a goal's life and returns its way back. What is not there stays so.

        Raises ValueError for a move that this person may not make now.
        """
        goal = self.reader.goal(rec)
        if goal is None:
            return lambda: None
        voices = self.reader.consents_on(rec)
        if move not in moves(goal, voices, self.pen.role, self.pen.book.replica):
            raise ValueError(f"not a move of this goal now: {move}")
        (name,) = names_for(self.pen, 1)
        if move in STATE_AFTER:
            return commit(self.pen, self.pen.edits("goals", rec, state=STATE_AFTER[move]))
        says = "propose" if move == "ask" else move
        said = consent(goal, says, name, tidy_text(text))
        state = "proposed" if move == "ask" and goal.state == "idea" else self._after(goal, voices, move)
        return commit(self.pen, [said, *self.pen.edits("goals", rec, state=state)])

    def _after(self, goal: Goal, voices: Sequence[Consent], move: Move) -> str:
        if move != "agree":
            return goal.state
        mine = {"id": "mine", "goal": goal.id, "says": "agree", "words": goal.words, "_by": self.pen.role}
        return state_after_yes(goal, [*voices, Consent.model_validate({**mine, "_who": "me"})])

    def move(self, rec: str, state: str) -> WayBack:
        """Opens a goal again, or marks it reached or let go. Raises ValueError for another state."""
        if state not in ("active", "achieved", "letgo"):
            raise ValueError(f"not a state to move to: {state}")
        return commit(self.pen, self.pen.edits("goals", rec, state=state))

    def agree(self, rec: str) -> WayBack:
        """Agrees to a goal's words as they stand, in this person's name."""
        return self.act(rec, "agree")

    def talked(self, rec: str, again: date) -> WayBack:
        """Says that the goal was talked about, and when it will be again."""
        return commit(self.pen, self.pen.edits("goals", rec, review=again.isoformat()))

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

    def take_back_check_in(self, rec: str) -> None:
        """Removes a check-in that was a slip of the finger."""
        self.pen.commit([Edit(DEL, "checkins", rec)])
