"""What goes out can be taken in, and the screen says the truth about what went out."""

import os

import pytest

from app.services import exporting
from app.services.portfolio import Capture
from app.services.ports import Picture
from app.sync.bundle import Checked
from app.sync.gate import check
from app.sync.raw import MOST_BYTES
from tests.services.devices import DeviceUnderTest, device, hand_over


async def with_photos(count: int, size: int, seed: int = 1) -> DeviceUnderTest:
    made = await device(seed, "learner", "Mia")
    book = await made.own()
    for number in range(count):
        await book.portfolio.keep(Capture(str(number), picture=Picture(os.urandom(size), "image/jpeg", 9, 9)))
    return made


def carried(data: bytes) -> int:
    checked = check(data)
    assert isinstance(checked, Checked), checked
    return sum(blob.data is not None for blob in checked.blobs)


async def test_a_book_with_too_many_photos_for_one_file_goes_out_without_the_oldest() -> None:
    mia = await with_photos(60, 1_000_000)
    own = await mia.own()
    file = await mia.workspace.share.export(own.book)
    assert len(file.data) < MOST_BYTES
    assert (carried(file.data), file.left_out) == (37, 23)
    checked = check(file.data)
    assert isinstance(checked, Checked)
    here = {blob.sha256 for blob in checked.blobs if blob.data is not None}
    newest = [a.blob.sha256 for a in own.reader.artefacts()[:37] if a.blob is not None]
    assert here == set(newest)


@pytest.mark.parametrize("most", [0, 1, 5000, 40_000, 200_000])
async def test_whatever_the_room_a_file_is_never_refused(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    mia = await with_photos(12, 9_000)
    monkeypatch.setattr(exporting, "MOST_BYTES", most)
    file = await mia.workspace.share.export((await mia.own()).book)
    assert carried(file.data) + file.left_out == 12
    assert len(file.data) <= most or file.left_out == 12


async def test_a_photo_whose_size_was_said_wrongly_does_not_spoil_the_file() -> None:
    mia = await with_photos(1, 500)
    own = await mia.own()
    (doc,) = own.book.all("artefacts")
    own.portfolio.pen.set("artefacts", doc["id"], blob={**doc["blob"], "size": 7})
    assert carried((await mia.workspace.share.export(own.book)).data) == 1


async def test_unsent_counts_this_devices_own_changes_since_what_the_file_held() -> None:
    mia, teacher = await device(2, "learner", "Mia"), await device(3, "teacher", "T")
    own, share = await mia.own(), mia.workspace.share
    assert share.status(own.book).unsent == own.book.vector[f"{own.book.replica}.1"][0]
    file = await share.export(own.book)
    own.profile.tell("interest", "bees")  # while the file was on its way
    share.handed_over(own.book, file)
    assert share.status(own.book).unsent == 1
    await hand_over(mia, own.id, teacher)
    hers = await teacher.workspace.open_book(own.id)
    for number in range(30):
        hers.goals.write(statement=str(number))
    back = await teacher.workspace.share.export(hers.book)
    taken = await share.take_in([await share.look(back.name, back.data)])
    assert share.status(own.book).unsent == 0  # what came in need not go out
    share.handed_over(own.book, await share.export(own.book))
    await share.undo(taken)
    for number in range(10):
        own.goals.write(statement=f"mine {number}")
    assert share.status(own.book).unsent == 10
    again = (await mia.restart()).share
    assert again.status((await mia.own()).book).unsent == 10


async def test_two_learners_of_one_name_share_no_file_name() -> None:
    names = set()
    for seed in (4, 5):
        mia = await device(seed, "learner", "Mia")
        names.add((await mia.workspace.share.export((await mia.own()).book)).name)
    assert len(names) == 2


async def test_a_file_of_a_book_without_a_card_leaves_its_name_on_the_card() -> None:
    teacher = await device(6, "teacher", "T")
    space = await teacher.workspace.new_book("Chidi", "sun")
    teacher.workspace.device_pen.remove("books", space)
    workspace = await teacher.restart()
    book = (await workspace.open_book(space)).book
    workspace.share.handed_over(book, await workspace.share.export(book))
    (card,) = workspace.cards
    assert (card.name, card.avatar) == ("Chidi", "sun")


async def test_what_a_library_leaves_behind_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    made = await device(1, "teacher", "Ms Rivera")
    library = await made.workspace.own_library()
    picture = Picture(b"a worksheet" * 400, "image/jpeg", 9, 9)
    blob = await made.workspace.blobs.put(picture.data)
    meta = {"sha256": blob, "mime": picture.mime, "size": len(picture.data)}
    resource = {"kind": "photo", "title": "Sheet", "blob": meta}
    library.pen.add("activities", {"title": "Leaves", "resources": [resource]})
    monkeypatch.setattr(exporting, "MOST_LIBRARY_PHOTO_BYTES", 100)
    file = await made.workspace.share.export_library(library.book)
    assert file.left_out == 1
