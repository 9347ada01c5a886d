"""A warm moment once a device, and what is put off."""

from datetime import date, timedelta

from app.services.noticing import AT_ONCE, NoticingService
from tests.services.devices import device

TODAY = date(2026, 3, 2)
TWO = (("b", 2), ("a", 1))


async def test_what_is_mastered_is_told_once_on_each_device() -> None:
    mia = await device(1, "learner", "Mia")
    told = NoticingService(mia.workspace.device_pen, "space")
    assert told.fresh(()) == ()
    told.seen(())
    assert told.fresh(TWO) == ("b", "a")
    told.seen(TWO)
    again = NoticingService((await mia.restart()).device_pen, "space")
    assert again.fresh(TWO) == ()
    assert again.fresh((("c", 3), *TWO)) == ("c",)
    assert NoticingService(mia.workspace.device_pen, "other").fresh(TWO) == ("b", "a")


async def test_what_faded_is_told_when_it_is_reached_again() -> None:
    mia = await device(2, "learner", "Mia")
    told = NoticingService(mia.workspace.device_pen, "space")
    told.seen(TWO)
    told.seen(TWO[:1])
    assert told.fresh(TWO) == ("a",)


async def test_an_old_book_on_a_new_device_tells_nothing_at_once() -> None:
    mia = await device(3, "learner", "Mia")
    told = NoticingService(mia.workspace.device_pen, "space")
    many = [(f"c{n}", n) for n in range(AT_ONCE + 1)]
    assert told.fresh(many) == ()
    told.seen(many)
    assert told.fresh([("new", 99), *many]) == ("new",)


async def test_what_is_put_off_comes_back_and_is_forgotten_then() -> None:
    mia = await device(4, "learner", "Mia")
    told = NoticingService(mia.workspace.device_pen, "space")
    told.put_off("a", TODAY)
    assert told.later()["a"] > TODAY
    told.put_off("b", TODAY + timedelta(days=9))
    assert set(told.later()) == {"b"}
