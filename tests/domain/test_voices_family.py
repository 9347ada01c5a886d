"""What waits for a family: what is new, never a pile of years."""

from app.domain.models import Artefact
from app.domain.voices import DAY_MS, FAMILY_DAYS, waiting_evidence, waits_since

NOW = 2_000 * DAY_MS


def made(name: str, days: int) -> Artefact:
    return Artefact.model_validate({"id": name, "_by": "learner", "_at": NOW - days * DAY_MS})


def test_a_family_answers_while_it_is_new_and_a_teacher_owes_an_answer_to_all() -> None:
    works = [made("old", 900), made("last month", FAMILY_DAYS - 1), made("new", 0)]
    for role, waits in (("teacher", ["old", "last month", "new"]), ("family", ["last month", "new"])):
        found = waiting_evidence([], [], role, works, since=waits_since(role, NOW))
        assert [one.artefact for one in found] == waits
