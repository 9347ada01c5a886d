"""Whose device and whose book it is: begun, torn, brought back, adopted."""

import pytest

from app.services.portfolio import Capture
from app.sync.keeping import StorageFull
from tests.services.devices import DeviceUnderTest, device, hand_over


async def backup() -> tuple[str, bytes]:
    """Mia's book as her teacher has it: its space, and the file that the teacher's device made."""
    mia, teacher = await device(11, "learner", "Mia"), await device(12, "teacher", "Ms A")
    own = await mia.own()
    await own.portfolio.keep(Capture(text="before"))
    await hand_over(mia, own.id, teacher)
    hers = await teacher.workspace.open_book(own.id)
    return own.id, (await teacher.workspace.share.export(hers.book)).data


async def with_backup(there: DeviceUnderTest) -> str:
    space, data = await backup()
    await there.workspace.share.take_in([await there.workspace.share.look("Mia", data)])
    return space


@pytest.mark.parametrize("stops", [1, 2])
@pytest.mark.parametrize("restart", [False, True])
async def test_where_the_device_stops_in_a_beginning_nobody_uses_it_yet(
    stops: int, restart: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.storage.space import SpaceBook

    there = DeviceUnderTest(1)
    workspace = await there.start()
    commit, calls = SpaceBook.commit, 0

    def full(self: SpaceBook, *rest: object) -> object:
        nonlocal calls
        calls += 1
        if calls == stops:
            raise StorageFull("full")
        return commit(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(SpaceBook, "commit", full)
    with pytest.raises(StorageFull):
        await workspace.begin("learner", "Mia", "paws")
    monkeypatch.undo()
    if restart:
        workspace = await there.restart()
    assert (workspace.owner.role, workspace.own_card) == ("", None)
    await workspace.begin("learner", "Mia", "paws")
    assert [(card.name, card.own) for card in workspace.cards] == [("Mia", True)]
    assert len(await workspace.shelf.spaces()) == 1
    assert (await there.own()).reader.learner().name == "Mia"


async def test_role_and_book_are_noted_in_one_commit() -> None:
    there = await device(2, "learner", "Mia")
    ops = {op["id"]: op for rec in ("owner", "books") for op in there.workspace.device.history(rec, "me")}
    role = next(op for op in ops.values() if op["field"] == "role")
    (card,) = there.workspace.cards
    own = next(op for op in there.workspace.device.history("books", card.id) if op["field"] == "own")
    assert role["wall"] == own["wall"]


async def test_a_backup_is_the_learners_own_when_the_learner_says_so() -> None:
    there = DeviceUnderTest(3)
    workspace = await there.start()
    space = await with_backup(there)
    await workspace.restore_as("learner", space)
    assert (workspace.owner.role, workspace.owner.name) == ("learner", "Mia")
    own = await there.own()
    assert own.id == space
    assert [a.text for a in own.reader.artefacts()] == ["before"]
    workspace = await there.restart()
    assert workspace.own_card is not None
    assert workspace.own_card.id == space


async def test_a_backup_on_a_teachers_new_device_stays_the_learners() -> None:
    there = DeviceUnderTest(4)
    workspace = await there.start()
    space = await with_backup(there)
    with pytest.raises(ValueError, match="role"):
        await workspace.restore_as("wizard", space, "Merlin")
    with pytest.raises(ValueError, match="name"):
        await workspace.restore_as("teacher", space)
    await workspace.restore_as("teacher", space, "Ms B", "book")
    assert (workspace.owner.role, workspace.owner.name, workspace.own_card) == ("teacher", "Ms B", None)
    assert workspace.strays == ()
    with pytest.raises(ValueError, match="teacher"):
        await workspace.adopt(space)


async def test_a_learner_who_began_anew_adopts_the_book_of_before() -> None:
    there = await device(5, "learner", "Mia B")
    new = (await there.own()).id
    space = await with_backup(there)
    workspace = there.workspace
    assert [card.id for card in workspace.strays] == [space]
    await workspace.adopt(space)
    assert (workspace.owner.name, (await there.own()).id) == ("Mia B", space)
    assert [card.id for card in workspace.strays] == [new]
    with pytest.raises(FileNotFoundError):
        await workspace.adopt("nothinghere2222")


async def test_a_book_without_a_card_can_be_adopted() -> None:
    there = DeviceUnderTest(6)
    workspace = await there.start()
    space, data = await backup()
    look = await workspace.share.look("Mia", data)
    assert look.staged is not None
    (await workspace.shelf.create(space)).accept(look.staged)  # and the device stops
    workspace = await there.restart()
    await workspace.adopt(space)
    assert [(card.name, card.own) for card in workspace.cards] == [("Mia", True)]
    assert len(await workspace.shelf.spaces()) == 1


async def test_a_book_with_work_in_it_is_never_taken_for_a_torn_beginning() -> None:
    there = DeviceUnderTest(7)
    workspace = await there.start()
    space = await with_backup(there)
    workspace.device_pen.remove("books", space)
    workspace = await there.restart()
    await workspace.begin("learner", "Ben")
    assert {card.name: card.own for card in workspace.cards} == {"Ben": True, "Mia": False}


async def test_a_sender_of_no_known_role_is_taken_in_like_any() -> None:
    from app.sync.bundle import Checked, Sender, Title, write_bundle
    from app.sync.gate import check

    space, data = await backup()
    checked = check(data)
    assert isinstance(checked, Checked)
    odd = Sender("x.1", "wizard", "Merlin")
    file = write_bundle(Title(space, "Mia"), odd, 1, checked.to, checked.lines)
    there = DeviceUnderTest(8)
    workspace = await there.start()
    taken = await workspace.share.take_in([await workspace.share.look("Mia", file)])
    await workspace.restore_as("learner", taken[0].space)
    assert (await there.own()).id == space


async def test_a_book_that_cannot_be_opened_is_in_nobodys_way() -> None:
    from app.storage.journal import frame

    there = await device(9, "teacher", "T")
    space, data = await backup()
    share = there.workspace.share
    await share.take_in([await share.look("Mia", data)])
    await there.workspace.new_book("Other")
    there.workspace.device_pen.remove("books", space)
    await there.workspace.close()
    folder = await (await there.folder.folder("spaces")).folder(space)
    folder.put("journal", folder.bytes_of("journal") + frame(9, b"x"))
    workspace = await there.start()
    assert sorted(card.name for card in workspace.cards) == ["", "Other"]
    assert (await workspace.classroom.page()).unreadable == ("",)
    look = await workspace.share.look("Mia", data)
    assert look.refusal is not None
    assert look.refusal.code == "book_unreadable"
    tom = await device(10, "learner", "Tom")
    other = (await tom.workspace.share.export((await tom.own()).book)).data
    assert (await workspace.share.look("Tom", other)).refusal is None


async def test_a_workspace_that_could_not_look_at_its_shelf_is_not_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = await device(13, "teacher", "T")
    await there.workspace.close()
    workspace = there.workspace
    spaces = workspace.shelf.spaces

    async def lost() -> list[str]:
        raise OSError("lost")

    monkeypatch.setattr(workspace.shelf, "spaces", lost)
    with pytest.raises(OSError, match="lost"):
        await workspace.open()
    assert not workspace.is_open
    monkeypatch.setattr(workspace.shelf, "spaces", spaces)
    await workspace.open()
    assert workspace.is_open


async def test_a_sample_is_touched_once_somebody_wrote_in_it_here() -> None:
    there = DeviceUnderTest(6)
    workspace = await there.start()
    _space, data = await backup()
    await workspace.look_around("learner", "Mia", [("Mia", data)])
    assert not await workspace.sample_touched()
    (await there.own()).goals.write(statement="My own words")
    assert await workspace.sample_touched()
