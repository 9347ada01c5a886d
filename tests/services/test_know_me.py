"""Knowing a learner: surveys, quizzes, suggestions a person accepts, and entries that stay on the device."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.accommodations import acts_of
from app.domain.forms import storable
from app.domain.learning import Assessment
from app.domain.library import Form
from app.domain.models import Evidence
from app.services.kept_here import KeptHere
from app.services.needs import PutOff
from app.services.open_book import OpenBook
from app.sync.op import ADD, Edit
from tests.domain.test_needs import SURVEY
from tests.domain.test_quiz import JSON, QUIZ, RIGHT
from tests.services.devices import DeviceUnderTest, device, hand_over

LIKES = Form(id="likes", title="What I like", kind="interests", form=SURVEY)
WATER = Form(id="water", title="Water", kind="diagnostic", competencies=("c1",), form=QUIZ)


async def with_forms(seed: int = 1) -> tuple[DeviceUnderTest, OpenBook]:
    """A learner's device with a book, and a teacher's library that has the survey and the quiz."""
    made = await device(seed, "learner", "Mia")
    library = await made.workspace.shelf.create("l" * 20, "library")
    for col, form in (("surveys", LIKES), ("quizzes", WATER)):
        values = {"title": form.title, "kind": form.kind, "form": storable(form.form)}
        library.commit([Edit(ADD, col, form.id, "", values)], "teacher")
    await made.workspace.open_libraries()
    return made, await made.own()


def state(book: OpenBook) -> list[bytes]:
    return list(book.book.lines())


async def test_answers_suggest_and_a_person_accepts_each_with_its_source() -> None:
    _, book = await with_forms()
    rec = book.surveys.keep(LIKES, "What I like", {"like": ["ball"], "read": 0, "nonsense": 3})
    before = state(book)
    ideas = book.needs.suggestions("en")
    assert [(one.kind, one.text) for one in ideas] == [
        ("interest", "Football"),
        ("need", "Reading"),
        ("accommodation", "Read to me"),
    ]
    assert state(book) == before
    assert book.reader.profile() == ()
    made = book.needs.accept(ideas[2], ideas[2].text)
    (entry,) = book.reader.profile()
    assert (entry.id, entry.source, entry.source_id, entry.act) == (made, "survey", rec, "read_aloud")
    assert [one.kind for one in book.needs.suggestions("en")] == ["interest", "need"]
    assert len(book.needs.from_survey(rec, "en")) == 3


async def test_what_was_put_off_is_not_offered_again_until_it_is_taken_back() -> None:
    made, book = await with_forms()
    book.surveys.keep(LIKES, "What I like", {"like": ["ball"]})
    away = PutOff(made.workspace.drafts, book.id)
    (idea,) = book.needs.suggestions("en", put_off=away.keys)
    away.add(idea.key)
    assert book.needs.suggestions("en", put_off=away.keys) == ()
    away.remove(idea.key)
    assert len(book.needs.suggestions("en", put_off=away.keys)) == 1


async def test_only_the_newest_answers_to_a_survey_count() -> None:
    _, book = await with_forms()
    book.surveys.keep(LIKES, "What I like", {"read": 0})
    book.surveys.keep(LIKES, "What I like", {"read": 4})
    assert [one.kind for one in book.needs.suggestions("en")] == ["strength"]


async def test_nothing_answered_is_nothing_written() -> None:
    _, book = await with_forms()
    before = state(book)
    assert book.surveys.keep(LIKES, "What I like", {"like": "ball", "read": 9}) == ""
    assert book.surveys.keep(Form(id="x", form={"format": "?"}), "x", {"like": ["ball"]}) == ""
    assert book.quizzes.hand_in(WATER, "Water", {"c": 7}) == ""
    assert state(book) == before


async def test_a_quiz_is_one_commit_of_result_evidence_and_levels() -> None:
    _, book = await with_forms()
    book.profile.tell("accommodation", "More time", act="extra_time")
    ops = len(state(book))
    rec = book.quizzes.hand_in(WATER, "Water", {**RIGHT, "n": "7"}, ("extra_time", "read_aloud"))
    assert len(state(book)) == ops + 4
    view = book.quizzes.result(rec)
    assert view is not None
    assert (view.kind, view.score, view.most, view.levels) == ("formative", 9, 10, {"c1": 3})
    (piece,) = book.reader.every(Evidence, "evidence")
    artefact = book.reader.artefact(piece.artefact)
    assert artefact is not None
    assert (artefact.kind, artefact.title) == ("result", "Water")
    assert (view.evidence, view.artefact) == (piece.id, artefact.id)
    assert piece.competencies == ("c1",)
    assert piece.supports == view.supports == ("extra_time",)
    assert view.answers["n"] == "7"
    assert book.quizzes.results("water") == (view,)


async def test_the_first_commit_of_a_person_names_its_records_as_well() -> None:
    """A teacher who never wrote in this book introduces themselves in the same commit."""
    mine, book = await with_forms()
    theirs = await device(9, "teacher", "Ms Adeyemi")
    await hand_over(mine, book.id, theirs)
    there = await theirs.workspace.open_book(book.id)
    rec = there.quizzes.hand_in(WATER, "Water", RIGHT)
    view = there.quizzes.result(rec)
    assert view is not None
    assert there.reader.artefact(view.artefact) is not None
    assert there.reader.one(Evidence, "evidence", view.evidence) is not None
    assert there.book.held == 0
    made = [json.loads(line) for line in there.book.lines()]
    added = {op["rec"]: op["id"] for op in made if op["kind"] == "add" and op["by"] == "teacher"}
    assert len(added) == 3
    assert all(rec == op.replace(":", "-") for rec, op in added.items())


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(st.sampled_from([*RIGHT, "like", "read", "own"]), JSON, max_size=5))
async def test_no_answer_is_held_back_or_breaks_the_book(answers: dict[str, Any]) -> None:
    made = await device(3, "learner", "Mia")
    book = await made.own()
    book.surveys.keep(LIKES, "Likes", answers)
    book.quizzes.hand_in(WATER, "Water", answers)
    before = state(book)
    book.needs.suggestions("en")
    assert state(book) == before
    assert book.book.held == 0


async def test_a_diagnostic_becomes_a_suggestion_by_the_competencys_name() -> None:
    _, book = await with_forms()
    framework = book.catalog.competencies()[0]
    hard = Form(id="d", kind="diagnostic", competencies=(framework.id,), form={**QUIZ, "kind": "diagnostic"})
    book.quizzes.hand_in(hard, "Water", {"c": ["o2"]})
    (idea,) = [one for one in book.needs.suggestions("en") if one.source == "diagnostic"]
    assert (idea.kind, idea.text) == ("need", framework.short or framework.statement)
    assert book.reader.one(Assessment, "assessments", idea.source_id) is not None
    assert book.book.get("competencies", framework.id) is not None


async def test_a_teacher_asks_for_a_survey_until_it_is_done() -> None:
    mine, book = await with_forms()
    theirs = await device(9, "teacher", "Ms Adeyemi")
    theirs.clock.ms = mine.clock.ms
    await hand_over(mine, book.id, theirs)
    (await theirs.workspace.open_book(book.id)).surveys.ask("likes", "What I like")
    await hand_over(theirs, book.id, mine)
    assert [one.about for one in book.surveys.asked()] == ["likes"]
    assert book.surveys.asked("quizzes") == ()
    mine.clock.days(1)
    book.surveys.keep(LIKES, "What I like", {"like": ["ball"]})
    assert book.surveys.asked() == ()


async def test_an_entry_is_past_and_again_and_its_story_is_told() -> None:
    _, book = await with_forms()
    rec = book.profile.tell("need", "Reading")
    book.profile.reword(rec, "Reading long books")
    book.profile.put_past(rec, True)
    assert book.profile.tell("need", "READING LONG BOOKS") == rec
    assert [one.what for one in book.profile.story()] == ["again", "past", "reworded", "told"]
    assert book.profile.story()[2].before == "Reading"


async def test_what_is_kept_here_is_in_no_file_and_acts_all_the_same() -> None:
    made, book = await with_forms()
    kept = KeptHere(made.workspace.device_pen, book.id)
    rec = kept.tell("accommodation", "Someone reads to me", "read_aloud")
    assert kept.tell("accommodation", "someone reads to ME") == ""
    file = await made.workspace.share.export(book.book)
    assert b"reads to me" not in file.data
    assert acts_of([*book.reader.profile(), *kept.entries()]) == ("read_aloud",)
    assert (kept.entries()[0].name, kept.entries()[0].role) == ("Mia", "learner")
    assert KeptHere(made.workspace.device_pen, "another").entries() == ()
    moved = kept.put_in_book(book.profile, rec)
    assert kept.entries() == ()
    assert b"reads to me" in (await made.workspace.share.export(book.book)).data
    assert book.reader.profile()[0].id == moved
    assert kept.put_in_book(book.profile, rec) == ""


async def test_moving_an_entry_here_keeps_it_whole_and_the_book_does_not_show_it() -> None:
    made, book = await with_forms()
    kept = KeptHere(made.workspace.device_pen, book.id)
    book.profile.tell("accommodation", "A quiet place", "quiet_place")
    kept.take_from_book(book.profile, book.reader.profile()[0])
    assert book.reader.profile() == ()
    assert [(one.text, one.act, one.source) for one in kept.entries()] == [
        ("A quiet place", "quiet_place", "self")
    ]
    kept.drop(kept.entries()[0].id)
    assert kept.entries() == ()


async def test_what_is_kept_here_goes_with_its_book() -> None:
    made, book = await with_forms()
    KeptHere(made.workspace.device_pen, book.id).tell("need", "Secret")
    PutOff(made.workspace.drafts, book.id).add("need:secret")
    photo = await made.workspace.blobs.put(b"a photo not kept yet")
    made.workspace.drafts.save(f"capture-{book.id}", {"text": "Words", "photo": f"{photo} image/jpeg 1 1"})
    made.workspace.drafts.save("capture-another", {"text": "These stay"})
    await made.workspace.remove_book(book.id)
    assert made.workspace.device.all("kept_here") == []
    assert [doc["id"] for doc in made.workspace.device.all("drafts")] == ["capture-another"]
    assert not await made.workspace.blobs.has(photo)


async def test_a_move_that_fails_midway_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    made, book = await with_forms()
    kept = KeptHere(made.workspace.device_pen, book.id)
    book.profile.tell("accommodation", "A quiet place")

    def fails(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(book.profile.pen, "remove", fails)
    with pytest.raises(OSError):
        kept.take_from_book(book.profile, book.reader.profile()[0])
    assert len(book.reader.profile()) == len(kept.entries()) == 1


async def test_what_is_kept_here_goes_into_the_book_as_it_is() -> None:
    made, book = await with_forms()
    kept = KeptHere(made.workspace.device_pen, book.id)
    past = kept.tell("accommodation", "More time", "extra_time")
    kept.put_past(past, True)
    kept.put_in_book(book.profile, past)
    (entry,) = book.reader.profile()
    assert (entry.past, entry.act) == (True, "extra_time")
    assert acts_of(book.reader.profile()) == ()


async def test_words_that_stand_in_the_book_already_get_what_the_kept_ones_do() -> None:
    made, book = await with_forms()
    kept = KeptHere(made.workspace.device_pen, book.id)
    book.profile.tell("accommodation", "More time")
    rec = kept.tell("accommodation", "more time", "extra_time")
    assert kept.put_in_book(book.profile, rec) == book.reader.profile()[0].id
    assert [(one.text, one.act) for one in book.reader.profile()] == [("More time", "extra_time")]
    assert kept.entries() == ()


@pytest.mark.parametrize("past", [True, False])
async def test_a_kept_entry_that_contradicts_the_book_stays_where_it_is(past: bool) -> None:
    made, book = await with_forms()
    kept = KeptHere(made.workspace.device_pen, book.id)
    book.profile.tell("accommodation", "A quiet hour", "quiet_place")
    rec = kept.tell("accommodation", "A quiet hour", "quiet_place" if past else "extra_time")
    if past:
        kept.put_past(rec, True)
    before = state(book)
    assert kept.put_in_book(book.profile, rec) == ""
    assert state(book) == before
    assert [one.id for one in kept.entries()] == [rec]


async def test_what_is_told_again_is_so_again_with_what_it_does() -> None:
    made, book = await with_forms()
    kept = KeptHere(made.workspace.device_pen, book.id)
    rec = kept.tell("accommodation", "More time")
    kept.put_past(rec, True)
    assert kept.tell("accommodation", "More time", "extra_time") == rec
    assert [(one.past, one.act) for one in kept.entries()] == [(False, "extra_time")]
    mine = book.profile.tell("accommodation", "More time")
    book.profile.put_past(mine, True)
    assert book.profile.tell("accommodation", "More time", "extra_time") == mine
    assert acts_of(book.reader.profile()) == ("extra_time",)


async def test_a_result_keeps_what_each_answer_was_worth_on_its_day() -> None:
    _, book = await with_forms()
    given = {**RIGHT, "n": "7", "m": ["o1"]}
    del given["s"]
    view = book.quizzes.result(book.quizzes.hand_in(WATER, "Water", given))
    assert view is not None
    assert view.right == {"c": 3, "m": 2, "n": 1, "s": 0, "o": 3, "p": 3}
    assert book.book.held == 0


async def test_the_latest_ideas_come_first_and_of_one_day_the_strongest() -> None:
    made, book = await with_forms()
    names = [one.id for one in book.catalog.competencies()[:3]]

    def judge(name: str, times: int) -> None:
        for _ in range(times):
            book.quizzes.pen.add("assessments", {"kind": "formative", "levels": {name: 3}})

    judge(names[0], 3)
    made.clock.days(2)
    judge(names[1], 2)
    judge(names[2], 3)
    made.clock.days(2)
    book.surveys.keep(LIKES, "What I like", {"like": ["ball"]})
    texts = [one.text for one in book.needs.suggestions("en")]
    known = [(one.short or one.statement) for one in map(book.catalog.competency, names) if one]
    assert texts == ["Football", known[2], known[1], known[0]]
