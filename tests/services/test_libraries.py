"""A library of one's own is made when something is put in, and stays with whoever made it."""

from collections.abc import AsyncIterator

import pytest

from app.sync.bundle import LIBRARY
from tests.services.devices import DeviceUnderTest, device


@pytest.fixture
async def teacher() -> AsyncIterator[DeviceUnderTest]:
    made = await device(2, "teacher", "Ms Rivera")
    yield made
    await made.workspace.close()


async def test_there_is_no_library_until_something_is_put_in(teacher: DeviceUnderTest) -> None:
    workspace = teacher.workspace
    assert (await workspace.libraries(), await workspace.shelf.libraries()) == ((), [])
    library = await workspace.own_library()
    assert await workspace.own_library() is library
    assert await workspace.libraries() == (library.book,)
    about = library.reader.about()
    assert (about.name, about.role) == ("Ms Rivera", "teacher")
    library.pen.add("activities", {"title": "Mix two greens"})
    (person,) = library.book.all("people")
    assert (person["name"], person["role"]) == ("Ms Rivera", "teacher")
    assert workspace.cards == ()
    again = (await teacher.restart()).library_service
    assert [(card.name, card.own) for card in again.cards] == [("Ms Rivera", True)]
    assert (await again.own()).id == library.id


async def test_nobodys_device_has_no_library() -> None:
    nobody = DeviceUnderTest(5)
    workspace = await nobody.start()
    with pytest.raises(ValueError, match="nobody"):
        await workspace.own_library()
    assert await workspace.shelf.libraries() == []


async def test_a_library_whose_making_was_torn_is_gone_on_with(teacher: DeviceUnderTest) -> None:
    await teacher.workspace.shelf.create("tornlibrary22", LIBRARY)  # and the device stops
    library = await (await teacher.restart()).own_library()
    assert library.id == "tornlibrary22"
    assert await teacher.workspace.shelf.libraries() == ["tornlibrary22"]


async def test_a_deleted_activity_is_brought_back_as_it_was(teacher: DeviceUnderTest) -> None:
    library = await teacher.workspace.own_library()
    rec = library.pen.add("activities", {"title": "Mix two greens"})
    library.pen.remove("activities", rec)
    assert library.reader.activities() == ()
    library.pen.bring_back("activities", rec)
    assert [one.title for one in library.reader.activities()] == ["Mix two greens"]


async def test_one_that_cannot_be_opened_is_not_in_the_way_of_others(
    teacher: DeviceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = await teacher.workspace.own_library()
    await teacher.workspace.shelf.create("another222222", LIBRARY)
    opened = teacher.workspace.shelf.open

    async def unless_another(space: str) -> object:
        if space == "another222222":
            raise OSError("lost")
        return await opened(space)

    monkeypatch.setattr(teacher.workspace.shelf, "open", unless_another)
    assert await teacher.workspace.libraries() == (own.book,)
