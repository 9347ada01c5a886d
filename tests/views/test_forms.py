"""A teacher's own surveys and quizzes: written on the screen, taken in from files, asked of learners."""

import asyncio
import json

from app.domain.learning import Assessment
from app.domain.library import Form
from app.services.ports import Picked
from app.views.form_icons import FORM_ICONS
from app.views.sentences.pictures import picture_name
from app.views.state import Shared
from tests.fakes import Did
from tests.harness import PHONE, Screen, settle
from tests.views import worlds
from tests.views.opening import app_of
from tests.views.test_know_me import selected
from tests.views.test_states import unlabelled


def forms(shared: Shared, col: str) -> list[Form]:
    catalog = shared.workspace.catalog()
    found = catalog.quizzes() if col == "quizzes" else catalog.surveys()
    return [one for one in found if not one.id.startswith("starter-")]


async def take_in(screen: Screen, col: str, data: bytes) -> None:
    action = screen.find(f"take-in-{col}").action
    assert isinstance(action, Did)
    assert action.on_picked is not None
    waiting = action.on_picked([Picked("form.json", data)])
    if waiting is not None:
        await waiting
    await settle()


async def test_a_teacher_writes_a_quiz_and_does_it_with_a_learner() -> None:
    shared = await worlds.teacher()
    async with app_of(shared, "/library/quizzes") as screen:
        await screen.tap("new-quizzes")
        assert screen.name == "form"
        await screen.write("form-title", "Rain")
        await screen.tap("kind-diagnostic")
        await screen.tap("add-choice")
        assert screen.says("Still to do")
        await screen.write("text-0", "Is rain wet?")
        await screen.write("lines-0", "Yes\nNo")
        await screen.tap("right-0-0")
        await screen.tap("add-number")
        await screen.write("text-1", "How many legs has a cat?")
        await screen.write("answer-1", "4")
        assert not screen.says("Still to do")
        assert unlabelled(screen) == []
        await screen.tap("up-1")
        (form,) = forms(shared, "quizzes")
        assert (form.title, form.kind) == ("Rain", "diagnostic")
        assert [one["kind"] for one in form.form["questions"]] == ["number", "choice"]
        card = next(one for one in shared.workspace.cards if one.name == "Mia")
        await screen.tap(f"beside-{card.id}")
        await screen.tap("begin-quiz")
        await screen.write("answer", "4")
        await screen.tap("next")
        await screen.tap("pick-o1")
        await screen.tap("next")
        await screen.tap("hand-in")
        assert screen.says("2 of 2 points")
    book = await shared.workspace.open_book(card.id)
    (view,) = book.reader.every(Assessment, "assessments")
    assert (view.by, view.quiz, view.score) == ("teacher", form.id, 2)


async def test_a_survey_with_pictures_is_written_and_asked_for() -> None:
    shared = await worlds.teacher()
    async with app_of(shared, "/library/surveys") as screen:
        await screen.tap("new-surveys")
        await screen.write("form-title", "Breaks")
        await screen.tap("add-many")
        await screen.write("text-0", "What do you do in the break?")
        await screen.write("lines-0", "Play\nRead")
        await screen.tap("picture-0-0")
        assert "picture-0-0" in selected(screen), "one sees whose picture is chosen"
        await screen.tap("icon-0-ball")
        await screen.tap("suggests-0-interest")
        (form,) = forms(shared, "surveys")
        question = form.form["questions"][0]
        assert question["options"][0] == {"id": "o1", "text": "Play", "icon": "ball", "suggests": "interest"}
        card = next(one for one in shared.workspace.cards if one.name == "Mia")
        await screen.tap(f"ask-{card.id}")
    book = await shared.workspace.open_book(card.id)
    (wish,) = book.surveys.asked()
    assert (wish.about, wish.text, wish.by) == (form.id, "Breaks", "teacher")


async def test_a_starter_is_looked_at_and_copied() -> None:
    shared = await worlds.teacher()
    async with app_of(shared, "/library/surveys/starter-interests") as screen:
        assert screen.says("What do you like to do outside?")
        assert "form-title" not in screen.identifiers()
        await screen.tap("copy-form")
        assert screen.find("form-title").value == "What I like"
        await screen.tap("out-0" if "out-0" in screen.identifiers() else "question-0")
        await screen.tap("out-0")
        (form,) = forms(shared, "surveys")
        assert len(form.form["questions"]) == 4
        await screen.undo()
        assert len(forms(shared, "surveys")[0].form["questions"]) == 5
        await screen.tap("put-away")
        assert forms(shared, "surveys") == []
        await screen.undo()
        assert len(forms(shared, "surveys")) == 1


async def test_a_file_is_taken_in_with_what_was_odd_or_refused_in_words() -> None:
    shared = await worlds.teacher()
    survey = {
        "format": "ownway-survey",
        "title": "Odd",
        "questions": [{"kind": "hologram", "text": "Turn"}, {"kind": "yes_no", "text": "Fine?"}],
    }
    async with app_of(shared, "/library/surveys") as screen:
        await take_in(screen, "surveys", b"not json at all")
        assert screen.says("Nothing was changed")
        assert forms(shared, "surveys") == []
        await take_in(screen, "surveys", b'{"format": "ownway-survey", "version": 9}')
        assert screen.says("newer Ownway")
        await take_in(screen, "surveys", json.dumps(survey).encode())
        assert screen.says("hologram")
        (form,) = forms(shared, "surveys")
        assert form.title == "Odd"
    space = next(one.id for one in shared.workspace.cards if one.name == "Mia")
    async with app_of(shared, f"/class/{space}/survey/{form.id}", PHONE) as screen:
        assert screen.says("This device can't show this question yet")
        await screen.tap("next")
        await screen.tap("answer-yes")
        await screen.tap("next")
        await screen.tap("finish-survey")
        assert screen.says("Thank you")


async def test_words_just_typed_stay_when_the_next_tap_comes_before_the_screen_is_drawn() -> None:
    shared = await worlds.teacher()
    async with app_of(shared, "/library/quizzes") as screen:
        await screen.tap("new-quizzes")
        field, add = screen.find("form-title"), screen.find("add-number")
        await screen.write("form-title", "Rain", leave=False)
        leaving = screen.session.dispatch_event(field._i, "blur", None)
        tapping = screen.session.dispatch_event(add._i, "click", None)
        await asyncio.gather(leaving, tapping)
        await settle()
        (form,) = forms(shared, "quizzes")
        assert (form.title, len(form.form["questions"])) == ("Rain", 1)


def test_every_picture_of_a_survey_has_a_name() -> None:
    assert [name for name in FORM_ICONS if picture_name(name) == name] == []
    assert picture_name("unknown") == "unknown"
