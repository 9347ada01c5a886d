"""Larger text as an accommodation: on all of the learner's own device, on what they work on elsewhere."""

from app.domain.accommodations import LARGER
from tests.fakes import FakeDevice
from tests.harness import until
from tests.views import worlds
from tests.views.opening import app_of, own_book


async def test_larger_text_acts_on_every_screen_of_the_learners_own_device_while_it_is_so() -> None:
    shared = await worlds.new_learner()
    device = shared.device
    assert isinstance(device, FakeDevice)
    book = await own_book(shared)
    async with app_of(shared, "/today") as screen:
        await until(lambda: device.scales == [1.0])
        rec = book.profile.tell("accommodation", "Larger words", act="larger_text")
        await until(lambda: device.scales == [1.0, LARGER])
        await screen.go("/settings")
        assert device.scales[-1] == LARGER
        book.profile.put_past(rec, True)
        await until(lambda: device.scales[-1] == 1.0)


async def test_on_a_teachers_device_it_acts_on_what_the_learner_works_on_there() -> None:
    shared = await worlds.teacher()
    device, (card, *_rest) = shared.device, shared.workspace.cards
    assert isinstance(device, FakeDevice)
    book = await shared.workspace.open_book(card.id)
    book.profile.tell("accommodation", "Larger words", act="larger_text")
    async with app_of(shared, f"/class/{card.id}/learner") as screen:
        await until(lambda: device.scales == [1.0])
        await screen.go(f"/class/{card.id}/survey/starter-interview")
        await until(lambda: device.scales[-1] == LARGER)
        await screen.go(f"/class/{card.id}/learner")
        await until(lambda: device.scales[-1] == 1.0)
