"""Reading a library as models: one typed view of what is shared by many learners."""

from app.domain.library import (
    About,
    Activity,
    Board,
    Competency,
    Form,
    Framework,
    GroupGoal,
    Link,
    Rubric,
    RuleWeights,
)
from app.domain.models import Person
from app.services.modelled import Modelled


class LibraryReader(Modelled):
    """What a library says now. Lists come newest first unless said otherwise.

    A framework that was not written to its end is in `unfinished` and nowhere else; its competencies and
    links are asked for by framework, so nobody meets them.
    """

    def about(self) -> About:
        """Returns whose library it is; nameless before anything was written."""
        return self.one(About, "about", "me") or About(id="me")

    def person(self, replica: str) -> Person:
        """Returns the voice of a replica; nameless where its owner is not known here."""
        return self.one(Person, "people", replica) or Person(id=replica)

    def frameworks(self) -> tuple[Framework, ...]:
        """Returns every framework that was written to its end."""
        return tuple(one for one in self.every(Framework, "frameworks") if one.ready)

    def unfinished(self) -> tuple[Framework, ...]:
        """Returns the frameworks whose writing stopped midway."""
        return tuple(one for one in self.every(Framework, "frameworks") if not one.ready)

    def framework(self, rec: str) -> Framework | None:
        """Returns one framework, finished or not."""
        return self.one(Framework, "frameworks", rec)

    def competencies(self, framework: str) -> tuple[Competency, ...]:
        """Returns a framework's competencies, in the framework's order."""
        found = self.found(Competency, "competencies", "framework", framework)
        return tuple(sorted(found, key=lambda one: (one.place, one.code, one.id)))

    def competency(self, rec: str) -> Competency | None:
        """Returns one competency."""
        return self.one(Competency, "competencies", rec)

    def links(self, framework: str) -> tuple[Link, ...]:
        """Returns the links of a framework, in the framework's order."""
        found = self.found(Link, "links", "framework", framework)
        return tuple(sorted(found, key=lambda one: (one.place, one.id)))

    def activities(self) -> tuple[Activity, ...]:
        """Returns every activity that is not put away."""
        return tuple(one for one in self.every(Activity, "activities") if not one.gone)

    def activity(self, rec: str) -> Activity | None:
        """Returns one activity."""
        return self.one(Activity, "activities", rec)

    def boards(self) -> tuple[Board, ...]:
        """Returns every choice board that is not put away."""
        return tuple(one for one in self.every(Board, "boards") if not one.gone)

    def board(self, rec: str) -> Board | None:
        """Returns one choice board."""
        return self.one(Board, "boards", rec)

    def rubrics(self) -> tuple[Rubric, ...]:
        """Returns every rubric, also what is put away: books refer to it."""
        return self.every(Rubric, "rubrics")

    def rubric(self, rec: str) -> Rubric | None:
        """Returns one rubric."""
        return self.one(Rubric, "rubrics", rec)

    def surveys(self) -> tuple[Form, ...]:
        """Returns every survey, also what is put away: books refer to it."""
        return self.every(Form, "surveys")

    def survey(self, rec: str) -> Form | None:
        """Returns one survey."""
        return self.one(Form, "surveys", rec)

    def quizzes(self) -> tuple[Form, ...]:
        """Returns every quiz, also what is put away: books refer to it."""
        return self.every(Form, "quizzes")

    def quiz(self, rec: str) -> Form | None:
        """Returns one quiz."""
        return self.one(Form, "quizzes", rec)

    def weights(self) -> tuple[RuleWeights, ...]:
        """Returns the rules whose weights a teacher changed."""
        return self.every(RuleWeights, "weights")

    def group_goals(self) -> tuple[GroupGoal, ...]:
        """Returns every group goal that is not put away."""
        return tuple(one for one in self.every(GroupGoal, "group_goals") if not one.gone)
