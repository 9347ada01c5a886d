"""Shelves: works put together by hand, by goal, by competency, by month, and the best with why."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.collecting import Group, best_of, by_competency, by_goal, by_month, on_shelf, with_work
from app.domain.learning import SHELF_KINDS, Shelf
from app.domain.models import Artefact
from app.domain.presenting import Slide, presentable, slide_of
from app.domain.text import tidy_line, tidy_text
from app.services.catalog import Catalog
from app.services.days import local_day
from app.services.reading import Reader
from app.services.writing import Pen

MOST_WORKS = 200


@dataclass(frozen=True)
class ShelfPage:
    """A shelf as it is shown: ``rec`` is its record's id, "" where nothing was written of it yet.

    ``kind`` and ``about`` say which it is; ``works`` are there and in their order.
    """

    kind: str
    about: str
    rec: str
    title: str
    why: str
    works: tuple[Artefact, ...]


class ShelfService:
    """The shelves of one book. Which works a shelf by goal, competency or month holds is worked out; what is
    written of it (why) is a record that names what it is about."""

    def __init__(self, reader: Reader, pen: Pen, catalog: Callable[[], Catalog]) -> None:
        self.reader, self.pen, self._catalog = reader, pen, catalog

    def own(self) -> tuple[Shelf, ...]:
        """Returns the shelves made by hand, the oldest first."""
        return tuple(reversed(self.reader.found(Shelf, "shelves", "kind", "own")))

    def groups(self, kind: str) -> tuple[Group, ...]:
        """Returns the works by ``goal``, ``competency`` or ``time``, or the ``best``, as they are now. Raises
        ValueError for another kind."""
        artefacts = self.reader.artefacts()
        if kind == "best":
            return best_of(artefacts)
        if kind == "time":
            return by_month(artefacts, local_day)
        if kind == "goal":
            return by_goal(artefacts, self.reader.evidence())
        if kind == "competency":
            return by_competency(artefacts, self.reader.evidence(), self.reader.goals())
        raise ValueError(f"not a kind of collection: {kind}")

    def page(self, kind: str, about: str = "") -> ShelfPage | None:
        """Returns a shelf; of kind ``own``, `about` is its record's id. None where there is none."""
        if kind not in SHELF_KINDS:
            return None
        shelf = self._record(kind, about)
        there = {one.id: one for one in self.reader.artefacts()}
        if kind == "own":
            if shelf is None:
                return None
            works, about = on_shelf(shelf, there), shelf.id
        else:
            group = next((one for one in self.groups(kind) if one.about == about), None)
            if group is None and shelf is None and kind != "best":
                return None
            works = group.artefacts if group else ()
        title, why = (shelf.title, shelf.why) if shelf else ("", "")
        return ShelfPage(
            kind, about, shelf.id if shelf else "", title, why, tuple(there[rec] for rec in works)
        )

    def make(self, title: str, why: str = "") -> str:
        """Makes a shelf of one's own and returns its id; "" without a name."""
        name = tidy_line(title)
        if not name:
            return ""
        values: dict[str, object] = {"title": name, "kind": "own", "why": tidy_text(why)}
        return self.pen.add("shelves", {**values, "about": "", "artefacts": []})

    def rename(self, rec: str, title: str) -> None:
        """Gives a shelf of one's own another name; without words nothing changes."""
        name = tidy_line(title)
        if name:
            self.pen.set("shelves", rec, title=name)

    def say_why(self, kind: str, about: str, why: str) -> None:
        """Says why these works belong together, of any shelf. Raises ValueError for no kind."""
        if kind not in SHELF_KINDS:
            raise ValueError(f"not a kind of shelf: {kind}")
        shelf, words = self._record(kind, about), tidy_text(why)
        if shelf is not None:
            self.pen.set("shelves", shelf.id, why=words)
        elif words and kind != "own":
            self.pen.set("shelves", name_of(kind, about), kind=kind, about=about, why=words)

    def put(self, rec: str, artefact: str, on: bool = True) -> bool:
        """Puts a work on a shelf of one's own, or takes it off; False where the shelf is full or gone."""
        shelf = self.reader.one(Shelf, "shelves", rec)
        if shelf is None:
            return False
        works = with_work(shelf.artefacts, artefact, on)
        if len(works) > MOST_WORKS:
            return False
        self.pen.set("shelves", rec, artefacts=list(works))
        return True

    def say_why_best(self, artefact: str, why: str) -> None:
        """Says why a work was chosen as best; the words stay where the star is taken away."""
        self.pen.set("artefacts", artefact, why_best=tidy_text(why))

    def drop(self, rec: str) -> None:
        """Takes a shelf away, not its works; `bring_back` undoes it."""
        self.pen.remove("shelves", rec)

    def bring_back(self, rec: str) -> None:
        """Puts a dropped shelf back as it was."""
        self.pen.bring_back("shelves", rec)

    def slides(self, kind: str, about: str = "", *, voices: bool = False) -> tuple[Slide, ...]:
        """Returns what a visitor is shown of a shelf; nothing where there is no such shelf."""
        page = self.page(kind, about)
        works = page.works if page else ()
        return tuple(
            slide_of(
                one,
                self.reader.evidence_of(one.id),
                self._words_of,
                self.reader.feedback_on(one.id) if voices else (),
                voices=voices,
            )
            for one in works
            if presentable(one, kind, voices=voices)
        )

    def _words_of(self, col: str, rec: str) -> str:
        if col == "goals":
            goal = self.reader.goal(rec)
            return goal.statement if goal else ""
        known = self._catalog().competency(rec)
        return (known.short or known.statement) if known else ""

    def _record(self, kind: str, about: str) -> Shelf | None:
        """Returns what was written of a shelf."""
        found = self.reader.one(Shelf, "shelves", name_of(kind, about))
        return found if found is not None and found.kind == kind else None


def name_of(kind: str, about: str) -> str:
    """Returns the id of a shelf's record: the same on every device, so that two writers meet there."""
    if kind == "own":
        return about
    return f"{kind}-{about}" if about else kind
