"""Judging on the screen: by levels and by a rubric's words, seen by the learner, who also looks back."""

from app.services.assessing import Judgement
from app.services.portfolio import Attachment, Capture
from tests.views import worlds
from tests.views.opening import app_of, own_book, voice_of


async def test_a_learner_looks_back_at_their_own_piece() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = await book.portfolio.keep(Capture(text="Look", competencies=["c1"]))
    async with app_of(shared, f"/portfolio/{rec}") as screen:
        await screen.tap("judge")
        await screen.tap("keep-judgement")
        assert book.assessing.of(rec) == ()
        await screen.tap("level-c1-2")
        await screen.write("judge-text", "still hard")
        await screen.tap("keep-judgement")
        (found,) = book.assessing.of(rec)
        assert (found.kind, found.levels, found.text) == ("self", {"c1": 2}, "still hard")
        assert screen.says("My own view")


async def test_a_teacher_says_what_a_piece_shows_and_how_far_it_is() -> None:
    shared = await worlds.teacher()
    space = shared.workspace.cards[0].id
    book = await shared.workspace.open_book(space)
    rec = await book.portfolio.keep(Capture(text="She explained the recipe to me", observed=True))
    known = next(one for one in book.catalog.competencies() if not book.catalog.children(one.id))
    async with app_of(shared, f"/class/{space}/portfolio/{rec}") as screen:
        await screen.tap("say-shows")
        await screen.write("find-competency", known.code or known.statement)
        await screen.tap(f"shows-{known.id}")
        assert screen.says(known.short or known.statement)
        await screen.tap("judge")
        await screen.tap(f"level-{known.id}-3")
        await screen.write("judge-text", "You compared them")
        await screen.tap("keep-judgement")
        (found,) = book.assessing.of(rec)
        assert (found.by, found.levels) == ("teacher", {known.id: 3})
        assert [one.text for one in book.reader.feedback_on(rec)] == ["You compared them"]


async def test_words_of_a_rubric_that_are_gone_leave_the_number() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = await book.portfolio.keep(Capture(text="Look", competencies=["c1"]))
    book.assessing.judge(rec, Judgement(marks={"gone": 3}, rubric="no-such-rubric", kind="self"))
    async with app_of(shared, f"/portfolio/{rec}") as screen:
        assert screen.says("A part of the rubric that is gone")


async def test_a_voice_is_played_and_a_file_can_be_saved() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    voice = await book.portfolio.keep(Capture(attachment=Attachment("audio", b"la", "audio/webm")))
    file = await book.portfolio.keep(Capture(attachment=Attachment("file", b"a", "text/csv", "t.csv")))
    async with app_of(shared, f"/portfolio/{voice}") as screen:
        await screen.tap(voice_of(screen))
        assert shared.device.played == [b"la"]  # type: ignore[attr-defined]
    async with app_of(shared, f"/portfolio/{file}") as screen:
        assert screen.says("t.csv")
        assert "save-file" in screen.identifiers()
