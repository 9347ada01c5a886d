"""Needs assessment of one book: suggestions with their reasons, and a person who accepts them."""

from collections.abc import Callable, Sequence

from app.domain.learning import Assessment
from app.domain.needs import Suggestion, from_answers, from_diagnostics, from_past_work, still_open
from app.domain.survey_reading import read_survey
from app.services.catalog import Catalog
from app.services.days import local_day
from app.services.drafts import DraftService
from app.services.profile import ProfileService
from app.services.reading import Reader
from app.services.surveys import SurveyService

MOST_SHOWN = 30
Say = Callable[[Suggestion], str]


class NeedsService:
    """What surveys, diagnostics and past work suggest. Only `accept` writes in the book."""

    def __init__(
        self,
        reader: Reader,
        profile: ProfileService,
        surveys: SurveyService,
        catalog: Callable[[], Catalog],
    ) -> None:
        self.reader, self._profile, self._surveys, self._catalog = reader, profile, surveys, catalog

    def suggestions(
        self, language: str, say: Say = lambda one: one.text, put_off: tuple[str, ...] = ()
    ) -> tuple[Suggestion, ...]:
        """Returns what is suggested and not yet in the profile, the latest first, of one day the strongest.

        Writes nothing. ``say`` gives the words of a suggestion that has only a code.
        """
        assessments = self.reader.every(Assessment, "assessments")
        every = [
            *self._from_surveys(language),
            *from_diagnostics(assessments, self._name),
            *from_past_work(assessments, self.reader.evidence(), self.reader.artefacts(), self._name),
        ]
        found = still_open(every, self.reader.profile(), put_off, say)
        return tuple(sorted(found, key=self._rank(assessments)))[:MOST_SHOWN]

    def _rank(self, assessments: Sequence[Assessment]) -> Callable[[Suggestion], tuple[int, int]]:
        """Returns what orders suggestions: the day of what they stand on, then on how many pieces they do.

        What all the work together suggests names no single piece: it is of the day of the last one.
        """
        when = {one.id: one.at for one in (*self._surveys.answers(), *assessments)}
        last = max((one.at for one in assessments), default=0)

        def rank(one: Suggestion) -> tuple[int, int]:
            pieces = one.facts.get("n", 1)
            day = local_day(when.get(one.source_id, last)).toordinal()
            return -day, -(pieces if isinstance(pieces, int) else 1)

        return rank

    def from_survey(self, answers: str, language: str) -> tuple[Suggestion, ...]:
        """Returns what one set of answers suggests, whether it is known already or not."""
        return tuple(one for one in self._from_surveys(language) if one.source_id == answers)

    def accept(self, suggestion: Suggestion, text: str) -> str:
        """Puts a suggestion into the profile, in this person's name and with what it came from."""
        return self._profile.keep(
            suggestion.kind, text, suggestion.source, suggestion.source_id, suggestion.act
        )

    def _from_surveys(self, language: str) -> list[Suggestion]:
        """Only the newest answers to each survey count: what was said before is in the past."""
        seen: set[str] = set()
        found: list[Suggestion] = []
        for given in self._surveys.answers():
            form = self._catalog().survey(given.survey)
            if form is None or given.survey in seen:
                continue
            seen.add(given.survey)
            survey = read_survey(form.form).survey
            if survey is not None:
                found += from_answers(survey, given.answers, language, given.id)
        return found

    def _name(self, competency: str) -> str:
        one = self._catalog().competency(competency)
        return (one.short or one.statement) if one else ""


class PutOff:
    """Suggestions that somebody said "not now" to, on this device alone."""

    def __init__(self, drafts: DraftService, space: str) -> None:
        self._drafts, self._name = drafts, f"put-off-{space}"

    @property
    def keys(self) -> tuple[str, ...]:
        """What was put off."""
        return tuple(self._drafts.load(self._name))

    def add(self, key: str) -> None:
        """Puts one off."""
        self._drafts.save(self._name, {**self._drafts.load(self._name), key: "1"})

    def remove(self, key: str) -> None:
        """Offers one again."""
        known = self._drafts.load(self._name)
        self._drafts.save(self._name, {one: value for one, value in known.items() if one != key})
