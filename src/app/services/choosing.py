"""Choosing: a learner picks a way, swaps it, thinks of their own, and says what became of it."""

from collections.abc import Callable, Mapping

from app.domain.learning import Choice
from app.domain.library import Activity
from app.domain.text import tidy_line, tidy_text
from app.domain.ways import filled, in_hand, open_choice
from app.services.cards import card_edits
from app.services.catalog import Catalog
from app.services.reading import Reader
from app.services.writing import Pen
from app.sync.op import ADD, DEL, SET, Edit

LEFT_OUT = {"id", "by", "who", "at", "changed", "versions", "kept", "edited"}


class ChoosingService:
    """The ways that are chosen in one book. ``catalog`` returns what there is to choose from."""

    def __init__(self, reader: Reader, pen: Pen, catalog: Callable[[], Catalog]) -> None:
        self.reader, self.pen, self._catalog = reader, pen, catalog

    def choices(self) -> tuple[Choice, ...]:
        """Returns every choice, the latest first."""
        return self.reader.every(Choice, "choices")

    def in_hand(self) -> tuple[Choice, ...]:
        """Returns what is chosen and neither done nor left, what was begun first."""
        return in_hand(self.choices())

    def of(self, activity: str) -> Choice | None:
        """Returns the open choice of an activity."""
        return open_choice(self.choices(), activity)

    def choose(self, activity: str, board: str = "", interest: str = "", otherwise: str = "") -> str:
        """Picks an activity and returns the choice's id, the open one's where it is picked already; "" for
        one that is not there. `interest` fills a template's gap, `otherwise` where it is empty.

        The book keeps a copy of the activity, and of the cards of its competencies, so that it reads the
        same where the library is not.
        """
        found = self._catalog().activity(activity)
        if found is None:
            return ""
        now = self.of(activity)
        if now is not None:
            return now.id
        edits = self._picked(found, board, tidy_line(interest), otherwise)
        changed = self.pen.commit(edits)
        (rec,) = changed["choices"]
        return rec

    def unchoose(self, choice: str) -> None:
        """Takes a choice back that was made by mistake: it does not count as a way that was left."""
        self.pen.remove("choices", choice)

    def swap(
        self, choice: str, activity: str, why: str = "", *, interest: str = "", otherwise: str = ""
    ) -> str:
        """Leaves a choice for another activity, in one commit; returns the new choice's id.

        A template's gap is filled with `interest`, else with what the choice that is left was about, else
        with `otherwise`.
        """
        found = self._catalog().activity(activity)
        if found is None:
            return ""
        now = self.of(activity)
        left = [
            Edit(SET, "choices", choice, "state", "left"),
            *([Edit(SET, "choices", choice, "why", tidy_text(why))] if why.strip() else []),
        ]
        if now is not None:
            self.pen.commit(left)
            return now.id
        was = self.reader.one(Choice, "choices", choice)
        board, about = (was.board, was.interest) if was else ("", "")
        about = (tidy_line(interest) or about) if found.template else ""
        changed = self.pen.commit([*self._picked(found, board, about, otherwise), *left])
        return next(rec for rec in changed["choices"] if rec != choice)

    def swap_back(self, was: Choice, made: str = "") -> None:
        """Takes a swap back, in one commit: `was` is the choice as it was before, `made` what the swap made
        ("" where it led to a way that was in hand already)."""
        edits = self.pen.edits("choices", was.id, state=was.state, why=was.why)
        if made and self.reader.one(Choice, "choices", made) is not None:
            edits.append(Edit(DEL, "choices", made))
        if edits:
            self.pen.commit(edits)

    def start(self, choice: str) -> None:
        """Notes that the learner has begun."""
        self.pen.set("choices", choice, state="started")

    def leave(self, choice: str, why: str = "") -> None:
        """Leaves a choice; `why` is the learner's own word, and may be empty."""
        said = {"why": tidy_text(why)} if why.strip() else {}
        self.pen.set("choices", choice, state="left", **said)

    def done(self, choice: str) -> None:
        """Notes that it was done."""
        self.pen.set("choices", choice, state="done")

    def again(self, choice: str, *, begun: bool = True) -> None:
        """Takes done or left back."""
        self.pen.set("choices", choice, state="started" if begun else "chosen")

    def propose(self, values: Mapping[str, object]) -> str:
        """Makes the learner's own way and picks it, in one commit; returns the activity's id, "" without a
        title. `values` are an `Activity`'s fields."""
        title = tidy_line(str(values.get("title", "")))
        if not title:
            return ""
        rec = self.pen.book.next_record()
        own = {**values, "title": title}
        activity = Activity.model_validate({"id": rec, **own})
        cards = card_edits(self.reader, self._catalog(), activity.competencies)
        self.pen.commit([Edit(ADD, "activities", rec, "", own), *cards, self._choice(activity, "", "")])
        return rec

    def is_own(self, rec: str) -> bool:
        """Tells whether a way is one that this book's learner thought of, not a copy of one from a library.

        A copy keeps the name that it has in its library; what was made here is named after who made it.
        """
        found = self.reader.one(Activity, "activities", rec)
        maker = found.who.partition(".")[0] if found is not None else ""
        return found is not None and found.by == "learner" and rec.partition(".")[0] == maker

    def change_own(self, rec: str, values: Mapping[str, object]) -> None:
        """Changes an own way, and what it is called where it is in hand, in one commit.

        Raises ValueError for a way that is not the learner's own, or one that would be without a title.
        """
        said = {**values, "title": tidy_line(str(values["title"]))} if "title" in values else dict(values)
        if not self.is_own(rec) or not said.get("title", "kept"):
            raise ValueError("not an own way with a name")
        edits = self.pen.edits("activities", rec, **said)
        choice = self.of(rec)
        if choice is not None and "title" in said:
            edits += self.pen.edits("choices", choice.id, title=said["title"])
        if edits:
            self.pen.commit(edits)

    def _picked(self, found: Activity, board: str, interest: str, otherwise: str) -> list[Edit]:
        activity = filled(found, interest, otherwise)
        edits = card_edits(self.reader, self._catalog(), activity.competencies)
        if self.reader.book.get("activities", found.id) is None:
            values = found.model_dump(mode="json", exclude=LEFT_OUT)
            kept = {name: value for name, value in values.items() if value}
            edits.append(Edit(ADD, "activities", found.id, "", kept))
        return [*edits, self._choice(activity, board, interest)]

    def _choice(self, activity: Activity, board: str, interest: str) -> Edit:
        values = {"activity": activity.id, "title": activity.title, "board": board, "interest": interest}
        competencies = list(activity.competencies)
        return Edit(ADD, "choices", "", "", {**values, "competencies": competencies, "state": "chosen"})
