"""A friend's view: the device goes to them and back, and their view stands under their name."""

import pytest

from app.services.portfolio import Capture
from tests.harness import DESKTOP, PHONE
from tests.views import worlds
from tests.views.opening import app_of, own_book


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_a_friend_judges_a_piece_and_gives_the_device_back(size: tuple[int, int]) -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = await book.portfolio.keep(Capture(text="My bridge", competencies=["c1"]))
    async with app_of(shared, f"/portfolio/{rec}", size) as screen:
        await screen.tap("ask-friend")
        assert screen.name == "peer"
        assert not [name for name in screen.identifiers() if name.startswith("nav-")]
        await screen.tap("friend-begin")
        assert "Write your name first." in screen.snacks()
        await screen.write("friend-name", "Ada", leave=False)
        await screen.tap("friend-begin")
        assert screen.says("My bridge")
        await screen.tap("keep-peer")
        assert book.assessing.of(rec) == ()
        await screen.tap("level-c1-3")
        await screen.tap("peer-starter-0")
        assert screen.find("peer-words").value == "I like that you "
        await screen.write("peer-words", "I like that you tried it twice", leave=False)
        await screen.tap("keep-peer")
        assert screen.says("Now give it back to")
        await screen.tap("have-it-back")
        assert "screen-artefact" in screen.identifiers()
        assert screen.says("Ada")
        assert screen.says("I like that you tried it twice")
    (found,) = book.assessing.of(rec)
    assert (found.kind, found.peer, found.levels) == ("peer", "Ada", {"c1": 3})
    assert book.reader.feedback_on(rec) == ()  # they are not the owner's words


async def test_a_word_alone_is_enough_and_not_now_leads_back() -> None:
    shared = await worlds.new_learner()
    book = await own_book(shared)
    rec = await book.portfolio.keep(Capture(text="My bridge"))
    async with app_of(shared, f"/peer/{rec}") as screen:
        await screen.tap("friend-close")
        assert screen.name == "artefact"
        await screen.tap("ask-friend")
        await screen.write("friend-name", "Ada", leave=False)
        await screen.tap("friend-begin")
        await screen.write("peer-words", "Strong!", leave=False)
        await screen.tap("keep-peer")
        await screen.tap("have-it-back")
        assert screen.says("Strong!")
    (found,) = book.assessing.of(rec)
    assert (found.text, dict(found.levels)) == ("Strong!", {})


async def test_a_piece_that_is_gone_says_so() -> None:
    async with app_of(await worlds.new_learner(), "/peer/none") as screen:
        assert "empty" in screen.identifiers()
