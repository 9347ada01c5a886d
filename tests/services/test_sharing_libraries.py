"""A book goes out with the libraries that it needs, each part comes in by itself, and can go again."""

import json
from collections.abc import AsyncIterator

import pytest

from app.services import exporting
from app.services.library_pen import OpenLibrary
from app.services.sharing import ExportFile
from app.sync.bundle import LIBRARY, Refusal
from app.sync.gate import check
from app.sync.packet import check_all, unpacked, write_packet
from app.sync.vector import state_digest
from tests.samples.hostile import packets
from tests.services.devices import PICTURE, DeviceUnderTest, device, hand_over

HOSTILE = packets()


@pytest.fixture
async def mia() -> AsyncIterator[DeviceUnderTest]:
    made = await device(1, "learner", "Mia")
    (await made.own()).profile.tell("interest", "football")
    yield made
    await made.workspace.close()


@pytest.fixture
async def teacher(mia: DeviceUnderTest) -> AsyncIterator[DeviceUnderTest]:
    """A teacher with Mia's book and a library of two activities."""
    made = await device(2, "teacher", "Ms Rivera")
    await hand_over(mia, (await mia.own()).id, made)
    library = await made.workspace.own_library()
    for title in ("Mix two greens", "Ask a painter"):
        library.pen.add("activities", {"title": title})
    yield made
    await made.workspace.close()


async def given_back(teacher: DeviceUnderTest) -> ExportFile:
    (card,) = teacher.workspace.cards
    return await teacher.workspace.share.export((await teacher.workspace.open_book(card.id)).book)


async def everything(there: DeviceUnderTest) -> list[str]:
    shelf = there.workspace.shelf
    spaces = sorted([*await shelf.spaces(), *await shelf.libraries()])
    books = [there.workspace.device, *[await shelf.open(space) for space in spaces]]
    return [f"{book.id}:{state_digest(book.vector)}" for book in books]


def titles(library: OpenLibrary) -> set[str]:
    return {one.title for one in library.reader.activities()}


