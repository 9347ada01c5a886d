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
