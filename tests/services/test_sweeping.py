"""A removed book leaves nothing behind, and takes nothing that others name."""

import pytest

from app.services.portfolio import Capture
from app.services.ports import Picture
from tests.services.devices import PICTURE, DeviceUnderTest, device, hand_over

ALONE = Picture(b"\xff\xd8\xff" + b"one that no other book has" * 20, "image/jpeg", 9, 9)


async def teacher_of_two() -> tuple[DeviceUnderTest, list[str], list[str]]:
    """A teacher with two books that share a photo; the first has one of its own, dropped again."""
    teacher = await device(1, "teacher", "T")
    spaces = []
    for seed, name in ((2, "Mia"), (3, "Tom")):
        learner = await device(seed, "learner", name)
        own = await learner.own()
        await own.portfolio.keep(Capture(text="x", picture=PICTURE))
        if name == "Mia":
            await own.portfolio.keep(Capture(text="x", picture=ALONE))
        await hand_over(learner, own.id, teacher)
        if name == "Mia":
            hers = await teacher.workspace.open_book(own.id)
            hers.portfolio.drop(hers.reader.artefacts()[0].id)
        spaces.append(own.id)
    blobs = teacher.workspace.blobs
    return teacher, spaces, [await blobs.put(one.data) for one in (PICTURE, ALONE)]


async def here(there: DeviceUnderTest, names: list[str]) -> list[bool]:
    return [await there.workspace.blobs.has(name) for name in names]


async def test_a_removed_book_takes_its_photos_along_but_none_that_others_name() -> None:
    teacher, (mia, tom), names = await teacher_of_two()
    await teacher.workspace.remove_book(mia)
    assert await here(teacher, names) == [True, False]
    await teacher.workspace.remove_book(tom)
    assert await here(teacher, names) == [False, False]


async def test_a_removed_book_that_is_taken_in_again_is_there_and_stays() -> None:
    teacher, mia = await device(1, "teacher", "T"), await device(2, "learner", "Mia")
    own = await mia.own()
    await hand_over(mia, own.id, teacher)
    await teacher.workspace.remove_book(own.id)
    await hand_over(mia, own.id, teacher)
    assert [card.id for card in teacher.workspace.cards] == [own.id]
    await teacher.workspace.close()
    await teacher.workspace.open()
    assert [card.id for card in teacher.workspace.cards] == [own.id]
    assert await teacher.workspace.shelf.spaces() == [own.id]


async def test_a_photo_that_a_draft_names_stays() -> None:
    teacher, (mia, _tom), names = await teacher_of_two()
    teacher.workspace.drafts.save("capture", {"photo": names[1]})
    await teacher.workspace.remove_book(mia)
    assert await here(teacher, names) == [True, True]


async def test_nothing_is_swept_where_a_book_cannot_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    teacher, (mia, tom), names = await teacher_of_two()
    opened = teacher.workspace.shelf.open

    async def unless_toms(space: str) -> object:
        if space == tom:
            raise OSError("unreadable")
        return await opened(space)

    monkeypatch.setattr(teacher.workspace.shelf, "open", unless_toms)
    await teacher.workspace.remove_book(mia)
    assert await here(teacher, names) == [True, True]


async def test_a_new_book_taken_back_takes_its_photos_along() -> None:
    teacher, (mia, _tom), names = await teacher_of_two()
    whole = (await teacher.workspace.share.export((await teacher.workspace.open_book(mia)).book)).data
    other = await device(9, "teacher", "U")
    share = other.workspace.share
    taken = await share.take_in([await share.look("Mia", whole)])
    assert await here(other, names) == [True, False]
    await share.undo(taken)
    assert await here(other, names) == [False, False]


async def test_a_torn_removal_is_finished_at_the_next_start(monkeypatch: pytest.MonkeyPatch) -> None:
    teacher, (mia, tom), names = await teacher_of_two()

    async def stopped(space: str) -> None:
        raise OSError("stopped")

    monkeypatch.setattr(teacher.workspace.shelf, "discard", stopped)
    with pytest.raises(OSError, match="stopped"):
        await teacher.workspace.remove_book(mia)
    assert [card.name for card in teacher.workspace.cards] == ["Tom"]
    workspace = await teacher.restart()
    assert [card.name for card in workspace.cards] == ["Tom"]
    assert await workspace.shelf.spaces() == [tom]
    assert await here(teacher, names) == [True, False]
    assert {note["space"] for note in workspace.device.all("taken")} == {tom}


async def test_a_book_taken_in_again_after_a_torn_removal_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    teacher, (mia, _tom), _names = await teacher_of_two()
    data = (await teacher.workspace.share.export((await teacher.workspace.open_book(mia)).book)).data

    async def stopped(space: str) -> None:
        raise OSError("stopped")

    monkeypatch.setattr(teacher.workspace.shelf, "discard", stopped)
    with pytest.raises(OSError, match="stopped"):
        await teacher.workspace.remove_book(mia)
    share = teacher.workspace.share
    await share.take_in([await share.look("Mia", data + b"\n")])
    workspace = await teacher.restart()
    assert sorted(card.name for card in workspace.cards) == ["Mia", "Tom"]
