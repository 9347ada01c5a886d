"""A device: begun, used, looked around in, cleared."""

from datetime import date

import pytest

from app.services.portfolio import Capture
from tests.services.devices import DeviceUnderTest, device, hand_over


async def test_nobody_at_first_then_a_learner_with_a_book() -> None:
    there = DeviceUnderTest(1)
    workspace = await there.start()
    assert workspace.owner.role == ""
    with pytest.raises(ValueError, match="name"):
        await workspace.begin("learner", "  ")
    await workspace.begin("learner", " Mia ", "paw")
    assert (workspace.owner.role, workspace.owner.name) == ("learner", "Mia")
    own = await there.own()
    assert own.reader.learner().name == "Mia"
    again = await there.restart()
    assert again.own_card is not None
    assert again.own_card.id == own.id


async def test_a_profile_is_told_reworded_dropped_and_brought_back() -> None:
    there = await device(2, "learner", "Mia")
    book = await there.own()
    rec = book.profile.tell("interest", "foot ball")
    assert book.profile.tell("interest", "FOOT BALL") == ""
    assert book.profile.tell("interest", "  ") == ""
    book.profile.reword(rec, "football")
    assert [entry.text for entry in book.reader.entries("interest")] == ["football"]
    book.profile.drop(rec)
    assert book.reader.entries("interest") == ()
    book.profile.bring_back(rec, "football")
    assert [entry.text for entry in book.reader.entries("interest")] == ["football"]


async def test_drafts_survive_a_restart_and_are_forgotten() -> None:
    there = await device(3, "learner", "Mia")
    there.workspace.drafts.save("capture", {"text": "I mixed", "reflection": ""})
    workspace = await there.restart()
    assert workspace.drafts.load("capture") == {"text": "I mixed", "reflection": ""}
    workspace.drafts.forget("capture")
    assert workspace.drafts.load("capture") == {}
    workspace.drafts.save("capture", {"text": "again"})
    assert workspace.drafts.load("capture") == {"text": "again"}


async def test_a_goal_goes_from_idea_to_reached_and_back() -> None:
    there = await device(4, "learner", "Mia")
    book = await there.own()
    assert book.goals.write(statement="  ") == ""
    rec = book.goals.write(statement="Swim")
    book.goals.check_in(rec, "on_my_way", 1)
    book.goals.check_in(rec, "done", 4, "I did it")
    book.goals.move(rec, "achieved")
    from app.services.days import local_day

    page = book.goals.page(rec, local_day(there.clock()))
    assert page is not None
    assert (page.progress.steps, page.goal.state) == (4, "achieved")
    book.goals.drop(rec)
    assert book.reader.goals() == ()
    book.goals.bring_back(rec)
    assert [goal.id for goal in book.reader.goals()] == [rec]
    with pytest.raises(ValueError, match="state"):
        book.goals.move(rec, "lost")
    with pytest.raises(ValueError, match="check-in"):
        book.goals.check_in(rec, "bored", 9)


async def test_words_links_and_nothing_to_show() -> None:
    there = await device(5, "learner", "Mia")
    book = await there.own()
    assert await book.portfolio.keep(Capture()) == ""
    assert await book.portfolio.keep(Capture(link="javascript:alert(1)")) == ""
    await book.portfolio.keep(Capture(link="https://example.org/bees", title="Bees"))
    await book.portfolio.keep(Capture(text="I can explain it"))
    assert [artefact.kind for artefact in book.reader.artefacts()] == ["words", "link"]


async def test_only_what_changed_is_announced_and_made_again() -> None:
    there = await device(6, "learner", "Mia")
    book = await there.own()
    for number in range(30):
        book.goals.write(statement=f"goal {number}")
    before = {goal.id: goal for goal in book.reader.goals()}
    heard: list[tuple[str, dict]] = []
    leave = there.workspace.announcer.subscribe(lambda space, what: heard.append((space, dict(what))))
    changed = next(iter(before))
    book.goals.change(changed, due="2026-12-12")
    assert heard == [(book.id, {"goals": frozenset({changed})})]
    leave()
    book.goals.change(changed, due="2026-12-13")
    assert len(heard) == 1
    after = {goal.id: goal for goal in book.reader.goals()}
    assert [rec for rec in after if after[rec] is not before[rec]] == [changed]


async def test_a_book_whose_card_was_lost_is_not_hidden() -> None:
    there = await device(7, "teacher", "Ms Adeyemi")
    space = await there.workspace.new_book("Chidi")
    there.workspace.device_pen.remove("books", space)
    workspace = await there.restart()
    assert [card.name for card in workspace.cards] == ["Chidi"]


@pytest.mark.parametrize(("role", "count"), [("learner", 1), ("teacher", 3)])
async def test_the_sample_is_looked_around_in_and_removed_without_a_trace(role: str, count: int) -> None:
    from app.services.sample import mia, sample_class

    day = date(2026, 11, 21)
    books = [mia(7, day)] if role == "learner" else sample_class(7, day, 3)
    there = DeviceUnderTest(8)
    workspace = await there.start()
    files = [(f"{book.name}.json", book.data) for book in books]
    await workspace.look_around(role, "Mia", files)  # type: ignore[arg-type]
    assert [card.sample for card in workspace.cards] == [True] * count
    assert (workspace.own_card is not None) == (role == "learner")
    opened = await workspace.open_book(workspace.cards[0].id)
    assert opened.reader.goals()
    workspace.drafts.save("capture", {"text": "hm"})
    with pytest.raises(ValueError, match="uses"):
        await workspace.look_around("teacher", "x", [])
    await workspace.remove_sample()
    assert (workspace.cards, workspace.owner.role) == ((), "")
    assert await workspace.shelf.spaces() == []
    assert workspace.drafts.load("capture") == {}


async def test_a_lent_name_goes_with_the_sample_and_a_real_book_stays() -> None:
    from app.services.sample import sample_class

    books = sample_class(7, date(2026, 11, 21), 3)
    there = DeviceUnderTest(9)
    workspace = await there.start()
    await workspace.look_around("teacher", "Ms Adeyemi", [(f"{book.name}.json", book.data) for book in books])
    real = await workspace.new_book("Chidi")
    await workspace.remove_sample()
    assert [card.id for card in workspace.cards] == [real]
    assert (workspace.owner.role, workspace.owner.name) == ("", "")
    await workspace.begin("teacher", "Mr Okafor")
    await workspace.remove_sample()  # there is none any more
    assert (workspace.owner.role, workspace.owner.name) == ("teacher", "Mr Okafor")


async def test_without_the_sample_a_learner_is_called_as_in_their_own_book() -> None:
    from app.services.sample import mia

    sample, ben = mia(7, date(2026, 11, 21)), await device(10, "learner", "Ben")
    there = DeviceUnderTest(11)
    workspace = await there.start()
    await workspace.look_around("learner", "Mia", [(f"{sample.name}.json", sample.data)])
    space = (await ben.own()).id
    await hand_over(ben, space, there)
    await workspace.adopt(space)
    await workspace.remove_sample()
    owner = workspace.owner
    assert (owner.role, owner.name, owner.avatar) == ("learner", "Ben", "paw")
