"""Surveys and quizzes that were put away: nobody does them any more, and what was done with them stands."""

from app.domain.library import Form
from app.services.form_shelf import QUIZZES, SURVEYS, keep_form, put_away
from app.services.workspace import OpenBook
from app.views.state import Shared
from tests.domain.test_needs import SURVEY
from tests.domain.test_quiz import QUIZ, RIGHT
from tests.views import worlds
from tests.views.opening import app_of


async def with_form(col: str) -> tuple[Shared, OpenBook, Form]:
    """A family's device with a form of its own, and a child's book."""
    shared = await worlds.nobody()
    await shared.workspace.begin("family", "Dad")
    space = await shared.workspace.new_book("Tom", "paws")
    library = await shared.workspace.own_library()
    rec = keep_form(library, col, QUIZ if col == QUIZZES else SURVEY, "en")
    book = await shared.workspace.open_book(space)
    form = book.catalog.quiz(rec) if col == QUIZZES else book.catalog.survey(rec)
    assert form is not None
    return shared, book, form


async def test_a_result_of_a_quiz_that_is_put_away_is_still_shown() -> None:
    shared, book, form = await with_form(QUIZZES)
    rec = book.quizzes.hand_in(form, "Water", RIGHT)
    put_away(await shared.workspace.own_library(), QUIZZES, form.id)
    async with app_of(shared, f"/class/{book.id}/quiz/{form.id}/{rec}") as screen:
        assert screen.name == "result"
        assert screen.says("Everything right")
        assert "again" not in screen.identifiers()
        await screen.go(f"/class/{book.id}/quiz/{form.id}")
        assert screen.says("This quiz is put away")
        assert "begin-quiz" not in screen.identifiers()
        await screen.go(f"/class/{book.id}/quiz")
        assert f"quiz-{form.id}" not in screen.identifiers()
        await screen.go(f"/library/quizzes/{form.id}")
        assert screen.says("This is not in the library")


async def test_answers_to_a_survey_that_is_put_away_are_still_shown() -> None:
    shared, book, form = await with_form(SURVEYS)
    book.surveys.keep(form, "What I like", {"like": ["ball"]}, "family")
    put_away(await shared.workspace.own_library(), SURVEYS, form.id)
    async with app_of(shared, f"/class/{book.id}/survey") as screen:
        assert f"survey-{form.id}" not in screen.identifiers()
        await screen.tap(f"answers-{form.id}")
        assert screen.name == "answered"
        assert not screen.says("No answers to show")
        assert "answer-again" not in screen.identifiers()
        await screen.go(f"/class/{book.id}/survey/{form.id}")
        assert screen.says("This survey is put away")
        await screen.tap("first-step")
        assert screen.name == "answered"


def changed(form: Form, question: str, **parts: object) -> dict[str, object]:
    """Returns the form with a question changed."""
    asked = [{**one, **parts} if one["id"] == question else one for one in form.form["questions"]]
    return {**form.form, "questions": asked}


async def test_a_result_never_contradicts_itself_when_the_quiz_is_changed() -> None:
    shared, book, form = await with_form(QUIZZES)
    rec = book.quizzes.hand_in(form, "Water", RIGHT)
    library = await shared.workspace.own_library()
    more = {"id": "new", "kind": "short", "text": "A new one", "accept": ["x"]}
    other = changed(form, "n", answer=0.75)
    other["questions"] = [*other["questions"], more]  # type: ignore[misc]
    keep_form(library, QUIZZES, other, "en", form.id)
    async with app_of(shared, f"/class/{book.id}/quiz/{form.id}/{rec}") as screen:
        assert screen.says("Everything right")
        assert screen.says("The questions were changed since then")
        assert screen.says("This question was changed since then.")
        for word in ("Not yet", "Left out", "Right is", "A new one"):
            assert not screen.says(word), word
        keep_form(library, QUIZZES, form.form, "en", form.id)
        await screen.go("/class")
        await screen.go(f"/class/{book.id}/quiz/{form.id}/{rec}")
        assert not screen.says("changed since then")


async def test_a_result_of_an_old_version_shows_marks_only_where_they_are_still_those() -> None:
    shared, book, form = await with_form(QUIZZES)
    given = {"kind": "formative", "quiz": form.id, "answers": dict(RIGHT), "score": 10, "most": 10}
    rec = book.quizzes.pen.add("assessments", {**given, "levels": {}})
    route = f"/class/{book.id}/quiz/{form.id}/{rec}"
    async with app_of(shared, route) as screen:
        assert screen.texts().count("Right") == len(RIGHT)
        library = await shared.workspace.own_library()
        keep_form(library, QUIZZES, changed(form, "n", answer=0.75), "en", form.id)
        await screen.go("/class")
        await screen.go(route)
        assert screen.says("Everything right")
        assert screen.says("The questions were changed since then")
        assert not screen.says("Not yet")
        assert not screen.says("This question was changed")
        assert screen.says("Answered")


async def test_answers_that_fit_a_changed_survey_no_more_are_not_said_to_be_kept() -> None:
    shared, book, form = await with_form(SURVEYS)
    library = await shared.workspace.own_library()
    route = f"/class/{book.id}/survey/{form.id}"
    async with app_of(shared, route) as screen:
        await screen.tap("option-ball")
        keep_form(library, SURVEYS, changed(form, "like", options=["Swimming", "Nothing"]), "en", form.id)
        await screen.go("/class")
        await screen.go(route)
        while "finish-survey" not in screen.identifiers():
            await screen.tap("next")
        assert screen.says("do not fit")
        assert screen.find("finish-survey").disabled
        await screen.tap("answer-anew")
        assert shared.workspace.drafts.load(f"survey-{book.id}-{form.id}") != {}
        await screen.tap("option-o1")
        while "finish-survey" not in screen.identifiers():
            await screen.tap("next")
        assert not screen.says("do not fit")
        await screen.tap("finish-survey")
        assert screen.says("What was answered is kept")
        assert [one.answers for one in book.surveys.answers()] == [{"like": ["o1"]}]
        assert shared.workspace.drafts.load(f"survey-{book.id}-{form.id}") == {}


async def test_an_answer_that_does_not_fit_beside_one_that_does_is_told_of_first() -> None:
    shared, book, form = await with_form(SURVEYS)
    name = f"survey-{book.id}-{form.id}"
    shared.workspace.drafts.save(name, {"at": "99", "given": '{"like": ["ball"], "read": 7, "own": " "}'})
    async with app_of(shared, f"/class/{book.id}/survey/{form.id}") as screen:
        assert screen.says("1 answer does not fit the questions any more")
        await screen.tap("finish-survey")
        assert [one.answers for one in book.surveys.answers()] == [{"like": ["ball"]}]


async def test_a_quiz_with_answers_that_fit_no_more_cannot_be_handed_in_and_says_why() -> None:
    shared, book, form = await with_form(QUIZZES)
    name = f"quiz-{book.id}-{form.id}"
    shared.workspace.drafts.save(name, {"at": "99", "given": '{"c": ["gone"]}'})
    async with app_of(shared, f"/class/{book.id}/quiz/{form.id}") as screen:
        assert screen.find("hand-in").disabled
        assert screen.says("do not fit")
        assert screen.says(f"You left out {len(RIGHT)} questions.")
        await screen.tap("answer-anew")
        assert screen.says("Wet?")
        assert shared.workspace.drafts.load(name) != {}
