"""The sample on a device: taken in like any file, and what the screens then show first."""

from collections.abc import AsyncIterator
from datetime import date

import pytest

from app.domain.days import ms_of
from app.services.sample import MOST_LEARNERS, SampleBook, sample_class
from app.services.workspace import Workspace
from tests.services.devices import Clock, DeviceUnderTest

TODAY = date(2026, 11, 20)
NOON_MS = 12 * 3600 * 1000


@pytest.fixture
async def teacher() -> AsyncIterator[Workspace]:
    """A device that looks around in the class at noon."""
    device = DeviceUnderTest(5, clock=Clock(ms_of(TODAY) + NOON_MS))
    workspace = await device.start()
    share = workspace.share
    books = sample_class(1, TODAY)
    intakes = [await share.look(f"{book.name}.json", book.data) for book in books]
    assert [i.refusal for i in intakes if i.refusal] == []
    await share.take_in(intakes, sample=True)
    await workspace.begin("teacher", "Ms Adeyemi", "book")
    yield workspace
    await workspace.close()


async def test_the_class_shows_whom_to_see_first_and_why(teacher: Workspace) -> None:
    page = await teacher.classroom.page()
    assert page.unreadable == ()
    assert page.count == MOST_LEARNERS
    seen = {row.card.name: row.reasons[0].code for row in page.see_first}
    assert list(seen)[:2] == ["Chidi", "Yusuf"]
    assert set(seen.values()) >= {"stuck", "waiting", "proposed", "versions"}
    assert seen["Mia"] == "waiting"
    assert len(page.see_first) < MOST_LEARNERS / 2, "most books have no reason to be seen first"


async def test_every_card_says_sample_and_one_tap_removes_them(teacher: Workspace) -> None:
    assert len(teacher.cards) == MOST_LEARNERS
    assert all(card.sample and not card.own for card in teacher.cards)
    await teacher.remove_sample()
    assert teacher.cards == ()
    assert await teacher.shelf.spaces() == []


async def test_mias_book_opens_with_her_question_and_her_pictures(teacher: Workspace) -> None:
    card = next(card for card in teacher.cards if card.name == "Mia")
    book = await teacher.open_book(card.id)
    assert book.today.page().offered.code == "answer"
    photos = [a for a in book.reader.artefacts() if a.blob]
    assert len(photos) == 10
    assert all([await book.portfolio.photo(artefact) for artefact in photos])


async def test_the_same_files_again_bring_nothing(teacher: Workspace) -> None:
    book: SampleBook = sample_class(1, TODAY, 1)[0]
    intake = await teacher.share.look("again.json", book.data)
    assert intake.known
