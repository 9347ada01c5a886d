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


async def test_a_piece_for_many_skills_is_judged_for_the_last_one_too() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = await book.portfolio.keep(Capture(text="Look", competencies=[f"c{n}" for n in range(6)]))
    async with app_of(shared, f"/portfolio/{rec}") as screen:
        await screen.tap("judge")
        assert "level-c5-3" not in screen.identifiers()
        await screen.tap("more-levels")
        await screen.tap("level-c5-3")
        await screen.tap("keep-judgement")
        assert book.assessing.of(rec)[0].levels == {"c5": 3}
    async with app_of(shared, f"/peer/{rec}") as screen:
        await screen.write("friend-name", "Ada", leave=False)
        await screen.tap("friend-begin")
        await screen.tap("more-levels")
        assert "level-c5-3" in screen.identifiers()


async def test_a_learner_puts_skills_in_and_takes_them_out_again_on_their_own_piece() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = await book.portfolio.keep(Capture(text="Look", competencies=["c1"]))
    known = next(one for one in book.catalog.competencies() if not book.catalog.children(one.id))
    async with app_of(shared, f"/portfolio/{rec}") as screen:
        await screen.tap("say-shows")
        await screen.write("find-competency", known.code or known.statement)
        await screen.tap(f"shows-{known.id}")
        assert set(book.assessing.competencies_of(rec)) == {"c1", known.id}
        await screen.tap("unshow-c1")
        assert book.assessing.competencies_of(rec) == (known.id,)
        await screen.undo()
        assert set(book.assessing.competencies_of(rec)) == {"c1", known.id}
        await screen.tap("shows-done")
        assert "find-competency" not in screen.identifiers()


async def test_an_adult_adds_a_skill_and_does_not_take_out_what_the_learner_said() -> None:
    shared = await worlds.teacher("family", "Dad")
    space = next(card.id for card in shared.workspace.cards if card.name == "Mia")
    book = await shared.workspace.open_book(space)
    piece = next(one for one in book.reader.evidence() if one.goal)
    rec = piece.artefact
    known, other = [one for one in book.catalog.competencies() if not book.catalog.children(one.id)][:2]
    book.goals.align(piece.goal, (other.id,))
    async with app_of(shared, f"/class/{space}/portfolio/{rec}") as screen:
        await screen.tap("say-shows")
        assert screen.says("somebody else said them")
        assert f"unshow-{other.id}" not in screen.identifiers()
        await screen.write("find-competency", known.code or known.statement)
        await screen.tap(f"shows-{known.id}")
        assert f"unshow-{known.id}" in screen.identifiers()


async def test_an_adult_says_what_kind_of_look_it_was_and_the_points_of_a_test() -> None:
    shared = await worlds.teacher()
    space = shared.workspace.cards[0].id
    book = await shared.workspace.open_book(space)
    rec = await book.portfolio.keep(Capture(text="The test", competencies=["c1", "c2"], observed=True))
    async with app_of(shared, f"/class/{space}/portfolio/{rec}") as screen:
        await screen.tap("judge")
        await screen.tap("look-summative")
        await screen.tap("add-test")
        await screen.write("test-score", "9")
        await screen.tap("keep-judgement")
        assert "Write both" in screen.snacks()[-1]
        await screen.write("test-most", "10")
        await screen.tap("level-c2-4")
        await screen.tap("keep-judgement")
        (found,) = book.assessing.of(rec)
        assert (found.kind, found.levels) == ("summative", {"c1": 3, "c2": 4})
        assert (found.score, found.most) == (9, 10)
        assert screen.says("At the end")
        assert screen.says("Test: 9 of 10 points")


async def test_without_a_choice_a_look_is_on_the_way() -> None:
    shared = await worlds.teacher()
    space = shared.workspace.cards[0].id
    book = await shared.workspace.open_book(space)
    rec = await book.portfolio.keep(Capture(text="Look", competencies=["c1"], observed=True))
    async with app_of(shared, f"/class/{space}/portfolio/{rec}") as screen:
        await screen.tap("judge")
        await screen.tap("level-c1-2")
        await screen.tap("keep-judgement")
        assert screen.says("On the way")
    assert book.assessing.of(rec)[0].kind == "formative"


async def test_learner_friend_and_adult_look_by_the_rubric_of_the_way() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    first, second, *_rest = book.catalog.rubrics()
    skill = first.competencies[0]
    way = book.choosing.propose({"title": "Build it", "competencies": [skill], "rubric": second.id})
    async with app_of(shared, f"/capture/way:{way}") as screen:
        assert screen.says(second.title)
        assert screen.says(second.title)
        await screen.write("capture-text", "Look")
        mark = f"mark-{second.criteria[0].id}-2"
        await screen.tap(mark)
        await screen.tap("keep")
        assert screen.says("My own view")
        assert screen.says(second.criteria[0].levels[1].words)
        await screen.tap("judge")
        assert screen.says(second.title)
    (artefact,) = book.reader.artefacts()
    async with app_of(shared, f"/peer/{artefact.id}") as screen:
        await screen.write("friend-name", "Ada", leave=False)
        await screen.tap("friend-begin")
        assert screen.says(second.title)
        assert not screen.says(first.title)
        await screen.tap(mark)
        assert screen.says("These marks together say: Growing")
        await screen.tap("keep-peer")
    (said,) = book.assessing.of(artefact.id)
    assert (said.marks, said.levels) == ({second.criteria[0].id: 2}, {skill: 2})
