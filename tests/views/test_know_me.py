"""Knowing oneself on the screen: pictures beside a child, ideas, quizzes, and what stays private."""

import asyncio

import flet as ft
import pytest

from app.domain.accommodations import longer
from app.domain.learning import Answers, Assessment
from app.services.kept_here import KeptHere
from app.services.workspace import OpenBook
from app.views.state import Shared
from tests.fakes import DAY, FakeDevice
from tests.harness import DESKTOP, PHONE, Screen, settle
from tests.views import worlds
from tests.views.opening import app_of, own_book
from tests.views.test_states import unlabelled


async def family() -> tuple[Shared, OpenBook]:
    """A father's device with the book of a child of six."""
    shared = await worlds.nobody()
    await shared.workspace.begin("family", "Dad")
    space = await shared.workspace.new_book("Tom", "paws")
    return shared, await shared.workspace.open_book(space)


async def test_a_parent_does_the_interview_by_pictures_alone() -> None:
    shared, book = await family()
    async with app_of(shared, f"/class/{book.id}/survey") as screen:
        assert screen.says("Side by side")
        first = next(name for name in screen.identifiers() if name.startswith("survey-"))
        assert first == "survey-starter-interview"
        await screen.tap(first)
        await screen.tap("face-2")
        await screen.tap("next")
        for option in ("option-ball", "option-water"):
            assert isinstance(screen.find(option).content.controls[0].content.controls[0].content, ft.Icon)
            await screen.tap(option)
        while "finish-survey" not in screen.identifiers():
            assert not any(isinstance(c, ft.TextField) for c in screen.walk())
            if "option-loud" in screen.identifiers():
                await screen.tap("option-loud")
            await screen.tap("next")
        assert book.reader.every(Answers, "answers") == ()
        await screen.tap("finish-survey")
        (given,) = book.reader.every(Answers, "answers")
        assert (given.beside, given.by, given.kind) == ("family", "family", "interview")
        assert given.answers == {"today": 2, "play": ["ball", "water"], "hard": ["loud"]}
        assert screen.says("Thank you, \u2068Tom\u2069!") or screen.says("Thank you, Tom!")
        assert book.reader.profile() == ()
        await screen.tap("accept-0")
        (entry,) = book.reader.profile()
        assert (entry.text, entry.by, entry.source, entry.source_id) == ("Ball", "family", "survey", given.id)
        await screen.undo()
        assert book.reader.profile() == ()


async def test_a_survey_left_in_the_middle_goes_on_where_it_was() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/survey/starter-interests") as screen:
        await screen.tap("option-ball")
        await screen.tap("next")
        await screen.tap("back")
        assert screen.name == "surveys"
        await screen.tap("survey-starter-interests")
        assert screen.says("What do you like to do inside?")
        await screen.tap("previous")
        assert "option-ball" in selected(screen)
        await screen.tap("option-ball")
        assert "option-ball" not in selected(screen)


async def test_two_quick_taps_both_count() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/survey/starter-interests") as screen:
        taps = [screen.find(name)._i for name in ("option-ball", "option-bike")]
        await asyncio.gather(*(screen.session.dispatch_event(one, "click", None) for one in taps))
        await settle()
        assert {"option-ball", "option-bike"} <= set(selected(screen))


def selected(screen: Screen) -> list[str]:
    return [c.identifier for c in screen.walk() if isinstance(c, ft.Semantics) and c.selected]


async def test_words_typed_last_are_kept_and_ideas_are_offered_and_put_off() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/survey/starter-interests") as screen:
        for _ in range(4):
            await screen.tap("next")
        await screen.write("answer", "My grandmother's garden", leave=False)
        await screen.tap("next")
        await screen.tap("finish-survey")
        assert screen.says("My grandmother's garden")
        await screen.tap("not-now-0")
        assert book.reader.profile() == ()
        await screen.go("/ideas")
        assert "empty" in screen.identifiers()
        await screen.undo()
        assert screen.says("My grandmother's garden")
        assert "Because of the answers to" in " ".join(screen.texts())


async def test_nothing_answered_leaves_nothing_behind() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    async with app_of(shared, "/survey/starter-confidence") as screen:
        while "finish-survey" not in screen.identifiers():
            await screen.tap("next")
        assert screen.says("You have not answered anything")
        await screen.tap("finish-survey")
        assert screen.says("Thank you!")
        assert screen.says("Nothing was answered")
        assert not screen.says("is kept")
    assert book.reader.every(Answers, "answers") == ()
    assert shared.workspace.device.all("drafts") == []


