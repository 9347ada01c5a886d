"""Suggesting: a teacher or family names a way to learn to one learner, in their own words."""

from collections.abc import Callable

from app.domain.learning import Choice
from app.domain.library import Activity
from app.domain.models import Feedback
from app.domain.suggested import ABOUT_WAYS, open_suggestions, suggestions
from app.domain.text import tidy_text
from app.services.cards import card_edits
from app.services.catalog import Catalog
from app.services.choosing import LEFT_OUT
from app.services.reading import Reader
from app.services.writing import Pen
from app.sync.op import ADD, Edit


class SuggestService:
    """The suggestions in one book."""

    def __init__(self, reader: Reader, pen: Pen, catalog: Callable[[], Catalog]) -> None:
        self.reader, self.pen, self._catalog = reader, pen, catalog

    def suggest(self, activity: str, text: str) -> str:
        """Suggests a way, with a word on it; returns the suggestion's id, "" for a way that is not there or
        without words. The book gets a copy of the way and of its competencies' cards, in the same commit."""
        found, words = self._catalog().activity(activity), tidy_text(text)
        if found is None or not words:
            return ""
        edits = [*card_edits(self.reader, self._catalog(), found.competencies), *self._copied(found)]
        about = {"about": activity, "about_col": ABOUT_WAYS, "kind": "next_step", "text": words}
        changed = self.pen.commit([*edits, Edit(ADD, "feedback", "", "", about)])
        return next(iter(changed["feedback"]))

    def waiting(self) -> tuple[Feedback, ...]:
        """Returns the suggestions that wait for the learner, the oldest first."""
        return waiting_ways(self.reader)

    def of(self, activity: str) -> tuple[Feedback, ...]:
        """Returns what was suggested of a way, the oldest first."""
        return suggestions(self.reader.feedback_on(activity))

    def put_off(self, rec: str, words: str) -> None:
        """Lets the learner say that it is not for now, in `words`."""
        about = {"about": rec, "about_col": "feedback", "kind": "comment", "text": tidy_text(words)}
        self.pen.add("feedback", dict(about))

    def _copied(self, found: Activity) -> list[Edit]:
        if self.reader.book.get("activities", found.id) is not None:
            return []
        values = found.model_dump(mode="json", exclude=LEFT_OUT)
        return [Edit(ADD, "activities", found.id, "", {name: one for name, one in values.items() if one})]


def waiting_ways(reader: Reader) -> tuple[Feedback, ...]:
    """Returns the suggestions of a book that wait for its learner; reads only what bears on them."""
    found = reader.found(Feedback, "feedback", "about_col", ABOUT_WAYS)
    if not found:
        return ()
    replies = [reply for one in found for reply in reader.feedback_on(one.id)]
    thoughts = [thought for one in found for thought in reader.reflections_on(one.id)]
    return open_suggestions([*found, *replies], reader.every(Choice, "choices"), thoughts)