async def test_a_teachers_library_goes_along_and_comes_in_first(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    file = await given_back(teacher)
    parts = check_all(file.data)
    assert not isinstance(parts, Refusal)
    assert [part.kind for part in parts] == ["library", "learner"]
    share = mia.workspace.share
    assert (await share.look(file.name, file.data)).refusal == Refusal("foreign")
    looks = await share.look_all(file.name, file.data)
    assert [(look.kind, look.name, look.fresh) for look in looks] == [
        ("library", "Ms Rivera", True),
        ("learner", "Mia", False),
    ]
    assert looks[0].difference is not None
    assert looks[0].difference.added["activities"] == 2
    assert await mia.workspace.libraries() == ()
    assert await share.take_in(looks) == [looks[0]]  # nothing in the book is new
    (library,) = await mia.workspace.open_libraries()
    assert (titles(library), library.own) == ({"Mix two greens", "Ask a painter"}, False)
    (card,) = mia.workspace.library_service.cards
    assert (card.name, card.by_name, card.own, card.sample) == ("Ms Rivera", "Ms Rivera", False, False)
    assert [one.name for one in mia.workspace.cards] == ["Mia"]


async def test_the_same_packet_again_changes_nothing(mia: DeviceUnderTest, teacher: DeviceUnderTest) -> None:
    file = await given_back(teacher)
    share = mia.workspace.share
    await share.take_in(await share.look_all(file.name, file.data))
    before = await everything(mia)
    for data in (file.data, json.dumps(json.loads(file.data), indent=1).encode()):
        again = await share.look_all("again.json", data)
        assert [(look.known, look.kind) for look in again] == [(True, "library"), (True, "learner")]
        assert [look.name for look in again] == ["Ms Rivera", "Mia"]
        assert await share.take_in(again) == []
        assert await everything(mia) == before


async def test_only_what_is_new_in_a_library_comes_the_next_time(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    share, first = mia.workspace.share, await given_back(teacher)
    await share.take_in(await share.look_all(first.name, first.data))
    library = await teacher.workspace.own_library()
    (rec,) = [one.id for one in library.reader.activities() if one.title == "Ask a painter"]
    library.pen.set("activities", rec, title="Ask two painters")
    library.pen.add("boards", {"title": "Greens"})
    second = await given_back(teacher)
    look, _ = await share.look_all(second.name, second.data)
    assert look.difference is not None
    assert (dict(look.difference.added), dict(look.difference.changed)) == ({"boards": 1}, {"activities": 1})
    await share.take_in([look])
    assert titles((await mia.workspace.open_libraries())[0]) == {"Mix two greens", "Ask two painters"}


async def test_a_packet_can_be_taken_back(mia: DeviceUnderTest, teacher: DeviceUnderTest) -> None:
    book = (await teacher.workspace.open_book(teacher.workspace.cards[0].id)).book
    (await teacher.workspace.open_book(book.id)).profile.tell("strength", "colours")
    before = await everything(mia)
    share, file = mia.workspace.share, await given_back(teacher)
    looks = await share.look_all(file.name, file.data)
    assert await share.take_in(looks) == looks
    assert len(await mia.workspace.libraries()) == 1
    assert list(await share.undo(looks)) == looks
    assert await mia.workspace.libraries() == ()
    assert mia.workspace.library_service.cards == ()
    assert (await everything(mia))[1:] == before[1:]
    again = await share.look_all(file.name, file.data)
    assert [look.known for look in again] == [False, False]


async def test_a_learner_does_not_give_back_what_they_only_took_in(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    file = await given_back(teacher)
    await mia.workspace.share.take_in(await mia.workspace.share.look_all(file.name, file.data))
    back = await mia.workspace.share.export((await mia.own()).book)
    assert back.carried == ()
    assert check(back.data).kind == "learner"  # type: ignore[union-attr]


async def test_a_family_passes_on_what_it_took_in(mia: DeviceUnderTest, teacher: DeviceUnderTest) -> None:
    family = await device(3, "family", "Dad")
    file = await given_back(teacher)
    share = family.workspace.share
    await share.take_in(await share.look_all(file.name, file.data))
    book = (await family.workspace.open_book((await mia.own()).id)).book
    passed = await share.export(book)
    assert [(one.name, one.space) for one in passed.carried] == [
        ("Ms Rivera", (await teacher.workspace.own_library()).id)
    ]
    await mia.workspace.share.take_in(await mia.workspace.share.look_all("from Dad", passed.data))
    assert titles((await mia.workspace.open_libraries())[0]) == {"Mix two greens", "Ask a painter"}


async def test_what_went_out_is_noted_of_book_and_library(teacher: DeviceUnderTest) -> None:
    share, library = teacher.workspace.share, await teacher.workspace.own_library()
    assert share.status(library.book).backup == 0
    assert share.status(library.book).unsent > 0
    file, (card,) = await given_back(teacher), teacher.workspace.cards
    share.handed_over((await teacher.workspace.open_book(card.id)).book, file)
    status = share.status(library.book)
    assert (status.backup > 0, status.unsent) == (True, 0)
    library.pen.add("boards", {"title": "Greens"})
    assert share.status(library.book).unsent == 1
    alone = await share.export_library(library.book)
    assert alone.name.startswith("Ms Rivera library ")
    share.handed_over(library.book, alone)
    assert share.status(library.book).unsent == 0
    assert [(one.name, one.own) for one in teacher.workspace.library_service.cards] == [("Ms Rivera", True)]


async def test_a_library_is_the_same_bytes_in_every_file_and_is_looked_at_once(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    files = [await given_back(teacher) for _ in range(2)]
    parts = [unpacked(file.data) for file in files]
    assert parts[0][0] == parts[1][0]  # type: ignore[index]
    first = await mia.workspace.share.look_all("one", files[0].data)
    second = await mia.workspace.share.look_all("two", files[1].data, first)
    assert [look.kind for look in (*first, *second)] == ["library", "learner", "learner"]
    alone = await teacher.workspace.share.export_library((await teacher.workspace.own_library()).book)
    assert alone.data == parts[0][0]  # type: ignore[index]


async def test_a_bad_part_is_refused_and_the_others_come_in(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    library, book = unpacked((await given_back(teacher)).data)  # type: ignore[misc]
    hurt = write_packet([library, book.replace(b"football", b"footbill")])
    looks = await mia.workspace.share.look_all("hurt", hurt)
    assert [look.refusal is None for look in looks] == [True, False]
    assert await mia.workspace.share.take_in(looks) == [looks[0]]


async def test_a_book_that_calls_itself_a_library_is_refused(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    from tests.samples.hostile import seal

    own = await mia.own()
    forged = json.loads((await mia.workspace.share.export(own.book)).data)
    forged["space"]["kind"] = LIBRARY
    before = await everything(mia)
    (look,) = await mia.workspace.share.look_all("forged", seal(forged))
    assert look.refusal == Refusal("other_kind")
    assert await mia.workspace.share.take_in([look]) == []
    assert await everything(mia) == before


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_packet_changes_nothing(name: str, mia: DeviceUnderTest) -> None:
    before = await everything(mia)
    looks = await mia.workspace.share.look_all(name, HOSTILE[name][0])
    assert any(look.refusal is not None for look in looks)
    assert await everything(mia) == before


async def test_a_library_that_leaves_no_room_stays_here_and_is_named(
    teacher: DeviceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = await given_back(teacher)
    library = len(whole.carried[0].data)
    monkeypatch.setattr(exporting, "MOST_BYTES", len(whole.data) - library // 2)
    file = await given_back(teacher)
    assert (file.carried, file.without) == ((), ("Ms Rivera",))
    assert not isinstance(check(file.data), Refusal)
    for most in range(len(whole.data) - 400, len(whole.data) + 1000, 37):
        monkeypatch.setattr(exporting, "MOST_BYTES", most)
        assert len((await given_back(teacher)).data) <= most


async def test_a_photo_in_a_library_comes_along_and_is_kept_while_it_is_named(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    name = await teacher.workspace.blobs.put(PICTURE.data)
    blob = {"sha256": name, "mime": "image/jpeg", "size": len(PICTURE.data)}
    library = await teacher.workspace.own_library()
    resource = {"kind": "photo", "title": "Two greens", "blob": blob}
    rec = library.pen.add("activities", {"title": "Look", "resources": [resource]})
    file = await given_back(teacher)
    share = mia.workspace.share
    heard: list[tuple[str, dict[str, frozenset[str]]]] = []
    mia.workspace.announcer.subscribe(lambda space, what: heard.append((space, dict(what))))
    looks = await share.look_all(file.name, file.data)
    assert looks[0].new_blobs == 1
    await share.take_in(looks)
    assert await mia.workspace.blobs.get(name) == PICTURE.data
    assert any(space == library.id and rec in what.get("activities", ()) for space, what in heard)
    hers = await teacher.workspace.open_book((await mia.own()).id)
    hers.portfolio.pen.add("artefacts", {"kind": "photo", "title": "The same", "blob": blob})
    await teacher.workspace.remove_book(hers.id)
    assert await teacher.workspace.blobs.has(name)
    await share.undo(looks)
    assert not await mia.workspace.blobs.has(name)


async def test_a_teacher_who_brings_everything_back_has_their_own_library_again(
    teacher: DeviceUnderTest,
) -> None:
    file, own = await given_back(teacher), await teacher.workspace.own_library()
    for name, is_own in (("Ms Rivera", True), ("Mr Chen", False)):
        new = DeviceUnderTest(9)
        workspace = await new.start()
        await workspace.share.take_in(await workspace.share.look_all(file.name, file.data))
        await workspace.begin("teacher", name)
        assert [(one.id, one.own) for one in await workspace.open_libraries()] == [(own.id, is_own)]
        assert ((await workspace.own_library()).id == own.id) is is_own


async def test_a_sample_library_comes_and_goes_with_the_sample(teacher: DeviceUnderTest) -> None:
    file = await given_back(teacher)
    looking = DeviceUnderTest(9)
    workspace = await looking.start()
    await workspace.look_around("teacher", "Ms Rivera", [(file.name, file.data)])
    assert [card.sample for card in workspace.library_service.cards] == [True]
    assert not await workspace.sample_touched()
    own = await workspace.own_library()
    own.pen.add("boards", {"title": "Mine"})
    assert len(await workspace.shelf.libraries()) == 2
    assert await workspace.sample_touched()
    await workspace.remove_sample()
    assert await workspace.shelf.libraries() == []
    assert workspace.library_service.cards == ()
    assert workspace.device.all("taken") == []


async def test_a_sample_library_does_not_go_out_with_a_book_that_is_none(
    mia: DeviceUnderTest, teacher: DeviceUnderTest
) -> None:
    other = await device(4, "teacher", "Mr Chen")
    alone = await teacher.workspace.share.export_library((await teacher.workspace.own_library()).book)
    share = other.workspace.share
    await share.take_in(await share.look_all("sample", alone.data), sample=True)
    await hand_over(mia, (await mia.own()).id, other)
    assert (await given_back(other)).carried == ()
