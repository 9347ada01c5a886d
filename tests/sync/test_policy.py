"""Nobody puts words into another's mouth: what is not the writer's to change is held, and passed on."""

import pytest

from app.sync.op import ADD, DEL, SET, Edit
from tests.sync.copies import Copy

SAID = {"about": "x", "about_col": "artefacts", "kind": "comment", "text": "Please redo this"}


@pytest.mark.parametrize("role", ["learner", "teacher", "family"])
def test_nobody_changes_anothers_voice_or_words(role: str) -> None:
    teacher, other = Copy("b", "teacher"), Copy("c", role)
    name = teacher.replica.partition(".")[0]
    (said, _) = teacher.edit(Edit(ADD, "feedback", "", "", SAID), Edit(SET, "people", name, "name", "Ms A"))
    other.merge(teacher)
    before, voice = other.doc("feedback", said["rec"]), other.doc("people", name)
    other.edit(
        Edit(SET, "feedback", said["rec"], "text", "Best work of the class"),
        Edit(SET, "people", name, "name", "Headmaster"),
        Edit(DEL, "feedback", said["rec"]),
        Edit(DEL, "people", name),
        Edit(ADD, "feedback", f"{teacher.replica}-99", "", SAID),
    )
    assert len(other.ops) == len(teacher.ops) + 5  # kept, to be passed on
    for copy in (other, teacher):
        copy.merge(other)
        assert (copy.doc("feedback", said["rec"]), copy.doc("people", name)) == (before, voice)
        assert copy.doc("feedback", f"{teacher.replica}-99") is None


def test_ones_own_words_can_be_changed_also_under_another_incarnation() -> None:
    teacher = Copy("b", "teacher")
    (said,) = teacher.edit(Edit(ADD, "feedback", "", "", SAID))
    (op,) = teacher.edit(Edit(SET, "feedback", said["rec"], "text", "Well done"))
    later = teacher.ops[op["id"]] = {**op, "id": op["id"].replace(".0:", ".77:")}
    again = Copy("z")
    again.take([said, later])
    doc = again.doc("feedback", said["rec"])
    assert doc is not None
    assert (doc["text"], doc["_edited"]) == ("Well done", True)


def test_what_has_no_single_writer_is_everybodys() -> None:
    learner, teacher = Copy("a", "learner"), Copy("b", "teacher")
    (goal,) = learner.edit(Edit(ADD, "goals", "", "", {"statement": "swim"}))
    teacher.merge(learner)
    teacher.edit(Edit(SET, "goals", goal["rec"], "due", "Friday"))
    doc = teacher.doc("goals", goal["rec"])
    assert doc is not None
    assert doc["due"] == "Friday"