@pytest.mark.parametrize("voice", [True, False])
async def test_a_question_is_read_aloud_or_it_is_said_that_it_cannot_be(voice: bool) -> None:
    device = FakeDevice(voice=voice)
    shared = await worlds.new_learner()
    shared.device = device
    async with app_of(shared, "/survey/starter-interview") as screen:
        await screen.tap("aloud")
        assert device.spoken == ["How do you feel today?"]
        assert screen.says("no voice") is not voice


async def test_a_quiz_is_done_and_its_result_is_a_piece_of_the_portfolio() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    book.profile.tell("accommodation", "More time", "extra_time")
    async with app_of(shared, "/quiz/starter-quiz-counting") as screen:
        assert screen.says("About 9 minutes")
        await screen.tap("begin-quiz")
        await screen.write("answer", "40")
        await screen.tap("next")
        await screen.tap("pick-o2")
        await screen.tap("next")
        while "up-o1" in screen.identifiers():
            await screen.tap("up-o1")
        await screen.tap("next")
        await screen.write("answer", "41")
        await screen.tap("next")
        await screen.tap("next")
        for left in ("p1", "p2", "p3"):
            await screen.tap(f"match-{left}-{left}")
        await screen.tap("next")
        assert screen.says("You left out 1 question.")
        await screen.tap("hand-in")
        (view,) = book.reader.every(Assessment, "assessments")
        assert screen.name == "result"
        assert screen.says("Now it is clearer where to begin")
        assert screen.says("You said: \u206841\u2069") or screen.says("You said: 41")
        assert view.supports == ("extra_time",)
        assert view.score >= 5
        await screen.tap("to-piece")
        assert screen.name == "artefact"
        assert screen.says("Counting and adding")


async def test_an_accommodation_can_stay_on_the_device_from_the_first() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    kept = KeptHere(shared.workspace.device_pen, book.id)
    async with app_of(shared, "/me") as screen:
        await screen.tap("add-accommodation")
        await screen.tap("where-here-accommodation")
        assert screen.says("in no backup")
        await screen.tap("suggest-accommodation-1")
        assert book.reader.profile() == ()
        (entry,) = kept.entries()
        assert (entry.act, entry.kind) == ("read_aloud", "accommodation")
        assert screen.says("Only on this device")
        await screen.go("/survey/starter-interview")
        assert screen.says("Read it to me")
        await screen.go("/me")
        await screen.tap(f"open-{entry.id}")
        await screen.tap(f"put-in-{entry.id}")
        assert book.reader.profile() == ()
        assert screen.says("cannot be made secret again")
        await screen.tap(f"put-in-no-{entry.id}")
        assert not screen.says("cannot be made secret again")
        await screen.tap(f"put-in-{entry.id}")
        await screen.tap(f"put-in-yes-{entry.id}")
        assert [one.act for one in book.reader.profile()] == ["read_aloud"]
        assert kept.entries() == ()


async def test_what_is_kept_here_can_be_no_longer_so_and_so_again() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    kept = KeptHere(shared.workspace.device_pen, book.id)
    rec = kept.tell("accommodation", "More time", "extra_time")
    async with app_of(shared, "/me") as screen:
        await screen.tap(f"open-{rec}")
        await screen.tap(f"past-{rec}")
        assert kept.entries()[0].past
        assert f"open-{rec}" not in screen.identifiers()
        await screen.undo()
        assert not kept.entries()[0].past
        kept.put_past(rec, True)
        await screen.go("/grew")
        assert screen.says("More time")
        assert screen.says("No longer so")
        await screen.tap(f"open-{rec}")
        await screen.tap(f"again-{rec}")
        assert not kept.entries()[0].past
        kept.put_past(rec, True)
        await settle()
        await screen.tap(f"open-{rec}")
        await screen.tap(f"put-in-{rec}")
        await screen.tap(f"put-in-yes-{rec}")
        assert [entry.past for entry in book.reader.profile()] == [True]
        assert kept.entries() == ()


