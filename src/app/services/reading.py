"""Reading a book as models: one typed view of what the folded documents say."""

from app.domain.learning import Consent, GoalChange, GroupNews, Measure
from app.domain.models import (
    Artefact,
    CheckIn,
    Evidence,
    Feedback,
    Goal,
    Learner,
    Person,
    ProfileEntry,
    Reflection,
)
from app.services.modelled import Modelled


class Reader(Modelled):
    """What a learner's book says now. Lists come newest first unless said otherwise."""

    def learner(self) -> Learner:
        """Returns whose book it is; nameless before the learner said so."""
        return self.one(Learner, "learner", "me") or Learner(id="me")

    def person(self, replica: str) -> Person:
        """Returns the voice of a replica; nameless where its owner is not known here."""
        return self.one(Person, "people", replica) or Person(id=replica)

    def people(self) -> tuple[Person, ...]:
        """Returns every voice in the book."""
        return self.every(Person, "people")

    def entries(self, kind: str) -> tuple[ProfileEntry, ...]:
        """Returns the profile's entries of one kind, oldest first."""
        return tuple(reversed(self.found(ProfileEntry, "profile", "kind", kind)))

    def goals(self) -> tuple[Goal, ...]:
        """Returns every goal."""
        return self.every(Goal, "goals")

    def goal(self, rec: str) -> Goal | None:
        """Returns one goal."""
        return self.one(Goal, "goals", rec)

    def consents_on(self, goal: str) -> tuple[Consent, ...]:
        """Returns the voices on a goal: who proposes it, agrees to it, or wishes something of it."""
        return self.found(Consent, "consents", "goal", goal)

    def all_consents(self) -> tuple[Consent, ...]:
        """Returns the voices on all goals."""
        return self.every(Consent, "consents")

    def changes_of(self, goal: str) -> tuple[GoalChange, ...]:
        """Returns why a goal was changed, each time."""
        return self.found(GoalChange, "goal_changes", "goal", goal)

    def measures_of(self, goal: str) -> tuple[Measure, ...]:
        """Returns the measurements of a goal."""
        return self.found(Measure, "measures", "goal", goal)

    def group_news(self, group: str) -> tuple[GroupNews, ...]:
        """Returns what was told of a group's goal."""
        return self.found(GroupNews, "group_news", "group", group)

    def check_ins(self, goal: str) -> tuple[CheckIn, ...]:
        """Returns the check-ins of a goal."""
        return self.found(CheckIn, "checkins", "goal", goal)

    def all_check_ins(self) -> tuple[CheckIn, ...]:
        """Returns every check-in in the book."""
        return self.every(CheckIn, "checkins")

    def evidence(self) -> tuple[Evidence, ...]:
        """Returns all evidence in the book."""
        return self.every(Evidence, "evidence")

    def profile(self) -> tuple[ProfileEntry, ...]:
        """Returns every entry of the profile."""
        return self.every(ProfileEntry, "profile")

    def artefacts(self) -> tuple[Artefact, ...]:
        """Returns every artefact."""
        return self.every(Artefact, "artefacts")

    def artefact(self, rec: str) -> Artefact | None:
        """Returns one artefact."""
        return self.one(Artefact, "artefacts", rec)

    def evidence_of(self, artefact: str) -> tuple[Evidence, ...]:
        """Returns what an artefact is shown for."""
        return self.found(Evidence, "evidence", "artefact", artefact)

    def evidence_for(self, goal: str) -> tuple[Evidence, ...]:
        """Returns what is shown for a goal."""
        return self.found(Evidence, "evidence", "goal", goal)

    def reflections(self) -> tuple[Reflection, ...]:
        """Returns every reflection."""
        return self.every(Reflection, "reflections")

    def reflections_on(self, rec: str) -> tuple[Reflection, ...]:
        """Returns the reflections about a record."""
        return self.found(Reflection, "reflections", "about", rec)

    def feedback_on(self, rec: str) -> tuple[Feedback, ...]:
        """Returns the answers to a record, oldest first, as in a talk."""
        return tuple(reversed(self.found(Feedback, "feedback", "about", rec)))

    def feedback(self) -> tuple[Feedback, ...]:
        """Returns every answer in the book."""
        return self.every(Feedback, "feedback")
