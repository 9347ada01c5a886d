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