async def test_a_kept_entry_that_the_book_contradicts_is_not_lost_and_it_is_said() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    kept = KeptHere(shared.workspace.device_pen, book.id)
    rec = kept.tell("accommodation", "A calm hour", "extra_time")
    book.profile.tell("accommodation", "A calm hour", "quiet_place")
    async with app_of(shared, "/me") as screen:
        await screen.tap(f"open-{rec}")
        await screen.tap(f"put-in-{rec}")
        await screen.tap(f"put-in-yes-{rec}")
        assert "in another way already" in screen.snacks()[-1]
        assert [entry.id for entry in kept.entries()] == [rec]
        assert f"put-in-{rec}" in screen.identifiers()


async def test_taking_an_entry_out_of_the_book_says_first_what_it_means() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    entry = book.reader.entries("accommodation")[0]
    async with app_of(shared, "/me") as screen:
        await screen.tap(f"open-{entry.id}")
        await screen.tap(f"keep-here-{entry.id}")
        assert book.reader.entries("accommodation") == (entry,)
        assert screen.says("cannot be called back")
        assert screen.says("stay in its history")
        await screen.tap(f"keep-here-yes-{entry.id}")
        assert book.reader.entries("accommodation") == ()
        assert screen.says(entry.text)


async def test_a_teacher_is_not_offered_what_is_the_learners_to_keep() -> None:
    shared = await worlds.teacher()
    space = next(card.id for card in shared.workspace.cards if card.name == "Mia")
    book = await shared.workspace.open_book(space)
    entry = book.reader.entries("accommodation")[0]
    async with app_of(shared, f"/class/{space}/learner/about") as screen:
        await screen.tap(f"open-{entry.id}")
        assert f"keep-here-{entry.id}" not in screen.identifiers()
        await screen.tap("add-accommodation")
        assert "where-here-accommodation" not in screen.identifiers()
        await screen.tap("from-talk-accommodation")
        await screen.tap("suggest-accommodation-0")
        made = book.reader.entries("accommodation")[-1]
        assert (made.source, made.by, made.act) == ("talk", "teacher", "extra_time")
        assert screen.says("From a talk")


async def test_what_is_no_longer_so_is_told_in_how_i_grew_and_can_be_so_again() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    entry = book.reader.entries("need")[0]
    async with app_of(shared, "/me") as screen:
        await screen.tap(f"open-{entry.id}")
        await screen.tap(f"edit-{entry.id}")
        await screen.write(f"reword-{entry.id}", "Long books")
        await screen.tap(f"past-{entry.id}")
        assert not screen.says("Long books")
        await screen.tap("to-grew")
        assert screen.name == "grew"
        assert screen.says("No longer so")
        assert screen.says(entry.text)
        await screen.tap(f"again-{entry.id}")
        assert not book.reader.entries("need")[0].past
        await screen.tap("back")
        assert screen.name == "me"
        assert screen.says("Long books")


async def test_what_is_asked_for_stands_first_and_goes_when_it_is_done() -> None:
    shared = await worlds.learner()
    book = await own_book(shared)
    other = worlds.new_workspace(worlds.FakeWall(), 77)
    await other.open()
    await other.begin("teacher", "Ms Okafor", "sun")
    await worlds.hand_over(shared.workspace, other, book.id)
    (await other.open_book(book.id)).surveys.ask("starter-confidence", "How sure I feel")
    await worlds.hand_over(other, shared.workspace, book.id)
    shared.workspace.wall.now += 1000  # type: ignore[attr-defined]
    async with app_of(shared, "/me") as screen:
        await screen.tap("open-asked")
        assert screen.says("Ms Okafor")
        await screen.tap("asked-starter-confidence")
        await screen.tap("face-4")
        while "finish-survey" not in screen.identifiers():
            await screen.tap("next")
        await screen.tap("finish-survey")
        await screen.go("/survey")
        assert "asked-starter-confidence" not in screen.identifiers()


async def test_answers_stand_side_by_side_with_earlier_ones() -> None:
    shared, book = await family()
    form = book.catalog.survey("starter-confidence")
    assert form is not None
    book.surveys.keep(form, "How sure I feel", {"read": 0, "proud": "My tower"}, "family")
    shared.workspace.wall.now += 40 * DAY  # type: ignore[attr-defined]
    book.surveys.keep(form, "How sure I feel", {"read": 4}, "family")
    async with app_of(shared, f"/class/{book.id}/survey") as screen:
        await screen.tap("answers-starter-confidence")
        assert screen.name == "answered"
        texts = screen.texts()
        assert texts.index("Very good") < texts.index("Not good")
        assert screen.says("together with")
        assert screen.says("My tower")
        assert unlabelled(screen) == []
        await screen.tap("answer-again")
        assert screen.name == "survey"


ROUTES = (
    "/survey/starter-interests/answers",
    "/survey",
    "/survey/starter-interests",
    "/survey/starter-confidence",
    "/survey/starter-satisfaction",
    "/survey/gone",
    "/quiz",
    "/quiz/starter-quiz-ratios",
    "/quiz/starter-quiz-ratios/gone",
    "/quiz/gone",
    "/ideas",
    "/grew",
)


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_everything_that_can_be_acted_on_has_a_label(route: str, size: tuple[int, int]) -> None:
    async with app_of(await worlds.learner(), route, size) as screen:
        assert unlabelled(screen) == []
        names = screen.identifiers()
        assert len(names) == len(set(names))


@pytest.mark.parametrize("route", ROUTES)
async def test_every_screen_is_drawn_in_arabic(route: str) -> None:
    shared = await worlds.learner()
    shared.workspace.prefer(language="ar")
    shared.workspace.catalogs.speaks = lambda: "ar"
    async with app_of(shared, route) as screen:
        assert screen.texts()


async def test_what_is_kept_here_acts_on_the_card_of_an_activity() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    way = next(one for one in book.catalog.activities() if one.minutes)
    async with app_of(shared, f"/activity/{way.id}") as screen:
        before = screen.texts()
        KeptHere(shared.workspace.device_pen, book.id).tell("accommodation", "More time", "extra_time")
        await settle()
        assert screen.texts() != before
        assert any(str(longer(way.minutes)) in text for text in screen.texts())
    assert b"extra_time" not in b"".join(book.book.lines())


async def test_a_long_part_of_the_profile_shows_more_on_demand() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    for n in range(14):
        book.profile.tell("strength", f"Strength {n:02}")
    async with app_of(shared, "/me") as screen:
        before = [text for text in screen.texts() if text.startswith("Strength ")]
        assert len(before) == 12
        assert screen.says("Show more (2)")
        await screen.tap("more-strength")
        assert len([text for text in screen.texts() if text.startswith("Strength ")]) == 14
        assert "more-strength" not in screen.identifiers()


async def test_a_few_ideas_at_once_and_more_on_demand() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    for one in book.catalog.competencies()[:7]:
        for _ in range(2):
            book.quizzes.pen.add("assessments", {"kind": "formative", "levels": {one.id: 3}})

    def ideas(screen: Screen) -> int:
        return sum(name.startswith("accept-") and "here" not in name for name in screen.identifiers())

    async with app_of(shared, "/me") as screen:
        assert screen.says("Ideas for your profile")
        await screen.tap("open-ideas")
        assert ideas(screen) == 5
        await screen.tap("more-ideas")
        assert ideas(screen) == 7


async def test_who_sat_beside_is_not_the_learner() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    form = next(one for one in book.catalog.surveys() if one.kind == "interests")
    book.surveys.keep(form, form.title, {"outside": ["ball"]}, beside="family")
    async with app_of(shared, f"/survey/{form.id}/answers") as screen:
        assert any("together with" in text and "Family" in text for text in screen.texts())


async def test_staying_here_and_going_out_have_signs_of_their_own_with_words() -> None:
    shared = await worlds.new_learner()
    async with app_of(shared, "/me") as screen:
        await screen.tap("add-accommodation")
        book, here = (icons(screen, f"where-{one}-accommodation") for one in ("book", "here"))
        assert screen.says("Goes out with the book")
        assert screen.says("Only on this device")
        assert not book & here - {ft.Icons.CHECK}
        assert not (book | here) & {ft.Icons.LOCK_OUTLINE, ft.Icons.LOCK_OPEN}
        await screen.tap("where-here-accommodation")
        assert ft.Icons.CHECK in icons(screen, "where-here-accommodation")
        assert here < icons(screen, "where-here-accommodation")  # the sign stays where it is chosen


def icons(screen: Screen, identifier: str) -> set[ft.IconData | None]:
    """Returns the signs under an identifier."""
    return {one.icon for one in screen.walk(screen.find(identifier)) if isinstance(one, ft.Icon)}


async def test_where_a_way_cannot_be_read_aloud_a_short_word_says_so() -> None:
    shared = await worlds.learner()
    shared.device = FakeDevice(voice=False)
    book = await own_book(shared)
    way = book.catalog.activities()[0]
    async with app_of(shared, f"/activity/{way.id}") as screen:
        await screen.tap("aloud")
        assert "no voice" in screen.snacks()[-1]
